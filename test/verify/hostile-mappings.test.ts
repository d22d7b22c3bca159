/** Hostile texts and names in mappings: refused with their place, or exactly that text on every database that is here. */
import { StewardError } from '../../src/errors.js';
import { lint } from '../../src/lint/lint.js';
import type { Specification } from '../../src/specification/model.js';
import { checkMappings } from '../../src/sql/check-mappings.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { TARGETS, type Target } from '../../src/sql/targets.js';
import { type DatabaseSession, type Engine, type Row, runAll } from '../../src/verify/engine.js';
import { compatibleEngine, twinEngine } from '../../src/verify/engines.js';
import { rewritten } from '../../src/verify/rewrites.js';
import { sourceStatements } from '../../src/verify/synthetic/source-statements.js';
import type { SyntheticTable } from '../../src/verify/synthetic/synthetic-sources.js';
import { readTable } from '../../src/verify/tables/read-table.js';
import { readableTable } from '../../src/verify/tables/readable-table.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { CONTEXT } from '../lint/build.js';
import { HARMLESS, REFUSED } from '../sql/hostile-names.js';
import { smallWith } from './small-mapping.js';

const parse = await loadParser();
const FOLDER = 'spec/cms/liquid_logic';

const TEXTS: readonly string[] = [
  ...HARMLESS,
  "O'Brien",
  "''",
  "'''); DROP TABLE ssd_victim; --",
  'back\\slash\\',
  "\\'",
  '%s ? :x &y $1 {fn z()}',
  '$(SQLCMDUSER)',
  '-- comment',
  '/* comment',
  '/* comment */',
  'N\u2019',
  "CONVERT(datetime, N'x', 126)",
  "a LIKE N'[a-z]%'",
  '\u{1F9D2}\u{1F3FD} child',
];

const databases: readonly (readonly [dialect: string, engine: Engine<DatabaseSession>])[] = [
  ['postgres', await twinEngine()],
  ['sqlserver', compatibleEngine('sqlserver') as Engine<DatabaseSession>],
  ['oracle', compatibleEngine('oracle') as Engine<DatabaseSession>],
];
const DIALECTS = databases.map(([dialect]) => dialect);
const open = new Map<string, DatabaseSession>();

beforeAll(async () => {
  for (const [dialect, engine] of databases) {
    if ((await engine.version()) === null) process.stderr.write(`not run here: ${engine.name}\n`);
    else open.set(dialect, await engine.open());
  }
}, 120_000);

afterAll(async () => {
  for (const session of open.values()) await session.close();
});

let places = 0;

/** A place where nothing is but a table that is nobody's. */
async function freshPlace(session: DatabaseSession, dialect: string): Promise<void> {
  places += 1;
  await session.run(`CREATE SCHEMA place_${places}`);
  await session.run(dialect === 'postgres' ? `SET search_path TO place_${places}` : `SET SCHEMA place_${places}`);
  await session.run('CREATE TABLE ssd_victim (kept int)');
  await session.run('INSERT INTO ssd_victim VALUES (1)');
}

/** Runs tables and loads on sources; gives the rows of the teams, or null where the database is not here. */
async function loaded(specification: Specification, dialect: string, tables: readonly SyntheticTable[]) {
  const session = open.get(dialect);
  if (session === undefined) return null;
  const target = { ...TARGETS.find((one) => one.dialect.name === dialect), cms: 'liquid_logic' } as Target;
  const tier = dialect === 'postgres' ? 'executed' : 'compatible';
  await freshPlace(session, dialect);
  try {
    await runAll(session, sourceStatements(tables, target.dialect));
    for (const part of trialStatements(specification, target, parse)) {
      const isRun = part.element === 'create_table' || part.element === 'insert_data';
      if (isRun) await session.run(rewritten(part, { database: target.dialect.database, tier }).text);
    }
    const teams = specification.objects.find(({ name }) => name === 'ssd_teams');
    return teams === undefined ? [] : await readTable(session, readableTable(teams, target), target.dialect);
  } finally {
    expect(await session.rows('SELECT kept FROM ssd_victim')).toEqual([['1']]);
  }
}

const byKey = (rows: readonly Row[]) => Object.fromEntries(rows.map((row) => [row[0], row]));

/** What was loaded is that; nothing is said of a database that is not here. */
function expectRows(found: readonly Row[] | null, expected: readonly Row[]): void {
  if (found !== null) expect(byKey(found)).toEqual(byKey(expected));
}

const faults = (specification: Specification) => [...specification.problems, ...checkMappings(specification, parse)];

const quoted = (text: string) => JSON.stringify(text);
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const int = { name: 'int', size: null } as const;
const text200 = { name: 'nvarchar', size: 200 } as const;

const SOURCES = `tables:
  P: {ID: int key, SEX: str10, KIND: str20}
  V: {ID: int key, PERSON: int, NOTE: str200}`;

/** Rows of T; nobody is in the other tables. */
function sourcesWith(rows: SyntheticTable['rows'], table = 'T', field = 'NAME'): readonly SyntheticTable[] {
  const [id, note] = [
    { name: 'ID', type: int },
    { name: 'NOTE', type: text200 },
  ];
  return [
    { name: 'P', columns: [id, { name: 'SEX', type: text200 }, { name: 'KIND', type: text200 }], rows: [] },
    { name: 'V', columns: [id, { name: 'PERSON', type: int }, note], rows: [] },
    { name: table, columns: [id, { name: field, type: text200 }], rows },
  ];
}

const rowsOf = (texts: readonly string[]) => sourcesWith(texts.map((text, index) => [index + 1, text]));

describe('texts of codes, of lists, of parameters, and in comments', () => {
  const withTexts = (texts: readonly string[]) => {
    const all = texts.map(quoted).join(', ');
    return smallWith({
      'spec/objects/ssd_teams.yml': `nodes: [{name: ssd_teams, fields: [
        {name: team_id, item_ref: TEAM001A, type: nvarchar, size: 48, primary_key: true},
        {name: team_name, item_ref: TEAM002A, type: nvarchar, size: 200},
        {name: team_code, item_ref: TEAM003A, type: nvarchar, size: 20},
        {name: team_found, item_ref: TEAM004A, type: nvarchar, size: 20},
        {name: team_other, item_ref: TEAM005A, type: nvarchar, size: 200}]}]`,
      [`${FOLDER}/_sources.yml`]: `${SOURCES}\n  T: {ID: int key, NAME: str200}`,
      [`${FOLDER}/ssd_teams.yml`]: `from: T t
items:
  TEAM001A: t.ID
  TEAM002A: {map: t.ID, codes: {${texts.map((text, index) => `${index + 1}: ${quoted(text)}`).join(', ')}}}
  TEAM003A: {map: t.NAME, codes: {${texts.map((text, index) => `${quoted(text)}: n${index + 1}`).join(', ')}}}
  TEAM004A: case when in_codes(t.NAME, 'texts') and t.NAME in (parameter('texts')) then 'found' end
  TEAM005A: {not_held: ${quoted(texts.join(' '))}}
codes: {texts: [${all}]}
parameters: {texts: {default: [${all}], means: ${quoted(texts.join(' '))}}}
notes: [${all}]`,
    });
  };

  test.each(REFUSED.filter((text) => text.trim() !== ''))('%j is refused, with its place', (text) => {
    expect(faults(withTexts([text]))[0]).toMatchObject({
      file: `${FOLDER}/ssd_teams.yml`,
      code: expect.stringMatching(/\w/),
    });
  });

  test.each(DIALECTS)(
    '%s: what is refused leaves the table as it is, and its comments are comments',
    async (dialect) => {
      for (const text of REFUSED.filter((one) => one.trim() !== '')) {
        const rows = await loaded(withTexts([text]), dialect, rowsOf(['x']));
        if (rows !== null) expect([text, rows]).toEqual([text, []]);
      }
    },
  );

  test.each(DIALECTS)('%s: every other text comes out as it is', async (dialect) => {
    const specification = withTexts(TEXTS);
    expect(faults(specification)).toEqual([]);
    const found = await loaded(specification, dialect, rowsOf(TEXTS));
    expectRows(
      found,
      TEXTS.map((text, index) => [`${index + 1}`, text, `n${index + 1}`, 'found', null]),
    );
  });
});

describe('texts of an expression', () => {
  const withLiterals = (texts: readonly string[]) => {
    const gives = texts.map((text, index) => `when t.ID = ${index + 1} then ${literal(text)}`);
    const asks = texts.map(
      (text, index) =>
        `when t.NAME in (${literal(text)}, 'x') and replace(t.NAME, ${literal(text)}, 'same') = 'same' then 'n${index + 1}'`,
    );
    return smallWith({
      [`${FOLDER}/_sources.yml`]: `${SOURCES}\n  T: {ID: int key, NAME: str200}`,
      [`${FOLDER}/ssd_teams.yml`]: `from: T t
items:
  TEAM001A: t.ID
  TEAM002A: ${quoted(`case ${gives.join(' ')} end`)}
  TEAM003A: ${quoted(`case ${asks.join(' ')} end`)}`,
    });
  };
  const isRefused = (text: string) => faults(withLiterals([text])).length > 0;

  test('are refused where they could end a statement, open a comment or hide', () => {
    const expected = [...TEXTS, ...REFUSED].filter((text) => /;|--|\/\*|\*\//.test(text) || REFUSED.includes(text));
    expect([...TEXTS, ...REFUSED].filter(isRefused)).toEqual(expected);
    for (const text of expected) expect(faults(withLiterals([text]))[0]?.file).toBe(`${FOLDER}/ssd_teams.yml`);
  });

  test.each(DIALECTS)('%s: every other is that text', async (dialect) => {
    const texts = TEXTS.filter((text) => !isRefused(text));
    expect(texts.length).toBeGreaterThan(20);
    const found = await loaded(withLiterals(texts), dialect, rowsOf(texts));
    expectRows(
      found,
      texts.map((text, index) => [`${index + 1}`, text, `n${index + 1}`]),
    );
  });
});

test.each(DIALECTS)('%s: a JSON with such texts as keys is JSON with these keys', async (dialect) => {
  const withKeys = (texts: readonly string[]) =>
    smallWith({
      'spec/objects/ssd_teams.yml': `nodes: [{name: ssd_teams, fields: [
        {name: team_id, item_ref: TEAM001A, type: nvarchar, size: 48, primary_key: true},
        {name: team_json, item_ref: TEAM002A, type: nvarchar, size: 4000}]}]`,
      [`${FOLDER}/_sources.yml`]: `${SOURCES}\n  T: {ID: int key, NAME: str20}`,
      [`${FOLDER}/ssd_teams.yml`]: `from: T t
items:
  TEAM001A: t.ID
  TEAM002A: {json: {${texts.map((text) => `${quoted(text)}: {text: t.NAME, max: 9}`).join(', ')}}}`,
    });
  const texts = TEXTS.filter((text) => faults(withKeys([text])).length === 0);
  const rows = await loaded(withKeys(texts), dialect, rowsOf(['a"b\\c']));
  const expected = Object.fromEntries(texts.map((text) => [text, 'a"b\\c']));
  if (rows !== null) expect(JSON.parse(rows[0]?.[1] ?? '')).toEqual(expected);
  for (const text of REFUSED.filter((one) => /[^ ]/.test(one))) expect(faults(withKeys([text]))).not.toEqual([]);
  expect(texts.length).toBeGreaterThan(0);
});

describe('names of sources', () => {
  /** A table and a column of the CMS with such names, read through a set. */
  const withNames = (table: string, field: string) => {
    const inQuotes = (name: string) => `"${name.toLowerCase().replaceAll('"', '""')}"`;
    return smallWith({
      [`${FOLDER}/_sources.yml`]: `${SOURCES}\n  ${quoted(table)}: {ID: int key, ${quoted(field)}: str200}`,
      [`${FOLDER}/ssd_teams.yml`]: `from: own o
items: {TEAM001A: o.ID, TEAM002A: o.V}
sets:
  own: ${quoted(`select x.ID as ID, x.${inQuotes(field)} as V from ${inQuotes(table)} x`)}`,
    });
  };
  const linted = (specification: Specification) =>
    lint(specification, CONTEXT).filter(({ rule }) => rule === 'mapping-source-type');
  const load = (specification: Specification, dialect: string, [table, field]: readonly [string, string]) =>
    loaded(specification, dialect, sourcesWith([[1, 'v']], table, field));

  test.each([...HARMLESS, ...REFUSED].filter((name) => !/^[a-z_]\w*$/i.test(name)))(
    '%j is an error with its place',
    (name) => {
      const [table] = linted(withNames(name, 'NAME'));
      expect(table).toMatchObject({ severity: 'error', file: `${FOLDER}/_sources.yml`, path: ['tables', name] });
      const [field] = linted(withNames('T', name));
      expect(field).toMatchObject({ severity: 'error', path: ['tables', 'T', name] });
    },
  );

  const RESERVED = 'SELECT ORDER USER DATE LEVEL VALUE KEY TABLE ROWNUM END _X A_B A$B C#D'.split(' ');
  /** Words that H2 keeps for itself even in a mode in which they are names. */
  const KEPT: Readonly<Record<string, readonly string[]>> = { oracle: ['KEY', 'END'] };

  test('two that PostgreSQL cannot tell apart are refused by it', async () => {
    const [one, other] = ['a', 'b'].map((end) => `${'L'.repeat(63)}${end}`);
    const twins = sourcesWith([]).map((table) => ({
      ...table,
      columns: [...table.columns, ...[one, other].map((name) => ({ name: `${name}`, type: text200 }))],
    }));
    await expect(loaded(withNames('T', `${one}`), 'postgres', twins)).rejects.toThrow('specified more than once');
  });

  describe.each(DIALECTS)('on %s', (dialect) => {
    test.each(RESERVED.filter((name) => !KEPT[dialect]?.includes(name)))('%s is read', async (name) => {
      const specification = withNames(name, name);
      expect([...faults(specification), ...linted(specification)]).toEqual([]);
      expectRows(await load(specification, dialect, [name, name]), [['1', 'v', null]]);
    });

    test.each(HARMLESS)('%j does nothing, were it read all the same', async (name) => {
      for (const names of [[name, 'NAME'] as const, ['T', name] as const]) {
        const specification = withNames(names[0], names[1]);
        if (faults(specification).length > 0) continue;
        const rows = await load(specification, dialect, names).catch((error: unknown) =>
          error instanceof StewardError ? error.detail.code : Promise.reject(error),
        );
        if (rows !== null) expect([[['1', 'v', null]], 'statement-refused']).toContainEqual(rows);
      }
    });
  });
});
