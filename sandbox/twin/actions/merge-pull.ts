/** Merging a pull request, bringing its branch up to date, and merging one branch into another. */
import { isAncestor, mergeCommits } from '../git/history.js';
import type { Pull, Repo, User } from '../model.js';
import { Refusal, unprocessable } from '../refusal.js';
import { githubSignature, signatureOf } from '../show/commit.js';
import { now, roleOf, type World } from '../world.js';
import { mergeObstacle } from './protection.js';
import { markMerged, push } from './push.js';

/** Who merges, and how. */
export interface MergeOrder {
  readonly actor: User;
  readonly method?: 'merge' | 'squash' | 'rebase' | undefined;
  /** The head that was looked at. */
  readonly sha?: string | undefined;
  readonly title?: string | undefined;
  readonly message?: string | undefined;
  /** "Merge without waiting for requirements to be met": for administrators, over rules but never over a conflict. */
  readonly force?: boolean | undefined;
}

/** Merges the pull request and gives the id of the commit; throws 405 and 409 as GitHub does. */
export async function mergePull(world: World, pull: Pull, order: MergeOrder): Promise<string> {
  const { repo, base } = pull;
  const ref = `refs/heads/${base.ref}`;
  const ours = repo.git.resolve(ref);
  const { sha } = pull.head;
  if (order.sha !== undefined && order.sha !== sha) throw headMoved();
  if (pull.state === 'closed' || ours === null) throw new Refusal(405, 'Pull Request is not mergeable');
  if (pull.draft) throw new Refusal(405, 'Pull Request is still a draft');
  if (order.method === 'rebase') throw new Refusal(405, 'Rebase merges are not allowed on this repository.');
  const obstacle = mergeObstacle(world, pull);
  if (obstacle && !(order.force && roleOf(repo, order.actor) === 'admin')) throw new Refusal(405, obstacle);
  const commit = await writeMerge(world, pull, { ...order, ours });
  if (commit === null) throw new Refusal(405, 'Pull Request is not mergeable');
  if (pull.head.sha !== sha) throw headMoved();
  world.verified.add(commit);
  const moved = () => markMerged(world, pull, { commit, sender: order.actor });
  if (await push(world, { repo, ref, from: ours, to: commit, actor: order.actor, moved })) return commit;
  throw new Refusal(405, 'Base branch was modified. Review and try the merge again.');
}

function writeMerge(world: World, pull: Pull, order: MergeOrder & { ours: string }): Promise<string | null> {
  const { repo, head, number, title } = pull;
  const date = now(world);
  const squash = order.method === 'squash';
  const subject = squash
    ? `${title} (#${number})`
    : `Merge pull request #${number} from ${head.owner.login}/${head.ref}`;
  const message = `${order.title ?? subject}\n\n${order.message ?? (squash ? '' : title)}`.trim();
  const author = signatureOf(squash ? pull.author : order.actor, date);
  const committer = githubSignature(date);
  return mergeCommits(repo.git.store, { ours: order.ours, theirs: head.sha, squash, message, author, committer });
}

/** Merges the base into the head; throws 422 as GitHub does. */
export async function updatePullBranch(
  world: World,
  pull: Pull,
  { actor, expected }: { actor: User; expected?: string | undefined },
): Promise<void> {
  const { repo, head, base } = pull;
  if (expected !== undefined && expected !== head.sha)
    unprocessable("expected head sha didn't match current head ref.");
  const theirs = repo.git.resolve(`refs/heads/${base.ref}`);
  if (head.repo === null || theirs === null) unprocessable('head repository or base branch does not exist');
  if (await isAncestor(repo.git.store, theirs, head.sha)) unprocessable('There are no new commits on the base branch.');
  const message = `Merge branch '${base.ref}' into ${head.ref}`;
  const target = { repo: head.repo, ref: `refs/heads/${head.ref}`, ours: head.sha };
  const merged = await mergeBranch(world, target, { theirs, message, actor });
  if (merged === 'conflict') unprocessable('merge conflict between base and head');
  if (merged === 'lost') unprocessable("expected head sha didn't match current head ref.");
}

/** What is merged into. */
export interface MergeTarget {
  readonly repo: Repo;
  readonly ref: string;
  readonly ours: string;
}

/** Merges a commit into a ref; gives the id of the merge, or what was in the way. */
export async function mergeBranch(
  world: World,
  { repo, ref, ours }: MergeTarget,
  { theirs, message, actor }: { theirs: string; message: string; actor: User },
): Promise<string> {
  const date = now(world);
  const people = { author: signatureOf(actor, date), committer: githubSignature(date) };
  const commit = await mergeCommits(repo.git.store, { ours, theirs, message, ...people });
  if (commit === null) return 'conflict';
  world.verified.add(commit);
  return (await push(world, { repo, ref, from: ours, to: commit, actor })) ? commit : 'lost';
}

function headMoved(): Refusal {
  return new Refusal(409, 'Head branch was modified. Review and try the merge again.');
}
