/** Blocks that follow their row: it stood in the base's change log already, and became another since. */
import { entryKey } from '../identifiers/subject.js';
import type { ChangeLog, DataItem } from '../specification/model.js';
import type { MetadataSet } from '../specification/spellings.js';
import type { LogRow } from './log-row.js';
import { metadataBlock, type Projection, projectLog } from './project-log.js';

/**
 * Whether the rows of an item give another block than the base's rows gave, such as after a release or a withdrawal.
 * A row that the base has not is a proposal's, and is not meant. What is agreed to alters no block.
 *
 * @param entries the rows of the head's change log.
 */
export function followedRows(
  base: ChangeLog | null,
  entries: readonly LogRow[],
): (item: Pick<DataItem, 'ref' | 'object'>, set: MetadataSet) => boolean {
  if (base === null || base.entries === entries) return () => false;
  const [before, after] = [projectLog(base.entries), projectLog(entries)];
  const known = new Set(base.entries.map(keyOf));
  return ({ ref, object }, set) => {
    const [was, is] = [before(ref, object), after(ref, object)];
    if (is && !known.has(keyOf(is.newest))) return false;
    return blockText(was, set) !== blockText(is, set);
  };
}

function keyOf(row: LogRow): string {
  return `${row.changeId} ${entryKey(row)}`;
}

function blockText(projection: Projection | null, set: MetadataSet): string {
  return projection === null ? '' : JSON.stringify(metadataBlock(projection, set));
}
