/** What the policy asks for one unit, who has agreed to it, and what is still missing. */
import type { Policy, TrackRule } from '../config/policy.js';
import type { Lacking, UnitState } from './approval-state.js';
import { type Counted, countFor, type Discounted, type Electorate } from './count.js';
import type { Entry, EntryOf } from './entry.js';
import { asksAnybody, needOf } from './need.js';
import { type Member, memberByLogin, memberKey, partialityOf } from './roll.js';
import { shownIn } from './shown.js';
import { changeKey, type Standing } from './standing.js';
import { concernedCms, type Unit } from './unit.js';

/** Everything that a unit is judged on. */
export interface Ground extends Electorate {
  readonly policy: Policy;
  readonly standing: Standing;
  /** When each change was first shown, by `changeKey`. */
  readonly firstShown: ReadonlyMap<string, string>;
  readonly now: string;
}

const DAY = 24 * 60 * 60 * 1_000;

/** When each change was first shown, by `changeKey`. */
export function firstShownIn(entries: readonly Entry[]): ReadonlyMap<string, string> {
  const latestFirst = shownIn(entries).toReversed();
  return new Map(latestFirst.flatMap(({ at, units }) => units.map((unit) => [changeKey(unit), at] as const)));
}

/** Judges one unit. */
export function judgeUnit(
  unit: Unit,
  ground: Ground,
): { readonly state: UnitState; readonly discounted: readonly Discounted[] } {
  const { policy, roll } = ground;
  const classified = classificationOf(unit, ground);
  const need = needOf(classified ? [classified.type] : unit.tracks, policy);
  const { counted, discounted } = countFor(unit, ground.standing, ground);
  const lacking = { ...lackingOf(unit, need, counted), until: commentsUntil(unit, ground) };
  const isAsked = asksAnybody(need, unit) || (unit.isMajor && policy.commentDays > 0);
  const isMet = lacking.members + lacking.organisations + lacking.cms.length === 0 && lacking.until === null;
  const impartial = roll.filter((member) => partialityOf(member, ground.authors) === null);
  const deciders = impartial.filter((member) => wouldHelp(member, lacking, counted));
  const isOutOfReach = outOfReach({ unit, need, impartial });
  return { state: { unit, classified, need, isAsked, counted, lacking, isMet, deciders, isOutOfReach }, discounted };
}

/** Who classified must still be of the group. */
function classificationOf(unit: Unit, { standing, roll }: Ground): EntryOf<'classify'> | null {
  const entry = standing.types.get(changeKey(unit)) ?? null;
  return entry && memberByLogin(roll, entry.who?.login ?? '') ? entry : null;
}

function lackingOf(unit: Unit, need: TrackRule, counted: readonly Counted[]): Omit<Lacking, 'until'> {
  const members = counted.filter(({ isMember }) => isMember);
  const spoken = new Set(counted.flatMap(({ speaksFor }) => speaksFor));
  return {
    members: Math.max(0, need.members - members.length),
    organisations: Math.max(0, need.organisations - organisationsOf(members).size),
    cms: need.cms ? concernedCms(unit).filter((cms) => !spoken.has(cms)) : [],
  };
}

function organisationsOf(voices: readonly Pick<Counted, 'organisation'>[]): Set<string> {
  return new Set(voices.map(({ organisation }) => organisation));
}

/** A major change is open for comments from when it was first shown; where that is not known, it has not begun. */
function commentsUntil(unit: Unit, { policy, firstShown, now }: Ground): string | null {
  if (!unit.isMajor || policy.commentDays === 0) return null;
  const end = Date.parse(firstShown.get(changeKey(unit)) ?? now) + policy.commentDays * DAY;
  return Date.parse(now) < end ? new Date(end).toISOString() : null;
}

/** Whoever has not agreed yet, and is one more person, of one more organisation, or speaks for a CMS that is missing. */
function wouldHelp(member: Member, { members, organisations, cms }: Lacking, counted: readonly Counted[]): boolean {
  if (counted.some(({ voice }) => voice === memberKey(member))) return false;
  if (cms.some((one) => member.speaksFor.includes(one)) || members > 0) return true;
  return organisations > 0 && !organisationsOf(counted).has(member.organisation);
}

interface Reach {
  readonly unit: Unit;
  readonly need: TrackRule;
  readonly impartial: readonly Member[];
}

/** Not even everybody together would be enough. */
function outOfReach({ unit, need, impartial }: Reach): boolean {
  const spoken = new Set(impartial.flatMap(({ speaksFor }) => speaksFor));
  const isEnough = impartial.length >= need.members && organisationsOf(impartial).size >= need.organisations;
  return !isEnough || (need.cms && concernedCms(unit).some((cms) => !spoken.has(cms)));
}
