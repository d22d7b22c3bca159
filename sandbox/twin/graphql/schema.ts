/** The types of GitHub's GraphQL schema that our clients ask for: one table a type. */

import { type Commit, readCommit } from '../git/commit.js';
import { log } from '../git/history.js';
import { entryAt, readTree, type TreeEntry } from '../git/tree.js';
import { authorizeOn } from '../http/authorize.js';
import type { Call } from '../http/route.js';
import type { Repo } from '../model.js';
import { Refusal } from '../refusal.js';
import { htmlUrl, nodeId } from '../show/user.js';
import { fullName, repository, resolveCommit } from '../world.js';
import { createCommitOnBranch } from './create-commit.js';
import { type Args, FieldRefusal, type Node, node, type ObjectType } from './execute.js';

type Type = ObjectType<Call>;
type Found = Node<Call> | null;

interface Inside<T> {
  readonly repo: Repo;
  readonly it: T;
}

/** Blobs above this come with part of their text. */
const LONGEST_TEXT = 512_000;

/** What can be asked. */
export const QUERY: Type = {
  name: 'Query',
  fields: {
    repository: (_: unknown, { owner, name }: Args, call: Call) => findRepository(call, `${owner}/${name}`),
    viewer: (_: unknown, __: Args, { actor }: Call) => ({ type: ACTOR, value: actor }),
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

const ACTOR: Type = {
  name: 'User',
  fields: {
    login: (actor: Call['actor']) => {
      if (actor.kind === 'user') return actor.user.login;
      return actor.kind === 'installation' ? actor.installation.app.bot.login : null;
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
  },
};

const REF: Type = {
  name: 'Ref',
  fields: {
    name: ({ it }: Inside<string>) => it.replace(/^refs\/(heads|tags)\//, ''),
    prefix: ({ it }: Inside<string>) => it.replace(/[^/]+$/, ''),
    target: ({ repo, it }: Inside<string>) => objectNode(repo, repo.git.resolve(it) ?? ''),
  },
};

const COMMIT: Type = {
  name: 'Commit',
  fields: {
    id: ({ it }: Inside<Commit>) => nodeId('Commit', it.oid),
    oid: ({ it }: Inside<Commit>) => it.oid,
    abbreviatedOid: ({ it }: Inside<Commit>) => it.oid.slice(0, 7),
    message: ({ it }: Inside<Commit>) => it.message,
    committedDate: ({ it }: Inside<Commit>) => it.committer.date,
    url: ({ repo, it }: Inside<Commit>) => htmlUrl(`${fullName(repo)}/commit/${it.oid}`),
    tree: ({ repo, it }: Inside<Commit>) => objectNode(repo, it.tree),
    file: async ({ repo, it }: Inside<Commit>, { path }: Args) => {
      const entry = await entryAt(repo.git.store, it.tree, String(path));
      return entry && node(ENTRY, { repo, it: entry });
    },
    history: async ({ repo, it }: Inside<Commit>, { first, path }: Args) => {
      const oids = await log(repo.git.store, it.oid, { path: typeof path === 'string' ? path : undefined });
      return node(HISTORY, { repo, it: oids.slice(0, Number(first)) });
    },
  },
};

const HISTORY: Type = {
  name: 'CommitHistoryConnection',
  fields: {
    nodes: ({ repo, it }: Inside<readonly string[]>) => Promise.all(it.map((oid) => objectNode(repo, oid))),
  },
};

const TREE: Type = {
  name: 'Tree',
  fields: {
    oid: ({ it }: Inside<string>) => it,
    entries: async ({ repo, it }: Inside<string>) =>
      (await readTree(repo.git.store, it)).map((entry) => node(ENTRY, { repo, it: entry })),
  },
};

const ENTRY: Type = {
  name: 'TreeEntry',
  fields: {
    name: ({ it }: Inside<TreeEntry>) => it.name,
    oid: ({ it }: Inside<TreeEntry>) => it.oid,
    mode: ({ it }: Inside<TreeEntry>) => Number.parseInt(it.mode, 8),
    type: ({ it }: Inside<TreeEntry>) => (it.mode === '40000' ? 'tree' : it.mode === '160000' ? 'commit' : 'blob'),
    size: async ({ repo, it }: Inside<TreeEntry>) => {
      const object = it.mode === '160000' ? null : await repo.git.store.read(it.oid);
      return object?.type === 'blob' ? object.bytes.length : 0;
    },
    object: ({ repo, it }: Inside<TreeEntry>) => objectNode(repo, it.oid),
  },
};

const BLOB: Type = {
  name: 'Blob',
  fields: {
    oid: ({ it }: Inside<GitBlob>) => it.oid,
    byteSize: ({ it }: Inside<GitBlob>) => it.bytes.length,
    isBinary: ({ it }: Inside<GitBlob>) => isBinary(it.bytes),
    isTruncated: ({ it }: Inside<GitBlob>) => it.bytes.length > LONGEST_TEXT,
    text: ({ it }: Inside<GitBlob>) => (isBinary(it.bytes) ? null : it.bytes.subarray(0, LONGEST_TEXT).toString()),
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
  fields: { minimizedComment: (comment: unknown) => node(MINIMIZED_COMMENT, comment) },
};

const MINIMIZED_COMMENT: Type = {
  name: 'IssueComment',
  fields: {
    isMinimized: ({ minimized }: { minimized: string | null }) => minimized !== null,
    minimizedReason: ({ minimized }: { minimized: string | null }) => minimized,
  },
};

interface GitBlob {
  readonly oid: string;
  readonly bytes: Buffer;
}

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

function findRef(repo: Repo, name: string): Found {
  const candidates = [name, `refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  const ref = candidates.find((candidate) => repo.git.resolve(candidate) !== null);
  return ref === undefined ? null : node(REF, { repo, it: ref });
}

async function objectNode(repo: Repo, oid: string): Promise<Found> {
  const object = await repo.git.store.read(oid);
  if (object?.type === 'commit') return node(COMMIT, { repo, it: await readCommit(repo.git.store, oid) });
  if (object?.type === 'tree') return node(TREE, { repo, it: oid });
  return object?.type === 'blob' ? node(BLOB, { repo, it: { oid, bytes: object.bytes } }) : null;
}

/** `name` or `name:path`, as git understands it. */
async function evaluate(repo: Repo, expression: string): Promise<Found> {
  const colon = expression.indexOf(':');
  const commit = await resolveCommit(repo, colon < 0 ? expression : expression.slice(0, colon));
  if (commit === null) return colon < 0 ? objectNode(repo, expression) : null;
  if (colon < 0) return objectNode(repo, commit);
  const tree = (await readCommit(repo.git.store, commit))?.tree ?? '';
  const entry = await entryAt(repo.git.store, tree, expression.slice(colon + 1).replace(/\/$/, ''));
  return entry ? objectNode(repo, entry.oid) : null;
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, 8000).includes(0);
}
