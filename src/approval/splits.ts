/** Changes that somebody wants in a proposal of their own. */
import type { Draft, Entry, EntryOf } from './entry.js';
import { contentKey, type Unit } from './unit.js';

/** The wishes that nothing came of yet, the first first. */
export function openSplits(entries: readonly Entry[]): readonly EntryOf<'split'>[] {
  const done = new Set(entries.flatMap((entry) => (entry.kind === 'split-done' ? entry.voids : [])));
  return entries.flatMap((entry) => (entry.kind === 'split' && !done.has(entry.number) ? [entry] : []));
}

/** Those of the changes that are still as they were when somebody wished it. */
export function stillWanted(wish: EntryOf<'split'>, units: readonly Unit[]): readonly Unit[] {
  const wanted = new Set(wish.covers.map(contentKey));
  return units.filter((unit) => wanted.has(contentKey(unit)));
}

/** What came of a wish. */
export interface SplitEnd {
  readonly at: string;
  /** Number of the pull request that has the changes now; 0 where there is none. */
  readonly pull: number;
  /** Why there is none; `''` where there is one. */
  readonly reason: string;
}

/** The note of what came of it. */
export function noteSplit({ number, commit, covers }: EntryOf<'split'>, { at, pull, reason }: SplitEnd): Draft {
  return { kind: 'split-done', at, who: null, source: '', words: '', commit, covers, voids: [number], pull, reason };
}

/** What came of the wishes that were said at one place: `comment 456`. */
export function splitsSaidIn(entries: readonly Entry[], source: string): readonly EntryOf<'split-done'>[] {
  const own = entries.filter((entry) => entry.kind === 'split' && entry.source === source).map(({ number }) => number);
  return entries.filter(
    (entry): entry is EntryOf<'split-done'> =>
      entry.kind === 'split-done' && entry.voids.some((number) => own.includes(number)),
  );
}
