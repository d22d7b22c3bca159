import fc from 'fast-check';
import { CHANGE_KINDS, type ChangeKind } from '../../src/changes/change-kinds.js';
import { changeParts, groupParts, sortChanges, textParts } from '../../src/report/change-lines.js';
import { SECTION_TITLES } from '../../src/report/messages.js';
import { outlineOf } from '../../src/report/outline.js';
import { plain } from '../../src/report/phrase.js';
import type { JudgedChange, Review } from '../../src/review.js';
import { aChange, aFinding, aReview, aTarget } from './build.js';
import { biggestVersion, everywhere, fiveItems } from './stories.js';

function sectionIds(review: Review): string[] {
  return outlineOf(review).sections.map(({ id }) => id);
}

function summaryOf(review: Review, id: string): string {
  return plain(outlineOf(review).sections.find((section) => section.id === id)?.summary ?? []);
}

function linesOf(review: Review, id: string): string[] {
  const section = outlineOf(review).sections.find((found) => found.id === id);
  return (section?.parts ?? []).flatMap(({ lines }) => lines.map(({ sentence }) => plain(sentence)));
}

describe('outlineOf', () => {
  it('of nothing has no sections', () => {
    expect(outlineOf(aReview({ sql: [aTarget({ digest: '', objects: [] })] }))).toMatchObject({
      mark: '✔',
      headline: 'No item-level change.',
      sections: [],
    });
  });

  it('has the sections in the order in which a reader needs them', () => {
    const unasked = ['cosmetic', 'evidence'];
    expect(sectionIds(everywhere('x'))).toEqual(Object.keys(SECTION_TITLES).filter((id) => !unasked.includes(id)));
  });

  it('leaves out what is empty, but says that no SQL changes', () => {
    const review = aReview({ changes: [aChange({ kind: 'item-guidance-changed' })] });
    expect(sectionIds(review)).toEqual(['documentation', 'sql', 'weight', 'next']);
    expect(summaryOf(review, 'sql')).toBe('No SQL changes.');
  });

  it('shows cosmetic differences as a number only', () => {
    const cosmetic = aChange({ kind: 'item-renamed', class: 'cosmetic', changeId: null, weight: 'none' });
    const review = aReview({ changes: [cosmetic, cosmetic, cosmetic] });
    expect(sectionIds(review)).toEqual(['cosmetic', 'sql']);
    expect(summaryOf(review, 'cosmetic')).toMatch(/^3 cosmetic differences/);
  });

  it('tells the weight with the changes that make it', () => {
    expect(summaryOf(fiveItems(), 'weight')).toBe('major, by the heaviest of the changes: 3 major, 1 minor, 1 patch.');
  });

  it('says how many targets change and leaves the others out', () => {
    const sql = outlineOf(fiveItems()).sections.find(({ id }) => id === 'sql');
    expect(plain(sql?.summary ?? [])).toBe('2 of 3 targets change.');
    expect(sql?.parts.map(({ title }) => plain(title))).toEqual([
      'By hand, where the tables are deployed already: a script creates what is absent and changes no column',
      '`liquid_logic.sqlserver`: 1 table, 1 column renamed; re-run needed: yes; migration: safe (1 line added, 1 removed)',
      '`eclipse.postgres`: 1 table, 1 column renamed; re-run needed: yes; migration: safe (1 line added, 1 removed)',
    ]);
  });

  it('tells who is hit, first in general, then column by column', () => {
    expect(linesOf(fiveItems(), 'impact')).toEqual([
      'Returns: SSDA903 (3 items).',
      'CMS: liquid_logic (4 items, run by 87 local authorities), mosaic (2 items, run by 48 local authorities).',
      'DfE API reads `ssd_person.pers_dob`; its values arrive in another type.',
    ]);
  });
});

describe('what to do next', () => {
  const renamed = aChange({ kind: 'item-renamed' });
  const question = { object: '', itemRef: '', question: 'Which?', file: 'a.yml', path: [] };

  it.each<[string, Partial<Review>, string[]]>([
    ['an error comes first and alone', { verdict: 'mend', findings: [aFinding()], changes: [renamed] }, ['Mend']],
    ['questions are to be answered', { verdict: 'decide', questions: [question] }, ['Answer']],
    [
      'an undecided type is to be stated, the records can be written',
      { verdict: 'decide', changes: [{ ...renamed, changeType: 'undecided' }] },
      ['Say what a change is', '`steward record`', '`steward check`'],
    ],
    [
      'records and SQL are to be written',
      { changes: [renamed], sql: [aTarget()] },
      ['`steward record` writes the change log, the metadata, CHANGELOG.md and the SQL.', '`steward check`'],
    ],
    ['where nothing is to be recorded the SQL is written alone', { sql: [aTarget()] }, ['`steward sql`']],
  ])('%s', (_, given, beginnings) => {
    const lines = linesOf(aReview(given), 'next');
    expect(lines).toHaveLength(beginnings.length);
    lines.forEach((line, index) => {
      expect(line.startsWith(beginnings[index] ?? '')).toBe(true);
    });
  });
});

describe('sortChanges', () => {
  const guidance = (count: number) =>
    Array.from({ length: count }, (_, index) => aChange({ kind: 'item-guidance-changed', name: `item_${index}` }));

  it('folds a group of many and lists a group of few one by one', () => {
    const group = (members: number[]) => ({
      id: 'g1',
      kind: 'item-guidance-changed' as const,
      title: 'alike',
      members,
    });
    const many = sortChanges({ changes: guidance(4), groups: [group([0, 1, 2, 3])] });
    expect(many.groups).toHaveLength(1);
    expect(many.documentation).toEqual([]);
    const few = sortChanges({ changes: guidance(3), groups: [group([0, 1, 2])] });
    expect(few.groups).toEqual([]);
    expect(few.documentation).toHaveLength(3);
  });

  it('never folds a rename away, only what follows it', () => {
    const rename = aChange({ kind: 'item-renamed' });
    const keys = Array.from({ length: 5 }, () => aChange({ kind: 'item-foreign-key-changed' }));
    const groups = [{ id: 'g1', kind: 'item-renamed' as const, title: 'is renamed', members: [0, 1, 2, 3, 4, 5] }];
    const sorted = sortChanges({ changes: [rename, ...keys], groups });
    expect(sorted.structural).toEqual([rename]);
    expect(sorted.groups[0]?.changes).toEqual(keys);
  });

  it('puts each change in exactly one place', () => {
    const kinds = Object.keys(CHANGE_KINDS) as ChangeKind[];
    const change = fc.record({ kind: fc.constantFrom(...kinds), cosmetic: fc.boolean() });
    const input = fc.array(change, { maxLength: 30 }).chain((changes) =>
      fc.record({
        changes: fc.constant(changes),
        groupOf: fc.array(fc.nat(3), { minLength: changes.length, maxLength: changes.length }),
      }),
    );
    fc.assert(
      fc.property(input, ({ changes: drafts, groupOf }) => {
        const changes = drafts.map(({ kind, cosmetic }) =>
          aChange({ kind, ...(cosmetic ? { class: 'cosmetic' } : {}) }),
        );
        const groups = [1, 2, 3].map((id) => ({
          id: `g${id}`,
          kind: 'item-added' as const,
          title: '',
          members: groupOf.flatMap((group, index) => (group === id ? [index] : [])),
        }));
        const { structural, documentation, groups: folded, cosmetic } = sortChanges({ changes, groups });
        const placed: JudgedChange[] = [...structural, ...documentation, ...folded.flatMap((group) => group.changes)];
        expect(new Set(placed).size).toBe(placed.length);
        expect(placed.length + cosmetic).toBe(changes.length);
      }),
    );
  });
});

describe('changeParts', () => {
  it('has one part a data object, code sets last', () => {
    const code = aChange({ kind: 'code-set-value-added', object: '', itemRef: '', name: 'sex', part: 'X' });
    const parts = changeParts([code, aChange({ kind: 'item-added' }), aChange({ kind: 'item-renamed' })], 40);
    expect(parts.map(({ title }) => plain(title))).toEqual(['`ssd_person`: 2 changes', 'Code sets: 1 change']);
    expect(parts.map(({ object }) => object)).toEqual(['ssd_person', '']);
  });

  it('names the item once', () => {
    const lines = changeParts([aChange({ kind: 'item-added' }), aChange({ kind: 'item-type-changed' })], 40)[0]?.lines;
    expect(lines?.map(({ subject }) => plain(subject))).toEqual(['PERS010A', 'PERS010A `pers_sex`']);
  });

  it('folds the crowds of a large review', () => {
    const changes = ['a', 'a', 'a', 'a', 'b'].map((object) => aChange({ kind: 'item-type-changed', object }));
    expect(changeParts(changes, 4).map(({ folded }) => folded)).toEqual([true, false]);
    expect(changeParts(changes, 5).map(({ folded }) => folded)).toEqual([false, false]);
  });

  it('tags a change with type, weight and identifier, and says what is stated or only in the spreadsheet', () => {
    const tags = (given: Partial<JudgedChange>) =>
      changeParts([aChange({ kind: 'item-size-changed', ...given })], 40)[0]?.lines[0]?.tags;
    expect(tags({})).toEqual(['change', 'major', 'SSD-0028']);
    expect(tags({ stated: true, changeType: 'bug', changeId: null })).toEqual(['bug (stated by the author)', 'major']);
    expect(tags({ source: 'spreadsheet' })).toContain('only in the spreadsheet');
  });
});

describe('textParts', () => {
  const texts = (count: number) =>
    Array.from({ length: count }, (_, index) => aChange({ kind: 'item-guidance-changed', object: `ssd_${index % 4}` }));

  it('are by object while they are few', () => {
    expect(textParts(texts(10)).map(({ folded }) => folded)).toEqual([false, false, false, false]);
  });

  it('are one folded part when they are many', () => {
    const [part, ...others] = textParts(texts(11));
    expect(others).toEqual([]);
    expect(part?.folded).toBe(true);
    expect(plain(part?.title ?? [])).toBe('11 changes in 4 data objects');
    expect(plain(part?.examples ?? [])).toBe('`ssd_0.pers_sex`, `ssd_1.pers_sex`, `ssd_2.pers_sex`');
  });
});

describe('groupParts', () => {
  it('counts the items, names three of them and keeps all', () => {
    const { groups } = sortChanges(biggestVersion());
    const [part] = groupParts(groups);
    expect(plain(part?.title ?? [])).toBe('78 items – description gains "New."');
    expect(plain(part?.examples ?? []).split(', ')).toHaveLength(3);
    expect(part?.lines).toHaveLength(78);
  });

  it('shortens a pattern that quotes a long text', () => {
    const changes = [aChange({ kind: 'item-guidance-changed' })];
    const [part] = groupParts([{ title: `guidance gains "${'word '.repeat(1000)}"`, changes }]);
    expect(plain(part?.title ?? []).length).toBeLessThan(250);
  });
});
