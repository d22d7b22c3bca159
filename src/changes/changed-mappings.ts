/** Which objects of a CMS have another mapping in two revisions, or use something by name that has changed. */
import type { CmsMappings, Fragments, Mapping } from '../specification/mapping.js';

/** Takes a CMS in both revisions (null where it is not mapped), gives the names of the objects whose load can differ. */
export function changedMappings(base: CmsMappings | null, head: CmsMappings | null): ReadonlySet<string> {
  if (base === head) return new Set();
  if (base === null || head === null || !same(base.sources?.schema, head.sources?.schema))
    return new Set(objectsOf(base, head));
  const changed = closure(changedNames(base, head), [base, head]);
  const before = new Map(base.mappings.map((mapping) => [mapping.object, mapping]));
  const after = new Map(head.mappings.map((mapping) => [mapping.object, mapping]));
  const names = objectsOf(base, head).filter((name) => {
    const [old, young] = [before.get(name), after.get(name)];
    const [was, is] = [old, young].map((mapping) => (mapping === undefined ? null : { ...mapping, notes: [] }));
    return (
      !(old === young || same(was, is)) || [was, is].some((mapping) => mapping != null && mentions(mapping, changed))
    );
  });
  return new Set(names);
}

function objectsOf(...sides: readonly (CmsMappings | null)[]): string[] {
  return [...new Set(sides.flatMap((side) => side?.mappings.map(({ object }) => object) ?? []))];
}

/** What both revisions share is one value, read once; everything else is plain data. */
function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** Names of tables, sets, code lists and parameters that are not the same in both, in small letters. */
function changedNames(base: CmsMappings, head: CmsMappings): Set<string> {
  const [before, after] = [named(base), named(head)];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return new Set(names.filter((name) => !same(before.get(name), after.get(name))));
}

function named({ fragments, sources }: CmsMappings): ReadonlyMap<string, unknown> {
  const things: (readonly [string, unknown])[] = [
    ...fragments.sets.map((set) => [set.name, set] as const),
    ...Object.entries(fragments.codes),
    ...fragments.parameters.map((parameter) => [parameter.name, parameter] as const),
    ...Object.entries(sources?.tables ?? {}),
  ];
  return new Map(things.map(([name, thing]) => [name.toLowerCase(), thing]));
}

/** A set that reads from something changed has changed itself. */
function closure(changed: Set<string>, sides: readonly CmsMappings[]): ReadonlySet<string> {
  const sets = sides.flatMap(({ fragments }: { fragments: Fragments }) => fragments.sets);
  for (let size = -1; size !== changed.size; ) {
    size = changed.size;
    for (const set of sets) if (mentions(set, changed)) changed.add(set.name.toLowerCase());
  }
  return changed;
}

/** Whether any text of it has one of the names as a word: a name too many only means that more is compared. */
function mentions(thing: Mapping | Fragments['sets'][number], names: ReadonlySet<string>): boolean {
  if (names.size === 0) return false;
  return (
    JSON.stringify(thing)
      .toLowerCase()
      .match(/\w+/g)
      ?.some((word) => names.has(word)) ?? false
  );
}
