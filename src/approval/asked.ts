/** About which of several units the policy asks somebody. */
import type { Policy } from '../config/policy.js';
import type { Entry } from './entry.js';
import { asksAnybody, needOf } from './need.js';
import { changeKey, standingOf } from './standing.js';
import type { Unit } from './unit.js';

/** Subjects, by what the units are, or what somebody who was of the group at that moment said that they are. */
export function askedOf(
  units: readonly Unit[],
  policy: Pick<Policy, 'tracks'>,
  entries: readonly Entry[],
): readonly string[] {
  const { types } = standingOf(entries, []);
  const tracksOf = (unit: Unit) => {
    const said = types.get(changeKey(unit));
    return said?.who && said.who.organisation !== '' ? [said.type] : unit.tracks;
  };
  return units.filter((unit) => asksAnybody(needOf(tracksOf(unit), policy), unit)).map(({ subject }) => subject);
}
