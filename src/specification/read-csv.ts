/** CSV text as rows that know their lines; the change log and the spreadsheet are read from it. */
import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { ReadProblem } from './model.js';

/** One row with its place. */
export interface CsvRow {
  readonly cells: readonly string[];
  /** 1-based line on which the row begins. */
  readonly line: number;
}

/** A CSV with what is needed to write it back as it was. */
export interface CsvTable {
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
  /** `\r\n` or `\n`, as the first line ends. */
  readonly lineEnd: string;
  readonly bom: boolean;
}

interface Refusal {
  readonly table: null;
  readonly problem: Omit<ReadProblem, 'file' | 'path'>;
}

/** A table, or why there is none. */
export type CsvResult = { readonly table: CsvTable; readonly problem: null } | Refusal;

/** The largest real table has 1,900 lines and 72 columns. */
const MAX_LINES = 100_000;
const MAX_CELLS = 2_000_000;

/** Reads RFC 4180 CSV with a heading row; quotes inside unquoted cells are taken as they stand. */
export function readCsv(text: string): CsvResult {
  if (/^[^\r\n]*\r(?!\n)/.test(text)) {
    return refusal('unparseable-file', 1, ['the lines end in a lone CR', 'lines that end in LF or CRLF']);
  }
  if (breaksIn(text) > MAX_LINES) {
    return refusal('file-too-large', 1, [`the file has ${breaksIn(text)} lines`, `at most ${MAX_LINES} lines`]);
  }
  const rows = readRows(text);
  if (!Array.isArray(rows)) return rows;
  const [{ cells: headings } = { cells: [] }, ...body] = rows;
  if (headings.length * body.length > MAX_CELLS) {
    const found = `the table has ${headings.length} columns and ${body.length} rows`;
    return refusal('file-too-large', 1, [found, `at most ${MAX_CELLS} cells`]);
  }
  const lineEnd = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
  return { table: { headings, rows: body, lineEnd, bom: text.startsWith('\uFEFF') }, problem: null };
}

/** All rows, the heading first. The parser does not say where a row begins, so line breaks are counted here. */
function readRows(text: string): CsvRow[] | Refusal {
  const rows: CsvRow[] = [];
  let next = 1;
  const keep = (cells: string[], { empty_lines: blank }: Pick<Info, 'empty_lines'>): null => {
    rows.push({ cells, line: next + blank });
    next += 1 + cells.reduce((sum, cell) => sum + breaksIn(cell), 0);
    return null;
  };
  try {
    parse(text, { ...OPTIONS, on_record: keep });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const blank = typeof error.empty_lines === 'number' ? error.empty_lines : 0;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const what = isOpen ? 'a quote in the row that begins here is not closed' : error.message;
    return refusal('unparseable-file', next + blank, [`the file is not valid CSV: ${what}`, 'every quote closed']);
  }
}

/** Both line ends at once: a table that mixes them is still read row by row. */
const OPTIONS = {
  bom: true,
  record_delimiter: ['\r\n', '\n'],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
};

/** The lines of a row, by their indexes, end exclusive; blank ones between two rows are of neither. */
export function linesOfRow(
  index: number,
  { rows }: CsvTable,
  lines: readonly string[],
): { readonly from: number; readonly to: number } {
  const from = (rows[index]?.line ?? 1) - 1;
  let to = (rows[index + 1]?.line ?? lines.length + 1) - 1;
  while (to > from + 1 && /^\r?\n?$/.test(lines[to - 1] ?? '')) to -= 1;
  return { from, to };
}

function breaksIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}

function refusal(code: string, line: number, [message, expected]: readonly [string, string]): Refusal {
  return { table: null, problem: { code, message, expected, severity: 'error', line, column: 1 } };
}
