/** Commits that people make at home and push: files written, deleted, linked, whatever git can hold. */
import { type Signature, writeCommit } from '../git/commit.js';
import { treeOf } from '../git/history.js';
import type { ObjectStore } from '../git/object-store.js';
import { type Edit, editTree } from '../git/tree.js';

/** A text, bytes, null to delete, a symbolic link, an executable, or a submodule at a commit. */
export type Content =
  | string
  | Uint8Array
  | null
  | { readonly link: string }
  | { readonly executable: string }
  | { readonly submodule: string };

/** What a commit changes. */
export interface FileChange {
  readonly files: Readonly<Record<string, Content>>;
  readonly message?: string;
}

/** Writes one commit on top of another, or the first one of all, and gives its id. */
export async function commitFiles(
  store: ObjectStore,
  parent: string | null,
  { files, message = 'Change files', by, committer = by }: FileChange & { by: Signature; committer?: Signature },
): Promise<string> {
  const edits = new Map<string, Edit>();
  for (const [path, content] of Object.entries(files)) edits.set(path, await editOf(store, content));
  const tree = await editTree(store, parent === null ? null : await treeOf(store, parent), edits);
  return writeCommit(store, { tree, parents: parent === null ? [] : [parent], author: by, committer, message });
}

async function editOf(store: ObjectStore, content: Content): Promise<Edit> {
  const blob = (bytes: string | Uint8Array) => store.write('blob', Buffer.from(bytes as string));
  if (content === null) return null;
  if (typeof content === 'string' || content instanceof Uint8Array) return { mode: '100644', oid: await blob(content) };
  if ('link' in content) return { mode: '120000', oid: await blob(content.link) };
  if ('executable' in content) return { mode: '100755', oid: await blob(content.executable) };
  return { mode: '160000', oid: content.submodule };
}
