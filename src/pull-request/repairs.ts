/** Lint findings that one line can mend: a table, one row a rule. Rules without a row leave the mending to a person. */
import { nearest } from '../lint/nearest.js';
import { HIDDEN_CHARACTER } from '../lint/shown.js';
import { termsOf } from '../lint/terms.js';
import type { Finding } from '../specification/finding.js';
import type { Specification } from '../specification/model.js';
import type { Term, Vocabulary } from '../specification/vocabulary.js';

/** What is known beside the finding: the head's specification and the base's vocabulary. */
export interface RepairContext {
  readonly specification: Specification;
  readonly vocabulary: Vocabulary;
}

/** The lines in place of the one that has the finding, none to delete it; null where the repair is not clear. */
type Repair = (line: string, finding: Finding, context: RepairContext) => readonly string[] | null;

/** The one value that a written one must mean, or null. */
type Meaning = (written: string, context: RepairContext, finding: Finding) => string | null;

const REPAIRS: Readonly<Record<string, Repair>> = {
  'type-case': replacing((written, { vocabulary }) => onlyNearest(written, vocabulary.types.map(nameOf), 0)),
  'unknown-type': replacing((written, { vocabulary }) => onlyNearest(written, vocabulary.types.map(nameOf))),
  'unknown-return': replacing((written, { vocabulary }) => onlyMeant(written, vocabulary.returns)),
  'unknown-cms': replacing((written, { vocabulary }) => onlyMeant(written, vocabulary.cms)),
  'older-spelling': replacing((written, { vocabulary }, { path }) =>
    onlyMeant(written, path.includes('returns') ? vocabulary.returns : vocabulary.cms),
  ),
  'unknown-constraint': replacing((written, { vocabulary }) => onlyNearest(written, vocabulary.constraints)),
  'unknown-code-set': replacing((written, { specification }) =>
    onlyNearest(written, specification.codeSets.map(nameOf)),
  ),
  'foreign-key-dangling': replacing((written, { specification }) => onlyNearest(written, placesOf(specification), 2)),
  'foreign-key-malformed': replacing((written, { specification }) => onlyPlaceIn(written, placesOf(specification))),
  'text-misspelt': misspelling,
  'text-hidden-character': withoutHidden,
  'list-duplicate': secondEntry,
  'size-on-unsized-type': (line) => (/^\s*size:\s/.test(line) ? [] : null),
};

/** Applies the row of the finding's rule to its line; null where there is none, or where it does not fit the line. */
export function repair(line: string, finding: Finding, context: RepairContext): readonly string[] | null {
  const row = Object.hasOwn(REPAIRS, finding.rule) ? REPAIRS[finding.rule] : undefined;
  const lines = row?.(line, finding, context) ?? null;
  return lines?.[0] === line ? null : lines;
}

/** Values that need no quotes in YAML: names of ours, and of what the specification has. */
const PLAIN = /^[A-Za-z][\w.]*$/;

function replacing(meaning: Meaning): Repair {
  return (line, finding, context) => {
    const written = finding.value ?? '';
    const meant = meaning(written, context, finding);
    return meant !== null && PLAIN.test(meant) ? replaceOnly(line, written, meant) : null;
  };
}

/** The value stands once before any comment, with nothing of a name on either side. */
function replaceOnly(line: string, written: string, meant: string): readonly string[] | null {
  const [code = ''] = line.split(/(?<=\s)#/, 1);
  const escaped = written.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const places =
    written === '' ? [] : [...code.matchAll(new RegExp(`(?<![\\w-]|\\w\\.)${escaped}(?![\\w-]|\\.\\w)`, 'gu'))];
  const [place, another] = places;
  if (!place || another) return null;
  return [line.slice(0, place.index) + meant + line.slice(place.index + written.length)];
}

/** The nearest value, unless another is as near. */
function onlyNearest(written: string, known: readonly string[], most?: number): string | null {
  const first = nearest(written, known, most);
  return first === nearest(written, known.toReversed(), most) ? first : null;
}

function onlyMeant(written: string, vocabulary: readonly Term[]): string | null {
  const [first, another] = termsOf(vocabulary).meant(written);
  const [last] = termsOf(vocabulary.toReversed()).meant(written);
  return first !== undefined && another === undefined && first === last ? first : null;
}

/** Of a foreign key with words around it: the one place of the specification that they stand around. */
function onlyPlaceIn(written: string, places: readonly string[]): string | null {
  const named = new Set(written.match(/\w+\.\w+/g) ?? []);
  const known = places.filter((place) => named.has(place));
  return known.length === 1 ? (known[0] ?? null) : null;
}

function placesOf({ objects }: Specification): string[] {
  return objects.flatMap(({ items }) => items.map(({ object, name }) => `${object}.${name}`));
}

function nameOf({ name }: { readonly name: string }): string {
  return name;
}

/** The right spelling is in small letters; a capital at the beginning stays one. */
function misspelling(line: string, { value = '', expected }: Finding): readonly string[] | null {
  const found = value.slice(value.indexOf(' ') + 1);
  const meant = /^[A-Z]/.test(found) ? expected.charAt(0).toUpperCase() + expected.slice(1) : expected;
  return replaceOnly(line, found, meant);
}

function withoutHidden(line: string): readonly string[] {
  return [line.replace(new RegExp(HIDDEN_CHARACTER, 'gu'), '')];
}

/** The second of two equal entries goes when it has a line of its own, without a comment that would be lost. */
function secondEntry(line: string, { value = '' }: Finding): readonly string[] | null {
  const entry = value.slice(value.indexOf(' ') + 1);
  const [, written] = /^\s*- (.*\S)\s*$/.exec(line) ?? [];
  return written === entry || written === `'${entry}'` || written === `"${entry}"` ? [] : null;
}
