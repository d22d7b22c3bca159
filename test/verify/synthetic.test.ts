/** Synthetic sources: always the same, as bad as real ones, and joined to each other; and the same on every engine. */
import fc from 'fast-check';
import { sha256 } from '../../src/local/review-local.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { oracle } from '../../src/sql/dialects/oracle.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import type { DatabaseSession, Engine } from '../../src/verify/engine.js';
import { h2 } from '../../src/verify/engines/h2.js';
import { pglite } from '../../src/verify/engines/pglite.js';
import { postgresServer } from '../../src/verify/engines/postgres-server.js';
import { parsePostgres } from '../../src/verify/parsers/postgres-parser.js';
import { parseSqlServer } from '../../src/verify/parsers/sqlserver-parser.js';
import { cutText, HOSTILE_TEXTS, NUMBER_TEXTS } from '../../src/verify/synthetic/hostile-values.js';
import { randomFrom } from '../../src/verify/synthetic/random.js';
import { readersOf } from '../../src/verify/synthetic/readers.js';
import { sourceStatements } from '../../src/verify/synthetic/source-statements.js';
import { type SourceCatalogue, syntheticSources } from '../../src/verify/synthetic/synthetic-sources.js';
import { checksum, readTable } from '../../src/verify/tables/read-table.js';
import { fileOf } from '../fakes/memory-repository.js';
import { config } from '../sql/build.js';

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

const MAPPED = {
  'spec/cms/x/_sources.yml':
    'tables: {P: {ID: int key, SEX: str10, BIRTH_DTTM: dt}, Q: {ID: int, CODE: str20, ANSWER: str20}}',
  'spec/cms/x/_fragments.yml': `sets:
  known: select q.ID as ID, q.ANSWER as ANSWER from Q q where q.CODE in (parameter('codes'))
codes: {sexes: [m, f]}
parameters: {codes: {default: [A1, 7], means: x}}`,
  'spec/cms/x/ssd_person.yml': `from: P p
where: p.SEX = 'M' and upper(p.SEX) in ('F', 'it''s') and p.SEX <> 'X'
items: {PERS001A: p.ID}`,
  'spec/cms/x/ssd_visits.yml': `from: own o
joins:
  - left: Q q
    on: q.ID = o.ID and q.CODE not like 'KA%' and in_codes(lower(q.ANSWER), 'sexes')
items: {VISI001A: o.ID, VISI002A: to_int_or_null(o.ANSWER)}
sets:
  own: select q.ID as ID, q.ANSWER as ANSWER from Q q where q.ID = 1`,
};
const mapped = readSpecification(
  Object.entries(MAPPED).map(([path, text]) => fileOf(path, text)),
  config.layout,
);
const [cms] = mapped.cms;
const readers = cms === undefined ? () => [] : readersOf(cms);

describe('what a mapping asks for', () => {
  test('is known of each who reads a table, whatever the alias', () => {
    expect(mapped.problems).toEqual([]);
    expect(readers('p').map(({ wanted, unwanted, isMain }) => [wanted('sex'), unwanted('SEX'), isMain])).toEqual([
      [['M', 'F', "it's"], ['X'], true],
    ]);
    const [visits, own, known, ...others] = readers('Q');
    expect([visits?.wanted('ANSWER'), visits?.unwanted('CODE'), visits?.isMain]).toEqual([
      ['m', 'f', ...NUMBER_TEXTS],
      ['KAX'],
      false,
    ]);
    expect(known?.wanted('CODE')).toEqual(['A1', '7']);
    expect(others).toEqual([]);
    // A set asks for what its mapping asks for, and then for what anybody does.
    expect([own?.wanted('ANSWER'), own?.wanted('CODE'), own?.wanted('SEX'), own?.wanted('no')]).toEqual([
      ['m', 'f', ...NUMBER_TEXTS],
      ['A1', '7'],
      ['M', 'F', "it's"],
      [],
    ]);
  });

  test('a mapping that chooses rows of a set chooses those of its table', () => {
    const files = {
      ...MAPPED,
      'spec/cms/x/ssd_plans.yml': "from: known k\nwhere: k.ANSWER in ('yes', 'no')\nitems: {PLAN001A: k.ID}",
    };
    const [more] = readSpecification(
      Object.entries(files).map(([path, text]) => fileOf(path, text)),
      config.layout,
    ).cms;
    const found = more === undefined ? [] : readersOf(more)('Q');
    const through = found.filter(({ isDirect }) => !isDirect);
    expect(through.map(({ isMain, wanted }) => [isMain, wanted('ANSWER')])).toEqual([[true, ['yes', 'no']]]);
    expect(found).toHaveLength(readers('Q').length + 1);
  });

  test('of one table leaves the others as they were', () => {
    const asking = (text: string) => (table: string) =>
      table === 'WORKERS' ? [{ wanted: () => [text], unwanted: () => [], isMain: true, isDirect: true }] : [];
    const [first, second] = ['a', 'b'].map((text) =>
      syntheticSources(CATALOGUE, { ...OPTIONS, readers: asking(text) }),
    );
    expect(first?.slice(0, 2)).toEqual(second?.slice(0, 2));
    expect(first?.[2]).not.toEqual(second?.[2]);
  });

  test('is what most rows have, and some have what it leaves out', () => {
    const made = syntheticSources(cms?.sources?.tables ?? {}, { ...OPTIONS, readers });
    const count = (table: number, place: number, text: string) =>
      made[table]?.rows.filter((row) => row[place] === text).length ?? 0;
    expect(count(0, 1, 'M') + count(0, 1, 'F')).toBeGreaterThan(10);
    expect(count(1, 1, 'A1')).toBeGreaterThan(50);
    expect(count(1, 1, 'KAX')).toBeGreaterThan(0);
    expect(made.map(({ rows }) => rows.length)).toEqual([40, 320]);
  });

  test('a table that many read has rows for each of them', () => {
    const many = (isDirect: boolean) => () =>
      Array.from({ length: 11 }, () => ({ wanted: () => [], unwanted: () => [], isMain: false, isDirect }));
    const rows = (isDirect: boolean) =>
      syntheticSources({ T: { C: 'int' } }, { ...OPTIONS, readers: many(isDirect) })[0]?.rows.length;
    expect([rows(true), rows(false)]).toEqual([440, 320]);
  });

  test('persons are born over a whole childhood', () => {
    const [persons] = syntheticSources({ T: { BIRTH_DTTM: 'dt' } }, OPTIONS);
    const years = persons?.rows.flatMap(([born]) => (born === null ? [] : [Number(String(born).slice(0, 4))])) ?? [];
    expect(Math.min(...years)).toBeLessThan(2004);
    expect(Math.max(...years)).toBeGreaterThan(2024);
  });
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
      readTable(session, { table: dialect.source(name), columns, isSource: true }, dialect),
    );
    sums[engine.name] = (await Promise.all(read)).map((rows) => checksum(rows, sha256));
    await session.close();
  }
  const [first, ...others] = Object.values(sums);
  expect(new Set(first).size).toBe(3);
  for (const other of others) expect(other).toEqual(first);
}, 120_000);
