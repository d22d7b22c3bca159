/** What the App notes itself at the end of a proposal, and what people asked it to do meanwhile. */
import { type Draft, type Entry, type EntryOf, inTime, type Speaker } from './entry.js';
import { type Member, memberByLogin } from './roll.js';
import type { Content } from './shown.js';
import { changeKey, standingOf } from './standing.js';
import { contentKey, coveredOf, type Unit } from './unit.js';

/** The note that this content was agreed to when it was merged: what the change log refers to. */
export function noteAgreed({ commit, units }: Content, at: string): Draft {
  return { kind: 'agreed', at, who: null, source: '', words: '', commit, covers: units.map(coveredOf) };
}

/** A merge: of what, by whom, and whether it went over a failing check. */
export interface Merge extends Content {
  readonly at: string;
  readonly by: Speaker;
  readonly forced: boolean;
}

/** The note of a merge. */
export function noteMerged({ commit, units, at, by, forced }: Merge): Draft {
  return { kind: 'merged', at, who: by, source: '', words: '', commit, covers: units.map(coveredOf), forced };
}

/** What people said that the records have to follow, by subject. */
export interface Instructions {
  /** Types that somebody of the group gave; they win over evidence and statement. */
  readonly types: ReadonlyMap<string, string>;
  /** Reasons for the change log. */
  readonly reasons: ReadonlyMap<string, string>;
  /** Units that somebody wants in a proposal of their own, and that are still in this one. */
  readonly splits: readonly Unit[];
}

/** Takes the record and what is proposed now, gives what is to be done with it. */
export function instructionsOf(
  entries: readonly Entry[],
  units: readonly Unit[],
  roll: readonly Member[],
): Instructions {
  const { types } = standingOf(entries, roll);
  const isMember = ({ who }: EntryOf<'classify'>) => memberByLogin(roll, who?.login ?? '') !== undefined;
  const given = units.flatMap((unit) => {
    const entry = types.get(changeKey(unit));
    return entry && isMember(entry) ? [[unit.subject, entry.type] as const] : [];
  });
  return { types: new Map(given), reasons: reasonsIn(entries, units), splits: splitsIn(entries, units) };
}

/** The latest of each subject; it stays when the change is altered. */
function reasonsIn(entries: readonly Entry[], units: readonly Unit[]): Map<string, string> {
  const current = new Set(units.map(({ subject }) => subject));
  const said = inTime(entries).filter((entry) => entry.kind === 'reason');
  const each = said.flatMap(({ covers, reason }) => covers.map(({ subject }) => [subject, reason] as const));
  return new Map(each.filter(([subject]) => current.has(subject)));
}

function splitsIn(entries: readonly Entry[], units: readonly Unit[]): readonly Unit[] {
  const wanted = new Set(entries.flatMap((entry) => (entry.kind === 'split' ? entry.covers.map(contentKey) : [])));
  return units.filter((unit) => wanted.has(contentKey(unit)));
}
