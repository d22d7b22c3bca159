/** Whole scripts of local authorities, executed twice on the synthetic sources of their CMS, and their rows looked at. */
import type { CmsMappings } from '../../../src/specification/mapping.js';
import type { Specification } from '../../../src/specification/model.js';
import { applyOwnNames } from '../../../src/sql/authority/apply-own-names.js';
import { renderAuthority } from '../../../src/sql/authority/render-authority.js';
import { loadParser } from '../../../src/sql/expressions/parser.js';
import { targetNamed } from '../../../src/sql/targets.js';
import type { DatabaseSession, Engine, Row } from '../../../src/verify/engine.js';
import { h2 } from '../../../src/verify/engines/h2.js';
import { pglite } from '../../../src/verify/engines/pglite.js';
import { withMadeUpValues } from '../../../src/verify/made-up-values.js';
import { sourcesOf } from '../../../src/verify/prelude.js';
import { sourceStatements } from '../../../src/verify/synthetic/source-statements.js';
import { readTable } from '../../../src/verify/tables/read-table.js';
import { readableTable } from '../../../src/verify/tables/readable-table.js';
import { config } from '../build.js';
import { cmsNamed, mappedStandard } from '../mapped.js';
import { settings } from './build.js';
import { runOnH2 } from './script-on-h2.js';

const whole = withMadeUpValues(mappedStandard());
const parse = await loadParser();

interface Place {
  readonly name: string;
  readonly engine: Engine<DatabaseSession>;
  /** Rows of each source, where the usual number takes long. */
  readonly count?: number;
  /** An object whose load takes H2 longer than all others together; PostgreSQL runs it in another test. */
  readonly without?: string;
}

const PLACES: readonly Place[] = [
  { name: 'eclipse.postgres', engine: pglite },
  { name: 'liquid_logic.sqlserver', engine: h2('sqlserver') },
  { name: 'mosaic.oracle', engine: h2('oracle'), count: 60, without: 'ssd_cin_plans' },
];

/** Rows of a table by the ref of their items: names are the authority's own. */
type Extract = ReadonlyMap<string, { readonly refs: readonly string[]; readonly rows: readonly Row[] }>;

const isHere = new Map(
  await Promise.all(PLACES.map(async ({ name, engine }) => [name, (await engine.version()) !== null] as const)),
);
for (const [name, here] of isHere) if (!here) process.stderr.write(`not run here: scripts of authorities on ${name}\n`);

describe.each(PLACES.filter(({ name }) => isHere.get(name)))('$name', ({ name, engine, count, without = '' }) => {
  const target = targetNamed(name);
  const mappings = (all: CmsMappings['mappings']) => all.filter(({ object }) => object !== without);
  const cms = whole.cms.map((one) => ({ ...one, mappings: mappings(one.mappings) }));
  const standard: Specification = { ...whole, cms };
  let session: DatabaseSession;
  let plain: Extract;

  const scriptOf = (lines: readonly string[]) =>
    renderAuthority(standard, target, { settings: settings(...lines), config, parse });

  async function run(script: string): Promise<readonly string[]> {
    if (engine.tier === 'compatible') return runOnH2(script, session, engine);
    await session.run(script);
    return [];
  }

  /** Runs the script twice and gives what its tables hold after the second run, which must be what they held before. */
  async function extract(...lines: string[]): Promise<Extract> {
    const { text, problems } = scriptOf(lines);
    expect(problems).toEqual([]);
    await run(text);
    const once = await read(lines);
    await run(text);
    const twice = await read(lines);
    expect(twice).toEqual(once);
    return twice;
  }

  async function read(lines: readonly string[]): Promise<Extract> {
    const own = settings(...lines);
    const { specification, tables } = applyOwnNames(standard, own.ownNames);
    const dialect = target.dialect.at({ ...own.deployment, tables });
    const found = new Map<string, { refs: readonly string[]; rows: readonly Row[] }>();
    for (const object of specification.objects.filter(({ name: one }) => !own.removal.objects.has(one))) {
      const rows = await readTable(session, readableTable(object, { dialect }), dialect);
      found.set(object.name, { refs: object.items.map(({ ref }) => ref), rows });
    }
    return found;
  }

  const tables = async () =>
    (
      await session.rows(
        "SELECT table_schema, table_name FROM information_schema.tables WHERE LOWER(table_name) LIKE '%ssd~_%' ESCAPE '~'",
      )
    ).map(([schema, table]) => `"${schema}"."${table}"`);

  beforeAll(async () => {
    session = await engine.open();
    const sources = sourcesOf(cmsNamed(standard, target.cms)).map((one) => ({
      ...one,
      rows: one.rows.slice(0, count),
    }));
    for (const statement of sourceStatements(sources, target.dialect)) await session.run(statement);
    plain = await extract();
    await clear();
  }, 300_000);

  async function clear(): Promise<void> {
    await session.run(engine.tier === 'compatible' ? 'SET SCHEMA public' : 'ROLLBACK; RESET search_path');
    for (const table of await tables()) await session.run(`DROP TABLE ${table} CASCADE`);
  }

  afterEach(clear);

  afterAll(() => session.close());

  test('the standard’s own has rows to compare with', () => {
    const filled = [...plain].filter(([, { rows }]) => rows.length > 0);
    expect(filled.length).toBeGreaterThan(20);
  });

  test('tables of the session hold the same, and a table that stays is not touched', async () => {
    await session.run('CREATE TABLE ssd_kept (pers_person_id varchar(48))');
    const lines = ['settings: {persistent_ssd: {deploy_temp_tables: true}}'];
    expect(await extract(...lines)).toEqual(plain);
    if (engine.tier === 'compatible') return;
    await session.run('DISCARD ALL');
    await session.run("CREATE TABLE ssd_person (own text); INSERT INTO ssd_person VALUES ('stays')");
    expect(await extract(...lines)).toEqual(plain);
    expect(await session.rows('SELECT own FROM public.ssd_person')).toEqual([['stays']]);
    expect((await tables()).filter((table) => table.startsWith('"public"')).sort()).toEqual([
      '"public"."ssd_kept"',
      '"public"."ssd_person"',
    ]);
  });

  test('another schema, names, sizes, and what is left out', async () => {
    await session.run('CREATE SCHEMA ssd_development');
    const found = await extract(
      'settings: {dbschema: {deployment_schema_name: ssd_development, data_source_schema: public}}',
      'global_sql_tag_remove: {remove_create_idx: true}',
      'named_sql_container_remove: [ssd_family]',
      'named_sql_tag_remove:',
      '  remove_insert_data: [ssd_version_log, ssd_linked_identifiers]',
      '  remove_create_fk: [ssd_address]',
      '  remove_create_pk: [ssd_cla_episodes]',
      'extract_sql_custom_la:',
      '  customise_db_schema:',
      '  - {ssd_item_ref: PERS001A, la_field_name: child, la_datatype: int, la_table_name: ssd_child}',
      '  - {ssd_item_ref: PERS015A, la_field_name: first, la_datatype_size: 2}',
      '  - {ssd_item_ref: PERS012A, la_datatype_size: 2}',
      '  - {ssd_item_ref: CINE001A, la_field_name: order}',
      '  - {ssd_item_ref: ADDR002A, la_field_name: whose}',
    );
    const expected = new Map(plain);
    expected.delete('ssd_family');
    for (const emptied of ['ssd_version_log', 'ssd_linked_identifiers'])
      expected.set(emptied, { ...expected.get(emptied), rows: [] } as never);
    expected.set('ssd_person', clipped(plain.get('ssd_person'), ['PERS015A', 'PERS012A'], 2));
    expect(found).toEqual(expected);
    const made = await tables();
    expect(
      made.map((table) => table.toLowerCase()).filter((table) => !/^"ssd_development"|settings/.test(table)),
    ).toEqual([]);
    const keys = await constraints();
    expect(keys).toContain('ssd_child primary key');
    expect(keys).toContain('ssd_disability foreign key');
    for (const gone of [
      'ssd_address foreign key',
      'ssd_cla_episodes primary key',
      'ssd_linked_identifiers foreign key',
    ])
      expect(keys).not.toContain(gone);
  });

  test('more years, more rows, where the CMS is cut by years', async () => {
    const scriptFor = (years: number) =>
      scriptOf([`settings: {extract_parameters: {ssd_timeframe_years: ${years}}}`]).text;
    const rowsIn = async (years: number) => {
      const lines: string[] = [];
      await run(scriptFor(years));
      return [...(await read(lines)).values()].reduce((sum, { rows }) => sum + rows.length, 0);
    };
    const six = [...plain.values()].reduce((sum, { rows }) => sum + rows.length, 0);
    const [two, ten] = [await rowsIn(2), await rowsIn(10)];
    const isCut = !scriptFor(2).includes(
      '-- Not applied: ssd_timeframe_years (2), because no table of this CMS is cut',
    );
    expect([two < six, ten > six]).toEqual([isCut, isCut]);
    if (!isCut) expect([two, ten]).toEqual([six, six]);
  });

  test('a table that is filled no more keeps its rows, and does not stop the refresh', async () => {
    await run(scriptOf([]).text);
    expect(await constraints()).toContain('ssd_disability foreign key');
    const lines = [
      'named_sql_tag_remove: {remove_insert_data: [ssd_disability]}',
      'named_sql_container_remove: [ssd_family]',
    ];
    expect(await extract(...lines)).toEqual(new Map([...plain].filter(([object]) => object !== 'ssd_family')));
    const keys = await constraints();
    expect(keys).toContain('ssd_address foreign key');
    expect(keys).not.toContain('ssd_disability foreign key');
    expect(keys).not.toContain('ssd_family foreign key');
  });

  const constraints = async () =>
    (
      await session.rows(
        "SELECT DISTINCT LOWER(table_name) AS name, LOWER(constraint_type) AS kind FROM information_schema.table_constraints WHERE LOWER(table_name) LIKE 'ssd%'",
      )
    ).map((row) => row.join(' '));
});

type Table = Extract extends ReadonlyMap<string, infer V> ? V : never;

/** The table with the values of some items cut. */
function clipped(table: Table | undefined, items: readonly string[], size: number): Table {
  if (table === undefined) throw new Error('there is no such table');
  const { refs } = table;
  const cut = (value: Row[number], at: number) =>
    items.includes(refs[at] ?? '') ? (value?.slice(0, size).trimEnd() ?? null) : value;
  const rows = table.rows.map((row) => row.map(cut));
  expect(rows).not.toEqual(table.rows);
  return { refs, rows: rows.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) };
}
