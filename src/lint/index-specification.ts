/** The specification with its lookups: built once, so that every rule is linear in the number of items. */
import type {
  ChangeLogEntry,
  CodeSet,
  DataItem,
  DataObject,
  Relationship,
  Specification,
  SpreadsheetRow,
} from '../specification/model.js';
import { isKey } from './keys.js';
import { type Mapping, mappingsOf } from './mappings.js';

/** A specification as the rules ask for it. */
export interface SpecificationIndex {
  readonly specification: Specification;
  readonly items: readonly DataItem[];
  readonly objectsByName: ReadonlyMap<string, DataObject>;
  /** By `object.item`. */
  readonly itemsByPlace: ReadonlyMap<string, DataItem>;
  readonly itemsByRef: ReadonlyMap<string, readonly DataItem[]>;
  /** Items that a foreign key can mean, by their name and by their name without its prefix. */
  readonly targetsByName: ReadonlyMap<string, readonly DataItem[]>;
  /** Of every item, in the order of the items. */
  readonly mappings: ReadonlyMap<DataItem, readonly Mapping[]>;
  /** Every CMS that any item is mapped to. */
  readonly mappedCms: ReadonlySet<string>;
  readonly codeSetsByName: ReadonlyMap<string, CodeSet>;
  /** By `object.item` of the child. */
  readonly relationshipsByChild: ReadonlyMap<string, readonly Relationship[]>;
  readonly entriesByRef: ReadonlyMap<string, readonly ChangeLogEntry[]>;
  readonly rowsByRef: ReadonlyMap<string, readonly SpreadsheetRow[]>;
  /** Names (of data objects, of code sets) whose file could not be read, or not all of it. */
  readonly unread: ReadonlySet<string>;
}

/** Builds the lookups; of two things with one name the first is found. */
export function indexSpecification(specification: Specification): SpecificationIndex {
  const items = specification.objects.flatMap((object) => object.items);
  const itemsByPlace = firstBy(items, (item) => `${item.object}.${item.name}`);
  const mappings = new Map(items.map((item) => [item, mappingsOf(item)]));
  return {
    specification,
    items,
    objectsByName: firstBy(specification.objects, (object) => object.name),
    itemsByPlace,
    itemsByRef: groupBy(items, (item) => item.ref),
    targetsByName: findTargets(items, itemsByPlace),
    mappings,
    mappedCms: new Set([...mappings.values()].flatMap((itsMappings) => itsMappings.map(({ cms }) => cms))),
    codeSetsByName: firstBy(specification.codeSets, (codeSet) => codeSet.name),
    relationshipsByChild: groupBy(specification.relationships ?? [], childPlace),
    entriesByRef: groupBy(specification.changeLog?.entries ?? [], (entry) => entry.itemRef),
    rowsByRef: groupBy(specification.spreadsheet?.rows ?? [], (row) => row.itemRef),
    unread: new Set(
      specification.problems.filter((problem) => problem.severity === 'error').map(({ file }) => baseName(file)),
    ),
  };
}

/** `object.item` of a relationship's child. */
export function childPlace(relationship: Relationship): string {
  return `${relationship.childObject}.${relationship.childKey}`;
}

/** A file's name without folder and `.yml`. */
export function baseName(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.ya?ml$/i, '');
}

/** The prefix that names of an object's items begin with, from the ref: `pers` of `PERS001A`; `''` without a ref. */
export function prefixOf(item: DataItem): string {
  return item.ref.slice(0, 4).toLowerCase();
}

/** The name without the prefix of its ref, or null when it does not begin with that. */
export function stemOf(item: DataItem): string | null {
  const prefix = prefixOf(item);
  return prefix !== '' && item.name.startsWith(`${prefix}_`) ? item.name.slice(prefix.length + 1) : null;
}

function findTargets(
  items: readonly DataItem[],
  itemsByPlace: ReadonlyMap<string, DataItem>,
): ReadonlyMap<string, readonly DataItem[]> {
  const referenced = new Set(items.map((item) => itemsByPlace.get(item.foreignKey)));
  const targets = items.filter((item) => item.foreignKey === '' && (isKey(item) || referenced.has(item)));
  const named = targets.flatMap((item) =>
    [...new Set([item.name, stemOf(item) ?? item.name])].map((name) => ({ name, item })),
  );
  return new Map([...groupBy(named, ({ name }) => name)].map(([name, found]) => [name, found.map(({ item }) => item)]));
}

function firstBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T> {
  const found = new Map<string, T>();
  for (const thing of things) if (!found.has(keyOf(thing))) found.set(keyOf(thing), thing);
  return found;
}

function groupBy<T>(things: readonly T[], keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
