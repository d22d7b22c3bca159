/** A review on GitHub -> entries: who approves, approves all that stands at its commit; who asks for changes, objects. */
import { cut } from '../report/phrase.js';
import { type Draft, type Entry, LONGEST_WORDS } from './entry.js';
import { memberByLogin, speakerOf } from './roll.js';
import type { Situation } from './said.js';
import { ASKED_FOR_CHANGES } from './sentences.js';
import { shownAt, shownFor, unitsShown } from './shown.js';
import type { SpokenReview } from './spoken.js';
import { voided } from './standing.js';
import { type Covered, contentKey, coveredOf } from './unit.js';

/** What a review adds to the record; null where it cannot be told yet what its author had before them. */
export function hearReview(
  review: SpokenReview,
  entries: readonly Entry[],
  situation: Situation,
): readonly Draft[] | null {
  const { author, state, id } = review;
  const known = entries.find(({ source }) => source === `review ${id}`);
  if (known) return state === 'dismissed' && !isOver(known, entries) ? [dismissal(known, situation)] : [];
  if (state === 'commented' || !author || author.isBot) return [];
  if (!memberByLogin(situation.roll, author.login)) return [];
  const saw = shownFor(entries, review.commit, review.at);
  const common = {
    at: review.at,
    who: speakerOf(author.login, situation.roll),
    source: `review ${id}`,
    words: cut(review.body, LONGEST_WORDS),
    commit: review.commit,
  };
  if (state === 'approved') {
    if (!saw) return null;
    return [{ ...common, kind: 'approve', covers: eachOnce(unitsShown(entries, saw.number)), saw: saw.number }];
  }
  const covers = allOf(review, entries, situation);
  // Dismissed before it was heard: nobody knows what it said, and what its author had said before is past.
  if (state === 'dismissed') return [{ ...common, kind: 'dismissed', covers, voids: [] }];
  const reason = common.words.trim() === '' ? ASKED_FOR_CHANGES : common.words;
  return [{ ...common, kind: 'object', covers, saw: (saw ?? shownAt(entries, review.at))?.number ?? 0, reason }];
}

function isOver(known: Entry, entries: readonly Entry[]): boolean {
  return known.kind === 'dismissed' || voided(entries).has(known.number);
}

function dismissal(known: Entry, { now }: Situation): Draft {
  const common = { at: now, who: null, source: known.source, words: '', commit: known.commit, covers: [] };
  return { ...common, kind: 'dismissed', voids: [known.number] };
}

/** What its author saw, or where that is not known what stands now; and what stood there when it was given. */
function allOf({ commit, at }: SpokenReview, entries: readonly Entry[], { units }: Situation): readonly Covered[] {
  const saw = shownFor(entries, commit, at);
  const stood = shownAt(entries, at);
  const seen = saw ? unitsShown(entries, saw.number) : units;
  return eachOnce([...seen, ...(stood ? unitsShown(entries, stood.number) : [])]);
}

function eachOnce(units: readonly Covered[]): readonly Covered[] {
  return [...new Map(units.map((unit) => [contentKey(unit), coveredOf(unit)])).values()];
}
