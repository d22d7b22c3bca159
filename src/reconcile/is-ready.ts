/** Whether a proposal is far enough for numbers, records, and for people to be asked. */
import type { PullRequestState } from './pull-request-state.js';

/** Not before a review without an error: what must go back has no number yet. */
export function isReady({ result, records }: Pick<PullRequestState, 'result' | 'records'>): boolean {
  return records !== null && result.review.verdict !== 'mend';
}
