/** Commits of files: made through the API, so that they are verified, and only if the branch is where it is expected. */
import type { CommitFiles } from '../plan.js';
import { createBranch, headOf } from './refs.js';
import { lostRace, mayNotPush, RequestFailed } from './request-failed.js';
import { type Connection, type Location, once } from './requests.js';

/** Throws `lost-race`, or `may-not-push` where GitHub refuses. */
export async function commitFiles(connection: Connection, action: CommitFiles): Promise<void> {
  if (action.expectedHead === '') return commitOrphan(connection, action);
  const at = locationOf(action.repository);
  try {
    await once(
      () => createCommit(connection, action),
      () => findCommit(connection, at, action),
    );
  } catch (error) {
    throw refusalOf(error, action, action.repository === `${connection.at.owner}/${connection.at.repo}`);
  }
}

/** `owner/name`, taken apart. */
export function locationOf(repository: string): Location {
  const [owner = '', repo = ''] = repository.split('/');
  return { owner, repo };
}

/** https://docs.github.com/graphql/reference/mutations#createcommitonbranch */
async function createCommit({ mutateOnce }: Connection, action: CommitFiles): Promise<true> {
  const [headline = '', ...rest] = action.message.split('\n');
  const input = {
    branch: { repositoryNameWithOwner: action.repository, branchName: action.branch },
    expectedHeadOid: action.expectedHead,
    message: { headline, body: rest.join('\n').trim() },
    fileChanges: {
      additions: action.files.flatMap(({ path, text }) =>
        text === null ? [] : [{ path, contents: Buffer.from(text).toString('base64') }],
      ),
      deletions: action.files.flatMap(({ path, text }) => (text === null ? [{ path }] : [])),
    },
  };
  const text = `mutation Commit($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) { commit { oid } }
  }`;
  await mutateOnce(text, { input });
  return true;
}

/** After a lost answer: true where the branch has this very commit, null where it is as it was. */
async function findCommit(
  connection: Connection,
  at: Location,
  { branch, expectedHead, message }: CommitFiles,
): Promise<true | null> {
  const head = await headOf(connection, at, branch);
  if (head === expectedHead) return null;
  if (head === null) throw lostRace(branch, 'the branch is gone');
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
  const { data } = await connection.read(route, { ...at, commit_sha: head });
  const isOurs = data.parents[0]?.sha === expectedHead && data.message.trim() === message.trim();
  if (!isOurs) throw lostRace(branch, `the branch is at ${head}`);
  return true;
}

/** What GraphQL cannot find is our own branch, deleted meanwhile, or a fork that is hidden from us. */
function refusalOf(error: unknown, { repository, branch }: CommitFiles, isOwn: boolean): unknown {
  if (!(error instanceof RequestFailed)) return error;
  const place = `${repository}:${branch}`;
  if (error.isForbidden) return mayNotPush(place);
  const isMissing = error.types.includes('NOT_FOUND') || error.status === 404;
  if (error.isStale || [409, 422].includes(error.status) || (isMissing && isOwn)) {
    return lostRace(place, 'the branch is not where it was');
  }
  return isMissing ? mayNotPush(place) : error;
}

/** The first commit of a branch that shares no history with the others. */
async function commitOrphan(connection: Connection, { branch, message, files }: CommitFiles): Promise<void> {
  const { at, write } = connection;
  const tree = await write('POST /repos/{owner}/{repo}/git/trees', { ...at, tree: files.flatMap(treeFile) });
  const route = 'POST /repos/{owner}/{repo}/git/commits';
  const commit = await write(route, { ...at, message, tree: tree.data.sha, parents: [] });
  await createBranch(connection, branch, commit.data.sha);
}

/** Before the first commit there is nothing to take out. */
function treeFile({ path, text }: CommitFiles['files'][number]) {
  return text === null ? [] : [{ path, mode: '100644' as const, type: 'blob' as const, content: text }];
}
