/** Evidence as people read it: what is not run is never green, and nothing claims more than was done. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Proof } from '../../src/proof.js';
import { triedDate, triedNumber } from '../../src/verify/conversions.js';
import { evidenceOf } from '../../src/verify/evidence.js';
import { EvidenceCache } from '../../src/verify/evidence-cache.js';
import { repeatSaid } from '../../src/verify/evidence-words.js';
import { renderEvidence } from '../../src/verify/render-evidence.js';
import { REWRITES, rewritten } from '../../src/verify/rewrites.js';

const proof = (parts: Partial<Proof>): Proof => ({
  target: 'mosaic.oracle',
  object: 'ssd_person',
  element: 'create_table',
  statement: 'ssd_person',
  hash: '0'.repeat(64),
  tier: 'parsed',
  engine: 'P',
  version: '1',
  outcome: 'passed',
  said: '',
  rewrites: [],
  ...parts,
});

const PROOFS: readonly Proof[] = [
  proof({}),
  proof({ outcome: 'refused', said: 'P says: `no`\u202e @everyone' }),
  proof({ tier: 'compatible', engine: 'H', version: null, outcome: 'not run here' }),
  proof({ tier: 'compatible', engine: 'H', version: null, outcome: 'not run here' }),
  proof({ target: 'eclipse.postgres', tier: 'executed', engine: 'G', rewrites: ['guard taken off'] }),
];

test('each target has a row, each engine a cell, the best first', () => {
  const { rows, refused, rewrites } = evidenceOf(PROOFS);
  expect(
    rows.map(({ target, statements, cells }) => [
      target,
      statements,
      cells.map(({ tier, passed, all, isMissing }) => [tier, passed, all, isMissing]),
    ]),
  ).toEqual([
    [
      'mosaic.oracle',
      2,
      [
        ['compatible', 0, 2, true],
        ['parsed', 1, 2, false],
      ],
    ],
    ['eclipse.postgres', 1, [['executed', 1, 1, false]]],
  ]);
  expect(refused).toHaveLength(1);
  expect(rewrites).toMatchObject([{ name: 'guard taken off', statements: 1 }]);
});

test('what scripts leave as it is stands in a list of its own', () => {
  const repeat = { target: 'mosaic.oracle', tier: 'compatible', engine: 'H', version: '2', outcome: 'passed' } as const;
  const said = repeatSaid(counted(3, []), counted(2, ['ssd_person']));
  const evidence = evidenceOf(PROOFS, { repeats: [{ ...repeat, said }] });
  expect(renderEvidence(evidence, 'text')).toContain(
    'Run twice on the same synthetic sources:\n  mosaic.oracle on H 2: sources unchanged: 3 of 3; tables the same after the second run: 1 of 2 (not ssd_person)\n',
  );
  expect(renderEvidence(evidenceOf(PROOFS), 'text')).not.toContain('Run twice');
});

test('values that are made up are told, with their names and where they are', () => {
  const text = renderEvidence(evidenceOf(PROOFS, { madeUp: [{ cms: 'mosaic', parameters: ['a', 'b'] }] }), 'text');
  expect(text).toMatch(
    /\nValues made up for 2 parameters that every authority has to give[^\n]*in no script:\n {2}mosaic: a, b\n/,
  );
  expect(renderEvidence(evidenceOf(PROOFS), 'text')).not.toContain('made up');
});

test('a statement that is tried with other values as well counts once', () => {
  const twice = [
    proof({ rewrites: ['guard taken off'] }),
    proof({ hash: '1'.repeat(64), rewrites: ['guard taken off'] }),
  ];
  expect(evidenceOf(twice).rewrites).toMatchObject([{ statements: 1 }]);
});

const counted = (all: number, changed: readonly string[]) => ({ all, changed });

test('as text', () => {
  const text = renderEvidence(evidenceOf(PROOFS), 'text');
  expect(text.split('\n').slice(0, 6)).toEqual([
    'target            statements  executed on the product  exact text executed on a compatible engine  same mapping executed on PostgreSQL, tables compared  strictly parsed',
    'mosaic.oracle     2           no engine here           not run here (H)                            -                                                     1 of 2 (P 1)',
    'eclipse.postgres  1           1 of 1 (G 1)             -                                           -                                                     -',
    '',
    'Refused (1):',
    '  mosaic.oracle ssd_person create_table ssd_person: P says: `no`[U+202E] @everyone',
  ]);
  expect(text).toContain('  guard taken off (1): ');
  expect(text).toContain('Not verified by any of this:\n  collation');
});

test('as Markdown nobody is called, and no table breaks', () => {
  const text = renderEvidence(evidenceOf([...PROOFS, proof({ engine: 'a|b\n<img>' })]), 'markdown');
  expect(text).not.toMatch(/@everyone|<img>|[^\\]`no`/);
  const rows = text.split('\n').filter((line) => line.startsWith('| '));
  expect(rows).toHaveLength(4);
  expect(new Set(rows.map((row) => row.replace(/\\\|/g, '').split('|').length)).size).toBe(1);
});

test('as JSON it is the value itself', () => {
  expect(JSON.parse(renderEvidence(evidenceOf(PROOFS), 'json'))).toEqual(evidenceOf(PROOFS));
});

test('only the tiers that are asked for are shown', () => {
  expect(renderEvidence(evidenceOf(PROOFS), 'text', ['parsed']).split('\n')[0]).toMatch(
    /^target +statements +strictly parsed$/,
  );
  expect(renderEvidence(evidenceOf([]), 'text')).toContain('No statement is refused.');
});

test('nothing says that a product ran what it did not run', () => {
  for (const format of ['text', 'markdown', 'json'] as const) {
    expect(renderEvidence(evidenceOf(PROOFS), format)).not.toMatch(/executed on (?:SQL Server|Oracle)/i);
  }
});

test('a rewrite has a reason, and changes what it says', () => {
  for (const { name, reason } of REWRITES)
    expect([name, reason].every((line) => /^\S.{8,}[^.]$/.test(line))).toBe(true);
  const temporary = { text: 'x', bare: 'CREATE GLOBAL TEMPORARY TABLE ssd_x (\n  a int\n) ON COMMIT PRESERVE ROWS;' };
  expect(rewritten({ ...temporary, placed: [] } as never, { database: 'oracle', tier: 'compatible' })).toEqual({
    text: 'CREATE GLOBAL TEMPORARY TABLE ssd_x (\n  a int\n);',
    rewrites: ['guard taken off', 'rows kept without a word'],
  });
  const bracketed = "CREATE TABLE [a]]\"b] ([c] int, -- [x]]y]\n d int DEFAULT '[p]]q]');";
  expect(
    rewritten({ text: bracketed, bare: bracketed, placed: [] } as never, { database: 'sqlserver', tier: 'compatible' }),
  ).toEqual({
    text: 'CREATE TABLE "a]""b" ([c] int, -- [x]]y]\n d int DEFAULT \'[p]]q]\');',
    rewrites: ['bracketed name in double quotes'],
  });
  const load = [
    'SELECT TRY_CONVERT(datetime, LEFT(f.[A], 10)), TRY_CAST(f.[B] AS int), NCHAR(13)',
    "FROM [HDM].[Child_Social].[FACT_X] f WHERE f.[A] COLLATE Latin1_General_BIN2 <> N'[p].[q] r' AND f.[D] < @ssd_today",
  ].join('\n');
  const placed = [{ withSchema: '[HDM].[Child_Social].[FACT_X]', alone: '[FACT_X]' }];
  expect(rewritten({ text: load, bare: load, placed } as never, { database: 'sqlserver', tier: 'compatible' })).toEqual(
    {
      text: [
        `SELECT ${triedDate(['datetime', 'LEFT(f.[A], 10)', '120'])}, ${triedNumber(['f.[B] AS int'])}, CHAR(13)`,
        "FROM [FACT_X] f WHERE f.[A] <> N'[p].[q] r' AND f.[D] < CAST('2026-11-27' AS datetime)",
      ].join('\n'),
      rewrites: [
        'sources without their schema',
        'settings as values',
        'collation taken off',
        'CHAR for NCHAR',
        'tested CAST for TRY_CONVERT and TRY_CAST',
      ],
    },
  );
  expect(
    rewritten({ text: 'a', bare: 'a', placed: [] } as never, { database: 'sqlserver', tier: 'compatible' }),
  ).toEqual({
    text: 'a',
    rewrites: [],
  });
});

describe('the cache', () => {
  const folder = mkdtempSync(join(tmpdir(), 'steward-evidence-'));
  const file = join(folder, 'below', 'evidence.json');
  const [key, other] = ['a'.repeat(64), 'b'.repeat(64)];
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('keeps answers between runs', async () => {
    const cache = await EvidenceCache.open(file);
    expect(cache.get(key)).toBeUndefined();
    cache.set(key, { outcome: 'refused', said: 'no' });
    await cache.save();
    expect((await EvidenceCache.open(file)).get(key)).toEqual({ outcome: 'refused', said: 'no' });
  });

  test.each([
    ['no JSON', '{'],
    ['another format', JSON.stringify({ format: 1, answers: { [key]: { outcome: 'passed', said: '' } } })],
    ['a list', '[]'],
    ['nothing', 'null'],
    [
      'answers that are none',
      JSON.stringify({
        format: 2,
        answers: { [key]: { outcome: 'green', said: '' }, x: { outcome: 'passed', said: '' } },
      }),
    ],
    [
      'changes that are no names',
      JSON.stringify({ format: 2, answers: { [key]: { outcome: 'refused', said: '', changed: [1] } } }),
    ],
  ])('with %s is empty', async (_, text) => {
    writeFileSync(file, text);
    const cache = await EvidenceCache.open(file);
    expect([cache.get(key), cache.get('x')]).toEqual([undefined, undefined]);
  });

  test('a broken answer does not cost the others', async () => {
    writeFileSync(file, JSON.stringify({ format: 2, answers: { [key]: 1, [other]: { outcome: 'passed', said: '' } } }));
    expect((await EvidenceCache.open(file)).get(other)).toEqual({ outcome: 'passed', said: '' });
  });

  test('is not written where there is nothing new, nor where it cannot be', async () => {
    writeFileSync(file, 'mine');
    await (await EvidenceCache.open(file)).save();
    expect(readFileSync(file, 'utf8')).toBe('mine');
    const nowhere = await EvidenceCache.open(join(file, 'evidence.json'));
    nowhere.set(key, { outcome: 'passed', said: '' });
    await nowhere.save();
  });
});
