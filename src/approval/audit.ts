/**
 * Does every agreed change have a decision that covers it, and did whatever reached the standard have an approval? The
 * record is held against what the history of the repository has; it is never taken at its own word.
 */
import { entryKey } from '../identifiers/subject.js';
import type { LogRow } from '../records/log-row.js';
import { isSettled } from '../specification/change-status.js';
import type { Entry, EntryOf, Speaker } from './entry.js';
import { type PullRecord, pullRequestOf, recordOf } from './history.js';
import { voided } from './standing.js';
import { type Covered, contentKey } from './unit.js';

/** A merge as the history of the base branch has it. */
export interface FoundMerge {
  readonly pullRequest: number;
  readonly commit: string;
  /** Login of who merged, as GitHub says, or the name that the commit has. */
  readonly by: string;
  /** The units of what was merged, worked out anew; null where nobody worked them out, or nobody could. */
  readonly units: readonly Covered[] | null;
  /** What was merged cannot be read: then what the record says of it is not believed either. */
  readonly isUnreadable?: boolean;
  /** Subjects that the policy of that moment asks somebody about; absent where nobody worked that out. */
  readonly asked?: readonly string[];
  /** Subjects that have no row in the log. */
  readonly unlogged?: readonly string[];
}

/** What reached the base branch without a pull request. */
export interface FoundPush {
  readonly commit: string;
  readonly by: string;
  /** Null where it cannot be read what it changed. */
  readonly units: readonly Covered[] | null;
  readonly asked: readonly string[];
  readonly unlogged: readonly string[];
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

/**
 * `approved`; `nobody-asked`: the policy asks nobody about any of it; `forced`: over a failing check; `unapproved`: no
 * note of agreement covers what was merged; `unreadable`: nobody can tell what was; `vanished`: the record has it, and the
 * history of the branch has not.
 */
export type MergeVerdict = 'approved' | 'nobody-asked' | 'forced' | 'unapproved' | 'unreadable' | 'vanished';

/** A merge with what the record says of it. */
export interface AuditedMerge {
  readonly pullRequest: number;
  readonly commit: string;
  readonly by: string;
  readonly verdict: MergeVerdict;
  /** Identifiers of what was merged and not agreed to. */
  readonly notAgreed: readonly string[];
  /** Identifiers, or refs, of what has no row in the log. */
  readonly unlogged: readonly string[];
}

/** A push past all review. `noted`: the policy asks nobody about it; `unreadable`: nobody can tell what it changed. */
export interface AuditedPush {
  readonly commit: string;
  readonly by: string;
  readonly verdict: 'noted' | 'undecided' | 'unreadable';
  readonly notAgreed: readonly string[];
  readonly unlogged: readonly string[];
}

/** What an audit finds. */
export interface Audit {
  readonly rows: readonly AuditedRow[];
  readonly merges: readonly AuditedMerge[];
  readonly pushes: readonly AuditedPush[];
  readonly isClean: boolean;
}

/** Everything that reached the base branch, where its history was read; null where only the record is known. */
export interface FoundHistory {
  readonly merges: readonly FoundMerge[];
  readonly pushes: readonly FoundPush[];
  /** Pull requests that were merged before that which is judged. */
  readonly earlier: readonly number[];
}

/** Verdicts of rows that are in order. */
export const FINE_ROWS: readonly RowVerdict[] = ['decided', 'nobody-asked'];
/** Verdicts of merges that are in order. */
export const FINE_MERGES: readonly MergeVerdict[] = ['approved', 'nobody-asked'];

/** Takes the change log, all records and what was found in the history; gives each with its verdict. */
export function audit(rows: readonly LogRow[], records: readonly PullRecord[], found: FoundHistory | null): Audit {
  const isJudged = (pullRequest: number) => !found?.earlier.includes(pullRequest);
  const all = mergesOf(records, found).filter(({ pullRequest }) => isJudged(pullRequest));
  const settled = rows.filter((row) => isSettled(row) && isJudged(pullRequestOf(row)));
  const audited = settled.map((row) => auditRow(row, records, all));
  const seen = found && new Set(found.merges.map(({ pullRequest }) => pullRequest));
  const merges = all.map((merge) => {
    const isThere = seen === null || seen.has(merge.pullRequest);
    return auditMerge(merge, recordOf(merge.pullRequest, records), isThere);
  });
  const pushes = (found?.pushes ?? []).map(auditPush);
  const isClean =
    audited.every(({ verdict }) => FINE_ROWS.includes(verdict)) &&
    merges.every(({ verdict, unlogged }) => FINE_MERGES.includes(verdict) && unlogged.length === 0) &&
    pushes.every(({ verdict, unlogged }) => verdict === 'noted' && unlogged.length === 0);
  return { rows: audited, merges, pushes, isClean };
}

function auditRow(row: LogRow, records: readonly PullRecord[], merges: readonly FoundMerge[]): AuditedRow {
  const pullRequest = pullRequestOf(row);
  const entries = recordOf(pullRequest, records);
  const merge = merges.find((one) => one.pullRequest === pullRequest);
  const merged = merge?.units?.find(({ subject }) => subject === entryKey(row));
  const about = (verdict: RowVerdict, decisions: readonly Entry[]) => ({ row, pullRequest, verdict, decisions });
  if (entries.length === 0 || !merged) return about('no-record', []);
  const said = decisionsIn(entries);
  const exact = said.filter(({ covers }) => hasContent(covers, merged));
  if (exact.length > 0) return about('decided', exact);
  const near = said.filter(({ covers }) => covers.some(({ subject }) => subject === merged.subject));
  if (near.length > 0) return about('other-content', near);
  const isAsked = merge?.asked?.includes(merged.subject) ?? false;
  const noted = entries.filter((entry) => entry.kind === 'agreed' && hasContent(entry.covers, merged));
  return noted.length > 0 && !isAsked ? about('nobody-asked', noted) : about('undecided', []);
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
function mergesOf(records: readonly PullRecord[], found: FoundHistory | null): readonly FoundMerge[] {
  const noted = records.flatMap(({ pullRequest, entries }) =>
    entries.filter((entry) => entry.kind === 'merged').map((entry) => foundOf(pullRequest, entry)),
  );
  const known = new Map(noted.map((merge) => [merge.pullRequest, merge]));
  const merges = found?.merges ?? [];
  const whole = merges.map((merge) => ({
    ...merge,
    units: merge.units ?? (merge.isUnreadable ? null : (known.get(merge.pullRequest)?.units ?? null)),
  }));
  const seen = new Set(merges.map(({ pullRequest }) => pullRequest));
  return [...whole, ...[...known.values()].filter(({ pullRequest }) => !seen.has(pullRequest))];
}

function foundOf(pullRequest: number, { commit, who, covers }: EntryOf<'merged'>): FoundMerge {
  return { pullRequest, commit, by: loginOf(who), units: covers };
}

function loginOf(who: Speaker | null): string {
  return who?.login ?? '';
}

function auditMerge(merge: FoundMerge, entries: readonly Entry[], isThere: boolean): AuditedMerge {
  const { pullRequest, commit, by, units, unlogged = [] } = merge;
  const notAgreed = (units ?? []).filter((unit) => !isAgreed(unit, merge, entries));
  const lacking = (units ?? []).filter(({ subject }) => unlogged.includes(subject));
  return {
    pullRequest,
    commit,
    by,
    verdict: isThere ? verdictOf(merge, entries, notAgreed.length === 0) : 'vanished',
    notAgreed: notAgreed.map(({ id }) => id),
    unlogged: lacking.map(({ id }) => id),
  };
}

function verdictOf(
  { units, asked, isUnreadable }: FoundMerge,
  entries: readonly Entry[],
  isAllAgreed: boolean,
): MergeVerdict {
  if (entries.some((entry) => entry.kind === 'merged' && entry.forced)) return 'forced';
  if (isUnreadable) return 'unreadable';
  if (units === null || !isAllAgreed) return 'unapproved';
  return asked?.length === 0 ? 'nobody-asked' : 'approved';
}

/**
 * Noted as agreed; or merged by the rules with a decision on exactly this, while its row still waits to become agreed;
 * or nobody is asked about it.
 */
function isAgreed(unit: Covered, { asked }: FoundMerge, entries: readonly Entry[]): boolean {
  if (asked && !asked.includes(unit.subject)) return true;
  const noted = entries.filter(({ kind }) => kind === 'agreed' || kind === 'merged').flatMap(({ covers }) => covers);
  const isNoted = hasContent(noted, unit);
  if (asked) return isNoted && decisionsIn(entries).some(({ covers }) => hasContent(covers, unit));
  return entries.some((entry) => entry.kind === 'agreed' && hasContent(entry.covers, unit));
}

function auditPush({ commit, by, units, asked, unlogged }: FoundPush): AuditedPush {
  const idsOf = (subjects: readonly string[]) =>
    (units ?? []).filter(({ subject }) => subjects.includes(subject)).map(({ id }) => id);
  const notAgreed = idsOf(asked);
  const verdict = units === null ? 'unreadable' : notAgreed.length > 0 ? 'undecided' : 'noted';
  return { commit, by, verdict, notAgreed, unlogged: idsOf(unlogged) };
}
