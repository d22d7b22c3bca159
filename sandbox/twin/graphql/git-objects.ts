/** What git holds, as GraphQL shows it: refs, commits, trees and blobs. */
import { type Commit, coAuthors, readCommit, type Signature } from '../git/commit.js';
import { log } from '../git/history.js';
import { entryAt, readTree, type TreeEntry } from '../git/tree.js';
import type { Call } from '../http/route.js';
import type { Repo } from '../model.js';
import { personBehind } from '../show/commit.js';
import { htmlUrl, nodeId } from '../show/user.js';
import { fullName, resolveCommit } from '../world.js';
import { actorNode } from './accounts.js';
import { connection } from './connection.js';
import { type Args, type Node, node, type ObjectType } from './execute.js';

type Type = ObjectType<Call>;
type Found = Node<Call> | null;

/** A thing in a repository. */
export interface Inside<T> {
  readonly repo: Repo;
  readonly it: T;
}

/** Blobs above this come with part of their text. */
const LONGEST_TEXT = 512_000;

const REF: Type = {
  name: 'Ref',
  fields: {
    name: ({ it }: Inside<string>) => it.replace(/^refs\/(heads|tags)\//, ''),
    prefix: ({ it }: Inside<string>) => it.replace(/[^/]+$/, ''),
    target: ({ repo, it }: Inside<string>) => objectNode(repo, repo.git.resolve(it) ?? ''),
  },
};

/** A commit; `Inside<Commit>`. */
export const COMMIT: Type = {
  name: 'Commit',
  fields: {
    id: ({ it }: Inside<Commit>) => nodeId('Commit', it.oid),
    oid: ({ it }: Inside<Commit>) => it.oid,
    abbreviatedOid: ({ it }: Inside<Commit>) => it.oid.slice(0, 7),
    message: ({ it }: Inside<Commit>) => it.message,
    committedDate: ({ it }: Inside<Commit>) => it.committer.date,
    committer: ({ it }: Inside<Commit>) => node(SIGNATURE, it.committer),
    authors: ({ it }: Inside<Commit>, args: Args) => {
      const all = new Map([it.author, ...coAuthors(it)].map((author) => [author.email.toLowerCase(), author]));
      return connection(
        'gitActor',
        [...all.values()].map((author) => node(SIGNATURE, author)),
        args,
      );
    },
    url: ({ repo, it }: Inside<Commit>) => htmlUrl(`${fullName(repo)}/commit/${it.oid}`),
    tree: ({ repo, it }: Inside<Commit>) => objectNode(repo, it.tree),
    file: async ({ repo, it }: Inside<Commit>, { path }: Args) => {
      const entry = await entryAt(repo.git.store, it.tree, String(path));
      return entry && node(ENTRY, { repo, it: entry });
    },
    history: async ({ repo, it }: Inside<Commit>, { path, ...args }: Args) => {
      const oids = await log(repo.git.store, it.oid, { path: typeof path === 'string' ? path : undefined });
      const first = oids.slice(0, Number(args.first));
      const commits = await Promise.all(first.map((oid) => objectNode(repo, oid)));
      return connection(
        'commitHistory',
        commits.filter((commit) => commit !== null),
        args,
      );
    },
  },
};

/** Apps are no users, so of their commits GitHub shows the address only. */
const SIGNATURE: Type = {
  name: 'GitActor',
  fields: {
    name: ({ name }: Signature) => name,
    email: ({ email }: Signature) => email,
    user: (signature: Signature, _: Args, { world }: Call) => {
      const user = personBehind(world, signature);
      return user?.type === 'User' ? actorNode(user) : null;
    },
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

interface GitBlob {
  readonly oid: string;
  readonly bytes: Buffer;
}

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

/** A branch or tag by its short or full name. */
export function findRef(repo: Repo, name: string): Found {
  const candidates = [name, `refs/heads/${name}`, `refs/tags/${name}`, `refs/${name}`];
  const ref = candidates.find((candidate) => repo.git.resolve(candidate) !== null);
  return ref === undefined ? null : node(REF, { repo, it: ref });
}

/** Any object by its id; null where there is none. */
export async function objectNode(repo: Repo, oid: string): Promise<Found> {
  const object = await repo.git.store.read(oid);
  if (object?.type === 'commit') return node(COMMIT, { repo, it: await readCommit(repo.git.store, oid) });
  if (object?.type === 'tree') return node(TREE, { repo, it: oid });
  return object?.type === 'blob' ? node(BLOB, { repo, it: { oid, bytes: object.bytes } }) : null;
}

/** `name` or `name:path`, as git understands it. */
export async function evaluate(repo: Repo, expression: string): Promise<Found> {
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
