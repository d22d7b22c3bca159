/** Git's own objects: commits, trees and blobs, by id. */

import { checkedPath, touchesWorkflows } from '../actions/paths.js';
import { readCommit, type Signature, writeCommit } from '../git/commit.js';
import { treeOf } from '../git/history.js';
import { type Edit, editTree, entryAt, listTree, readTree, type TreeEntry } from '../git/tree.js';
import { type Answer, actingUser, type Call, created, ok, param, type RepoCall, routes } from '../http/route.js';
import { demand, notAccessible, notFound, unprocessable } from '../refusal.js';
import { githubSignature, showGitCommit, signatureOf } from '../show/commit.js';
import { apiUrl } from '../show/repository.js';
import { type Json, nodeId } from '../show/user.js';
import { isoSeconds, now, resolveCommit } from '../world.js';

/** Commits, trees, blobs and refs. */
export const OBJECT_ROUTES = routes<RepoCall>([
  ['GET /git/commits/{commit_sha}', 'git/get-commit', 'contents=read', getCommit],
  ['POST /git/commits', 'git/create-commit', 'contents=write', createCommit],
  ['GET /git/trees/{tree_sha}', 'git/get-tree', 'contents=read', getTree],
  ['POST /git/trees', 'git/create-tree', 'contents=write', createTree],
  ['GET /git/blobs/{file_sha}', 'git/get-blob', 'contents=read', getBlob],
  ['POST /git/blobs', 'git/create-blob', 'contents=write', createBlob],
]);

/** A recursive tree holds this many entries at most. */
const MOST_ENTRIES = 100_000;

async function getCommit(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const commit = await readCommit(repo.git.store, param(call, 'commit_sha'));
  return ok(showGitCommit(world, repo, commit ?? notFound()));
}

interface NewCommit {
  readonly message: string;
  readonly tree: string;
  readonly parents?: readonly string[];
  readonly author?: Partial<Signature>;
  readonly committer?: Partial<Signature>;
}

/** A commit of an App without custom people is GitHub's own to sign. */
async function createCommit(call: RepoCall): Promise<Answer> {
  const { world, repo, actor } = call;
  const { store } = repo.git;
  demand(call.body, 'message', 'tree');
  const { message, tree, parents = [], ...people } = call.body as unknown as NewCommit;
  if ((await store.read(tree))?.type !== 'tree') unprocessable('Tree SHA does not exist');
  for (const parent of parents) {
    if ((await store.read(parent))?.type !== 'commit')
      unprocessable('Parent SHA does not exist or is not a commit object');
  }
  const signed = actor.kind === 'installation' && !people.author && !people.committer;
  const usual = signatureOf(actingUser(call), now(world));
  const author = complete(people.author, usual);
  const committer = signed ? githubSignature(now(world)) : complete(people.committer ?? people.author, usual);
  const oid = await writeCommit(store, { tree, parents, message, author, committer });
  if (signed) world.verified.add(oid);
  const commit = (await readCommit(store, oid)) ?? notFound();
  return created(showGitCommit(world, repo, commit));
}

function complete(given: Partial<Signature> | undefined, usual: Signature): Signature {
  const date = given?.date ? isoSeconds(new Date(given.date)) : usual.date;
  return { name: given?.name ?? usual.name, email: given?.email ?? usual.email, date };
}

async function getTree(call: RepoCall): Promise<Answer> {
  const { world, repo, query } = call;
  const { store } = repo.git;
  const wanted = param(call, 'tree_sha');
  const commit = await resolveCommit(repo, wanted);
  const sha = commit ? await treeOf(store, commit) : wanted;
  if ((await store.read(sha))?.type !== 'tree') notFound();
  const all = query.has('recursive') ? await listTree(store, sha) : await readTree(store, sha);
  const cut = world.faults.truncateTrees ? Math.ceil(all.length / 2) : MOST_ENTRIES;
  const entries = all.slice(0, cut);
  const tree = await Promise.all(entries.map((entry) => showEntry(call, entry)));
  return ok({ sha, url: `${apiUrl(world, repo)}/git/trees/${sha}`, tree, truncated: entries.length < all.length });
}

async function showEntry({ world, repo }: RepoCall, { mode, name, oid }: TreeEntry): Promise<Json> {
  const type = mode === '40000' ? 'tree' : mode === '160000' ? 'commit' : 'blob';
  const entry = { path: name, mode: mode.padStart(6, '0'), type, sha: oid };
  if (type === 'commit') return entry;
  const url = `${apiUrl(world, repo)}/git/${type}s/${oid}`;
  return type === 'tree'
    ? { ...entry, url }
    : { ...entry, size: (await repo.git.store.read(oid))?.bytes.length ?? 0, url };
}

interface NewTree {
  readonly base_tree?: string;
  readonly tree: readonly {
    readonly path: string;
    readonly mode: string;
    readonly sha?: string | null;
    readonly content?: string;
  }[];
}

async function createTree(call: RepoCall): Promise<Answer> {
  const { world, repo, actor } = call;
  const { store } = repo.git;
  demand(call.body, 'tree');
  const { base_tree = null, tree } = call.body as unknown as NewTree;
  const base = base_tree && (await treeOf(store, base_tree)) ? await treeOf(store, base_tree) : base_tree;
  if (base !== null && (await store.read(base))?.type !== 'tree') unprocessable('base_tree is not a valid tree oid');
  if (touchesWorkflows(actor, tree)) notAccessible();
  const edits = new Map<string, Edit>();
  for (const entry of tree) edits.set(checkedPath(entry.path), await editOf(call, base, entry));
  const sha = await editTree(store, base, edits);
  const entries = await Promise.all((await readTree(store, sha)).map((entry) => showEntry(call, entry)));
  return created({ sha, url: `${apiUrl(world, repo)}/git/trees/${sha}`, tree: entries, truncated: false });
}

async function editOf({ repo }: RepoCall, base: string | null, entry: NewTree['tree'][number]): Promise<Edit> {
  const { store } = repo.git;
  const mode = entry.mode.replace(/^0/, '');
  if (entry.content !== undefined) return { mode, oid: await store.write('blob', Buffer.from(entry.content)) };
  if (entry.sha === null || entry.sha === undefined) {
    if (base === null || !(await entryAt(store, base, entry.path))) unprocessable('GitRPC::BadObjectState');
    return null;
  }
  if (mode !== '160000' && !(await store.read(entry.sha))) unprocessable(`tree.sha ${entry.sha} is not a valid blob`);
  return { mode, oid: entry.sha };
}

async function getBlob(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const sha = param(call, 'file_sha');
  const object = await repo.git.store.read(sha);
  if (object?.type !== 'blob') return notFound();
  if (wantsRaw(call)) return { status: 200, raw: object.bytes };
  const url = `${apiUrl(world, repo)}/git/blobs/${sha}`;
  const content = base64(object.bytes);
  return ok({ sha, node_id: nodeId('Blob', sha), size: object.bytes.length, url, content, encoding: 'base64' });
}

async function createBlob(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  demand(call.body, 'content');
  const { content, encoding = 'utf-8' } = call.body as { content: string; encoding?: string };
  const sha = await repo.git.store.write('blob', Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8'));
  return created({ sha, url: `${apiUrl(world, repo)}/git/blobs/${sha}` });
}

/** Whether the media type asks for the bytes as they are. */
export function wantsRaw({ headers }: Call): boolean {
  return /application\/vnd\.github(\.v3)?\.raw/.test(headers.accept ?? '');
}

/** As GitHub writes it: a line break after every 60 characters. */
export function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/.{1,60}/g, '$&\n');
}
