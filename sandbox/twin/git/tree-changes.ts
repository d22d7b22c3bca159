/** Which files differ between two trees, by what became of them; a rename is two files. Trees alone are read. */
import type { ObjectStore } from './object-store.js';
import { readTree, type TreeEntry } from './tree.js';

/** Whole paths. */
export interface NamesByStatus {
  readonly added: string[];
  readonly removed: string[];
  readonly modified: string[];
}

const FOLDER = '40000';

/** `''` stands for an empty tree. */
export async function namesByStatus(store: ObjectStore, from: string, to: string): Promise<NamesByStatus> {
  const names: NamesByStatus = { added: [], removed: [], modified: [] };
  await compare(store, { from, to, prefix: '' }, names);
  return names;
}

interface Pair {
  readonly from: string;
  readonly to: string;
  readonly prefix: string;
}

async function compare(store: ObjectStore, { from, to, prefix }: Pair, names: NamesByStatus): Promise<void> {
  if (from === to) return;
  const before = byName(await readTree(store, from));
  const after = byName(await readTree(store, to));
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, is] = [before.get(name), after.get(name)];
    if (was?.oid === is?.oid && was?.mode === is?.mode) continue;
    const path = `${prefix}${name}`;
    await compare(store, { from: folderOf(was), to: folderOf(is), prefix: `${path}/` }, names);
    const [wasFile, isFile] = [isThere(was), isThere(is)];
    if (wasFile && isFile) names.modified.push(path);
    else if (isFile) names.added.push(path);
    else if (wasFile) names.removed.push(path);
  }
}

function byName(entries: readonly TreeEntry[]): Map<string, TreeEntry> {
  return new Map(entries.map((entry) => [entry.name, entry]));
}

function folderOf(entry: TreeEntry | undefined): string {
  return entry?.mode === FOLDER ? entry.oid : '';
}

function isThere(entry: TreeEntry | undefined): boolean {
  return entry !== undefined && entry.mode !== FOLDER;
}
