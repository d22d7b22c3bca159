/** What the App notes itself at the end of a proposal. */
import type { Draft, Speaker } from './entry.js';
import type { Content } from './shown.js';
import { coveredOf } from './unit.js';

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
