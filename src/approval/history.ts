/** What was decided about an item or a change, over all its changes, names and pull requests. */

import { asCell, entryKey } from '../identifiers/subject.js';
import type { LogRow } from '../records/log-row.js';
import { newestFirst } from '../records/project-log.js';
import type { Entry } from './entry.js';
import { voided } from './standing.js';
import type { Covered } from './unit.js';

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
  /** In the order of time. */
  readonly said: readonly PastWord[];
}

/** An entry of the record; one that was taken back or dismissed is void. */
export interface PastWord {
  readonly entry: Entry;
  readonly pullRequest: number;
  readonly isVoid: boolean;
}

/** A change that stands on a pull request and that the log does not have. */
export interface ProposedChange {
  readonly id: string;
  readonly pullRequest: number;
  /** Empty where nobody has said anything yet. */
  readonly said: readonly PastWord[];
}

/**
 * Takes a ref or an identifier, the change log and all records; gives the changes, newest first. A ref means the item
 * under every ref that it had.
 */
export function history(
  wanted: string,
  rows: readonly LogRow[],
  records: readonly PullRecord[],
): readonly PastChange[] {
  const refs = refsOf(wanted, rows);
  const id = asCell(wanted).toLowerCase();
  const own = rows.filter((row) => refs.has(asCell(row.itemRef)) || asCell(row.changeId).toLowerCase() === id);
  return newestFirst(own).map((row) => {
    const pullRequest = pullRequestOf(row);
    const key = entryKey(row);
    // A change that was split off keeps its number: what was said before is in the record that it comes from.
    const said = records.flatMap((record) =>
      wordsAbout(
        record,
        ({ subject, id: number }) =>
          subject === key && (record.pullRequest === pullRequest || number === asCell(row.changeId)),
        record.pullRequest === pullRequest,
      ),
    );
    return { row, pullRequest, said: byTime(said) };
  });
}

/** What pull requests show, or showed, of the item or under the identifier, and the log has not got from them. */
export function proposed(
  wanted: string,
  rows: readonly LogRow[],
  records: readonly PullRecord[],
): readonly ProposedChange[] {
  const logged = new Set(rows.flatMap((row) => [`${pullRequestOf(row)} ${entryKey(row)}`, asCell(row.changeId)]));
  const refs = refsOf(wanted, rows);
  const isMeant = ({ id, subject }: Pick<Covered, 'id' | 'subject'>) =>
    id.toLowerCase() === asCell(wanted).toLowerCase() || [...refs].some((ref) => subject.includes(` ${ref} `));
  const open = new Map<string, { readonly id: string; readonly pullRequest: number }>();
  for (const { pullRequest, entries } of records) {
    for (const { id, subject } of entries.flatMap((entry) => (entry.kind === 'shown' ? entry.units : []))) {
      if (!isMeant({ id, subject }) || logged.has(`${pullRequest} ${subject}`) || logged.has(id)) continue;
      // The last pull request that shows a number has it: a change that is split off takes its number along.
      open.set(`${id} ${subject}`, { id, pullRequest });
    }
  }
  return [...open].map(([key, change]) => {
    const said = records.flatMap((record) =>
      wordsAbout(record, ({ id, subject }) => `${id} ${subject}` === key, false),
    );
    return { ...change, said: byTime(said) };
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

/** What was said of it, and where it is the pull request's own, what was said of all of it. */
function wordsAbout(
  { pullRequest, entries }: PullRecord,
  isAbout: (covered: Covered) => boolean,
  isOwn: boolean,
): PastWord[] {
  const gone = voided(entries);
  return entries
    .filter(({ covers, kind }) => covers.some(isAbout) || (isOwn && (kind === 'hold' || kind === 'unhold')))
    .map((entry) => ({ entry, pullRequest, isVoid: gone.has(entry.number) }));
}

function byTime(said: readonly PastWord[]): readonly PastWord[] {
  return said.toSorted((a, b) => Date.parse(a.entry.at) - Date.parse(b.entry.at) || a.entry.number - b.entry.number);
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
