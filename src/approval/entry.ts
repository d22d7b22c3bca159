/** An entry of the record: something that was shown, said, or came of it. Entries are added and never changed. */
import type { Role } from '../config/policy.js';
import type { Covered, Track } from './unit.js';

/** Who spoke, as the policy knew them at that moment; who is not of the steering group has no organisation. */
export interface Speaker {
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/** What was shown of a unit beyond its content, so that `g3` and `documentation` mean what their reader saw. */
export interface ShownUnit extends Covered {
  readonly track: Track;
  readonly groups: readonly string[];
}

/** Who decided in a meeting, and in which. */
export interface Minuted {
  readonly organisations: readonly string[];
  readonly people: readonly string[];
  /** `yyyy-mm-dd`. */
  readonly meeting: string;
}

/**
 * One row a kind: what an entry has beyond what every entry has.
 *
 * `shown`: the content that stood on the pull request from then on; `same` is the number of an earlier one with equal
 * content. `reason` of the kind goes to the change log. `dismissed`: a review that somebody took the weight from; one
 * that was never heard covers what its speaker may not have agreed to.
 * `split-done`: the changes are in the pull request `pull`, or for the reason given in none.
 * `merged` and `agreed` close the record; `forced` is a merge over a failing check.
 */
export const ENTRY_KINDS = {
  shown: ['units', 'same'],
  approve: ['saw'],
  object: ['saw', 'reason'],
  resolve: ['saw'],
  hold: ['reason'],
  unhold: [],
  classify: ['saw', 'type', 'reason'],
  reason: ['saw', 'reason'],
  split: ['saw'],
  'split-done': ['voids', 'pull', 'reason'],
  override: ['saw', 'reason'],
  minute: ['saw', 'minuted'],
  withdraw: ['voids'],
  dismissed: ['voids'],
  merged: ['forced'],
  agreed: [],
} as const satisfies Record<string, readonly (keyof EntryParts)[]>;

/** What an entry is. */
export type EntryKind = keyof typeof ENTRY_KINDS;

/** What only some kinds have. */
export interface EntryParts {
  readonly units: readonly ShownUnit[];
  /** Number of the `shown` entry whose content this is too; 0 where it is new. */
  readonly same: number;
  /** Number of the `shown` entry that the speaker had before them. */
  readonly saw: number;
  readonly reason: string;
  readonly type: string;
  readonly minuted: Minuted;
  /** Number of a pull request; 0 for none. */
  readonly pull: number;
  /** Numbers of the entries that count no longer, or are done. */
  readonly voids: readonly number[];
  readonly forced: boolean;
}

/** As much of what somebody wrote as the record keeps, in code units. */
export const LONGEST_WORDS = 4_000;

/** What every entry has. */
export interface Common {
  /** Its place in the file: 1, 2, 3, ... */
  readonly number: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null for what the App notes itself. */
  readonly who: Speaker | null;
  /** Where it was said: `comment 456`, `review 123`; `''` for what the App notes itself. */
  readonly source: string;
  /** What was said, as it was written. */
  readonly words: string;
  /** Head commit that it is about. */
  readonly commit: string;
  /** What it is about. */
  readonly covers: readonly Covered[];
}

/** An entry of a kind, or of one of several. */
export type EntryOf<K extends EntryKind> = K extends EntryKind
  ? Common & { readonly kind: K } & Pick<EntryParts, (typeof ENTRY_KINDS)[K][number]>
  : never;

/** Any entry. */
export type Entry = EntryOf<EntryKind>;

/** An entry that has no place in the file yet. */
export type Draft = { [K in EntryKind]: Omit<EntryOf<K>, 'number'> }[EntryKind];

/** The entries with more at their end, numbered on. */
export function append(entries: readonly Entry[], drafts: readonly Draft[]): readonly Entry[] {
  const last = entries.at(-1)?.number ?? 0;
  return [...entries, ...drafts.map((draft, index) => ({ ...draft, number: last + index + 1 }) as Entry)];
}

/** The entries in the order of time; those of one moment in the order in which they were written. */
export function inTime(entries: readonly Entry[]): readonly Entry[] {
  return entries.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || a.number - b.number);
}
