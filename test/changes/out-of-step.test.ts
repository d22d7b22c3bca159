/** What stands in only one of YAML, spreadsheet and change log is told: the next refresh would erase it. */
import { findOutOfStep } from '../../src/changes/out-of-step.js';
import type { DataItem, Specification, SpreadsheetRow } from '../../src/specification/model.js';
import { changeLog, type ItemParts, spreadsheet } from '../fakes/specification.js';
import { compare, person } from './build.js';

const SEX = { ref: 'PERS001A', name: 'pers_sex', type: '' };

type Row = Partial<SpreadsheetRow> & { readonly itemRef: string };

function found(base: Specification, head: Specification): string[] {
  return findOutOfStep(base, head, compare(base, head).changes).map(
    ({ onlyIn, itemRef, object, sentence }) => `${onlyIn}, ${object} ${itemRef}: ${sentence}`,
  );
}

function both(items: readonly ItemParts[], rows: readonly Row[]): Specification {
  return { ...person(...items), spreadsheet: spreadsheet(...rows) };
}

/** The item in the YAML and its row, before and after. */
function step(
  item: readonly [Partial<DataItem>, Partial<DataItem>],
  row: readonly [Partial<SpreadsheetRow>, Partial<SpreadsheetRow>],
): string[] {
  const of = (at: 0 | 1) =>
    both([{ ...SEX, ...item[at] }], [{ itemRef: 'PERS001A', fieldName: 'pers_sex', ...row[at] }]);
  return found(of(0), of(1));
}

describe('only in the YAML', () => {
  test.each<[what: string, item: [Partial<DataItem>, Partial<DataItem>], row: Partial<SpreadsheetRow>, old: string]>([
    ['a name', [{ name: 'pers_gender' }, { name: 'pers_sex' }], { fieldName: 'pers_gender' }, 'pers_gender'],
    ['a type', [{ type: 'int' }, { type: 'bit' }], { type: 'INT' }, 'int'],
    ['a description', [{ description: 'One  two' }, { description: 'Three' }], { description: 'One two' }, 'One  two'],
    ['a foreign key', [{ foreignKey: 'a.b' }, { foreignKey: 'c.d' }], { foreignKey: 'a.b' }, 'a.b'],
    ['returns', [{ returns: ['A', 'B'] }, { returns: ['A'] }], { returns: ['A', 'B'] }, 'A|B'],
    ['a value where there was none', [{}, { foreignKey: 'c.d' }], {}, 'nothing'],
  ])('%s', (_, item, row, old) => {
    expect(step(item, [row, row])).toEqual([
      `yaml, ssd_person PERS001A: The spreadsheet still has the old value of \`pers_sex\`: ${old}.`,
    ]);
  });

  test('nothing is said where the spreadsheet has the new value, or had another all along', () => {
    expect(step([{ type: 'int' }, { type: 'bit' }], [{ type: 'int' }, { type: 'bit' }])).toEqual([]);
    expect(step([{ type: 'int' }, { type: 'bit' }], [{ type: 'x' }, { type: 'x' }])).toEqual([]);
  });

  test('nothing is said of what a spreadsheet does not carry, or of what is cosmetic', () => {
    expect(step([{}, { guidance: 'x' }], [{}, {}])).toEqual([]);
    expect(
      step([{ description: 'One.' }, { description: 'one' }], [{ description: 'One.' }, { description: 'One.' }]),
    ).toEqual([]);
  });

  test('an item that is new or gone', () => {
    const row = { itemRef: 'PERS001A', fieldName: 'pers_sex' };
    expect(found(both([], []), both([SEX], []))).toEqual([
      'yaml, ssd_person PERS001A: `pers_sex` is new in the YAML and not in the spreadsheet.',
    ]);
    expect(found(both([SEX], [row]), both([], [row]))).toEqual([
      'yaml, ssd_person PERS001A: `pers_sex` is gone from the YAML and still in the spreadsheet.',
    ]);
    expect(found(both([], []), both([SEX], [row]))).toEqual([]);
    expect(found(both([SEX], [row]), both([], []))).toEqual([]);
  });
});

describe('only in the spreadsheet', () => {
  test.each<[what: string, rows: [Partial<SpreadsheetRow>, Partial<SpreadsheetRow>], says: string]>([
    ['a type', [{ type: 'int' }, { type: 'bit' }], 'bit'],
    ['a description', [{ description: 'a' }, { description: 'b' }], 'b'],
    ['a foreign key', [{ foreignKey: 'a.b' }, { foreignKey: '' }], ''],
    ['returns', [{ returns: ['A'] }, { returns: ['A', 'B'] }], 'A|B'],
  ])('%s', (_, rows, says) => {
    expect(step([{}, {}], rows)).toEqual([
      `spreadsheet, ssd_person PERS001A: The spreadsheet says "${says}" of \`pers_sex\` now, and the YAML does not.`,
    ]);
  });

  test('nothing is said of letter case and white space, or where the YAML changes the same', () => {
    expect(step([{}, {}], [{ type: 'INT ' }, { type: 'int' }])).toEqual([]);
    expect(step([{ type: 'int' }, { type: 'bit' }], [{ type: 'int' }, { type: 'bit' }])).toEqual([]);
  });

  test('rows of items that come, go or have another ref now are not compared', () => {
    const described = { name: 'pers_sex', type: '', description: 'Sex of the child' };
    const base = both(
      [{ ...described, ref: 'PERS001A' }],
      [
        { itemRef: 'PERS001A', type: 'a' },
        { itemRef: 'PERS002A', type: 'b' },
      ],
    );
    const head = both(
      [
        { ...described, ref: 'PERS002A' },
        { ref: 'PERS001A', name: 'pers_id', type: '' },
      ],
      [
        { itemRef: 'PERS001A', type: 'c' },
        { itemRef: 'PERS002A', type: 'a' },
      ],
    );
    expect(found(base, head)).toEqual([]);
  });

  test('without a spreadsheet in the base there is nothing to compare, without one in the head nothing to say', () => {
    const row = { itemRef: 'PERS001A', type: 'int' };
    expect(found(person(SEX), both([SEX], [row]))).toEqual([]);
    expect(found(both([SEX], [row]), person({ ...SEX, type: 'bit' }))).toEqual([]);
  });
});

describe('only in the change log', () => {
  const item = both([SEX], [{ itemRef: 'PERS001A' }]);
  const withLog = (...rows: Parameters<typeof changeLog>) => ({ ...item, changeLog: changeLog(...rows) });

  test('a pending row is new and nothing of the item changes', () => {
    expect(found(item, withLog({ changeId: 'SSD-0007' }))).toEqual([
      'change log, ssd_person PERS001A: SSD-0007 is new in the change log, and nothing of the item changes.',
    ]);
  });

  test('not for rows of the base, rows without an item, rows that are released, or items that change', () => {
    const row = { changeId: 'SSD-0007' };
    expect(found(withLog(row), withLog(row))).toEqual([]);
    expect(found(item, withLog({ ...row, itemRef: '' }))).toEqual([]);
    expect(found(item, withLog({ ...row, changeStatus: 'released' }))).toEqual([]);
    const changed = { ...withLog(row), objects: person({ ...SEX, guidance: 'x' }).objects };
    expect(found(item, changed)).toEqual([]);
  });
});
