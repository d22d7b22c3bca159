/** SQL Server from 2017 on: what is younger than the profile that runs on every version, and nothing else. */
import type { Dialect } from './dialect.js';
import { keyFaultOver, sqlserver } from './sqlserver.js';
import { sqlserverModernWords } from './sqlserver-expressions.js';

/** Bytes of an index that does not order the table, from 2016 on; a primary key has as many as before. */
const INDEX_LIMIT = 1700;

export const sqlserverModern: Dialect = modern(sqlserver);

function modern(legacy: Dialect): Dialect {
  return {
    ...legacy,
    name: 'sqlserver_modern',
    title: 'SQL Server (2017 or later)',
    expressions: sqlserverModernWords,
    at: (deployment) => modern(legacy.at(deployment)),
    keyFault: (types, kind) => (kind === 'index' ? keyFaultOver(INDEX_LIMIT, types) : legacy.keyFault(types, kind)),
  };
}
