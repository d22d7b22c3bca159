/**
 * A load is planned once for what it is made from, however many databases and revisions ask for it: reading its SQL is the
 * dearest part of a script. What files say is one value wherever they are the same (`specification/read-specification.ts`).
 */
import type { CmsMappings, Mapping } from '../../specification/mapping.js';
import type { DataObject } from '../../specification/model.js';
import { type Catalogue, COHORT_OBJECT } from '../catalogue.js';
import type { Remark } from '../statement.js';
import type { Load } from './load.js';

type Plan = Load | Remark;

/** Everything that a plan depends on beside its mapping. */
type MadeFrom = readonly [
  object: DataObject,
  fragments: CmsMappings['fragments'],
  sources: CmsMappings['sources'],
  persons: DataObject | undefined,
];

interface Known {
  readonly from: MadeFrom;
  readonly plan: Plan;
}

/** Base and head of a few proposals; older ones are planned anew. */
const MOST_KNOWN = 8;

const known = new WeakMap<Mapping, readonly Known[]>();

/** Takes a mapping and what else its plan is made from, gives the plan that is known for it, or makes and keeps it. */
export function remembered(
  mapping: Mapping,
  {
    object,
    context: { cms, catalogue },
  }: {
    readonly object: DataObject;
    readonly context: { readonly cms: CmsMappings; readonly catalogue: Catalogue };
  },
  make: () => Plan,
): Plan {
  const from: MadeFrom = [object, cms.fragments, cms.sources, catalogue.tables.get(COHORT_OBJECT)];
  const plans = known.get(mapping) ?? [];
  const found = plans.find((one) => one.from.every((part, index) => part === from[index]));
  const plan = found?.plan ?? make();
  const others = plans.filter((one) => one !== found);
  known.set(mapping, [{ from, plan }, ...others].slice(0, MOST_KNOWN));
  return plan;
}
