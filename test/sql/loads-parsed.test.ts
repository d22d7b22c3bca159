/** The scripts of mapped CMS, parsed by the strict grammar of each database; and what they write to. */
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { oracle } from '../../src/sql/dialects/oracle.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { renderTarget } from '../../src/sql/render-target.js';
import { config } from './build.js';
import { mappedStandard, twin } from './mapped.js';

const standard = mappedStandard();
const mapped = standard.cms.map(({ cms }) => cms);

async function scriptOf(cms: string, dialect: typeof postgres): Promise<string> {
  const { text, problems } = renderTarget(standard, twin(cms, dialect), { ...config, parse: await loadParser() });
  expect(problems).toEqual([]);
  return text;
}

function transactSqlErrors(scripts: readonly string[]): string[][] {
  const script = fileURLToPath(new URL('./transact-sql-errors.mjs', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, [script], { input: JSON.stringify(scripts), encoding: 'utf8' }));
}

test('every whole script is Transact-SQL, and one that is damaged is not', async () => {
  const scripts = await Promise.all(mapped.map((cms) => scriptOf(cms, sqlserver)));
  const damaged = 'SELECT 1 FROM WHERE x;';
  const [broken, ...errors] = transactSqlErrors([damaged, ...scripts]);
  expect(broken).not.toEqual([]);
  expect(mapped.map((cms, index) => [cms, errors[index]])).toEqual(mapped.map((cms) => [cms, []]));
}, 240_000);

test.each(mapped)('%s: the whole script is PostgreSQL, and writes to ssd_ tables alone', async (cms) => {
  const text = await scriptOf(cms, postgres);
  const { parseSync } = await import('libpg-query');
  const targets = (parseSync(text).stmts ?? []).flatMap(({ stmt }) => writeTargets(stmt ?? {}));
  expect(targets.length).toBeGreaterThan(48);
  expect(targets.filter((target) => !target.startsWith('ssd_'))).toEqual([]);
});

/** Statements that only ask, set or group; what a `DO` block does is looked at as text. */
const HARMLESS = ['SelectStmt', 'TransactionStmt'];

/** The table of every statement that can write; a statement of any other kind is its own, refused name. */
function writeTargets(statement: object): string[] {
  const [[kind, body] = ['nothing', {}]] = Object.entries(statement) as [
    string,
    Record<string, { relname?: string }>,
  ][];
  if (HARMLESS.includes(kind)) return [];
  if (kind === 'DoStmt') return [...JSON.stringify(body).matchAll(/ALTER TABLE (\w+)/g)].map(([, table = '']) => table);
  if (kind === 'AlterTableStmt' && !onlyTakesKeysOff(body)) return [kind];
  const known = ['AlterTableStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt', 'CreateStmt', 'IndexStmt'].includes(kind);
  return [known ? (body.relation?.relname ?? 'no table') : kind];
}

/** Foreign keys of our own, and nothing else of a table. */
function onlyTakesKeysOff(body: object): boolean {
  const commands = 'cmds' in body && Array.isArray(body.cmds) ? body.cmds : [];
  return commands.every(
    ({ AlterTableCmd: { subtype, name } }) => subtype === 'AT_DropConstraint' && /^fk_ssd_/.test(name),
  );
}

test.each(mapped)('%s: SQL Server is told to write to ssd_ tables alone', async (cms) => {
  const code = (await scriptOf(cms, sqlserver)).replace(/--.*$/gm, '').replace(/N'(?:[^']|'')*'/g, "N''");
  const verbs =
    /\b(?:INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE|CREATE TABLE|INDEX \w+ ON|TRUNCATE TABLE|DROP (?!CONSTRAINT fk_ssd_)\w+|MERGE INTO|MERGE|EXEC\w*)\s+(\S+)/g;
  const targets = [...code.matchAll(verbs)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(48);
  expect(targets.filter((target) => !target.startsWith('ssd_'))).toEqual([]);
});

test.each(mapped)('%s: Oracle is told to write to ssd_ tables alone, in blocks too', async (cms) => {
  const code = (await scriptOf(cms, oracle)).replace(/--.*$/gm, '');
  const verbs =
    /\b(?:INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE|CREATE TABLE|CREATE GLOBAL TEMPORARY TABLE|INDEX \w+ ON|TRUNCATE TABLE|DROP (?!CONSTRAINT fk_ssd_)\w+|MERGE INTO)\s+(\S+)/g;
  const targets = [...code.matchAll(verbs)].map(([, target = '']) => target);
  expect(targets.length).toBeGreaterThan(100);
  expect(targets.filter((target) => !target.startsWith('ssd_'))).toEqual([]);
});

test.each(mapped)('%s: the same specification gives the same bytes', async (cms) => {
  expect(await scriptOf(cms, postgres)).toBe(await scriptOf(cms, postgres));
});
