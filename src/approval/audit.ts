/**
 * Does every agreed change have a decision that covers it, and did every merge have an approval? The record is held
 * against what the history of the repository has, where that is known; it is never taken at its own word.
 */
import { entryKey } from '../identifiers/assign.js';
import type { LogRow } from '../records/log-row.js';
import type { Entry, EntryOf, Speaker } from './entry.js';
import { type PullRecord, pullRequestOf, recordOf } from './history.js';
import { voided } from './standing.js';
import { type Covered, contentKey } from './unit.js';

/** A merge as the history of the base branch has it. */
export interface FoundMerge {
  readonly pullRequest: number;
  readonly commit: string;
  /** Login of who merged, as GitHub says. */
  readonly by: string;
  /** The units of what was merged, worked out anew; null where nobody worked them out. */
  readonly units: readonly Covered[] | null;
}

/**
 * `decided`: somebody decided on exactly this; `nobody-asked`: noted as agreed, and the policy asked nobody;
 * `other-content`: there are decisions, on other content; `undecided`: nobody decided; `no-record`: nothing is known.
 */
export type RowVerdict = 'decided' | 'nobody-asked' | 'other-content' | 'undecided' | 'no-record';

/** An agreed row of the log with the decisions behind it. */
export interface AuditedRow {
  readonly row: LogRow;
  readonly pullRequest: number;
  readonly verdict: RowVerdict;
  /** Entries that decide on exactly what was merged; of `other-content`, those that do not. */
  readonly decisions: readonly Entry[];
}

/** `approved`; `forced`: over a failing check; `unapproved`: no note of agreement covers what was merged. */
export type MergeVerdict = 'approved' | 'forced' | 'unapproved';

/** A merge with what the record says of it. */
export interface AuditedMerge {
  readonly pullRequest: number;
  readonly commit: string;
  readonly by: string;
  readonly verdict: MergeVerdict;
  /** Identifiers of what was merged and not agreed to. */
  readonly notAgreed: readonly string[];
}

/** What an audit finds. */
export interface Audit {
  readonly rows: readonly AuditedRow[];
  readonly merges: readonly AuditedMerge[];
  readonly isClean: boolean;
}

/** Status of a row that was agreed to. */
export const AGREED = 'agreed';

/** Takes the change log, all records and the merges that were found; gives each with its verdict. */
export function audit(rows: readonly LogRow[], records: readonly PullRecord[], found: readonly FoundMerge[]): Audit {
  const agreed = rows.filter(({ changeStatus }) => changeStatus.trim().toLowerCase() === AGREED);
  const audited = agreed.map((row) => auditRow(row, records, found));
  const merges = mergesOf(records, found).map((merge) => auditMerge(merge, recordOf(merge.pullRequest, records)));
  const isClean =
    audited.every(({ verdict }) => verdict === 'decided' || verdict === 'nobody-asked') &&
    merges.every(({ verdict }) => verdict === 'approved');
  return { rows: audited, merges, isClean };
}

function auditRow(row: LogRow, records: readonly PullRecord[], found: readonly FoundMerge[]): AuditedRow {
  const pullRequest = pullRequestOf(row);
  const entries = recordOf(pullRequest, records);
  const merge = mergesOf(records, found).find((one) => one.pullRequest === pullRequest);
  const merged = merge?.units?.find(({ subject }) => subject === entryKey(row));
  const about = (verdict: RowVerdict, decisions: readonly Entry[]) => ({ row, pullRequest, verdict, decisions });
  if (entries.length === 0 || !merged) return about('no-record', []);
  const said = decisionsIn(entries);
  const exact = said.filter(({ covers }) => hasContent(covers, merged));
  if (exact.length > 0) return about('decided', exact);
  const near = said.filter(({ covers }) => covers.some(({ subject }) => subject === merged.subject));
  if (near.length > 0) return about('other-content', near);
  const noted = entries.filter((entry) => entry.kind === 'agreed' && hasContent(entry.covers, merged));
  return noted.length > 0 ? about('nobody-asked', noted) : about('undecided', []);
}

type Decision = EntryOf<'approve' | 'minute' | 'override'>;

/** Decisions that stand; what was said after the merge comes too late. */
function decisionsIn(entries: readonly Entry[]): readonly Decision[] {
  const end = entries.find(({ kind }) => kind === 'merged');
  const before = end ? entries.filter(({ at }) => Date.parse(at) <= Date.parse(end.at)) : entries;
  const gone = voided(before);
  return before.filter(
    (entry): entry is Decision =>
      (entry.kind === 'approve' || entry.kind === 'minute' || entry.kind === 'override') && !gone.has(entry.number),
  );
}

function hasContent(covers: readonly Covered[], unit: Covered): boolean {
  return covers.some((covered) => contentKey(covered) === contentKey(unit));
}

/** The merges of the history, and those that only the record knows. What was merged is as the history has it. */
function mergesOf(records: readonly PullRecord[], found: readonly FoundMerge[]): readonly FoundMerge[] {
  const noted = records.flatMap(({ pullRequest, entries }) =>
    entries.filter((entry) => entry.kind === 'merged').map((entry) => foundOf(pullRequest, entry)),
  );
  const known = new Map(noted.map((merge) => [merge.pullRequest, merge]));
  const whole = found.map((merge) => ({ ...merge, units: merge.units ?? known.get(merge.pullRequest)?.units ?? null }));
  const seen = new Set(found.map(({ pullRequest }) => pullRequest));
  return [...whole, ...[...known.values()].filter(({ pullRequest }) => !seen.has(pullRequest))];
}

function foundOf(pullRequest: number, { commit, who, covers }: EntryOf<'merged'>): FoundMerge {
  return { pullRequest, commit, by: loginOf(who), units: covers };
}

function loginOf(who: Speaker | null): string {
  return who?.login ?? '';
}

function auditMerge({ pullRequest, commit, by, units }: FoundMerge, entries: readonly Entry[]): AuditedMerge {
  const noted = entries.filter(({ kind }) => kind === 'agreed').flatMap(({ covers }) => covers);
  const notAgreed = (units ?? []).filter((unit) => !hasContent(noted, unit)).map(({ id }) => id);
  const isForced = entries.some((entry) => entry.kind === 'merged' && entry.forced);
  const isAgreed = units !== null && notAgreed.length === 0;
  const verdict = isForced ? 'forced' : isAgreed ? 'approved' : 'unapproved';
  return { pullRequest, commit, by, verdict, notAgreed };
}
