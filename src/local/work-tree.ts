/** The files of a working tree, each with the id that git would give it. */
import { createHash } from 'node:crypto';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../specification/source-file.js';

/** The files at or below the places, in no special order; links are named, never followed. */
export async function readWorkTree(root: string, places: readonly string[]): Promise<SourceFile[]> {
  const found = await Promise.all(places.map((place) => walk(root, place)));
  const byPath = new Map(found.flat().map((file) => [file.path, file]));
  return [...byPath.values()];
}

async function walk(root: string, path: string): Promise<SourceFile[]> {
  const stat = await lstat(join(root, path)).catch(() => null);
  if (!stat) return [];
  if (stat.isSymbolicLink()) return [{ path, oid: '', bytes: new Uint8Array(), kind: 'symbolic link' }];
  if (stat.isFile()) {
    const bytes = await readFile(join(root, path));
    return [{ path, oid: blobId(bytes), bytes, size: bytes.length, kind: 'file' }];
  }
  if (!stat.isDirectory()) return [];
  const names = await readdir(join(root, path));
  if (names.includes('.git')) return [{ path, oid: '', bytes: new Uint8Array(), kind: 'submodule' }];
  return (await Promise.all(names.map((name) => walk(root, `${path}/${name}`)))).flat();
}

/** Git's id of a blob (SHA-1 repositories). */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
