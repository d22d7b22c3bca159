/** The three checks on the commit of a merge group: there is nobody to suggest to, and nothing to press. */
import { APPROVAL_CHECK } from '../approval/check.js';
import type { Unit } from '../approval/unit.js';
import type { Hash } from '../changes/diff.js';
import type { PutCheck } from '../plan.js';
import type { GroupState } from '../reconcile/merge-group.js';
import { firstThatFit } from '../report/byte-length.js';
import type { Phrase } from '../report/phrase.js';
import { inline } from '../report/render-markdown.js';
import { findingAnnotations } from './annotations.js';
import { checkOf, RECORDS_CHECK, reviewTexts, SPECIFICATION_CHECK } from './checks.js';
import { GROUP_ADVICE, GROUP_AGREED, groupNotAgreedTitle, notAgreedLine, RECORDS_ONLY } from './decision-sentences.js';
import { withIdentifiers } from './identifiers.js';
import { reportOutline } from './report-outline.js';
import { andMore, RECORDS_TITLES, staleFiles, unrecordedItems } from './sentences.js';

/** What nobody agreed to of the group; or, of a pull request that only records what has happened, what is no record. */
export type GroupApproval = { readonly notAgreed: readonly Unit[] } | { readonly beyondRecords: readonly Unit[] };

/** All of them, always: a required check that is not answered holds up the queue. */
export function mergeGroupChecks(state: GroupState, approval: GroupApproval, hash: Hash): PutCheck[] {
  const about = { commit: state.group.headCommit, annotations: [], buttons: [] };
  // What the proposals were given stands in their rows; the numbers that this review assumes are nobody's.
  const review = withIdentifiers(state.result.review, new Map());
  const annotations = findingAnnotations(review.findings, state.head.files);
  return [
    checkOf(
      {
        ...about,
        name: SPECIFICATION_CHECK,
        ...reviewTexts({ review, outline: reportOutline(review) }, {}),
        annotations,
      },
      hash,
    ),
    checkOf({ ...about, name: RECORDS_CHECK, ...recordsTexts(state) }, hash),
    checkOf({ ...about, name: APPROVAL_CHECK, ...approvalTexts(approval) }, hash),
  ];
}

function approvalTexts(approval: GroupApproval) {
  if ('notAgreed' in approval) {
    const { notAgreed } = approval;
    if (notAgreed.length > 0) return failing(notAgreed, groupNotAgreedTitle(notAgreed.length), GROUP_ADVICE);
    return { conclusion: 'success', title: GROUP_AGREED, summary: `${GROUP_AGREED}.`, text: '' } as const;
  }
  const { beyondRecords } = approval;
  const { title, summary, broken, advice } = RECORDS_ONLY;
  if (beyondRecords.length > 0) return failing(beyondRecords, broken, advice);
  return { conclusion: 'success', title, summary: inline(summary), text: '' } as const;
}

function failing(units: readonly Unit[], title: string, advice: Phrase) {
  const lines = units.map(({ id, title: what }) => `- ${inline(notAgreedLine(id, what))}\n`);
  const shown = firstThatFit(lines, LONGEST_LIST);
  const more = shown.length < lines.length ? `${andMore(lines.length - shown.length)}\n` : '';
  const summary = `${inline(advice)}\n\n${shown.join('')}${more}`.trim();
  return { conclusion: 'failure', title, summary, text: '' } as const;
}

/** Below GitHub's limit of a summary, with room for the sentence above. */
const LONGEST_LIST = 60_000;

function recordsTexts({ unrecorded, stale }: Pick<GroupState, 'unrecorded' | 'stale'>) {
  const faults = [
    ...(unrecorded.length > 0 ? [unrecordedItems(unrecorded)] : []),
    ...(stale.length > 0 ? [staleFiles(stale)] : []),
  ];
  const title = RECORDS_TITLES[faults.length > 0 ? 'stale' : 'in-step'];
  const summary = faults.length > 0 ? faults.map(inline).join('\n\n') : `${title}.`;
  return { conclusion: faults.length > 0 ? 'failure' : 'success', title, summary, text: '' } as const;
}
