/** Which metadata blocks are our own writing: what the proposal's own row of the change log gives, word for word. */
import { asCell } from '../identifiers/subject.js';
import type { DataItem, Specification } from '../specification/model.js';
import { metadataSetOf } from '../specification/spellings.js';
import { metadataBlock, projectLog } from './project-log.js';

/** A block that a person edited is none, nor is one that rests on a row that the proposal did not get from us. */
export function ownBlocks({ changeLog }: Specification, changeRequest: string): (item: DataItem) => boolean {
  const project = projectLog(changeLog?.entries ?? []);
  return ({ ref, object, metadata }) => {
    const projection = metadata && project(ref, object);
    if (!projection || asCell(projection.newest.changeSource) !== asCell(changeRequest)) return false;
    const block = metadataBlock(projection, metadataSetOf(Object.keys(metadata.written)));
    const known = new Map(block.map(([key, value]) => [key, String(value ?? '')]));
    return [...known.keys(), ...Object.keys(metadata.written)].every(
      (key) => known.get(key) === (metadata.written[key] ?? ''),
    );
  };
}
