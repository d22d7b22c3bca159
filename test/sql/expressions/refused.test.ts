/** Neutral SQL is a white list: whatever is not on it is refused, with its place and what was expected. */
import { refusal } from './build.js';

const VALUES: readonly (readonly [text: string, said: string])[] = [
  ['p.NAME || p.NOTE', 'mapping-expression: `||` stands between values, at `|| p.NOTE`'],
  ["coalesce(p.NAME, '')", "mapping-expression: an empty text, at `'')`"],
  ["coalesce(p.NAME, '  ')", "mapping-expression: an empty text, at `'  ')`"],
  ['p.NAME; DROP TABLE x', 'mapping-forbidden: a `;` ends a statement'],
  ["'a;b'", 'mapping-forbidden: a `;` ends a statement'],
  ['p.NAME -- x', 'mapping-forbidden: a comment can hide what follows'],
  ['p.NAME /* x */', 'mapping-forbidden: a comment can hide what follows'],
  ["'a\u200bb'", 'mapping-forbidden: a control or invisible character'],
  ["'a\nb'", 'mapping-forbidden: a text has a line break, a control or an invisible character'],
  ['NAME', 'mapping-expression: a column stands without its table, at `NAME`'],
  ['p.*', 'mapping-expression: a column stands without its table, at `p.*`'],
  ['p.SALARY', 'mapping-unknown-column: PERSONS has no column SALARY, at `p.SALARY`'],
  ['q.NAME', 'mapping-unknown-table: nothing is called `q` here, at `q.NAME`'],
  ['pg_sleep(10)', 'mapping-expression: there is no function `pg_sleep`, at `pg_sleep(10)`'],
  [
    "pg_catalog.set_config('a', 'b')",
    "mapping-expression: there is no function `pg_catalog.set_config`, at `pg_catalog.set_config('a', 'b')`",
  ],
  ['cast(p.NAME as int)', 'mapping-expression: a cast is written by hand, at `cast(p.NAME as int)`'],
  ['p.NAME::date', 'mapping-expression: a cast is written by hand, at `::date`'],
  ["date '2026-02-30'", "mapping-expression: a cast is written by hand, at `date '2026-02-30'`"],
  ['current_date', 'mapping-expression: SQLValueFunction is no value of neutral SQL, at `current_date`'],
  ['p.PERSON_ID / 2', 'mapping-expression: `/` stands between values, at `/ 2`'],
  ['p.BORN + 1', 'mapping-expression: a date and a whole number meet here, at `+ 1`'],
  ['case p.NAME when null then 1 end', 'mapping-expression: `case x when`, at `case p.NAME when`'],
  [
    "case when p.NAME = 'x' then p.BORN else 'x' end",
    'mapping-expression: a date and a text meet here, at `case when p.NAME`',
  ],
  ['left(p.PERSON_ID, 2)', 'mapping-expression: `left` is given a whole number, at `left(p.PERSON_ID, 2)`'],
  ['left(p.NAME)', 'mapping-expression: `left` has 1 arguments, at `left(p.NAME)`'],
  [
    '(select v.SEEN from VISITS v)',
    'mapping-expression: a select inside an expression can give several rows, at `(select v.SEEN from`',
  ],
  ['(select v.SEEN from VISITS v limit 1)', 'mapping-expression: a limit without order, or another than 1'],
  [
    '(select v.SEEN from VISITS v order by v.SEEN limit 2)',
    'mapping-expression: a limit without order, or another than 1',
  ],
  [
    '(select max(v.SEEN) from SALARIES v)',
    'mapping-unknown-table: there is no table or set `SALARIES`, at `SALARIES v)`',
  ],
  ['(select max(v.SEEN) from other.VISITS v)', 'mapping-expression: a schema is written, at `other.VISITS v)`'],
  ['(select max(v.SEEN) from VISITS)', 'mapping-expression: `visits` has no alias, at `VISITS)`'],
  ['(select max(v.SEEN) from VISITS v, PERSONS w)', 'mapping-expression: tables are joined by a comma'],
  ['(select max(v.SEEN) from VISITS v natural join PERSONS w)', 'mapping-expression: a join of another kind'],
  [
    '(select max(v.SEEN) from VISITS v full join PERSONS w on w.PERSON_ID = v.PERSON_ID)',
    'mapping-expression: a join of another kind',
  ],
  [
    '(with x as (select 1) select max(v.SEEN) from VISITS v)',
    'mapping-expression: a clause that neutral SQL lacks (with, values, into, ...)',
  ],
  [
    'string_agg(p.NAME, p.NOTE order by p.NAME)',
    'mapping-expression: `string_agg` without separator or order, or with distinct, at `string_agg(p.NAME, p.NOTE order`',
  ],
  ["parameter('unknown')", "mapping-expression: there is no parameter `unknown`, at `parameter('unknown')`"],
  ["parameter('paths')", "mapping-expression: a list of values stands where one value must, at `parameter('paths')`"],
  ["code(p.NAME, 'unknown')", "mapping-expression: there is no code list `unknown`, at `code(p.NAME, 'unknown')`"],
  ['row_number() over ()', 'mapping-expression: `row_number` without order, at `row_number() over ()`'],
  ['p.NAME, p.NOTE', 'mapping-expression: several values stand here'],
  ['p.NAME from PERSONS q', 'mapping-forbidden: more than one piece of a select stands here (fromClause)'],
  ['p.NAME into ssd_person', 'mapping-forbidden: more than one piece of a select stands here (intoClause)'],
  ['p..NAME', 'mapping-expression: this does not parse: syntax error at or near "..", at `..NAME`'],
  ['', 'mapping-expression: several values stand here'],
];

test.each(VALUES)('the value %j', async (text, said) => {
  expect(await refusal(text)).toBe(said);
});

const CONDITIONS: readonly (readonly [text: string, said: string])[] = [
  ['p.NAME = null', 'mapping-expression: a comparison with null, at `= null`'],
  [
    'p.PERSON_ID in (select v.PERSON_ID from VISITS v)',
    'mapping-expression: a select stands in a condition, at `in (select v.PERSON_ID`',
  ],
  ["p.NAME ilike 'a'", "mapping-expression: `~~*` is no comparison of neutral SQL, at `ilike 'a'`"],
  ["p.NAME similar to 'a'", "mapping-expression: `~` is no comparison of neutral SQL, at `similar to 'a'`"],
  ["p.NAME like '[A-Z]%'", "mapping-expression: this pattern is not the same in every database, at `like '[A-Z]%'`"],
  ["p.NAME like '_'", "mapping-expression: this pattern is not the same in every database, at `like '_'`"],
  ['p.NAME like p.NOTE', 'mapping-expression: this pattern is not the same in every database, at `like p.NOTE`'],
  ["p.BORN = 'yesterday'", "mapping-expression: a date and a text meet here, at `= 'yesterday'`"],
  ["p.SCORE > 'x'", "read: CAST(p.score AS text) > 'x'"],
  ['p.NAME', 'mapping-expression: this is no condition'],
  ['true', 'mapping-expression: this is no condition'],
  ["p.NAME = 'x' order by p.NAME", 'mapping-forbidden: more than one piece of a select stands here (sortClause)'],
  [
    "in_codes(p.NAME, 'unknown')",
    "mapping-expression: there is no code list `unknown`, at `in_codes(p.NAME, 'unknown')`",
  ],
];

test.each(CONDITIONS)('the condition %j', async (text, said) => {
  expect(await refusal(text, 'condition')).toBe(said);
});
