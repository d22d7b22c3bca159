/** The check `spec-steward/approval` and the approval's part of the comment: texts only; they are put by others. */
import type { PutCheck } from '../plan.js';
import { markdownText } from '../report/defuse.js';
import { cut, type Phrase, plain } from '../report/phrase.js';
import { renderOutline } from '../report/render-markdown.js';
import { type ApprovalState, PASSING, type UnitState } from './approval-state.js';
import { headline, headlineText } from './headline.js';
import { type ApprovalSection, approvalSections, approvalSummary } from './outline.js';
import { lackingPhrase, NOBODY_ASKED, NOTHING_MISSING, UNIT_COLUMNS, voiceText } from './sentences.js';

/** Fails until the policy is met by people who saw exactly this content. */
export const APPROVAL_CHECK = 'spec-steward/approval';

/** GitHub's limit of a summary and of a text, in bytes of UTF-8. */
const LONGEST_TEXT = 65_535;

/** Room in a summary for what others add to it. */
const ROOM_FOR_NOTES = 2_000;

const LONGEST_TITLE = 250;

/** Room for the line that says how many rows are left out. */
const ROOM_FOR_MORE = 40;

/** What the check says; never anything between success and failure. */
export function approvalCheck(
  approval: ApprovalState,
): Pick<PutCheck, 'name' | 'conclusion' | 'title' | 'summary' | 'text'> {
  const isPassing = PASSING.includes(approval.state);
  const outline = {
    mark: isPassing ? '✔' : '✘',
    headline: '',
    about: headline(approval),
    sections: approvalSections(approval),
  };
  return {
    name: APPROVAL_CHECK,
    conclusion: isPassing ? 'success' : 'failure',
    title: cut(headlineText(approval), LONGEST_TITLE),
    summary: fitting(LONGEST_TEXT - ROOM_FOR_NOTES, (limit) => renderOutline(outline, { limit }).trim()),
    text: unitTable(approval.units),
  };
}

/** A text that is rendered for a number of characters, with as many as have so many bytes. */
function fitting(bytes: number, render: (limit: number) => string): string {
  const text = render(bytes);
  const size = bytesIn(text);
  return size <= bytes ? text : render(Math.floor((bytes * text.length) / size) - ROOM_FOR_NOTES);
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The approval's section of the sticky comment. */
export function approvalCommentSection(approval: ApprovalState): ApprovalSection {
  return approvalSummary(approval, headline(approval));
}

/** Who agreed to what, and what is missing; what nobody is asked about comes last. */
function unitTable(units: readonly UnitState[]): string {
  if (units.length === 0) return '';
  const sorted = units.toSorted((a, b) => rank(a) - rank(b));
  const head = `${row(UNIT_COLUMNS)}${row(UNIT_COLUMNS.map(() => '---'))}`;
  let text = head;
  let size = bytesIn(head);
  for (const [index, state] of sorted.entries()) {
    const next = row(cellsOf(state));
    size += bytesIn(next);
    if (size > LONGEST_TEXT - ROOM_FOR_MORE) return `${text}\nand ${sorted.length - index} more`;
    text += next;
  }
  return text.trim();
}

function rank({ isMet, isAsked }: UnitState): number {
  return isMet ? (isAsked ? 1 : 2) : 0;
}

function cellsOf({ unit, classified, counted, lacking, isAsked, isMet }: UnitState): string[] {
  const type = classified?.type ?? unit.track;
  const missing: Phrase = isMet ? [] : lackingPhrase(lacking);
  const rest = isAsked ? NOTHING_MISSING : NOBODY_ASKED;
  return [unit.id, unit.title, type, counted.map(voiceText).join('; '), isMet ? rest : plain(missing)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => (text === '---' ? text : markdownText(text))).join(' | ')} |\n`;
}
