/** Pull requests and what can be done to them. */
import { type MergeOrder, mergePull, updatePullBranch } from '../actions/merge-pull.js';
import { editPull, openPull, type PullEdit } from '../actions/pulls.js';
import { differences } from '../git/diff.js';
import { commitsBetween, mergeBase } from '../git/history.js';
import {
  type Answer,
  actingUser,
  created,
  NO_CONTENT,
  numberParam,
  ok,
  page,
  type RepoCall,
  routes,
} from '../http/route.js';
import type { Pull } from '../model.js';
import { demand, notFound } from '../refusal.js';
import { showCommit, shower } from '../show/commit.js';
import { showPull, showPullInFull } from '../show/pull.js';
import { apiUrl } from '../show/repository.js';
import { pullOf } from '../world.js';

/** Pull requests and what belongs to them. */
export const PULL_ROUTES = routes<RepoCall>([
  ['GET /pulls', 'pulls/list', 'pull_requests=read', listPulls],
  ['POST /pulls', 'pulls/create', 'pull_requests=write', createPull, 'read'],
  ['GET /pulls/{pull_number}', 'pulls/get', 'pull_requests=read', getPull],
  ['PATCH /pulls/{pull_number}', 'pulls/update', 'pull_requests=write', updatePull],
  ['GET /pulls/{pull_number}/files', 'pulls/list-files', 'pull_requests=read', listFiles],
  ['GET /pulls/{pull_number}/commits', 'pulls/list-commits', 'pull_requests=read', listCommits],
  ['GET /pulls/{pull_number}/merge', 'pulls/check-if-merged', 'contents=read', checkMerged],
  ['PUT /pulls/{pull_number}/merge', 'pulls/merge', 'contents=write', merge],
  ['PUT /pulls/{pull_number}/update-branch', 'pulls/update-branch', 'pull_requests=write', updateBranch],
]);

const MOST_FILES = 3000;
const MOST_COMMITS = 250;

/** The pull request that the path names; throws 404. */
export function pullIn(call: RepoCall, name = 'pull_number'): Pull {
  return pullOf(call.world, call.repo, numberParam(call, name));
}

function listPulls(call: RepoCall) {
  const { world, repo, query } = call;
  const state = query.get('state') ?? 'open';
  const base = query.get('base');
  const head = query.get('head');
  const wanted = (pull: Pull) =>
    pull.repo === repo &&
    (state === 'all' || pull.state === state) &&
    (base === null || pull.base.ref === base) &&
    (head === null || `${pull.head.owner.login}:${pull.head.ref}`.toLowerCase() === head.toLowerCase());
  const items = sorted(world.pulls.filter(wanted), query);
  return page(call, { items, show: (pull) => showPull(world, pull) });
}

/** Newest first, unless something else is asked for. */
function sorted(pulls: readonly Pull[], query: URLSearchParams): readonly Pull[] {
  const by = query.get('sort') ?? 'created';
  const up = (query.get('direction') ?? (query.has('sort') && by !== 'created' ? 'asc' : 'desc')) === 'asc';
  const key = (pull: Pull) => (by === 'updated' ? pull.updatedAt : pull.createdAt);
  const ascending = [...pulls].sort((a, b) => (key(a) === key(b) ? a.number - b.number : key(a) < key(b) ? -1 : 1));
  return up ? ascending : ascending.reverse();
}

interface NewPull {
  readonly title: string;
  readonly head: string;
  readonly base: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly maintainer_can_modify?: boolean;
}

async function createPull(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  demand(call.body, 'title', 'head', 'base');
  const { maintainer_can_modify: maintainerCanModify = true, ...wanted } = call.body as unknown as NewPull;
  const pull = await openPull(world, { ...wanted, repo, author: actingUser(call), maintainerCanModify });
  return created(await showPullInFull(world, pull));
}

async function getPull(call: RepoCall): Promise<Answer> {
  return ok(await showPullInFull(call.world, pullIn(call)));
}

async function updatePull(call: RepoCall): Promise<Answer> {
  const pull = pullIn(call);
  await editPull(call.world, pull, { edit: call.body as PullEdit, sender: actingUser(call) });
  return ok(await showPullInFull(call.world, pull));
}

async function listFiles(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const { base, head } = pullIn(call);
  const from = await mergeBase(repo.git.store, base.sha, head.sha);
  const files = await differences(repo.git.store, from, head.sha);
  return page(call, { items: files.slice(0, MOST_FILES), show: shower(world, repo, head.sha) });
}

async function listCommits(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const { base, head } = pullIn(call);
  const commits = await commitsBetween(repo.git.store, base.sha, head.sha);
  return page(call, { items: commits.slice(0, MOST_COMMITS), show: (oid) => showCommit(world, repo, oid) });
}

function checkMerged(call: RepoCall) {
  return pullIn(call).mergedAt === null ? notFound() : NO_CONTENT;
}

interface Merging {
  readonly commit_title?: string;
  readonly commit_message?: string;
  readonly sha?: string;
  readonly merge_method?: MergeOrder['method'];
}

async function merge(call: RepoCall): Promise<Answer> {
  const { sha, merge_method: method, commit_title: title, commit_message: message } = call.body as Merging;
  const order = { actor: actingUser(call), sha, method, title, message };
  const commit = await mergePull(call.world, pullIn(call), order);
  return ok({ sha: commit, merged: true, message: 'Pull Request successfully merged' });
}

async function updateBranch(call: RepoCall): Promise<Answer> {
  const pull = pullIn(call);
  const { expected_head_sha: expected } = call.body as { expected_head_sha?: string };
  await updatePullBranch(call.world, pull, { actor: actingUser(call), expected });
  const url = `${apiUrl(call.world, call.repo)}/pulls/${pull.number}`;
  return { status: 202, body: { message: 'Updating pull request branch.', url } };
}
