/** What is changed in a statement before a compatible engine can run it: each change is listed, counted and shown. */
import type { Engine } from './engine.js';
import type { TrialStatement } from './trial-statements.js';

/** One kind of change. */
export interface Rewrite {
  readonly name: string;
  /** Why the engine needs it, one line. */
  readonly reason: string;
  /** The databases whose SQL it is made in. */
  readonly databases: readonly string[];
  readonly apply: (bare: string) => string;
}

/** Always the first: the engine runs what stands within the guard. */
export const GUARD = {
  name: 'guard taken off',
  reason: 'H2 has no IF, no blocks and no catalogue of the product; whether a statement can be run twice is not shown',
} as const;

/** Every further change there is. */
export const REWRITES: readonly Rewrite[] = [
  {
    name: 'bracketed name in double quotes',
    reason: 'H2 ends a name in brackets at the first closing one, and begins a comment within it',
    databases: ['sqlserver'],
    apply: (bare) =>
      bare.replace(TOKEN, (token, name: string | undefined) =>
        name !== undefined && MISREAD.test(name) ? quoted(name) : token,
      ),
  },
  {
    name: 'rows kept without a word',
    reason: 'H2 keeps the rows of a temporary table when a transaction ends, and has no words for it',
    databases: ['oracle'],
    apply: (bare) => bare.replace(/\) ON COMMIT PRESERVE ROWS(?=;?$)/, ')'),
  },
];

/** Texts and comments, which stay as they are, and names in brackets. */
const TOKEN = /'(?:[^']|'')*'|--[^\n]*|\[((?:[^\]]|\]\])*)\]/g;

const MISREAD = /\]\]|\/\*/;

function quoted(name: string): string {
  return `"${name.replaceAll(']]', ']').replaceAll('"', '""')}"`;
}

/** What an engine is given, and the names of the changes in it. */
export interface Rewritten {
  readonly text: string;
  readonly rewrites: readonly string[];
}

/** Takes a statement and a compatible engine, gives the text that it can be asked to run. */
export function rewritten({ text, bare }: TrialStatement, { database }: Pick<Engine, 'database'>): Rewritten {
  const rewrites: string[] = text === bare ? [] : [GUARD.name];
  let result = bare;
  for (const rewrite of REWRITES.filter(({ databases }) => databases.includes(database))) {
    const changed = rewrite.apply(result);
    if (changed !== result) rewrites.push(rewrite.name);
    result = changed;
  }
  return { text: result, rewrites };
}
