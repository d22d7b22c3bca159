/** Numbers that are the same each time, so that two runs, two engines and two people see the same sources. */

/** A whole number from 0 to below the limit. */
export type Random = (limit: number) => number;

/** Takes a seed, gives its numbers (mulberry32, public domain, by Tommy Ettinger). */
export function randomFrom(seed: number): Random {
  let state = seed | 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * limit);
  };
}

/** Takes a seed and a name, gives a seed of the name's own, so that what is made for one name leaves the others alone. */
export function seedOf(seed: number, name: string): number {
  return [...name].reduce((mixed, letter) => Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193), seed);
}
