/** Splitting one change out of each recorded proposal of the real specification. */
import { readdirSync } from 'node:fs';
import type { Change } from '../../src/changes/change.js';
import { isIdentified, subjectKey, subjectOf } from '../../src/identifiers/subject.js';
import { grouped } from '../../src/report/tally.js';
import { type Files, fileOf } from '../fakes/memory-repository.js';
import { recordedVersion } from '../fakes/recorded.js';
import { describeWithShared, shared } from '../fakes/shared.js';
import { changesOf, filesAfter, type Proposal, revised, SHEET_CONFIG, splitOf, textIn } from './build.js';
import { expectExact, hunkOf } from './hold.js';

/** Subjects that are tried in each pair. */
const TRIED = 3;

describeWithShared('recorded history', () => {
  const pairs = readdirSync(shared('upstream', 'truth')).flatMap((name) => /(\d\d)-(\d\d)/.exec(name)?.[0] ?? []);
  const filesOf = (number: string): Files =>
    new Map([...recordedVersion(number).files].map(([path, { bytes }]) => [path, fileOf(path, bytes)]));

  /** A subject for each kind of change, the rarest kinds first. */
  function subjectsOf(changes: readonly Change[]): string[] {
    const kinds = grouped(changes.filter(isIdentified), ({ kind }) => kind);
    const rarest = [...kinds.values()].sort((a, b) => a.length - b.length);
    return [...new Set(rarest.flatMap(([change]) => (change ? [subjectKey(subjectOf(change))] : [])))].slice(0, TRIED);
  }

  /** Only the lines of the item differ: in each object's file one hunk, and its lines are of that item. */
  function expectOnly({ base, head }: Proposal, halves: { rest: Files; alone: Files }, itemRef: string): void {
    const sides = [
      [head, halves.rest],
      [base, halves.alone],
    ] as const;
    for (const [was, is] of sides) {
      for (const path of [...was.keys()].filter((name) => name.endsWith('.yml') && is.has(name))) {
        const { gone, come } = hunkOf(textIn(was, path), textIn(is, path));
        for (const lines of [gone, come]) {
          const refs = [...lines.matchAll(/(?:item_ref|field_ref): (\S+)/g)].map(([, ref]) => ref);
          expect(refs.filter((ref) => ref !== itemRef)).toEqual([]);
        }
      }
    }
  }

  let parts = 0;

  test.each(pairs)('%s', (pair) => {
    const [from = '', to = ''] = pair.split('-');
    const given: Proposal = { base: filesOf(from), head: filesOf(to), config: SHEET_CONFIG };
    const changes = changesOf(given.base, given.head, SHEET_CONFIG);
    for (const key of subjectsOf(changes)) {
      const result = splitOf(given, key);
      if (result.kind === 'refusal') {
        expect(result.sentence).toMatch(/^\S.{30,}\.(?: `\/split .+` takes them out together\.)?$/);
        continue;
      }
      parts += 1;
      const halves = { rest: filesAfter(given.head, result.rest), alone: filesAfter(given.base, result.alone) };
      expectExact(given, halves, [key]);
      const refs = new Set(changes.filter((change) => subjectKey(subjectOf(change)) === key).map((one) => one.itemRef));
      const [ref = ''] = refs;
      if (ref !== '' && !changes.some(({ kind, itemRef }) => kind === 'item-ref-changed' && itemRef === ref)) {
        expectOnly(given, halves, ref);
      }
      expect(revised(halves.rest, SHEET_CONFIG).specification.problems.length).toBeLessThanOrEqual(
        revised(given.head, SHEET_CONFIG).specification.problems.length,
      );
    }
  });

  test('most of them can be split', () => {
    expect(parts).toBeGreaterThan(20);
  });
});
