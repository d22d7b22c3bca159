/** Whether a pull request can be merged, and its `refs/pull/N/merge`. Computed when somebody asks, as on GitHub. */
import { mergeCommits } from '../git/history.js';
import type { Pull } from '../model.js';
import { githubSignature, signatureOf } from '../show/commit.js';
import { now, type World } from '../world.js';
import { mergeObstacle } from './protection.js';

/** Whether a pull request can be merged now. */
export interface Mergeability {
  /** Null while GitHub does not know, and for pull requests that are closed. */
  readonly mergeable: boolean | null;
  readonly state: string;
}

/** Brings `refs/pull/N/merge` up to date and says how the pull request stands. */
export async function mergeability(world: World, pull: Pull): Promise<Mergeability> {
  if (pull.state === 'closed') return { mergeable: null, state: 'unknown' };
  if (world.faults.unknownMergeability > 0) {
    world.faults.unknownMergeability -= 1;
    return { mergeable: null, state: 'unknown' };
  }
  const merge = await testMerge(world, pull);
  if (merge === null) return { mergeable: false, state: 'dirty' };
  if (pull.draft) return { mergeable: true, state: 'draft' };
  if (mergeObstacle(world, pull) !== null) return { mergeable: true, state: 'blocked' };
  return { mergeable: true, state: 'clean' };
}

/** The test merge with the base branch as it is now; null where it conflicts or the base is gone. */
export async function testMerge(world: World, pull: Pull): Promise<string | null> {
  const { git } = pull.repo;
  const ours = git.resolve(`refs/heads/${pull.base.ref}`);
  const theirs = pull.head.sha;
  const ref = `refs/pull/${pull.number}/merge`;
  const merge = ours === null ? null : await git.store.once(`test ${ours} ${theirs}`, () => write(world, pull, ours));
  const known = git.resolve(ref);
  if (merge !== known && pull.head.sha === theirs) await git.move(ref, merge, known);
  if (pull.state === 'open') pull.mergeCommit = merge;
  return merge;
}

function write(world: World, pull: Pull, ours: string): Promise<string | null> {
  const theirs = pull.head.sha;
  const date = now(world);
  const author = signatureOf(pull.author, date);
  const message = `Merge ${theirs} into ${ours}`;
  return mergeCommits(pull.repo.git.store, { ours, theirs, message, author, committer: githubSignature(date) });
}
