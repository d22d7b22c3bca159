/** Every engine there is, in the order in which they are asked; to be here or not is theirs to say. */
import type { Engine } from './engine.js';
import { h2 } from './engines/h2.js';
import { pglite } from './engines/pglite.js';
import { postgresServer } from './engines/postgres-server.js';
import { oracleParser } from './parsers/oracle-parser.js';
import { postgresParser } from './parsers/postgres-parser.js';
import { sqlserverParser } from './parsers/sqlserver-parser.js';

/** The engines that need no connection of anybody. */
export const ENGINES: readonly Engine[] = [
  pglite,
  postgresServer,
  h2('sqlserver'),
  h2('oracle'),
  postgresParser,
  sqlserverParser,
  oracleParser,
];
