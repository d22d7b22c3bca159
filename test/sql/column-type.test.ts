import fc from 'fast-check';
import { readColumnType } from '../../src/sql/column-type.js';

const cases: readonly [type: string, size: number | 'max' | null, expected: string][] = [
  ['nvarchar', 48, 'nvarchar 48'],
  ['nvarchar', 'max', 'nvarchar max'],
  ['nvarchar', null, 'nvarchar 255'],
  ['VARCHAR()', null, 'nvarchar 255'],
  ['VARCHAR(10)', null, 'nvarchar 10'],
  ['varchar(max)', null, 'nvarchar max'],
  ['VARCHAR(10)', 20, 'nvarchar 20'],
  ['string', null, 'nvarchar 255'],
  ['nchar', 1, 'nchar 1'],
  ['NCHAR', null, 'nchar 1'],
  ['CHAR(13)', null, 'nchar 13'],
  ['datetime', null, 'datetime null'],
  ['Datetime', 8, 'datetime null'],
  ['DATE', null, 'datetime null'],
  ['int', 4, 'int null'],
  ['integer', null, 'int null'],
  ['TINYINT(2)', null, 'int null'],
  ['TINYINT()', null, 'int null'],
  ['float', 4, 'float null'],
  ['Bit', 1, 'bit null'],
  ['BOOLEAN', null, 'bit null'],
  ['BINARY', 32, 'binary 32'],
  [' nvarchar ', 0, 'nvarchar 255'],
  ['nvarchar', -1, 'nvarchar 255'],
  ['nvarchar', Number.NaN, 'nvarchar 255'],
  ['nvarchar', 1.5, 'nvarchar 255'],
];

test.each(cases)('%p with size %p is %s', (type, size, expected) => {
  const read = readColumnType(type, size);
  expect(`${read?.name} ${read?.size}`).toBe(expected);
});

test.each([
  '',
  ' ',
  'nvarhcar',
  'New Feature',
  'nvarchar(10',
  'nvarchar(10); DROP TABLE x',
  '__proto__',
  'constructor',
])('%p is not a type', (type) => expect(readColumnType(type, 48)).toBeNull());

test('every recorded type of every version has a meaning', () => {
  const recorded = ['nvarchar', 'datetime', 'DATE', 'VARCHAR()', 'nchar', 'VARCHAR(10)', 'BOOLEAN', 'string', 'date'];
  const rarer = ['int', 'boolean', 'TINYINT(2)', 'NCHAR', 'float', 'VARCHAR(8)', 'CHAR(3)', 'integer', 'BINARY', 'Bit'];
  expect([...recorded, ...rarer].filter((type) => readColumnType(type, null) === null)).toEqual([]);
});

test('whatever is read, a sized type has a usable size', () => {
  fc.assert(
    fc.property(fc.constantFrom('nvarchar', 'char(7)', 'binary'), fc.option(fc.double()), (type, size) => {
      const read = readColumnType(type, size);
      expect(read?.size === 'max' || Number.isSafeInteger(read?.size)).toBe(true);
      expect(Number(read?.size)).toBeGreaterThan(0);
    }),
  );
});
