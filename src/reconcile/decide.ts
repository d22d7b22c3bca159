/**
 * From what is known of a pull request to what must be done next: a pure function.
 *
 * Each round has one step that moves commits - note what people decided, reserve identifiers, write the records, note
 * what is shown - because everything after it is judged on the commit that it makes. When nothing moves any more, the
 * pull request is shown its state.
 */
import { isIdentified, type Subject, subjectKey, subjectOf } from '../identifiers/subject.js';
import type { Action } from '../plan.js';
import { touchesOurs } from '../pull-request/ours.js';
import { commitRegister } from '../register/commit-register.js';
import { reserve } from '../register/register.js';
import type { Steps } from '../steps.js';
import { closeMerged, planCompanion } from './companion.js';
import { solveConflict } from './generated-conflict.js';
import { isReady } from './is-ready.js';
import type { PullRequestState } from './pull-request-state.js';
import { recordDecisions, recordShown } from './record-decisions.js';
import { splitOff } from './split-off.js';

/** Each is a round of its own, in this order. */
const STEPS: readonly ((state: PullRequestState) => Action[])[] = [
  closeMerged,
  recordDecisions,
  bringInBase,
  splitOff,
  reserveIdentifiers,
  writeRecords,
  recordShown,
];

/** The first step that moves commits: after it everything is read and decided again. Empty at rest. Pauses in between. */
export function* decide(state: PullRequestState): Steps<readonly Action[]> {
  for (const step of STEPS) {
    const actions = step(state);
    if (actions.length > 0) return actions;
    yield;
  }
  return [];
}

function bringInBase(state: PullRequestState): Action[] {
  const merge = solveConflict(state);
  return merge ? [merge] : [];
}

function reserveIdentifiers(state: PullRequestState): Action[] {
  if (!isReady(state) || !state.mayPush) return [];
  const { register, result, pull, repository, today } = state;
  const subjects = subjectsOf(state);
  if (subjects.length === 0) return [];
  const wanted = result.assignment.identifiers;
  const { changeRequest } = result.review;
  const claim = { pullRequest: pull.number, changeRequest, subjects, date: today };
  const rows = reserve(register.reservations, wanted, claim);
  if (rows === register.reservations) return [];
  const message = `register: ${subjects.length} for pull request ${pull.number}`;
  return [commitRegister(rows, { repository, expectedHead: register.commit, message })];
}

function subjectsOf({ result }: PullRequestState): Subject[] {
  const subjects = result.review.changes.filter(isIdentified).map(subjectOf);
  return [...new Map(subjects.map((subject) => [subjectKey(subject), subject])).values()];
}

/** Before approval is asked: a commit after it would dismiss the approvals that it is about. */
function writeRecords(state: PullRequestState): Action[] {
  const { pull, due, repository } = state;
  if (!isReady(state) || due === null || due.actions.length === 0) return [];
  if (!touchesOurs(state)) return [];
  if (!state.mayPush) return planCompanion(state);
  return [
    {
      kind: 'commit-files',
      repository: pull.headRepository ?? repository,
      branch: pull.headBranch,
      expectedHead: pull.headCommit,
      message: recordsMessage(state),
      files: due.actions.map(({ path, text }) => ({ path, text })),
    },
  ];
}

/** The message of the commit that writes the records. */
function recordsMessage({ result }: Pick<PullRequestState, 'result'>): string {
  const identifiers = [...result.assignment.identifiers.values()];
  const span = identifiers.length > 1 ? `${identifiers[0]} to ${identifiers.at(-1)}` : (identifiers[0] ?? 'withdrawn');
  return `records: ${span}\n\nMetadata, change log, CHANGELOG.md and SQL, as the specification gives them.`;
}
