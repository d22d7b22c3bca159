import { decisionParts } from '../../src/report/decisions.js';
import { lintParts, outOfStepParts } from '../../src/report/finding-lines.js';
import { plain } from '../../src/report/phrase.js';
import { pieceHeader, sqlParts } from '../../src/report/sql-parts.js';
import type { JudgedChange, Review } from '../../src/review.js';
import { aChange, aFinding, aReview, aTarget } from './build.js';

function decisions(given: Partial<Review>) {
  return decisionParts(aReview(given)).map(({ title, lines }) => ({
    title: plain(title),
    lines: lines.map(({ subject, sentence, notes }) => [
      [plain(subject), plain(sentence)].filter((text) => text !== '').join(': '),
      ...notes.map(plain),
    ]),
  }));
}

const retyped = (given: Partial<JudgedChange> = {}) =>
  aChange({ kind: 'item-type-changed', before: 'bit', after: 'int', ...given });

describe('decisionParts', () => {
  it('of a review in which nothing is open are none', () => {
    expect(decisions({ changes: [retyped()], findings: [aFinding({ severity: 'warning' })] })).toEqual([]);
  });

  it('show an error with its place, what was expected and which change caused it', () => {
    const finding = aFinding({ object: 'ssd_person', itemRef: 'PERS010A' });
    expect(decisions({ changes: [retyped({ blockedBy: [finding.rule] })], findings: [finding] })).toEqual([
      {
        title: 'Must be mended',
        lines: [
          [
            '`spec/objects/ssd_disability.yml:12:5`: foreign-key-dangling: `ssd_persn.pers_person_id` does not exist',
            'Expected: the key of an object, for instance `ssd_person.pers_person_id`',
            'Caused by `ssd_person.pers_sex`: type bit becomes int',
          ],
        ],
      },
    ]);
  });

  it('show a blocked change on its own when the error stands somewhere else', () => {
    const removed = aChange({ kind: 'item-removed', blockedBy: ['foreign-key-dangling'] });
    expect(decisions({ changes: [removed], findings: [aFinding()] })[1]).toEqual({
      title: 'Changes that must go back',
      lines: [['`ssd_person`: `pers_sex` is removed', 'It must go back, because it introduces: foreign-key-dangling.']],
    });
  });

  describe('of many errors of one cause', () => {
    const value = 'ssd_person.pers_person_id';
    const dangling = Array.from({ length: 36 }, (_, index) =>
      aFinding({
        object: `ssd_${index}`,
        itemRef: `A${index}`,
        file: `spec/${index}.yml`,
        value,
        expected: 'ssd_person.pers_uid',
      }),
    );
    const renamed = aChange({
      kind: 'item-renamed',
      before: 'pers_person_id',
      after: 'pers_uid',
      was: { object: 'ssd_person', itemRef: 'PERS001A', name: 'pers_person_id' },
      blockedBy: ['foreign-key-dangling'],
    });

    it('are one, with their number and the first places', () => {
      expect(decisions({ changes: [renamed], findings: dangling })).toEqual([
        {
          title: 'Must be mended',
          lines: [
            [
              '36 times, for example foreign-key-dangling: `ssd_persn.pers_person_id` does not exist',
              'Expected: ssd_person.pers_uid',
              'At `spec/0.yml:12:5`, `spec/1.yml:12:5`, `spec/2.yml:12:5` and 33 more',
              'Caused by `ssd_person`: `pers_person_id` is renamed `pers_uid`',
            ],
          ],
        },
      ]);
    });

    it('are one where a whole object is called otherwise, too', () => {
      const object = aChange({
        kind: 'object-renamed',
        object: 'ssd_people',
        name: '',
        before: 'ssd_person',
        after: 'ssd_people',
      });
      expect(decisions({ changes: [object], findings: dangling })[0]?.lines).toEqual([
        expect.arrayContaining(['Caused by data object `ssd_person` is renamed `ssd_people`']),
      ]);
    });

    it('stay apart while they are few, expect different things or have no known cause', () => {
      const count = (given: Partial<Review>) => decisions(given)[0]?.lines.length;
      expect(count({ changes: [renamed], findings: dangling.slice(0, 3) })).toBe(3);
      expect(count({ changes: [], findings: dangling })).toBe(36);
      const mixed = dangling.map((finding, index) => ({ ...finding, expected: `the ${index % 2}` }));
      expect(count({ changes: [renamed], findings: mixed })).toBe(2);
    });
  });

  it('ask the questions about identity with their file', () => {
    const question = { object: 'a', itemRef: 'A', question: 'Is `a` the `b`?', file: 'spec/a.yml', path: [] };
    expect(decisions({ questions: [question] })).toEqual([
      { title: 'To be answered by a person', lines: [['`spec/a.yml`: Is `a` the `b`?']] },
    ]);
  });

  it('show few undecided changes one by one, with the reason', () => {
    const changes = [retyped({ changeType: 'undecided', reason: 'No evidence.' })];
    expect(decisions({ changes })).toEqual([
      { title: 'Type not decided', lines: [['`ssd_person.pers_sex`: type bit becomes int', 'No evidence.']] },
    ]);
  });

  it('show many that are open for one reason as one', () => {
    const changes = Array.from({ length: 94 }, (_, index) =>
      retyped({ name: `item_${index}`, changeType: 'undecided', reason: 'No evidence.' }),
    );
    expect(decisions({ changes })).toEqual([
      {
        title: 'Type not decided',
        lines: [
          ['94 changes: No evidence.', 'for example `ssd_person.item_0`, `ssd_person.item_1`, `ssd_person.item_2`'],
        ],
      },
    ]);
  });

  it('say a doubt aloud', () => {
    expect(decisions({ changes: [retyped({ stated: true, doubt: 'It repairs nothing.' })] })).toEqual([
      {
        title: 'Stated type in doubt',
        lines: [['`ssd_person.pers_sex`: type bit becomes int', 'It repairs nothing.']],
      },
    ]);
  });

  it('never ask about cosmetic differences', () => {
    expect(decisions({ changes: [retyped({ class: 'cosmetic', changeType: 'undecided', doubt: 'x' })] })).toEqual([]);
  });
});

describe('lintParts', () => {
  it('list warnings before remarks, and count the errors that stand first of all', () => {
    const findings = [aFinding({ severity: 'info' }), aFinding(), aFinding({ severity: 'warning', line: null })];
    const [part] = lintParts({ findings, resolved: [] });
    expect(plain(part?.title ?? [])).toBe('Introduced: 1 error, 1 warning, 1 remark (errors are listed first of all)');
    expect(part?.lines.map(({ subject, tags }) => [plain(subject), ...tags])).toEqual([
      ['`spec/objects/ssd_disability.yml`', 'warning'],
      ['`spec/objects/ssd_disability.yml:12:5`', 'remark'],
    ]);
  });

  it('list what is resolved, errors as well, without saying what was expected', () => {
    const [part] = lintParts({ findings: [], resolved: [aFinding()] });
    expect(plain(part?.title ?? [])).toBe('Resolved: 1 error');
    expect(part?.lines[0]?.notes).toEqual([]);
  });

  it('fold many of one rule, with examples', () => {
    const many = Array.from({ length: 19 }, (_, line) => aFinding({ severity: 'info', rule: 'mapping-stale', line }));
    const parts = lintParts({ findings: [aFinding({ severity: 'warning' }), ...many], resolved: many.slice(0, 4) });
    expect(parts.map(({ title, folded, lines }) => [plain(title), folded, lines.length])).toEqual([
      ['Introduced: 1 warning, 19 remarks', false, 1],
      ['Introduced: 19 of mapping-stale', true, 19],
      ['Resolved: 4 remarks', false, 0],
      ['Resolved: 4 of mapping-stale', true, 4],
    ]);
    expect(plain(parts[1]?.examples ?? []).split(', ')).toHaveLength(3);
  });

  it('are none when there is nothing', () => {
    expect(lintParts({ findings: [], resolved: [] })).toEqual([]);
  });
});

describe('outOfStepParts', () => {
  it('sort by where the change is', () => {
    const entry = (onlyIn: 'yaml' | 'spreadsheet') => ({ itemRef: 'A', object: 'ssd_a', onlyIn, sentence: 'Why.' });
    const parts = outOfStepParts([entry('yaml'), entry('spreadsheet'), entry('yaml')]);
    expect(parts.map(({ title, lines }) => [plain(title), lines.length])).toEqual([
      ['Only in the YAML: the next refresh from the spreadsheet would erase it (2 changes)', 2],
      ['Only in the spreadsheet (1 change)', 1],
    ]);
    expect(plain(parts[0]?.lines[0]?.subject ?? [])).toBe('`ssd_a A`');
  });
});

describe('sqlParts', () => {
  it('divide a long hunk without losing a line or its place', () => {
    const lines = Array.from({ length: 150 }, (_, index) => `${' +-'[index % 3]}line ${index}`);
    const target = aTarget({
      objects: [{ object: 'ssd_person', hunks: [{ lines, oldStart: 10, newStart: 20, causes: ['SSD-0028'] }] }],
    });
    const pieces = sqlParts([target])[0]?.diff ?? [];
    expect(pieces.flatMap((piece) => piece.lines)).toEqual(lines);
    expect(pieces.map(pieceHeader)).toEqual(['@@ -10,40 +20,40 @@', '@@ -50,40 +60,40 @@', '@@ -90,20 +100,20 @@']);
    expect(pieces.every(({ causes, object }) => causes[0] === 'SSD-0028' && object === 'ssd_person')).toBe(true);
  });
});
