/** Hostile texts and names in mappings: refused with their place, or exactly that text on every database that is here. */
import type { Specification } from '../../src/specification/model.js';
import { checkMappings } from '../../src/sql/check-mappings.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { TARGETS, type Target } from '../../src/sql/targets.js';
import type { DatabaseSession, Engine } from '../../src/verify/engine.js';
import { runAll } from '../../src/verify/engine.js';
import { compatibleEngine, twinEngine } from '../../src/verify/engines.js';
import { rewritten } from '../../src/verify/rewrites.js';
import { sourceStatements } from '../../src/verify/synthetic/source-statements.js';
import type { SyntheticTable } from '../../src/verify/synthetic/synthetic-sources.js';
import { readTable } from '../../src/verify/tables/read-table.js';
import { readableTable } from '../../src/verify/tables/readable-table.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { HARMLESS, REFUSED } from '../sql/hostile-names.js';
import { smallWith } from './small-mapping.js';

const parse = await loadParser();
const FOLDER = 'spec/cms/liquid_logic';

const MORE = [
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
const TEXTS = [...HARMLESS, ...MORE];

const databases: readonly (readonly [name: string, engine: Engine<DatabaseSession>])[] = [
  ['postgres', await twinEngine()],
  ['sqlserver', compatibleEngine('sqlserver') as Engine<DatabaseSession>],
  ['oracle', compatibleEngine('oracle') as Engine<DatabaseSession>],
];
const targetOn = (dialect: string) =>
  ({ ...TARGETS.find((target) => target.dialect.name === dialect), cms: 'liquid_logic' }) as Target;

/** Runs tables and loads on sources, with a table beside them that is nobody's; gives the rows of an object. */
async function loaded(
  specification: Specification,
  [dialect, engine]: (typeof databases)[number],
  { tables, object }: { tables: readonly SyntheticTable[]; object: string },
): Promise<readonly (readonly (string | null)[])[] | null> {
  if ((await engine.version()) === null) {
    process.stderr.write(`not run here: ${engine.name}\n`);
    return null;
  }
  const target = targetOn(dialect);
  const session = await engine.open();
  try {
    await runAll(session, sourceStatements(tables, target.dialect));
    await session.run('CREATE TABLE ssd_victim (kept int)');
    await session.run('INSERT INTO ssd_victim VALUES (1)');
    const parts = trialStatements(specification, target, parse).filter(({ element }) =>
      ['create_table', 'insert_data'].includes(element),
    );
    for (const part of parts) await session.run(rewritten(part, engine).text);
    expect(await session.rows('SELECT * FROM ssd_victim')).toEqual([['1']]);
    for (const { name, columns, rows } of tables) {
      expect(await readTable(session, { table: target.dialect.source(name), columns }, target.dialect)).toHaveLength(
        rows.length,
      );
    }
    const found = specification.objects.find(({ name }) => name === object);
    if (found === undefined) throw new Error(`no object ${object}`);
    return await readTable(session, readableTable(found, target), target.dialect);
  } finally {
    await session.close();
  }
}

const faults = (specification: Specification) => [
  ...specification.problems,
  ...checkMappings(specification, parse).filter(({ file }) => file !== ''),
];

const quoted = (text: string) => JSON.stringify(text);
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`;
const int = { name: 'int', size: null } as const;
const column = { name: 'nvarchar', size: 200 } as const;

/** Each text as a value of a code and as a code, in a list, as a parameter, and in the comment of what is not held. */
function withTexts(texts: readonly string[]): Specification {
  const to = texts.map((text, index) => `${index + 1}: ${quoted(text)}`);
  const from = texts.map((text, index) => `${quoted(text)}: n${index + 1}`);
  return smallWith({
    'spec/objects/ssd_teams.yml': `nodes: [{name: ssd_teams, fields: [
      {name: team_id, item_ref: TEAM001A, type: nvarchar, size: 48, primary_key: true},
      {name: team_name, item_ref: TEAM002A, type: nvarchar, size: 200},
      {name: team_code, item_ref: TEAM003A, type: nvarchar, size: 20},
      {name: team_found, item_ref: TEAM004A, type: nvarchar, size: 20},
      {name: team_other, item_ref: TEAM005A, type: nvarchar, size: 200}]}]`,
    [`${FOLDER}/_sources.yml`]: `tables:
  P: {ID: int key, SEX: str10, KIND: str20}
  V: {ID: int key, PERSON: int, NOTE: str200}
  T: {ID: int key, NAME: str200}`,
    [`${FOLDER}/ssd_teams.yml`]: `from: T t
items:
  TEAM001A: t.ID
  TEAM002A: {map: t.ID, codes: {${to.join(', ')}}, default: ${quoted(texts[0] ?? '')}}
  TEAM003A: {map: t.NAME, codes: {${from.join(', ')}}}
  TEAM004A: case when in_codes(t.NAME, 'texts') and t.NAME in (parameter('texts')) then 'found' end
  TEAM005A: {not_held: ${quoted(texts.join(' '))}}
codes: {texts: [${texts.map(quoted).join(', ')}]}
parameters: {texts: {default: [${texts.map(quoted).join(', ')}], means: ${quoted(texts.join(' '))}}}
notes: [${texts.map(quoted).join(', ')}]`,
  });
}

const rowsOf = (texts: readonly string[]): readonly SyntheticTable[] => [
  {
    name: 'P',
    columns: [
      { name: 'ID', type: int },
      { name: 'SEX', type: column },
      { name: 'KIND', type: column },
    ],
    rows: [],
  },
  {
    name: 'V',
    columns: [
      { name: 'ID', type: int },
      { name: 'PERSON', type: int },
      { name: 'NOTE', type: column },
    ],
    rows: [],
  },
  {
    name: 'T',
    columns: [
      { name: 'ID', type: int },
      { name: 'NAME', type: column },
    ],
    rows: texts.map((text, index) => [index + 1, text]),
  },
];

test.each(REFUSED.filter((text) => text.trim() !== ''))('%j as a code is refused, with its place', (text) => {
  const found = faults(withTexts([text]));
  expect(found.length).toBeGreaterThan(0);
  expect(found[0]).toMatchObject({ file: expect.stringMatching(/ssd_teams\.yml$/), code: expect.stringMatching(/./) });
});

test.each(databases)(
  '%s: every other text comes out as it is, and does nothing',
  async (...database) => {
    const specification = withTexts(TEXTS);
    expect(faults(specification)).toEqual([]);
    const rows = await loaded(specification, database, { tables: rowsOf(TEXTS), object: 'ssd_teams' });
    const expected = TEXTS.map((text, index) => [`${index + 1}`, text, `n${index + 1}`, 'found', null]);
    if (rows !== null)
      expect(Object.fromEntries(rows.map((row) => [row[0], row]))).toEqual(
        Object.fromEntries(expected.map((row) => [row[0], row])),
      );
  },
  120_000,
);

/** As a text of an expression: as a value, compared, replaced, in a list. */
const withLiteral = (texts: readonly string[]) =>
  smallWith({
    [`${FOLDER}/ssd_teams.yml`]: `from: T t
items:
  TEAM001A: t.ID
  TEAM002A: ${quoted(`case ${texts.map((text, index) => `when t.ID = ${index + 1} then ${literal(text)}`).join(' ')} end`)}
  TEAM003A: ${quoted(`case ${texts.map((text, index) => `when t.NAME in (${literal(text)}, 'x') and replace(t.NAME, ${literal(text)}, 'same') = 'same' then 'n${index + 1}'`).join(' ')} end`)}`,
    [`${FOLDER}/_sources.yml`]: `tables:
  P: {ID: int key, SEX: str10, KIND: str20}
  V: {ID: int key, PERSON: int, NOTE: str200}
  T: {ID: int key, NAME: str200}`,
  });

const isRefused = (text: string) => faults(withLiteral([text])).length > 0;

test('a text of an expression that could end a statement or open a comment is refused, and so is one that hides', () => {
  const expected = [...TEXTS, ...REFUSED].filter((text) => /;|--|\/\*|\*\//.test(text) || REFUSED.includes(text));
  expect([...TEXTS, ...REFUSED].filter(isRefused)).toEqual(expected);
  for (const text of expected) expect(faults(withLiteral([text]))[0]?.file).toBe(`${FOLDER}/ssd_teams.yml`);
});

test.each(databases)(
  '%s: every other text of an expression is that text',
  async (...database) => {
    const texts = TEXTS.filter((text) => !isRefused(text));
    expect(texts.length).toBeGreaterThan(20);
    const rows = await loaded(withLiteral(texts), database, { tables: rowsOf(texts), object: 'ssd_teams' });
    const expected = texts.map((text, index) => [`${index + 1}`, text, `n${index + 1}`]);
    if (rows !== null)
      expect(Object.fromEntries(rows.map((row) => [row[0], row]))).toEqual(
        Object.fromEntries(expected.map((row) => [row[0], row])),
      );
  },
  120_000,
);
