/** The two checks on the commit of a merge group: there is nobody to suggest to, and nothing to press. */
import type { Hash } from '../changes/diff.js';
import type { PutCheck } from '../plan.js';
import type { GroupState } from '../reconcile/merge-group.js';
import { inline } from '../report/render-markdown.js';
import { findingAnnotations } from './annotations.js';
import { checkOf, RECORDS_CHECK, reviewTexts, SPECIFICATION_CHECK } from './checks.js';
import { withIdentifiers } from './identifiers.js';
import { RECORDS_TITLES, staleFiles, unrecordedItems } from './sentences.js';

/** Both checks, always: a required check that is not answered holds up the queue. */
export function mergeGroupChecks(state: GroupState, hash: Hash): PutCheck[] {
  const about = { commit: state.group.headCommit, annotations: [], buttons: [] };
  // What the proposals were given stands in their rows; the numbers that this review assumes are nobody's.
  const review = withIdentifiers(state.result.review, new Map());
  const annotations = findingAnnotations(review.findings, state.head.files);
  return [
    checkOf({ ...about, name: SPECIFICATION_CHECK, ...reviewTexts(review, {}), annotations }, hash),
    checkOf({ ...about, name: RECORDS_CHECK, ...recordsTexts(state) }, hash),
  ];
}

function recordsTexts({ unrecorded, stale }: Pick<GroupState, 'unrecorded' | 'stale'>) {
  const faults = [
    ...(unrecorded.length > 0 ? [unrecordedItems(unrecorded)] : []),
    ...(stale.length > 0 ? [staleFiles(stale)] : []),
  ];
  const title = RECORDS_TITLES[faults.length > 0 ? 'stale' : 'in-step'];
  const summary = faults.length > 0 ? faults.map(inline).join('\n\n') : `${title}.`;
  return { conclusion: faults.length > 0 ? 'failure' : 'success', title, summary, text: '' } as const;
}
