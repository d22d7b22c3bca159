/** Types and reasons that people gave: what the review, the change log and the records then say. */
import type { Decided } from '../review.js';
import { type Entry, type EntryOf, inTime } from './entry.js';
import { type Member, memberByLogin } from './roll.js';
import { changeKey, standingOf } from './standing.js';
import type { Covered } from './unit.js';

/**
 * By subject, for what is proposed now. A type is for the very change that it was said of, and as long as who said it
 * is of the group: it decides who is asked. A reason stays with its subject, the last one given.
 */
export function decidedOf(
  units: readonly Covered[],
  entries: readonly Entry[],
  roll: readonly Member[],
): ReadonlyMap<string, Decided> {
  const { types } = standingOf(entries, roll);
  const reasons = reasonsIn(entries);
  return new Map(
    units.flatMap((unit) => {
      const classified = types.get(changeKey(unit));
      const isOfGroup = memberByLogin(roll, classified?.who?.login ?? '') !== undefined;
      const decided = together(isOfGroup ? classified : undefined, reasons.get(unit.subject));
      return decided ? [[unit.subject, decided] as const] : [];
    }),
  );
}

function reasonsIn(entries: readonly Entry[]): ReadonlyMap<string, EntryOf<'reason'>> {
  const given = inTime(entries).flatMap((entry) => (entry.kind === 'reason' ? [entry] : []));
  return new Map(given.flatMap((entry) => entry.covers.map(({ subject }) => [subject, entry] as const)));
}

/** A reason that came after the type stands in place of the type's own. */
function together(
  classified: EntryOf<'classify'> | undefined,
  given: EntryOf<'reason'> | undefined,
): Decided | undefined {
  if (!classified) return given && { reason: given.reason, by: given.who?.name ?? '' };
  const by = classified.who?.name ?? '';
  if (!given || Date.parse(given.at) < Date.parse(classified.at)) {
    return { changeType: classified.type, reason: classified.reason, by };
  }
  const other = given.who?.name ?? '';
  return { changeType: classified.type, reason: given.reason, by: other === by ? by : `${by} and ${other}` };
}
