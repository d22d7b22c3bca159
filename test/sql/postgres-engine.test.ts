/** The PostgreSQL script, executed: PGlite is PostgreSQL itself, compiled to WebAssembly. */
import { PGlite } from '@electric-sql/pglite';
import { renderTarget } from '../../src/sql/render-target.js';
import { targetNamed } from '../../src/sql/targets.js';
import { address, bundledStandard, config, object, person, specification } from './build.js';
import { HARMLESS, REFUSED } from './hostile-names.js';

const eclipse = targetNamed('eclipse.postgres');
let database: PGlite;

beforeAll(async () => {
  database = await PGlite.create();
}, 120_000);

afterAll(() => database.close());

/** A schema of its own for each test, which is where names without one are made and looked up. */
beforeEach(() => database.exec('drop schema if exists trial cascade; create schema trial; set search_path to trial'));

async function column(query: string): Promise<string[]> {
  const { rows } = await database.query<{ value: string }>(query);
  return rows.map(({ value }) => value);
}

const tables = () => column("select tablename as value from pg_tables where schemaname = 'trial' order by 1");
const indexes = () => column("select indexname as value from pg_indexes where schemaname = 'trial' order by 1");
const constraints = (type: string) =>
  column(`select c.conname || ' ' || pg_get_constraintdef(c.oid) as value from pg_constraint c
    join pg_namespace n on n.oid = c.connamespace where n.nspname = 'trial' and c.contype = '${type}' order by 1`);

async function everything(): Promise<string[][]> {
  return [await tables(), await indexes(), await constraints('p'), await constraints('f')];
}

describe('the bundled standard', () => {
  const standard = bundledStandard();
  const { text } = renderTarget(standard, eclipse, config);

  test('runs twice and is the same afterwards', async () => {
    await database.exec(text);
    const once = await everything();
    await database.exec(text);
    expect(await everything()).toEqual(once);
  });

  test('has a table an object, a column an item, and nothing else', async () => {
    await database.exec(text);
    expect(await tables()).toHaveLength(48);
    expect(await tables()).toEqual(standard.objects.map(({ name }) => name).sort());
    const columns = await column(
      "select table_name || '.' || column_name as value from information_schema.columns where table_schema = 'trial'",
    );
    const items = standard.objects.flatMap(({ name, items }) => items.map((item) => `${name}.${item.name}`));
    expect(columns.sort()).toEqual(items.sort());
  });

  test('has the primary keys of the specification', async () => {
    await database.exec(text);
    const keyed = standard.objects.filter(({ items }) => items.some(({ primaryKey }) => primaryKey));
    const keys = keyed.map(({ name, items }) => {
      const columns = items.filter(({ primaryKey }) => primaryKey).map((item) => item.name);
      return `pk_${name} PRIMARY KEY (${columns.join(', ')})`;
    });
    expect(await constraints('p')).toEqual(keys.sort());
  });

  test('enforces the foreign keys to ssd_person, and those alone', async () => {
    await database.exec(text);
    const keys = standard.objects
      .flatMap(({ items }) => items)
      .filter((one) => one.foreignKey.startsWith('ssd_person.'));
    const named = keys.map(
      (one) => `fk_${one.object}_${one.name} FOREIGN KEY (${one.name}) REFERENCES ssd_person(pers_person_id)`,
    );
    expect(named.length).toBeGreaterThan(15);
    expect(await constraints('f')).toEqual(named.sort());
  });

  test('a table that exists keeps its rows and its columns', async () => {
    await database.exec('create table ssd_person (pers_person_id varchar(48) primary key, own text)');
    await database.exec("insert into ssd_person values ('1', 'kept')");
    await database.exec(text);
    expect(await column('select own as value from ssd_person')).toEqual(['kept']);
  });

  test('a row without its person is refused', async () => {
    await database.exec(text);
    const orphan =
      "insert into ssd_disability (disa_table_id, disa_person_id, disa_disability_code) values ('1', '9', 'X')";
    await expect(database.exec(orphan)).rejects.toThrow('fk_ssd_disability_disa_person_id');
  });
});

describe('hostile names', () => {
  const victim = 'create table ssd_victim (kept int)';

  test('every name that is emitted is a column of exactly that name', async () => {
    await database.exec(victim);
    const items = HARMLESS.map((name, index) => ({
      name,
      ref: `HOST${index}`,
      foreignKey: 'ssd_person.pers_person_id',
    }));
    const { text, problems } = renderTarget(specification(person, object('ssd_x', items)), eclipse, config);
    await database.exec(text);
    await database.exec(text);
    expect(problems).toEqual([]);
    expect(await tables()).toEqual(['ssd_person', 'ssd_victim', 'ssd_x']);
    const columns = await column(
      "select column_name as value from information_schema.columns where table_schema = 'trial' and table_name = 'ssd_x'",
    );
    const folded = HARMLESS.map((name) => (/^[A-Za-z_]\w*$/.test(name) ? name.toLowerCase() : name));
    expect(columns.sort()).toEqual(folded.sort());
    expect(await constraints('f')).toHaveLength(HARMLESS.length);
  });

  test('as names of tables', async () => {
    await database.exec(victim);
    const objects = HARMLESS.map((name, index) =>
      object(`ssd_${name}`, [
        { name: 'id', primaryKey: true, ref: `H${index}` },
        { name: 'x', foreignKey: 'ssd_person.pers_person_id' },
      ]),
    );
    const { text } = renderTarget(specification(person, ...objects), eclipse, config);
    await database.exec(text);
    await database.exec(text);
    expect(await tables()).toHaveLength(HARMLESS.length + 2);
    expect(await constraints('f')).toHaveLength(HARMLESS.length);
  });

  test('refused names, refs, types, keys and the name of the standard run nothing', async () => {
    await database.exec(victim);
    const hostile = [...REFUSED, ...HARMLESS];
    const items = hostile.map((text, index) => ({ name: `x_${index}`, ref: text, type: text, foreignKey: text }));
    const named = REFUSED.map((name, index) => ({ name, ref: `REFU${index}` }));
    const objects = [
      object('ssd_x', [...items, ...named]),
      ...REFUSED.map((name) => object(`ssd_${name}`, [{ name: 'a' }])),
    ];
    const { text } = renderTarget(specification(...objects), eclipse, { ...config, name: hostile.join('') });
    await database.exec(text);
    expect(await tables()).toEqual(expect.arrayContaining(['ssd_victim', 'ssd_x']));
  });

  test('a table of the CMS is left alone', async () => {
    await database.exec('create table dim_person (la_person_id text)');
    const cms = object('DIM_PERSON', [{ name: 'la_person_id', primaryKey: true }, { name: 'x_person_id' }]);
    await database.exec(renderTarget(specification(cms, person, address), eclipse, config).text);
    expect(await tables()).toEqual(['dim_person', 'ssd_address', 'ssd_person']);
    expect((await indexes()).filter((name) => name.includes('dim_person'))).toEqual([]);
  });
});
