/** PostgreSQL's own parser (libpg-query): what it takes, the server takes for SQL too. Bodies of DO blocks are text. */
import type { Engine } from '../engine.js';
import { parserSession, type SyntaxFault } from './syntax-fault.js';

/** Takes a script or a statement, gives the first thing that is not SQL for PostgreSQL in it. */
export async function parsePostgres(sql: string): Promise<readonly SyntaxFault[]> {
  const { parse, SqlError } = await import('libpg-query');
  try {
    await parse(sql);
    return [];
  } catch (error) {
    if (error instanceof SqlError) return [placed(sql, error.message, error.sqlDetails?.cursorPosition ?? 0)];
    throw error;
  }
}

/** libpg-query as an engine that reads. */
export const postgresParser: Engine = {
  name: 'libpg-query',
  database: 'postgresql',
  tier: 'parsed',
  version: async () => {
    try {
      const { parse } = await import('libpg-query');
      const { version } = await parse('SELECT 1');
      return String(version);
    } catch {
      return null;
    }
  },
  open: async () => parserSession('libpg-query', parsePostgres),
};

function placed(sql: string, message: string, offset: number): SyntaxFault {
  const before = sql.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)?.length ?? 0, message };
}
