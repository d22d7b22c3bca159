/** The check `spec-steward/approval` and the approval's part of the comment: texts only; they are put by others. */
import type { PutCheck } from '../plan.js';
import { markdownText } from '../report/defuse.js';
import { untitled } from '../report/parts.js';
import { cut, type Phrase, plain } from '../report/phrase.js';
import { renderOutline } from '../report/render-markdown.js';
import { targetSentence } from '../report/sql-sentences.js';
import type { TargetDiff } from '../review.js';
import { type ApprovalState, PASSING, type UnitState } from './approval-state.js';
import { headline, headlineText } from './headline.js';
import { type ApprovalSection, approvalSections, approvalSummary } from './outline.js';
import { APPROVAL_TITLES, lackingPhrase, NOBODY_ASKED, NOTHING_MISSING, UNIT_COLUMNS, voiceText } from './sentences.js';

/** Fails until the policy is met by people who saw exactly this content. */
export const APPROVAL_CHECK = 'spec-steward/approval';

/** GitHub's limit of a summary and of a text, in characters. */
const LONGEST_TEXT = 65_535;

const LONGEST_TITLE = 250;

/** Room for the line that says how many rows are left out. */
const ROOM_FOR_MORE = 40;

/** What the check says, with the SQL that is agreed to; never anything between success and failure. */
export function approvalCheck(
  approval: ApprovalState,
  sql: readonly TargetDiff[] = [],
): Pick<PutCheck, 'name' | 'conclusion' | 'title' | 'summary' | 'text'> {
  const isPassing = PASSING.includes(approval.state);
  const outline = {
    mark: isPassing ? '✔' : '✘',
    headline: '',
    about: headline(approval),
    sections: [...approvalSections(approval), ...sqlSections(sql)],
  };
  return {
    name: APPROVAL_CHECK,
    conclusion: isPassing ? 'success' : 'failure',
    title: cut(headlineText(approval), LONGEST_TITLE),
    summary: renderOutline(outline, { limit: LONGEST_TEXT }).trim(),
    text: unitTable(approval.units),
  };
}

/** The digest of each target that changes: what approvals are for, to be compared with the report. */
function sqlSections(sql: readonly TargetDiff[]): readonly ApprovalSection[] {
  const changed = sql.filter(({ digest }) => digest !== '');
  if (changed.length === 0) return [];
  return [{ title: APPROVAL_TITLES.sql, summary: [], parts: untitled(changed.map(targetSentence)) }];
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
  for (const [index, state] of sorted.entries()) {
    const next = row(cellsOf(state));
    if (text.length + next.length > LONGEST_TEXT - ROOM_FOR_MORE) return `${text}\nand ${sorted.length - index} more`;
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
