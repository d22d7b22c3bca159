/** The check `spec-steward/approval` and the approval's part of the comment: texts only; they are put by others. */
import type { PutCheck } from '../plan.js';
import { byteLength, firstThatFit } from '../report/byte-length.js';
import { markdownText } from '../report/defuse.js';
import { FEW } from '../report/parts.js';
import { cut, type Phrase, plain } from '../report/phrase.js';
import { renderOutline } from '../report/render-markdown.js';
import { grouped } from '../report/tally.js';
import { type ApprovalState, PASSING, type UnitState } from './approval-state.js';
import { headline, headlineText } from './headline.js';
import { type ApprovalSection, approvalSections, approvalSummary } from './outline.js';
import { runsOf } from './runs.js';
import { lackingPhrase, NOBODY_ASKED, NOTHING_MISSING, UNIT_COLUMNS, unitCount, voiceText } from './sentences.js';

/** Fails until the policy is met by people who saw exactly this content. */
export const APPROVAL_CHECK = 'spec-steward/approval';

/** GitHub's limit of a summary and of a text, in bytes. */
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
    summary: renderOutline(outline, { limit: LONGEST_TEXT - ROOM_FOR_NOTES }).trim(),
    text: unitTable(approval.units),
  };
}

/** The approval's section of the sticky comment. */
export function approvalCommentSection(approval: ApprovalState): ApprovalSection {
  return approvalSummary(approval, headline(approval));
}

/** Who agreed to what, and what is missing; what nobody is asked about comes last, and in one row where that is much. */
function unitTable(units: readonly UnitState[]): string {
  if (units.length === 0) return '';
  const sorted = units.toSorted((a, b) => rank(a) - rank(b));
  const asked = sorted.filter((state) => rank(state) < UNASKED);
  const unasked = [...grouped(sorted.slice(asked.length), typeOf).values()];
  const rows = [...asked.map(single), ...unasked.flatMap((own) => (own.length > FEW ? [crowd(own)] : own.map(single)))];
  const head = `${row(UNIT_COLUMNS)}${row(UNIT_COLUMNS.map(() => '---'))}`;
  const shown = firstThatFit(
    rows.map(({ text }) => text),
    LONGEST_TEXT - byteLength(head) - ROOM_FOR_MORE,
  );
  const left = rows.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  return `${head}${shown.join('')}${left > 0 ? `\nand ${left} more` : ''}`.trim();
}

interface Row {
  readonly text: string;
  /** Units that it stands for. */
  readonly count: number;
}

const single = (state: UnitState): Row => ({ text: row(cellsOf(state)), count: 1 });

/** Many that nobody is asked about; what each of them changes stands in the report. */
function crowd(states: readonly UnitState[]): Row {
  const [first] = states;
  const ids = runsOf(states.map(({ unit }) => unit.id)).map(({ text }) => text);
  const named = ids.length > MOST_RUNS ? `${ids.slice(0, MOST_RUNS).join(', ')} …` : ids.join(', ');
  const cells = [named, unitCount(states.length), first ? typeOf(first) : '', '', NOBODY_ASKED];
  return { text: row(cells), count: states.length };
}

const MOST_RUNS = 100;

/** Rank of a unit that nobody is asked about. */
const UNASKED = 2;

function rank({ isMet, isAsked }: UnitState): number {
  return isMet ? (isAsked ? 1 : UNASKED) : 0;
}

function typeOf({ unit, classified }: UnitState): string {
  return classified?.type ?? unit.track;
}

function cellsOf(state: UnitState): string[] {
  const { unit, counted, lacking, isAsked, isMet } = state;
  const missing: Phrase = isMet ? [] : lackingPhrase(lacking);
  const rest = isAsked ? NOTHING_MISSING : NOBODY_ASKED;
  return [unit.id, unit.title, typeOf(state), counted.map(voiceText).join('; '), isMet ? rest : plain(missing)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => (text === '---' ? text : markdownText(text))).join(' | ')} |\n`;
}
