/** What the editor shows of a pull request's head. */
import type { Editing } from './page/edit-page.js';
import { pullsOf, readFiles } from './read-pull.js';
import { REPOSITORY } from './sandbox.js';
import { textAt } from './text-at.js';
import { treeOf } from './twin/git/history.js';
import { listTree } from './twin/git/tree.js';
import type { Pull } from './twin/model.js';
import type { Twin } from './twin/twin.js';

/** A file of the specification at the head, the first changed one where none is named; null where there is none. */
export async function readEditing(twin: Twin, number: number, path: string | null): Promise<Editing | null> {
  const pull = pullsOf(twin).find((one) => one.number === number);
  if (!pull) return null;
  const paths = await pathsOf(pull);
  const chosen = path ?? paths[0] ?? '';
  const text = paths.includes(chosen) ? await textAt(twin, pull.head.sha, chosen) : null;
  return text === null ? null : { repository: REPOSITORY, pull: number, paths, path: chosen, text };
}

/** What the proposal changes in the specification, then all else of it, then the records and the SQL. */
async function pathsOf(pull: Pull): Promise<string[]> {
  const { store } = pull.repo.git;
  const entries = await listTree(store, await treeOf(store, pull.head.sha));
  const changed = new Set((await readFiles(pull)).map(({ path }) => path));
  const rank = (path: string) => (path.startsWith('spec/objects/') ? (changed.has(path) ? 0 : 1) : 2);
  const plain = entries.filter(({ mode }) => mode === '100644').map(({ name }) => name);
  return plain.toSorted((a, b) => rank(a) - rank(b));
}
