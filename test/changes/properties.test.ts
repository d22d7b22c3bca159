import fc from 'fast-check';
import { matchItems } from '../../src/changes/match-items.js';
import { movedPositions } from '../../src/changes/moved-items.js';
import { similarity } from '../../src/changes/similarity.js';
import { applyChanges, plain } from './apply-changes.js';
import { pairs, specifications, wildObjects } from './arbitrary.js';
import { compare } from './build.js';

const RUNS = { numRuns: 500 };

test('a specification compared with itself has no changes, nor has a copy of it', () => {
  fc.assert(
    fc.property(specifications, (spec) => {
      expect(compare(spec, spec)).toEqual({ changes: [], groups: [], questions: [] });
      expect(compare(spec, structuredClone(spec)).changes).toEqual([]);
    }),
    RUNS,
  );
});

test('applying the changes to the base gives the head', () => {
  fc.assert(
    fc.property(pairs, ([base, head]) => {
      expect(applyChanges(base, compare(base, head).changes, head)).toEqual(plain(head));
    }),
    RUNS,
  );
});

test('every item of both revisions is matched once, whatever stands twice', () => {
  fc.assert(
    fc.property(wildObjects, wildObjects, (base, head) => {
      const { items, objects } = matchItems(base, head, new Map([['PERS001A', 'ADDR001A']]));
      const of = (all: typeof base) => all.flatMap((object) => object.items);
      expect(items.flatMap((pair) => pair.base ?? []).sort(byPlace)).toEqual(of(base).sort(byPlace));
      expect(items.flatMap((pair) => pair.head ?? []).sort(byPlace)).toEqual(of(head).sort(byPlace));
      expect(new Set(items.flatMap((pair) => pair.base ?? [])).size).toBe(of(base).length);
      expect(new Set(items.flatMap((pair) => pair.head ?? [])).size).toBe(of(head).length);
      expect(objects.flatMap((pair) => pair.base ?? [])).toHaveLength(base.length);
      expect(new Set(objects.flatMap((pair) => pair.head ?? [])).size).toBe(head.length);
    }),
    RUNS,
  );
});

const byPlace = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

test('changes are plain data, with places, and a comparison gives the same ones each time', () => {
  fc.assert(
    fc.property(pairs, ([base, head]) => {
      const { changes, groups } = compare(base, head);
      expect(JSON.parse(JSON.stringify(changes))).toEqual(changes);
      expect(compare(structuredClone(base), structuredClone(head))).toMatchObject({ changes, groups });
      for (const change of changes) expect(change.fingerprint).toMatch(/^[0-9a-f]{16}$/);
      const members = groups.flatMap((group) => group.members);
      expect(new Set(members).size).toBe(members.length);
    }),
    { numRuns: 300 },
  );
});

test('the items that did not move stand in rising order, and no fewer could have moved', () => {
  const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6]);
  fc.assert(
    fc.property(orders, (order) => {
      const moved = new Set(movedPositions(order));
      const kept = order.filter((_, position) => !moved.has(position));
      expect(kept).toEqual([...kept].sort((a, b) => a - b));
      expect(kept).toHaveLength(longestRising(order));
    }),
    RUNS,
  );
});

/** By trying all subsets. */
function longestRising(order: readonly number[]): number {
  let longest = 0;
  for (let mask = 0; mask < 1 << order.length; mask += 1) {
    const chosen = order.filter((_, index) => mask & (1 << index));
    if (chosen.every((value, index) => index === 0 || value > (chosen[index - 1] ?? 0))) {
      longest = Math.max(longest, chosen.length);
    }
  }
  return longest;
}

test('similarity lies between 0 and 1, is the same both ways, and is 1 for a text and itself', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      const found = similarity(a, b);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(found).toBeLessThanOrEqual(1);
      expect(similarity(b, a)).toBe(found);
      expect(similarity(a, a)).toBe(1);
    }),
    RUNS,
  );
});
