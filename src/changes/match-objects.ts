/** Which data object of the base is which of the head. */
import type { DataObject } from '../specification/model.js';

/** One data object on both sides; one side is null where it is new or gone. */
export interface ObjectPair {
  readonly base: DataObject | null;
  readonly head: DataObject | null;
}

/**
 * Objects of one name are one object; of a name that stands twice the first is the first. A name that is gone and a new name are one renamed object when more than half
 * of the items of both carry the same refs; of several candidates the one with most shared refs.
 */
export function matchObjects(base: readonly DataObject[], head: readonly DataObject[]): ObjectPair[] {
  const waiting = new Map<string, DataObject[]>();
  for (const object of head) waiting.set(object.name, [...(waiting.get(object.name) ?? []), object]);
  const same = new Map(base.map((object) => [object, waiting.get(object.name)?.shift() ?? null]));
  const added = [...waiting.values()].flat();
  const taken = new Set<DataObject>();
  const pairs = base.map((object): ObjectPair => {
    const other = same.get(object) ?? renamed(object, added, taken);
    if (other) taken.add(other);
    return { base: object, head: other };
  });
  return [...pairs, ...added.filter((object) => !taken.has(object)).map((object) => ({ base: null, head: object }))];
}

function renamed(object: DataObject, added: readonly DataObject[], taken: ReadonlySet<DataObject>): DataObject | null {
  const refs = new Set(object.items.map((item) => item.ref));
  let best: DataObject | null = null;
  let most = 0;
  for (const candidate of added) {
    if (taken.has(candidate)) continue;
    const shared = candidate.items.filter((item) => item.ref !== '' && refs.has(item.ref)).length;
    if (2 * shared <= Math.max(refs.size, candidate.items.length) || shared <= most) continue;
    best = candidate;
    most = shared;
  }
  return best;
}
