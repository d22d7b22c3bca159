/**
 * Runs a whole script for SQL Server or Oracle on H2, as the clients of the products do: statement by statement, and what
 * stands within a guard only where the guard says so. H2 has no IF and no blocks, so guards are answered here, from H2's
 * own catalogue; of the settings the number of years is the script's own.
 */
import type { DatabaseSession, Engine } from '../../../src/verify/engine.js';
import { limitOf } from '../../../src/verify/limits.js';
import { rewritten } from '../../../src/verify/rewrites.js';
import { TODAY } from '../../../src/verify/synthetic/today.js';

/** A statement, and when it is run: always, or where something is there, or not. */
interface Unit {
  readonly text: string;
  readonly asked: { readonly kind: 'table' | 'index' | 'key'; readonly name: string } | null;
  readonly present: boolean;
}

/** Takes a script and an engine of its database, gives the loads that H2 cannot have; throws whatever else it refuses. */
export async function runOnH2(script: string, session: DatabaseSession, engine: Engine): Promise<readonly string[]> {
  const limited: string[] = [];
  for (const unit of engine.database === 'sqlserver' ? transactUnits(script) : oracleUnits(script)) {
    if (unit.asked !== null && (await isThere(unit.asked, session)) !== unit.present) continue;
    try {
      const text = unit.text.replace(SCHEMA_OF_SOURCE, '');
      await session.run(rewritten({ text, bare: text, placed: [] }, engine).text);
    } catch (error) {
      if (limitOf(unit.text, String(error), engine) === null) throw new Error(`${error}\n${unit.text}`);
      limited.push(/INSERT INTO (\S+)/.exec(unit.text)?.[1] ?? unit.text);
    }
  }
  return limited;
}

/** The synthetic tables stand where the extract is, not in the database of the CMS. */
const SCHEMA_OF_SOURCE = /(?:\[\w+\]\.){1,2}(?=\[\w+\] \w)/g;

const CATALOGUE = {
  table: ['tables', 'table_name'],
  index: ['indexes', 'index_name'],
  key: ['table_constraints', 'constraint_name'],
} as const;

async function isThere({ kind, name }: NonNullable<Unit['asked']>, session: DatabaseSession): Promise<boolean> {
  const [view, column] = CATALOGUE[kind];
  const named = `UPPER(${column}) = '${name.toUpperCase()}'`;
  const rows = await session.rows(`SELECT ${column} FROM information_schema.${view} WHERE ${named}`);
  return rows.length > 0;
}

/** What stands between semicolons, outside of texts, names in brackets and comments; comments are left out. */
function pieces(script: string): string[] {
  const found: string[] = [''];
  for (const [token] of script.matchAll(/'(?:[^']|'')*'|\[[^\]]*\]|--[^\n]*|;|[^';[-]+|[-[]/g)) {
    if (token.startsWith('--')) continue;
    if (token === ';') found.push('');
    else found[found.length - 1] += token;
  }
  return found.map((piece) => piece.trim()).filter((piece) => piece !== '');
}

const always = (text: string): Unit => ({ text, asked: null, present: true });

/** Words of the client and of the transaction, which H2 neither has nor needs. */
const FRAME = /^(?:GO|BEGIN TRY|END TRY|BEGIN CATCH|END CATCH)\s*/;
const SETTING = /^(?:SET|USE|DECLARE|BEGIN TRANSACTION|COMMIT|IF @@TRANCOUNT|THROW)\b/;

function transactUnits(script: string): Unit[] {
  const [, years = ''] = /DECLARE @ssd_years int = (\d+);/.exec(script) ?? [];
  return pieces(script).flatMap((piece): Unit[] => {
    let text = piece;
    while (FRAME.test(text)) text = text.replace(FRAME, '');
    if (text === '' || SETTING.test(text)) return [];
    const [guard] = /^IF .*\n/.exec(text) ?? [];
    const dated = text.replaceAll('@ssd_window_start', `DATEADD(year, -${years}, CAST('${TODAY}' AS datetime))`);
    const bare = dated.slice(guard?.length ?? 0).replaceAll(' COLLATE DATABASE_DEFAULT', '');
    return [guard === undefined ? always(bare) : { text: bare, ...transactGuard(guard) }];
  });
}

function transactGuard(guard: string): Pick<Unit, 'asked' | 'present'> {
  const [, view, name] = /FROM (?:tempdb\.)?sys\.(\w+) WHERE .* AND name = N'([^']*)'\)/.exec(guard) ?? [];
  if (view !== undefined && name !== undefined) {
    return { asked: { kind: view === 'indexes' ? 'index' : 'key', name }, present: !guard.startsWith('IF NOT') };
  }
  const [, path = ''] = /^IF OBJECT_ID\(N'([^']*)', N'U'\) IS NULL\n$/.exec(guard) ?? [];
  if (path === '') throw new Error(`a guard that nobody knows: ${guard}`);
  return { asked: { kind: 'table', name: path.split('.').at(-1) ?? '' }, present: false };
}

/** Blocks end with a slash on a line of its own. */
function oracleUnits(script: string): Unit[] {
  const today = `TIMESTAMP '${TODAY} 00:00:00'`;
  return script.split(/^(?=DECLARE$|BEGIN )/m).flatMap((part): Unit[] => {
    const [block = '', rest = ''] = /^(?:DECLARE\n|BEGIN )/.test(part) ? cutAfter(part, '\n/\n') : ['', part];
    const plain = pieces(rest.replace(/^(?:SET DEFINE|WHENEVER) .*$/gm, ''));
    const said = plain.filter((piece) => piece !== 'COMMIT').map((piece) => piece.replaceAll('TRUNC(SYSDATE)', today));
    return [...(block === '' ? [] : [blockUnit(block)]), ...said.map(always)];
  });
}

function cutAfter(text: string, end: string): [string, string] {
  const at = text.indexOf(end) + end.length;
  return [text.slice(0, at), text.slice(at)];
}

function blockUnit(block: string): Unit {
  const [, quoted = ''] = /EXECUTE IMMEDIATE\s+('(?:[^']|'')*')/.exec(block) ?? [];
  const text = quoted.slice(1, -1).replaceAll("''", "'");
  const [, schema] = /^ALTER SESSION SET CURRENT_SCHEMA = (\w+)$/.exec(text) ?? [];
  if (schema !== undefined) return always(`SET SCHEMA ${schema}`);
  const [, view = ''] = /FROM (all_\w+) WHERE/.exec(block) ?? [];
  const [, column = ''] = /^all_(\w+)$/.exec(view) ?? [];
  const names = { tables: 'table_name', indexes: 'index_name', constraints: 'constraint_name' }[column] ?? 'none';
  const [, name] = new RegExp(`${names} = '([^']*)'`).exec(block) ?? [];
  if (name === undefined) throw new Error(`a block that nobody knows: ${block}`);
  const kind = column === 'tables' ? 'table' : column === 'indexes' ? 'index' : 'key';
  return { text, asked: { kind, name }, present: block.includes('found > 0') };
}
