/** Identifiers never collide, are never reused, and stay as they are, whatever a proposal does to its log. */
import fc from 'fast-check';
import type { Change } from '../../src/changes/change.js';
import type { Assignment } from '../../src/identifiers/assign.js';
import { formatIdentifier, identifierNumber } from '../../src/identifiers/identifier.js';
import type { ChangeLogEntry } from '../../src/specification/model.js';
import { assign, change, FORM, own } from './build.js';

const REFS = Array.from({ length: 12 }, (_, n) => `PERS${String(n + 1).padStart(3, '0')}A`);

const row = (number: fc.Arbitrary<number>): fc.Arbitrary<Partial<ChangeLogEntry>> =>
  fc.record({
    changeId: number.map((n) => formatIdentifier(n, FORM)),
    itemRef: fc.constantFrom(...REFS),
    changeStatus: fc.constantFrom('pending', 'released', 'withdrawn'),
  });

const oldRows = fc.array(row(fc.integer({ min: 1, max: 60 })), { maxLength: 20 });
const changes = fc.subarray(REFS).map((refs) => refs.map((ref) => change(ref)));

/** Rows that a person, or a bad one, may put into the log of a proposal. */
const strangeRows = fc.array(
  fc.record({
    changeId: fc.oneof(
      fc.integer({ min: 1, max: 90 }).map((n) => formatIdentifier(n, FORM)),
      fc.constantFrom('SSD-9999', 'SSD-00001', 'ssd-0001', 'SSD-٠٠٠١', 'SSD0061', ''),
    ),
    itemRef: fc.constantFrom(...REFS),
    changeSource: fc.constantFrom('pull request 12', 'pull request 11', ''),
  }),
  { maxLength: 12 },
);

/** The rows that the records stage writes for an assignment. */
function recorded({ identifiers, ownEntries }: Assignment): Partial<ChangeLogEntry>[] {
  const now = [...identifiers].map(([key, changeId]) => own(changeId, key.split(' ')[1] ?? ''));
  const gone = ownEntries.filter(({ itemRef }) => !now.some((given) => given.itemRef === itemRef));
  return [...now, ...gone.map((entry) => ({ ...entry, changeStatus: 'withdrawn' }))];
}

function ids(found: Assignment): string[] {
  return [...found.identifiers.values()];
}

test('no two items have one identifier, and none has one that the base ever had', () => {
  fc.assert(
    fc.property(oldRows, strangeRows, changes, (old, added, proposed) => {
      const given = ids(assign(proposed, { old, added }));
      expect(given).toHaveLength(proposed.length);
      expect(new Set(given).size).toBe(given.length);
      for (const { changeId } of old) expect(given).not.toContain(changeId);
    }),
    { numRuns: 1000 },
  );
});

test('none is given that another row of the head has, believed or not', () => {
  fc.assert(
    fc.property(oldRows, strangeRows, changes, (old, added, proposed) => {
      const found = assign(proposed, { old, added });
      for (const [key, changeId] of found.identifiers) {
        const holders = added.filter((entry) => entry.changeId === changeId);
        if (holders.length > 0) expect(holders.map(({ itemRef }) => `ssd_person ${itemRef} `)).toContain(key);
      }
    }),
    { numRuns: 1000 },
  );
});

test('every identifier has the exact form and lies close behind the highest', () => {
  fc.assert(
    fc.property(oldRows, strangeRows, changes, (old, added, proposed) => {
      const highest = Math.max(0, ...old.map(({ changeId = '' }) => identifierNumber(changeId, FORM) ?? 0));
      for (const changeId of ids(assign(proposed, { old, added }))) {
        const number = identifierNumber(changeId, FORM) ?? 0;
        expect(changeId).toBe(formatIdentifier(number, FORM));
        expect(number).toBeGreaterThan(highest);
        expect(number).toBeLessThanOrEqual(highest + 2 * added.length + proposed.length);
      }
    }),
    { numRuns: 1000 },
  );
});

test('what is recorded is given again: a second run changes nothing', () => {
  fc.assert(
    fc.property(oldRows, changes, (old, proposed) => {
      const first = assign(proposed, { old });
      const second = assign(proposed, { old, added: recorded(first) });
      expect([...second.identifiers]).toEqual([...first.identifiers]);
      expect(second.forged).toEqual([]);
    }),
  );
});

test('as a proposal grows, shrinks and grows again each item keeps its number, and no number changes hands', () => {
  fc.assert(
    fc.property(oldRows, fc.array(changes, { minLength: 2, maxLength: 6 }), (old, steps) => {
      const owners = new Map<string, string>();
      let rows: Partial<ChangeLogEntry>[] = [];
      for (const proposed of steps as Change[][]) {
        const found = assign(proposed, { old, added: rows });
        expect(found.forged).toEqual([]);
        for (const [key, changeId] of found.identifiers) {
          expect(owners.get(changeId) ?? key).toBe(key);
          owners.set(changeId, key);
        }
        rows = recorded(found);
      }
      expect(new Set(owners.values()).size).toBe(owners.size);
    }),
  );
});
