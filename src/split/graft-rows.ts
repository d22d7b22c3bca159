/** Puts the rows of chosen items from one revision's spreadsheet into the other's; every other row stays byte by byte. */
import { stringify } from 'csv-stringify/sync';
import type { DataItem, SpreadsheetRow } from '../specification/model.js';
import { type CsvTable, linesOfRow, readCsv } from '../specification/read-csv.js';
import type { Choice, ItemChoice } from './choice.js';
import { type Revised, type Texts, textAt } from './revision.js';

interface Sheet {
  readonly file: string;
  readonly table: CsvTable;
  /** The text, line by line. */
  readonly lines: readonly string[];
  readonly rows: readonly SpreadsheetRow[];
}

/** A row on its way into the text. */
interface Line {
  /** The row that it was or is; null for one without a ref. */
  readonly row: SpreadsheetRow | null;
  readonly text: string;
}

/** The spreadsheet as it must be; nothing where either side has none or no row of it differs. */
export function graftRows({ into, from, items, base }: Choice): Texts {
  const [there, source] = [sheetOf(into), sheetOf(from)];
  if (!there || !source) return new Map();
  const before: readonly Line[] = there.table.rows.map((_, index) => lineAt(there, index));
  const after = items.reduce((lines, item) => withRowOf(item, lines, { there, source, base }), before);
  if (after === before) return new Map();
  const head = there.lines.slice(0, (there.table.rows[0]?.line ?? there.lines.length + 1) - 1).join('');
  return new Map([[there.file, joined([head, ...after.map(({ text }) => text)], there.table.lineEnd)]]);
}

function sheetOf(revision: Revised): Sheet | null {
  const { spreadsheet } = revision.specification;
  if (!spreadsheet) return null;
  const text = textAt(revision, spreadsheet.file);
  const { table } = readCsv(text);
  return table && { file: spreadsheet.file, table, lines: text.split(/(?<=\n)/), rows: spreadsheet.rows };
}

/** A row with the blank lines below it. */
function lineAt({ table, lines, rows }: Sheet, index: number): Line {
  const { from } = linesOfRow(index, table, lines);
  const to = (table.rows[index + 1]?.line ?? lines.length + 1) - 1;
  return { row: rows.find((row) => indexOf(row) === index) ?? null, text: lines.slice(from, to).join('') };
}

function indexOf({ path }: SpreadsheetRow): number {
  return Number(path[1]) - 1;
}

interface Sheets {
  readonly there: Sheet;
  readonly source: Sheet;
  readonly base: Choice['base'];
}

function withRowOf({ into, from }: ItemChoice, lines: readonly Line[], sheets: Sheets): readonly Line[] {
  const { there, source } = sheets;
  const present = into && rowOf(into, there);
  const wanted = from && rowOf(from, source);
  const at = present ? lines.findIndex(({ row }) => row === present) : -1;
  if (!wanted) return at < 0 ? lines : lines.toSpliced(at, 1);
  if (at < 0) return lines.toSpliced(placeFor(wanted, lines, source), 0, lineOf(wanted, null, sheets));
  const line = lineOf(wanted, present, sheets);
  return line.text === lines[at]?.text ? lines : lines.with(at, line);
}

/** Of a ref that stands in several rows the one with the item's name, as the comparison takes it. */
function rowOf({ ref, name }: DataItem, { rows }: Sheet): SpreadsheetRow | null {
  const [first = null, ...others] = ref === '' ? [] : rows.filter(({ itemRef }) => itemRef === ref);
  return others.length === 0 ? first : ([first, ...others].find((row) => row?.fieldName === name) ?? null);
}

/** As it is written there, where the columns are the same; otherwise cell by cell under the same headings. */
function lineOf(wanted: SpreadsheetRow, present: SpreadsheetRow | null, { there, source, base }: Sheets): Line {
  const cells = source.table.rows[indexOf(wanted)]?.cells ?? [];
  const kept = present ? lineAt(there, indexOf(present)) : null;
  const keptCells = present ? (there.table.rows[indexOf(present)]?.cells ?? []) : [];
  const isAlike = isSame(there.table.headings, source.table.headings);
  // What the base has no column for is taken out of the head; what the head has none for stays in the base.
  const otherwise = base === 'from' ? [] : keptCells;
  const merged = isAlike ? cells : cellsUnder(there.table.headings, { cells, columns: columnsOf(source), otherwise });
  if (kept && isSame(merged, keptCells)) return kept;
  const written = isAlike ? lineAt(source, indexOf(wanted)).text : stringify([merged], QUOTED);
  return { row: wanted, text: written.replace(END, '') + (kept?.text.match(END)?.[0] || there.table.lineEnd) };
}

const QUOTED = { record_delimiter: '\n', quoted_match: /[\r\n]/ };
const END = /(?:\r?\n)*$/;

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((cell, column) => cell === other[column]);
}

interface OtherCells {
  readonly cells: readonly string[];
  /** Where each heading stands, the first and any further one of the same name. */
  readonly columns: ReadonlyMap<string, readonly number[]>;
  /** Cells under headings that the other side does not have. */
  readonly otherwise: readonly string[];
}

function cellsUnder(headings: readonly string[], { cells, columns, otherwise }: OtherCells): string[] {
  return headings.map((heading, column) => {
    const earlier = headings.slice(0, column).filter((other) => other.trim() === heading.trim()).length;
    const other = columns.get(heading.trim())?.[earlier];
    return (other === undefined ? otherwise[column] : cells[other]) ?? '';
  });
}

function columnsOf({ table: { headings } }: Sheet): Map<string, number[]> {
  const columns = new Map<string, number[]>();
  for (const [column, heading] of headings.entries())
    columns.set(heading.trim(), [...(columns.get(heading.trim()) ?? []), column]);
  return columns;
}

/** Behind the nearest row before it that is there as well, else at the end. */
function placeFor(wanted: SpreadsheetRow, lines: readonly Line[], { rows }: Sheet): number {
  const before = rows.slice(0, rows.indexOf(wanted)).reverse();
  const places = before.map(({ itemRef }) => lines.findLastIndex(({ row }) => row?.itemRef === itemRef));
  return (places.find((place) => place >= 0) ?? lines.length - 1) + 1;
}

function joined(pieces: readonly string[], lineEnd: string): string {
  return pieces.reduce(
    (text, piece) => text + (text === '' || text.endsWith('\n') || piece === '' ? '' : lineEnd) + piece,
    '',
  );
}
