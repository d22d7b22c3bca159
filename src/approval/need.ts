/** What the policy asks for a unit. */
import { type Policy, ruleOf, type TrackRule } from '../config/policy.js';
import type { Track, Unit } from './unit.js';

/** The rules of all tracks together: each of them must be met. */
export function needOf(tracks: readonly Track[], policy: Pick<Policy, 'tracks'>): TrackRule {
  const rules = (tracks.length > 0 ? tracks : ['change']).map((track) => ruleOf(policy, track));
  return {
    members: Math.max(...rules.map(({ members }) => members)),
    organisations: Math.max(...rules.map(({ organisations }) => organisations)),
    cms: rules.some(({ cms }) => cms),
  };
}

/** Whether a rule asks anybody about a unit; a CMS is asked only where its SQL changes. */
export function asksAnybody({ members, organisations, cms }: TrackRule, unit: Pick<Unit, 'sql'>): boolean {
  return members > 0 || organisations > 0 || (cms && Object.keys(unit.sql).length > 0);
}
