/**
 * The lines of an object are made once for what they are made from, however many rounds of a pull request ask for the
 * script. What files say is one value wherever they are the same (`specification/read-specification.ts`). Of each target
 * only what its last rendering used is kept.
 */
import type { DataObject } from '../specification/model.js';
import { COHORT_OBJECT, parentName } from './catalogue.js';
import { fold } from './names.js';
import { fillsPersons } from './plan-object.js';
import { type RenderContext, type RenderedObject, renderObject } from './render-object.js';

interface Known {
  /** Everything that the lines depend on beside the object, each part the same value where nothing has changed. */
  readonly from: readonly unknown[];
  readonly rendered: RenderedObject;
}

const last = new Map<string, ReadonlyMap<DataObject, Known>>();

/** Takes the name of a target, gives what renders its objects for one script. */
export function rememberingRenderer(target: string): (object: DataObject, context: RenderContext) => RenderedObject {
  const before = last.get(target) ?? new Map<DataObject, Known>();
  const now = new Map<DataObject, Known>();
  last.set(target, now);
  return (object, context) => {
    const from = madeFrom(object, context);
    const known = now.get(object) ?? before.get(object);
    const isSame = known?.from.length === from.length && known.from.every((part, index) => part === from[index]);
    const rendered = known && isSame ? known.rendered : renderObject(object, context);
    now.set(object, { from, rendered });
    return rendered;
  };
}

function madeFrom(
  object: DataObject,
  { catalogue, dialect, loading = null, adapt }: RenderContext,
): readonly unknown[] {
  const parents = object.items.map(({ foreignKey }) => parentName(foreignKey)?.object);
  const names = [object.name, COHORT_OBJECT, ...parents.filter((name) => name !== undefined)];
  const cms = loading?.cms;
  return [
    dialect,
    adapt,
    cms?.cms,
    cms?.fragments,
    cms?.sources,
    cms?.mappings.find((mapping) => mapping.object === object.name),
    loading !== null && fillsPersons(loading),
    ...names.map((name) => catalogue.tables.get(fold(name))),
  ];
}
