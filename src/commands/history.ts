/** `steward history`: what was decided about an item or a change, when, by whom and in which words. */
import { history, type PastWord, proposed } from '../approval/history.js';
import { historyOutline, type Past } from '../approval/history-outline.js';
import { StewardError } from '../errors.js';
import { nearest } from '../lint/nearest.js';
import { readDecisions } from '../local/read-decisions.js';
import { type LocalSide, loadLocalSide } from '../local/review-local.js';
import { plainRow } from '../records/log-row.js';
import { FINE } from './output.js';
import { type OutlineFormat, printOutline } from './print-outline.js';

/** Options of `steward history`. */
export interface HistoryCommand {
  /** Revision whose change log is read. */
  readonly head: string;
  /** Revision of the register; without it the branch of the clone. */
  readonly register?: string;
  readonly format: OutlineFormat;
}

/** Throws `unknown-item` where neither the standard, nor its log, nor a record has such an item or identifier. */
export async function historyCommand(folder: string, wanted: string, command: HistoryCommand): Promise<number> {
  const past = await readPast(folder, wanted, command);
  await printOutline(historyOutline(past), dataOf(past), command.format);
  return FINE;
}

/** An entry without what else it covers: one word may be about hundreds of changes. */
function dataOf({ changes, proposed: open, ...about }: Past): object {
  const brief = ({ entry: { covers: _, ...entry }, ...word }: PastWord) => ({ ...word, ...entry });
  const withBrief = <T extends { readonly said: readonly PastWord[] }>(change: T) => ({
    ...change,
    said: change.said.map(brief),
  });
  return { ...about, changes: changes.map(withBrief), proposed: open.map(withBrief) };
}

async function readPast(folder: string, wanted: string, { head, register }: HistoryCommand): Promise<Past> {
  const side = await loadLocalSide(folder, head);
  const rows = (side.specification.changeLog?.entries ?? []).map(plainRow);
  const found = await readDecisions(side.repository, register);
  const past = { changes: history(wanted, rows, found.records), proposed: proposed(wanted, rows, found.records) };
  if (past.changes.length + past.proposed.length === 0) refuseUnknown(wanted, side);
  return { wanted, ...past, revision: side.revision.name, register: found.register?.name ?? null };
}

/** An item of which nothing is recorded is no mistake; a name that nobody knows is. */
function refuseUnknown(wanted: string, { specification }: LocalSide): void {
  const refs = specification.objects.flatMap(({ items }) => items.map(({ ref }) => ref));
  if (refs.includes(wanted)) return;
  const entries = specification.changeLog?.entries ?? [];
  const near = nearest(wanted, [...refs, ...entries.flatMap(({ itemRef, changeId }) => [itemRef, changeId])]);
  const guess = near === null ? '' : `; "${near}" is`;
  throw new StewardError({
    code: 'unknown-item',
    place: '',
    found: `"${wanted}" is no item and no change identifier here${guess}`,
    expected: 'an item such as PERS001A, or an identifier such as SSD-0031',
  });
}
