/** What has become of each row of the base's change log: kept, altered or lost; and which rows are new. */
import type { ChangeLogEntry, Specification } from '../specification/model.js';
import { type IdentifierForm, identifierNumber } from './identifier.js';
import { asCell, entryKey } from './subject.js';

/** A row of the base, and the row that stands in its place. */
export interface AlteredRow {
  readonly was: ChangeLogEntry;
  readonly is: ChangeLogEntry;
}

/** The rows of two revisions; of the base's only those with an identifier can be altered or lost. */
export interface RowPairs {
  /** Rows whose lasting columns are others. */
  readonly altered: readonly AlteredRow[];
  readonly lost: readonly ChangeLogEntry[];
  /** Rows that stand for none of the base, in the order of the log. */
  readonly added: readonly ChangeLogEntry[];
}

/**
 * The columns that say which change a row is. What becomes of the change - status, release date, notes - is written
 * later: at the merge, by whoever takes it back, by the release manager.
 */
export const LASTING_COLUMNS = {
  change_id: 'changeId',
  item_ref: 'itemRef',
  old_item_ref: 'oldItemRef',
  change_object_name: 'changeObjectName',
  change_impact_title: 'changeImpactTitle',
  change_type: 'changeType',
  change_source: 'changeSource',
} as const satisfies Record<string, keyof ChangeLogEntry>;

/** White space, invisible characters and the apostrophe of a guarded cell are no content: lint has them mended. */
export function plainCell(cell: string): string {
  return asCell(cell.replace(/\p{Cf}+/gu, '').replace(/[\s\p{Cc}]+/gu, ' '));
}

/** How a row is known again, the surest first: by its subject, by a part of that, by what it says. */
const TRACES: readonly ((row: ChangeLogEntry) => string)[] = [
  keyOf,
  ({ changeId, itemRef }) => `${changeId} ${asCell(itemRef)}`,
  ({ changeId }) => changeId,
  (row) => lastingText({ ...row, changeId: '' }),
];

/** Pairs the rows of both logs. Where the head's log cannot be read nobody knows what became of the base's rows. */
export function pairRows(base: Specification, head: Specification, form: IdentifierForm): RowPairs {
  if (base.changeLog === head.changeLog) return { altered: [], lost: [], added: [] };
  const { file, entries } = base.changeLog ?? { file: '', entries: [] };
  const present = head.changeLog?.entries ?? [];
  const isOurs = ({ changeId }: ChangeLogEntry) => identifierNumber(changeId, form) !== null;
  const exact = new Set(entries.map(lastingText));
  const strangers = new Set(entries.filter((row) => !isOurs(row)).map(keyOf));
  const kept = new Set(present.map(lastingText));
  const before = new Set(entries.filter((row) => isOurs(row) && !kept.has(lastingText(row))));
  const after = new Set(present.filter((row) => !exact.has(lastingText(row)) && !strangers.has(keyOf(row))));
  const altered = TRACES.flatMap((trace) => pairBy(trace, before, after));
  const isUnread = head.problems.some((problem) => problem.severity === 'error' && problem.file === file);
  return isUnread ? { altered: [], lost: [], added: [...after] } : { altered, lost: [...before], added: [...after] };
}

/** Takes what it pairs out of both. */
function pairBy(
  trace: (row: ChangeLogEntry) => string,
  before: Set<ChangeLogEntry>,
  after: Set<ChangeLogEntry>,
): AlteredRow[] {
  const waiting = new Map([...before].reverse().map((row) => [trace(row), row]));
  return [...after].flatMap((is) => {
    const was = waiting.get(trace(is));
    if (!was) return [];
    waiting.delete(trace(is));
    before.delete(was);
    after.delete(is);
    return [{ was, is }];
  });
}

function keyOf(row: ChangeLogEntry): string {
  return `${row.changeId} ${entryKey(row)}`;
}

function lastingText(row: ChangeLogEntry): string {
  return JSON.stringify(Object.values(LASTING_COLUMNS).map((property) => plainCell(row[property])));
}
