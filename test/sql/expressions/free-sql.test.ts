/** SQL by hand for single databases: it stays where it stands, only reads, and reads what the catalogue has. */

import { MappingFault } from '../../../src/sql/expressions/fault.js';
import { freeTexts } from '../../../src/sql/expressions/free-sql.js';
import { namesOf } from '../../../src/sql/expressions/names.js';
import { loadParser } from '../../../src/sql/expressions/parser.js';
import { setReader } from '../../../src/sql/expressions/read-text.js';
import { TARGETS } from '../../../src/sql/targets.js';
import { CMS } from './build.js';

const parse = await loadParser();
const names = namesOf(CMS, { sets: [], codes: {}, parameters: [] }, setReader(parse));
const spot = { file: 'spec/cms/x/ssd_person.yml', path: ['items', 'PERS001A', 'sql'] };

function said(text: string, dialect = 'sqlserver', kind: 'value' | 'select' = 'value'): string {
  try {
    return (
      freeTexts({ ...spot, texts: { [dialect]: { ...spot, text } }, why: 'x' }, kind, { names, parse })[dialect] ?? ''
    );
  } catch (error) {
    if (error instanceof MappingFault) return `${error.code}: ${error.message}`;
    throw error;
  }
}

const REFUSED: readonly (readonly [text: string, said: string])[] = [
  ['p.A; DROP TABLE x', 'mapping-forbidden: a `;` ends a statement'],
  ['p.A -- x', 'mapping-forbidden: a comment can hide what follows'],
  ['p.A /* x', 'mapping-forbidden: a comment can hide what follows'],
  ["(exec xp_cmdshell 'dir')", 'mapping-forbidden: the word `exec` is not for a mapping'],
  ['(select 1 into dbo.x)', 'mapping-forbidden: the word `into` is not for a mapping'],
  ['1) from (select 1 a) q delete from x where (1=1', 'mapping-forbidden: the word `delete` is not for a mapping'],
  ['x) from t where (1=1', 'mapping-forbidden: its brackets do not close each other'],
  ['(p.A', 'mapping-forbidden: its brackets do not close each other'],
  ["'abc", 'mapping-forbidden: a quote is open'],
  ['"abc', 'mapping-forbidden: a quote is open'],
  ['[abc', 'mapping-forbidden: its brackets do not close each other'],
  ["concat(p.A, '$(USER)')", 'mapping-forbidden: sqlcmd reads `$(` as the beginning of a variable'],
  ["p.A + '\\'", 'mapping-forbidden: a text is quoted in another way'],
  ['(select max(x.A) from sys.databases x)', 'mapping-unknown-table: there is no table or set `sys.databases`'],
  ['(select max(x.A) from VISITS v, SALARIES x)', 'mapping-unknown-table: there is no table or set `SALARIES`'],
  [
    '(select 1 from VISITS v join PERSONS p on p.A = v.A, [SALARIES] x)',
    'mapping-unknown-table: there is no table or set `[SALARIES]`',
  ],
  [
    '(select 1 from (select 2 from VISITS) v cross apply SALARIES x)',
    'mapping-unknown-table: there is no table or set `SALARIES`',
  ],
  ['(select 1 from .SALARIES VISITS)', 'mapping-forbidden: a dot stands without a name on either side'],
  ['(select 1 from VISITS..SALARIES)', 'mapping-forbidden: a dot stands without a name on either side'],
  ['(select 1 from"SALARIES")', 'mapping-unknown-table: there is no table or set `"SALARIES"`'],
  ['(select 1 from VISITS union all select 2 from X)', 'mapping-unknown-table: there is no table or set `X`'],
];

test.each(REFUSED)('%s is refused', (text, message) => {
  expect(said(text)).toBe(message);
});

test.each([
  'try_convert(nvarchar(48), p.[NAME])',
  "concat(p.NAME, 'delete from here', p.[drop])",
  'extract(year from p.BORN)',
  "trim(both ' ' from p.NAME)",
  '(select max(v.SEEN) from HDM.Child_Social.VISITS v where v.PERSON_ID = p.PERSON_ID)',
  '(select max(v.SEEN) from [HDM].[Child_Social].[VISITS] as v, newest n where v.KIND in (1, 2))',
  '(select count(*) from PERSONS q left join (select v.PERSON_ID from VISITS v) w on w.PERSON_ID = q.PERSON_ID)',
  "(select max(value) from string_split(p.NAME, ',') s)",
])('%s is taken as it is', (text) => {
  expect(said(text)).toBe(text);
});

test('for PostgreSQL its own parser is asked', () => {
  expect(said('p.NAME +', 'postgres')).toBe(
    'mapping-expression: PostgreSQL does not take this: syntax error at or near ")"',
  );
  expect(said('(with d as (delete from visits returning 1) select 1)', 'postgres')).toContain('`delete`');
  expect(said('$$x$$', 'postgres')).toContain('quoted in another way');
  expect(said("q'[x]'", 'oracle')).toContain('quoted in another way');
  expect(said('(table visits)', 'postgres')).toContain('`table`');
});

test('a set is one select', () => {
  expect(said('select v.SEEN as SEEN from VISITS v', 'postgres', 'select')).toContain('select');
  expect(said('values (1)', 'postgres', 'select')).toBe('mapping-expression: this is no select');
  expect(said('select 1 as a from SALARIES s', 'postgres', 'select')).toContain('mapping-unknown-table');
});

test('it is written for dialects that there are', () => {
  for (const { dialect } of TARGETS) expect(said('p.NAME', dialect.name)).toBe('p.NAME');
  expect(said('p.NAME', 'mysql')).toBe('mapping-expression: no script is of `mysql`');
});
