/** All pages of what was said on a pull request: one request while a page of each kind is enough. */
import { StewardError } from '../errors.js';
import { type Actor, PERSON_FRAGMENT } from './person.js';
import type { Connection } from './requests.js';

/** A comment, as GitHub's schema has it: https://docs.github.com/graphql/reference/objects#issuecomment */
export interface CommentNode {
  /** Ids have outgrown the 32 bits of `databaseId`. */
  readonly fullDatabaseId: string | number;
  readonly author: Actor | null;
  readonly body: string;
  readonly createdAt: string;
  readonly lastEditedAt: string | null;
  readonly includesCreatedEdit: boolean;
  readonly reactionGroups: readonly { readonly content: string; readonly viewerHasReacted: boolean }[] | null;
}

/** https://docs.github.com/graphql/reference/objects#pullrequestreview */
export interface ReviewNode {
  readonly fullDatabaseId: string | number;
  readonly author: Actor | null;
  readonly state: string;
  readonly commit: { readonly oid: string } | null;
  readonly submittedAt: string | null;
  readonly body: string;
}

/** Somebody whom a commit names: https://docs.github.com/graphql/reference/objects#gitactor */
export interface Signature {
  readonly name: string | null;
  readonly email: string | null;
  /** The account that the address belongs to. */
  readonly user: { readonly login: string } | null;
}

/** The git author comes first, then the co-authors of the trailers: GitHub reads those, and so nobody else has to. */
export interface CommitNode {
  readonly commit: {
    readonly authors: { readonly totalCount: number; readonly nodes: readonly (Signature | null)[] };
    readonly committer: Signature | null;
  };
}

/** A thread on a line. A suggestion of ours begins one. */
export interface ThreadNode {
  readonly comments: { readonly nodes: readonly { readonly author: Actor | null; readonly body: string }[] };
}

interface Nodes {
  readonly comments: CommentNode;
  readonly reviews: ReviewNode;
  readonly commits: CommitNode;
  readonly reviewThreads: ThreadNode;
}

type Part = keyof Nodes;

/** Everything of each kind, in GitHub's order: oldest first. */
export type Pages = { readonly [P in Part]: readonly Nodes[P][] };

interface Page<Node> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly nodes: readonly (Node | null)[];
}

interface Answer {
  readonly repository: { readonly pullRequest: { readonly [P in Part]?: Page<Nodes[P]> | null } | null } | null;
}

/** As many authors of a commit as one page has. */
export const AUTHORS_AT_MOST = 100;

const FIELDS: Readonly<Record<Part, string>> = {
  comments: `fullDatabaseId author { ...person } body createdAt lastEditedAt includesCreatedEdit
    reactionGroups { content viewerHasReacted }`,
  reviews: 'fullDatabaseId author { ...person } state commit { oid } submittedAt body',
  commits: `commit {
    authors(first: ${AUTHORS_AT_MOST}) { totalCount nodes { ...signature } }
    committer { ...signature }
  }`,
  reviewThreads: 'comments(first: 1) { nodes { author { ...person } body } }',
};

const FRAGMENTS: Readonly<Record<string, string>> = {
  person: PERSON_FRAGMENT,
  signature: 'fragment signature on GitActor { name email user { login } }',
};

/** Throws `partial-answer` where GitHub gives less than it says there is. Nothing that is missing counts as unsaid. */
export async function readPages({ at, query }: Connection, number: number): Promise<Pages> {
  const place = `${at.owner}/${at.repo}#${number}`;
  const found = { comments: [], reviews: [], commits: [], reviewThreads: [] };
  let cursors = new Map<Part, string | null>([
    ['comments', null],
    ['reviews', null],
    ['commits', null],
    ['reviewThreads', null],
  ]);
  while (cursors.size > 0) {
    const parts = [...cursors.keys()];
    const answer = await query<Answer>(textOf(parts), { ...at, number, ...Object.fromEntries(cursors) });
    const pull = answer.repository?.pullRequest ?? {};
    const next = new Map<Part, string | null>();
    for (const part of parts) {
      const cursor = takePage(found, pull[part], { part, place });
      if (cursor !== null) next.set(part, cursor);
    }
    cursors = next;
  }
  return found;
}

/** Only the fragments that are used: others are an error to GitHub. */
function textOf(parts: readonly Part[]): string {
  const variables = parts.map((part) => `, $${part}: String`).join('');
  const fields = parts.map(
    (part) => `${part}(first: 100, after: $${part}) {
      totalCount pageInfo { hasNextPage endCursor } nodes { ${FIELDS[part]} }
    }`,
  );
  const body = `query Conversation($owner: String!, $repo: String!, $number: Int!${variables}) {
    repository(owner: $owner, name: $repo) { pullRequest(number: $number) { ${fields.join('\n')} } }
  }`;
  const used = Object.entries(FRAGMENTS).filter(([name]) => body.includes(`...${name}`));
  return [body, ...used.map(([, fragment]) => fragment)].join('\n');
}

/** Takes a page in, and gives where the next one begins; null after the last. */
function takePage<P extends Part>(
  found: { [K in Part]: Nodes[K][] },
  page: Page<Nodes[P]> | null | undefined,
  { part, place }: { part: P; place: string },
): string | null {
  if (!page) throw partialAnswer(place, `no list of ${part}`);
  const all = found[part];
  const before = all.length;
  for (const node of page.nodes) {
    if (node === null) throw partialAnswer(place, `one of the ${part} as nothing`);
    all.push(node);
  }
  const { hasNextPage, endCursor } = page.pageInfo;
  if (hasNextPage && endCursor !== null && all.length > before) return endCursor;
  if (!hasNextPage && all.length >= page.totalCount) return null;
  throw partialAnswer(
    place,
    `${all.length} of ${page.totalCount} ${part}${hasNextPage ? ', and no way to the next' : ''}`,
  );
}

/** GitHub answered, but not with everything. */
export function partialAnswer(place: string, found: string): StewardError {
  const expected = 'all of the conversation; the next event or sweep asks again';
  return new StewardError({ code: 'partial-answer', place, found: `GitHub gave ${found}`, expected });
}
