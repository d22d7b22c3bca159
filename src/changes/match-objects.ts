/** Which data object of the base is which of the head. */
import type { DataObject } from '../specification/model.js';

export interface ObjectPair {
  readonly base: DataObject | null;
  readonly head: DataObject | null;
}

/**
 * Objects of one name are one object. A name that is gone and a new name are one renamed object when more than half
 * of the items of both carry the same refs; of several candidates the one with most shared refs.
 */
export function matchObjects(base: readonly DataObject[], head: readonly DataObject[]): ObjectPair[] {
  const heads = new Map(head.map((object) => [object.name, object]));
  const names = new Set(base.map((object) => object.name));
  const added = head.filter((object) => !names.has(object.name));
  const taken = new Set<DataObject>();
  const pairs = base.map((object): ObjectPair => {
    const same = heads.get(object.name) ?? renamed(object, added, taken);
    if (same) taken.add(same);
    return { base: object, head: same };
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
