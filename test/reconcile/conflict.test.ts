/** What a proposal and its base branch both changed, by a forge that has only these files. */
import { LAYOUTS } from '../../src/config/layouts.js';
import type { ChangedFile, Forge } from '../../src/forge.js';
import { conflictOf } from '../../src/reconcile/conflict.js';
import { solveConflict } from '../../src/reconcile/generated-conflict.js';
import type { Conflict } from '../../src/reconcile/pull-request-state.js';
import { aPull, aState } from '../pull-request/build.js';

const [layout] = LAYOUTS;
const PERSON = 'spec/objects/ssd_person.yml';
const LOG = layout.changeLog;

const [PARTED, BASE, HEAD] = ['0', 'a', 'b'].map((digit) => digit.repeat(40)) as [string, string, string];

/** Texts by path, for the commit where both parted, the base branch and the head; null where a file is not there. */
type Texts = Readonly<Record<string, readonly [string | null, string | null, string | null]>>;

function forgeOf(texts: Texts, mode = '100644', queued: readonly number[] = []): Forge {
  const at = (commit: string, path: string) => texts[path]?.[[PARTED, BASE, HEAD].indexOf(commit)] ?? null;
  return {
    mergeGroups: async () => queued.map((pullRequest) => ({ headCommit: HEAD, baseCommit: BASE, pullRequest })),
    changedFiles: async (from: string, to: string): Promise<ChangedFile[]> =>
      Object.keys(texts)
        .filter((path) => at(from, path) !== at(to, path))
        .map((path) => ({ path, oid: at(to, path), mode })),
    repository: {
      readFiles: async ({ commit }: { commit: string }, paths: readonly string[]) =>
        paths.map((path) => ({ path, oid: '', bytes: Buffer.from(at(commit, path) ?? '') })),
    },
  } as unknown as Forge;
}

const conflict = (texts: Texts, mergeable: boolean | null, mode?: string): Promise<Conflict | null> => {
  const pull = aPull({ baseCommit: BASE, headCommit: HEAD, mergeable });
  return conflictOf(forgeOf(texts, mode), { pull, mergeBase: PARTED, layout });
};

const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('');
const APART: Texts = {
  [PERSON]: [lines('a', 'b', 'c'), lines('A', 'b', 'c'), lines('a', 'b', 'C')],
  [LOG]: ['1', '2', '3'],
};
const MEETING: Texts = { ...APART, [PERSON]: [lines('a', 'b', 'c'), lines('a', 'x', 'c'), lines('a', 'y', 'c')] };

test.each<[string, Texts, boolean | null]>([
  ['git merges, and nothing generated is changed by both', { [PERSON]: APART[PERSON] ?? ['', '', ''] }, true],
  ['git finds a way that we do not find', MEETING, true],
])('nothing is to be done where %s', async (_, texts, mergeable) => {
  expect(await conflict(texts, mergeable)).toBeNull();
});

test('nothing is to be done, nor read, while the base stands still', async () => {
  const pull = aPull({ baseCommit: BASE, headCommit: HEAD, mergeable: true });
  expect(await conflictOf({} as Forge, { pull, mergeBase: BASE, layout })).toBeNull();
});

test.each([true, false, null])('what git says of mergeability (%s) does not keep the base out', async (mergeable) => {
  const found = await conflict(APART, mergeable);
  expect(found).toMatchObject({ paths: [], meets: true });
  const merge = solveConflict(aState({ conflict: found }));
  // The generated file is left as the base has it, until it is written anew.
  expect(merge?.take).toEqual([{ path: PERSON, oid: APART[PERSON]?.[2], mode: '100644', text: lines('A', 'b', 'C') }]);
});

test('a pull request that git can merge is left alone while it waits in the merge queue', async () => {
  const pull = aPull({ baseCommit: BASE, headCommit: HEAD, mergeable: true });
  const question = { pull, mergeBase: PARTED, layout };
  expect(await conflictOf(forgeOf(APART, '100644', [pull.number]), question)).toBeNull();
  expect(await conflictOf(forgeOf(APART, '100644', [pull.number + 1]), question)).not.toBeNull();
  const unmergeable = { ...question, pull: { ...pull, mergeable: false } };
  expect(await conflictOf(forgeOf(APART, '100644', [pull.number]), unmergeable)).not.toBeNull();
});

test.each([false, null])('lines that both changed are for a person (mergeable: %s)', async (mergeable) => {
  const found = await conflict(MEETING, mergeable);
  expect(found).toMatchObject({ paths: [PERSON] });
  expect(solveConflict(aState({ conflict: found }))).toBeNull();
});

test.each<[string, Texts, string]>([
  ['one side deleted', { ...APART, [PERSON]: [lines('a'), lines('b'), null] }, '100644'],
  ['that is no plain file', APART, '120000'],
  ['that one side emptied', { ...APART, [PERSON]: [lines('a'), '', lines('c')] }, '100644'],
])('a file %s is for a person', async (_, texts, mode) => {
  expect((await conflict(texts, false, mode))?.paths).toContain(PERSON);
});

test('a conflict that we do not see is left to GitHub to tell', async () => {
  const found = await conflict({ [PERSON]: ['a', 'a', 'b'] }, false);
  expect(found).toMatchObject({ paths: [], meets: false });
  expect(solveConflict(aState({ conflict: found }))).toBeNull();
});
