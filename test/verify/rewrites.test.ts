/** What H2 is given in place of what it has no words for, and which refusals are its own limits. */
import { REAL_DAY } from '../../src/sql/dialects/expression-words.js';
import { callsReplaced, listAggregate } from '../../src/verify/call-text.js';
import { triedDate } from '../../src/verify/conversions.js';
import { h2 as compatible } from '../../src/verify/engines/h2.js';
import { limitOf } from '../../src/verify/limits.js';
import { rewritten } from '../../src/verify/rewrites.js';
import { canonicalCell } from '../../src/verify/tables/canonical.js';

const given = (bare: string) =>
  rewritten({ text: bare, bare, placed: [] } as never, { database: 'sqlserver', tier: 'compatible' });

test.each([
  ["CONVERT(datetime, N'9999-12-31T00:00:00', 126)", "CAST(N'9999-12-31T00:00:00' AS datetime)"],
  [
    'LEFT(CONVERT(nvarchar(19), a.[D], 126), 10)',
    "LEFT(CAST(FORMATDATETIME(a.[D], 'yyyy-MM-dd''T''HH:mm:ss') AS nvarchar(19)), 10)",
  ],
  ['DATEADD(day, DATEDIFF(day, 0, COALESCE(a, b)), 0)', 'CAST(CAST(COALESCE(a, b) AS date) AS datetime)'],
  ['DATEADD(day, 1, a)', 'DATEADD(day, 1, a)'],
  ["a NOT LIKE N'%[^0-9.]%'", "a NOT REGEXP N'^(?s:.*)[^0-9.](?s:.*)$'"],
  ["a LIKE N'[0-3][0-9]/x_.%'", "a REGEXP N'^[0-3][0-9]/x(?s:.)\\.(?s:.*)$'"],
  ["a LIKE N'KA%' AND b = N'[x]'", "a LIKE N'KA%' AND b = N'[x]'"],
  [
    'TRY_CONVERT(datetime, LEFT(a, 10), 120)',
    `CASE WHEN LEFT(a, 10) REGEXP '${REAL_DAY}' THEN CAST(LEFT(a, 10) AS datetime) END`,
  ],
  ['TRY_CAST(a AS int)', "CASE WHEN a REGEXP '^[0-9]+([.][0-9]+)?$' THEN CAST(a AS int) END"],
  [
    "CASE WHEN LTRIM(a.b) NOT LIKE N'%[^0-9.]%' AND a.c LIKE N'x%' THEN TRY_CAST(LTRIM(a.b) AS float) END",
    "CASE WHEN LTRIM(a.b) NOT REGEXP N'^(?s:.*)[^0-9.](?s:.*)$' AND a.c LIKE N'x%' THEN CASE WHEN LTRIM(a.b) REGEXP '^[0-9]+([.][0-9]+)?$' THEN CAST(LTRIM(a.b) AS float) END END",
  ],
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
  const apply = 'SELECT 1 FROM a CROSS APPLY (SELECT TOP (1) b FROM c) AS d';
  expect(limitOf(apply, 'Syntax error', h2)).toContain('APPLY');
  expect(limitOf(apply, 'Syntax error', { tier: 'executed', database: 'sqlserver' } as never)).toBeNull();
  expect(limitOf('SELECT nothing FROM a', 'Column "A.B" not found', h2)).toBeNull();
});

describe('OUTER APPLY of one row', () => {
  const one = "(SELECT TOP (1) x.[V] FROM [T] AS x WHERE x.[I] = a.[I] AND x.[N] <> N'x.[V]' ORDER BY x.[D] DESC)";

  test('is a select for each of its values, and texts and comments stay', () => {
    const bare = [
      "SELECT x.[V], N'x.[V]' AS e, -- x.[V]",
      '  ROW_NUMBER() OVER (ORDER BY x.[V]) AS n',
      'FROM [A] AS a',
      "  OUTER APPLY (SELECT TOP (1) x.* FROM [T] AS x WHERE x.[I] = a.[I] AND x.[N] <> N'x.[V]' ORDER BY x.[D] DESC) AS x",
      'WHERE x.[V] IS NOT NULL',
    ].join('\n');
    expect(given(bare)).toEqual({
      text: [
        `SELECT ${one}, N'x.[V]' AS e, -- x.[V]`,
        `  ROW_NUMBER() OVER (ORDER BY ${one}) AS n`,
        'FROM [A] AS a',
        `WHERE ${one} IS NOT NULL`,
      ].join('\n'),
      rewrites: ['a select for each value of OUTER APPLY'],
    });
  });

  test('with columns that have names, and a second one that refers to the first', () => {
    const bare =
      'WITH x AS (SELECT y.v FROM y) SELECT y.w FROM a OUTER APPLY (SELECT TOP (1) x.s AS v FROM x ORDER BY x.s) AS x OUTER APPLY (SELECT TOP (1) y.* FROM y WHERE y.i = x.v ORDER BY y.i) AS y UNION ALL SELECT y.v FROM y';
    expect(given(bare).text).toBe(
      'WITH x AS (SELECT y.v FROM y) SELECT (SELECT TOP (1) y.w FROM y WHERE y.i = (SELECT TOP (1) x.s FROM x ORDER BY x.s) ORDER BY y.i) FROM a UNION ALL SELECT y.v FROM y',
    );
  });

  test.each([
    [
      'its name stands for something else as well',
      'SELECT (SELECT x.v FROM b AS x) FROM a OUTER APPLY (SELECT TOP (1) x.* FROM x) AS x',
    ],
    ['it may have several rows', 'SELECT x.v FROM a OUTER APPLY (SELECT x.* FROM x) AS x'],
    ['no row means that the other goes as well', 'SELECT x.v FROM a CROSS APPLY (SELECT TOP (1) x.* FROM x) AS x'],
  ])('stays where %s', (_, bare) => {
    expect(given(bare)).toEqual({ text: bare, rewrites: [] });
  });

  test('of Oracle', () => {
    const bare =
      'SELECT x."a b" FROM a OUTER APPLY (SELECT x.* FROM x WHERE x.i = a.i ORDER BY x.i FETCH FIRST 1 ROW ONLY) x';
    expect(onOracle(bare)).toBe(
      'SELECT (SELECT x."a b" FROM x WHERE x.i = a.i ORDER BY x.i FETCH FIRST 1 ROW ONLY) FROM a',
    );
  });
});

test('what looks like a call in a text, a name or a comment is none', () => {
  const bare = "SELECT N'CONVERT(a, b, 126)', [TRY_CAST(x AS int)] -- it's STUFF((1), 2)\nFROM a";
  expect(given(bare)).toEqual({ text: bare, rewrites: [] });
});

const DATES = [
  ['120', '2024-02-29', '2024-02-29 00:00:00'],
  ['120', '2026-02-30', null],
  ['103', '31/01/2026', '2026-01-31 00:00:00'],
  ['103', '29/02/2023', null],
] as const;

test('what is no day is no date on H2', async () => {
  const engine = compatible('sqlserver');
  if ((await engine.version()) === null) {
    process.stderr.write(`not run here: ${engine.name}\n`);
    return;
  }
  const session = await engine.open();
  await session.run('CREATE TABLE texts (t nvarchar(10))');
  for (const [, text] of DATES) await session.run(`INSERT INTO texts VALUES ('${text}')`);
  for (const [style, text, expected] of DATES) {
    const query = `SELECT ${triedDate(['datetime', 'texts.t', style])} FROM texts WHERE t = '${text}'`;
    const [[cell = null] = []] = await session.rows(query);
    expect([text, cell && canonicalCell(cell, 'datetime')]).toEqual([text, expected]);
  }
  await session.close();
});

function onOracle(bare: string): string {
  return rewritten({ text: bare, bare, placed: [] } as never, { database: 'oracle', tier: 'compatible' }).text;
}

test.each([
  ['TO_NUMBER(TRIM(a.b))', 'CAST(TRIM(a.b) AS NUMBER(10))'],
  ["(a.d + NUMTODSINTERVAL(91, 'DAY'))", "(a.d + (91 * INTERVAL '1' DAY))"],
  ['(TRUNC(COALESCE(a.x, b.x)) - TRUNC(b.y)) > 1', 'DATEDIFF(DAY, b.y, COALESCE(a.x, b.x)) > 1'],
  [
    'TRUNC(MONTHS_BETWEEN(a, b) / 12)',
    'TRUNC((DATEDIFF(MONTH, b, a) - CASE WHEN DATEADD(MONTH, DATEDIFF(MONTH, b, a), b) > a THEN 1 ELSE 0 END) / 12)',
  ],
  ['(TRUNC(a) - 1) + (TRUNC(a) - TRUNC(b))', '(TRUNC(a) - 1) + DATEDIFF(DAY, b, a)'],
])('%s of Oracle', (bare, expected) => {
  expect(onOracle(bare)).toBe(expected);
});
