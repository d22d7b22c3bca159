/** GraphQL for emulate, which has none: one answer for each operation of ours, made with emulate's own REST. */
import type { Answer, Ask } from './emulate-shim.js';

interface Operation {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** By the name of the operation, as it stands in the query; an operation that is not named here is refused. */
const ANSWERS: Readonly<Record<string, (ask: Ask, operation: Operation) => Promise<Answer>>> = {
  Commit: createCommit,
  Blobs: readBlobs,
  Conversation: readConversation,
};

/** What GitHub answers to the body of a request to `/graphql`. */
export async function answerGraphql(ask: Ask, body: unknown): Promise<Answer> {
  const { query = '', variables = {} } = (body ?? {}) as Partial<Operation>;
  const [, name = ''] = /^\s*(?:query|mutation) (\w+)/.exec(query) ?? [];
  const answer = ANSWERS[name];
  return answer ? answer(ask, { query, variables }) : refused('UNKNOWN_OPERATION', `no answer to "${name}"`);
}

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body: string };
  readonly fileChanges: { readonly additions: readonly { readonly path: string; readonly contents: string }[] };
}

/** `createCommitOnBranch`: the branch moves only from the commit that is expected. */
async function createCommit(ask: Ask, { variables }: Operation): Promise<Answer> {
  const { branch, expectedHeadOid, message, fileChanges } = variables.input as CommitInput;
  const git = `/repos/${branch.repositoryNameWithOwner}/git`;
  const ref = await ask('GET', `${git}/ref/heads/${branch.branchName}`);
  if (ref.status !== 200) return refused('NOT_FOUND', 'no such branch');
  const { sha: head } = (ref.body as { object: { sha: string } }).object;
  if (head !== expectedHeadOid) return refused('STALE_DATA', `Expected branch to point to "${head}"`);
  const parent = await make(ask, 'GET', `${git}/commits/${head}`);
  const entries = fileChanges.additions.map(({ path, contents }) => {
    return { path, mode: '100644', type: 'blob', content: Buffer.from(contents, 'base64').toString() };
  });
  const tree = await make(ask, 'POST', `${git}/trees`, { base_tree: parent.tree?.sha, tree: entries });
  const text = [message.headline, message.body].filter(Boolean).join('\n\n');
  const commit = await make(ask, 'POST', `${git}/commits`, { message: text, tree: tree.sha, parents: [head] });
  await make(ask, 'PATCH', `${git}/refs/heads/${branch.branchName}`, { sha: commit.sha, force: false });
  return { status: 200, body: { data: { createCommitOnBranch: { commit: { oid: commit.sha } } } } };
}

/** Texts of blobs, each under its own alias: `b0: object(oid: "...")`. */
async function readBlobs(ask: Ask, { query, variables }: Operation): Promise<Answer> {
  const wanted = [...query.matchAll(/(b\d+): object\(oid: "([0-9a-f]{40})"\)/g)];
  const texts = wanted.map(async ([, alias = '', oid = '']) => {
    const { status, body } = await ask('GET', `/repos/${variables.owner}/${variables.repo}/git/blobs/${oid}`);
    const { content = '' } = (body ?? {}) as { content?: string };
    return [alias, status === 200 ? { text: Buffer.from(content, 'base64').toString() } : null] as const;
  });
  return { status: 200, body: { data: { repository: Object.fromEntries(await Promise.all(texts)) } } };
}

interface RestComment {
  readonly id: number;
  readonly body: string | null;
  readonly user: { readonly login: string; readonly type?: string } | null;
  readonly created_at: string;
}

interface RestCommit {
  readonly commit: { readonly author: { readonly name: string; readonly email: string } | null };
  readonly author: { readonly login: string } | null;
}

/** What was said on a pull request: comments, suggestions and the authors of commits; emulate has no reviews by people. */
async function readConversation(ask: Ask, { variables }: Operation): Promise<Answer> {
  const { owner, repo, number } = variables;
  const list = async <T>(path: string) => {
    const { status, body } = await ask('GET', `/repos/${owner}/${repo}/${path}?per_page=100`);
    return status === 200 ? (body as readonly T[]) : [];
  };
  const comments = (await list<RestComment>(`issues/${number}/comments`)).map((comment) => {
    const times = { createdAt: comment.created_at, lastEditedAt: null, includesCreatedEdit: false };
    return { fullDatabaseId: comment.id, ...saidBy(comment), ...times, reactionGroups: [] };
  });
  const threads = (await list<RestComment>(`pulls/${number}/comments`)).map((comment) => ({
    comments: { nodes: [saidBy(comment)] },
  }));
  const commits = (await list<RestCommit>(`pulls/${number}/commits`)).map(({ commit, author }) => {
    const { name = '', email = '' } = commit.author ?? {};
    const nodes = [{ name, email, user: author && { login: author.login } }];
    return { commit: { authors: { totalCount: 1, nodes }, committer: null } };
  });
  const all = { comments, reviews: [], commits, reviewThreads: threads };
  const pages = Object.entries(all).map(([part, nodes]) => {
    return [part, { totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: null }, nodes }];
  });
  return { status: 200, body: { data: { repository: { pullRequest: Object.fromEntries(pages) } } } };
}

function saidBy({ user, body }: RestComment) {
  const isBot = user?.login.endsWith('[bot]') ?? false;
  const author = user && { __typename: isBot ? 'Bot' : 'User', login: user.login.replace('[bot]', ''), databaseId: 1 };
  return { author, body: body ?? '' };
}

interface Made {
  readonly sha: string;
  readonly tree?: { readonly sha: string };
}

async function make(ask: Ask, method: string, path: string, body?: unknown): Promise<Made> {
  const answer = await ask(method, path, body);
  if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  return answer.body as Made;
}

function refused(type: string, message: string): Answer {
  return { status: 200, body: { data: null, errors: [{ type, message, path: [] }] } };
}
