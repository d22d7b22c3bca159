/** The entries of `cms_field` and `cms_table`, taken apart. */
import type { DataItem } from '../specification/model.js';

/** One `cms:name` pair of an item, taken apart. */
export interface Mapping {
  readonly key: 'cms_field' | 'cms_table';
  readonly position: number;
  readonly written: string;
  /** Before the colon; `''` where there is none. */
  readonly cms: string;
  /** After the colon: the field or table, as the CMS calls it. */
  readonly source: string;
}

/** An item's mappings: those of its fields, then those of its tables. */
export function mappingsOf(item: DataItem): readonly Mapping[] {
  if (item.cmsField.length === 0 && item.cmsTable.length === 0) return NONE;
  return [
    ...item.cmsField.map((written, position) => split('cms_field', position, written)),
    ...item.cmsTable.map((written, position) => split('cms_table', position, written)),
  ];
}

const NONE: readonly Mapping[] = [];

function split(key: Mapping['key'], position: number, written: string): Mapping {
  const colon = written.indexOf(':');
  return { key, position, written, cms: written.slice(0, Math.max(0, colon)), source: written.slice(colon + 1) };
}
