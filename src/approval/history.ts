/** What was decided about an item, over all its changes and names. */

import { entryKey } from '../identifiers/assign.js';
import { asCell } from '../identifiers/subject.js';
import type { LogRow } from '../records/log-row.js';
import { newestFirst } from '../records/project-log.js';
import type { Entry } from './entry.js';
import { voided } from './standing.js';

/** The record of one pull request. */
export interface PullRecord {
  readonly pullRequest: number;
  readonly entries: readonly Entry[];
}

/** A change of the item, and everything that was said of it. */
export interface PastChange {
  readonly row: LogRow;
  /** 0 where the log does not name one. */
  readonly pullRequest: number;
  readonly said: readonly PastWord[];
}

/** An entry of the record; one that was taken back or dismissed is void. */
export interface PastWord {
  readonly entry: Entry;
  readonly isVoid: boolean;
}

/** Takes a ref, the change log and all records, gives the item's changes, newest first, under every ref it had. */
export function history(
  itemRef: string,
  rows: readonly LogRow[],
  records: readonly PullRecord[],
): readonly PastChange[] {
  const refs = refsOf(itemRef, rows);
  return newestFirst(rows.filter((row) => refs.has(asCell(row.itemRef)))).map((row) => {
    const pullRequest = pullRequestOf(row);
    return { row, pullRequest, said: saidOf(row, recordOf(pullRequest, records)) };
  });
}

/** The pull request that the log names as the source of a row; 0 where it names none. */
export function pullRequestOf({ changeSource }: Pick<LogRow, 'changeSource'>): number {
  return Number(/^pull request ([0-9]{1,9})$/.exec(asCell(changeSource))?.[1] ?? 0);
}

/** The entries of a pull request; none where it has no record. */
export function recordOf(pullRequest: number, records: readonly PullRecord[]): readonly Entry[] {
  return records.find((record) => record.pullRequest === pullRequest)?.entries ?? [];
}

function saidOf(row: LogRow, entries: readonly Entry[]): readonly PastWord[] {
  const gone = voided(entries);
  const key = entryKey(row);
  return entries
    .filter(({ covers }) => covers.some(({ subject }) => subject === key))
    .map((entry) => ({ entry, isVoid: gone.has(entry.number) }));
}

/** The ref, and those that it had before, through as many renumberings as there were. */
function refsOf(itemRef: string, rows: readonly LogRow[]): ReadonlySet<string> {
  const refs = new Set([asCell(itemRef)]);
  for (const ref of refs) {
    for (const row of rows) {
      if (asCell(row.itemRef) === ref && asCell(row.oldItemRef) !== '') refs.add(asCell(row.oldItemRef));
    }
  }
  return refs;
}
