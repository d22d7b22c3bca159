/** Names as Oracle has them: in upper case unless they stand in quotes. */
import { PLAIN_NAME } from './dialect.js';
import { ORACLE_RESERVED } from './oracle-reserved.js';

/** Takes a name without double quotes, gives it as a statement says it. */
export function oracleName(name: string): string {
  const stored = storedName(name);
  return isPlain(name) && !ORACLE_RESERVED.has(stored) ? name : `"${stored}"`;
}

/** The name as the catalogue has it: a reserved word keeps the upper case it would have without quotes. */
export function storedName(name: string): string {
  return isPlain(name) ? name.toUpperCase() : name;
}

/** Other databases let a name begin with an underscore. */
function isPlain(name: string): boolean {
  return PLAIN_NAME.test(name) && !name.startsWith('_');
}
