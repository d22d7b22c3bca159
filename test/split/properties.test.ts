/** Whatever is proposed, and whatever of it is split off: both parts are together exactly the proposal. */
import fc from 'fast-check';
import { entryKey } from '../../src/identifiers/subject.js';
import { pairs } from '../changes/arbitrary.js';
import { type Files, filesOf, textOf } from '../fakes/memory-repository.js';
import { record, repositoryOf, textsOf } from '../records/proposal.js';
import { files as written } from '../records/yaml-text.js';
import { filesAfter, keysOf, type Proposal, partsOf, revised, splitOf, textIn } from './build.js';
import { expectExact, type Halves, hunkOf } from './hold.js';

/** What came of it, over all runs: a property that is about nothing would hold too. */
const tally = { parts: 0, helped: 0, refused: 0 };

/** Splits one subject off and holds what comes of it; what would have to go along must help. */
function hold(given: Proposal, key: string): Halves | null {
  const result = splitOf(given, key);
  if (result.kind === 'parts') {
    tally.parts += 1;
    const halves = { rest: filesAfter(given.head, result.rest), alone: filesAfter(given.base, result.alone) };
    expectExact(given, halves, [key]);
    return halves;
  }
  expect(result.sentence).toMatch(/^\S[\s\S]*\.(?: `\/split .+` takes them out together\.)?$/);
  if (result.along.length === 0) tally.refused += 1;
  else {
    tally.helped += 1;
    const together = [key, ...result.along];
    expectExact(given, partsOf(given, ...together), together);
  }
  return null;
}

const pick = fc.nat(20);

test('of any two specifications', () => {
  fc.assert(
    fc.property(pairs, pick, ([from, to], at) => {
      const given = { base: repositoryOf(textsOf(from)), head: repositoryOf(textsOf(to)) };
      const keys = keysOf(given);
      const key = keys[at % Math.max(1, keys.length)];
      if (key !== undefined) hold(given, key);
    }),
    { numRuns: 200 },
  );
  // About 63 of 200; chance leaves it above half of that.
  expect(tally.parts).toBeGreaterThan(30);
  expect(tally.helped + tally.refused).toBeGreaterThan(5);
});

test('of a recorded proposal: both branches can be recorded, the one row is withdrawn and written anew', async () => {
  await fc.assert(
    fc.asyncProperty(pairs, pick, async ([from, to], at) => {
      const base = (await record(repositoryOf(textsOf(from)), repositoryOf(textsOf(from)))).files;
      const head = (await record(base, new Map([...base, ...repositoryOf(textsOf(to))]))).files;
      const given = { base, head };
      const keys = keysOf(given);
      const key = keys[at % Math.max(1, keys.length)];
      const halves = key === undefined ? null : hold(given, key);
      if (!halves || key === undefined) return;
      const [rest, alone] = [
        await record(base, halves.rest),
        await record(base, halves.alone, { changeRequest: 'pull request 13' }),
      ];
      expect((await record(base, rest.files)).plan.actions).toEqual([]);
      expect((await record(base, alone.files, { changeRequest: 'pull request 13' })).plan.actions).toEqual([]);
      expect(statusOf(rest.files, key)).toBe('withdrawn');
      expect(statusOf(alone.files, key)).toBe('pending');
      expect([...alone.reviewed.assignment.identifiers.keys()]).toEqual([key]);
    }),
    { numRuns: 40 },
  );
});

/** The status of the newest row of a subject. */
function statusOf(files: Files, key: string): string | undefined {
  return revised(files).specification.changeLog?.entries.findLast((entry) => entryKey(entry) === key)?.changeStatus;
}

const PATH = 'spec/objects/ssd_person.yml';

/** The same file with a ref below each name, as every real item has one. */
function withRefs(text: string): string {
  return text.replace(
    /^([ \uFEFF]*(?:- )?)name: pers_item_(\d)(\r?\n)/gm,
    (line, lead: string, place: string, end: string) =>
      `${line}${' '.repeat(lead.length)}item_ref: PERS00${Number(place) + 1}A${end}`,
  );
}

test('however the files are written, only the lines of the item are touched', () => {
  let held = 0;
  fc.assert(
    fc.property(written, written, pick, (one, other, at) => {
      const [base, head] = [withRefs(one.text), withRefs(other.text)];
      const given = { base: filesOf({ [PATH]: base }), head: filesOf({ [PATH]: head }) };
      const keys = keysOf(given);
      const key = keys[at % Math.max(1, keys.length)];
      const halves = key === undefined ? null : hold(given, key);
      if (!halves || key === undefined) return;
      held += 1;
      const ref = key.split(' ')[1] ?? '';
      for (const [was, is] of [
        [head, textIn(halves.rest, PATH)],
        [base, textIn(halves.alone, PATH)],
      ] as const) {
        const { gone, come } = hunkOf(was, is);
        expect(refsIn(gone + come).filter((found) => found !== ref)).toEqual([]);
        expect(is.startsWith('\uFEFF')).toBe(was.startsWith('\uFEFF'));
        expect(/(?<!\r)\n/.test(is)).toBe(/(?<!\r)\n/.test(was));
      }
    }),
    { numRuns: 300 },
  );
  expect(held).toBeGreaterThan(60);
});

function refsIn(text: string): string[] {
  return [...text.matchAll(/item_ref: (\S+)/g)].map(([, ref]) => ref ?? '');
}

test('a split that is carried out is stable: what is left has nothing of it any more', () => {
  fc.assert(
    fc.property(pairs, pick, ([from, to], at) => {
      const given = { base: repositoryOf(textsOf(from)), head: repositoryOf(textsOf(to)) };
      const keys = keysOf(given);
      const key = keys[at % Math.max(1, keys.length)];
      const result = key === undefined ? null : splitOf(given, key);
      if (result?.kind !== 'parts' || key === undefined) return;
      const again = splitOf({ ...given, head: filesAfter(given.head, result.rest) }, key);
      expect(again).toMatchObject({ kind: 'refusal', sentence: expect.stringContaining('does not change') });
      for (const [path, text] of result.rest) expect(text).not.toBe(textOf(given.head.get(path) ?? empty(path)));
    }),
    { numRuns: 60 },
  );
});

function empty(path: string) {
  return { path, oid: '', bytes: new Uint8Array() };
}
