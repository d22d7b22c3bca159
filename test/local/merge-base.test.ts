/** What a proposal is compared with: where it left the branch, here or as origin has it. */
import { type GitRepository, openRepository } from '../../src/local/git-repository.js';
import type { Revision } from '../../src/ports.js';
import { Clone, refusalOf } from './build.js';

const clone = new Clone();
const WORK_TREE: Revision = { name: 'working tree', commit: '' };

let repository: GitRepository;
let first: string;

beforeAll(async () => {
  first = clone.commit('first');
  clone.git('checkout', '--quiet', '-b', 'topic');
  clone.commit('second');
  repository = await openRepository(clone.root);
});

afterAll(() => clone.end());

describe('the merge base', () => {
  test('is the last commit that branch and head share', async () => {
    const expected = { name: `main (${first.slice(0, 7)})`, commit: first };
    expect(await repository.mergeBase('main', await repository.resolve('topic'))).toEqual(expected);
    expect(await repository.mergeBase('main', WORK_TREE)).toEqual(expected);
  });

  test('takes the branch of origin where there is none of that name here', async () => {
    clone.git('update-ref', 'refs/remotes/origin/release', first);
    expect((await repository.mergeBase('release', WORK_TREE)).commit).toBe(first);
  });

  test('is the later one where the branch here is behind that of origin, or ahead of it', async () => {
    const other = new Clone();
    const [old, now] = [other.commit('one'), other.commit('two')];
    other.git('checkout', '--quiet', '-b', 'topic');
    other.commit('three');
    const opened = await openRepository(other.root);
    for (const [here, there] of [
      [old, now],
      [now, old],
    ] as const) {
      other.git('branch', '--force', 'main', here);
      other.git('update-ref', 'refs/remotes/origin/main', there);
      expect((await opened.mergeBase('main', WORK_TREE)).commit).toBe(now);
    }
    other.end();
  });

  test.each(['nothing', '-x', ''])('with the branch %j is refused', async (branch) => {
    expect(await refusalOf(repository.mergeBase(branch, WORK_TREE))).toBe(
      `no-merge-base: there is no branch "${branch}" here, and no "origin/${branch}"`,
    );
  });

  test('that a shallow clone does not reach is not said to be none', async () => {
    const shallow = new Clone();
    shallow.git('fetch', '--quiet', '--depth=1', `file://${clone.root}`, 'main', 'topic');
    shallow.git('update-ref', 'refs/remotes/origin/main', 'FETCH_HEAD');
    shallow.git('fetch', '--quiet', '--depth=1', `file://${clone.root}`, 'topic');
    shallow.git('checkout', '--quiet', 'FETCH_HEAD');
    const opened = await openRepository(shallow.root);
    expect(await refusalOf(opened.mergeBase('main', WORK_TREE))).toBe(
      'shallow-clone: this clone has only part of the history',
    );
    shallow.end();
  });

  test('of histories that never met is refused, as is that of a clone without commits', async () => {
    const other = new Clone();
    const opened = await openRepository(other.root);
    expect(await refusalOf(opened.mergeBase('main', WORK_TREE))).toMatch(/^no-merge-base/);
    const alone = other.commit('one');
    other.git('checkout', '--quiet', '--orphan', 'stranger');
    other.commit('two');
    expect(await refusalOf(opened.mergeBase('main', WORK_TREE))).toMatch(/^no-merge-base/);
    expect((await opened.mergeBase(alone, await opened.resolve('main'))).commit).toBe(alone);
    other.end();
  });
});
