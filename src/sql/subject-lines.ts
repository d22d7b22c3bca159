/**
 * Which lines of a difference belong to which subject: what an approval of one change is bound to. Lines are compared
 * among those of the same subject only, so that a neighbour that comes, goes or moves does not alter them.
 */
import { movedPositions } from '../changes/moved-items.js';
import { subjectKey } from '../identifiers/subject.js';
import type { CausesOf } from './diff-object.js';
import type { SqlLine } from './render-statement.js';
import type { RenderedPair } from './script-facts.js';

/** The lines that a subject takes out of an object's part of the script, puts in, and puts elsewhere. */
export interface ChangedLines {
  readonly object: string;
  readonly gone: readonly string[];
  readonly come: readonly string[];
  readonly moved: readonly string[];
}

/** Takes the objects that differ, gives the changed lines of each subject, objects in the order of their names. */
export function subjectLines(pairs: readonly RenderedPair[], owners: CausesOf): Map<string, readonly ChangedLines[]> {
  const found = new Map<string, ChangedLines[]>();
  for (const pair of pairs) for (const [subject, lines] of changedIn(pair, owners)) put(found, subject, lines);
  for (const lines of found.values()) lines.sort((a, b) => (a.object < b.object ? -1 : 1));
  return found;
}

function changedIn(pair: RenderedPair, owners: CausesOf): (readonly [subject: string, lines: ChangedLines])[] {
  const object = (pair.head ?? pair.base)?.object ?? '';
  const base = textsBySubject(pair.base?.lines ?? [], owners);
  const head = textsBySubject(pair.head?.lines ?? [], owners);
  const moved = movedLines(pair);
  const movers = moved.length > 0 ? ownersOfObject(object, owners) : [];
  return [...new Set([...base.keys(), ...head.keys(), ...movers])].flatMap((subject) => {
    const [before, after] = [base.get(subject) ?? [], head.get(subject) ?? []];
    const own = movers.includes(subject) ? moved : [];
    const lines = { object, gone: without(before, after), come: without(after, before), moved: own };
    return lines.gone.length + lines.come.length + own.length === 0 ? [] : [[subject, lines] as const];
  });
}

function textsBySubject(lines: readonly SqlLine[], owners: CausesOf): Map<string, string[]> {
  const texts = new Map<string, string[]>();
  for (const line of lines.filter(isOwn)) {
    for (const subject of subjectsOf(line, owners)) put(texts, subject, textOf(line));
  }
  return texts;
}

function put<T>(into: Map<string, T[]>, key: string, value: T): void {
  const known = into.get(key);
  if (known) known.push(value);
  else into.set(key, [value]);
}

/** A line shows the changes of its items; where none of them changed, of its object; else it stands for itself. */
function subjectsOf({ origins }: SqlLine, owners: CausesOf): readonly string[] {
  const own = origins.flatMap(({ object, itemRef }) => owners(object, itemRef));
  const [first] = origins;
  const found = own.length > 0 ? own : owners(first.object, '');
  return found.length > 0 ? [...new Set(found)] : [subjectKey({ ...first, codeSet: '' })];
}

function ownersOfObject(object: string, owners: CausesOf): readonly string[] {
  const own = owners(object, '');
  return own.length > 0 ? own : [subjectKey({ object, itemRef: '', codeSet: '' })];
}

/**
 * Lines that both sides have, in another order: the fewest whose moving explains it. Lines that stand several times,
 * such as the frame of a guard, are passed over: which of them is which cannot be told, and what moves has others.
 */
function movedLines({ base, head }: RenderedPair): readonly string[] {
  const [before, after] = [singleTexts(base?.lines ?? []), singleTexts(head?.lines ?? [])];
  const places = new Map(before.map((text, index) => [text, index]));
  const kept = after.flatMap((text) => {
    const place = places.get(text);
    return place === undefined ? [] : [{ place, text }];
  });
  return movedPositions(kept.map(({ place }) => place)).flatMap((at) => kept[at]?.text ?? []);
}

/** The texts that stand once, in their order. */
function singleTexts(lines: readonly SqlLine[]): readonly string[] {
  const texts = lines.filter(isOwn).map(textOf);
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return texts.filter((text) => counts.get(text) === 1);
}

/** The texts of one list that the other lacks, each as often as it lacks it. */
function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of others) left.set(text, (left.get(text) ?? 0) + 1);
  return texts.filter((text) => {
    const count = left.get(text) ?? 0;
    left.set(text, count - 1);
    return count <= 0;
  });
}

/** Whether a line says anything by itself. */
function isOwn(line: SqlLine): boolean {
  return textOf(line) !== '';
}

function textOf({ text, bare }: SqlLine): string {
  return bare ?? text;
}
