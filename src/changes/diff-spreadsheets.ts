/** What only the spreadsheet says of an item: its source columns in each CMS. (Sizes are read into the items.) */
import type { DataItem, Spreadsheet, SpreadsheetRow } from '../specification/model.js';
import type { Draft } from './draft.js';
import type { ItemPair } from './match-items.js';

/** Source tables and columns that changed, for items that both revisions and both spreadsheets have. */
export function diffSpreadsheets(
  base: Spreadsheet | null,
  head: Spreadsheet | null,
  pairs: readonly ItemPair[],
): Draft[] {
  if (!base || !head || base === head) return [];
  const before = rowsByRef(base);
  const after = rowsByRef(head);
  return pairs.flatMap((pair): Draft[] => {
    const from = pair.base && rowOf(pair.base, before);
    const to = pair.head && rowOf(pair.head, after);
    return from && to ? [...diffSources(pair, from, to, 'table'), ...diffSources(pair, from, to, 'field')] : [];
  });
}

function diffSources(pair: ItemPair, from: SpreadsheetRow, to: SpreadsheetRow, part: 'table' | 'field'): Draft[] {
  const before = sourceList(from, part);
  const after = sourceList(to, part);
  if (!pair.head || !pair.base || before.join() === after.join()) return [];
  return [
    {
      kind: part === 'table' ? 'item-cms-table-changed' : 'item-cms-field-changed',
      item: pair.head,
      was: pair.base,
      object: pair.head.object,
      name: pair.head.name,
      before: before.length > 0 ? before : null,
      after: after.length > 0 ? after : null,
      spot: to,
      side: 'head',
      source: 'spreadsheet',
    },
  ];
}

function sourceList(row: SpreadsheetRow, part: 'table' | 'field'): readonly string[] {
  return Object.entries(row.sources).map(([cms, source]) => `${cms}:${source[part]}`);
}

function rowsByRef({ rows }: Spreadsheet): Map<string, SpreadsheetRow[]> {
  const byRef = new Map<string, SpreadsheetRow[]>();
  for (const row of rows) byRef.set(row.itemRef, [...(byRef.get(row.itemRef) ?? []), row]);
  return byRef;
}

/** Of a ref that stands twice the row with the item's name; none is taken for another item's. */
function rowOf({ ref, name }: DataItem, rows: ReadonlyMap<string, readonly SpreadsheetRow[]>): SpreadsheetRow | null {
  const [first = null, ...others] = rows.get(ref) ?? [];
  return others.length === 0 ? first : ([first, ...others].find((row) => row?.fieldName === name) ?? null);
}
