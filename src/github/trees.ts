/** Which files a commit has: one request a commit, whatever its size, and none for a commit that is known. */
import { StewardError } from '../errors.js';
import type { ChangedFile } from '../forge.js';
import type { ObjectCache, RawEntry, RawTree } from './object-cache.js';
import type { Connection } from './requests.js';

/** A file of a commit, not yet read. */
export interface TreeEntry {
  readonly path: string;
  readonly oid: string;
  readonly size: number;
  readonly kind: 'file' | 'symbolic link' | 'submodule';
  /** As git writes it, `100644` for a plain file. */
  readonly mode: string;
}

/** Which files commits have. */
export interface Trees {
  /**
   * The files of a commit at or below the places; also a link or submodule in the way to a place, so that it is not
   * taken for nothing. Throws `truncated-tree` where GitHub does not list them all, and `unsafe-path`.
   */
  list(commit: string, places: readonly string[]): Promise<readonly TreeEntry[]>;
  /** Files that differ from one commit to the other; a rename is two files. Throws `truncated-tree`. */
  difference(from: string, to: string): Promise<readonly ChangedFile[]>;
}

const FOLDER = '040000';
const KINDS: Readonly<Record<string, TreeEntry['kind']>> = { '120000': 'symbolic link', '160000': 'submodule' };

/** The trees of one repository, read through the cache. */
export function openTrees({ read, at }: Connection, cache: ObjectCache): Trees {
  async function fetchTree(id: string, depth: 'all' | 'one'): Promise<RawTree> {
    const key = `${depth} ${id}`;
    const kept = cache.trees.get(key);
    if (kept) return kept;
    const recursive = depth === 'all' ? { recursive: '1' } : {};
    const { data } = await read('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      ...at,
      tree_sha: id,
      ...recursive,
    });
    const tree = { entries: data.truncated ? [] : data.tree, truncated: data.truncated };
    cache.trees.set(key, tree);
    return tree;
  }

  /** For trees that are too large for one answer: only the way to the place, and what is below it. */
  async function walk(commit: string, place: string): Promise<readonly RawEntry[]> {
    let id = commit;
    const names = place.split('/');
    for (const [index, name] of names.entries()) {
      const { entries } = whole(await fetchTree(id, 'one'), place);
      const entry = entries.find(({ path }) => path === name);
      if (!entry?.sha) return [];
      if (entry.mode !== FOLDER) return [{ ...entry, path: names.slice(0, index + 1).join('/') }];
      id = entry.sha;
    }
    const { entries } = whole(await fetchTree(id, 'all'), place);
    return entries.map((entry) => ({ ...entry, path: `${place}/${entry.path}` }));
  }

  async function walkAll(commit: string, places: readonly string[]): Promise<RawEntry[]> {
    const found = new Map<string, RawEntry>();
    for (const place of places) for (const entry of await walk(commit, place)) found.set(entry.path, entry);
    return [...found.values()];
  }

  return {
    async list(commit, places) {
      const { entries, truncated } = await fetchTree(commit, 'all');
      const found = filesOf(truncated ? await walkAll(commit, places) : entries);
      return found.filter((entry) => places.some((place) => meets(entry, place))).map(safe);
    },
    async difference(from, to) {
      const before = whole(await fetchTree(from, 'all'), '');
      const after = whole(await fetchTree(to, 'all'), '');
      return changedFiles(filesOf(before.entries), filesOf(after.entries));
    },
  };
}

function changedFiles(before: readonly TreeEntry[], after: readonly TreeEntry[]): ChangedFile[] {
  const old = new Map(before.map((entry) => [entry.path, entry]));
  const changed = after.flatMap(({ path, oid, mode }): ChangedFile[] => {
    const was = old.get(path);
    old.delete(path);
    return was?.oid === oid && was.mode === mode ? [] : [{ path, oid, mode }];
  });
  return [...changed, ...[...old.values()].map(({ path, mode }) => ({ path, oid: null, mode }))];
}

function meets({ path, kind }: TreeEntry, place: string): boolean {
  if (path === place || path.startsWith(`${place}/`)) return true;
  return kind !== 'file' && place.startsWith(`${path}/`);
}

/** Names that git itself refuses, and that would lead out of the tree or into git where a path is followed. */
const UNSAFE = /(?:^|\/)(?:\.{0,2}|\.git)(?:\/|$)/i;

function safe(entry: TreeEntry): TreeEntry {
  if (!UNSAFE.test(entry.path)) return entry;
  const found = 'a path that leads out of the tree, or into git';
  throw new StewardError({ code: 'unsafe-path', place: entry.path, found, expected: 'a path below its folder' });
}

function filesOf(entries: readonly RawEntry[]): TreeEntry[] {
  return entries.flatMap(({ path, mode = '', sha, size = 0 }) =>
    mode === FOLDER || !sha ? [] : [{ path, oid: sha, size, kind: KINDS[mode] ?? 'file', mode }],
  );
}

/** A list that is cut would show files as removed. */
function whole(tree: RawTree, place: string): RawTree {
  if (!tree.truncated) return tree;
  throw new StewardError({
    code: 'truncated-tree',
    place,
    found: 'GitHub does not list all the files, there are too many',
    expected: 'at most 100,000 files below the folders of the specification',
  });
}
