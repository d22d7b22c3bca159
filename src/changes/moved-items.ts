/**
 * Which of the items have another place: the fewest whose moving explains the new order.
 *
 * @param order for each item in its new order, the index it had.
 * @returns positions in `order` that are not on a longest increasing run.
 */
export function movedPositions(order: readonly number[]): number[] {
  const ends: number[] = [];
  const previous: number[] = [];
  order.forEach((value, position) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((order[ends[middle] ?? 0] ?? 0) < value) low = middle + 1;
      else high = middle;
    }
    previous[position] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = position;
  });
  const kept = new Set<number>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at] ?? -1) kept.add(at);
  return order.map((_, position) => position).filter((position) => !kept.has(position));
}
