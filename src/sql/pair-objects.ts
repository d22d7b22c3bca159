/** Which objects of two revisions are the same one, and which of them can differ in SQL. */
import type { DataObject, Specification } from '../specification/model.js';
import { inScriptOrder } from './catalogue.js';
import { fold } from './names.js';

/** One object in both revisions; null where it does not exist. */
export interface ObjectPair {
  readonly base: DataObject | null;
  readonly head: DataObject | null;
}

interface PairOptions {
  readonly changedObjects?: ReadonlySet<string>;
  readonly renamedObjects?: ReadonlyMap<string, string>;
}

/** Takes two revisions, gives the pairs whose SQL can differ, in the order of the script. */
export function pairObjects(base: Specification, head: Specification, options: PairOptions): readonly ObjectPair[] {
  const touched = touchedBy(options.changedObjects, base.objects, head.objects);
  const before = byOccurrence(base.objects);
  const pairs = [...byOccurrence(head.objects)].map(([key, object]) => {
    const old = options.renamedObjects?.get(object.name);
    const baseKey = old !== undefined && before.has(occurrence(old, 0)) ? occurrence(old, 0) : key;
    const pair = { name: object.name, base: before.get(baseKey) ?? null, head: object };
    before.delete(baseKey);
    return pair;
  });
  const removed = [...before.values()].map((object) => ({ name: object.name, base: object, head: null }));
  return inScriptOrder([...pairs, ...removed]).filter(({ base, head }) => touched(base) || touched(head));
}

/** An object can differ when it changed, and when an item that it refers to did: the parent's key decides with it. */
function touchedBy(
  changed: ReadonlySet<string> | undefined,
  base: readonly DataObject[],
  head: readonly DataObject[],
): (object: DataObject | null) => boolean {
  if (changed === undefined) return () => true;
  const names = new Set([...changed].map(fold));
  const targets = [keysOf(base, names), keysOf(head, names)] as const;
  const moved = (key: string) => targets[0].get(key) !== targets[1].get(key);
  const refers = ({ items }: DataObject) => items.some(({ foreignKey }) => moved(fold(foreignKey.trim())));
  const touched = new Set([...base, ...head].filter((object) => names.has(fold(object.name)) || refers(object)));
  return (object) => object !== null && touched.has(object);
}

/** What a child sees of each item of the changed objects: its type and size, and which items are the parent's key. */
function keysOf(objects: readonly DataObject[], names: ReadonlySet<string>): Map<string, string> {
  const own = objects.filter(({ name }) => names.has(fold(name)));
  return new Map(
    own.flatMap(({ name, items }) => {
      const key = items.filter(({ primaryKey }) => primaryKey).map((item) => item.name);
      return items.map((item) => [fold(`${name}.${item.name}`), JSON.stringify([key, item.type, item.size])] as const);
    }),
  );
}

/** Two objects of one name are told apart by their order. */
function byOccurrence(objects: readonly DataObject[]): Map<string, DataObject> {
  const seen = new Map<string, number>();
  return new Map(
    objects.map((object) => {
      const nth = seen.get(object.name) ?? 0;
      seen.set(object.name, nth + 1);
      return [occurrence(object.name, nth), object];
    }),
  );
}

function occurrence(name: string, nth: number): string {
  return `${nth} ${name}`;
}
