/** Which known word an unknown one most likely means. */

/**
 * The known value nearest to `value` by edit distance (letter case ignored), or null when none is near: at most a
 * quarter of the letters may differ, and one always may, unless another `most` is given. Of equally near ones the first
 * wins.
 */
export function nearest(
  value: string,
  known: Iterable<string>,
  most = Math.max(1, Math.floor(value.length / 4)),
): string | null {
  const wanted = value.toLowerCase();
  let limit = most;
  let best: string | null = null;
  for (const candidate of known) {
    const found = distance(wanted, candidate.toLowerCase(), limit);
    if (found > limit) continue;
    best = candidate;
    if (found === 0) break;
    limit = found - 1;
  }
  return best;
}

/** Edit distance with neighbouring letters swapped as one edit; anything above `limit` is returned as `limit + 1`. */
function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      next.push(cheapest({ one, other, row, column }, { before, last, next }));
    }
    if (Math.min(...next) > limit) return limit + 1;
    before = last;
    last = next;
  }
  return last[other.length] ?? limit + 1;
}

interface Cell {
  readonly one: string;
  readonly other: string;
  readonly row: number;
  readonly column: number;
}

interface Rows {
  readonly before: readonly number[];
  readonly last: readonly number[];
  readonly next: readonly number[];
}

function cheapest({ one, other, row, column }: Cell, { before, last, next }: Rows): number {
  const same = one[row - 1] === other[column - 1];
  const swapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
  return Math.min(
    (last[column] ?? 0) + 1,
    (next[column - 1] ?? 0) + 1,
    (last[column - 1] ?? 0) + (same ? 0 : 1),
    swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
  );
}
