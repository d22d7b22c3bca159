/** Commits: reading one and writing one. */
import type { ObjectStore } from './object-store.js';

/** Who, and when. */
export interface Signature {
  readonly name: string;
  readonly email: string;
  /** ISO, seconds, UTC. */
  readonly date: string;
}

/** A commit object. */
export interface Commit {
  readonly oid: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

/** The commit with this id, or null where there is none. */
export async function readCommit(store: ObjectStore, oid: string): Promise<Commit | null> {
  const object = await store.read(oid);
  if (object?.type !== 'commit') return null;
  const text = object.bytes.toString();
  const cut = text.indexOf('\n\n');
  const lines = text.slice(0, cut).split('\n');
  const values = (key: string) =>
    lines.filter((line) => line.startsWith(`${key} `)).map((line) => line.slice(key.length + 1));
  return {
    oid,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseSignature(values('author')[0] ?? ''),
    committer: parseSignature(values('committer')[0] ?? ''),
    message: text.slice(cut + 2),
  };
}

/** Writes a commit and gives its id. */
export function writeCommit(store: ObjectStore, commit: Omit<Commit, 'oid'>): Promise<string> {
  const lines = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${formatSignature(commit.author)}`,
    `committer ${formatSignature(commit.committer)}`,
  ];
  return store.write('commit', Buffer.from(`${lines.join('\n')}\n\n${commit.message}`));
}

/** Those whom the trailers name besides the author: https://docs.github.com/articles/creating-a-commit-with-multiple-authors */
export function coAuthors({ message, author }: Commit): readonly Signature[] {
  const last =
    message
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const trailers = last.matchAll(/^co-authored-by:[ \t]*(.*?)[ \t]*<([^<>\n]+)>[ \t]*$/gim);
  return [...trailers].map(([, name = '', email = '']) => ({ name, email, date: author.date }));
}

function formatSignature({ name, email, date }: Signature): string {
  return `${name} <${email}> ${Math.floor(Date.parse(date) / 1000)} +0000`;
}

function parseSignature(text: string): Signature {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<(.*)> (\d+) [+-]\d{4}$/.exec(text) ?? [];
  return { name, email, date: new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z') };
}
