/** Commits with two parents, whose tree is decided file by file. */
import { StewardError } from '../errors.js';
import type { MergeBase, TakenFile } from '../plan.js';
import { locationOf } from './commits.js';
import { headOf, moveBranch } from './refs.js';
import { lostRace, mayNotPush, RequestFailed } from './request-failed.js';
import type { Connection } from './requests.js';
import type { Trees } from './trees.js';

const CREATE_TREE = 'POST /repos/{owner}/{repo}/git/trees';
const MODES = ['100644', '100755', '040000', '160000', '120000'] as const;

/** Throws `lost-race`, or `may-not-push` where GitHub refuses. A person's commit that came meanwhile is never lost. */
export async function mergeBase(connection: Connection, trees: Trees, action: MergeBase): Promise<void> {
  const place = `${action.repository}:${action.branch}`;
  const at = locationOf(action.repository);
  const head = await headOf(connection, at, action.branch);
  // Without force a branch can be moved to any descendant: also after somebody took commits back.
  if (head !== action.expectedHead) throw lostRace(place, `the branch is at ${head ?? 'no commit'}`);
  try {
    const take = await possibleIn(trees, action);
    const commit = await createMerge(connection, { ...action, take });
    await moveBranch(connection, at, { branch: action.branch, commit });
  } catch (error) {
    throw error instanceof RequestFailed && error.isForbidden ? mayNotPush(place) : error;
  }
}

async function createMerge({ read, write }: Connection, action: MergeBase): Promise<string> {
  const { baseCommit, expectedHead, message, take } = action;
  const at = locationOf(action.repository);
  const base = await read('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { ...at, commit_sha: baseCommit });
  const edited = { ...at, base_tree: base.data.tree.sha, tree: take.map(takenEntry) };
  const { data: tree } = take.length === 0 ? { data: base.data.tree } : await write(CREATE_TREE, edited);
  const commit = { ...at, message, tree: tree.sha, parents: [expectedHead, baseCommit] };
  return (await write('POST /repos/{owner}/{repo}/git/commits', commit)).data.sha;
}

/** GitHub refuses to delete what the tree has not: what both sides deleted is left out. */
async function possibleIn(trees: Trees, { baseCommit, take }: MergeBase): Promise<MergeBase['take']> {
  const deleted = take.filter(({ oid }) => oid === null).map(({ path }) => path);
  if (deleted.length === 0) return take;
  const present = new Set((await trees.list(baseCommit, deleted)).map(({ path }) => path));
  return take.filter(({ path, oid }) => oid !== null || present.has(path));
}

function takenEntry({ path, oid, mode, text }: TakenFile) {
  const known = MODES.find((candidate) => candidate === mode);
  const type = mode === '160000' ? ('commit' as const) : ('blob' as const);
  if (known && text !== undefined) return { path, mode: known, type, content: text };
  if (known) return { path, mode: known, type, sha: oid };
  const expected = `one of: ${MODES.join(', ')}`;
  throw new StewardError({ code: 'unknown-mode', place: path, found: `the file mode "${mode}"`, expected });
}
