import { CHANGE_KINDS, type ChangeKind } from '../../src/changes/change-kinds.js';
import { forgeries } from '../../src/identifiers/forgeries.js';
import { entryKey, isIdentified, subjectKey, subjectOf } from '../../src/identifiers/subject.js';
import { CONFIG } from '../fakes/recorded.js';
import { changeLog, entry, item, metadata, object, specification } from '../fakes/specification.js';
import { assign, byRef, change, own } from './build.js';

const OLD = [{ changeId: 'SSD-0027', itemRef: 'PERS009A' }];

describe('the next number', () => {
  test('follows the highest of the change log, in the order of the changes', () => {
    const found = assign([change('PERS002A'), change('PERS001A')], { old: OLD });
    expect(byRef(found, 'PERS002A', 'PERS001A')).toEqual(['SSD-0028', 'SSD-0029']);
    expect(found.forged).toEqual([]);
  });

  test('one item has one number, however many of its values change', () => {
    const changes = [change('PERS001A'), change('PERS001A', { kind: 'item-renamed' }), change('PERS002A')];
    expect([...assign(changes, {}).identifiers.values()]).toEqual(['SSD-0001', 'SSD-0002']);
  });

  test('the first of a standard is 1', () => {
    expect(byRef(assign([change('PERS001A')], {}), 'PERS001A')).toEqual(['SSD-0001']);
  });

  test.each([
    ['the change log', specification([], { changeLog: changeLog({ changeId: 'SSD-0041' }) })],
    ['the change log in the earliest spelling', specification([], { changeLog: changeLog({ changeId: 'SSD0041' }) })],
    ['a metadata block', specification([object('a', [{ ref: 'A', name: 'a', metadata: metadata('SSD-0041') }])])],
    ['CHANGELOG.md', specification([], { changelogMd: { file: 'CHANGELOG.md', text: '| SSD-0041 | SSD-0007 |' } })],
    [
      'a withdrawn row',
      specification([], { changeLog: changeLog({ changeId: 'SSD-0041', changeStatus: 'withdrawn' }) }),
    ],
  ])('counts what stands in %s of the base', (_, base) => {
    expect(byRef(assign([change('PERS001A')], {}, { base, head: base }), 'PERS001A')).toEqual(['SSD-0042']);
  });

  test('counts what is reserved elsewhere, and not what is no identifier', () => {
    const reserved = ['SSD-0035', 'ssd-0099', 'SSD-00098', 'nonsense'];
    expect(byRef(assign([change('PERS001A')], { old: OLD }, { reserved }), 'PERS001A')).toEqual(['SSD-0036']);
  });

  test('is not pushed by what the head alone says in blocks or CHANGELOG.md', () => {
    const head = specification([object('a', [{ ref: 'A', name: 'a', metadata: metadata('SSD-9999') }])], {
      changelogMd: { file: 'CHANGELOG.md', text: 'SSD-9998' },
    });
    expect(byRef(assign([change('PERS001A')], {}, { head }), 'PERS001A')).toEqual(['SSD-0001']);
  });
});

describe('who gets one', () => {
  const without: readonly ChangeKind[] = ['item-metadata-changed', 'object-added', 'object-removed'];

  test.each(Object.keys(CHANGE_KINDS) as ChangeKind[])('%s', (kind) => {
    expect(isIdentified(change('PERS001A', { kind }))).toBe(!without.includes(kind));
    expect(isIdentified(change('PERS001A', { kind, class: 'cosmetic' }))).toBe(false);
  });

  test('a cosmetic change uses no number up', () => {
    const changes = [change('PERS001A', { class: 'cosmetic' }), change('PERS002A')];
    expect(byRef(assign(changes, {}), 'PERS001A', 'PERS002A')).toEqual([undefined, 'SSD-0001']);
  });

  test('objects and code sets have a number of their own', () => {
    const renamed = change('', { kind: 'object-renamed', name: '' });
    const code = change('', { kind: 'code-set-value-added', object: '', name: 'sex', part: 'M' });
    const other = change('', { kind: 'code-set-value-added', object: '', name: 'sex', part: 'F' });
    const { identifiers } = assign([renamed, code, other], {});
    expect([...identifiers]).toEqual([
      [subjectKey({ object: 'ssd_person', itemRef: '', codeSet: '' }), 'SSD-0001'],
      [subjectKey({ object: '', itemRef: '', codeSet: 'sex' }), 'SSD-0002'],
    ]);
  });

  test.each([
    ['an item', { object: 'ssd_person', itemRef: 'PERS001A', name: 'pers_sex' }, entry()],
    ['an object', { object: 'ssd_person', itemRef: '', name: '' }, entry({ itemRef: '' })],
    ['a code set', { object: '', itemRef: '', name: 'sex' }, entry({ itemRef: '', changeObjectName: 'code set sex' })],
  ])('the row of %s is found again by its key', (_, about, row) => {
    expect(entryKey(row)).toBe(subjectKey(subjectOf(change('', about))));
  });

  test('an item of an object whose name begins like a code set is no code set', () => {
    expect(entryKey(entry({ changeObjectName: 'code set sex' }))).toBe('code set sex PERS001A ');
  });
});

describe('earlier runs of the same proposal', () => {
  test('a row of its own keeps its number, and others follow', () => {
    const added = [own('SSD-0029', 'PERS001A'), own('SSD-0028', 'PERS002A')];
    const changes = [change('PERS003A'), change('PERS001A'), change('PERS002A')];
    const found = assign(changes, { old: OLD, added });
    expect(byRef(found, 'PERS001A', 'PERS002A', 'PERS003A')).toEqual(['SSD-0029', 'SSD-0028', 'SSD-0030']);
    expect(found.ownEntries.map(({ changeId }) => changeId)).toEqual(['SSD-0029', 'SSD-0028']);
  });

  test('a withdrawn number stays burnt, and comes back only to its own item', () => {
    const added = [own('SSD-0028', 'PERS001A', { changeStatus: 'withdrawn' })];
    expect(byRef(assign([change('PERS002A')], { old: OLD, added }), 'PERS002A')).toEqual(['SSD-0029']);
    const again = assign([change('PERS002A'), change('PERS001A')], { old: OLD, added });
    expect(byRef(again, 'PERS002A', 'PERS001A')).toEqual(['SSD-0029', 'SSD-0028']);
  });

  test('a row of another source is not ours, but its number is taken', () => {
    const added = [{ changeId: 'SSD-0028', itemRef: 'PERS001A', changeSource: 'meeting of May' }];
    const found = assign([change('PERS001A')], { old: OLD, added });
    expect(byRef(found, 'PERS001A')).toEqual(['SSD-0029']);
    expect(found).toMatchObject({ ownEntries: [], forged: [] });
  });

  test('a number that the base has meanwhile is given anew', () => {
    const taken = { changeId: 'SSD-0028', itemRef: 'ADDR001A', changeObjectName: 'ssd_address' };
    const found = assign([change('PERS001A')], { old: [...OLD, taken], added: [own('SSD-0028', 'PERS001A')] });
    expect(byRef(found, 'PERS001A')).toEqual(['SSD-0029']);
    expect(found.forged.map(({ itemRef }) => itemRef)).toEqual(['PERS001A']);
  });

  test('two rows cannot share a number: the second is not believed', () => {
    const added = [own('SSD-0028', 'PERS001A'), own('SSD-0028', 'PERS002A')];
    const found = assign([change('PERS001A'), change('PERS002A')], { old: OLD, added });
    expect(byRef(found, 'PERS001A', 'PERS002A')).toEqual(['SSD-0028', 'SSD-0029']);
    expect(found.forged.map(({ itemRef }) => itemRef)).toEqual(['PERS002A']);
  });

  test('one item cannot have two rows of one proposal: the second is not believed, and its number not given', () => {
    const added = [own('SSD-0028', 'PERS001A'), own('SSD-0029', 'PERS001A')];
    const found = assign([change('PERS001A'), change('PERS002A')], { old: OLD, added });
    expect(byRef(found, 'PERS001A', 'PERS002A')).toEqual(['SSD-0028', 'SSD-0030']);
    expect(found.forged.map(({ changeId }) => changeId)).toEqual(['SSD-0029']);
  });
});

describe('forged numbers are neither believed nor given', () => {
  const FORGED = ['SSD-9999', 'SSD-00001', 'ssd-0001', 'SSD-٠٠٠١', 'SSD-0000', '', 'SSD-0027', 'SSD-0001', 'SSD-0030'];

  test.each(FORGED)('%j', (changeId) => {
    const found = assign([change('PERS001A')], { old: OLD, added: [own(changeId, 'PERS001A')] });
    expect(byRef(found, 'PERS001A')).toEqual(['SSD-0028']);
    expect(found.forged.map((row) => row.changeId)).toEqual([changeId]);
    expect(found.ownEntries).toEqual([]);
  });

  test('a new row in the earliest spelling is not of our writing, and its number is passed over', () => {
    const found = assign([change('PERS001A')], { old: OLD, added: [own('SSD0028', 'PERS001A')] });
    expect(found.forged.map(({ changeId }) => changeId)).toEqual(['SSD0028']);
    expect(byRef(found, 'PERS001A')).toEqual(['SSD-0029']);
  });

  test('a number that stands forged in the log is passed over', () => {
    const added = [own('SSD-0028', 'PERS009A'), own('SSD-0029', 'PERS009A')];
    const found = assign([change('PERS001A')], { old: OLD, added });
    expect(found.forged.map(({ changeId }) => changeId)).toEqual(['SSD-0029']);
    expect(byRef(found, 'PERS001A')).toEqual(['SSD-0030']);
  });

  test('the first log of a standard is believed as it stands', () => {
    const head = specification([], { changeLog: changeLog({ changeId: 'SSD-0400' }) });
    const found = assign([change('PERS001A')], {}, { base: specification([]), head });
    expect(byRef(found, 'PERS001A')).toEqual(['SSD-0401']);
    expect(found.forged).toEqual([]);
  });

  test('each is a finding at its row', () => {
    const row = entry({ changeId: 'SSD-9999', path: ['row', 3] });
    expect(forgeries([row], CONFIG)).toEqual([
      {
        rule: 'identifier-not-given',
        severity: 'error',
        file: 'spec/log.csv',
        path: ['row', 3, 'change_id'],
        line: null,
        column: null,
        object: 'ssd_person',
        itemRef: 'PERS001A',
        value: 'SSD-9999',
        message: 'the change log gains "SSD-9999", which is not the next SSD identifier',
        expected: 'the row left out; identifiers are given by `steward record`',
      },
    ]);
  });
});

describe('rows that a proposal loses', () => {
  const two = changeLog({ changeId: 'SSD-0001', itemRef: 'PERS001A' }, { changeId: 'SSD-0002', itemRef: 'PERS002A' });
  const base = specification([], { changeLog: two });
  const lost = (head: ReturnType<typeof specification>) =>
    assign([], {}, { base, head }).forged.map(({ changeId, lost: gone }) => [changeId, gone]);

  test('are told, where the log is gone as well', () => {
    const one = changeLog({ changeId: 'SSD-0002', itemRef: 'PERS002A' });
    expect(lost(specification([], { changeLog: one }))).toEqual([['SSD-0001', true]]);
    expect(lost(specification([]))).toEqual([
      ['SSD-0001', true],
      ['SSD-0002', true],
    ]);
  });

  test('are not those that are altered, or that had no identifier', () => {
    const renamed = changeLog({ changeId: 'SSD-0001', itemRef: 'PERS001A', changeObjectName: 'ssd_people' });
    const before = changeLog({ changeId: 'SSD-0001', itemRef: 'PERS001A' }, { changeId: 'x', itemRef: 'PERS002A' });
    const input = { base: specification([], { changeLog: before }), head: specification([], { changeLog: renamed }) };
    expect(assign([], {}, input).forged.filter(({ lost: gone }) => gone)).toEqual([]);
  });

  test('are not known where the log cannot be read', () => {
    const problem = { code: 'wrong-shape', severity: 'error' as const, file: 'spec/log.csv', path: [] };
    const unread = { ...problem, line: 1, column: 1, message: '', expected: '' };
    expect(lost(specification([], { problems: [unread] }))).toEqual([]);
  });

  test('are one finding together, however many they are', () => {
    const rows = [1, 2, 3, 4, 5].map((n) => ({
      ...entry({ changeId: `SSD-000${n}`, itemRef: 'PERS001A' }),
      lost: true,
    }));
    expect(forgeries(rows, CONFIG)).toMatchObject([
      {
        rule: 'change-log-row-lost',
        severity: 'error',
        file: 'spec/log.csv',
        message: 'the change log loses SSD-0001 of PERS001A, SSD-0002 of PERS001A, SSD-0003 of PERS001A and 2 more',
      },
    ]);
  });
});

test('an item of another object with the same ref is another subject', () => {
  const copy = change('PERS001A', { object: 'ssd_address' });
  const { identifiers } = assign([change('PERS001A'), copy], {});
  expect(identifiers.size).toBe(2);
  expect(item({ ref: 'PERS001A', name: 'a' }).object).toBe('ssd_person');
});

describe('what is merged is merged', () => {
  const given = new Map([['ssd_person PERS001A ', 'SSD-0028']]);

  test('a number that the register gave, and whose row the base has, is not given for another change', () => {
    const merged = own('SSD-0028', 'PERS001A', { changeStatus: 'agreed' });
    expect(byRef(assign([change('PERS001A')], { old: [...OLD, merged] }, { given }), 'PERS001A')).toEqual(['SSD-0029']);
    expect(byRef(assign([change('PERS001A')], { old: OLD }, { given }), 'PERS001A')).toEqual(['SSD-0028']);
  });

  test('with a register a proposal cannot write itself agreed; without one, what the log says stands', () => {
    const added = [own('SSD-0028', 'PERS001A', { changeStatus: 'agreed' })];
    const statusOf = (parts: object) =>
      assign([change('PERS001A')], { old: OLD, added }, parts).ownEntries.map(({ changeStatus }) => changeStatus);
    expect(statusOf({ given })).toEqual(['pending']);
    expect(statusOf({})).toEqual(['agreed']);
  });
});
