/** Loads of small mappings: what follows from the specification, and what each database says. */
import { PGlite } from '@electric-sql/pglite';
import type { Specification } from '../../src/specification/model.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { catalogueOf } from '../../src/sql/catalogue.js';
import { checkMappings } from '../../src/sql/check-mappings.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { renderObject } from '../../src/sql/render-object.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { fileOf } from '../fakes/memory-repository.js';
import { config } from './build.js';
import { twin } from './mapped.js';

const OBJECTS = {
  'spec/objects/ssd_person.yml': `nodes: [{name: ssd_person, fields: [
    {name: pers_person_id, item_ref: PERS001A, type: nvarchar, size: 48, primary_key: true},
    {name: pers_sex, item_ref: PERS002A, type: nchar, size: 1},
    {name: pers_dob, item_ref: PERS005A, type: datetime}]}]`,
  'spec/objects/ssd_visits.yml': `nodes: [{name: ssd_visits, fields: [
    {name: visi_id, item_ref: VISI001A, type: nvarchar, size: 48, primary_key: true},
    {name: visi_person_id, item_ref: VISI002A, type: nvarchar, size: 48, foreign_key: ssd_person.pers_person_id},
    {name: visi_worker_id, item_ref: VISI003A, type: nvarchar, size: 48, foreign_key: ssd_person.pers_person_id},
    {name: visi_plan_id, item_ref: VISI004A, type: nvarchar, size: 48, foreign_key: ssd_plans.plan_id},
    {name: visi_notes, item_ref: VISI005A, type: nvarchar, size: 200}]}]`,
  'spec/objects/ssd_plans.yml': `nodes: [{name: ssd_plans, fields: [
    {name: plan_id, item_ref: PLAN001A, type: nvarchar, size: 48, primary_key: true}]}]`,
};

const CMS = {
  '_sources.yml': `schema: {sqlserver: A.B}
tables:
  P: {ID: int key, SEX: str10, BORN: dt}
  V: {ID: int key, PERSON: int, WORKER: int, PLAN: int, SEEN: dt, NOTE: str100}`,
  'ssd_person.yml': 'from: P p\nitems: {PERS001A: p.ID, PERS002A: p.SEX, PERS005A: p.BORN}',
  'ssd_plans.yml': 'not_held: kept on paper',
  'ssd_visits.yml':
    'from: V v\nin_cohort: v.PERSON\nitems: {VISI001A: v.ID, VISI002A: v.PERSON, VISI003A: v.WORKER, VISI004A: v.PLAN, VISI005A: v.NOTE}',
};

function specificationOf(changes: Readonly<Record<string, string>> = {}): Specification {
  const cms = Object.entries({ ...CMS, ...changes }).map(([name, text]) =>
    fileOf(`spec/cms/liquid_logic/${name}`, text),
  );
  return readSpecification(
    [...Object.entries(OBJECTS).map(([path, text]) => fileOf(path, text)), ...cms],
    config.layout,
  );
}

async function loadOf(object: string, { changes = {}, dialect = postgres } = {}): Promise<string> {
  const specification = specificationOf(changes);
  expect(specification.problems).toEqual([]);
  const found = specification.objects.find(({ name }) => name === object);
  const [cms] = specification.cms;
  if (found === undefined || cms === undefined) throw new Error('no such object');
  const { lines } = renderObject(found, {
    catalogue: catalogueOf(specification),
    dialect,
    loading: { cms, parse: await loadParser() },
  });
  return lines.map(({ text }) => text).join('\n');
}

describe('what follows by itself', () => {
  test('a person outside the extract is left empty where the row can do without, and the row goes where not', async () => {
    const text = await loadOf('ssd_visits');
    expect(text).toContain(
      'CASE WHEN EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(v.worker AS text)) THEN CAST(v.worker AS text) END',
    );
    expect(text).toContain(
      'WHERE EXISTS (SELECT 1 FROM ssd_person AS cohort WHERE cohort.pers_person_id = CAST(v.person AS text))',
    );
    expect(text).toContain('AND v.id IS NOT NULL;');
  });

  test('an object that is not held is created, not loaded, and says so', async () => {
    const text = await loadOf('ssd_plans');
    expect(text).toContain('CREATE TABLE IF NOT EXISTS ssd_plans');
    expect(text).toContain('-- not loaded: liquid_logic does not hold it, kept on paper');
    expect(text).not.toContain('INSERT');
  });

  test('a key that is not held means no load, and no key to ssd_person that would keep it from being filled anew', async () => {
    const changes = { 'ssd_visits.yml': 'from: V v\nitems: {VISI001A: {not_held: local}, VISI002A: v.PERSON}' };
    const text = await loadOf('ssd_visits', { changes });
    expect(text).toContain('-- not loaded: liquid_logic does not hold visi_id, which every row needs');
    expect(text).not.toContain('INSERT');
    expect(text).not.toContain('ADD CONSTRAINT fk');
  });

  test('rows whose parent is not loaded or not there are counted', async () => {
    expect(await loadOf('ssd_visits')).toContain("SELECT 'ssd_visits.visi_plan_id' AS reference, COUNT(*) AS orphans");
  });

  test('an item that nobody mapped, or nobody holds, stands as a comment', async () => {
    const changes = { 'ssd_person.yml': 'from: P p\nitems: {PERS001A: p.ID, PERS002A: {not_held: asked of nobody}}' };
    const text = await loadOf('ssd_person', { changes });
    expect(text).toContain('-- pers_sex is not held: asked of nobody');
    expect(text).toContain('-- pers_dob is not mapped');
  });
});

describe('shapes', () => {
  const first = {
    'ssd_visits.yml':
      'from: V v\njoins:\n  - {left: V w, on: w.PLAN = v.PLAN, first_by: w.SEEN desc}\nitems: {VISI001A: v.ID, VISI005A: w.NOTE}',
  };

  test('the first row of a join, with an order that is total', async () => {
    expect(await loadOf('ssd_visits', { changes: first })).toContain(
      'LEFT JOIN LATERAL (SELECT w.* FROM v AS w WHERE w.plan = v.plan ORDER BY w.seen DESC NULLS LAST, w.note LIMIT 1) AS w ON TRUE',
    );
    expect(await loadOf('ssd_visits', { changes: first, dialect: sqlserver })).toContain(
      'OUTER APPLY (SELECT TOP (1) w.* FROM [A].[B].[V] AS w WHERE w.[PLAN] = v.[PLAN] ORDER BY w.[SEEN] DESC, CASE WHEN w.[NOTE] IS NULL THEN 1 ELSE 0 END, w.[NOTE]) AS w',
    );
  });

  test('one row for each value', async () => {
    const changes = {
      'ssd_person.yml':
        'from: V v\none_per: v.PERSON\nfirst_by: v.SEEN desc\nitems: {PERS001A: v.PERSON, PERS005A: v.SEEN}',
    };
    const text = await loadOf('ssd_person', { changes });
    expect(text).toContain(
      'ROW_NUMBER() OVER (PARTITION BY v.person ORDER BY v.seen DESC NULLS LAST, v.person) AS ssd_row',
    );
    expect(text).toContain('WHERE picked.ssd_row = 1;');
  });

  test('sets stand before what reads them, each once', async () => {
    const changes = {
      '_fragments.yml':
        'sets:\n  b: select x.PERSON as PERSON from a x\n  a: select v.PERSON as PERSON from V v group by v.PERSON\n  unused: select 1 as ONE',
      'ssd_person.yml': 'from: b x\njoins: [{inner: a y, on: y.PERSON = x.PERSON}]\nitems: {PERS001A: x.PERSON}',
    };
    const text = await loadOf('ssd_person', { changes });
    expect([...text.matchAll(/(\w+) AS \(/g)].map(([, name]) => name)).toEqual(['a', 'b']);
  });

  test('SQL written by hand is left out where it is not written, and counted', async () => {
    const changes = {
      'ssd_person.yml':
        "from: P p\nitems: {PERS001A: p.ID, PERS002A: {sql: {sqlserver: 'dbo.f(p.SEX)'}, type: str1, why: a function of theirs}}",
    };
    expect(await loadOf('ssd_person', { changes, dialect: sqlserver })).toContain(
      "LEFT(NULLIF(RTRIM((dbo.f(p.SEX))), N''), 1)",
    );
    expect(await loadOf('ssd_person', { changes })).toContain('-- pers_sex has no SQL for PostgreSQL');
  });

  test('a set that reads from itself, or two of each other, are refused', async () => {
    const changes = {
      '_fragments.yml': 'sets:\n  a: select x.I as I from b x\n  b: select x.I as I from a x',
      'ssd_person.yml': 'from: a x\nitems: {PERS001A: x.I}',
    };
    const found = checkMappings(specificationOf(changes), await loadParser());
    expect([...new Set(found.map(({ code }) => code))]).toEqual(['mapping-set-circle']);
  });
});

describe('executed', () => {
  let database: PGlite;
  beforeAll(async () => {
    database = await PGlite.create();
    await database.exec(
      "create table p (id int, sex text, born timestamp); insert into p values (1, 'x', null); create table v (id int, person int, worker int, plan int, seen timestamp, note text); insert into v values (1, 1, 1, 1, null, 'x'); create table ssd_victim (kept int)",
    );
  }, 120_000);
  afterAll(() => database.close());

  test('a key is counted among the rows that are left, so that none is lost that only another row stands before', async () => {
    const changes = {
      'ssd_person.yml': 'from: V v\none_per: v.WORKER\nfirst_by: v.SEEN\nitems: {PERS001A: v.PERSON}',
      'ssd_visits.yml': 'not_held: kept on paper',
    };
    const { text: script } = renderTarget(specificationOf(changes), twin('liquid_logic', postgres), {
      ...config,
      parse: await loadParser(),
    });
    await database.exec(
      `drop table if exists ssd_visits, ssd_plans, ssd_person; delete from v;
       insert into v (id, person, worker, seen) values (1, 1, 1, '2026-01-01'), (2, 2, 1, '2026-01-02'), (3, 2, 2, '2026-01-03')`,
    );
    await database.exec(script);
    const { rows } = await database.query('select pers_person_id from ssd_person order by 1');
    expect(rows).toEqual([{ pers_person_id: '1' }, { pers_person_id: '2' }]);
  });
});
