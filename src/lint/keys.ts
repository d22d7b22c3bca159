/** What makes an item a key: the files say it twice, in `primary_key` and in `constraints`. */
import type { DataItem } from '../specification/model.js';

/** `constraints` has `pk`. */
export function hasKeyConstraint(item: DataItem): boolean {
  return item.constraints.some((constraint) => constraint.toLowerCase() === 'pk');
}

/** A key by either of the two. */
export function isKey(item: DataItem): boolean {
  return item.primaryKey || hasKeyConstraint(item);
}
