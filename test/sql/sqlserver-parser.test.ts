/** The SQL Server scripts, parsed: no engine runs here, but a strict grammar of Transact-SQL refuses what is not it. */
import { createRequire } from 'node:module';
import type * as Antlr from 'antlr4ts-sql';
import { renderTarget } from '../../src/sql/render-target.js';
import { targetNamed } from '../../src/sql/targets.js';
import { bundledStandard, config, object, person, specification } from './build.js';
import { HARMLESS, REFUSED } from './hostile-names.js';

const antlr = createRequire(import.meta.url)('antlr4ts-sql') as typeof Antlr;
const liquidLogic = targetNamed('liquid_logic.sqlserver');

/** What the grammar does not understand, as `line:column message`. */
function syntaxErrors(sql: string): string[] {
  const errors: string[] = [];
  const listener = {
    syntaxError: (_: unknown, __: unknown, line: number, column: number, message: string) => {
      errors.push(`${line}:${column} ${message}`);
    },
  };
  const reader = new antlr.antlr4tsSQL(antlr.SQLDialect.TSQL);
  const parser = reader.getParser(reader.getTokens(sql, [listener]), [listener]);
  parser.interpreter.setPredictionMode(antlr.PredictionMode.SLL);
  reader.getParseTree(parser);
  return errors;
}

const scriptOf = (...objects: Parameters<typeof specification>) =>
  renderTarget(specification(...objects), liquidLogic, config).text;

test.each(['liquid_logic.sqlserver', 'mosaic.sqlserver'])('%s: the whole script is Transact-SQL', (name) => {
  expect(syntaxErrors(renderTarget(bundledStandard(), targetNamed(name), config).text)).toEqual([]);
});

test('hostile names in columns, keys, indexes and tables are still Transact-SQL', () => {
  const foreignKey = 'ssd_person.pers_person_id';
  const items = HARMLESS.map((name, index) => ({ name, ref: `H${index}`, foreignKey }));
  const tables = HARMLESS.map((name) =>
    object(`ssd_${name}`, [
      { name: 'id', primaryKey: true },
      { name: 'x', foreignKey },
    ]),
  );
  expect(syntaxErrors(scriptOf(person, object('ssd_x', items), ...tables))).toEqual([]);
});

test('refused names, refs, types and keys leave comments and nothing else', () => {
  const items = [...REFUSED, ...HARMLESS].map((text, index) => ({
    name: `x_${index}`,
    ref: text,
    type: text,
    foreignKey: text,
  }));
  const script = scriptOf(object('ssd_x', [...items, ...REFUSED.map((name) => ({ name }))]));
  expect(syntaxErrors(script)).toEqual([]);
  expect(script.replace(/--.*$/gm, '')).not.toContain('DROP');
});

describe('the parser is strict enough to mean something', () => {
  const good = scriptOf(person, object('ssd_x', [{ name: 'x_person_id', foreignKey: 'ssd_person.pers_person_id' }]));
  const damage: readonly [what: string, from: string, to: string][] = [
    ['a bracket that is lost', 'PRIMARY KEY (', 'PRIMARY KEY '],
    ['IF NOT EXISTS as PostgreSQL has it', 'CREATE TABLE', 'CREATE TABLE IF NOT EXISTS'],
    ['a word that is lost', 'REFERENCES', ''],
    ['a literal that is not closed', "N'ssd_x'", "N'ssd_x"],
    ['a reserved word as a name', 'pers_sex', 'select'],
  ];

  test('it takes the script', () => expect(syntaxErrors(good)).toEqual([]));

  test.each(damage)('%s', (_, from, to) => {
    expect(good).toContain(from);
    expect(syntaxErrors(good.replace(from, to))).not.toEqual([]);
  });
});
