/** Has the steering group agreed to exactly this? Pure: policy, content and record in, the state out. */
import type { Policy } from '../config/policy.js';
import type { Review } from '../review.js';
import type { ApprovalStanding, ApprovalState, DiscountedVote, UnitState } from './approval-state.js';
import type { Discounted } from './count.js';
import type { Entry, EntryOf } from './entry.js';
import { firstShownIn, judgeUnit } from './judge-unit.js';
import { type Author, type Member, memberByLogin, memberKey, partialityOf } from './roll.js';
import type { Content } from './shown.js';
import { sinceEach } from './since.js';
import { changeKey, type Objection, type Standing, standingOf } from './standing.js';
import { contentKey } from './unit.js';

/** What is known around the content. */
export interface Context {
  readonly verdict: Review['verdict'];
  readonly roll: readonly Member[];
  /** Authors, co-authors and committers of every commit, and who opened the pull request. */
  readonly authors: readonly Author[];
  /** ISO 8601, UTC. */
  readonly now: string;
  /** Logins of members whose review could not be heard. */
  readonly unheard: readonly string[];
}

/** Judges the content by the policy as it is now and by everything that was said. */
export function evaluate(policy: Policy, content: Content, entries: readonly Entry[], context: Context): ApprovalState {
  const standing = standingOf(entries, context.roll);
  const ground = { policy, standing, firstShown: firstShownIn(entries), ...context };
  const judged = content.units.map((unit) => judgeUnit(unit, ground));
  const units = judged.map(({ state }) => state);
  const { open, lapsed, former } = objectionsOf(standing, content, context.roll);
  const override = overrideOf(standing.override, content, context);
  const known = { units, objections: open, hold: standing.hold, override };
  return {
    state: stateOf(known, context),
    commit: content.commit,
    ...known,
    lapsed,
    former,
    discounted: votesOf(judged),
    since: sinceEach(entries, content, { standing, ...context }),
    unknownAuthors: [...new Set(context.authors.filter(({ login }) => login === null).map(({ name }) => name))],
    unheard: context.unheard,
  };
}

type Known = Pick<ApprovalState, 'units' | 'objections' | 'hold' | 'override'>;

/** The first that holds, from what stops everything to what lets it pass. */
function stateOf({ units, objections, hold, override }: Known, { verdict, roll }: Context): ApprovalStanding {
  const isMet = units.every((unit) => unit.isMet);
  if (verdict === 'mend') return 'not-ready';
  if (hold) return 'held';
  if (roll.length === 0 && !isMet) return 'no-policy';
  if (override?.isValid) return 'overridden';
  if (objections.length > 0) return 'objected';
  if (!isMet) return 'waiting';
  return units.some(({ isAsked }) => isAsked) ? 'agreed' : 'nothing-needed';
}

/** An objection stands as long as what it is against does; who has left the group has none. */
function objectionsOf(
  { objections }: Standing,
  { units }: Content,
  roll: readonly Member[],
): Record<'open' | 'lapsed' | 'former', readonly Objection[]> {
  const current = new Set(units.map(changeKey));
  const voices = new Set(roll.map(memberKey));
  const isProposed = ({ covered }: Objection) => current.has(changeKey(covered));
  const ofMembers = objections.filter(({ voice }) => voices.has(voice));
  return {
    open: ofMembers.filter(isProposed),
    lapsed: ofMembers.filter((objection) => !isProposed(objection)),
    former: objections.filter((objection) => !voices.has(objection.voice) && isProposed(objection)),
  };
}

/** Valid for exactly this content, from somebody of the group who did not write it. */
function overrideOf(
  entry: EntryOf<'override'> | null,
  { units }: Content,
  { roll, authors }: Context,
): ApprovalState['override'] {
  if (!entry) return null;
  const member = memberByLogin(roll, entry.who?.login ?? '');
  const keys = (list: readonly Parameters<typeof contentKey>[0][]) => JSON.stringify(list.map(contentKey).sort());
  const isSame = keys(entry.covers) === keys(units);
  const isChair = member !== undefined && (entry.who?.roles.includes('chair') ?? false);
  return { entry, isSame, isValid: isSame && isChair && partialityOf(member, authors) === null };
}

interface Judged {
  readonly state: UnitState;
  readonly discounted: readonly Discounted[];
}

function votesOf(judged: readonly Judged[]): readonly DiscountedVote[] {
  const votes = new Map<string, DiscountedVote>();
  for (const { state, discounted } of judged) {
    for (const vote of discounted) {
      const key = `${vote.voice} ${vote.why}`;
      votes.set(key, { ...vote, units: [...(votes.get(key)?.units ?? []), state.unit.id] });
    }
  }
  return [...votes.values()];
}
