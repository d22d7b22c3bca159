/** Which mappings differ between two revisions: they change scripts, and no data item. */
import type { CmsMappings, Mapping } from '../specification/mapping.js';
import type { Specification } from '../specification/model.js';
import { changedMappings } from './changed-mappings.js';

/** A mapping whose load can be another one. */
export interface MappingChange {
  readonly cms: string;
  readonly object: string;
  /** Items with another source, by ref. */
  readonly itemRefs: readonly string[];
  /** What is read changed as well, or something that the mapping uses by name. */
  readonly rows: boolean;
}

/** Takes two revisions, gives the changed mappings by CMS and object. */
export function diffMappings(base: Specification, head: Specification): readonly MappingChange[] {
  const names = [...new Set([...base.cms, ...head.cms].map(({ cms }) => cms))].sort();
  return names.flatMap((name) => {
    const [old, young] = [cmsNamed(base, name), cmsNamed(head, name)];
    return [...changedMappings(old, young)]
      .sort()
      .map((object) => changeOf(object, mappingOf(old, object), mappingOf(young, object)));
  });
}

function cmsNamed({ cms }: Specification, name: string): CmsMappings | null {
  return cms.find((one) => one.cms === name) ?? null;
}

function mappingOf(cms: CmsMappings | null, object: string): Mapping | null {
  return cms?.mappings.find((mapping) => mapping.object === object) ?? null;
}

function changeOf(object: string, before: Mapping | null, after: Mapping | null): MappingChange {
  const [old, young] = [before, after].map(
    (mapping) => new Map(mapping?.items.map(({ ref, source }) => [ref, JSON.stringify(source)])),
  );
  const refs = [...new Set([...(old?.keys() ?? []), ...(young?.keys() ?? [])])].sort();
  const itemRefs = refs.filter((ref) => old?.get(ref) !== young?.get(ref));
  const rows = itemRefs.length === 0 || restOf(before) !== restOf(after);
  return { cms: (after ?? before)?.cms ?? '', object, itemRefs, rows };
}

function restOf(mapping: Mapping | null): string {
  return mapping === null ? '' : JSON.stringify({ ...mapping, items: [], notes: [] });
}
