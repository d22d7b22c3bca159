/** What H2 is given in place of what it has no words for, and which refusals are its own limits. */
import { REAL_DAY } from '../../src/sql/dialects/expression-words.js';
import { callsReplaced, listAggregate } from '../../src/verify/call-text.js';
import { limitOf } from '../../src/verify/limits.js';
import { rewritten } from '../../src/verify/rewrites.js';
import type { TrialStatement } from '../../src/verify/trial-statements.js';

const given = (bare: string) => rewritten({ text: bare, bare } as TrialStatement, { database: 'sqlserver' });

test.each([
  ["CONVERT(datetime, N'9999-12-31T00:00:00', 126)", "CAST(N'9999-12-31T00:00:00' AS datetime)"],
  [
    'LEFT(CONVERT(nvarchar(19), a.[D], 126), 10)',
    "LEFT(CAST(FORMATDATETIME(a.[D], 'yyyy-MM-dd''T''HH:mm:ss') AS nvarchar(19)), 10)",
  ],
  ['DATEADD(day, DATEDIFF(day, 0, COALESCE(a, b)), 0)', 'CAST(CAST(COALESCE(a, b) AS date) AS datetime)'],
  ['DATEADD(day, 1, a)', 'DATEADD(day, 1, a)'],
  ["a NOT LIKE N'%[^0-9.]%'", "a NOT REGEXP N'(?s)^.*[^0-9.].*$'"],
  ["a LIKE N'[0-3][0-9]/x_.%'", "a REGEXP N'(?s)^[0-3][0-9]\\/x.\\..*$'"],
  ["a LIKE N'KA%' AND b = N'[x]'", "a LIKE N'KA%' AND b = N'[x]'"],
  [
    'TRY_CONVERT(datetime, LEFT(a, 10), 120)',
    `CASE WHEN LEFT(a, 10) REGEXP '${REAL_DAY}' THEN CAST(LEFT(a, 10) AS datetime) END`,
  ],
  ['TRY_CAST(a AS int)', 'CAST(a AS int)'],
  [
    "STUFF((SELECT N', ' + REPLACE(w.d, N' FROM ', N'') FROM words AS w WHERE w.a = 1 ORDER BY w.d FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')",
    "(SELECT LISTAGG(REPLACE(w.d, N' FROM ', N''), N', ') WITHIN GROUP (ORDER BY w.d) FROM words AS w WHERE w.a = 1)",
  ],
])('%s', (bare, expected) => {
  expect(given(bare).text).toBe(expected);
});

test('a British day is turned before it is looked at', () => {
  expect(given('TRY_CONVERT(datetime, a, 103)').text).toContain(
    "CAST(CONCAT(SUBSTRING(a, 7, 4), '-', SUBSTRING(a, 4, 2), '-', SUBSTRING(a, 1, 2)) AS datetime)",
  );
});

test('each change is named once', () => {
  const { rewrites } = given("SELECT CONVERT(datetime, N'x', 126), CONVERT(datetime, N'y', 126)");
  expect(rewrites).toEqual(['CAST and FORMATDATETIME for CONVERT with a style']);
});

test('arguments keep their texts and brackets, and a longer name is another function', () => {
  expect(callsReplaced("XF(1) F(a, 'x,(', G(b, c))", 'F', (args) => args.join(' | '))).toBe(
    "XF(1) a | 'x,(' | G(b, c)",
  );
});

test('what is not the known form stays', () => {
  expect(listAggregate(['a', '1', '2', "N''"])).toBe("STUFF(a, 1, 2, N'')");
});

const h2 = { tier: 'compatible', database: 'sqlserver' } as never;

test('a limit is the engine’s own, and only of a compatible engine', () => {
  const apply = 'SELECT 1 FROM a OUTER APPLY (SELECT TOP (1) b FROM c) AS d';
  expect(limitOf(apply, 'Syntax error', h2)).toContain('APPLY');
  expect(limitOf(apply, 'Syntax error', { tier: 'executed', database: 'sqlserver' } as never)).toBeNull();
  expect(limitOf('SELECT nothing FROM a', 'Column "A.B" not found', h2)).toBeNull();
});
