/** The same table is the same in every spelling of its values; a difference is told so that a person can look for it. */
import type { TypeName } from '../../src/sql/column-type.js';
import { canonicalCell } from '../../src/verify/tables/canonical.js';
import { compareTables } from '../../src/verify/tables/compare-tables.js';

const SPELLINGS: readonly [type: TypeName, ...spellings: string[]][] = [
  ['datetime', '2026-11-27 09:30:15', '2026-11-27T09:30:15', '2026-11-27 09:30:15.123', '2026-11-27T09:30:15.1+00:00'],
  ['datetime', '2026-11-27 00:00:00', '2026-11-27', '2026-11-27 00:00:00.0'],
  ['float', '1.5', '1.50', '1.5E0', '1.4999999999999999'],
  ['int', '7', '7.0', '007'],
  ['bit', 'true', 't', 'TRUE', '1'],
  ['bit', 'false', 'f', '0'],
  ['nvarchar', 'a', 'a ', 'a   '],
  ['binary', '\\x0aff', '0x0AFF', '0aff'],
];

test.each(SPELLINGS.map(([type, ...spellings]) => ({ type, spellings })))(
  '$type: $spellings',
  ({ type, spellings }) => {
    expect(new Set(spellings.map((cell) => canonicalCell(cell, type))).size).toBe(1);
  },
);

test('what is different stays different', () => {
  const pairs: readonly (readonly [TypeName, string, string])[] = [
    ['datetime', '2026-11-27 09:30:15', '2026-11-27 09:30:16'],
    ['nvarchar', ' a', 'a'],
    ['nvarchar', 'a', 'A'],
    ['nvarchar', 'a\n', 'a'],
    ['float', '0.1', '0.10001'],
    ['int', '1', 'one'],
  ];
  for (const [type, one, other] of pairs) expect(canonicalCell(one, type)).not.toBe(canonicalCell(other, type));
});

test('a blank text is no text, and null is null', () => {
  expect([canonicalCell('', 'nvarchar'), canonicalCell('   ', 'nchar'), canonicalCell(null, 'int')]).toEqual([
    null,
    null,
    null,
  ]);
});

const side = (engine: string, ...rows: (readonly (string | null)[])[]) => ({ engine, rows });
const compare = (key: readonly string[], left: ReturnType<typeof side>, right: ReturnType<typeof side>) =>
  compareTables({ columns: ['id', 'name'], key, left, right });

test('the same rows are no difference', () => {
  const rows = [
    ['1', 'a'],
    ['2', null],
  ] as const;
  expect(compare(['id'], side('A', ...rows), side('B', ...rows))).toEqual([]);
  expect(compare([], side('A', ...rows), side('B', ...rows))).toEqual([]);
});

test('a difference names the row, the column and both values', () => {
  expect(compare(['id'], side('A', ['1', 'a'], ['2', 'b']), side('B', ['1', null], ['3', 'c']))).toEqual([
    'row "1": name is "a" in A, null in B',
    'row "2" stands once in A, 0 times in B',
    'row "3" stands 0 times in A, once in B',
  ]);
});

test('without a key whole rows are counted', () => {
  const long = 'x'.repeat(100);
  expect(
    compare([], side('A', ['1', 'a'], ['1', 'a'], ['2', `${long}y`]), side('B', ['1', 'a'], ['2', `${long}z`])),
  ).toEqual([
    'A has 3 rows, B 2',
    'row "1", "a" stands 2 times in A, once in B',
    `row "2", "${'x'.repeat(59)}... stands once in A, 0 times in B`,
    `row "2", "${'x'.repeat(59)}... stands 0 times in A, once in B`,
  ]);
});

test('of many differences some are shown and all are counted', () => {
  const many = (name: string) => Array.from({ length: 20 }, (_, index) => [`${index}`, name] as const);
  const said = compare(['id'], side('A', ...many('a')), side('B', ...many('b')));
  expect(said).toHaveLength(6);
  expect(said.at(-1)).toBe('and 15 more');
});
