/** Which metadata blocks are our own writing: what the change log gives for the proposal's own rows, word for word. */
import { asCell } from '../identifiers/subject.js';
import type { DataItem, Specification } from '../specification/model.js';
import { metadataSetOf } from '../specification/spellings.js';
import { followedRows } from './followed-rows.js';
import { metadataBlock, projectLog } from './project-log.js';

type Logged = Pick<Specification, 'changeLog'>;

/**
 * A block that a person edited is none, nor is one that rests on a row that the proposal did not get from us. A row that
 * stood in the base and became another takes its block along, or away.
 */
export function ownBlocks(base: Logged, { changeLog }: Logged, changeRequest: string): (item: DataItem) => boolean {
  const entries = changeLog?.entries ?? [];
  const project = projectLog(entries);
  const isFollowed = followedRows(base.changeLog, entries);
  return (item) => {
    const written = item.metadata?.written ?? {};
    const set = metadataSetOf(Object.keys(written));
    const projection = project(item.ref, item.object);
    if (!item.metadata || !projection) return !item.metadata && !projection && isFollowed(item, set);
    const isOurs = asCell(projection.newest.changeSource) === asCell(changeRequest);
    if (!isOurs && !isFollowed(item, set)) return false;
    const known = new Map(metadataBlock(projection, set).map(([key, value]) => [key, String(value ?? '')]));
    return [...known.keys(), ...Object.keys(written)].every((key) => known.get(key) === (written[key] ?? ''));
  };
}
