/** Trees and blobs by their ids: each distinct blob is read once. */
import type { SourceFile } from '../specification/source-file.js';
import { git, runGit } from './git.js';

export interface TreeEntry {
  readonly path: string;
  readonly oid: string;
  readonly size: number;
  readonly kind: 'file' | 'symbolic link' | 'submodule';
}

/** Blobs above this are not read: the reader refuses them by their size alone. */
const READ_AT_MOST = 8_000_000;

const KINDS: Readonly<Record<string, TreeEntry['kind']>> = { '120000': 'symbolic link', '160000': 'submodule' };

/** The files of a commit at or below the places. */
export async function listTree(folder: string, commit: string, places: readonly string[]): Promise<TreeEntry[]> {
  const listing = await git(folder, ['ls-tree', '-r', '-l', '-z', '--full-tree', commit, '--', ...places]);
  return listing.split('\0').flatMap((line) => {
    const match = /^(\d{6}) \w+ ([0-9a-f]+)\s+(\d+|-)\t(.*)$/s.exec(line);
    if (!match) return [];
    const [, mode = '', oid = '', size = '', path = ''] = match;
    return [{ path, oid, size: Number(size) || 0, kind: KINDS[mode] ?? 'file' }];
  });
}

/** Remembers blobs by id, and reads all that are missing with one git process. */
export class BlobReader {
  readonly #folder: string;
  readonly #blobs = new Map<string, Uint8Array>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  remember(oid: string, bytes: Uint8Array): void {
    this.#blobs.set(oid, bytes);
  }

  async files(entries: readonly TreeEntry[]): Promise<SourceFile[]> {
    const readable = entries.filter(({ kind, size }) => kind === 'file' && size <= READ_AT_MOST);
    await this.#fetch([...new Set(readable.map(({ oid }) => oid))].filter((oid) => !this.#blobs.has(oid)));
    return entries.map(({ path, oid, size, kind }) => ({
      path,
      oid,
      size,
      kind,
      bytes: this.#blobs.get(oid) ?? EMPTY,
    }));
  }

  async #fetch(oids: readonly string[]): Promise<void> {
    if (oids.length === 0) return;
    const { stdout } = await runGit(this.#folder, ['cat-file', '--batch'], `${oids.join('\n')}\n`);
    let at = 0;
    for (const oid of oids) {
      const end = stdout.indexOf(10, at);
      const size = Number(/ blob (\d+)$/.exec(stdout.subarray(at, end).toString())?.[1] ?? Number.NaN);
      if (Number.isNaN(size)) throw new Error(`git has no blob ${oid}`);
      this.#blobs.set(oid, stdout.subarray(end + 1, end + 1 + size));
      at = end + 1 + size + 1;
    }
  }
}

const EMPTY = new Uint8Array();
