/** The maintainers' spreadsheet: sizes and source columns of each CMS stand only there. */
import type { Size, Spreadsheet, SpreadsheetRow } from './model.js';
import type { CsvTable } from './read-csv.js';
import { sizeOf } from './read-object.js';

/** Headings of the source columns, best first for each CMS. */
const SOURCE_HEADINGS: readonly (readonly [cms: string, heading: RegExp])[] = [
  ['liquid_logic', /^cms_path_llogic$/],
  ['mosaic', /^cms_path_mosaic \(Essex Data Warehouse\)$/],
  ['mosaic', /^cms_path_mosaic$/],
  ['azeus', /^cms_path_azeus$/i],
  ['caredirector', /^cms_path_caredirector$/i],
  ['eclipse', /^cms_path_eclipse$/i],
];

/** Reads the rows that have an item_ref; earlier spreadsheets call it `field_ref` and the name `field_name`. */
export function readSpreadsheet(file: string, table: CsvTable): Spreadsheet {
  const first = new Map<string, number>();
  table.headings.forEach((heading, column) => {
    if (!first.has(heading.trim())) first.set(heading.trim(), column);
  });
  const context = { file, headings: table.headings, first, sourceColumns: sourceColumns(first) };
  const rows = table.rows.map((row, number) => readRow({ ...context, number: number + 1 }, row.cells));
  return { file, headings: table.headings, rows: rows.filter((row) => row.itemRef !== '') };
}

interface RowContext {
  readonly file: string;
  readonly number: number;
  readonly headings: readonly string[];
  readonly first: ReadonlyMap<string, number>;
  readonly sourceColumns: readonly SourceColumn[];
}

function readRow(
  { file, number, headings, first, sourceColumns }: RowContext,
  cells: readonly string[],
): SpreadsheetRow {
  const cell = (...names: string[]) => {
    const column = names.map((name) => first.get(name)).find((found) => found !== undefined);
    return blankOf(cells[column ?? -1] ?? '');
  };
  return {
    file,
    path: ['row', number],
    itemRef: cell('item_ref', 'field_ref'),
    objectName: cell('object_name'),
    fieldName: cell('field_name'),
    description: cell('description'),
    type: cell('type'),
    size: readSize(cell('max_field_size')),
    foreignKey: cell('foreign_key'),
    returns: cell('returns')
      .split('|')
      .map((entry) => entry.trim())
      .filter((entry) => entry !== ''),
    sources: readSources(sourceColumns, cells),
    cells: Object.fromEntries(headings.map((heading, column) => [heading.trim(), cells[column] ?? ''])),
  };
}

interface SourceColumn {
  readonly cms: string;
  readonly column: number;
}

/** The columns that name sources, best first for each CMS. */
function sourceColumns(first: ReadonlyMap<string, number>): SourceColumn[] {
  return SOURCE_HEADINGS.flatMap(([cms, pattern]) =>
    [...first].filter(([heading]) => pattern.test(heading)).map(([, column]) => ({ cms, column })),
  );
}

function readSources(columns: readonly SourceColumn[], cells: readonly string[]): SpreadsheetRow['sources'] {
  const sources: Record<string, { table: string; field: string }> = {};
  for (const { cms, column } of columns) {
    const found = Object.hasOwn(sources, cms) ? null : sourceOf(blankOf(cells[column] ?? ''));
    if (found) sources[cms] = found;
  }
  return sources;
}

/** `DIM_PERSON.GENDER_MAIN_CODE`, with or without database and schema before it; anything else is no clean source. */
function sourceOf(path: string): { table: string; field: string } | null {
  const match = /^(?:[A-Za-z_]\w*\.){0,2}([A-Za-z_]\w*)\.([A-Za-z_]\w*)$/.exec(path);
  if (!match?.[1] || !match[2] || /placeholder/i.test(path)) return null;
  return { table: match[1], field: match[2] };
}

/** Cells hold blanks, no-break spaces, `NULL` and broken links where there is nothing. */
function blankOf(cell: string): string {
  const text = cell.trim();
  return /^(?:null|#n\/a|nan)$/i.test(text) ? '' : text;
}

function readSize(text: string): Size {
  return sizeOf(text.replace(/\.0$/, ''));
}
