/** How much of the standard a CMS is mapped for: counted without reading any SQL. */
import type { CmsMappings, Mapping, Parameter } from '../specification/mapping.js';
import type { Specification } from '../specification/model.js';

/** Numbers of items, and what the mappings leave to people. */
export interface Coverage {
  readonly items: number;
  readonly mapped: number;
  /** The CMS does not hold them, for a reason that the mapping gives. */
  readonly notHeld: number;
  /** Nothing is known. */
  readonly notMapped: number;
  /** The specification names a table and a field (`cms_field`), which alone load nothing. */
  readonly named: number;
  /** Items and sets with SQL written for single databases. */
  readonly free: number;
  /** What every authority has to give. */
  readonly wanted: readonly Parameter[];
}

/** Takes a specification, the name of a CMS and its mappings (null: there are none), gives its numbers. */
export function coverageOf({ objects }: Specification, name: string, cms: CmsMappings | null): Coverage {
  const mappings = new Map(cms?.mappings.map((mapping) => [mapping.object, mapping]));
  const kinds = objects.flatMap((object) =>
    object.items.map((item) => {
      const kind = kindOf(mappings.get(object.name), item.ref);
      return kind === 'none' && item.cmsField.some((field) => field.startsWith(`${name}:`)) ? 'named' : kind;
    }),
  );
  const count = (kind: string) => kinds.filter((one) => one === kind).length;
  const fragments = cms === null ? [] : [cms.fragments, ...cms.mappings];
  const freeSets = fragments.flatMap(({ sets }) => sets).filter(({ query }) => 'texts' in query).length;
  return {
    items: kinds.length,
    mapped: count('mapped') + count('free'),
    notHeld: count('not-held'),
    notMapped: count('none'),
    named: count('named'),
    free: count('free') + freeSets,
    wanted: fragments.flatMap(({ parameters }) => parameters).filter(({ value }) => value === null),
  };
}

function kindOf(mapping: Mapping | undefined, ref: string): 'mapped' | 'free' | 'not-held' | 'none' {
  if (mapping === undefined) return 'none';
  if (mapping.notHeld !== '') return 'not-held';
  const source = mapping.items.find((item) => item.ref === ref)?.source;
  if (source === undefined) return 'none';
  return source.kind === 'not-held' || source.kind === 'free' ? source.kind : 'mapped';
}

/** The numbers in words, for the header of a script and for `steward sql`. */
export function coverageWords({ items, mapped, notHeld, notMapped, named, free }: Coverage): string {
  const parts = [
    ...(notMapped > 0 ? [`not mapped: ${notMapped} of ${items} items`] : []),
    ...(named > 0 ? [`a source is named in the specification, and not mapped: ${named}`] : []),
    ...(mapped > 0 ? [`mapped: ${mapped}`] : []),
    ...(notHeld > 0 ? [`not held by the CMS: ${notHeld}`] : []),
    ...(free > 0 ? [`SQL written by hand: ${free}`] : []),
  ];
  return parts.join(', ');
}
