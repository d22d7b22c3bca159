/** The merge queue: pull requests that are merged together on a branch of their own, judged, and merged or let go. */
import { mergeCommits } from '../git/history.js';
import type { MergeGroup, Pull, Repo, User } from '../model.js';
import { unprocessable } from '../refusal.js';
import { showSimpleCommit } from '../show/check.js';
import { githubSignature, signatureOf } from '../show/commit.js';
import { now, type World } from '../world.js';
import { missingCheck, rulesOf, unmetRequirement } from './protection.js';
import { markMerged, push } from './push.js';

/**
 * Puts pull requests of one base into one group; throws 422 where they conflict with each other or the base, and where
 * one of them does not meet what the base asks of it.
 */
export async function enqueue(world: World, pulls: readonly Pull[], actor: User): Promise<MergeGroup> {
  const [first] = pulls;
  const baseSha = first?.repo.git.resolve(`refs/heads/${first.base.ref}`) ?? null;
  if (!first || baseSha === null) return unprocessable('There is nothing to merge');
  for (const pull of pulls) {
    const unmet = unmetRequirement(world, pull);
    if (unmet) return unprocessable(unmet);
  }
  const headSha = await mergeAll(world, pulls, { baseSha, actor });
  const { repo, base } = first;
  const headRef = `refs/heads/gh-readonly-queue/${base.ref}/pr-${pulls.at(-1)?.number}-${baseSha}`;
  const group: MergeGroup = {
    repo,
    pulls,
    baseRef: `refs/heads/${base.ref}`,
    baseSha,
    headRef,
    headSha,
    state: 'waiting',
  };
  world.groups.push(group);
  await push(world, { repo, ref: headRef, from: null, to: headSha, actor });
  groupEvent(world, group, { action: 'checks_requested', sender: actor });
  return group;
}

/** Merges or lets go of the group on this commit once every required check has an answer. */
export async function settleGroup(world: World, repo: Repo, sha: string): Promise<void> {
  const group = world.groups.find((one) => one.repo === repo && one.headSha === sha && one.state === 'waiting');
  const rules = group && rulesOf(repo, group.baseRef.replace('refs/heads/', ''));
  if (!group || !rules) return;
  const missing = missingCheck(world, repo, sha, rules);
  if (missing === null) await finishGroup(world, group, world.app.bot);
  else if (missing.endsWith('is failing.')) await letGo(world, group, { reason: 'invalidated', sender: world.app.bot });
}

/** Moves the base to the group's commit; the group is invalidated when the base has moved meanwhile. */
export async function finishGroup(world: World, group: MergeGroup, sender: User): Promise<void> {
  const { repo, baseRef, baseSha, headSha } = group;
  group.state = 'merged';
  const moved = () => {
    for (const pull of group.pulls) markMerged(world, pull, { commit: headSha, sender });
  };
  const done = await push(world, { repo, ref: baseRef, from: baseSha, to: headSha, actor: sender, moved });
  await letGo(world, group, { reason: done ? 'merged' : 'invalidated', sender });
}

/** Takes the group's branch away and says why. */
export async function letGo(
  world: World,
  group: MergeGroup,
  { reason, sender }: { reason: 'merged' | 'invalidated' | 'dequeued'; sender: User },
): Promise<void> {
  group.state = reason;
  groupEvent(world, group, { action: 'destroyed', sender, reason });
  await push(world, { repo: group.repo, ref: group.headRef, from: group.headSha, to: null, actor: sender });
}

async function mergeAll(
  world: World,
  pulls: readonly Pull[],
  { baseSha, actor }: { baseSha: string; actor: User },
): Promise<string> {
  let tip = baseSha;
  for (const { repo, head, number, title } of pulls) {
    const date = now(world);
    const message = `Merge pull request #${number} from ${head.owner.login}/${head.ref}\n\n${title}`;
    const people = { author: signatureOf(actor, date), committer: githubSignature(date) };
    const merged = await mergeCommits(repo.git.store, { ours: tip, theirs: head.sha, message, ...people });
    tip = merged ?? unprocessable(`Pull request #${number} cannot be merged into its group`);
    world.verified.add(tip);
  }
  return tip;
}

function groupEvent(
  world: World,
  group: MergeGroup,
  { action, sender, reason }: { action: string; sender: User; reason?: string },
): void {
  const { repo, headSha, headRef, baseSha, baseRef } = group;
  const ends = { head_sha: headSha, head_ref: headRef, base_sha: baseSha, base_ref: baseRef };
  const payload = async () => ({
    merge_group: { ...ends, head_commit: await showSimpleCommit(repo, headSha) },
    ...(reason ? { reason } : {}),
  });
  world.deliveries.happened({ event: 'merge_group', action, repo, sender, payload });
}
