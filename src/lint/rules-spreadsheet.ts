/** Rules on the maintainers' spreadsheet, and on where it disagrees with the YAML made from it. */
import type { DataItem, Spreadsheet, SpreadsheetRow } from '../specification/model.js';
import { baseName } from './index-specification.js';
import { at, atItem, type Fault, type Rule } from './rule.js';
import { shown, shownList } from './shown.js';

const ERROR_VALUE = /#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)/;

export const SPREADSHEET_RULES: readonly Rule[] = [
  {
    id: 'spreadsheet-duplicate-heading',
    severity: 'warning',
    checks: 'column headings differ',
    why: 'tools that read by heading lose all but one of the columns',
    *run({ specification: { spreadsheet } }) {
      if (!spreadsheet) return;
      const seen = new Map<string, number>();
      for (const heading of spreadsheet.headings) seen.set(heading.trim(), (seen.get(heading.trim()) ?? 0) + 1);
      for (const [heading, times] of seen) {
        if (heading === '' || times === 1) continue;
        const message = `${times} columns have the heading ${shown(heading)}`;
        yield at({ file: spreadsheet.file, path: ['row', 0] }, heading, { value: heading, message, expected: 'one' });
      }
    },
  },
  {
    id: 'spreadsheet-error-value',
    severity: 'warning',
    checks: 'no cell holds an error such as #N/A',
    why: 'what the formula should have fetched is not in the standard',
    *run({ specification: { spreadsheet } }) {
      yield* byColumn(spreadsheet, { is: (cell) => ERROR_VALUE.test(cell), what: 'an error such as #N/A' });
    },
  },
  {
    id: 'spreadsheet-zero',
    severity: 'warning',
    checks: "no cell holds the '0' that a link to an empty cell leaves",
    why: 'it is taken for a value',
    *run({ specification: { spreadsheet } }) {
      yield* byColumn(spreadsheet, { is: (cell) => cell.trim() === '0', what: "a '0' left by a link to nothing" });
    },
  },
  {
    id: 'spreadsheet-broken-rows',
    severity: 'warning',
    checks: 'a row with a ref has a name',
    why: 'an export that cuts rows at line breaks loses the rest of every text',
    *run({ specification: { spreadsheet } }) {
      const broken = spreadsheet?.rows.filter((row) => !isWhole(row)) ?? [];
      const [first] = broken;
      if (!first) return;
      const message = `${broken.length} rows of the spreadsheet have no name, as if cut at line breaks`;
      yield at(first, 'field_name', { message, expected: 'texts with line breaks in quotes' });
    },
  },
  {
    id: 'spreadsheet-duplicate-ref',
    severity: 'warning',
    checks: 'an item has one row',
    why: 'which of the rows is used depends on the tool',
    *run({ rowsByRef }) {
      for (const [ref, rows] of rowsByRef) {
        for (const row of rows.filter(isWhole).slice(1)) {
          const message = `${shown(ref)} has ${rows.length} rows in the spreadsheet`;
          yield ofRow(row, 'item_ref', { message, expected: 'one row' });
        }
      }
    },
  },
  {
    id: 'spreadsheet-row-missing',
    severity: 'warning',
    checks: 'an item of the YAML has a row in the spreadsheet',
    why: 'the next refresh from the spreadsheet erases the item',
    *run({ items, rowsByRef, specification }) {
      if (!specification.spreadsheet) return;
      for (const item of items) {
        if (item.ref === '' || rowsByRef.has(item.ref)) continue;
        const message = `${shown(item.name)} is in the YAML, but not in the spreadsheet`;
        yield atItem(item, 'item_ref', { message, expected: 'its row in the spreadsheet' });
      }
    },
  },
  {
    id: 'spreadsheet-row-unknown',
    severity: 'warning',
    checks: 'a row of the spreadsheet has its item in the YAML',
    why: 'the next refresh from the spreadsheet brings the item in',
    *run({ itemsByRef, rowsByRef, unread }) {
      for (const [ref, [row]] of rowsByRef) {
        if (!row || !isWhole(row) || itemsByRef.has(ref) || unread.has(row.objectName)) continue;
        const message = `${shown(row.fieldName)} is in the spreadsheet, but not in the YAML`;
        yield ofRow(row, 'item_ref', { message, expected: 'the item in the YAML, or the row removed' });
      }
    },
  },
  {
    id: 'spreadsheet-differs',
    severity: 'warning',
    checks: 'name, object, type and foreign key are the same in the spreadsheet and the YAML',
    why: 'the next refresh from the spreadsheet undoes what the YAML says',
    *run(index) {
      for (const [ref, [row]] of index.rowsByRef) {
        const item = index.itemsByRef.get(ref)?.[0];
        if (item && row && !index.unread.has(baseName(item.file))) yield* differences(item, row);
      }
    },
  },
];

/** Early spreadsheets have no `field_name`; where there is one, a row without it is a piece of another row. */
function isWhole(row: SpreadsheetRow): boolean {
  return row.fieldName !== '' || !Object.hasOwn(row.cells, 'field_name');
}

function ofRow(row: SpreadsheetRow, heading: string, said: { message: string; expected: string }): Fault {
  return { ...at(row, heading, said), object: row.objectName, itemRef: row.itemRef };
}

/** One finding a column: such cells come by the column, from one broken formula. */
function* byColumn(
  spreadsheet: Spreadsheet | null,
  { is, what }: { is: (cell: string) => boolean; what: string },
): Generator<Fault> {
  for (const heading of new Set(spreadsheet?.headings.map((written) => written.trim()))) {
    const rows = spreadsheet?.rows.filter((row) => is(row.cells[heading] ?? '')) ?? [];
    const [first] = rows;
    if (!first) continue;
    const refs = shownList(
      rows.map(({ itemRef }) => itemRef),
      3,
    );
    const message = `${rows.length} cells of the column ${shown(heading)} hold ${what}: ${refs}`;
    yield at(first, heading, { value: heading, message, expected: 'the value, or an empty cell' });
  }
}

/** What both say: the item's property and key, the row's property and heading. */
const COMPARED = [
  { ofItem: 'name', key: 'name', ofRow: 'fieldName', heading: 'field_name' },
  { ofItem: 'object', key: 'object', ofRow: 'objectName', heading: 'object_name' },
  { ofItem: 'type', key: 'type', ofRow: 'type', heading: 'type' },
  { ofItem: 'foreignKey', key: 'foreign_key', ofRow: 'foreignKey', heading: 'foreign_key' },
] as const;

function* differences(item: DataItem, row: SpreadsheetRow): Generator<Fault> {
  for (const { ofItem, key, ofRow, heading } of COMPARED) {
    const [inYaml, inRow] = [item[ofItem], row[ofRow]];
    if (inYaml === inRow || !Object.hasOwn(row.cells, heading)) continue;
    const both = `${written(inYaml)} in the YAML, but ${written(inRow)} in the spreadsheet`;
    const message = `the ${key} of ${shown(item.name)} is ${both}`;
    yield atItem(item, key === 'object' ? [] : key, { value: key, message, expected: 'the same in both' });
  }
}

function written(value: string): string {
  return value === '' ? 'empty' : shown(value);
}
