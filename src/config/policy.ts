/** The approval policy: who decides, and how many of them a change needs. Data only; approval/ judges by it. */

/** `chair` may override, hold and minute; `secretary` may minute. */
export type Role = 'chair' | 'secretary';

/** One person of the steering group. */
export interface PolicyPerson {
  /** Account on GitHub; `''` for a person who is not there, and whose decisions are minuted. */
  readonly login: string;
  readonly name: string;
  readonly organisation: string;
  /** CMS that the person answers for: `mosaic`. */
  readonly speaksFor: readonly string[];
  readonly roles: readonly Role[];
}

/** A team on GitHub whose members all count for one organisation. */
export interface PolicyTeam {
  /** `organisation/slug`. */
  readonly team: string;
  readonly organisation: string;
  readonly speaksFor: readonly string[];
}

/** What a track needs. */
export interface TrackRule {
  /** How many people of the steering group agree. */
  readonly members: number;
  /** How many organisations they come from. */
  readonly organisations: number;
  /** Somebody agrees who speaks for each CMS whose SQL changes. */
  readonly cms: boolean;
}

/** Who decides, and what it takes. */
export interface Policy {
  readonly people: readonly PolicyPerson[];
  readonly teams: readonly PolicyTeam[];
  /** By track: `cosmetic`, `documentation`, and every change type. */
  readonly tracks: Readonly<Record<string, TrackRule>>;
  /** How many days a major change stands open for comments. */
  readonly commentDays: number;
}

const NOBODY: TrackRule = { members: 0, organisations: 0, cms: false };
const ONE: TrackRule = { members: 1, organisations: 0, cms: false };
const QUORUM: TrackRule = { members: 3, organisations: 2, cms: true };

/** What holds where the file says nothing: nobody is named, so that whatever needs somebody waits. */
export const DEFAULT_POLICY: Policy = {
  people: [],
  teams: [],
  tracks: { cosmetic: NOBODY, documentation: NOBODY, bug: ONE, 'new feature': QUORUM, change: QUORUM },
  commentDays: 14,
};

/** The rule of a track; one that is not written has the rule of `change`, the strictest by default. */
export function ruleOf({ tracks }: Pick<Policy, 'tracks'>, track: string): TrackRule {
  const own = Object.hasOwn(tracks, track) ? tracks[track] : undefined;
  return own ?? (Object.hasOwn(tracks, 'change') ? tracks.change : undefined) ?? QUORUM;
}
