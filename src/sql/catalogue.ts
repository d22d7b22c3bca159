/** What an object's script needs to know of the rest of the specification; built once for a rendering. */
import type { DataItem, DataObject, Specification } from '../specification/model.js';
import { fold } from './names.js';

/** The object whose rows decide who is in the extract: the only parent whose rows are certain to be there. */
export const COHORT_OBJECT = 'ssd_person';

/** What loads call it by, where they ask whether a person is in it. */
export const COHORT_ALIAS = 'cohort';

/** Look-ups over a whole specification, of which an object knows only itself. */
export interface Catalogue {
  /** By folded name; of two objects with one name the first has the table. */
  readonly tables: ReadonlyMap<string, DataObject>;
  /** The one primary key of the cohort object, null where it has none or several. */
  readonly cohortKey: DataItem | null;
}

/** A foreign key as `object.item`, split; null where the text is anything else. */
export interface ParentName {
  readonly object: string;
  readonly item: string;
}

/** Takes a specification and gives its catalogue. */
export function catalogueOf(specification: Specification): Catalogue {
  const tables = new Map<string, DataObject>();
  for (const object of specification.objects) {
    if (!tables.has(fold(object.name))) tables.set(fold(object.name), object);
  }
  return { tables, cohortKey: onlyKey(tables.get(COHORT_OBJECT)) };
}

/** Splits a foreign key; prose and anything but two names with one dot between give null. */
export function parentName(foreignKey: string): ParentName | null {
  const [, object, item] = /^([^.\s]+)\.([^.\s]+)$/.exec(foreignKey.trim()) ?? [];
  return object === undefined || item === undefined ? null : { object, item };
}

/** The item a parent name means, or null where the specification has none. */
export function parentItem(catalogue: Catalogue, { object, item }: ParentName): DataItem | null {
  return catalogue.tables.get(fold(object))?.items.find(({ name }) => fold(name) === fold(item)) ?? null;
}

/** ssd_person comes first, because every enforced foreign key refers to it; then the version log, then by name. */
export function inScriptOrder<T extends { readonly name: string }>(objects: readonly T[]): T[] {
  const keyed = objects.map((object) => ({ object, key: scriptKey(object.name) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ object }) => object);
}

function scriptKey(name: string): string {
  const folded = fold(name);
  return `${[COHORT_OBJECT, 'ssd_version_log', folded].indexOf(folded)} ${folded}`;
}

/** A name that two items share is no key: only one of them can be a column. */
function onlyKey(object: DataObject | undefined): DataItem | null {
  const keys = object?.items.filter((item) => item.primaryKey) ?? [];
  const [key] = keys;
  if (object === undefined || key === undefined || keys.length > 1) return null;
  return object.items.filter(({ name }) => fold(name) === fold(key.name)).length === 1 ? key : null;
}
