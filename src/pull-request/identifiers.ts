/**
 * Identifiers as people may be shown them: only those that the register gave. A review numbers every change, also
 * before a number is reserved; such a number may still go to somebody else.
 */
import { subjectKey, subjectOf } from '../identifiers/subject.js';
import type { PullRequestState } from '../reconcile/pull-request-state.js';
import { givenTo } from '../register/register.js';
import type { JudgedChange, Review, TargetDiff } from '../review.js';

/** Identifiers by `subjectKey`. */
export type GivenIdentifiers = ReadonlyMap<string, string>;

/** What the register gave this pull request, or the companion that carries its commits. */
export function givenIdentifiers(
  state: Pick<PullRequestState, 'pull' | 'companion' | 'mayPush' | 'register'>,
): GivenIdentifiers {
  const carrier = state.mayPush ? state.pull : state.companion?.pull;
  return carrier ? givenTo(carrier.number, state.register.reservations) : new Map();
}

/** The review with the given identifiers in place of the assumed ones; a change that has none yet shows none. */
export function withIdentifiers(review: Review, given: GivenIdentifiers): Review {
  const of = (change: JudgedChange) => given.get(subjectKey(subjectOf(change))) ?? null;
  const assumed = review.changes.filter(({ changeId }) => changeId !== null);
  const names = new Map(assumed.map((change) => [change.changeId, of(change) ?? nameOf(change)]));
  return {
    ...review,
    changes: review.changes.map((change) => (change.changeId === null ? change : { ...change, changeId: of(change) })),
    sql: review.sql.map((target) => withCauses(target, (cause) => names.get(cause) ?? cause)),
  };
}

function nameOf({ itemRef, object, name }: JudgedChange): string {
  return itemRef || object || name;
}

function withCauses(target: TargetDiff, named: (cause: string) => string): TargetDiff {
  return {
    ...target,
    objects: target.objects.map(({ object, hunks }) => ({
      object,
      hunks: hunks.map((hunk) => ({ ...hunk, causes: [...new Set(hunk.causes.map(named))] })),
    })),
  };
}
