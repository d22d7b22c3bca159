/** Commits, comparisons, merges of branches, and files by path. */
import { mergeBranch } from '../actions/merge-pull.js';
import { refusedUpdate } from '../actions/protection.js';
import { differences } from '../git/diff.js';
import { commitsBetween, isAncestor, log, mergeBase, treeOf } from '../git/history.js';
import { entryAt, readTree, type TreeEntry } from '../git/tree.js';
import { type Answer, actingUser, created, NO_CONTENT, ok, page, param, type RepoCall, routes } from '../http/route.js';
import type { Pull } from '../model.js';
import { demand, notFound, Refusal, unprocessable } from '../refusal.js';
import { showCommit, showCommitInFull, shower } from '../show/commit.js';
import { showPull } from '../show/pull.js';
import { apiUrl } from '../show/repository.js';
import { htmlUrl, type Json } from '../show/user.js';
import { fullName, resolveCommit, source } from '../world.js';
import { base64, wantsRaw } from './object-routes.js';

export const COMMIT_ROUTES = routes<RepoCall>([
  ['GET /commits', 'repos/list-commits', 'contents=read', listCommits],
  ['GET /commits/{ref}', 'repos/get-commit', 'contents=read', getCommit],
  [
    'GET /commits/{commit_sha}/pulls',
    'repos/list-pull-requests-associated-with-commit',
    'pull_requests=read',
    listPulls,
  ],
  ['GET /compare/{basehead}', 'repos/compare-commits-with-basehead', 'contents=read', compare],
  ['GET /contents/{path}', 'repos/get-content', 'contents=read', getContents],
  ['POST /merges', 'repos/merge', 'contents=write', merge],
]);

/** Bytes that the contents API gives inline. */
const LARGEST_INLINE = 1_000_000;
const MOST_FILES = 300;
const MOST_COMMITS = 250;

async function listCommits(call: RepoCall): Promise<Answer> {
  const { world, repo, query } = call;
  const name = query.get('sha') ?? repo.defaultBranch;
  const from = (await resolveCommit(repo, name)) ?? notFound('Not Found');
  const [path, since, until] = ['path', 'since', 'until'].map((key) => query.get(key) ?? undefined);
  const items = await log(repo.git.store, from, { path, since, until });
  return page(call, { items, show: (oid) => showCommit(world, repo, oid) });
}

async function getCommit(call: RepoCall): Promise<Answer> {
  const name = param(call, 'ref');
  const oid = (await resolveCommit(call.repo, name)) ?? unprocessable(`No commit found for SHA: ${name}`);
  return ok(await showCommitInFull(call.world, call.repo, oid));
}

/** Pull requests that brought the commit, or would. */
async function listPulls(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const oid = (await resolveCommit(repo, param(call, 'commit_sha'))) ?? unprocessable('No commit found for SHA');
  const items: Pull[] = [];
  for (const pull of world.pulls.filter((one) => one.repo === repo)) {
    const brought = await commitsBetween(repo.git.store, pull.base.sha, pull.head.sha);
    if (brought.includes(oid) || (pull.mergedAt !== null && pull.mergeCommit === oid)) items.push(pull);
  }
  return page(call, { items, show: (pull) => showPull(world, pull) });
}

async function compare(call: RepoCall): Promise<Answer> {
  const { world, repo, query } = call;
  const { store } = repo.git;
  const [base, head] = await ends(call);
  const common = (await mergeBase(store, base, head)) ?? notFound();
  const ahead = await commitsBetween(store, base, head);
  const behind = await commitsBetween(store, head, base);
  const files = (await differences(store, common, head)).slice(0, MOST_FILES).map(shower(world, repo, head));
  const html = `${htmlUrl(fullName(repo))}/compare/${base}...${head}`;
  const shown = {
    url: `${apiUrl(world, repo)}/compare/${base}...${head}`,
    html_url: html,
    permalink_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    base_commit: await showCommit(world, repo, base),
    merge_base_commit: await showCommit(world, repo, common),
    status: statusOf(ahead.length, behind.length),
    ahead_by: ahead.length,
    behind_by: behind.length,
    total_commits: ahead.length,
  };
  // Files are on the first page only.
  const first = Number(query.get('page') ?? 1) <= 1;
  const wrap = (commits: readonly unknown[]) => ({ ...shown, commits, ...(first ? { files } : {}) });
  return page(call, {
    items: ahead,
    show: (oid) => showCommit(world, repo, oid),
    wrap,
    most: MOST_COMMITS,
    usual: MOST_COMMITS,
  });
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? 'diverged' : 'ahead';
  return behind > 0 ? 'behind' : 'identical';
}

/** Both ends of `base...head`, each a branch, tag or id, after `login:` where it lies in a fork. */
async function ends(call: RepoCall): Promise<[string, string]> {
  const { world, repo } = call;
  const names = param(call, 'basehead').split('...');
  const found = await Promise.all(
    names.map((name) => {
      const [ref = '', login] = name.split(':').reverse();
      const family = world.repos.filter((other) => !other.deleted && source(other) === source(repo));
      const place = login ? family.find((other) => other.owner.login === login) : repo;
      return place ? resolveCommit(place, ref) : null;
    }),
  );
  return [found[0] ?? notFound(), found[1] ?? notFound()];
}

async function getContents(call: RepoCall): Promise<Answer> {
  const { repo, query } = call;
  const ref = query.get('ref') ?? repo.defaultBranch;
  const commit = (await resolveCommit(repo, ref)) ?? notFound(`No commit found for the ref ${ref}`);
  const root = await treeOf(repo.git.store, commit);
  const path = param(call, 'path').replace(/\/$/, '');
  const found = (await entryAt(repo.git.store, root, path)) ?? notFound();
  if (found.mode === '40000') return ok(await showFolder(call, { path, found, ref }));
  return showFile(call, { path, ref, found: await followLink(call, { root, path, found }) });
}

interface Place {
  readonly path: string;
  readonly ref: string;
  readonly found: TreeEntry;
}

/** A link to a file within the repository is answered with that file, without a word. */
async function followLink({ repo }: RepoCall, { root, path, found }: { root: string; path: string; found: TreeEntry }) {
  if (found.mode !== '120000') return found;
  const target = (await repo.git.store.read(found.oid))?.bytes.toString() ?? '';
  const resolved = new URL(target, `http://twin/${path}`).pathname.slice(1);
  const behind = await entryAt(repo.git.store, root, decodeURIComponent(resolved));
  return behind && /^100/.test(behind.mode) ? behind : found;
}

async function showFile(call: RepoCall, { path, ref, found }: Place): Promise<Answer> {
  const { repo } = call;
  const bytes =
    found.mode === '160000' ? Buffer.alloc(0) : ((await repo.git.store.read(found.oid))?.bytes ?? Buffer.alloc(0));
  if (wantsRaw(call)) return { status: 200, raw: bytes };
  const entry = { ...(await showPlace(call, { path, ref, found })), size: bytes.length };
  if (found.mode === '160000') return ok({ ...entry, submodule_git_url: null });
  if (found.mode === '120000') return ok({ ...entry, target: bytes.toString() });
  const inline = bytes.length <= LARGEST_INLINE;
  return ok({ ...entry, content: inline ? base64(bytes) : '', encoding: inline ? 'base64' : 'none' });
}

async function showFolder(call: RepoCall, { path, ref, found }: Place): Promise<Json[]> {
  const entries = await readTree(call.repo.git.store, found.oid);
  const below = (name: string) => (path === '' ? name : `${path}/${name}`);
  return Promise.all(
    entries.slice(0, 1000).map((entry) => showPlace(call, { path: below(entry.name), ref, found: entry })),
  );
}

const TYPES: Readonly<Record<string, string>> = { '40000': 'dir', '120000': 'symlink', '160000': 'submodule' };

async function showPlace({ world, repo }: RepoCall, { path, ref, found }: Place): Promise<Json> {
  const type = TYPES[found.mode] ?? 'file';
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  const url = `${apiUrl(world, repo)}/contents/${encoded}?ref=${ref}`;
  const kind = type === 'dir' ? 'trees' : 'blobs';
  const git = type === 'submodule' ? null : `${apiUrl(world, repo)}/git/${kind}/${found.oid}`;
  const html = htmlUrl(`${fullName(repo)}/${type === 'dir' ? 'tree' : 'blob'}/${ref}/${encoded}`);
  const size = type === 'file' ? ((await repo.git.store.read(found.oid))?.bytes.length ?? 0) : 0;
  const name = path.split('/').at(-1) ?? '';
  const urls = { url, html_url: html, git_url: git, download_url: type === 'file' ? html : null };
  return { name, path, sha: found.oid, size, type, ...urls, _links: { self: url, git, html } };
}

async function merge(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  demand(call.body, 'base', 'head');
  const { base, head, commit_message } = call.body as { base: string; head: string; commit_message?: string };
  const ref = `refs/heads/${base}`;
  const ours = repo.git.resolve(ref) ?? notFound('Base does not exist');
  const theirs = (await resolveCommit(repo, head)) ?? notFound('Head does not exist');
  const refused = refusedUpdate(repo, ref, actingUser(call));
  if (refused) unprocessable(refused);
  if (await isAncestor(repo.git.store, theirs, ours)) return NO_CONTENT;
  const message = commit_message ?? `Merge ${head} into ${base}`;
  const merged = await mergeBranch(world, { repo, ref, ours }, { theirs, message, actor: actingUser(call) });
  if (merged === 'conflict') throw new Refusal(409, 'Merge conflict');
  if (merged === 'lost') throw new Refusal(409, 'Base branch was modified');
  return created(await showCommit(world, repo, merged));
}
