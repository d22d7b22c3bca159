/** The loads of every mapped CMS, executed: the same mapping that gives the other dialects, on PostgreSQL itself. */
import { PGlite } from '@electric-sql/pglite';
import type { Mapping } from '../../src/specification/mapping.js';
import type { Specification } from '../../src/specification/model.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { withMadeUpValues } from '../../src/verify/made-up-values.js';
import { sourcesOf } from '../../src/verify/prelude.js';
import { sourceStatements } from '../../src/verify/synthetic/source-statements.js';
import { TODAY } from '../../src/verify/synthetic/today.js';
import { config } from './build.js';
import { cmsNamed, mappedStandard, twin } from './mapped.js';

const standard = withMadeUpValues(mappedStandard());
const mapped = standard.cms.filter(({ mappings }) => mappings.some(({ from }) => from !== null)).map(({ cms }) => cms);
let database: PGlite;

beforeAll(async () => {
  database = await PGlite.create();
}, 120_000);

afterAll(() => database.close());

async function values(query: string): Promise<string[]> {
  const { rows } = await database.query<{ value: string }>(query);
  return rows.map(({ value }) => value);
}

/** A digest of each table of the trial, of those whose names begin so, or do not. */
async function digests(ours: boolean): Promise<Record<string, string>> {
  const tables = await values(
    `select tablename as value from pg_tables where schemaname = 'trial' and tablename ${ours ? '' : 'not '}like 'ssd\\_%' order by 1`,
  );
  const found = await Promise.all(
    tables.map(async (table) => {
      const rows = await values(
        `select coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '') as value from "${table}" t`,
      );
      return [table, rows[0] ?? ''] as const;
    }),
  );
  return Object.fromEntries(found);
}

describe.each(mapped)('%s', (name) => {
  let text = '';
  let sources: Record<string, string>;
  let first: Record<string, string>;

  beforeAll(async () => {
    const script = renderTarget(standard, twin(name, postgres), { ...config, parse: await loadParser() });
    expect(script.problems).toEqual([]);
    text = script.text.replaceAll('CURRENT_DATE', `DATE '${TODAY}'`);
    await database.exec('drop schema if exists trial cascade; create schema trial; set search_path to trial');
    for (const statement of sourceStatements(sourcesOf(cmsNamed(standard, name)), postgres))
      await database.exec(statement);
    sources = await digests(false);
    await database.exec(text);
    first = await digests(true);
  }, 120_000);

  test('fills every table that it says it fills', async () => {
    const loaded = [...text.matchAll(/^DELETE FROM (ssd_\w+);$/gm)].map(([, table = '']) => table);
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((table) => first[table] === '')).toEqual([]);
  });

  test('the second run gives the same tables, also after one in which the CMS did not hold the key of one', async () => {
    const keyless = withoutKey(standard, name, 'ssd_disability');
    const script = renderTarget(keyless, twin(name, postgres), { ...config, parse: await loadParser() }).text;
    expect(script).toContain('-- not loaded:');
    const keys = () =>
      values("select conname as value from pg_constraint where conname = 'fk_ssd_disability_disa_person_id'");
    expect(await keys()).toHaveLength(1);
    await database.exec(script);
    expect(await keys()).toEqual([]);
    expect(await digests(true)).toEqual(first);
    await database.exec(text);
    expect(await keys()).toHaveLength(1);
    expect(await digests(true)).toEqual(first);
  });

  test('the sources are as they were', async () => {
    expect(await digests(false)).toEqual(sources);
  });

  test('no text is blank, and no enforced key has no parent', async () => {
    const columns = await values(
      `select table_name || '.' || column_name as value from information_schema.columns where table_schema = 'trial'
        and table_name like 'ssd\\_%' and data_type like 'char%'`,
    );
    const blank = await Promise.all(
      columns.map(async (column) => {
        const [table, field] = column.split('.');
        return values(`select '${column}' as value from ${table} where trim(${field}) = '' limit 1`);
      }),
    );
    expect(blank.flat()).toEqual([]);
  });

  test('every JSON is JSON', async () => {
    const columns = await values(
      `select table_name || '.' || column_name as value from information_schema.columns where table_schema = 'trial'
        and column_name like '%json'`,
    );
    for (const column of columns) {
      const [table, field] = column.split('.');
      for (const value of await values(`select ${field} as value from ${table} where ${field} is not null`)) {
        expect(() => JSON.parse(value)).not.toThrow();
      }
    }
  });
});

/** The standard in which a CMS does not hold the primary key of an object. */
function withoutKey(specification: Specification, cms: string, object: string): Specification {
  const keys = specification.objects.find(({ name }) => name === object)?.items.filter(({ primaryKey }) => primaryKey);
  const isKey = (ref: string) => keys?.some((item) => item.ref === ref) === true;
  const unheld = (mapping: Mapping): Mapping => ({
    ...mapping,
    items: mapping.items.map((item) =>
      isKey(item.ref) ? { ...item, source: { kind: 'not-held', reason: 'nobody knows it' } } : item,
    ),
  });
  const changed = specification.cms.map((one) =>
    one.cms === cms
      ? { ...one, mappings: one.mappings.map((mapping) => (mapping.object === object ? unheld(mapping) : mapping)) }
      : one,
  );
  return { ...specification, cms: changed };
}
