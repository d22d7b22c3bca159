/** Carries out a comparison's changes on the base: only for the tests, to prove that they say everything. */
import type { Change, Value } from '../../src/changes/change.js';
import { kindRow } from '../../src/changes/change-kinds.js';
import type { CodeSet, DataItem, Specification } from '../../src/specification/model.js';
import { SIZED } from './arbitrary.js';

/** What a specification says, without files and places: objects by name, items in their order, code sets by name. */
export interface Plain {
  readonly objects: Readonly<Record<string, readonly PlainItem[]>>;
  readonly codeSets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

type PlainItem = Readonly<Record<string, unknown>>;

export function plain({ objects, codeSets }: Pick<Specification, 'objects' | 'codeSets'>): Plain {
  return {
    objects: Object.fromEntries(objects.map(({ name, items }) => [name, items.map(plainItem)])),
    codeSets: Object.fromEntries(codeSets.filter(({ values }) => values.length > 0).map(plainSet)),
  };
}

function plainItem({ file: _file, path: _path, object: _object, metadata, ...values }: DataItem): PlainItem {
  return { ...values, metadata: Object.entries(metadata?.written ?? {}).map((entry) => entry.join(': ')) };
}

function plainSet({ name, values }: CodeSet): [string, Record<string, string>] {
  return [name, Object.fromEntries(values.map(({ value, description }) => [value, description]))];
}

/** The head, made of the base and the changes alone; a new item is looked up where its change says that it stands. */
export function applyChanges(base: Specification, changes: readonly Change[], head: Specification): Plain {
  const objects = new Map<string, Slot[]>();
  const renamed = new Map(ofKind(changes, 'object-renamed').map(({ before, object }) => [before, object]));
  const removed = new Set(ofKind(changes, 'object-removed').map(({ object }) => object));
  for (const { name } of base.objects) if (!removed.has(name)) objects.set(renamed.get(name) ?? name, []);
  for (const { object } of ofKind(changes, 'object-added')) objects.set(object, []);
  for (const item of base.objects.flatMap(({ items }) => items)) {
    const own = changes.filter(({ was }) => was && sameItem(was, item));
    if (own.some(({ kind }) => kind === 'item-removed')) continue;
    const moved = own.find(({ kind }) => kind === 'item-moved');
    const place = moved?.object ?? renamed.get(item.object) ?? item.object;
    objects.get(place)?.push({ item: own.reduce(applied, plainItem(item)), at: moved ? placeOf(moved) : null });
  }
  for (const change of ofKind(changes, 'item-added')) {
    objects.get(change.object)?.push({ item: plainItem(itemAt(head, change)), at: placeOf(change) });
  }
  for (const change of ofKind(changes, 'item-order-changed')) reorder(objects.get(change.object) ?? [], change);
  const placed = [...objects].map(([name, slots]) => [name, inPlaces(slots)] as const);
  return { objects: Object.fromEntries(placed), codeSets: codeSetsAfter(base, changes) };
}

/** An item and, where a change says so, its index in the object. */
interface Slot {
  readonly item: PlainItem;
  at: number | null;
}

function ofKind(changes: readonly Change[], kind: Change['kind']): readonly Change[] {
  return changes.filter((change) => change.kind === kind);
}

function sameItem(was: NonNullable<Change['was']>, { object, ref, name }: DataItem): boolean {
  return was.object === object && was.itemRef === ref && was.name === name;
}

function applied(item: PlainItem, { kind, before, after, part }: Change): PlainItem {
  const { field } = kindRow(kind);
  if (kind === 'item-validators-changed') return changed(item, part, before, after);
  if (kind === 'item-metadata-changed') return { ...item, metadata: after === null ? [] : String(after).split('; ') };
  if (!field) return item;
  const now = changed(item, field, before, after);
  return kind === 'item-type-changed' && !SIZED.has(String(after)) ? { ...now, size: null } : now;
}

/** The old value must be what the base has: a change tells both. */
function changed(item: PlainItem, field: string, before: Value, after: Value): PlainItem {
  const was = item[field];
  expect(before).toEqual(was === '' || (Array.isArray(was) && was.length === 0) ? null : was);
  const none = Array.isArray(was) ? [] : field === 'size' ? null : '';
  return { ...item, [field]: after ?? none };
}

function placeOf({ path }: Change): number {
  return Number(path[3]);
}

function itemAt(head: Specification, { file, path, object, itemRef, name }: Change): DataItem {
  const found = head.objects.find((one) => one.file === file)?.items[placeOf({ path } as Change)];
  expect(found).toMatchObject({ object, ref: itemRef, name });
  return found as DataItem;
}

function reorder(slots: readonly Slot[], { after }: Change): void {
  for (const entry of after as readonly string[]) {
    const [name, place] = entry.split(' ');
    const slot = slots.find(({ item }) => item.name === name);
    if (slot) slot.at = Number(place) - 1;
  }
}

/** Slots with a place stand there; the others fill the rest in the order they had. */
function inPlaces(slots: readonly Slot[]): PlainItem[] {
  const fixed = new Map(slots.flatMap((slot) => (slot.at === null ? [] : [[slot.at, slot] as const])));
  const rest = slots.filter(({ at }) => at === null);
  return slots.flatMap((_, index): readonly PlainItem[] => {
    const slot = fixed.get(index) ?? rest.shift();
    return slot ? [slot.item] : [];
  });
}

function codeSetsAfter(base: Specification, changes: readonly Change[]): Plain['codeSets'] {
  const sets = new Map(base.codeSets.map((set) => [set.name, { ...plainSet(set)[1] }]));
  for (const { kind, name, part, after } of changes) {
    const values = sets.get(name) ?? {};
    if (kind === 'code-set-value-added' || kind === 'code-set-value-redefined') values[part] = String(after);
    else if (kind === 'code-set-value-removed') delete values[part];
    else continue;
    sets.set(name, values);
  }
  return Object.fromEntries([...sets].filter(([, values]) => Object.keys(values).length > 0));
}
