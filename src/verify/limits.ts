/** What a compatible engine cannot have, whatever is rewritten: said with its reason, and no fault of the statement. */
import type { Engine } from './engine.js';

interface Limit {
  /** What the statement has that the engine has not, one line. */
  readonly reason: string;
  readonly databases: readonly string[];
  readonly applies: (bare: string, said: string) => boolean;
}

/** Every limit there is; a statement that is refused for another reason is refused. */
const LIMITS: readonly Limit[] = [
  {
    reason: 'H2 has no APPLY: a joined query cannot refer to the row that it is joined to',
    databases: ['sqlserver'],
    applies: (bare) => /\bCROSS APPLY \(/.test(bare),
  },
  {
    reason: 'H2 has no LATERAL: a joined query cannot refer to the row that it is joined to',
    databases: ['oracle'],
    applies: (bare) => /\bLATERAL \(|\bCROSS APPLY \(/.test(bare),
  },
  {
    reason: 'H2 does not see the outer row from a table that is made in FROM',
    databases: ['sqlserver', 'oracle'],
    applies: (bare, said) => /Column "\w+\.\w+" not found/.test(said) && /\bFROM \(SELECT DISTINCT /.test(bare),
  },
];

/** Takes a statement that a compatible engine refused and its words, gives the limit that they come from, or null. */
export function limitOf(bare: string, said: string, { tier, database }: Engine): string | null {
  if (tier !== 'compatible') return null;
  const limit = LIMITS.find(({ databases, applies }) => databases.includes(database) && applies(bare, said));
  return limit?.reason ?? null;
}
