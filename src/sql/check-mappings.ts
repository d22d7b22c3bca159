/** Every fault in the SQL of the mappings, each in its place: planning a load stops at the first. */

import { changedMappings } from '../changes/changed-mappings.js';
import type { CmsMappings, Mapping, NamedSet } from '../specification/mapping.js';
import type { MappingProblem } from '../specification/mapping-fault.js';
import type { DataItem, DataObject, Specification, Spot } from '../specification/model.js';
import { atOnce, type Steps } from '../steps.js';
import { catalogueOf } from './catalogue.js';
import { MappingFault } from './expressions/fault.js';
import { type Names, namesOf } from './expressions/names.js';
import type { Parse } from './expressions/parser.js';
import { readOrderTerms, readTest, readValue, readValues, type Setting, setReader } from './expressions/read-text.js';
import type { Scope } from './expressions/scope.js';
import { type LoadContext, planLoad } from './loads/plan-load.js';
import { planValue } from './loads/plan-value.js';
import { readTables } from './loads/read-tables.js';

/** Whether the mapping of an object is looked at. */
export type Wanted = (cms: string, object: string) => boolean;

/** Takes a specification and the parser, gives the faults of the wanted mappings, of all where nothing is said. */
export function checkMappings(
  specification: Specification,
  parse: Parse,
  isWanted: Wanted = () => true,
): readonly MappingProblem[] {
  return atOnce(checkSteps(specification, parse, isWanted));
}

/** The same, with a pause after every mapping. */
function* checkSteps(specification: Specification, parse: Parse, isWanted: Wanted): Steps<readonly MappingProblem[]> {
  const catalogue = catalogueOf(specification);
  const objects = new Map(specification.objects.map((object) => [object.name, object]));
  const problems: MappingProblem[] = [];
  for (const cms of specification.cms) {
    const wanted = cms.mappings.filter(({ object, notHeld }) => notHeld === '' && isWanted(cms.cms, object));
    const found = wanted.length > 0 ? checkShared(cms, parse) : [];
    for (const mapping of wanted) {
      found.push(...checkWhole(mapping, objects.get(mapping.object) ?? null, { cms, parse, catalogue }));
      yield;
    }
    problems.push(...once(found));
  }
  return problems;
}

/** A set with a fault is met again wherever it is read. */
function once(problems: readonly MappingProblem[]): readonly MappingProblem[] {
  const placed = problems.map(
    (problem) => [JSON.stringify([problem.file, problem.path, problem.message]), problem] as const,
  );
  return [...new Map(placed.toReversed()).values()].toReversed();
}

/** Piece by piece first; then what only the whole shows, such as two columns that do not go together. */
function checkWhole(mapping: Mapping, object: DataObject | null, context: LoadContext): MappingProblem[] {
  const pieces = checkMapping(mapping, object, context);
  if (pieces.length > 0 || object === null) return pieces;
  return problemOf(mapping, '', () => planOrThrow(planLoad(object, context)));
}

/** Looks through specifications, gives what asks for the faults of each of them, however often. Pauses in between. */
export function* mappingChecker(
  specifications: readonly Specification[],
  parse: Parse,
  isWanted: Wanted = () => true,
): Steps<(specification: Specification) => readonly MappingProblem[]> {
  const known = new Map<Specification, readonly MappingProblem[]>();
  for (const one of specifications) known.set(one, yield* checkSteps(one, parse, isWanted));
  return (specification) => known.get(specification) ?? [];
}

/**
 * Which mappings can be judged differently in two revisions: their own text changed, or what they use by name, or the
 * data object. Null where none can, so that no parser is needed.
 */
export function comparedMappings(base: Specification, head: Specification): Wanted | null {
  const [before, after] = [base, head].map(({ objects }) => new Map(objects.map((object) => [object.name, object])));
  const names = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  const differs = new Set(names.filter((name) => !sameShape(before?.get(name), after?.get(name))));
  const cms = [...new Set([...base.cms, ...head.cms].map((one) => one.cms))];
  const wanted = new Map(cms.map((name) => [name, changedMappings(cmsNamed(base, name), cmsNamed(head, name))]));
  const isWanted: Wanted = (name, object) => differs.has(object) || (wanted.get(name)?.has(object) ?? false);
  const any = [...base.cms, ...head.cms].some((one) => one.mappings.some(({ object }) => isWanted(one.cms, object)));
  return any ? isWanted : null;
}

/** Whether two data objects are the same to a mapping, which knows nothing of their texts. */
function sameShape(one: DataObject | undefined, other: DataObject | undefined): boolean {
  return one === other || JSON.stringify(one?.items.map(shapeOf)) === JSON.stringify(other?.items.map(shapeOf));
}

function shapeOf({ ref, name, type, size, primaryKey, required, foreignKey }: DataItem): readonly unknown[] {
  return [ref, name, type, size, primaryKey, required, foreignKey];
}

function cmsNamed({ cms }: Specification, name: string): CmsMappings | null {
  return cms.find((one) => one.cms === name) ?? null;
}

/** A fault that planning found is told as a remark; here it is a fault again. */
function planOrThrow(plan: ReturnType<typeof planLoad>): void {
  if (plan.kind !== 'remark' || !plan.problem) return;
  const [{ file, path }] = plan.origins;
  throw new MappingFault(
    { file, path },
    { code: 'mapping-expression', message: plan.text, expected: 'a load that can be made' },
  );
}

interface Around {
  readonly cms: CmsMappings;
  readonly parse: Parse;
}

/** Sets that several mappings share are judged once. */
function checkShared(cms: CmsMappings, parse: Parse): MappingProblem[] {
  const names = namesOf(cms, { sets: [], codes: {}, parameters: [] }, setReader(parse));
  return checkSets(cms.fragments.sets, names, '');
}

function checkSets(sets: readonly NamedSet[], names: Names, object: string): MappingProblem[] {
  return sets.flatMap((set) => problemOf({ ...set, object }, '', () => names.set(set.name)));
}

function checkMapping(mapping: Mapping, object: DataObject | null, { cms, parse }: Around): MappingProblem[] {
  const names = namesOf(cms, mapping, setReader(parse));
  const setting: Setting = { names, parse };
  const sets = checkSets(mapping.sets, names, mapping.object);
  let scope: Scope | null = null;
  const tables = problemOf(mapping, '', () => {
    scope = readTables(mapping, setting).scope;
  });
  return scope === null ? [...sets, ...tables] : [...sets, ...checkPieces(mapping, object, { ...setting, scope })];
}

function checkPieces(
  mapping: Mapping,
  object: DataObject | null,
  around: Setting & { readonly scope: Scope },
): MappingProblem[] {
  const { where, window, inCohort, cohort, onePer, firstBy, items } = mapping;
  const of = (itemRef: string, check: () => unknown) => problemOf(mapping, itemRef, check);
  const tests = [...where, ...cohort.map(({ condition }) => condition)];
  const values = [inCohort, window?.start, window?.end].filter((text) => text != null);
  return [
    ...tests.flatMap((text) => of('', () => readTest(text, around))),
    ...values.flatMap((text) => of('', () => readValue(text, around))),
    ...(onePer === null ? [] : of('', () => readValues(onePer, around))),
    ...(firstBy === null ? [] : of('', () => readOrderTerms(firstBy, around))),
    ...items.flatMap((mapped) => {
      const item = object?.items.find(({ ref }) => ref === mapped.ref);
      return item === undefined ? [] : of(mapped.ref, () => planValue(mapped, item, around));
    }),
  ];
}

function problemOf(
  { object }: Spot & { readonly object: string },
  itemRef: string,
  check: () => unknown,
): MappingProblem[] {
  try {
    check();
    return [];
  } catch (error) {
    if (!(error instanceof MappingFault)) throw error;
    const { code, file, path, message, expected } = error;
    return [{ code, file, path, object, itemRef, message, expected }];
  }
}
