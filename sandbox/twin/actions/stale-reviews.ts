/**
 * "Dismiss stale pull request approvals when new commits are pushed": approvals go when a push changes what the pull
 * request would bring, and stay when it does not, as when the base branch is merged in.
 * https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches#require-pull-request-reviews-before-merging
 */
import { differences } from '../git/diff.js';
import { mergeBase } from '../git/history.js';
import type { Pull, Repo, User } from '../model.js';
import type { World } from '../world.js';
import { dismissReview } from './reviews.js';

/** Two commits that a pull request stands between. */
export interface Span {
  readonly base: string;
  readonly head: string;
}

/** Dismisses the approvals of a pull request whose head has moved, where its base branch asks for that. */
export async function dismissStale(
  world: World,
  pull: Pull,
  { before, sender }: { before: Span; sender: User },
): Promise<void> {
  if (!pull.repo.rules.get(pull.base.ref)?.dismissStale) return;
  const after = { base: pull.base.sha, head: pull.head.sha };
  if ((await broughtBy(pull.repo, before)) === (await broughtBy(pull.repo, after))) return;
  for (const review of world.reviews) {
    if (review.pull === pull && review.state === 'APPROVED') dismissReview(world, review, { sender });
  }
}

/** What a reviewer would see, without the numbers of lines: those move with the base branch. */
async function broughtBy({ git: { store } }: Repo, { base, head }: Span): Promise<string> {
  const files = await differences(store, await mergeBase(store, base, head), head);
  const shown = files.map(({ path, status, oid, patch }) => [path, status, patch?.replace(/^@@ .*$/gm, '@@') ?? oid]);
  return JSON.stringify(shown);
}
