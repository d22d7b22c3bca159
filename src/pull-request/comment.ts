/** The one comment that stays on a pull request and says at any time how it stands. */
import type { Action, PutComment } from '../plan.js';
import { byteLength } from '../report/byte-length.js';
import { refusedProofs } from '../report/evidence-parts.js';
import { VERDICT_MARKS } from '../report/messages.js';
import { type Part, partOf, untitled } from '../report/parts.js';
import { joined, type Phrase } from '../report/phrase.js';
import { type MarkdownOptions, type MarkdownOutline, renderOutline } from '../report/render-markdown.js';
import { approvalSection } from './approval.js';
import { fullReportPlace, putFullReport } from './full-report.js';
import { nextSteps } from './next-steps.js';
import { overlapsOf } from './overlap.js';
import { recordFaultLines, recordsLead } from './records.js';
import {
  companionSentence,
  conflictTitle,
  NOTHING_OF_OURS,
  OVERLAP_ADVICE,
  overlapSentence,
  RECORDS_TITLES,
  refusedHeadline,
  TAKEN_BACK,
  TITLES,
} from './sentences.js';
import type { View } from './view.js';

/** First line of our comment. Anybody can forge it, so the author counts as well. */
export const COMMENT_MARKER = '<!-- spec-steward:report -->';

/** In bytes; below GitHub's 65,536 characters, so that whatever a comment holds whole, a check's page holds as well. */
const COMMENT_LIMIT = 63_000;

/**
 * The comment as it must be, and the full report beside it where the comment cannot hold all; nothing when both are
 * there, and nothing at all on a pull request that never concerned us.
 */
export function putComment(view: View): Action[] {
  const { comment, pull } = view.state;
  if (view.records === 'untouched' && comment === null) return [];
  const outline = view.records === 'untouched' ? nothingLeft() : commentOutline(view);
  const whole = bodyOf(outline, { limit: Number.MAX_SAFE_INTEGER });
  const isWhole = byteLength(whole) <= COMMENT_LIMIT;
  const body = isWhole ? whole : shortBody(outline, view);
  const put: PutComment = { kind: 'put-comment', number: pull.number, id: comment?.id ?? null, body };
  return [...(isWhole ? [] : putFullReport(view)), ...(isSame(comment?.body, body) ? [] : [put])];
}

function shortBody(outline: MarkdownOutline, view: View): string {
  return bodyOf(outline, { limit: COMMENT_LIMIT - `${COMMENT_MARKER}\n\n`.length, ...fullReportPlace(view) });
}

function bodyOf(outline: MarkdownOutline, options: MarkdownOptions): string {
  return `${COMMENT_MARKER}\n\n${renderOutline(outline, options)}`.trimEnd();
}

/** GitHub gives some texts back with other line ends. */
function isSame(before: string | undefined, after: string): boolean {
  return before?.replaceAll('\r\n', '\n').trimEnd() === after;
}

function nothingLeft(): MarkdownOutline {
  return { mark: VERDICT_MARKS.fine, headline: `${NOTHING_OF_OURS}.`, about: TAKEN_BACK, sections: [] };
}

function commentOutline(view: View): MarkdownOutline {
  const { headline, about, open, rest } = view.outline;
  const refused = refusedProofs(view.review.evidence).length;
  const isBroken = view.verdict !== view.review.verdict;
  return {
    mark: VERDICT_MARKS[view.verdict],
    headline: isBroken ? `${brokenTitle(view, refused)}. ${view.review.headline}` : headline,
    about: joined([about, ...forkNote(view)], '. '),
    sections: [
      ...open,
      ...approvalSection(view),
      ...rest,
      ...overlapSections(view),
      recordsSection(view),
      section(TITLES.next, nextSteps(view)),
    ],
  };
}

function brokenTitle({ conflicts, records, state: { pull } }: View, refused: number): string {
  if (conflicts.length === 0 && refused > 0) return refusedHeadline(refused);
  return conflicts.length > 0 ? conflictTitle(pull.baseBranch, conflicts) : RECORDS_TITLES[records];
}

/** Above everything else, because the pull request that is merged is another one. */
function forkNote({ state: { mayPush, companion }, records }: View): Phrase[] {
  return mayPush || records === 'in-step' ? [] : [companionSentence(companion?.pull ?? null)];
}

function overlapSections({ state }: View): MarkdownOutline['sections'] {
  const overlaps = overlapsOf(state);
  if (overlaps.length === 0) return [];
  return [section(TITLES.overlap, overlaps.map(overlapSentence), OVERLAP_ADVICE)];
}

function recordsSection(view: View): MarkdownOutline['sections'][number] {
  const faults = recordFaultLines(view);
  const parts: Part[] = faults.length > 0 ? [partOf({ lines: faults })] : [];
  return { title: TITLES.records, summary: recordsLead(view), parts };
}

function section(title: string, sentences: readonly Phrase[], summary: Phrase = []) {
  return { title, summary, parts: untitled(sentences) };
}
