/** Content of a commit that nobody was shown, and that somebody reviewed on GitHub's own pages all the same. */
import { append, type Draft, type Entry } from './entry.js';
import { type Content, shownIn, withShown } from './shown.js';

/**
 * The record with that content noted, so that a review of the commit can be heard. What was shown last is noted again
 * behind it: whoever comments later has that before them. The content counts as shown from now on only, so that no
 * time for comments begins in the past.
 */
export function withLateContent(entries: readonly Entry[], content: Content, now: string): readonly Entry[] {
  const noted = withShown(entries, content, now);
  const last = shownIn(entries).at(-1);
  if (noted === entries || !last) return noted;
  const { number, ...rest } = last;
  const again: Draft = { ...rest, at: now, units: [], same: last.same || number };
  return append(noted, [again]);
}
