/** One sentence of plain English for each kind of change, with the old and the new value. */
import type { Value } from '../changes/change.js';
import type { ChangeKind } from '../changes/change-kinds.js';
import type { JudgedChange } from '../review.js';
import { cut, joined, name, type Phrase, plain, say, value, words } from './phrase.js';
import { quotation, textDifference } from './text-difference.js';

type Sentence = (change: JudgedChange) => Phrase;

/** How many entries of a list are named. */
const MOST_ENTRIES = 6;

/** Every kind has its sentence: a new kind without one does not compile. */
const SENTENCES: Record<ChangeKind, Sentence> = {
  'object-added': ({ object }) => say`data object ${name(object)} is new`,
  'object-removed': ({ object }) => say`data object ${name(object)} is removed`,
  'object-renamed': ({ before, object }) => say`data object ${name(text(before))} is renamed ${name(object)}`,
  'item-order-changed': orderSentence,
  'object-mapping-changed': rowsSentence,
  'item-added': (change) => say`${name(change.name)} is new${facts(change.after)}`,
  'item-removed': (change) => say`${name(change.name)} is removed${facts(change.before)}`,
  'item-renamed': ({ before, after }) => say`${name(text(before))} is renamed ${name(text(after))}`,
  'item-moved': ({ before, after }) => say`moves from ${name(text(before))} to ${name(text(after))}`,
  'item-ref-changed': step('item_ref'),
  'item-type-changed': step('type'),
  'item-size-changed': step('size', (size) => (size === 'max' ? 'unlimited' : text(size))),
  'item-primary-key-changed': ({ after }) =>
    after ? words('becomes a primary key') : words('is no primary key any more'),
  'item-constraints-changed': entries('constraints'),
  'item-foreign-key-changed': step('foreign key'),
  'item-validators-changed': ({ part, after }) =>
    after ? say`becomes ${value(part)}` : say`is not ${value(part)} any more`,
  'item-cms-changed': entries('CMS'),
  'item-cms-field-changed': mapping('source field'),
  'item-cms-table-changed': mapping('source table'),
  'item-mapping-changed': sourceSentence,
  'item-returns-changed': entries('returns'),
  'item-categories-changed': entries('categories'),
  'item-code-set-changed': step('code set'),
  'item-description-changed': prose(words('description')),
  'item-guidance-changed': prose(words('guidance')),
  'item-metadata-changed': prose(words('metadata (edited by hand)')),
  'code-set-value-added': ({ part, after }) => say`code ${name(part)} is new${meaning(after)}`,
  'code-set-value-removed': ({ part, before }) => say`code ${name(part)} is removed${meaning(before)}`,
  'code-set-value-redefined': (change) => prose(say`code ${name(change.part)}`)(change),
};

/** The change as a phrase, values marked as what they are. */
export function changePhrase(change: JudgedChange): Phrase {
  return SENTENCES[change.kind](change);
}

/** One line of plain English: `type nvarchar becomes datetime`. */
export function describeChange(change: JudgedChange): string {
  return plain(changePhrase(change));
}

/** `type nvarchar becomes datetime`, `foreign key added: ssd_person.pers_person_id`. */
function step(what: Phrase | string, show = text): Sentence {
  return ({ before, after }) => {
    if (isNone(before)) return say`${what} added: ${value(show(after))}`;
    if (isNone(after)) return say`${what} removed, was ${value(show(before))}`;
    return say`${what} ${value(show(before))} becomes ${value(show(after))}`;
  };
}

/** `returns gain SEN2, lose CIN`. */
function entries(what: Phrase | string): Sentence {
  return ({ before, after }) => {
    const gained = without(list(after), list(before));
    const lost = without(list(before), list(after));
    if (gained.length + lost.length === 0) return say`${what} in another order`;
    const parts = [...part('gain', gained), ...part('lose', lost)];
    return say`${what} ${joined(parts, ', ')}`;
  };
}

function part(verb: string, values: readonly string[]): Phrase[] {
  if (values.length === 0) return [];
  const shown = values.slice(0, MOST_ENTRIES).map(value);
  const more = values.length > MOST_ENTRIES ? ` and ${values.length - MOST_ENTRIES} more` : '';
  return [say`${verb} ${joined(shown, ', ')}${more}`];
}

/** `source field in mosaic A becomes B`, of `cms:value` pairs; other lists gain and lose. */
function mapping(what: string): Sentence {
  return (change) => {
    const before = byCms(change.before);
    const after = byCms(change.after);
    if (!before || !after) return entries(`${what}s`)(change);
    const names = [...new Set([...before.keys(), ...after.keys()])];
    const steps = names.flatMap((cms) => {
      const sides = { ...change, before: before.get(cms) ?? null, after: after.get(cms) ?? null };
      return sides.before === sides.after ? [] : [step(say`${what} in ${value(cms)}`)(sides)];
    });
    return steps.length === 0 ? entries(`${what}s`)(change) : joined(steps, '; ');
  };
}

/** `mapping in mosaic: “p.SEX” becomes “upper(p.SEX)”`. */
function sourceSentence({ before, after, ...change }: JudgedChange): Phrase {
  const [old, young] = [valuesByName(before, /^([^:]*):(.*)$/s), valuesByName(after, /^([^:]*):(.*)$/s)];
  const sides = namesOf(old, young).map((cms) => ({
    what: say`mapping in ${value(cms)}`,
    sides: [old.get(cms), young.get(cms)],
  }));
  return joined(
    sides.map(({ what, sides: [from, to] }) => prose(what)({ ...change, before: from ?? null, after: to ?? null })),
    '; ',
  );
}

/** `rows read for ssd_person: mosaic where removed, was “p.SEX = 1”`; one name can stand several times. */
function rowsSentence({ object, before, after, ...change }: JudgedChange): Phrase {
  const [old, young] = [valuesByName(before, /^(.*?): (.*)$/s), valuesByName(after, /^(.*?): (.*)$/s)];
  const names = namesOf(old, young);
  const told = names.slice(0, MOST_ENTRIES).map((fact) => {
    const what = value(fact.replace(':', ' '));
    return prose(what)({ ...change, object, before: old.get(fact) ?? null, after: young.get(fact) ?? null });
  });
  const more = names.length > MOST_ENTRIES ? ` and ${names.length - MOST_ENTRIES} more` : '';
  return say`rows read for ${name(object)}: ${joined(told, '; ')}${more}`;
}

function valuesByName(values: Value, form: RegExp): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const entry of list(values)) {
    const [, label = '', content = entry] = form.exec(entry) ?? [];
    found.set(label, found.has(label) ? `${found.get(label)} | ${content}` : content);
  }
  return found;
}

function namesOf(...sides: readonly ReadonlyMap<string, string>[]): string[] {
  return [...new Set(sides.flatMap((side) => [...side.keys()]))];
}

/** Null where the list is not one value for each CMS. */
function byCms(values: Value): ReadonlyMap<string, string> | null {
  const pairs = list(values).map((entry) => /^([^:]*):(.*)$/s.exec(entry));
  const found = new Map(pairs.flatMap((pair) => (pair ? [[pair[1] ?? '', pair[2] ?? '']] : [])) as [string, string][]);
  return found.size === pairs.length ? found : null;
}

/** `description: “… gender of the …” becomes “… sex of the …”`. */
function prose(what: Phrase): Sentence {
  return ({ before, after }) => {
    if (isNone(before)) return say`${what} added: ${quotation(text(after))}`;
    if (isNone(after)) return say`${what} removed, was ${quotation(text(before))}`;
    const { same, gone, added, old, now } = textDifference(text(before), text(after));
    if (same) return say`${what} differs in white space only`;
    if (gone.length === 0) return say`${what} gains ${added}`;
    return added.length === 0 ? say`${what} loses ${gone}` : say`${what}: ${old} becomes ${now}`;
  };
}

/** Entries are `name place`: where the items that moved stood, and where they stand. */
function orderSentence({ before, after }: JudgedChange): Phrase {
  const places = new Map(list(before).map(nameAndPlace));
  const moves = list(after).map(nameAndPlace);
  const shown = moves.slice(0, MOST_ENTRIES).map(([item, now]) => {
    const was = places.get(item);
    return was ? say`${name(item)} moves from place ${was} to ${now}` : say`${name(item)} moves to place ${now}`;
  });
  const more = moves.length > MOST_ENTRIES ? `, and ${moves.length - MOST_ENTRIES} more move` : '';
  return say`order of the items: ${joined(shown, ', ')}${more}`;
}

function nameAndPlace(entry: string): [string, string] {
  const at = entry.lastIndexOf(' ');
  return [entry.slice(0, at), entry.slice(at + 1)];
}

/** What is worth knowing of an item that is new or gone, without its name. */
function facts(summary: Value): Phrase {
  const known = list(summary).filter((fact) => !fact.startsWith('name: '));
  return known.length === 0 ? [] : say`: ${joined(known.map(fact), ', ')}`;
}

function fact(entry: string): Phrase {
  const at = entry.indexOf(': ');
  if (at === -1) return value(entry);
  const [label, content] = [entry.slice(0, at), entry.slice(at + 2)];
  return label === 'description' ? say`description ${quotation(content)}` : say`${cut(label, 40)} ${value(content)}`;
}

function meaning(description: Value): Phrase {
  return isNone(description) ? [] : say`: ${quotation(text(description))}`;
}

function isNone(found: Value): boolean {
  return found === null || found === '' || (Array.isArray(found) && found.length === 0);
}

function text(found: Value): string {
  return found === null ? 'none' : String(found);
}

function list(found: Value): readonly string[] {
  return Array.isArray(found) ? found : found === null ? [] : [String(found)];
}

/** Entries of the first list beyond those in the second; one that stands twice is taken off once. */
function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const entry of taken) left.set(entry, (left.get(entry) ?? 0) + 1);
  return all.filter((entry) => {
    const count = left.get(entry) ?? 0;
    left.set(entry, count - 1);
    return count <= 0;
  });
}
