import type { Assignment } from '../../src/identifiers/assign.js';
import { subjectKey } from '../../src/identifiers/subject.js';
import { type LogRow, proposalRows } from '../../src/records/log-row.js';
import { unrecordedSubjects } from '../../src/records/unrecorded.js';
import type { JudgedChange } from '../../src/review.js';
import { changeLog, entry, specification } from '../fakes/specification.js';
import { aChange } from '../report/build.js';
import { row } from './build.js';

const REQUEST = 'pull request 12';

function identifiers(...subjects: readonly (readonly [object: string, itemRef: string, codeSet: string])[]) {
  return new Map(
    subjects.map(([object, itemRef, codeSet], index) => [
      subjectKey({ object, itemRef, codeSet }),
      `SSD-00${28 + index}`,
    ]),
  );
}

/** The rows for the changes; each is described by its kind. */
function rowsOf(changes: readonly JudgedChange[], given: Partial<Assignment> = {}): readonly LogRow[] {
  return proposalRows(changes, {
    assignment: {
      identifiers: identifiers(['ssd_person', 'PERS001A', ''], ['ssd_person', 'PERS002A', ''], ['', '', 'sex']),
      ownEntries: [],
      forged: [],
      ...given,
    },
    changeRequest: REQUEST,
    spell: (type) => type.toUpperCase(),
    describe: ({ kind, name }) => `\`${name}\`  ${kind}`,
  });
}

const change = (given: Partial<JudgedChange> & Pick<JudgedChange, 'kind'>) =>
  aChange({ itemRef: 'PERS001A', ...given });

describe('one row an item', () => {
  const changes = [
    change({ kind: 'item-description-changed', weight: 'patch', changeType: 'bug', reason: 'A slip.' }),
    change({ kind: 'item-type-changed', weight: 'major', changeType: 'change', reason: 'Another kind.' }),
    change({ kind: 'item-returns-changed', weight: 'minor', changeType: 'new feature', reason: 'Covered.' }),
    change({ kind: 'item-guidance-changed', weight: 'none', changeType: 'change', reason: 'White space.' }),
  ];

  test('it has the type of the weightiest change, weightiest first in the title, at most three reasons', () => {
    expect(rowsOf(changes)).toEqual([
      row({
        changeId: 'SSD-0028',
        changeImpactTitle:
          'pers_sex item-type-changed; pers_sex item-returns-changed; pers_sex item-description-changed; ' +
          'pers_sex item-guidance-changed',
        changeType: 'CHANGE',
        changeImpactNotes: 'Another kind. A slip. Covered.',
      }),
    ]);
  });

  test('a reason is given once', () => {
    const [found] = rowsOf(changes.map((one) => ({ ...one, reason: 'Same.' })));
    expect(found?.changeImpactNotes).toBe('Same.');
  });

  test('an old ref stands in its column', () => {
    const was = { object: 'ssd_person', itemRef: 'PERS009A', name: 'pers_sex' };
    expect(rowsOf([change({ kind: 'item-ref-changed', was })])[0]).toMatchObject({
      itemRef: 'PERS001A',
      oldItemRef: 'PERS009A',
    });
    expect(rowsOf([change({ kind: 'item-added', was: null })])[0]?.oldItemRef).toBe('');
  });

  test('mappings that follow a rename go without saying', () => {
    const mapping = change({ kind: 'item-cms-field-changed', weight: 'patch' });
    expect(rowsOf([change({ kind: 'item-renamed' }), mapping])[0]?.changeImpactTitle).toBe('pers_sex item-renamed');
    expect(rowsOf([mapping])[0]?.changeImpactTitle).toBe('pers_sex item-cms-field-changed');
  });

  test('cosmetic changes and edited blocks have no part in it', () => {
    const cosmetic = change({ kind: 'item-guidance-changed', class: 'cosmetic', weight: 'major' });
    expect(rowsOf([cosmetic, change({ kind: 'item-metadata-changed' })])).toEqual([]);
  });

  test('rows stand in the order of their identifiers', () => {
    const two = change({ kind: 'item-type-changed', itemRef: 'PERS002A' });
    expect(rowsOf([two, change({ kind: 'item-type-changed' })]).map(({ changeId }) => changeId)).toEqual([
      'SSD-0028',
      'SSD-0029',
    ]);
  });
});

test('a code set and an object have rows without an item', () => {
  const code = aChange({ kind: 'code-set-value-added', object: '', itemRef: '', name: 'sex', was: null });
  expect(rowsOf([code])[0]).toMatchObject({ itemRef: '', changeObjectName: 'code set sex', changeId: 'SSD-0030' });
  const renamed = aChange({ kind: 'object-renamed', itemRef: '', name: '', was: null });
  const given = { identifiers: identifiers(['ssd_person', '', '']) };
  expect(rowsOf([renamed], given)[0]).toMatchObject({
    itemRef: '',
    changeObjectName: 'ssd_person',
    changeId: 'SSD-0028',
  });
});

describe('the title is read at a glance', () => {
  const many = (count: number, length: number) =>
    Array.from({ length: count }, (_, n) => change({ kind: 'item-type-changed', name: `${n}`.padEnd(length, 'x') }));

  test('the first sentences that fit, and how many more', () => {
    expect(rowsOf(many(5, 80))[0]?.changeImpactTitle).toBe(
      `${[0, 1].map((n) => `${`${n}`.padEnd(80, 'x')} item-type-changed`).join('; ')}; and 3 more`,
    );
  });

  test('one that is too long is cut, between two signs', () => {
    const [title = ''] = rowsOf([change({ kind: 'item-type-changed', name: '😀'.repeat(300) })]).map(
      (one) => one.changeImpactTitle,
    );
    expect([...title]).toHaveLength(240);
    expect(title).toBe(`${'😀'.repeat(239)}…`);
  });

  test('it is one line without signs that cannot be seen', () => {
    const [found] = rowsOf([change({ kind: 'item-type-changed', name: 'a\nb\u202E\u0000`c`' })]);
    expect(found?.changeImpactTitle).toBe('a b c item-type-changed');
  });
});

describe('a change that is taken back', () => {
  const gone = entry({ ...row({ changeId: 'SSD-0031', itemRef: 'PERS009A' }) });

  test('leaves its row, withdrawn', () => {
    expect(rowsOf([change({ kind: 'item-type-changed' })], { ownEntries: [gone] })).toMatchObject([
      { changeId: 'SSD-0028', changeStatus: 'pending' },
      row({ changeId: 'SSD-0031', itemRef: 'PERS009A', changeStatus: 'withdrawn' }),
    ]);
  });

  test('and comes back as pending', () => {
    const back = entry({ ...row({ itemRef: 'PERS001A', changeStatus: 'withdrawn' }) });
    expect(
      rowsOf([change({ kind: 'item-type-changed' })], { ownEntries: [back] }).map((one) => one.changeStatus),
    ).toEqual(['pending']);
  });
});

describe('what nobody recorded', () => {
  const base = specification([], { changeLog: changeLog({ changeId: 'SSD-0001' }) });
  const withRows = (...rows: Parameters<typeof changeLog>) =>
    specification([], { changeLog: changeLog({ changeId: 'SSD-0001' }, ...rows) });
  const changes = [change({ kind: 'item-type-changed' }), change({ kind: 'item-renamed' })];

  test('a changed subject without a new row, told once', () => {
    expect(unrecordedSubjects(base, withRows(), changes)).toEqual([
      { object: 'ssd_person', itemRef: 'PERS001A', codeSet: '' },
    ]);
  });

  test.each([
    ['a new row, whoever wrote it', withRows({ changeId: 'SSD-0002', changeSource: 'meeting' }), 0],
    ['a new row of another item', withRows({ changeId: 'SSD-0002', itemRef: 'PERS002A' }), 1],
    ['no log at all', specification([]), 1],
  ])('with %s', (_, head, count) => {
    expect(unrecordedSubjects(base, head, changes)).toHaveLength(count);
  });

  test('cosmetic changes need no row', () => {
    expect(unrecordedSubjects(base, base, [change({ kind: 'item-type-changed', class: 'cosmetic' })])).toEqual([]);
  });
});
