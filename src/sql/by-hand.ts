/** SQL that is written by hand for single databases: nothing checks it, so every review that touches its object says so. */
import { freeIn } from './loads/keep-load.js';
import { loadColumnsOf } from './loads/load.js';
import type { RenderedObject } from './render-object.js';

/** A piece of it: of an item, or of a set that the load of the object reads. */
export interface ByHand {
  readonly object: string;
  /** Ref of the item, or name of the set. */
  readonly name: string;
}

/** Takes an object as rendered, gives what of its load is written by hand. */
export function byHandIn({ object, statements }: RenderedObject): readonly ByHand[] {
  return statements.flatMap((statement) => {
    if (statement.kind !== 'load') return [];
    const columns = loadColumnsOf(statement).filter((column) => freeIn(column).length > 0);
    const sets = statement.sets.filter(({ query }) => query.kind === 'free');
    const items = columns.map(({ name, origins: [{ itemRef }] }) => itemRef || name);
    return [...items, ...sets.map(({ name }) => name)].map((name) => ({ object, name }));
  });
}
