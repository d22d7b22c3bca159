/** Refs that move, and everything that follows from it: events, pull requests that move along, close or are merged. */
import { readCommit } from '../git/commit.js';
import { commitsBetween, isAncestor, treeOf } from '../git/history.js';
import { namesByStatus } from '../git/tree-changes.js';
import type { Pull, Repo, User } from '../model.js';
import { personBehind } from '../show/commit.js';
import { apiUrl, showRepository } from '../show/repository.js';
import { htmlUrl, type Json, showUser } from '../show/user.js';
import { fullName, now, source, type World } from '../world.js';
import { pullEvent } from './pull-event.js';
import { dismissStale } from './stale-reviews.js';

const NOTHING = '0'.repeat(40);
const MOST_COMMITS = 2_048;

/** A ref that moves. */
export interface Push {
  readonly repo: Repo;
  /** `refs/heads/main` or `refs/tags/v1`. */
  readonly ref: string;
  /** Null makes the ref; null as `to` takes it away. */
  readonly from: string | null;
  readonly to: string | null;
  readonly actor: User;
  /** Called as soon as the ref has moved, before anything follows from it. */
  readonly moved?: () => void;
}

/** Moves the ref by compare-and-swap and lets follow what follows. False, with nothing done, when the race is lost. */
export async function push(world: World, change: Push): Promise<boolean> {
  const { repo, ref, from, to } = change;
  if (!(await repo.git.move(ref, to, from))) return false;
  change.moved?.();
  repo.pushedAt = now(world);
  world.deliveries.happened({
    event: 'push',
    action: null,
    repo,
    sender: change.actor,
    payload: () => pushPayload(world, change),
  });
  if (ref.startsWith('refs/heads/')) await follow(world, change, ref.slice('refs/heads/'.length));
  return true;
}

async function follow(world: World, { repo, to, actor }: Push, branch: string): Promise<void> {
  const open = world.pulls.filter((pull) => pull.state === 'open' && source(pull.repo) === source(repo));
  for (const pull of open) {
    if (pull.head.repo === repo && pull.head.ref === branch) await moveHead(world, pull, { to, actor });
  }
  if (to !== null) await closeMerged(world, { repo, branch, to, actor });
}

async function moveHead(world: World, pull: Pull, { to, actor }: { to: string | null; actor: User }): Promise<void> {
  if (to === null) {
    close(world, pull, actor);
    return;
  }
  const before = { base: pull.base.sha, head: pull.head.sha };
  await setHead(world, pull, to);
  pullEvent(world, { pull, action: 'synchronize', sender: actor, extra: { before: before.head, after: to } });
  await dismissStale(world, pull, { before, sender: actor });
}

/** Takes the head and the base as they are now, and moves `refs/pull/N/head` along. */
export async function setHead(world: World, pull: Pull, sha: string): Promise<void> {
  const { git } = pull.repo;
  const ref = `refs/pull/${pull.number}/head`;
  pull.head.sha = sha;
  pull.base.sha = git.resolve(`refs/heads/${pull.base.ref}`) ?? pull.base.sha;
  pull.updatedAt = now(world);
  await git.move(ref, sha, git.resolve(ref));
}

/** Closes a pull request without merging it. */
export function close(world: World, pull: Pull, sender: User): void {
  pull.state = 'closed';
  pull.closedAt = now(world);
  pull.updatedAt = pull.closedAt;
  pullEvent(world, { pull, action: 'closed', sender });
}

/** GitHub marks a pull request as merged when its head arrives on the base by any way. */
async function closeMerged(
  world: World,
  { repo, branch, to, actor }: { repo: Repo; branch: string; to: string; actor: User },
): Promise<void> {
  const open = world.pulls.filter((pull) => pull.repo === repo && pull.base.ref === branch && pull.state === 'open');
  const { store } = repo.git;
  for (const pull of open) {
    const isMerged = await isAncestor(store, pull.head.sha, to);
    if (isMerged && pull.state === 'open') markMerged(world, pull, { commit: to, sender: actor });
  }
}

/** Closes a pull request as merged. */
export function markMerged(world: World, pull: Pull, { commit, sender }: { commit: string; sender: User }): void {
  const at = now(world);
  Object.assign(pull, { state: 'closed', closedAt: at, mergedAt: at, updatedAt: at, mergedBy: sender });
  pull.mergeCommit = commit;
  pullEvent(world, { pull, action: 'closed', sender });
}

async function pushPayload(world: World, { repo, ref, from, to, actor }: Push): Promise<Json> {
  const commits = to !== null && ref.startsWith('refs/heads/') ? await pushedCommits(world, repo, { from, to }) : [];
  const forced = from !== null && to !== null && !(await isAncestor(repo.git.store, from, to));
  const html = htmlUrl(fullName(repo));
  const range = from === null ? `${to?.slice(0, 12)}` : `${from.slice(0, 12)}...${to?.slice(0, 12)}`;
  return {
    ref,
    before: from ?? NOTHING,
    after: to ?? NOTHING,
    repository: showPushedRepository(world, repo),
    pusher: { name: actor.login, email: `${actor.id}+${actor.login}@users.noreply.github.com` },
    sender: showUser(world, actor),
    created: from === null,
    deleted: to === null,
    forced,
    base_ref: null,
    compare: `${html}/compare/${range}`,
    commits,
    head_commit: commits.at(-1) ?? null,
  };
}

/** In push events alone, some times are numbers and the owner has a name. */
function showPushedRepository(world: World, repo: Repo): Json {
  const seconds = (text: string) => Math.floor(Date.parse(text) / 1000);
  const owner = { ...showUser(world, repo.owner), name: repo.owner.login, email: null };
  const times = { created_at: seconds(repo.createdAt), pushed_at: seconds(repo.pushedAt) };
  return {
    ...showRepository(world, repo),
    ...times,
    owner,
    url: apiUrl(world, repo),
    master_branch: repo.defaultBranch,
  };
}

/** At most 2,048 commits with the names of their files, oldest first. A new branch shows those that main has not. */
async function pushedCommits(world: World, repo: Repo, range: { from: string | null; to: string }): Promise<Json[]> {
  const base = range.from ?? repo.git.resolve(`refs/heads/${repo.defaultBranch}`);
  const oids = base === null || base === range.to ? [range.to] : await commitsBetween(repo.git.store, base, range.to);
  return Promise.all(oids.slice(-MOST_COMMITS).map((oid) => pushedCommit(world, repo, oid)));
}

async function pushedCommit(world: World, repo: Repo, oid: string): Promise<Json> {
  const { store } = repo.git;
  const commit = await readCommit(store, oid);
  const [parent] = commit?.parents ?? [];
  const files = await namesByStatus(store, parent ? await treeOf(store, parent) : '', commit?.tree ?? '');
  const person = (who: { name: string; email: string; date: string } | undefined): Json => {
    const user = who ? personBehind(world, who) : null;
    return {
      name: who?.name ?? '',
      email: who?.email ?? '',
      date: who?.date ?? '',
      ...(user ? { username: user.login } : {}),
    };
  };
  return {
    id: oid,
    tree_id: commit?.tree ?? '',
    distinct: true,
    message: commit?.message ?? '',
    timestamp: commit?.committer.date ?? '',
    url: htmlUrl(`${fullName(repo)}/commit/${oid}`),
    author: person(commit?.author),
    committer: person(commit?.committer),
    ...files,
  };
}
