/** Trees: reading them, finding a path, and writing a changed one. Names are taken as they are, hostile ones too. */
import type { ObjectStore } from './object-store.js';

/** One line of a tree object. */
export interface TreeEntry {
  /** `100644`, `100755`, `120000`, `160000` or `40000`. */
  readonly mode: string;
  readonly name: string;
  readonly oid: string;
}

/** What a path becomes; null takes it away. */
export type Edit = { readonly mode: string; readonly oid: string } | null;

const FOLDER = '40000';

/** Entries of a tree; none where the tree is not there. */
export async function readTree(store: ObjectStore, oid: string | null): Promise<readonly TreeEntry[]> {
  const object = oid === null ? null : await store.read(oid);
  return object?.type === 'tree' ? parseTree(object.bytes) : [];
}

/** Every entry below the tree, folders included, in git's order; names are whole paths. */
export async function listTree(store: ObjectStore, oid: string, prefix = ''): Promise<readonly TreeEntry[]> {
  const found: TreeEntry[] = [];
  for (const entry of await readTree(store, oid)) {
    const name = prefix + entry.name;
    found.push({ ...entry, name });
    if (entry.mode === FOLDER) found.push(...(await listTree(store, entry.oid, `${name}/`)));
  }
  return found;
}

/** The entry at a path of the tree, or null. The empty path is the tree itself. */
export async function entryAt(store: ObjectStore, tree: string, path: string): Promise<TreeEntry | null> {
  let entry: TreeEntry = { mode: FOLDER, name: '', oid: tree };
  for (const name of path === '' ? [] : path.split('/')) {
    const found = (await readTree(store, entry.oid)).find((candidate) => candidate.name === name);
    if (!found) return null;
    entry = found;
  }
  return entry;
}

/** Writes the tree with the edits made and gives its id; folders that become empty go. */
export async function editTree(
  store: ObjectStore,
  tree: string | null,
  edits: ReadonlyMap<string, Edit>,
): Promise<string> {
  const entries = new Map((await readTree(store, tree)).map((entry) => [entry.name, entry]));
  for (const [name, below] of byFirstName(edits)) {
    const whole = below.get('');
    if (whole !== undefined) setOrDelete(entries, name, whole);
    below.delete('');
    if (below.size > 0) await editFolder(store, { entries, name, below });
  }
  return store.write('tree', formatTree([...entries.values()]));
}

async function editFolder(
  store: ObjectStore,
  { entries, name, below }: { entries: Map<string, TreeEntry>; name: string; below: Map<string, Edit> },
): Promise<void> {
  const old = entries.get(name);
  const oid = await editTree(store, old?.mode === FOLDER ? old.oid : null, below);
  const empty = (await readTree(store, oid)).length === 0;
  // Deleting below something that is no folder leaves that thing alone.
  if (empty && old !== undefined && old.mode !== FOLDER) return;
  setOrDelete(entries, name, empty ? null : { mode: FOLDER, oid });
}

function setOrDelete(entries: Map<string, TreeEntry>, name: string, edit: Edit): void {
  if (edit === null) entries.delete(name);
  else entries.set(name, { ...edit, name });
}

function byFirstName(edits: ReadonlyMap<string, Edit>): Map<string, Map<string, Edit>> {
  const groups = new Map<string, Map<string, Edit>>();
  for (const [path, edit] of edits) {
    const slash = path.indexOf('/');
    const name = slash < 0 ? path : path.slice(0, slash);
    const group = groups.get(name) ?? new Map<string, Edit>();
    group.set(slash < 0 ? '' : path.slice(slash + 1), edit);
    groups.set(name, group);
  }
  return groups;
}

function parseTree(bytes: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const zero = bytes.indexOf(0, space);
    entries.push({
      mode: bytes.subarray(at, space).toString(),
      name: bytes.subarray(space + 1, zero).toString(),
      oid: bytes.subarray(zero + 1, zero + 21).toString('hex'),
    });
    at = zero + 21;
  }
  return entries;
}

/** Git sorts by bytes, a folder as if its name ended in a slash. */
function formatTree(entries: readonly TreeEntry[]): Buffer {
  const key = (entry: TreeEntry) => Buffer.from(entry.mode === FOLDER ? `${entry.name}/` : entry.name);
  const sorted = [...entries].sort((a, b) => Buffer.compare(key(a), key(b)));
  const parts = sorted.map(({ mode, name, oid }) =>
    Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(oid, 'hex')]),
  );
  return Buffer.concat(parts);
}
