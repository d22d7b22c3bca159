/** Which lines of a file a pull request changes: only there can a comment stand on a line. */
import { diffArrays } from 'diff';

/** Beyond this many lines that differ the comparison costs more than a suggestion is worth. */
const MOST_EDITS = 2_000;

/** Numbers (1-based) of the lines that `after` has and `before` has not; none where the two are too far apart. */
export function changedLines(before: readonly string[], after: readonly string[]): ReadonlySet<number> {
  const changed = new Set<number>();
  let line = 1;
  for (const { added, removed, count } of chunksOf(before, after)) {
    if (added) for (let at = line; at < line + count; at += 1) changed.add(at);
    if (!removed) line += count;
  }
  return changed;
}

/** A new file needs no comparison, and has no bound. */
function chunksOf(before: readonly string[], after: readonly string[]) {
  if (before.length === 0) return [{ added: true, removed: false, count: after.length }];
  return diffArrays([...before], [...after], { maxEditLength: MOST_EDITS }) ?? [];
}
