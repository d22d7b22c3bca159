/** Errors with the changes that caused them; many of one cause are one line. */
import type { ChangeKind } from '../changes/change-kinds.js';
import type { JudgedChange } from '../review.js';
import type { Finding } from '../specification/finding.js';
import { aloneLine } from './change-lines.js';
import { findingLine } from './finding-lines.js';
import { CAUSED_BY, errorCrowd, placesNote } from './messages.js';
import { EXAMPLES, type Line, placeOf } from './parts.js';
import { joined, name, type Phrase, say } from './phrase.js';
import { grouped } from './tally.js';

/** The lines, and the changes that they name as causes. */
export interface ErrorLines {
  readonly lines: readonly Line[];
  readonly causes: ReadonlySet<JudgedChange>;
}

interface Caused {
  readonly error: Finding;
  readonly causes: readonly JudgedChange[];
}

/**
 * Errors of one rule that expect the same and come from the same change are one thing to mend: a line with their number
 * and the first places. Errors whose cause is not known stay apart.
 */
export function errorLines(errors: readonly Finding[], changes: readonly JudgedChange[]): ErrorLines {
  const causesOf = causeFinder(changes);
  const caused = errors.map((error): Caused => ({ error, causes: causesOf(error) }));
  const places = new Map(changes.map((change, index) => [change, index]));
  const keyOf = ({ error: { rule, expected }, causes }: Caused) =>
    JSON.stringify([rule, expected, causes.map((change) => places.get(change))]);
  const lines = [...grouped(caused, keyOf).values()].flatMap((same) => {
    const isCrowd = same.length > EXAMPLES && same.some(({ causes }) => causes.length > 0);
    return isCrowd ? crowdLine(same) : same.map(errorLine);
  });
  return { lines, causes: new Set(caused.flatMap(({ causes }) => causes)) };
}

function errorLine({ error, causes }: Caused): Line {
  const line = findingLine(error);
  return { ...line, notes: [...line.notes, ...causeNotes(causes)] };
}

function crowdLine(same: readonly Caused[]): Line[] {
  return same.slice(0, 1).map(({ error, causes }) => {
    const line = findingLine(error);
    const first = same.slice(0, EXAMPLES).map((each) => name(placeOf(each.error)));
    const places = placesNote(first, same.length - first.length);
    const sentence = errorCrowd(same.length, line.sentence);
    return { ...line, subject: [], sentence, notes: [...line.notes, places, ...causeNotes(causes)] };
  });
}

function causeNotes(causes: readonly JudgedChange[]): Phrase[] {
  return causes.slice(0, EXAMPLES).map((change) => say`${CAUSED_BY} ${sentenceAlone(aloneLine(change))}`);
}

function sentenceAlone({ subject, sentence }: Line): Phrase {
  return joined(
    [subject, sentence].filter((phrase) => phrase.length > 0),
    ': ',
  );
}

/** The changes of the very item that the rule blocks; else those that took away what the finding looks for. */
function causeFinder(changes: readonly JudgedChange[]): (error: Finding) => readonly JudgedChange[] {
  const pairs = changes.flatMap((change) => change.blockedBy.map((rule) => ({ rule, change })));
  const blocked = grouped(pairs, ({ rule, change }) => causeKey(rule, change));
  const freed = grouped(changes, freedName);
  return (error) => {
    const own = blocked.get(causeKey(error.rule, error))?.map(({ change }) => change);
    const sought = error.value ?? '';
    return own ?? freed.get(sought) ?? freed.get(sought.split('.', 1)[0] ?? '') ?? [];
  };
}

function causeKey(rule: string, { object, itemRef }: { readonly object: string; readonly itemRef: string }): string {
  return JSON.stringify([rule, object, itemRef]);
}

/** Kinds after which an item cannot be found under its name, and those after which an object cannot. */
const FREES_ITEM: ReadonlySet<ChangeKind> = new Set(['item-removed', 'item-renamed', 'item-moved'] as const);
const FREES_OBJECT: ReadonlySet<ChangeKind> = new Set(['object-removed', 'object-renamed'] as const);

/** `object.item` or `object` that is no longer there; null where the change takes no name away. */
function freedName({ kind, was, before }: JudgedChange): string | null {
  if (FREES_OBJECT.has(kind)) return String(before);
  return FREES_ITEM.has(kind) && was ? `${was.object}.${was.name}` : null;
}
