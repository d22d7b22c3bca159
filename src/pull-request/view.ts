/** What a pull request has to show, worked out once for the comment, the checks, the labels and the suggestions. */
import type { PullRequestState } from '../reconcile/pull-request-state.js';
import { refusedProofs } from '../report/evidence-parts.js';
import type { Review } from '../review.js';
import { givenIdentifiers, withIdentifiers } from './identifiers.js';
import { isOurs, touchesOurs } from './ours.js';
import { type ReportOutline, reportOutline } from './report-outline.js';

/**
 * How the records stand. `untouched`: the pull request changes nothing of ours; `unreadable`: a file cannot be read;
 * `waiting`: until nothing must be mended; `companion`: they are, or will be, on a pull request of ours; `stale`: not
 * as the specification gives them; `edited`: all but what a person wrote over; `in-step`.
 */
export type RecordsStanding = 'untouched' | 'unreadable' | 'waiting' | 'companion' | 'stale' | 'edited' | 'in-step';

/** The state of a pull request, as everything that is shown of it needs it. */
export interface View {
  readonly state: PullRequestState;
  /** The review, with no identifiers but those that were given. */
  readonly review: Review;
  /** What is said of it. */
  readonly outline: ReportOutline;
  readonly records: RecordsStanding;
  /** Files of ours that a person must bring together with the base branch. */
  readonly conflicts: readonly string[];
  /** The review's verdict, records and conflicts counted in. */
  readonly verdict: Review['verdict'];
}

/** Only numbers that were given are shown; conflicts, and records that do not agree, stop like an error. */
export function viewOf(state: PullRequestState): View {
  const review = withIdentifiers(state.result.review, givenIdentifiers(state));
  const records = recordsStanding(state);
  const conflicts = (state.conflict?.paths ?? []).filter((path) => isOurs(path, state.config.layout));
  const isBroken = records === 'stale' || records === 'edited' || conflicts.length > 0;
  const isRefused = refusedProofs(review.evidence).length > 0;
  const verdict = isBroken || isRefused ? 'mend' : review.verdict;
  return { state, review, outline: reportOutline(review), records, conflicts, verdict };
}

function recordsStanding(state: PullRequestState): RecordsStanding {
  const { records, due, result, mayPush } = state;
  if (!touchesOurs(state)) return 'untouched';
  if (records === null || due === null) return 'unreadable';
  if (result.review.verdict === 'mend') return 'waiting';
  if (records.actions.length === 0) return 'in-step';
  if (!mayPush) return 'companion';
  return due.actions.length > 0 ? 'stale' : 'edited';
}
