/** A table of the standard, as a target has it, for those who read it. */
import type { DataObject } from '../../specification/model.js';
import { FALLBACK_TYPE, readColumnType } from '../../sql/column-type.js';
import type { Target } from '../../sql/targets.js';
import type { ReadableTable } from './read-table.js';

/** Takes an object and a target, gives its table with the columns that it is read with. */
export function readableTable({ name, items }: DataObject, { dialect }: Pick<Target, 'dialect'>): ReadableTable {
  const columns = items.map((item) => ({
    name: item.name,
    type: readColumnType(item.type, item.size) ?? FALLBACK_TYPE,
  }));
  return { table: dialect.table(name), columns };
}
