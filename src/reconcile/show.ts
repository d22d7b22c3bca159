/** What a pull request at rest is shown: its state, with what the statements of the proposal are proved by. */
import type { Action } from '../plan.js';
import { presentSteps } from '../pull-request/present.js';
import { inTurns } from '../steps.js';
import { isReadable } from './derive.js';
import type { PullRequestState } from './pull-request-state.js';
import type { Surrounding } from './surrounding.js';

/** Takes a state in which nothing moves any more: only that is worth the time that engines take. */
export async function show(
  state: PullRequestState,
  { giveEvidence, breathe }: Pick<Surrounding, 'giveEvidence' | 'breathe'>,
): Promise<readonly Action[]> {
  const { result, head } = state;
  // What cannot be read has no statements; what must be mended first is tried when it is.
  const evidence = isReadable(state) ? await giveEvidence?.(result.review, head.specification) : null;
  const shown = evidence ? { ...state, result: { ...result, review: { ...result.review, evidence } } } : state;
  return inTurns(presentSteps(shown), breathe);
}
