/** The types of GitHub's GraphQL schema that our clients ask for: one table a type. */
import { type Commit, readCommit } from '../git/commit.js';
import { authorizeOn } from '../http/authorize.js';
import type { Call } from '../http/route.js';
import type { IssueComment, Repo } from '../model.js';
import { Refusal } from '../refusal.js';
import { nodeId } from '../show/user.js';
import { fullName, repository } from '../world.js';
import { viewerNode } from './accounts.js';
import { createCommitOnBranch } from './create-commit.js';
import { type Args, FieldRefusal, type Node, node, type ObjectType } from './execute.js';
import { COMMIT, evaluate, findRef, type Inside, objectNode } from './git-objects.js';
import { commentNode, findPull } from './pull-request.js';

type Type = ObjectType<Call>;
type Found = Node<Call> | null;

/** What can be asked. */
export const QUERY: Type = {
  name: 'Query',
  fields: {
    repository: (_: unknown, { owner, name }: Args, call: Call) => findRepository(call, `${owner}/${name}`),
    viewer: (_: unknown, __: Args, call: Call) => viewerNode(call),
    rateLimit: (_: unknown, __: Args, { world, actor }: Call) => node(RATE, world.limiter.state(actor)),
  },
};

/** What can be done. */
export const MUTATION: Type = {
  name: 'Mutation',
  fields: {
    createCommitOnBranch: async (_: unknown, { input }: Args, call: Call) => {
      const { repo, oid } = await createCommitOnBranch(call, input);
      const commit = await readCommit(repo.git.store, oid);
      return node(NEW_COMMIT, {
        repo,
        it: commit,
        mutation: (input as { clientMutationId?: string }).clientMutationId,
      });
    },
    minimizeComment: (_: unknown, { input }: Args, call: Call) => {
      const { subjectId, classifier } = input as { subjectId: string; classifier: string };
      const comment = call.world.comments.find(({ id }) => nodeId('IssueComment', id) === subjectId);
      if (!comment)
        throw new FieldRefusal('NOT_FOUND', `Could not resolve to a node with the global id of '${subjectId}'`);
      authorizeOn(comment.repo, call.actor, { needs: 'pull_requests=write; issues=write', role: null, method: 'POST' });
      comment.minimized = classifier.toLowerCase();
      return node(MINIMIZED, comment);
    },
  },
};

const RATE: Type = {
  name: 'RateLimit',
  fields: {
    cost: () => 1,
    limit: ({ limit }: { limit: number }) => limit,
    remaining: ({ remaining }: { remaining: number }) => remaining,
    used: ({ used }: { used: number }) => used,
    resetAt: ({ reset }: { reset: number }) => new Date(reset * 1000).toISOString(),
  },
};

const REPOSITORY: Type = {
  name: 'Repository',
  fields: {
    id: ({ id }: Repo) => nodeId('Repository', id),
    databaseId: ({ id }: Repo) => id,
    name: ({ name }: Repo) => name,
    nameWithOwner: (repo: Repo) => fullName(repo),
    isPrivate: (repo: Repo) => repo.private,
    defaultBranchRef: (repo: Repo) => findRef(repo, `refs/heads/${repo.defaultBranch}`),
    ref: (repo: Repo, { qualifiedName }: Args) => findRef(repo, String(qualifiedName)),
    object: (repo: Repo, { oid, expression }: Args) =>
      typeof oid === 'string' ? objectNode(repo, oid) : evaluate(repo, String(expression)),
    pullRequest: (repo: Repo, { number }: Args, call: Call) => {
      authorizeOn(repo, call.actor, { needs: 'pull_requests=read', role: null, method: 'GET' });
      return findPull(call, repo, number);
    },
  },
};

const NEW_COMMIT: Type = {
  name: 'CreateCommitOnBranchPayload',
  fields: {
    clientMutationId: ({ mutation }: { mutation?: string }) => mutation ?? null,
    commit: ({ repo, it }: Inside<Commit>) => node(COMMIT, { repo, it }),
  },
};

const MINIMIZED: Type = {
  name: 'MinimizeCommentPayload',
  fields: { minimizedComment: (comment: IssueComment) => commentNode(comment) },
};

function findRepository(call: Call, name: string): Found {
  try {
    const repo = repository(call.world, name);
    authorizeOn(repo, call.actor, { needs: 'contents=read', role: null, method: 'GET' });
    return node(REPOSITORY, repo);
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 404) throw error;
    throw new FieldRefusal('NOT_FOUND', `Could not resolve to a Repository with the name '${name}'.`);
  }
}
