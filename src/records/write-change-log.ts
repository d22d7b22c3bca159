/** The change log CSV with a proposal's rows in it; every other byte stays. */
import { stringify } from 'csv-stringify/sync';
import { StewardError } from '../errors.js';
import { asCell, entryKey } from '../identifiers/subject.js';
import { CHANGE_LOG_COLUMNS, readChangeLog } from '../specification/read-change-log.js';
import { type CsvTable, linesOfRow, readCsv } from '../specification/read-csv.js';
import { CHANGE_LOG_HEADING_SPELLINGS } from '../specification/spellings.js';
import type { LogRow } from './log-row.js';

const HEADINGS = Object.keys(CHANGE_LOG_COLUMNS);

/**
 * Puts the rows into the text of a log: a row with an identifier and ref that the log has replaces it, others are
 * appended. A log that is not there yet, or has the columns of 2023, is written anew with the ten columns.
 * Throws the code and place of what makes the log unreadable.
 */
export function writeChangeLog(text: string | null, file: string, rows: readonly LogRow[]): string {
  if (text === null) return csv([HEADINGS, ...rows.map(cellsOf)], '\n');
  if (rows.length === 0) return text;
  const table = tableOf(text, file);
  const log = { file, text, table };
  return HEADINGS.every((heading, column) => table.headings[column]?.trim() === heading)
    ? splice(log, rows)
    : migrate(log, rows);
}

/** The table of a log's text; throws the code and place of what makes it unreadable. */
export function tableOf(text: string, file: string): CsvTable {
  const { table, problem } = readCsv(text);
  if (!problem) return table;
  const place = `${file}:${problem.line ?? 1}:${problem.column ?? 1}`;
  throw new StewardError({ code: problem.code, place, found: problem.message, expected: problem.expected });
}

interface Log {
  readonly file: string;
  readonly text: string;
  readonly table: CsvTable;
}

function splice({ file, text, table }: Log, rows: readonly LogRow[]): string {
  const lines = text.split(/(?<=\n)/);
  const left = new Map(rows.map((row) => [rowKey(row), row]));
  readChangeLog(file, table).entries.forEach((entry, index) => {
    const row = left.get(rowKey(entry));
    left.delete(rowKey(entry));
    if (!row || sameCells(row, entry)) return;
    const further = table.rows[index]?.cells.slice(HEADINGS.length) ?? [];
    const { from, to } = linesOfRow(index, table, lines);
    lines.fill('', from, to);
    lines[from] = csv([[...cellsOf(row), ...further]], table.lineEnd);
  });
  const added = csv([...left.values()].map(cellsOf), table.lineEnd);
  const whole = lines.join('');
  return added === '' ? whole : `${whole}${whole === '' || whole.endsWith('\n') ? '' : table.lineEnd}${added}`;
}

/** The whole log with the ten columns; what has no column of its own any more stands in the notes. */
function migrate({ file, table }: Log, rows: readonly LogRow[]): string {
  const known = new Set([...HEADINGS, ...Object.keys(CHANGE_LOG_HEADING_SPELLINGS)]);
  const others = [...table.headings.entries()].filter(([, heading]) => !known.has(heading.trim()));
  const old = readChangeLog(file, table).entries.map((entry, index): LogRow => {
    const cell = (column: number) => (table.rows[index]?.cells[column] ?? '').trim();
    const rest = others.flatMap(([column, heading]) => (cell(column) === '' ? [] : [`${heading}: ${cell(column)}`]));
    return { ...entry, changeImpactNotes: [entry.changeImpactNotes, ...rest].filter((note) => note !== '').join('; ') };
  });
  return `${table.bom ? '\uFEFF' : ''}${csv([HEADINGS, ...merge(old, rows).map(cellsOf)], table.lineEnd)}`;
}

function merge(old: readonly LogRow[], rows: readonly LogRow[]): LogRow[] {
  const replaced = new Map(rows.map((row) => [rowKey(row), row]));
  const kept = old.map((entry) => replaced.get(rowKey(entry)) ?? entry);
  const known = new Set(old.map(rowKey));
  return [...kept, ...rows.filter((row) => !known.has(rowKey(row)))];
}

function rowKey(row: LogRow): string {
  return `${row.changeId} ${entryKey(row)}`;
}

function sameCells(one: LogRow, other: LogRow): boolean {
  const [left, right] = [cellsOf(one), cellsOf(other)];
  return left.every((cell, column) => asCell(cell) === asCell(right[column] ?? ''));
}

function cellsOf(row: LogRow): string[] {
  return Object.values(CHANGE_LOG_COLUMNS).map((property) => row[property]);
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it; any line break is quoted. */
function csv(rows: readonly (readonly string[])[], lineEnd: string): string {
  const options = { record_delimiter: lineEnd, escape_formulas: true, quoted_match: /[\r\n]/ };
  return rows.length === 0 ? '' : stringify(rows as string[][], options);
}
