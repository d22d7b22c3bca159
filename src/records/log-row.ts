/** The rows of a proposal in the change log. */
import type { ChangeKind } from '../changes/change-kinds.js';
import { decidedSentence } from '../classification/decided.js';
import type { Assignment } from '../identifiers/assign.js';
import { CODE_SET, entryKey, isIdentified, type Subject, subjectKey, subjectOf } from '../identifiers/subject.js';
import type { JudgedChange, Weight } from '../review.js';
import { isSettled, PENDING, WITHDRAWN } from '../specification/change-status.js';
import { oneLine } from '../specification/one-line.js';
import type { CHANGE_LOG_COLUMNS } from '../specification/read-change-log.js';

/** A row of the ten real columns. */
export type LogRow = Readonly<Record<(typeof CHANGE_LOG_COLUMNS)[keyof typeof CHANGE_LOG_COLUMNS], string>>;

/** What a row says beyond the changes themselves. */
export interface RowContext {
  readonly assignment: Assignment;
  readonly changeRequest: string;
  /** Spells a change type as the log does. */
  readonly spell: (changeType: string) => string;
  /** One line of plain English for a change. */
  readonly describe: (change: JudgedChange) => string;
}

/**
 * The rows that the proposal must have: one a subject, and its earlier rows whose change is gone, withdrawn. A row
 * that is agreed is history: it stays as it is.
 */
export function proposalRows(changes: readonly JudgedChange[], context: RowContext): LogRow[] {
  const subjects = new Map<string, { subject: Subject; changes: JudgedChange[] }>();
  for (const change of changes.filter(isIdentified)) {
    const subject = subjectOf(change);
    const known = subjects.get(subjectKey(subject));
    if (known) known.changes.push(change);
    else subjects.set(subjectKey(subject), { subject, changes: [change] });
  }
  const { ownEntries } = context.assignment;
  const settled = new Map(ownEntries.filter(isSettled).map((entry) => [entryKey(entry), entry]));
  const rows = [...subjects].flatMap(([key, about]) => (settled.has(key) ? [] : [rowOf(key, about, context)]));
  const withdrawn = ownEntries
    .filter((entry) => !subjects.has(entryKey(entry)) && !isSettled(entry))
    .map((entry): LogRow => ({ ...plainRow(entry), changeStatus: WITHDRAWN }));
  return [...rows, ...withdrawn].sort((a, b) => (a.changeId < b.changeId ? -1 : 1));
}

function rowOf(
  key: string,
  { subject, changes }: { subject: Subject; changes: JudgedChange[] },
  context: RowContext,
): LogRow {
  const weightiest = changes.reduce((best, change) => (WEIGHTS[change.weight] > WEIGHTS[best.weight] ? change : best));
  const oldRef = changes.find(({ was }) => was && was.itemRef !== subject.itemRef)?.was?.itemRef ?? '';
  return {
    itemRef: subject.itemRef,
    oldItemRef: oldRef,
    releaseDatetime: '',
    changeId: context.assignment.identifiers.get(key) ?? '',
    changeObjectName: subject.codeSet === '' ? subject.object : `${CODE_SET}${subject.codeSet}`,
    changeImpactTitle: titleOf(worthTelling(changes).map(context.describe)),
    changeStatus: PENDING,
    changeType: context.spell(weightiest.changeType),
    changeSource: context.changeRequest,
    changeImpactNotes: notesOf([weightiest, ...changes]),
  };
}

/** What people said first, then what the evidence says, of the weightiest change first. */
function notesOf(changes: readonly JudgedChange[]): string {
  const said = changes.flatMap(({ decided }) => (decided ? [decidedSentence(decided)] : []));
  const reasons = changes.map(({ reason }) => reason);
  const notes = [...[...new Set(said)].slice(0, 1), ...[...new Set(reasons)].slice(0, 3)];
  return notes.filter((note) => note !== '').join(' ');
}

const WEIGHTS: Readonly<Record<Weight, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/** Weightiest first; mappings that only follow a rename go without saying. */
function worthTelling(changes: readonly JudgedChange[]): JudgedChange[] {
  const renamed = changes.some(({ kind }) => kind === 'item-renamed' || kind === 'object-renamed');
  const told = changes.filter(({ kind }) => !renamed || !FOLLOWING.has(kind));
  return told.toSorted((a, b) => WEIGHTS[b.weight] - WEIGHTS[a.weight]);
}

const FOLLOWING: ReadonlySet<ChangeKind> = new Set<ChangeKind>(['item-cms-field-changed', 'item-cms-table-changed']);

/** A spreadsheet's cell is read at a glance: the first sentences that fit, and how many more. */
const TITLE_LENGTH = 240;

function titleOf(sentences: readonly string[]): string {
  const kept: string[] = [];
  for (const sentence of sentences.map(oneLine)) {
    if (kept.length > 0 && kept.join('; ').length + sentence.length > TITLE_LENGTH) break;
    kept.push(sentence.length > TITLE_LENGTH ? `${[...sentence].slice(0, TITLE_LENGTH - 1).join('')}…` : sentence);
  }
  const more = sentences.length - kept.length;
  return more > 0 ? `${kept.join('; ')}; and ${more} more` : kept.join('; ');
}

/** The ten columns of a row, and nothing else. */
export function plainRow(row: LogRow): LogRow {
  return {
    itemRef: row.itemRef,
    oldItemRef: row.oldItemRef,
    releaseDatetime: row.releaseDatetime,
    changeId: row.changeId,
    changeObjectName: row.changeObjectName,
    changeImpactTitle: row.changeImpactTitle,
    changeStatus: row.changeStatus,
    changeType: row.changeType,
    changeSource: row.changeSource,
    changeImpactNotes: row.changeImpactNotes,
  };
}
