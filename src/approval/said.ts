/** What somebody said, and everything that is known around it: what commands are judged on. */
import type { Policy } from '../config/policy.js';
import type { Common, Entry, EntryOf, ShownUnit, Speaker } from './entry.js';
import type { Author, Member } from './roll.js';
import { unitsShown } from './shown.js';
import type { Choice } from './targets.js';
import { type Covered, contentKey, coveredOf, type Unit } from './unit.js';

/** How a pull request stands when something is heard. */
export interface Situation {
  /** Of the base branch, at this moment. */
  readonly policy: Policy;
  readonly roll: readonly Member[];
  /** Types that there are: `config.changeTypes`. */
  readonly changeTypes: readonly string[];
  /** What stands on the pull request now. */
  readonly units: readonly Unit[];
  /** Authors, co-authors and committers of every commit, and who opened the pull request. */
  readonly authors: readonly Author[];
  /** Login of the App's own account, which is never heard. */
  readonly botLogin: string;
  /** ISO 8601, UTC. */
  readonly now: string;
}

/** The note of what stood there when somebody spoke; number 0 where nothing did yet. */
export type Saw = Pick<EntryOf<'shown'>, 'number' | 'commit'>;

/** One thing that somebody said. */
export interface Said {
  readonly situation: Situation;
  /** The record so far. */
  readonly entries: readonly Entry[];
  readonly speaker: Speaker;
  /** What the speaker had before them. */
  readonly saw: Saw;
  readonly at: string;
  readonly source: string;
  /** The line, or the text of a review. */
  readonly words: string;
  /** What follows the command. */
  readonly rest: string;
}

/** The units that the speaker had before them. */
export function sawUnits({ entries, saw }: Said): readonly ShownUnit[] {
  return unitsShown(entries, saw.number);
}

/** What the speaker can mean. */
export function choiceOf(said: Said): Choice {
  const { units, changeTypes } = said.situation;
  return { shown: sawUnits(said), current: units, tracks: ['cosmetic', 'documentation', ...changeTypes] };
}

/** What every entry of this word has. */
export function commonOf(
  { at, speaker, source, words, saw }: Said,
  covers: readonly Covered[] = [],
): Omit<Common, 'number'> {
  return { at, who: speaker, source, words, commit: saw.commit, covers: covers.map(coveredOf) };
}

/** Of the units that were shown, those that stand there now just the same, and those that do not. */
export function byStanding(
  shown: readonly ShownUnit[],
  current: readonly Unit[],
): { readonly standing: readonly Unit[]; readonly changed: readonly ShownUnit[] } {
  const known = new Map(current.map((unit) => [contentKey(unit), unit]));
  return {
    standing: shown.flatMap((unit) => known.get(contentKey(unit)) ?? []),
    changed: shown.filter((unit) => !known.has(contentKey(unit))),
  };
}
