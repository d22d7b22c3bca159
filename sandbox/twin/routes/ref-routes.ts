/** Refs: read, made, moved and taken away. */

import { testMerge } from '../actions/mergeability.js';
import { touchesWorkflows } from '../actions/paths.js';
import { refusedUpdate } from '../actions/protection.js';
import { push } from '../actions/push.js';
import { differences } from '../git/diff.js';
import { isAncestor } from '../git/history.js';
import { type Answer, actingUser, created, NO_CONTENT, ok, param, type RepoCall, routes } from '../http/route.js';
import { demand, notAccessible, notFound, Refusal, unprocessable } from '../refusal.js';
import { showRef } from '../show/repository.js';

export const REF_ROUTES = routes<RepoCall>([
  ['GET /git/ref/{ref}', 'git/get-ref', 'contents=read', getRef],
  ['GET /git/matching-refs/{ref}', 'git/list-matching-refs', 'contents=read', matchRefs],
  ['POST /git/refs', 'git/create-ref', 'contents=write', createRef],
  ['PATCH /git/refs/{ref}', 'git/update-ref', 'contents=write', updateRef],
  ['DELETE /git/refs/{ref}', 'git/delete-ref', 'contents=write', deleteRef],
]);

async function getRef(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const ref = `refs/${param(call, 'ref')}`;
  await freshen(call, ref);
  return ok(showRef(world, repo, [ref, repo.git.resolve(ref) ?? notFound()]));
}

/** The test merge of a pull request is made when somebody looks at it. */
async function freshen({ world, repo }: RepoCall, ref: string): Promise<void> {
  const [, number] = /^refs\/pull\/(\d+)\/merge$/.exec(ref) ?? [];
  const pull = world.pulls.find((one) => one.repo === repo && one.number === Number(number));
  if (pull?.state === 'open') await testMerge(world, pull);
}

function matchRefs(call: RepoCall): Answer {
  const { world, repo } = call;
  return ok(repo.git.list(`refs/${param(call, 'ref')}`).map((ref) => showRef(world, repo, ref)));
}

async function createRef(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  demand(call.body, 'ref', 'sha');
  const { ref, sha } = call.body as { ref: string; sha: string };
  if (!/^refs\/[^/]+\/./.test(ref)) unprocessable(`${ref} is not a valid ref name.`);
  await checkTarget(call, { ref, from: null, sha });
  if (repo.git.resolve(ref) !== null) unprocessable('Reference already exists');
  const made = await push(world, { repo, ref, from: null, to: sha, actor: actingUser(call) });
  if (!made) unprocessable(repo.git.resolve(ref) === null ? 'Reference update failed' : 'Reference already exists');
  return created(showRef(world, repo, [ref, sha]));
}

async function updateRef(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const ref = `refs/${param(call, 'ref')}`;
  demand(call.body, 'sha');
  const { sha, force = false } = call.body as { sha: string; force?: boolean };
  const from = repo.git.resolve(ref);
  if (from === null) return unprocessable('Reference does not exist');
  await checkTarget(call, { ref, from, sha });
  if (!force && !(await isAncestor(repo.git.store, from, sha))) unprocessable('Update is not a fast forward');
  const moved = from === sha || (await push(world, { repo, ref, from, to: sha, actor: actingUser(call) }));
  if (!moved) throw new Refusal(409, 'Reference cannot be updated');
  return ok(showRef(world, repo, [ref, sha]));
}

async function deleteRef(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const ref = `refs/${param(call, 'ref')}`;
  const from = repo.git.resolve(ref);
  if (from === null) return unprocessable('Reference does not exist');
  const refused = refusedUpdate(repo, ref, actingUser(call));
  if (refused) unprocessable(refused);
  if (!(await push(world, { repo, ref, from, to: null, actor: actingUser(call) }))) {
    throw new Refusal(409, 'Reference cannot be updated');
  }
  return NO_CONTENT;
}

async function checkTarget(
  call: RepoCall,
  { ref, from, sha }: { ref: string; from: string | null; sha: string },
): Promise<void> {
  const { repo } = call;
  if ((await repo.git.store.read(sha))?.type !== 'commit') unprocessable('Object does not exist');
  if (/^refs\/pull\//.test(ref)) unprocessable('Reference update failed');
  const refused = refusedUpdate(repo, ref, actingUser(call));
  if (refused) unprocessable(refused);
  const known = from ?? repo.git.resolve(`refs/heads/${repo.defaultBranch}`);
  const files = await differences(repo.git.store, known, sha);
  if (touchesWorkflows(call.actor, files)) notAccessible();
}
