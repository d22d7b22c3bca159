/** The mutation `createCommitOnBranch`: a commit by compare-and-swap on the head of a branch, signed by GitHub. */

import { checkedPath, touchesWorkflows } from '../actions/paths.js';
import { refusedUpdate } from '../actions/protection.js';
import { push } from '../actions/push.js';
import { writeCommit } from '../git/commit.js';
import { treeOf } from '../git/history.js';
import { type Edit, editTree, entryAt } from '../git/tree.js';
import { authorizeOn, mayWriteFork } from '../http/authorize.js';
import { actingUser, type Call } from '../http/route.js';
import type { Repo } from '../model.js';
import { githubSignature, signatureOf } from '../show/commit.js';
import { now, repository } from '../world.js';
import { FieldRefusal } from './execute.js';

interface Input {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges?: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
  readonly expectedHeadOid: string;
}

/** Makes the commit and gives its id; throws `STALE_DATA` where the head is another one. */
export async function createCommitOnBranch(call: Call, input: unknown): Promise<{ repo: Repo; oid: string }> {
  const { branch, message, fileChanges = {}, expectedHeadOid } = input as Input;
  const repo = repository(call.world, branch.repositoryNameWithOwner);
  const name = branch.branchName.replace(/^refs\/heads\//, '');
  authorizeBranch(call, repo, name);
  const ref = `refs/heads/${name}`;
  const head = repo.git.resolve(ref);
  if (head === null)
    throw new FieldRefusal('NOT_FOUND', `No branch named '${name}' in ${branch.repositoryNameWithOwner}`);
  if (head !== expectedHeadOid) {
    // The two spaces are GitHub's.
    const words = `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`;
    throw new FieldRefusal('STALE_DATA', words);
  }
  const tree = await changedTree(call, { repo, head, fileChanges });
  const date = now(call.world);
  const author = signatureOf(actingUser(call), date);
  const text = [message.headline, ...(message.body ? [message.body] : [])].join('\n\n');
  const people = { author, committer: githubSignature(date) };
  const oid = await writeCommit(repo.git.store, { tree, parents: [head], message: text, ...people });
  call.world.verified.add(oid);
  if (await push(call.world, { repo, ref, from: head, to: oid, actor: actingUser(call) })) return { repo, oid };
  throw new FieldRefusal('UNPROCESSABLE', `Ref ${ref} is at ${repo.git.resolve(ref)} but expected ${head}`);
}

function authorizeBranch(call: Call, repo: Repo, branch: string): void {
  if (!mayWriteFork(call.world, call.actor, { repo, branch })) {
    authorizeOn(repo, call.actor, { needs: 'contents=write', role: null, method: 'POST' });
  }
  const refused = refusedUpdate(repo, `refs/heads/${branch}`, actingUser(call));
  if (refused) throw new FieldRefusal('FORBIDDEN', refused);
}

async function changedTree(
  call: Call,
  { repo, head, fileChanges }: { repo: Repo; head: string; fileChanges: NonNullable<Input['fileChanges']> },
): Promise<string> {
  const { store } = repo.git;
  const { additions = [], deletions = [] } = fileChanges;
  if (touchesWorkflows(call.actor, [...additions, ...deletions])) {
    throw new FieldRefusal('FORBIDDEN', 'Resource not accessible by integration');
  }
  const tree = await treeOf(store, head);
  const edits = new Map<string, Edit>();
  for (const { path } of deletions) {
    if (!(await entryAt(store, tree, path))) {
      const words = `A path was requested for deletion which does not exist as of commit oid \`${head}\``;
      throw new FieldRefusal('NOT_FOUND', words);
    }
    edits.set(path, null);
  }
  for (const { path, contents } of additions) {
    const mode = (await entryAt(store, tree, checkedPath(path)))?.mode === '100755' ? '100755' : '100644';
    edits.set(path, { mode, oid: await store.write('blob', Buffer.from(contents, 'base64')) });
  }
  return editTree(store, tree, edits);
}
