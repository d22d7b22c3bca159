/** The check `spec-steward/approval` and the approval's part of the comment: texts only; they are put by others. */
import type { PutCheck } from '../plan.js';
import { byteLength, firstThatFit } from '../report/byte-length.js';
import { markdownText } from '../report/defuse.js';
import { FEW, untitled } from '../report/parts.js';
import { cut, type Phrase, plain } from '../report/phrase.js';
import { renderOutline } from '../report/render-markdown.js';
import { targetSentence } from '../report/sql-sentences.js';
import { grouped } from '../report/tally.js';
import type { TargetDiff } from '../review.js';
import { type ApprovalState, PASSING, type UnitState } from './approval-state.js';
import { headline, headlineText } from './headline.js';
import { type ApprovalSection, approvalSections, approvalSummary } from './outline.js';
import { runsOf } from './runs.js';
import {
  APPROVAL_TITLES,
  lackingPhrase,
  NOBODY_ASKED,
  NOTHING_MISSING,
  UNIT_COLUMNS,
  unitCount,
  voiceText,
} from './sentences.js';

/** Fails until the policy is met by people who saw exactly this content. */
export const APPROVAL_CHECK = 'spec-steward/approval';

/** GitHub's limit of a summary and of a text, in bytes. */
const LONGEST_TEXT = 65_535;

/** Room in a summary for what others add to it. */
const ROOM_FOR_NOTES = 2_000;

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
    summary: renderOutline(outline, { limit: LONGEST_TEXT - ROOM_FOR_NOTES }).trim(),
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

/**
 * Who agreed to what, and what is missing. What nobody is asked about comes last, and in one row where that is much;
 * where the others have no room one by one, those that stand alike share a row, so that none is left out.
 */
function unitTable(units: readonly UnitState[]): string {
  if (units.length === 0) return '';
  const sorted = units.toSorted((a, b) => rank(a) - rank(b));
  const asked = sorted.filter((state) => rank(state) < UNASKED);
  const unasked = rolledUp(sorted.slice(asked.length));
  const head = `${row(UNIT_COLUMNS)}${row(UNIT_COLUMNS.map(() => '---'))}`;
  const room = LONGEST_TEXT - byteLength(head) - ROOM_FOR_MORE;
  const each = [...asked.map(single), ...unasked];
  const rows = sizeOf(each) <= room ? each : [...rolledUp(asked), ...unasked];
  const shown = firstThatFit(
    rows.map(({ text }) => text),
    room,
  );
  const left = rows.slice(shown.length).reduce((sum, { count }) => sum + count, 0);
  return `${head}${shown.join('')}${left > 0 ? `\nand ${left} more` : ''}`.trim();
}

interface Row {
  readonly text: string;
  /** Units that it stands for. */
  readonly count: number;
}

function sizeOf(rows: readonly Row[]): number {
  return rows.reduce((sum, { text }) => sum + byteLength(text), 0);
}

const single = (state: UnitState): Row => ({ text: row(cellsOf(state)), count: 1 });

/** Many that stand alike in one row, the others one by one. */
function rolledUp(states: readonly UnitState[]): readonly Row[] {
  const alike = [...grouped(states, (state) => JSON.stringify(standingOf(state))).values()];
  return alike.flatMap((own) => (own.length > FEW ? [crowd(own)] : own.map(single)));
}

/** What each of them changes stands in the report. */
function crowd(states: readonly UnitState[]): Row {
  const ids = runsOf(states.map(({ unit }) => unit.id)).map(({ text }) => text);
  const named = ids.length > MOST_RUNS ? `${ids.slice(0, MOST_RUNS).join(', ')} …` : ids.join(', ');
  const [first] = states;
  const cells = [named, unitCount(states.length), ...(first ? standingOf(first) : [])];
  return { text: row(cells), count: states.length };
}

const MOST_RUNS = 200;

/** Rank of a unit that nobody is asked about. */
const UNASKED = 2;

function rank({ isMet, isAsked }: UnitState): number {
  return isMet ? (isAsked ? 1 : UNASKED) : 0;
}

function cellsOf(state: UnitState): string[] {
  return [state.unit.id, state.unit.title, ...standingOf(state)];
}

/** Type, who agreed, what is missing. */
function standingOf({ unit, classified, counted, lacking, isAsked, isMet }: UnitState): string[] {
  const missing: Phrase = isMet ? [] : lackingPhrase(lacking);
  const rest = isAsked ? NOTHING_MISSING : NOBODY_ASKED;
  return [classified?.type ?? unit.track, counted.map(voiceText).join('; '), isMet ? rest : plain(missing)];
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((text) => (text === '---' ? text : markdownText(text))).join(' | ')} |\n`;
}
