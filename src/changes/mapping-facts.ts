/** What a mapping says, as texts that can be compared and shown: meaning only, neither places nor notes. */
import type { CmsMappings, ItemSource, Mapping, NamedSet, Sources } from '../specification/mapping.js';

/** Where the value of an item comes from, in one text; no other source has the same. */
export function sourceText(source: ItemSource): string {
  switch (source.kind) {
    case 'expression':
      return source.value.text;
    case 'map': {
      const { value, codes, otherwise, whenNull } = source;
      const others = [
        ...(otherwise === null ? [] : [`default ${otherwise}`]),
        ...(whenNull === null ? [] : [`when null ${whenNull}`]),
      ];
      const list = typeof codes === 'string' ? codes : JSON.stringify(codes.codes);
      return [`map ${value.text} by ${list}`, ...others].join(', ');
    }
    case 'json':
      return `json ${JSON.stringify(plain(source.members))}`;
    case 'not-held':
      return `${NOT_HELD} ${source.reason}`;
    case 'free':
      return `SQL by hand, ${source.type}: ${JSON.stringify(plain(source.sql.texts))}`;
  }
}

/** How a text begins that says why there is no source. */
export const NOT_HELD = 'not held:';

/** The CMS that a mapping is of, in its own revision and in the other. */
interface Revisions {
  readonly own: CmsMappings | null;
  readonly other: CmsMappings | null;
}

/**
 * What is read for an object, a text a fact, its name before a colon; a mapping that does not exist says nothing. Of what
 * several objects share, only that which the other revision has not. Without the revisions the items are told too, and
 * nothing that is shared: for a mapping that comes or goes as a whole.
 */
export function readFacts(mapping: Mapping | null, revisions: Revisions | null): readonly string[] {
  if (mapping === null) return [];
  const { from, joins, where, window, inCohort, cohort, onePer, firstBy, distinct, notHeld, items } = mapping;
  const { sets, codes, parameters } = mapping;
  const parts: readonly (readonly [string, unknown])[] = [
    ['not held', notHeld === '' ? null : notHeld],
    ['from', from],
    ...joins.map((join) => ['join', join] as const),
    ...where.map((condition) => ['where', condition] as const),
    ['window', window],
    ['in cohort', inCohort],
    ...cohort.map((branch) => [`cohort ${branch.name}`, branch.condition] as const),
    ['one row per', onePer],
    ['first by', firstBy],
    ['distinct', distinct ? 'yes' : null],
    ...namedParts({ sets, codes, parameters }),
    ...(revisions === null ? items.map(({ ref, source }) => [ref, sourceText(source)] as const) : []),
  ];
  const own = parts.flatMap(([name, part]) => factOf(name, part));
  if (revisions?.own == null) return own;
  const { other } = revisions;
  const others = new Set(other ? sharedFacts(mapping, other) : []);
  const isNew = other ? newColumns(mapping, other) : () => false;
  return [...own, ...sharedFacts(mapping, revisions.own, isNew).filter((fact) => !others.has(fact))];
}

function factOf(name: string, part: unknown): string[] {
  const said = plain(part);
  if (said === null || said === '') return [];
  return [`${name}: ${typeof said === 'string' ? said : JSON.stringify(said)}`];
}

type Named = Pick<Mapping, 'sets' | 'codes' | 'parameters'>;

function namedParts({ sets, codes, parameters }: Named): (readonly [string, unknown])[] {
  return [
    ...sets.map(({ name, query, columns }) => [`set ${name}`, 'text' in query ? query : { query, columns }] as const),
    ...Object.entries(codes).map(([name, list]) => [`codes ${name}`, list] as const),
    ...parameters.map(({ name, value }) => [`parameter ${name}`, JSON.stringify(value)] as const),
  ];
}

/** Whether a column is not told. */
type IsPassedOver = (table: string, column: string) => boolean;

/**
 * A column that only one revision has, and only its texts name, alters nothing by itself: what names it is told already.
 */
function newColumns(mapping: Mapping, other: CmsMappings): IsPassedOver {
  const named = other.mappings.find(({ object }) => object === mapping.object);
  const words = named ? wordsUsed(named, other.fragments) : new Set<string>();
  return (table, column) => other.sources?.tables[table]?.[column] === undefined && !words.has(column.toLowerCase());
}

/** The words of a mapping and of the sets that it uses. */
function wordsUsed(mapping: Mapping, { sets }: CmsMappings['fragments']): Set<string> {
  const words = wordsIn(mapping);
  for (const set of usedSets(words, sets)) for (const word of wordsIn(set)) words.add(word);
  return words;
}

/** What the mapping uses by name, and what that uses in turn; of its tables only what a load can see. */
function sharedFacts(
  mapping: Mapping,
  { fragments, sources }: CmsMappings,
  isPassedOver: IsPassedOver = () => false,
): string[] {
  const words = wordsUsed(mapping, fragments);
  const used = usedSets(words, fragments.sets);
  const isUsed = (name: string) => words.has(name.toLowerCase());
  const codes = Object.fromEntries(Object.entries(fragments.codes).filter(([name]) => isUsed(name)));
  const parameters = fragments.parameters.filter(({ name }) => isUsed(name));
  const named = namedParts({ sets: used, codes, parameters }).flatMap(([name, part]) => factOf(name, part));
  return [...named, ...(sources && mapping.from !== null ? tableFacts(sources, isUsed, isPassedOver) : [])];
}

/** A column that nothing names changes no load, but for keys: by them a load knows that a row comes once. */
function tableFacts(
  { schema, tables }: Sources,
  isUsed: (name: string) => boolean,
  isPassedOver: IsPassedOver,
): string[] {
  const columns = Object.entries(tables)
    .filter(([table]) => isUsed(table))
    .flatMap(([table, types]) => Object.entries(types).map(([column, type]) => ({ table, column, type })))
    .filter(({ table, column, type }) => (isUsed(column) || / key$/.test(type)) && !isPassedOver(table, column));
  return [
    ...Object.entries(schema).map(([dialect, place]) => `schema on ${dialect}: ${place}`),
    ...columns.map(({ table, column, type }) => `column ${table}.${column}: ${type}`),
  ];
}

/** The sets that are named, and those that they name. */
function usedSets(words: ReadonlySet<string>, sets: readonly NamedSet[]): readonly NamedSet[] {
  const known = new Set(words);
  let used: readonly NamedSet[] = [];
  for (let size = -1; size !== used.length; ) {
    size = used.length;
    used = sets.filter(({ name }) => known.has(name.toLowerCase()));
    for (const set of used) for (const word of wordsIn(set)) known.add(word);
  }
  return used;
}

/** In small letters, because names in SQL have no letter case; a note uses nothing. */
function wordsIn(thing: Mapping | NamedSet): Set<string> {
  const texts = textsIn(plain({ ...thing, notes: [] }));
  return new Set(texts.flatMap((text) => text.toLowerCase().match(/\w+/g) ?? []));
}

function textsIn(thing: unknown): string[] {
  if (typeof thing === 'string') return [thing];
  return typeof thing === 'object' && thing !== null ? Object.values(thing).flatMap(textsIn) : [];
}

/** The same without places; a text with its place is its text. */
function plain(thing: unknown): unknown {
  if (Array.isArray(thing)) return thing.map(plain);
  if (typeof thing !== 'object' || thing === null) return thing;
  const entries = Object.entries(thing);
  if (!('path' in thing) || !Array.isArray(thing.path)) return mapped(entries);
  if ('text' in thing && typeof thing.text === 'string') return thing.text;
  return mapped(entries.filter(([key]) => key !== 'file' && key !== 'path'));
}

function mapped(entries: readonly (readonly [string, unknown])[]): Record<string, unknown> {
  return Object.fromEntries(entries.map(([key, value]) => [key, plain(value)]));
}
