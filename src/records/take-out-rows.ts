/** The change log without rows that are another proposal's now; every other byte stays. */
import { asCell } from '../identifiers/subject.js';
import { readChangeLog } from '../specification/read-change-log.js';
import { linesOfRow } from '../specification/read-csv.js';
import { tableOf } from './write-change-log.js';

/** Which rows go. */
export interface RowsToTakeOut {
  readonly identifiers: readonly string[];
  /** Only rows that this proposal wrote. */
  readonly changeRequest: string;
}

/** Takes the log's text, gives it without the rows. Throws the code and place of what makes the log unreadable. */
export function takeOutRows(text: string, file: string, { identifiers, changeRequest }: RowsToTakeOut): string {
  const table = tableOf(text, file);
  const lines = text.split(/(?<=\n)/);
  for (const [index, { changeId, changeSource }] of readChangeLog(file, table).entries.entries()) {
    if (!identifiers.includes(changeId) || asCell(changeSource) !== asCell(changeRequest)) continue;
    const { from, to } = linesOfRow(index, table, lines);
    lines.fill('', from, to);
  }
  return lines.join('');
}
