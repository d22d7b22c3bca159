/** Every engine there is, in the order in which they are asked; to be here or not is theirs to say. */
import type { DatabaseSession, Engine } from './engine.js';
import { h2 } from './engines/h2.js';
import { pglite } from './engines/pglite.js';
import { postgresServer } from './engines/postgres-server.js';
import { oracleParser } from './parsers/oracle-parser.js';
import { postgresParser } from './parsers/postgres-parser.js';
import { sqlserverParser } from './parsers/sqlserver-parser.js';

/** PostgreSQL for the twin of a mapping: the server where it is installed, because it starts sooner. */
export async function twinEngine(): Promise<Engine<DatabaseSession>> {
  return (await postgresServer.version()) === null ? pglite : postgresServer;
}

/** The compatible engine of a database, or null where there is none. */
export function compatibleEngine(database: string): Engine<DatabaseSession> | null {
  return COMPATIBLE.find((engine) => engine.database === database) ?? null;
}

const COMPATIBLE: readonly Engine<DatabaseSession>[] = [h2('sqlserver'), h2('oracle')];

/** The engines that need no connection of anybody. */
export const ENGINES: readonly Engine[] = [
  pglite,
  postgresServer,
  ...COMPATIBLE,
  postgresParser,
  sqlserverParser,
  oracleParser,
];
