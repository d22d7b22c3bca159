/** What differs between the two sides of one data item. */
import type { DataItem } from '../specification/model.js';
import type { Value } from './change.js';
import { CHANGE_KINDS, type ChangeKind } from './change-kinds.js';

/** A difference before it has its class and fingerprint. */
export interface Difference {
  readonly kind: ChangeKind;
  readonly before: Value;
  readonly after: Value;
  /** Key of the item at which it stands; `''` for the item itself. */
  readonly key: string;
  readonly part: string;
}

type FieldKind = { readonly kind: ChangeKind; readonly field: keyof DataItem; readonly key: string };

/** The rows of the table that compare one property of an item. */
const FIELD_KINDS: readonly FieldKind[] = Object.entries(CHANGE_KINDS).flatMap(([kind, row]) =>
  'field' in row ? [{ kind: kind as ChangeKind, field: row.field, key: row.key }] : [],
);

/** All differences of an item that both revisions have, in the order of the table. */
export function diffItem(base: DataItem, head: DataItem): Difference[] {
  const fields = FIELD_KINDS.flatMap(({ kind, field, key }): Difference[] => {
    const before = valueOfField(base, field);
    const after = valueOfField(head, field);
    return sameValue(before, after) ? [] : [{ kind, before, after, key, part: '' }];
  });
  return [
    ...fields.filter((found) => !sizeGoesWithType(found, fields)),
    ...diffValidators(base, head),
    ...diffMetadata(base, head),
  ];
}

/** Everything that changes of an item are found in, in the order of the table. */
export function valuesOf(item: DataItem): Value[] {
  return [...FIELD_KINDS.map(({ field }) => valueOfField(item, field)), item.required, item.unique];
}

/** A field as a change shows it: nothing is null. */
function valueOfField(item: DataItem, field: keyof DataItem): Value {
  const value = item[field] as Value;
  if (value === '' || (Array.isArray(value) && value.length === 0)) return field === 'name' ? '' : null;
  return value;
}

function sameValue(a: Value, b: Value): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((entry, index) => entry === b[index]);
}

/** A type that has no size loses it: that is one change, of the type. A size that a new type brings is told. */
function sizeGoesWithType(found: Difference, all: readonly Difference[]): boolean {
  if (found.kind !== 'item-size-changed' || found.after !== null) return false;
  return all.some((other) => other.kind === 'item-type-changed');
}

function diffValidators(base: DataItem, head: DataItem): Difference[] {
  return (['required', 'unique'] as const).flatMap((part): Difference[] => {
    if (base[part] === head[part]) return [];
    const kind = 'item-validators-changed';
    return [{ kind, before: base[part], after: head[part], key: 'validators', part }];
  });
}

function diffMetadata(base: DataItem, head: DataItem): Difference[] {
  const before = metadataText(base);
  const after = metadataText(head);
  return before === after ? [] : [{ kind: 'item-metadata-changed', before, after, key: 'metadata', part: '' }];
}

function metadataText(item: DataItem): string | null {
  const written = Object.entries(item.metadata?.written ?? {}).filter(([, value]) => value !== '');
  return written.length === 0 ? null : written.map(([key, value]) => `${key}: ${value}`).join('; ');
}
