/** What has to be run before a statement can be, and what its answer depends on. */
import { fold } from '../sql/names.js';
import type { Engine } from './engine.js';
import type { Prelude } from './prove.js';
import type { TrialStatement } from './trial-statements.js';

/** A load of a script. */
export function isLoad({ element }: TrialStatement): boolean {
  return element === 'insert_data';
}

/** What makes a table of a script. */
export function makesTable({ element }: TrialStatement): boolean {
  return element === 'create_table';
}

/**
 * Takes statements and the script that they are of, gives what makes and fills the tables that they require, and what
 * that requires in turn.
 */
export function neededBy(
  wanted: Iterable<TrialStatement>,
  script: readonly TrialStatement[],
): ReadonlySet<TrialStatement> {
  const needed = new Set<TrialStatement>();
  const look = [...wanted];
  for (let next = look.pop(); next !== undefined; next = look.pop()) {
    for (const statement of script) {
      const isOfTable = (makesTable(statement) || isLoad(statement)) && next.requires.includes(fold(statement.object));
      if (!isOfTable || needed.has(statement)) continue;
      needed.add(statement);
      look.push(statement);
    }
  }
  return needed;
}

/** Takes what is run before the loads, gives a hash for each source, because keys are made of them again and again. */
export function sourceHashes({ sources }: Prelude, hash: (text: string) => string): ReadonlyMap<string, string> {
  return new Map([...sources].map(([name, statements]) => [name, hash(JSON.stringify(statements))]));
}

/** Everything that a load's rows depend on, on one engine. */
export interface LoadBasis {
  readonly engine: Engine;
  readonly version: string | null;
  readonly script: readonly TrialStatement[];
  readonly prelude: Prelude;
  readonly hash: (text: string) => string;
  /** What the engine is given for a statement. */
  readonly textOf: (statement: TrialStatement) => string;
}

/** Takes that, gives for a load a text that is another where its rows could be others. */
export function loadBasis(basis: LoadBasis): (load: TrialStatement) => string {
  const { engine, version, script, prelude, hash, textOf } = basis;
  const sources = sourceHashes(prelude, hash);
  return (load) => {
    const statements = [...neededBy([load], script)];
    const read = [...new Set(statements.flatMap((statement) => statement.sources))];
    const texts = script.filter((statement) => statements.includes(statement)).map(textOf);
    return JSON.stringify([
      engine.name,
      version,
      prelude.settings,
      texts,
      read.sort().map((name) => sources.get(name)),
    ]);
  };
}
