import type { DataItem } from '../specification/model.js';

/** Items by key, only where the key is not blank and stands once. */
export function uniqueBy(items: Iterable<DataItem>, key: (item: DataItem) => string): Map<string, DataItem> {
  const found = new Map<string, DataItem>();
  const twice = new Set<string>();
  for (const item of items) {
    const value = key(item);
    if (value === '') continue;
    if (found.has(value)) twice.add(value);
    found.set(value, item);
  }
  for (const value of twice) found.delete(value);
  return found;
}
