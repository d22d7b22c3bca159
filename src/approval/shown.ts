/** What stood on the pull request when: a word covers what its speaker had before them, not what came after. */
import { append, type Draft, type Entry, type EntryOf, inTime, type ShownUnit } from './entry.js';
import { contentKey, coveredOf, type Unit } from './unit.js';

/** The content of a pull request at one commit. */
export interface Content {
  readonly commit: string;
  readonly units: readonly Unit[];
}

type Shown = EntryOf<'shown'>;

/** Every note of what was shown, in the order of time. */
export function shownIn(entries: readonly Entry[]): readonly Shown[] {
  return inTime(entries).filter((entry) => entry.kind === 'shown');
}

/** The units of a note; where it says that they are those of an earlier one, of that one. */
export function unitsShown(entries: readonly Entry[], number: number): readonly ShownUnit[] {
  const found = entries.find((entry) => entry.number === number);
  if (found?.kind !== 'shown') return [];
  const same = found.same === 0 ? found : entries.find((entry) => entry.number === found.same);
  return same?.kind === 'shown' ? same.units : [];
}

/**
 * The note that this content stands there from now on, or null where the last note says so already. `at` must not be
 * earlier than when people could read it: a word between the two would count for what its speaker had not seen.
 */
export function noteShown(entries: readonly Entry[], { commit, units }: Content, at: string): Draft | null {
  const last = shownIn(entries).at(-1);
  const before = last ? unitsShown(entries, last.number) : null;
  const isSame = before !== null && isSameContent(before, units);
  if (isSame && last?.commit === commit) return null;
  const same = isSame && last ? last.same || last.number : 0;
  const note = units.map(({ track, groups, ...unit }) => ({ ...coveredOf(unit), track, groups }));
  return {
    kind: 'shown',
    at,
    who: null,
    source: '',
    words: '',
    commit,
    covers: [],
    units: isSame ? [] : note,
    same,
  };
}

/** The record with that note, where one is due. */
export function withShown(entries: readonly Entry[], content: Content, at: string): readonly Entry[] {
  const note = noteShown(entries, content, at);
  return note ? append(entries, [note]) : entries;
}

/** What stood there at a moment: who spoke then had it before them. */
export function shownAt(entries: readonly Entry[], at: string): Shown | null {
  return shownIn(entries).findLast((entry) => Date.parse(entry.at) <= Date.parse(at)) ?? null;
}

/** What stood there for a commit, as it was last known at a moment; a review says which commit it is about. */
export function shownFor(entries: readonly Entry[], commit: string, at: string): Shown | null {
  const own = shownIn(entries).filter((entry) => entry.commit === commit);
  return own.findLast((entry) => Date.parse(entry.at) <= Date.parse(at)) ?? own[0] ?? null;
}

function isSameContent(before: readonly ShownUnit[], units: readonly Unit[]): boolean {
  const keys = (list: readonly (ShownUnit | Unit)[]) => JSON.stringify(list.map(displayKey).sort());
  return keys(before) === keys(units);
}

/** Another identifier, track or group is shown anew, though it is the same content. */
function displayKey(unit: ShownUnit | Unit): string {
  return JSON.stringify([unit.id, contentKey(unit), unit.track, unit.groups]);
}
