/** Archives of a commit: the API says where, and another address has the bytes, as on GitHub another host has them. */
import { run } from '../git/run.js';
import { type Answer, type Call, param, type RepoCall, routes } from '../http/route.js';
import { notFound } from '../refusal.js';
import { fullName, repository, resolveCommit } from '../world.js';

/** Where an archive lies. */
/** Where the archive of a commit lies. */
export const ARCHIVE_ROUTES = routes<RepoCall>([
  ['GET /tarball/{ref}', 'repos/download-tarball-archive', 'contents=read', locate],
]);

/** Everybody who has the address may download. */
export const ARCHIVE_DOWNLOADS = routes<Call>([
  ['GET /codeload/{owner}/{repo}/legacy.tar.gz/{ref}', 'codeload', 'none', download],
]);

async function locate(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const commit = (await resolveCommit(repo, param(call, 'ref'))) ?? notFound();
  return { status: 302, headers: { location: `${world.url}/codeload/${fullName(repo)}/legacy.tar.gz/${commit}` } };
}

/** As `git archive` makes it: attributes of the repository leave files out and change them. */
async function download(call: Call): Promise<Answer> {
  const repo = repository(call.world, `${param(call, 'owner')}/${param(call, 'repo')}`);
  const commit = (await resolveCommit(repo, param(call, 'ref'))) ?? notFound();
  const prefix = `--prefix=${fullName(repo).replace('/', '-')}-${commit.slice(0, 7)}/`;
  const { out } = await run(repo.git.store.folder, ['archive', '--format=tar.gz', prefix, commit]);
  return { status: 200, raw: out };
}
