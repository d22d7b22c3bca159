/** Every function of the table: what it gives, executed on PostgreSQL, and that each database has words for it. */
import { readFileSync } from 'node:fs';
import { PGlite } from '@electric-sql/pglite';
import { oracleWords } from '../../../src/sql/dialects/oracle-expressions.js';
import { postgres } from '../../../src/sql/dialects/postgres.js';
import { sqlserverModernWords, sqlserverWords } from '../../../src/sql/dialects/sqlserver-expressions.js';
import { FUNCTIONS } from '../../../src/sql/expressions/functions.js';
import { condition, DIALECTS, value } from './build.js';

let database: PGlite;

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec(`
    create table persons (person_id int, name text, born timestamp, score double precision, note text, number text);
    create table visits (person_id int, seen timestamp, kind text);
    insert into persons values (7, ' Ann O''Brien ', '2010-02-28 09:30:00', 2.345, null, ' 042 ');
    insert into visits values (7, '2024-05-01', 'B'), (7, '2024-05-01', 'A'), (7, null, 'C');
    select set_config('ssd.today', '2026-11-27', false), set_config('ssd.window_start', '2020-11-27', false);
  `);
}, 120_000);

afterAll(() => database.close());

const ROWS: readonly (readonly [name: string, text: string, gives: string | null])[] = [
  ['today', 'to_text(today())', '2026-11-27T00:00:00'],
  ['window_start', 'to_text(window_start())', '2020-11-27T00:00:00'],
  ['start_of_day', 'to_text(start_of_day(p.BORN))', '2010-02-28T00:00:00'],
  ['day_after', 'to_text(day_after(p.BORN))', '2010-03-01T09:30:00'],
  ['day_before', 'to_text(day_before(p.BORN))', '2010-02-27T09:30:00'],
  ['add_days', 'to_text(add_days(p.BORN, -28))', '2010-01-31T09:30:00'],
  ['add_months', 'to_text(add_months(p.BORN, 12))', '2011-02-28T09:30:00'],
  ['future', 'to_text(future(nullif(p.BORN, p.BORN)))', '9999-12-31T00:00:00'],
  ['date_from', 'to_text(date_from(2026, 9, 30))', '2026-09-30T00:00:00'],
  ['year', 'to_text(year(p.BORN))', '2010'],
  ['month', 'to_text(month(p.BORN))', '2'],
  ['day', 'to_text(day(p.BORN))', '28'],
  ['days_between', 'to_text(days_between(p.BORN, today()))', '6116'],
  ['years_between', 'to_text(years_between(p.BORN, today()))', '16'],
  ['years_between', "to_text(years_between(date '2010-12-01', today()))", '15'],
  ['left', 'left(trim(p.NAME), 3)', 'Ann'],
  ['right', 'right(trim(p.NAME), 5)', 'Brien'],
  ['substring', 'substring(p.NAME, 2, 3)', 'Ann'],
  ['trim', 'trim(p.NAME)', "Ann O'Brien"],
  ['trim', 'trim(remove(p.NAME, trim(p.NAME)))', null],
  ['blank_to_null', 'blank_to_null(p.NAME)', " Ann O'Brien"],
  ['upper', 'upper(trim(p.NAME))', "ANN O'BRIEN"],
  ['lower', 'lower(trim(p.NAME))', "ann o'brien"],
  ['replace', "replace(p.NUMBER, '042', '7')", ' 7 '],
  ['remove', "remove(p.NUMBER, ' ')", '042'],
  ['remove', 'remove(p.NUMBER, p.NUMBER)', null],
  ['length', 'to_text(length(p.NAME))', '12'],
  ['position_of', "to_text(position_of('O', p.NAME))", '6'],
  ['pad_left', "pad_left(to_text(p.PERSON_ID), 3, '0')", '007'],
  ['pad_left', "pad_left('12345', 3, '0')", '12345'],
  ['to_text', 'to_text(p.BORN)', '2010-02-28T09:30:00'],
  ['to_int_or_null', 'to_text(to_int_or_null(p.NUMBER))', '42'],
  ['to_int_or_null', 'to_text(to_int_or_null(p.NAME))', null],
  ['to_int_or_null', "to_text(to_int_or_null('1234567890'))", null],
  ['to_number_or_null', "to_text(to_number_or_null('12.5'))", '12.5'],
  ['to_number_or_null', "to_text(to_number_or_null('1.2.3'))", null],
  ['to_date_or_null', "to_text(to_date_or_null('2024-02-29T10:00'))", '2024-02-29T00:00:00'],
  ['to_date_or_null', "to_text(to_date_or_null('29/02/2024'))", '2024-02-29T00:00:00'],
  ['to_date_or_null', "to_text(to_date_or_null('29/02/2023'))", null],
  ['to_date_or_null', "to_text(to_date_or_null('2026-02-30'))", null],
  ['to_date_or_null', "to_text(to_date_or_null('yesterday'))", null],
  ['absolute', 'to_text(absolute(0 - p.PERSON_ID))', '7'],
  ['round', 'to_text(round(p.SCORE, 1))', '2.3'],
  ['miles_between', 'to_text(round(miles_between(51.5074, -0.1278, 53.4808, -2.2426), 0))', '163'],
  ['concat', "concat('a', p.NOTE, p.PERSON_ID)", 'a7'],
  ['coalesce', "coalesce(p.NOTE, p.NUMBER, 'x')", ' 042 '],
  ['nullif', 'to_text(nullif(p.PERSON_ID, 7))', null],
];

test.each(ROWS)('%s: %s', async (_, text, gives) => {
  const { rows } = await database.query<{ value: string | null }>(
    `select ${await value(text, postgres)} as value from persons p`,
  );
  expect(rows.map((row) => row.value)).toEqual([gives]);
});

test('every function of the table is among them, and in docs/mappings.md', () => {
  const names = Object.keys(FUNCTIONS);
  expect([...new Set(ROWS.map(([name]) => name))].sort()).toEqual([...names].sort());
  const documented = [...readFileSync('docs/mappings.md', 'utf8').matchAll(/^\| `(\w+)\([^`]*\)` +\| (.*?) +\|$/gm)];
  expect(documented.map(([, name, doc]) => [name, doc])).toEqual(
    Object.entries(FUNCTIONS).map(([name, { doc }]) => [name, doc]),
  );
});

test.each([postgres.expressions, sqlserverWords, sqlserverModernWords, oracleWords])(
  'a database has words for each',
  (words) => {
    for (const [name, write] of Object.entries(words.functions)) {
      const { args } = FUNCTIONS[name as keyof typeof FUNCTIONS];
      const count = args.length === 0 && !['today', 'window_start'].includes(name) ? 2 : args.length;
      const written = write(
        Array.from({ length: count }, (_, index) => `x${index}`),
        [],
      );
      for (let index = 0; index < count; index += 1) expect(written).toContain(`x${index}`);
      expect(written).not.toContain('undefined');
    }
  },
);

const CONDITIONS: readonly (readonly [text: string, holds: boolean])[] = [
  ["p.PERSON_ID = '7'", true],
  ["p.NUMBER <> '7' and p.NOTE is null", true],
  ["p.BORN between '2010-02-28' and '2010-03-01'", true],
  ["p.BORN < '2010-02-28'", false],
  ["p.PERSON_ID in (parameter('paths'))", false],
  ["p.PERSON_ID not in (parameter('paths'))", true],
  ["p.PERSON_ID in (parameter('none'))", false],
  ["p.PERSON_ID not in (parameter('none'))", true],
  ["p.NAME = parameter('form')", false],
  ["code(upper(p.NAME), 'yes_no') is null", true],
  ["not in_codes(p.NAME, 'yes_no')", true],
  ["(p.NOTE = 'x' or p.PERSON_ID = 7) and p.NAME like '%Ann%'", true],
  ["p.PERSON_ID = 7 or p.NOTE = 'x' and p.NOTE = 'y'", true],
  ['exists (select 1 from newest n where n.PERSON_ID = p.PERSON_ID)', true],
  ["(select v.KIND from VISITS v where v.PERSON_ID = p.PERSON_ID order by v.SEEN desc limit 1) = 'A'", true],
  ["(select v.KIND from VISITS v where v.PERSON_ID = p.PERSON_ID order by v.SEEN nulls first limit 1) = 'C'", true],
  ["(select string_agg(v.KIND, ', ' order by v.KIND desc) from VISITS v) = 'C, B, A'", true],
  ['(select count(distinct v.SEEN) from VISITS v where v.PERSON_ID = p.PERSON_ID) = 1', true],
];

test.each(CONDITIONS)('%s: %s', async (text, holds) => {
  const test_ = await condition(text, postgres);
  const set =
    'with newest as (select v.person_id as person_id, max(v.seen) as seen from visits v group by v.person_id)';
  const { rows } = await database.query(`${set} select 1 from persons p where ${test_}`);
  expect(rows).toHaveLength(holds ? 1 : 0);
});

test.each(DIALECTS)('$name: missing values come last in both directions', async (dialect) => {
  const order = (direction: string) =>
    value(`(select v.KIND from VISITS v order by v.SEEN ${direction} limit 1)`, dialect);
  const last = dialect.name === 'postgres' ? / DESC NULLS LAST, / : / DESC, /;
  expect(await order('desc')).toMatch(last);
  expect(await order('')).toMatch(
    dialect.name === 'postgres'
      ? /ORDER BY v\.seen, /
      : /ORDER BY CASE WHEN v\.\[SEEN\] IS NULL THEN 1 ELSE 0 END, v\.\[SEEN\], /,
  );
});

test('texts stay texts in every database', async () => {
  expect(await value("'it''s $(x) [a] \"b\"'", DIALECTS[0] ?? postgres)).toBe("'it''s $(x) [a] \"b\"'");
  expect(await value("'it''s $(x)'", DIALECTS[1] ?? postgres)).toBe("N'it''s $' + N'(x)'");
});
