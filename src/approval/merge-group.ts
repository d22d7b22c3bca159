/** A merge group against the approvals of its pull requests: other content than was agreed to is not approved. */

import type { Policy } from '../config/policy.js';
import { type ApprovalState, PASSING } from './approval-state.js';
import { asksAnybody, needOf } from './need.js';
import { contentKey, type Unit } from './unit.js';

/**
 * Takes the units of the group as a whole and how each of its pull requests stands; gives the units that nobody agreed
 * to like this. What nobody is asked about needs no pull request behind it.
 */
export function notAgreedInGroup(
  units: readonly Unit[],
  pulls: readonly ApprovalState[],
  policy: Pick<Policy, 'tracks' | 'commentDays'>,
): readonly Unit[] {
  const passing = pulls.filter(({ state }) => PASSING.includes(state));
  const agreed = new Set(passing.flatMap((pull) => pull.units.map(({ unit }) => contentKey(unit))));
  const isAsked = (unit: Unit) =>
    asksAnybody(needOf(unit.tracks, policy), unit) || (unit.isMajor && policy.commentDays > 0);
  return units.filter((unit) => isAsked(unit) && !agreed.has(contentKey(unit)));
}
