/** What can be done to a pull request, whoever does it and by whatever door. */
import { commitsBetween, isAncestor } from '../git/history.js';
import type { Pull, Repo, User } from '../model.js';
import { invalid } from '../refusal.js';
import { nextId, now, source, type World } from '../world.js';
import { pullEvent } from './pull-event.js';
import { close, setHead } from './push.js';
import { checkLength } from './text.js';

/** A pull request to be opened. */
export interface Opening {
  readonly repo: Repo;
  readonly author: User;
  /** `branch` or `login:branch`. */
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body?: string | null;
  readonly draft?: boolean;
  readonly maintainerCanModify?: boolean;
}

/** Opens a pull request; throws 422 as GitHub does. */
export async function openPull(world: World, opening: Opening): Promise<Pull> {
  const { repo, title, author } = opening;
  if (title.trim() === '') invalid({ resource: 'Issue', code: 'missing_field', field: 'title' });
  checkLength(opening.body, { resource: 'Issue' });
  const head = findHead(world, opening);
  const baseSha = repo.git.resolve(`refs/heads/${opening.base}`);
  if (baseSha === null) invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  const ahead = await commitsBetween(repo.git.store, baseSha, head.sha);
  if (ahead.length === 0) refuse(`No commits between ${opening.base} and ${opening.head}`);
  const twin = world.pulls.find(
    (pull) => pull.state === 'open' && samePlaces(pull, { ...head, base: opening.base, repo }),
  );
  if (twin) refuse(`A pull request already exists for ${head.owner.login}:${head.ref}.`);
  repo.lastNumber += 1;
  const at = now(world);
  const pull: Pull = {
    id: nextId(world),
    number: repo.lastNumber,
    repo,
    author,
    head: { ref: head.ref, owner: head.owner, repo: head.repo, sha: head.sha },
    base: { ref: opening.base, sha: baseSha },
    title,
    body: opening.body ?? null,
    state: 'open',
    draft: opening.draft ?? false,
    // Of a pull request within one repository GitHub always says false.
    maintainerCanModify: head.repo !== repo && (opening.maintainerCanModify ?? true),
    labels: [],
    mergedBy: null,
    mergeCommit: null,
    createdAt: at,
    updatedAt: at,
    closedAt: null,
    mergedAt: null,
  };
  world.pulls.push(pull);
  await setHead(world, pull, head.sha);
  pullEvent(world, { pull, action: 'opened', sender: author });
  return pull;
}

/** What somebody alters of a pull request. */
export interface PullEdit {
  readonly title?: string;
  readonly body?: string | null;
  readonly base?: string;
  readonly state?: 'open' | 'closed';
  readonly maintainer_can_modify?: boolean;
}

/** Changes title, body, base or state; throws 422 as GitHub does. */
export async function editPull(
  world: World,
  pull: Pull,
  { edit, sender }: { edit: PullEdit; sender: User },
): Promise<void> {
  checkLength(edit.body, { resource: 'Issue' });
  const changes: Record<string, unknown> = {};
  if (edit.title !== undefined && edit.title !== pull.title) changes.title = { from: pull.title };
  if (edit.body !== undefined && edit.body !== pull.body) changes.body = { from: pull.body };
  if (edit.base !== undefined && edit.base !== pull.base.ref) changes.base = rebase(pull, edit.base);
  pull.title = edit.title ?? pull.title;
  pull.body = edit.body === undefined ? pull.body : edit.body;
  if (pull.head.repo !== pull.repo) pull.maintainerCanModify = edit.maintainer_can_modify ?? pull.maintainerCanModify;
  pull.updatedAt = now(world);
  if (Object.keys(changes).length > 0) pullEvent(world, { pull, action: 'edited', sender, extra: { changes } });
  if (edit.state === 'closed' && pull.state === 'open') close(world, pull, sender);
  if (edit.state === 'open' && pull.state === 'closed') await reopen(world, pull, sender);
}

/** Opens a closed pull request again; throws 422 where its branch is gone or was rewritten. */
async function reopen(world: World, pull: Pull, sender: User): Promise<void> {
  const { head, repo } = pull;
  const refused = (message: string) => invalid({ resource: 'PullRequest', code: 'custom', field: 'state', message });
  if (pull.mergedAt !== null) refused('state cannot be changed. The pull request has been merged.');
  const tip = head.repo?.git.resolve(`refs/heads/${head.ref}`) ?? null;
  if (tip === null) return refused(`state cannot be changed. The ${head.ref} branch has been deleted.`);
  if (!(await isAncestor(repo.git.store, head.sha, tip))) {
    refused(`state cannot be changed. The ${head.ref} branch was force-pushed or recreated.`);
  }
  pull.state = 'open';
  pull.closedAt = null;
  await setHead(world, pull, tip);
  pullEvent(world, { pull, action: 'reopened', sender });
}

function rebase(pull: Pull, branch: string): Record<string, unknown> {
  const sha = pull.repo.git.resolve(`refs/heads/${branch}`);
  if (sha === null) invalid({ resource: 'PullRequest', field: 'base', code: 'invalid' });
  const from = { ref: { from: pull.base.ref }, sha: { from: pull.base.sha } };
  pull.base = { ref: branch, sha };
  return from;
}

function findHead(world: World, { repo, head }: Opening): { repo: Repo; owner: User; ref: string; sha: string } {
  const [ref = '', login = repo.owner.login] = head.split(':').reverse();
  const family = world.repos.filter((other) => !other.deleted && source(other) === source(repo));
  const found = family.find((other) => other.owner.login.toLowerCase() === login.toLowerCase());
  const sha = found?.git.resolve(`refs/heads/${ref}`) ?? null;
  if (!found || sha === null) return invalid({ resource: 'PullRequest', field: 'head', code: 'invalid' });
  return { repo: found, owner: found.owner, ref, sha };
}

function samePlaces(
  pull: Pull,
  { repo, owner, ref, base }: { repo: Repo; owner: User; ref: string; base: string },
): boolean {
  return pull.repo === repo && pull.base.ref === base && pull.head.ref === ref && pull.head.owner === owner;
}

function refuse(message: string): never {
  invalid({ resource: 'PullRequest', code: 'custom', message });
}
