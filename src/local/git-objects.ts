/** Trees and blobs by their ids: each distinct one is read once. */
import type { SourceFile } from '../specification/source-file.js';
import type { ObjectReader } from './object-reader.js';

/** A file of a commit, before it is read. */
export interface TreeEntry {
  readonly path: string;
  readonly oid: string;
  readonly kind: 'file' | 'folder' | 'symbolic link' | 'submodule';
}

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = {
  '40000': 'folder',
  '120000': 'symbolic link',
  '160000': 'submodule',
};

/** Reads through one open git process and remembers what it read. */
export class ObjectStore {
  readonly #reader: ObjectReader;
  readonly #trees = new Map<string, Promise<readonly TreeEntry[]>>();
  readonly #blobs = new Map<string, Promise<{ readonly bytes: Uint8Array; readonly size: number }>>();

  constructor(reader: ObjectReader) {
    this.#reader = reader;
  }

  /** A blob that was read elsewhere, as from the working tree. */
  remember(oid: string, bytes: Uint8Array): void {
    this.#blobs.set(oid, Promise.resolve({ bytes, size: bytes.length }));
  }

  /** The files of a commit at or below the places, and links and submodules above them, in no special order. */
  async list(commit: string, places: readonly string[]): Promise<TreeEntry[]> {
    const found = await Promise.all(places.map((place) => this.#at(commit, place)));
    return [...new Map(found.flat().map((entry) => [entry.path, entry])).values()];
  }

  async files(entries: readonly TreeEntry[]): Promise<SourceFile[]> {
    return Promise.all(entries.map((entry) => this.#file(entry)));
  }

  async #file({ path, oid, kind }: TreeEntry): Promise<SourceFile> {
    if (kind !== 'file') return { path, oid, bytes: EMPTY, kind: kind === 'folder' ? 'submodule' : kind };
    return { path, oid, kind, ...(await this.#blob(oid)) };
  }

  #blob(oid: string): Promise<{ readonly bytes: Uint8Array; readonly size: number }> {
    const known = this.#blobs.get(oid);
    if (known) return known;
    const blob = this.#reader.read(oid).then((object) => {
      if (object?.type !== 'blob') throw new Error(`git has no blob ${oid}`);
      return { bytes: object.bytes, size: object.size };
    });
    this.#blobs.set(oid, blob);
    return blob;
  }

  async #at(commit: string, place: string): Promise<TreeEntry[]> {
    let entries = await this.#tree(`${commit}^{tree}`);
    const steps = place.split('/');
    for (const [index, name] of steps.entries()) {
      const found = entries.find((entry) => entry.path === name);
      const path = steps.slice(0, index + 1).join('/');
      if (!found) return [];
      if (found.kind === 'file' && index < steps.length - 1) return [];
      if (found.kind !== 'folder') return [{ ...found, path }];
      entries = await this.#tree(found.oid);
    }
    return this.#below(entries, place);
  }

  async #below(entries: readonly TreeEntry[], folder: string): Promise<TreeEntry[]> {
    const found = await Promise.all(
      entries.map(async (entry) => {
        const path = `${folder}/${entry.path}`;
        return entry.kind === 'folder' ? this.#below(await this.#tree(entry.oid), path) : [{ ...entry, path }];
      }),
    );
    return found.flat();
  }

  #tree(name: string): Promise<readonly TreeEntry[]> {
    const known = this.#trees.get(name);
    if (known) return known;
    const tree = this.#reader.read(name).then((object) => {
      if (object?.type !== 'tree') throw new Error(`git has no tree ${name}`);
      return parseTree(object.bytes, object.oid.length / 2);
    });
    this.#trees.set(name, tree);
    return tree;
  }
}

/** A tree object is a row of `mode name NUL id`, the id in bytes. */
function parseTree(bytes: Buffer, idLength: number): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < bytes.length; ) {
    const space = bytes.indexOf(32, at);
    const nul = bytes.indexOf(0, space);
    const mode = bytes.toString('latin1', at, space);
    const path = bytes.toString('utf8', space + 1, nul);
    entries.push({ path, oid: bytes.toString('hex', nul + 1, nul + 1 + idLength), kind: KINDS[mode] ?? 'file' });
    at = nul + 1 + idLength;
  }
  return entries;
}

const EMPTY = new Uint8Array();
