/** What a pull request shows of its approval: the third check, a section of the comment, and answers to commands. */
import { APPROVAL_CHECK, approvalCheck, approvalCommentSection } from '../approval/check.js';
import { CONFIG_FILE } from '../config/config-failure.js';
import type { Action, PutCheck } from '../plan.js';
import { inline, type MarkdownOutline } from '../report/render-markdown.js';
import { CHANGES_POLICY, DECIDED_ELSEWHERE, saidElsewhere } from './decision-sentences.js';
import { companionSentence, NOTHING_OF_OURS } from './sentences.js';
import type { View } from './view.js';

type Texts = Pick<PutCheck, 'conclusion' | 'title' | 'summary' | 'text'>;

/** The check; on a pull request that touches nothing of ours nobody is asked, but the chair can hold it. */
export function approvalParts(view: View): Omit<PutCheck, 'kind' | 'digest'> {
  const { state, records } = view;
  const about = { commit: state.pull.headCommit, name: APPROVAL_CHECK, annotations: [], buttons: [] };
  const note = state.changedPaths.includes(CONFIG_FILE) ? `\n\n${inline(CHANGES_POLICY)}` : '';
  const isFree = records === 'untouched' && state.decisions.approval?.state !== 'held';
  const texts = isFree ? nothingAsked() : approvalTexts(view);
  return { ...about, ...texts, summary: `${texts.summary}${note}` };
}

function nothingAsked(): Texts {
  return { conclusion: 'success', title: NOTHING_OF_OURS, summary: `${NOTHING_OF_OURS}.`, text: '' };
}

function approvalTexts({ state: { decisions, companion }, review }: View): Texts {
  if (decisions.approval) return approvalCheck(decisions.approval, review.sql);
  const sentences = [companionSentence(companion?.pull ?? null), saidElsewhere(companion?.pull ?? null)];
  const summary = sentences.map(inline).join('\n\n');
  return { conclusion: 'failure', title: DECIDED_ELSEWHERE, summary, text: '' };
}

/** The section of the comment, where somebody can be asked already. */
export function approvalSection({ state }: View): MarkdownOutline['sections'] {
  const { approval } = state.decisions;
  return approval === null || approval.state === 'not-ready' ? [] : [approvalCommentSection(approval)];
}

/** Answers to comments: the sentence first, because the reaction says that there is nothing more to come. */
export function putAnswers({ state }: View): Action[] {
  const { decisions, conversation, pull, botLogin } = state;
  return decisions.answers.flatMap(({ comment, reaction, reply }): Action[] => {
    const marker = answerMarker(comment);
    const isThere = conversation.comments.some(
      ({ author, body }) => author?.login === botLogin && body.startsWith(marker),
    );
    const body = `${marker}\n\n${reply}`;
    const answer: Action[] =
      reply === '' || isThere ? [] : [{ kind: 'put-comment', number: pull.number, id: null, body }];
    return [...answer, { kind: 'react', comment, reaction }];
  });
}

/** First line of an answer. Anybody can forge it, so the author counts as well. */
function answerMarker(comment: number): string {
  return `<!-- spec-steward:answer:${comment} -->`;
}
