/** Synthetic sources: always the same, as bad as real ones, and joined to each other; and the same on every engine. */
import fc from 'fast-check';
import { sha256 } from '../../src/local/review-local.js';
import { oracle } from '../../src/sql/dialects/oracle.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import type { DatabaseSession, Engine } from '../../src/verify/engine.js';
import { h2 } from '../../src/verify/engines/h2.js';
import { pglite } from '../../src/verify/engines/pglite.js';
import { postgresServer } from '../../src/verify/engines/postgres-server.js';
import { parsePostgres } from '../../src/verify/parsers/postgres-parser.js';
import { parseSqlServer } from '../../src/verify/parsers/sqlserver-parser.js';
import { cutText, HOSTILE_TEXTS } from '../../src/verify/synthetic/hostile-values.js';
import { randomFrom } from '../../src/verify/synthetic/random.js';
import { sourceStatements } from '../../src/verify/synthetic/source-statements.js';
import { type SourceCatalogue, syntheticSources } from '../../src/verify/synthetic/synthetic-sources.js';
import { wantedTexts } from '../../src/verify/synthetic/wanted-texts.js';
import { checksum, readTable } from '../../src/verify/tables/read-table.js';

const CATALOGUE: SourceCatalogue = {
  DIM_PERSON: { DIM_PERSON_ID: 'int key', SURNAME: 'str255', SEX: 'str1', BIRTH_DTTM: 'dt', IS_CLIENT: 'str1' },
  FACT_CONTACTS: {
    DIM_PERSON_ID: 'int',
    WORKER: 'str10',
    CONTACT_DTTM: 'dt',
    COMMENTS: 'text',
    SCORE: 'float',
    IS_OPEN: 'bit',
  },
  WORKERS: { WORKER: 'str10 key', 'Job Title': 'str60', USER: 'str20' },
};
const OPTIONS = { seed: 7, rows: 40, today: '2026-11-27' };
const tables = syntheticSources(CATALOGUE, OPTIONS);

const column = (table: string, name: string) => {
  const found = tables.find((one) => one.name === table);
  const place = found?.columns.findIndex((one) => one.name === name) ?? -1;
  return found?.rows.map((row) => row[place] ?? null) ?? [];
};

test('the same seed gives the same rows, another gives others', () => {
  expect(syntheticSources(CATALOGUE, OPTIONS)).toEqual(tables);
  expect(syntheticSources(CATALOGUE, { ...OPTIONS, seed: 8 })).not.toEqual(tables);
  const random = randomFrom(1);
  expect([random(1_000), random(1_000), random(1_000)]).toEqual([627, 2, 527]);
});

test('keys tell rows apart, and what refers to them finds them', () => {
  const people = column('DIM_PERSON', 'DIM_PERSON_ID');
  expect(people).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
  const referring = column('FACT_CONTACTS', 'DIM_PERSON_ID');
  expect(referring.filter((id) => people.includes(id)).length).toBeGreaterThan(100);
  expect(referring).toEqual(expect.arrayContaining([null, -1]));
  const workers = column('WORKERS', 'WORKER');
  expect(new Set(workers).size).toBe(40);
  expect(column('FACT_CONTACTS', 'WORKER').every((id) => id === null || workers.includes(id))).toBe(true);
});

test('nothing that goes wrong in real sources is left out', () => {
  const comments = column('FACT_CONTACTS', 'COMMENTS');
  expect(comments).toEqual(expect.arrayContaining([null, ...HOSTILE_TEXTS]));
  expect(comments.some((text) => String(text).length === 1_100)).toBe(true);
  const rows = tables[1]?.rows.map((row) => JSON.stringify(row)) ?? [];
  expect(new Set(rows).size).toBeLessThan(rows.length);
  const dates = column('DIM_PERSON', 'BIRTH_DTTM').concat(column('FACT_CONTACTS', 'CONTACT_DTTM'));
  expect(dates.some((date) => String(date) > '2026-11-28')).toBe(true);
  expect(dates.some((date) => String(date).startsWith('2026-11-27'))).toBe(true);
  expect(dates.some((date) => String(date).endsWith(' 00:00:00'))).toBe(true);
});

test('a text fits its column and is never half a character', () => {
  for (const { columns, rows } of tables) {
    columns.forEach(({ type }, place) => {
      const size = typeof type.size === 'number' ? type.size : 4_000;
      for (const row of rows)
        if (typeof row[place] === 'string' && type.name === 'nvarchar')
          expect(row[place].length).toBeLessThanOrEqual(size);
    });
  }
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.nat(8),
      (text, size) => !/[\ud800-\udbff](?![\udc00-\udfff])/.test(cutText(text, size)),
    ),
  );
});

test.each(['str', 'str0', 'nvarchar', 'int primary', ''])('a type %j is none of the catalogue\u2019s', (type) => {
  expect(() => syntheticSources({ T: { C: type } }, OPTIONS)).toThrow('T.C has the type');
});

test('texts that a mapping compares a column with come through', () => {
  const wanted = wantedTexts([
    "p.SEX = 'M' and upper(p.SEX) in ('F', 'it''s')",
    "x.TYPE not like 'KA%'",
    'p.NAME = q.NAME',
  ]);
  expect([wanted('', 'sex'), wanted('', 'TYPE'), wanted('', 'NAME'), wanted('', 'x')]).toEqual([
    ['M', 'F', "it's"],
    ['KAX'],
    [],
    [],
  ]);
  const codes = new Map([['sexes', ['M', 'F']]]);
  expect(wantedTexts(["in_codes(p.GENDER, 'sexes')"], codes)('', 'GENDER')).toEqual(['M', 'F']);
  const [person] = syntheticSources(CATALOGUE, {
    ...OPTIONS,
    wanted: (_, name) => (name === 'IS_CLIENT' ? ['Y'] : []),
  });
  expect(person?.rows.filter((row) => row[4] === 'Y').length).toBeGreaterThan(15);
});

/** The grammar of Oracle knows no carriage return alone within a text; H2 in Oracle mode takes these below. */
test('the statements are of the language', async () => {
  for (const statement of sourceStatements(tables, sqlserver))
    expect(await parseSqlServer(`${statement};`)).toEqual([]);
  for (const statement of sourceStatements(tables, postgres)) expect(await parsePostgres(`${statement};`)).toEqual([]);
});

const SIDES: readonly (readonly [Engine<DatabaseSession>, typeof postgres])[] = [
  [(await postgresServer.version()) === null ? pglite : postgresServer, postgres],
  [h2('sqlserver'), sqlserver],
  [h2('oracle'), oracle],
];

test('every engine holds the same rows afterwards', async () => {
  const sums: Record<string, string[]> = {};
  for (const [engine, dialect] of SIDES) {
    if ((await engine.version()) === null) {
      process.stderr.write(`not run here: ${engine.name}\n`);
      continue;
    }
    const session = await engine.open();
    for (const statement of sourceStatements(tables, dialect)) await session.run(statement);
    const read = tables.map(({ name, columns }) =>
      readTable(session, { table: dialect.source(name), columns }, dialect),
    );
    sums[engine.name] = (await Promise.all(read)).map((rows) => checksum(rows, sha256));
    await session.close();
  }
  const [first, ...others] = Object.values(sums);
  expect(new Set(first).size).toBe(3);
  for (const other of others) expect(other).toEqual(first);
}, 120_000);
