/** Questions about the graph of commits. What follows from ids alone is asked of git once. */
import { type Commit, readCommit, type Signature, writeCommit } from './commit.js';
import type { ObjectStore } from './object-store.js';
import { output, run } from './run.js';
import { entryAt } from './tree.js';

/** Most pull requests are shorter than this. */
const LONGEST_LINE = 50;

/** The commits after the old one up to the young one where nothing branches off between; null otherwise. No process. */
async function straightLine(store: ObjectStore, old: string, young: string): Promise<readonly string[] | null> {
  const line: string[] = [];
  for (let oid = young; oid !== old; ) {
    const [parent, ...others] = (await readCommit(store, oid))?.parents ?? [];
    if (parent === undefined || others.length > 0 || line.length === LONGEST_LINE) return null;
    line.unshift(oid);
    oid = parent;
  }
  return line;
}

/** The best common ancestor, or null where the histories are unrelated. */
export function mergeBase(store: ObjectStore, a: string, b: string): Promise<string | null> {
  return store.once(`base ${a} ${b}`, async () => {
    if (await isAncestor(store, a, b)) return a;
    if (await isAncestor(store, b, a)) return b;
    const { code, out } = await run(store.folder, ['merge-base', a, b]);
    return code === 0 ? out.toString().trim() : null;
  });
}

/** Whether the one commit is in the history of the other; a commit is in its own. No process. */
export function isAncestor(store: ObjectStore, old: string, young: string): Promise<boolean> {
  return store.once(`ancestor ${old} ${young}`, async () => {
    const seen = new Set([young]);
    for (const oid of seen) {
      if (oid === old) return true;
      for (const parent of (await readCommit(store, oid))?.parents ?? []) seen.add(parent);
    }
    return false;
  });
}

/** Ids of the commits that the head has and the base has not, oldest first. */
export function commitsBetween(store: ObjectStore, base: string, head: string): Promise<readonly string[]> {
  return store.once(`log ${base} ${head}`, async () => {
    const line = await straightLine(store, base, head);
    if (line) return line;
    if (await isAncestor(store, head, base)) return [];
    const text = await output(store.folder, ['rev-list', '--reverse', '--topo-order', `${base}..${head}`]);
    return text.split('\n').filter((line) => line !== '');
  });
}

/** What a log is narrowed to. */
export interface Log {
  readonly path?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Ids of the commits behind a commit, newest first. */
export async function log(store: ObjectStore, from: string, { path, since, until }: Log): Promise<readonly string[]> {
  const line = since || until ? null : await lineTo(store, from, path);
  if (line) return line;
  const dates = [...(since ? [`--since=${since}`] : []), ...(until ? [`--until=${until}`] : [])];
  const text = await output(store.folder, ['rev-list', ...dates, from, '--', ...(path ? [path] : [])]);
  return text.split('\n').filter((line) => line !== '');
}

/** The commits behind a commit that touch the path, newest first; null where the history is no line. No process. */
async function lineTo(store: ObjectStore, from: string, path: string | undefined): Promise<readonly string[] | null> {
  const line: string[] = [];
  for (let commit = await readCommit(store, from); commit; ) {
    const [parent, ...others]: readonly string[] = commit.parents;
    if (others.length > 0) return null;
    const before: Commit | null = parent === undefined ? null : await readCommit(store, parent);
    if (path === undefined || (await isTouched(store, path, [before?.tree ?? '', commit.tree]))) line.push(commit.oid);
    commit = before;
  }
  return line;
}

async function isTouched(store: ObjectStore, path: string, trees: readonly [string, string]): Promise<boolean> {
  const [before, after] = await Promise.all(trees.map((tree) => entryAt(store, tree, path)));
  return before?.oid !== after?.oid || before?.mode !== after?.mode;
}

/** The merged tree, or the paths in conflict. */
export type Merge = { readonly tree: string } | { readonly conflicts: readonly string[] };

/** A real three-way merge of two commits, nothing checked out. */
export function mergeTrees(store: ObjectStore, ours: string, theirs: string): Promise<Merge> {
  return store.once(`merge ${ours} ${theirs}`, async () => {
    // Where one side stands still there is nothing to bring together.
    if (await isAncestor(store, ours, theirs)) return { tree: await treeOf(store, theirs) };
    if (await isAncestor(store, theirs, ours)) return { tree: await treeOf(store, ours) };
    const args = ['merge-tree', '--write-tree', '--name-only', '--no-messages', '-z', ours, theirs];
    const { code, out, err } = await run(store.folder, args);
    const [tree = '', ...conflicts] = out.toString().split('\0').filter(Boolean);
    if (code === 0) return { tree };
    if (code === 1) return { conflicts };
    // Unrelated histories cannot be merged, as a conflict cannot.
    if (/unrelated histories/.test(err)) return { conflicts: [] };
    throw new Error(`git merge-tree failed: ${err.trim()}`);
  });
}

/** What is merged with what. */
export interface MergeRequest {
  readonly ours: string;
  readonly theirs: string;
  /** One commit with everything that the other side brings, instead of a commit with two parents. */
  readonly squash?: boolean;
  readonly message: string;
  readonly author: Signature;
  readonly committer: Signature;
}

/** Writes the merge of two commits and gives its id; null where they conflict. */
export async function mergeCommits(store: ObjectStore, request: MergeRequest): Promise<string | null> {
  const { ours, theirs, squash, author, committer, message } = request;
  const merged = await mergeTrees(store, ours, theirs);
  if ('conflicts' in merged) return null;
  const parents = squash ? [ours] : [ours, theirs];
  return writeCommit(store, { tree: merged.tree, parents, author, committer, message });
}

/** Tree of a commit; `''` where there is no such commit. */
export async function treeOf(store: ObjectStore, commit: string): Promise<string> {
  return (await readCommit(store, commit))?.tree ?? '';
}
