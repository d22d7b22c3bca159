/** Which items, and which columns of the deployed tables, a change touches. */
import type { Change } from '../changes/change.js';
import { kindRow } from '../changes/change-kinds.js';
import type { DataItem, Specification } from '../specification/model.js';
import { grouped } from './tally.js';

/** A column by its old and its new name; null where it does not exist. */
export interface Column {
  readonly was: string | null;
  readonly now: string | null;
  /** The new name meant another column before: the change of that column tells what comes of it. */
  readonly taken: boolean;
  /** The old name means another column now. */
  readonly reused: boolean;
  readonly itemRef: string;
}

/** A change, the items it touches on both sides, and their columns. */
export interface Touch {
  readonly change: Change;
  readonly items: readonly DataItem[];
  readonly columns: readonly Column[];
}

/** One revision, to find items in. */
export interface Index {
  readonly byName: ReadonlyMap<string, DataItem>;
  readonly byObject: ReadonlyMap<string, readonly DataItem[]>;
  readonly byCodeSet: ReadonlyMap<string, readonly DataItem[]>;
}

/** The items of a revision by name, object and code set. */
export function indexOf({ objects }: Specification): Index {
  const items = objects.flatMap((object) => object.items);
  return {
    byName: new Map(items.map((item) => [columnName(item), item])),
    byObject: grouped(items, ({ object }) => object),
    byCodeSet: grouped(items, ({ codeSet }) => codeSet),
  };
}

/** `object.item`, which is also the name of its column. */
export function columnName({ object, name }: { readonly object: string; readonly name: string }): string {
  return `${object}.${name}`;
}

/** What a change touches: its item on both sides, or all items of its object or code set. */
export function touchOf(change: Change, before: Index, after: Index): Touch {
  const { subject } = kindRow(change.kind);
  if (subject === 'object') return objectTouch(change, before, after);
  if (subject === 'code set') return codeSetTouch(change, before, after);
  const was = change.was ?? (change.side === 'base' ? change : null);
  const base = was && before.byName.get(columnName(was));
  const head = change.side === 'head' ? after.byName.get(columnName(change)) : undefined;
  const names = { was: was && columnName(was), now: head ? columnName(head) : null };
  const column = { ...columnOf(names, before, after), itemRef: change.itemRef };
  return { change, items: [base, head].flatMap((item) => item ?? []), columns: [column] };
}

function columnOf(names: Pick<Column, 'was' | 'now'>, before: Index, after: Index): Omit<Column, 'itemRef'> {
  const { was, now } = names;
  const differ = was !== now;
  return {
    ...names,
    taken: differ && now !== null && before.byName.has(now),
    reused: differ && was !== null && after.byName.has(was),
  };
}

function objectTouch(change: Change, before: Index, after: Index): Touch {
  const renamed = change.kind === 'object-renamed';
  const base = before.byObject.get(renamed ? String(change.before) : change.object) ?? [];
  const head = after.byObject.get(change.object) ?? [];
  const columns = base.map((item) => {
    const now = columnName({ object: change.object, name: item.name });
    return { ...columnOf({ was: columnName(item), now }, before, after), itemRef: item.ref };
  });
  return { change, items: [...base, ...head], columns: renamed ? columns : [] };
}

function codeSetTouch(change: Change, before: Index, after: Index): Touch {
  const head = after.byCodeSet.get(change.name) ?? [];
  const columns = head.map((item) => {
    const name = columnName(item);
    return { ...columnOf({ was: name, now: name }, before, after), itemRef: item.ref };
  });
  return { change, items: [...(before.byCodeSet.get(change.name) ?? []), ...head], columns };
}
