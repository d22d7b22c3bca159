/** Other open proposals about the same items, as the register knows them. */
import { isIdentified, type Subject, subjectKey, subjectOf } from '../identifiers/subject.js';
import type { PullRequestState } from '../reconcile/pull-request-state.js';
import { grouped } from '../report/tally.js';

/** Another open pull request that changes the same items. */
export interface Overlap {
  readonly pullRequest: number;
  /** What both change: refs, or names of objects and code sets. */
  readonly subjects: readonly string[];
}

type OverlapInput = Pick<PullRequestState, 'pull' | 'companion' | 'register' | 'result'>;

/** Pull requests that have an identifier reserved for an item that this one changes as well, oldest first. */
export function overlapsOf({ pull, companion, register, result }: OverlapInput): Overlap[] {
  const own = new Set(result.review.changes.filter(isIdentified).map((change) => identityOf(subjectOf(change))));
  const itself = [pull.number, companion?.pull?.number];
  const shared = register.reservations.filter(
    ({ state, pullRequest, subject }) =>
      state === 'reserved' && pullRequest > 0 && !itself.includes(pullRequest) && own.has(identityOf(subject)),
  );
  return [...grouped(shared, ({ pullRequest }) => pullRequest)]
    .map(([pullRequest, rows]) => ({ pullRequest, subjects: [...new Set(rows.map(({ subject }) => nameOf(subject)))] }))
    .sort((a, b) => a.pullRequest - b.pullRequest);
}

/** An item is the same in whichever object it stands. */
function identityOf(subject: Subject): string {
  return subject.itemRef === '' ? subjectKey(subject) : subject.itemRef;
}

function nameOf({ itemRef, object, codeSet }: Subject): string {
  return itemRef || object || codeSet;
}
