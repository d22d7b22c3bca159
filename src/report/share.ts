/** Sharing limited room among those who need some. */

/**
 * Gives everyone what they need when there is room for all. Otherwise those who need little get all of it, and the
 * others get equal parts; when an equal part would be less than `least`, the first ones get what they need instead,
 * and the last ones nothing.
 *
 * @param needs in order of importance.
 * @returns for each need a share, never more than the need, together never more than the room.
 */
export function shares(needs: readonly number[], room: number, least: number): number[] {
  const part = equalPart(needs, room);
  if (part >= least) return needs.map((need) => Math.min(need, part));
  let left = Math.max(room, 0);
  return needs.map((need) => {
    const share = Math.min(need, left);
    left -= share;
    return share;
  });
}

/** The part that everyone can have at the most, those who need less having left their rest to the others. */
function equalPart(needs: readonly number[], room: number): number {
  let left = room;
  const ascending = needs.toSorted((a, b) => a - b);
  for (const [index, need] of ascending.entries()) {
    const part = Math.floor(left / (ascending.length - index));
    if (need > part) return part;
    left -= need;
  }
  return Number.POSITIVE_INFINITY;
}
