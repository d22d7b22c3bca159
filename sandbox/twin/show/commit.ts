/** Commits, files and comparisons as GitHub shows them. */
import { type Commit, readCommit, type Signature } from '../git/commit.js';
import { differences, type FileDifference } from '../git/diff.js';
import type { Repo, User } from '../model.js';
import { notFound } from '../refusal.js';
import { fullName, type World } from '../world.js';
import { apiUrl } from './repository.js';
import { htmlUrl, type Json, nodeId, showUser } from './user.js';

/** A commit as the commit list, comparisons and pull requests show it; throws 404 where there is none. */
export async function showCommit(world: World, repo: Repo, oid: string): Promise<Json> {
  const commit = (await readCommit(repo.git.store, oid)) ?? notFound();
  const api = `${apiUrl(world, repo)}/commits/${oid}`;
  const html = htmlUrl(`${fullName(repo)}/commit/${oid}`);
  const gitApi = `${apiUrl(world, repo)}/git`;
  return {
    url: api,
    sha: oid,
    node_id: nodeId('Commit', oid),
    html_url: html,
    comments_url: `${api}/comments`,
    commit: {
      url: `${gitApi}/commits/${oid}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${gitApi}/trees/${commit.tree}` },
      verification: verification(world, oid, commit),
    },
    author: showPerson(world, commit.author),
    committer: showPerson(world, commit.committer),
    parents: showParents(world, repo, commit),
  };
}

/** A commit with its statistics and files. */
export async function showCommitInFull(world: World, repo: Repo, oid: string): Promise<Json> {
  const commit = await readCommit(repo.git.store, oid);
  const files = await differences(repo.git.store, commit?.parents[0] ?? null, oid);
  return { ...(await showCommit(world, repo, oid)), stats: total(files), files: files.map(shower(world, repo, oid)) };
}

/** A commit as `git/commits` shows it. */
export function showGitCommit(world: World, repo: Repo, commit: Commit): Json {
  const { oid, tree } = commit;
  const gitApi = `${apiUrl(world, repo)}/git`;
  return {
    sha: oid,
    node_id: nodeId('Commit', oid),
    url: `${gitApi}/commits/${oid}`,
    html_url: htmlUrl(`${fullName(repo)}/commit/${oid}`),
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: tree, url: `${gitApi}/trees/${tree}` },
    parents: showParents(world, repo, commit),
    verification: verification(world, oid, commit),
  };
}

/** Lines added and removed, over all files. */
export function total(files: readonly FileDifference[]): { additions: number; deletions: number; total: number } {
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  return { additions, deletions, total: additions + deletions };
}

/** Shows a file of a difference that ends in the commit. */
export function shower(world: World, repo: Repo, commit: string): (file: FileDifference) => Json {
  return (file) => {
    const path = file.path.split('/').map(encodeURIComponent).join('/');
    return {
      sha: file.oid,
      filename: file.path,
      ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
      status: file.status,
      additions: file.additions,
      deletions: file.deletions,
      changes: file.additions + file.deletions,
      blob_url: htmlUrl(`${fullName(repo)}/blob/${commit}/${path}`),
      raw_url: htmlUrl(`${fullName(repo)}/raw/${commit}/${path}`),
      contents_url: `${apiUrl(world, repo)}/contents/${path}?ref=${commit}`,
      ...(file.patch === null ? {} : { patch: file.patch }),
    };
  };
}

/** The account behind an e-mail address: one that it has registered, or one of those that GitHub gives it. */
export function personBehind(world: World, { email }: Signature): User | null {
  const address = email.toLowerCase();
  const registered = [...world.users.values()].find(({ emails }) => emails.has(address));
  if (registered) return registered;
  const [, id, login = ''] = /^(?:(\d+)\+)?(.+)@users\.noreply\.github\.com$/.exec(address) ?? [];
  const user = world.users.get(login) ?? null;
  return id === undefined || Number(id) === user?.id ? user : null;
}

/** Name, address and time of somebody who commits now. */
export function signatureOf(user: User, date: string): Signature {
  return { name: user.login, email: `${user.id}+${user.login}@users.noreply.github.com`, date };
}

/** GitHub itself, as the committer of what was made on the site or by an App through the API. */
export function githubSignature(date: string): Signature {
  return { name: 'GitHub', email: 'noreply@github.com', date };
}

function showPerson(world: World, signature: Signature): Json | null {
  const user = personBehind(world, signature);
  return user ? showUser(world, user) : null;
}

function showParents(world: World, repo: Repo, commit: Commit): readonly Json[] {
  return commit.parents.map((oid) => ({
    sha: oid,
    url: `${apiUrl(world, repo)}/commits/${oid}`,
    html_url: htmlUrl(`${fullName(repo)}/commit/${oid}`),
  }));
}

function verification(world: World, oid: string, commit: Commit): Json {
  if (!world.verified.has(oid)) {
    return { verified: false, reason: 'unsigned', signature: null, payload: null, verified_at: null };
  }
  const signature = '-----BEGIN PGP SIGNATURE-----\n\ntwin\n-----END PGP SIGNATURE-----\n';
  return {
    verified: true,
    reason: 'valid',
    signature,
    payload: `tree ${commit.tree}\n`,
    verified_at: commit.committer.date,
  };
}
