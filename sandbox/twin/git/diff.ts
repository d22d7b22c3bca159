/** The files that differ between two commits, as GitHub lists them. */

import { treeOf } from './history.js';
import type { ObjectStore } from './object-store.js';

/** What happened to a file, in GitHub's words. */
export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed';

/** A file that differs between two trees. */
export interface FileDifference {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: FileStatus;
  /** Blob of the new side, of the old side for a removed file. */
  readonly oid: string;
  readonly additions: number;
  readonly deletions: number;
  /** Hunks only; null for binary files and for those that are too large to show. */
  readonly patch: string | null;
}

const STATUS: Readonly<Record<string, FileStatus>> = {
  A: 'added',
  D: 'removed',
  M: 'modified',
  R: 'renamed',
  C: 'copied',
  T: 'changed',
};
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
/** GitHub leaves the patch out somewhere above this; the exact rule is not documented. */
const LARGEST_PATCH = 1_000_000;

/** Differences from one commit to another; null stands for an empty tree. */
export function differences(store: ObjectStore, from: string | null, to: string): Promise<readonly FileDifference[]> {
  return store.once(`diff ${from} ${to}`, async () => {
    if (from === null) await store.write('tree', Buffer.alloc(0));
    const before = from === null ? EMPTY_TREE : await treeOf(store, from);
    return parse(await store.difference(before, await treeOf(store, to)));
  });
}

/** Raw records end in a zero byte each; one more zero parts them from the patches, which come in the same order. */
function parse(text: string): FileDifference[] {
  const cut = text.indexOf('\0\0');
  const fields = (cut < 0 ? text : text.slice(0, cut)).split('\0');
  const patches = cut < 0 ? [] : text.slice(cut + 2).split(/^(?=diff --git )/m);
  const files: FileDifference[] = [];
  for (let at = 0; (fields[at] ?? '').startsWith(':'); ) {
    const [, , before = '', after = '', letter = 'M'] = (fields[at] ?? '').split(' ');
    const renamed = /^[RC]/.test(letter);
    const [first = '', second = ''] = fields.slice(at + 1, at + 3);
    at += renamed ? 3 : 2;
    const status = STATUS[letter.charAt(0)] ?? 'changed';
    // A changed type has two patches: the old file taken away, the new one added.
    const sections = patches.splice(0, letter === 'T' ? 2 : 1);
    const names = { path: renamed ? second : first, previousPath: renamed ? first : null };
    files.push({ ...names, status, oid: status === 'removed' ? before : after, ...counted(sections) });
  }
  return files;
}

function counted(sections: readonly string[]): Pick<FileDifference, 'additions' | 'deletions' | 'patch'> {
  const hunks = sections.map((section) => section.slice(section.search(/^@@ /m)).replace(/\n$/, ''));
  const patch = hunks.filter((text) => text.startsWith('@@ ')).join('\n');
  const lines = patch.split('\n');
  const additions = lines.filter((line) => line.startsWith('+')).length;
  const deletions = lines.filter((line) => line.startsWith('-')).length;
  return { additions, deletions, patch: patch === '' || patch.length > LARGEST_PATCH ? null : patch };
}
