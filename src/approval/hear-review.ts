/** A review on GitHub -> entries: who approves, approves all that stands at its commit; who asks for changes, objects. */
import { cut } from '../report/phrase.js';
import type { Draft, Entry } from './entry.js';
import { type Account, speakerOf } from './hear.js';
import { memberByLogin } from './roll.js';
import type { Situation } from './said.js';
import { ASKED_FOR_CHANGES } from './sentences.js';
import { shownAt, shownFor, unitsShown } from './shown.js';
import { voided } from './standing.js';
import { type Covered, contentKey, coveredOf } from './unit.js';

/** A review as GitHub has it. */
export interface SpokenReview {
  readonly id: number;
  readonly author: Account | null;
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  /** The commit that it was given on. */
  readonly commit: string;
  readonly at: string;
  readonly body: string;
}

/** As much of a review's text as the record keeps. */
const LONGEST_WORDS = 4_000;

/** What a review adds to the record; null where it cannot be told yet what its author had before them. */
export function hearReview(
  review: SpokenReview,
  entries: readonly Entry[],
  situation: Situation,
): readonly Draft[] | null {
  const { author, state, id } = review;
  const known = entries.find(({ source }) => source === `review ${id}`);
  if (state === 'dismissed') return known && !voided(entries).has(known.number) ? [dismissal(known, situation)] : [];
  if (known || state === 'commented' || !author || author.isBot) return [];
  if (!memberByLogin(situation.roll, author.login)) return [];
  const saw = shownFor(entries, review.commit, review.at);
  const common = {
    at: review.at,
    who: speakerOf(author.login, situation),
    source: `review ${id}`,
    words: cut(review.body, LONGEST_WORDS),
    commit: review.commit,
  };
  if (state === 'approved') {
    if (!saw) return null;
    const covers = unitsShown(entries, saw.number).map(coveredOf);
    return [{ ...common, kind: 'approve', covers, saw: saw.number }];
  }
  const reason = common.words.trim() === '' ? ASKED_FOR_CHANGES : common.words;
  const stood = shownAt(entries, review.at);
  const shown = [saw, stood].flatMap((note) => (note ? unitsShown(entries, note.number) : []));
  const covers = eachOnce(shown.length > 0 ? shown : situation.units);
  return [{ ...common, kind: 'object', covers, saw: (saw ?? stood)?.number ?? 0, reason }];
}

function dismissal(known: Entry, { now }: Situation): Draft {
  const common = { at: now, who: null, source: known.source, words: '', commit: known.commit, covers: [] };
  return { ...common, kind: 'dismissed', voids: [known.number] };
}

/** An objection to all: to what its author saw, and to what stood there when it was given. */
function eachOnce(units: readonly Covered[]): readonly Covered[] {
  return [...new Map(units.map((unit) => [contentKey(unit), coveredOf(unit)])).values()];
}
