/** Changes that only the spreadsheet says: source columns of each CMS. */
import type { Spreadsheet } from '../../src/specification/model.js';
import { spreadsheet } from '../fakes/specification.js';
import { compare, person, told } from './build.js';

const SEX = { ref: 'PERS001A', name: 'pers_sex' };
const PEOPLE = { table: 'PEOPLE', field: 'SEX' };

/** A specification of one item whose row has these sources. */
function withSources(sources: Spreadsheet['rows'][number]['sources'], item = SEX) {
  return { ...person(item), spreadsheet: spreadsheet({ itemRef: item.ref, fieldName: item.name, sources }) };
}

test('another table and another column are two changes of the item, at the row of the spreadsheet', () => {
  const from = withSources({ mosaic: PEOPLE });
  const { changes } = compare(from, withSources({ mosaic: { table: 'PERSONS', field: 'GENDER' } }));
  const place = { object: 'ssd_person', itemRef: 'PERS001A', name: 'pers_sex', side: 'head', source: 'spreadsheet' };
  const at = { file: 'docs/admin/specification.csv', path: ['row', 1], class: 'structural' };
  expect(changes).toMatchObject([
    { ...place, ...at, kind: 'item-cms-table-changed', before: ['mosaic:PEOPLE'], after: ['mosaic:PERSONS'] },
    { ...place, ...at, kind: 'item-cms-field-changed', before: ['mosaic:SEX'], after: ['mosaic:GENDER'] },
  ]);
});

test('sources that come or go are changes from or to nothing', () => {
  const [none, some] = [withSources({}), withSources({ mosaic: PEOPLE })];
  expect(compare(none, some).changes.map(({ before, after }) => [before, after])).toEqual([
    [null, ['mosaic:PEOPLE']],
    [null, ['mosaic:SEX']],
  ]);
  expect(compare(some, none).changes.map(({ after }) => after)).toEqual([null, null]);
});

test.each([
  ['letter case', { mosaic: { table: 'people', field: 'Sex' } }],
  ['order of the CMS', { azeus: PEOPLE, mosaic: PEOPLE }],
])('%s alone is cosmetic', (_, sources) => {
  const base = withSources('azeus' in sources ? { mosaic: PEOPLE, azeus: PEOPLE } : { mosaic: PEOPLE });
  const { changes } = compare(base, withSources(sources));
  expect(changes.map((change) => change.class)).toEqual(['cosmetic', 'cosmetic']);
});

test('an item that comes, or a spreadsheet that comes, changes no source', () => {
  const some = withSources({ mosaic: PEOPLE });
  expect(told(compare({ ...some, objects: [] }, some).changes)).toEqual([
    'object-added ssd_person',
    'item-added PERS001A pers_sex',
  ]);
  expect(compare(person(SEX), some).changes).toEqual([]);
  expect(compare(some, person(SEX)).changes).toEqual([]);
});

test('a row follows its item under a new name and a new ref', () => {
  const described = { description: 'Sex of the child' };
  const base = withSources({ mosaic: PEOPLE }, { ...SEX, ...described });
  const head = withSources({ azeus: PEOPLE }, { ref: 'PERS002A', name: 'pers_sex', ...described });
  expect(told(compare(base, head).changes)).toEqual([
    'item-cms-table-changed PERS002A pers_sex',
    'item-cms-field-changed PERS002A pers_sex',
    'item-ref-changed PERS002A pers_sex',
  ]);
});

test('of a ref that stands twice each item has the row with its own name, or none', () => {
  const twins = [SEX, { ref: 'PERS001A', name: 'pers_flag' }];
  const rows = (field: string) =>
    spreadsheet(
      { itemRef: 'PERS001A', fieldName: 'pers_sex', sources: { mosaic: { table: 'PEOPLE', field } } },
      { itemRef: 'PERS001A', fieldName: 'pers_old_flag', sources: {} },
    );
  const of = (field: string) => ({ ...person(...twins), spreadsheet: rows(field) });
  expect(told(compare(of('SEX'), of('GENDER')).changes)).toEqual(['item-cms-field-changed PERS001A pers_sex']);
  const before = { ...person(SEX), spreadsheet: spreadsheet({ itemRef: 'PERS001A', sources: { mosaic: PEOPLE } }) };
  expect(told(compare(before, of('SEX')).changes)).toEqual(['item-added PERS001A pers_flag']);
});
