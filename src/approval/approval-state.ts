/** How the approval of a pull request stands, as data: what the check, the comment, the page and the agenda show. */
import type { TrackRule } from '../config/policy.js';
import type { Counted, Discounted } from './count.js';
import type { EntryOf } from './entry.js';
import type { Member } from './roll.js';
import type { Objection } from './standing.js';
import type { Unit } from './unit.js';

/**
 * `nothing-needed`: nobody is asked; `agreed`; `overridden`: by the chair; `waiting`: for people or for a date;
 * `objected`; `held`; `not-ready`: the review has an error; `no-policy`: somebody is needed and nobody is named.
 */
export type ApprovalStanding =
  | 'nothing-needed'
  | 'agreed'
  | 'overridden'
  | 'waiting'
  | 'objected'
  | 'held'
  | 'not-ready'
  | 'no-policy';

/** States in which the proposal may be merged. */
export const PASSING: readonly ApprovalStanding[] = ['nothing-needed', 'agreed', 'overridden'];

/** What a unit still lacks. */
export interface Lacking {
  /** How many people more. */
  readonly members: number;
  /** How many organisations more. */
  readonly organisations: number;
  /** CMS for which nobody has spoken. */
  readonly cms: readonly string[];
  /** The end of the time for comments, where that is to come; else null. */
  readonly until: string | null;
}

/** One unit with what the policy asks for it and who agreed. */
export interface UnitState {
  readonly unit: Unit;
  /** Somebody said what it is. */
  readonly classified: EntryOf<'classify'> | null;
  readonly need: TrackRule;
  /** False where the policy asks nobody. */
  readonly isAsked: boolean;
  readonly counted: readonly Counted[];
  readonly lacking: Lacking;
  readonly isMet: boolean;
  /** Members whose word would bring it nearer. */
  readonly deciders: readonly Member[];
  /** The policy names too few people for it to be met at all. */
  readonly isOutOfReach: boolean;
}

/** What became of the content since somebody last decided on it. */
export interface Since {
  readonly name: string;
  readonly at: string;
  readonly commit: string;
  /** Units that they approved, or saw, and that are something else now. */
  readonly altered: readonly Alteration[];
  /** Units that have come since. */
  readonly added: readonly string[];
  /** Units that are gone since. */
  readonly gone: readonly string[];
}

/** What is not as it was: the change itself, or only the SQL of some targets. */
export interface Alteration {
  readonly id: string;
  readonly wasApproved: boolean;
  readonly isChanged: boolean;
  readonly targets: readonly string[];
}

/** An approval that does not count, with the units it would have counted for. */
export interface DiscountedVote extends Discounted {
  readonly units: readonly string[];
}

/** What has become of an override. */
export interface Override {
  readonly entry: EntryOf<'override'>;
  readonly isSame: boolean;
  readonly isValid: boolean;
}

/** Everything about the approval of one content. */
export interface ApprovalState {
  readonly state: ApprovalStanding;
  readonly commit: string;
  readonly units: readonly UnitState[];
  /** Open objections against what is proposed now. */
  readonly objections: readonly Objection[];
  /** Objections against content that is gone. */
  readonly lapsed: readonly Objection[];
  readonly hold: EntryOf<'hold'> | null;
  /** Objections of people who are not of the group any more: they do not count, and that is said. */
  readonly former: readonly Objection[];
  /** An override of the chair: valid for the same content only, and from who is of the group and wrote none of it. */
  readonly override: Override | null;
  readonly discounted: readonly DiscountedVote[];
  readonly since: readonly Since[];
  /** Authors whose address belongs to no account: nobody can tell whether they are among those who decide. */
  readonly unknownAuthors: readonly string[];
  /** Who gave a review on a commit of which nobody knows what it showed. */
  readonly unheard: readonly string[];
}
