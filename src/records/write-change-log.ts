/** The change log CSV with a proposal's rows in it; every other byte stays. */
import { stringify } from 'csv-stringify/sync';
import type { ChangeLog } from '../specification/model.js';
import { CHANGE_LOG_COLUMNS, readChangeLog } from '../specification/read-change-log.js';
import { readCsv } from '../specification/read-csv.js';
import type { LogRow } from './log-row.js';

const HEADINGS = Object.keys(CHANGE_LOG_COLUMNS);

/**
 * Puts the rows into the text of a log: a row with an identifier and ref that the log has replaces it, others are
 * appended. A log that is not there yet, or has the columns of 2023, is written anew with the ten columns.
 */
export function writeChangeLog(text: string | null, file: string, rows: readonly LogRow[]): string {
  if (rows.length === 0 && text !== null) return text;
  const table = text === null ? null : readCsv(text).table;
  const present = table && HEADINGS.every((heading, column) => table.headings[column]?.trim() === heading);
  if (!table || !present || text === null) {
    const old = table ? readChangeLog(file, table).entries : [];
    return csv([HEADINGS, ...merge(old, rows).map(cellsOf)], table?.lineEnd ?? '\n');
  }
  return splice(text, readChangeLog(file, table), {
    rows,
    lineEnd: table.lineEnd,
    starts: table.rows.map((row) => row.line),
  });
}

interface Splice {
  readonly rows: readonly LogRow[];
  readonly lineEnd: string;
  /** First line of each row of the log, 1-based. */
  readonly starts: readonly number[];
}

function splice(text: string, log: ChangeLog, { rows, lineEnd, starts }: Splice): string {
  const lines = text.split(/(?<=\n)/);
  const left = new Map(rows.map((row) => [rowKey(row), row]));
  log.entries.forEach((entry, index) => {
    const row = left.get(rowKey(entry));
    left.delete(rowKey(entry));
    if (!row || cellsOf(row).join('\0') === cellsOf(entry).join('\0')) return;
    const from = (starts[index] ?? 1) - 1;
    const to = (starts[index + 1] ?? lines.length + 1) - 1;
    lines.fill('', from, to);
    lines[from] = csv([cellsOf(row)], lineEnd);
  });
  const added = csv([...left.values()].map(cellsOf), lineEnd);
  const whole = lines.join('');
  return added === '' ? whole : `${whole}${whole === '' || whole.endsWith('\n') ? '' : lineEnd}${added}`;
}

function merge(old: readonly LogRow[], rows: readonly LogRow[]): LogRow[] {
  const replaced = new Map(rows.map((row) => [rowKey(row), row]));
  const kept = old.map((entry) => replaced.get(rowKey(entry)) ?? entry);
  const known = new Set(old.map(rowKey));
  return [...kept, ...rows.filter((row) => !known.has(rowKey(row)))];
}

function rowKey({ changeId, itemRef, changeObjectName }: LogRow): string {
  return `${changeId} ${itemRef} ${changeObjectName}`;
}

function cellsOf(row: LogRow): string[] {
  return Object.values(CHANGE_LOG_COLUMNS).map((property) => row[property]);
}

/** A cell that a spreadsheet would run as a formula gets an apostrophe before it. */
function csv(rows: readonly (readonly string[])[], lineEnd: string): string {
  return rows.length === 0 ? '' : stringify(rows as string[][], { record_delimiter: lineEnd, escape_formulas: true });
}
