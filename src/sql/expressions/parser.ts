/** PostgreSQL's own parser, loaded when SQL with mappings is made and not before. */
import type { Node, SelectStmt } from 'libpg-query';

export type { Node, SelectStmt } from 'libpg-query';

/** One select as PostgreSQL understands it; throws its syntax error, with `cursorPosition` in bytes. */
export type Parse = (sql: string) => SelectStmt;

/** The App runs for months; the texts of all bundled mappings are a quarter of this. */
const MOST_KNOWN = 8_000;

let loaded: Promise<Parse> | undefined;

/** Gives the parser; only the first call takes time. */
export function loadParser(): Promise<Parse> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<Parse> {
  const { loadModule, parseSync } = await import('libpg-query');
  await loadModule();
  const known = new Map<string, SelectStmt>();
  return (sql) => {
    if (known.size > MOST_KNOWN) known.clear();
    const select = known.get(sql) ?? onlySelect(parseSync(sql).stmts?.map(({ stmt }) => stmt) ?? []);
    known.set(sql, select);
    return select;
  };
}

/** What the parser says is wrong, and after how many bytes; -1 where it does not know. */
export function syntaxError(error: unknown): { readonly message: string; readonly cursorPosition: number } {
  if (!(error instanceof Error)) return { message: '', cursorPosition: -1 };
  const { sqlDetails } = error as { sqlDetails?: { message: string; cursorPosition: number } };
  return sqlDetails ?? { message: error.message, cursorPosition: -1 };
}

function onlySelect(statements: readonly (Node | undefined)[]): SelectStmt {
  const [first, ...others] = statements;
  if (first === undefined || others.length > 0 || !('SelectStmt' in first)) throw new Error('this is not one select');
  return first.SelectStmt;
}
