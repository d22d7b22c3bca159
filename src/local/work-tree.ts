/** The files of a working tree, each with the id that git would give it. */
import { createHash } from 'node:crypto';
import type { Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SourceFile } from '../specification/source-file.js';
import { READ_AT_MOST } from './object-reader.js';

/** The files at or below the places, in no special order; a link, or what lies behind one, is named and never read. */
export async function readWorkTree(root: string, places: readonly string[]): Promise<SourceFile[]> {
  const found = await Promise.all(places.map((place) => readPlace(root, place)));
  const byPath = new Map(found.flat().map((file) => [file.path, file]));
  return [...byPath.values()];
}

async function readPlace(root: string, place: string): Promise<SourceFile[]> {
  for (const folder of foldersAbove(place)) {
    if ((await statOf(join(root, folder)))?.isSymbolicLink()) return [unread(folder, 'symbolic link')];
    if (await statOf(join(root, folder, '.git'))) return [unread(folder, 'submodule')];
  }
  return walk(root, place);
}

/** `a/b/c` lies below `a` and `a/b`. */
function foldersAbove(place: string): string[] {
  const steps = place.split('/');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('/'));
}

async function walk(root: string, path: string): Promise<SourceFile[]> {
  const stat = await statOf(join(root, path));
  if (stat?.isSymbolicLink()) return [unread(path, 'symbolic link')];
  if (stat?.isFile()) return [await readOne(root, path, stat.size)];
  if (!stat?.isDirectory()) return [];
  const names = await readdir(join(root, path));
  if (names.includes('.git')) return [unread(path, 'submodule')];
  return (await Promise.all(names.map((name) => walk(root, `${path}/${name}`)))).flat();
}

async function readOne(root: string, path: string, size: number): Promise<SourceFile> {
  if (size > READ_AT_MOST) return { path, oid: '', bytes: new Uint8Array(), size, kind: 'file' };
  const bytes = await readFile(join(root, path));
  return { path, oid: blobId(bytes), bytes, size: bytes.length, kind: 'file' };
}

function unread(path: string, kind: 'symbolic link' | 'submodule'): SourceFile {
  return { path, oid: '', bytes: new Uint8Array(), kind };
}

/** Null where nothing is; what cannot be looked at is thrown, because it would otherwise look like nothing. */
async function statOf(path: string): Promise<Stats | null> {
  try {
    return await lstat(path);
  } catch (error) {
    if (NOTHING_THERE.has((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

const NOTHING_THERE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG']);

/** Git's id of a blob (SHA-1 repositories). */
function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
