/** Branches: where they are, and moving them without force. */
import { failedWith, lostRace, mayNotPush, orNull, RequestFailed } from './request-failed.js';
import { type Connection, type Location, once } from './requests.js';

/** The commit that a branch is at, or null. */
export async function headOf({ read }: Connection, at: Location, branch: string): Promise<string | null> {
  const answer = await orNull(read('GET /repos/{owner}/{repo}/git/ref/{ref}', { ...at, ref: `heads/${branch}` }));
  return answer?.data.object.sha ?? null;
}

/** The first parent of a commit; null of the first one. */
export async function firstParentOf({ at, read }: Connection, commit: string): Promise<string | null> {
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
  return (await read(route, { ...at, commit_sha: commit })).data.parents[0]?.sha ?? null;
}

/** Makes a branch; one that is there already at the commit is fine, at another commit it is `lost-race`. */
export async function createBranch(connection: Connection, branch: string, commit: string): Promise<void> {
  const { at, writeOnce } = connection;
  const isMade = async () => ((await headOf(connection, at, branch)) === commit ? true : null);
  try {
    const route = 'POST /repos/{owner}/{repo}/git/refs';
    await once(async () => !!(await writeOnce(route, { ...at, ref: `refs/heads/${branch}`, sha: commit })), isMade);
  } catch (error) {
    if (!failedWith(error, 409, 422)) throw error;
    const head = await headOf(connection, at, branch);
    if (head === null) throw error;
    if (head !== commit) throw lostRace(branch, `the branch was made meanwhile, at ${head}`);
  }
}

/** Moves a branch forward to a descendant of where it is; else throws `lost-race`, where refused `may-not-push`. */
export async function moveBranch(
  { write }: Connection,
  at: Location,
  { branch, commit }: { branch: string; commit: string },
): Promise<void> {
  try {
    const route = 'PATCH /repos/{owner}/{repo}/git/refs/{ref}';
    await write(route, { ...at, ref: `heads/${branch}`, sha: commit, force: false });
  } catch (error) {
    if (!(error instanceof RequestFailed)) throw error;
    if (error.isForbidden) throw mayNotPush(branch);
    throw failedWith(error, 409, 422) ? lostRace(branch, 'the branch was moved meanwhile') : error;
  }
}
