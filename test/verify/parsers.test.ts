/** The parsers are evidence only as far as they refuse what is wrong: every damage is tried on the dialect's own script. */
import { readFileSync } from 'node:fs';
import { renderTarget } from '../../src/sql/render-target.js';
import { TARGETS, type Target, targetNamed } from '../../src/sql/targets.js';
import type { Engine } from '../../src/verify/engine.js';
import { oracleParser, parseOracle } from '../../src/verify/parsers/oracle-parser.js';
import { parsePostgres, postgresParser } from '../../src/verify/parsers/postgres-parser.js';
import { parseSqlServer, sqlserverParser } from '../../src/verify/parsers/sqlserver-parser.js';
import type { Parse } from '../../src/verify/parsers/syntax-fault.js';
import { bundledStandard, config, object, person, specification } from '../sql/build.js';
import { HARMLESS, REFUSED } from '../sql/hostile-names.js';

const PARSERS: Readonly<Record<string, { readonly parse: Parse; readonly engine: Engine }>> = {
  sqlserver: { parse: parseSqlServer, engine: sqlserverParser },
  postgresql: { parse: parsePostgres, engine: postgresParser },
  oracle: { parse: parseOracle, engine: oracleParser },
};

/** SQL*Plus commands and the slash are no SQL; the grammar of Oracle knows them, so nothing is taken out. */
function parserOf({ dialect }: Target): Parse {
  return PARSERS[dialect.database]?.parse ?? (() => Promise.reject(new Error(`no parser for ${dialect.database}`)));
}

const foreignKey = 'ssd_person.pers_person_id';
const scriptOf = (target: Target, ...objects: Parameters<typeof specification>) =>
  renderTarget(specification(...objects), target, config).text;

/** Without mappings the scripts of one dialect differ in their first lines alone: one target stands for all of them. */
const DIALECTS = [...new Map(TARGETS.map((target) => [target.dialect.name, target])).values()];

describe.each(DIALECTS)('$name', (target) => {
  const parse = parserOf(target);
  const harmless = HARMLESS.filter((name) => target.dialect.nameFault(name) === '');

  test('the whole script is of the language', async () => {
    expect(await parse(renderTarget(bundledStandard(), target, config).text)).toEqual([]);
  });

  test('with hostile names in columns, keys, indexes and tables too', async () => {
    const items = harmless.map((name, index) => ({ name, ref: `H${index}`, foreignKey }));
    const tables = harmless.map((name) =>
      object(`ssd_${name}`, [
        { name: 'id', primaryKey: true },
        { name: 'x', foreignKey },
      ]),
    );
    expect(await parse(scriptOf(target, person, object('ssd_x', items), ...tables))).toEqual([]);
  });

  test('refused names, refs, types and keys leave comments and nothing else', async () => {
    const items = [...REFUSED, ...HARMLESS].map((text, index) => ({
      name: `x_${index}`,
      ref: text,
      type: text,
      foreignKey: text,
    }));
    const script = scriptOf(target, object('ssd_x', [...items, ...REFUSED.map((name) => ({ name }))]));
    expect(await parse(script)).toEqual([]);
    expect(script.replace(/--.*$/gm, '')).not.toContain('DROP');
  });
});

describe('the parsers are strict enough to mean something', () => {
  const damage: Readonly<Record<string, readonly (readonly [what: string, from: string, to: string])[]>> = {
    'liquid_logic.sqlserver': [
      ['a bracket that is lost', 'PRIMARY KEY (', 'PRIMARY KEY '],
      ['IF NOT EXISTS as PostgreSQL has it', 'CREATE TABLE', 'CREATE TABLE IF NOT EXISTS'],
      ['a word that is lost', 'REFERENCES', ''],
      ['a literal that is not closed', "N'ssd_x'", "N'ssd_x"],
      ['a reserved word as a name', 'pers_sex', 'select'],
    ],
    'eclipse.postgres': [
      ['a bracket that is lost', 'PRIMARY KEY (', 'PRIMARY KEY '],
      ['a comma that is lost', ' NOT NULL,', ' NOT NULL'],
      ['a batch of SQL Server', 'CREATE INDEX', 'GO\nCREATE INDEX'],
      ['a quote that is not closed', 'END $ssd$', 'END $ssd'],
      ['a reserved word as a name', 'pers_sex', 'select'],
    ],
    'mosaic.oracle': [
      ['a block that does not end', 'END;\n/', '/'],
      ['a word that is lost', 'IF found = 0 THEN', 'IF found = 0'],
      ['a literal that is not closed', ")'\n", ')\n'],
      ['a quote within the text', 'item_ref', "item's_ref"],
      ['a variable of SQL Server', 'found PLS_INTEGER', '@found INT'],
    ],
  };
  const cases = Object.entries(damage).flatMap(([name, each]) => each.map((one) => [name, ...one] as const));

  test.each(cases)('%s: %s', async (name, _, from, to) => {
    const target = targetNamed(name);
    const good = scriptOf(target, person, object('ssd_x', [{ name: 'x_person_id', foreignKey }]));
    expect(good).toContain(from);
    expect(await parserOf(target)(good)).toEqual([]);
    expect(await parserOf(target)(good.replaceAll(from, to))).not.toEqual([]);
  });
});

test.each(Object.values(PARSERS))('$engine.name is an engine that reads', async ({ engine }) => {
  const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages;
  const packages = Object.entries<{ version: string }>(lock).filter(([path]) => path.endsWith(engine.name));
  const version = await engine.version();
  expect(engine.tier).toBe('parsed');
  if (engine.name === 'libpg-query') expect(version).toMatch(/^18\d{4}$/);
  else expect(version).toBe(packages[0]?.[1].version);
  const session = await engine.open();
  await session.run('CREATE INDEX a ON ssd_b (c);');
  await expect(session.run('CREATE INDEX ON ON;')).rejects.toThrow(
    new RegExp(`^statement-refused: ${engine.name} says: line 1, column \\d+`),
  );
  await session.close();
});
