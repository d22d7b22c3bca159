/** CSV text as rows that know their lines; the change log and the spreadsheet are read from it. */
import { CsvError, type Info, parse } from 'csv-parse/sync';
import type { ReadProblem } from './model.js';

export interface CsvRow {
  readonly cells: readonly string[];
  /** 1-based line on which the row begins. */
  readonly line: number;
}

export interface CsvTable {
  readonly headings: readonly string[];
  readonly rows: readonly CsvRow[];
  /** `\r\n` or `\n`, as the first line ends. */
  readonly lineEnd: string;
  readonly bom: boolean;
}

export type CsvResult =
  | { readonly table: CsvTable; readonly problem: null }
  | { readonly table: null; readonly problem: Omit<ReadProblem, 'file' | 'path'> };

/** Reads RFC 4180 CSV with a heading row; quotes inside unquoted cells are taken as they stand. */
export function readCsv(text: string): CsvResult {
  try {
    const options = { bom: true, info: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true };
    const records = parse(text, options) as unknown as { record: string[]; info: Info }[];
    let line = 1;
    const rows = records.map(({ record, info }) => {
      const row = { cells: record, line };
      line = info.lines + 1;
      return row;
    });
    const lineEnd = /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n';
    const [heading, ...body] = rows;
    return {
      table: { headings: heading?.cells ?? [], rows: body, lineEnd, bom: text.startsWith('\uFEFF') },
      problem: null,
    };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      table: null,
      problem: {
        code: 'unparseable-file',
        message: `the file is not valid CSV: ${error.message}`,
        expected: 'every quote closed',
        severity: 'error',
        line: typeof error.lines === 'number' ? error.lines : 1,
        column: 1,
      },
    };
  }
}
