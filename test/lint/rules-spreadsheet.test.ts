import type { SpreadsheetRow } from '../../src/specification/model.js';
import { findingsOf, object, problem, spreadsheet } from './build.js';

const HEADINGS = [
  'item_ref',
  'object_name',
  'field_name',
  'type',
  'foreign_key',
  'max_field_size',
  'guidance',
  'cms_path',
];
const OBJECTS = [object('ssd_person', 'pers', [{ name: 'pers_sex' }])];
const KEY_ROW = { itemRef: 'PERS001A', objectName: 'ssd_person', fieldName: 'pers_person_id', type: 'nvarchar' };
const SEX_ROW = { itemRef: 'PERS002A', objectName: 'ssd_person', fieldName: 'pers_sex', type: 'nvarchar' };

function of(
  rule: string | undefined,
  rows: readonly Partial<SpreadsheetRow>[],
  headings: readonly string[] = HEADINGS,
) {
  return findingsOf({ objects: OBJECTS, spreadsheet: spreadsheet(rows, headings) }, rule);
}

test('a spreadsheet in step with the YAML is sound', () => {
  expect(of(undefined, [KEY_ROW, SEX_ROW])).toEqual([]);
});

test('headings differ, white space aside', () => {
  expect(of('spreadsheet-duplicate-heading', [], ['a', 'b', 'a ', '', ''])).toMatchObject([{ value: 'a' }]);
});

test('errors and zeros are told once a column', () => {
  const rows = [
    { ...KEY_ROW, cells: { guidance: '#N/A', cms_path: '0' } },
    { ...SEX_ROW, cells: { guidance: 'see #REF!', cms_path: ' 0 ' } },
  ];
  expect(of('spreadsheet-error-value', rows)).toMatchObject(
    [{ value: 'guidance', path: ['row', 1, 'guidance'], message: /^2 cells .*`PERS001A`, `PERS002A`$/ }].map(
      (each) => ({ ...each, message: expect.stringMatching(each.message) }),
    ),
  );
  expect(of('spreadsheet-zero', rows)).toMatchObject([{ value: 'cms_path' }]);
  expect(of('spreadsheet-zero', [{ ...KEY_ROW, cells: { guidance: '10', cms_path: '0.5' } }])).toEqual([]);
});

test('an item has one row', () => {
  expect(of('spreadsheet-duplicate-ref', [KEY_ROW, SEX_ROW, SEX_ROW])).toMatchObject([
    { itemRef: 'PERS002A', path: ['row', 3, 'item_ref'] },
  ]);
});

test('an item in only one of spreadsheet and YAML', () => {
  expect(of('spreadsheet-row-missing', [KEY_ROW])).toMatchObject([
    { itemRef: 'PERS002A', file: 'spec/objects/ssd_person.yml' },
  ]);
  const extra = { ...SEX_ROW, itemRef: 'PERS003A', fieldName: 'pers_gender' };
  expect(of('spreadsheet-row-unknown', [KEY_ROW, SEX_ROW, extra])).toMatchObject([
    { itemRef: 'PERS003A', file: 'docs/specification.csv' },
  ]);
  const unread = { objects: [], spreadsheet: spreadsheet([KEY_ROW], HEADINGS), problems: [problem()] };
  expect(findingsOf(unread, 'spreadsheet-row-unknown')).toEqual([]);
});

test('rows cut at line breaks are told as one, and as nothing else', () => {
  const pieces = ['F - Female', 'M - Male', 'F - Female'].map((itemRef) => ({ itemRef }));
  expect(of(undefined, [KEY_ROW, SEX_ROW, ...pieces])).toMatchObject([
    { rule: 'spreadsheet-broken-rows', path: ['row', 3, 'field_name'] },
  ]);
});

test.each([
  ['name', { fieldName: 'pers_gender' }, '`pers_sex` in the YAML, but `pers_gender` in the spreadsheet'],
  ['object', { objectName: 'ssd_people' }, '`ssd_person` in the YAML, but `ssd_people`'],
  ['type', { type: 'nchar' }, '`nvarchar` in the YAML, but `nchar`'],
  ['foreign_key', { foreignKey: 'a.b' }, 'empty in the YAML, but `a.b`'],
])('the %s is the same in both', (value, parts, message) => {
  const [finding, ...more] = of('spreadsheet-differs', [KEY_ROW, { ...SEX_ROW, ...parts }]);
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'warning', itemRef: 'PERS002A', value });
  expect(finding?.message).toContain(message);
});

test('columns that early spreadsheets lack are not compared', () => {
  const headings = ['item_ref', 'type'];
  expect(
    of(
      undefined,
      [
        { itemRef: 'PERS001A', type: 'nvarchar' },
        { itemRef: 'PERS002A', type: 'nvarchar' },
      ],
      headings,
    ),
  ).toEqual([]);
});

test('a size on a type that has none is told at the row', () => {
  expect(of('size-on-unsized-type', [KEY_ROW, { ...SEX_ROW, type: 'int', size: 4 }])).toMatchObject([
    { severity: 'info', itemRef: 'PERS002A', object: 'ssd_person', path: ['row', 2, 'max_field_size'] },
  ]);
});
