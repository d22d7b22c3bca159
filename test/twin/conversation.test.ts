/** What was said on a pull request, by GraphQL: comments with their edits and reactions, reviews, who made commits. */
import { HERE, NAME, OWNER, REPO, refusalOf, type Stage, setStage } from './stage.js';
import { judgeGraphql } from './validate-graphql.js';

let stage: Stage;
let number: number;
beforeEach(async () => {
  stage = await setStage();
  await stage.twin.as('rob').push(REPO, 'side', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 9\n' } });
  number = await stage.twin.as('rob').openPull({ repo: REPO, head: 'side', title: 'Side' });
});
afterEach(() => stage.strike());

/** The answer to what is asked of the pull request. */
async function ask<T>(fields: string, by = stage.bot): Promise<T> {
  const query = `query ($owner: String!, $repo: String!, $number: Int!) {
    repository(owner: $owner, name: $repo) { pullRequest(number: $number) { ${fields} } }
  }`;
  const answer = await by.graphql<{ repository: { pullRequest: T } }>(query, { owner: OWNER, repo: NAME, number });
  return answer.repository.pullRequest;
}

interface Comments {
  readonly comments: {
    readonly totalCount: number;
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    readonly nodes: readonly Readonly<Record<string, unknown>>[];
  };
}

describe('comments', () => {
  const FIELDS = `comments(first: 10) { totalCount pageInfo { hasNextPage endCursor } nodes {
    fullDatabaseId body createdAt lastEditedAt includesCreatedEdit
    author { __typename login ... on User { databaseId } ... on Bot { databaseId } }
    reactionGroups { content viewerHasReacted }
  } }`;

  it('name people and Apps each in their way', async () => {
    const id = stage.twin.as('ana').comment(REPO, number, 'one');
    const { data } = await stage.bot.rest.issues.createComment({ ...HERE, issue_number: number, body: 'two' });
    const { comments } = await ask<Comments>(FIELDS);
    expect(comments).toMatchObject({
      totalCount: 2,
      pageInfo: { hasNextPage: false },
      nodes: [
        { fullDatabaseId: String(id), body: 'one', author: { __typename: 'User', login: 'ana' } },
        { fullDatabaseId: String(data.id), author: { __typename: 'Bot', login: 'spec-steward' } },
      ],
    });
    expect(data.user?.login).toBe('spec-steward[bot]');
  });

  it('say when they were edited', async () => {
    const id = stage.twin.as('ana').comment(REPO, number, 'one');
    const edits = async () => (await ask<Comments>(FIELDS)).comments.nodes.map((node) => node.includesCreatedEdit);
    expect(await edits()).toEqual([false]);
    stage.twin.as('ana').editComment(REPO, id, 'another');
    expect(await edits()).toEqual([true]);
    const { comments } = await ask<Comments>(FIELDS);
    expect(comments.nodes[0]).toMatchObject({ body: 'another', lastEditedAt: expect.stringMatching(/Z$/) });
  });

  it('tell each viewer whether they have reacted', async () => {
    const comment_id = stage.twin.as('ana').comment(REPO, number, 'one');
    await stage.bot.rest.reactions.createForIssueComment({ ...HERE, comment_id, content: '+1' });
    stage.twin.as('mel').react(REPO, comment_id, 'eyes');
    const groups = async (by = stage.bot) => {
      const { comments } = await ask<Comments>(FIELDS, by);
      const all = comments.nodes[0]?.reactionGroups as { content: string; viewerHasReacted: boolean }[];
      return all.filter(({ viewerHasReacted }) => viewerHasReacted).map(({ content }) => content);
    };
    await expect(groups()).resolves.toEqual(['THUMBS_UP']);
    await expect(groups(stage.api('mel'))).resolves.toEqual(['EYES']);
    await expect(groups(stage.api('ana'))).resolves.toEqual([]);
    const wrong = { ...HERE, comment_id, content: 'applause' as '+1' };
    await expect(refusalOf(stage.bot.rest.reactions.createForIssueComment(wrong))).resolves.toMatch(/^422/);
  });

  it('come in pages', async () => {
    for (let at = 1; at <= 3; at += 1) stage.twin.as('ana').comment(REPO, number, `${at}`);
    const page = (more: string) =>
      `comments(first: 2${more}) { totalCount pageInfo { hasNextPage endCursor } nodes { body } }`;
    const first = (await ask<Comments>(page(''))).comments;
    expect(first).toMatchObject({
      totalCount: 3,
      pageInfo: { hasNextPage: true },
      nodes: [{ body: '1' }, { body: '2' }],
    });
    const second = (await ask<Comments>(page(`, after: "${first.pageInfo.endCursor}"`))).comments;
    expect(second).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: false }, nodes: [{ body: '3' }] });
    await expect(ask('comments { totalCount }')).rejects.toThrow('You must provide a `first` or `last` value');
    await expect(ask('comments(first: 101) { totalCount }')).rejects.toThrow(
      'exceeds the `first` limit of 100 records',
    );
  });
});

it('reviews say on which commit, and whether they were dismissed', async () => {
  const { sha } = stage.twin.pull(REPO, number).head;
  const one = stage.twin.as('mel').review(REPO, number, { event: 'REQUEST_CHANGES', body: 'No' });
  stage.twin.as('sue').review(REPO, number, { event: 'APPROVE' });
  stage.twin.as('mel').dismiss(REPO, one);
  const fields = 'fullDatabaseId state body submittedAt commit { oid } author { login }';
  await expect(ask(`reviews(first: 10) { nodes { ${fields} } }`)).resolves.toMatchObject({
    reviews: {
      nodes: [
        { fullDatabaseId: String(one), state: 'DISMISSED', body: 'No', commit: { oid: sha }, author: { login: 'mel' } },
        { state: 'APPROVED', body: '', author: { login: 'sue' } },
      ],
    },
  });
});

it('threads begin with the comment on the line', async () => {
  const { sha } = stage.twin.pull(REPO, number).head;
  const line = { commit_id: sha, path: 'spec/a.yml', line: 3, body: 'suggestion' };
  await stage.bot.rest.pulls.createReviewComment({ ...HERE, pull_number: number, ...line });
  await expect(
    ask('reviewThreads(first: 5) { nodes { path comments(first: 1) { nodes { body } } } }'),
  ).resolves.toEqual({
    reviewThreads: { nodes: [{ path: 'spec/a.yml', comments: { nodes: [{ body: 'suggestion' }] } }] },
  });
});

interface Commits {
  readonly commits: {
    readonly nodes: readonly {
      readonly commit: {
        readonly committer: Signature;
        readonly authors: { readonly totalCount: number; readonly nodes: readonly Signature[] };
      };
    }[];
  };
}

interface Signature {
  readonly name: string;
  readonly user: { readonly login: string } | null;
}

describe('commits', () => {
  const FIELDS = `commits(first: 100) { nodes { commit {
    committer { name user { login } }
    authors(first: 10) { totalCount nodes { name email user { login } } }
  } } }`;
  const named = ({ name, user }: Signature) => `${name}: ${user?.login ?? 'nobody'}`;

  /** The authors of the last commit, the committer behind a bar. */
  async function makers(): Promise<string> {
    const last = (await ask<Commits>(FIELDS)).commits.nodes.at(-1)?.commit;
    return last ? `${last.authors.nodes.map(named).join(', ')} | ${named(last.committer)}` : '';
  }

  it('name co-authors by the addresses that GitHub gives, and by registered ones', async () => {
    const { id } = stage.twin.user('ana');
    stage.twin.as('sue').addEmail('Sue@Council.example');
    const message = `Change

Because.

Co-authored-by: Ana <${id}+ana@users.noreply.github.com>
co-authored-by: S. <sue@council.example>
Co-Authored-By: Mel <mel@users.noreply.github.com>
Co-authored-by: Nobody <nobody@council.example>
Co-authored-by: Ana again <${id}+ana@users.noreply.github.com>`;
    await stage.twin.as('rob').push(REPO, 'side', { files: { a: '1' }, message });
    await expect(makers()).resolves.toBe('rob: rob, Ana again: ana, S.: sue, Mel: mel, Nobody: nobody | rob: rob');
  });

  it('name nobody for an address with another account’s number, nor for a trailer above the last paragraph', async () => {
    const message = 'Change\n\nCo-authored-by: Ana <ana@users.noreply.github.com>\n\nMore words.';
    const author = { name: 'Stranger', email: `${stage.twin.user('ana').id}+mel@users.noreply.github.com` };
    await stage.twin.as('rob').push(REPO, 'side', { files: { a: '1' }, message, author });
    await expect(makers()).resolves.toBe('Stranger: nobody | Stranger: nobody');
  });

  it('tell who committed what somebody else wrote', async () => {
    stage.twin.user('ana');
    const author = { name: 'Ana', email: 'ana@users.noreply.github.com' };
    const committer = { name: 'Sue', email: 'sue@users.noreply.github.com' };
    await stage.twin.as('rob').push(REPO, 'side', { files: { a: '1' }, author, committer });
    await expect(makers()).resolves.toBe('Ana: ana | Sue: sue');
  });

  it('of an App have an address and no user', async () => {
    const head = stage.twin.pull(REPO, number).head.sha;
    const input = {
      branch: { repositoryNameWithOwner: REPO, branchName: 'side' },
      message: { headline: 'Records' },
      fileChanges: { additions: [{ path: 'x', contents: '' }] },
      expectedHeadOid: head,
    };
    const mutation =
      'mutation ($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }';
    await stage.bot.graphql(mutation, { input });
    await expect(makers()).resolves.toBe('spec-steward[bot]: nobody | GitHub: nobody');
  });
});

it('is for those who may see pull requests, and says when there is none', async () => {
  const seer = stage.botWith({ contents: 'read', issues: 'read' });
  await expect(ask('number', seer)).rejects.toThrow('Resource not accessible by integration');
  number = 99;
  await expect(ask('number')).rejects.toThrow('Could not resolve to a PullRequest with the number of 99.');
});

describe('the judge of GraphQL', () => {
  const query = '{ repository(owner: "o", name: "n") { pullRequest(number: 1) { number } } }';
  const exchange = {
    method: 'POST',
    template: '/graphql',
    path: '/graphql',
    query: {},
    requestBody: { query } as unknown,
    status: 200,
    responseBody: { data: { repository: { pullRequest: { number: 1 } } } } as unknown,
  };

  it('is content with what the schema has', () => {
    expect(judgeGraphql(exchange)).toEqual([]);
  });

  it.each([
    [
      'a field that GitHub does not have',
      { requestBody: { query: query.replace('{ number }', '{ stars }') } },
      /Cannot query field "stars"/,
    ],
    [
      'an argument that GitHub does not take',
      { requestBody: { query: query.replace('number: 1', 'id: 1') } },
      /Unknown argument "id"/,
    ],
    [
      'a variable without its value',
      { requestBody: { query: `query ($n: Int!) ${query.replace('number: 1', 'number: $n')}` } },
      /"\$n" of required type/,
    ],
    [
      'a field that is missing',
      { responseBody: { data: { repository: { pullRequest: {} } } } },
      /Cannot return null for non-nullable field PullRequest.number/,
    ],
    [
      'a value of another kind',
      { responseBody: { data: { repository: { pullRequest: { number: 'one' } } } } },
      /Int cannot represent/,
    ],
  ])('finds %s', (_, change, expected) => {
    expect(judgeGraphql({ ...exchange, ...change }).join('\n')).toMatch(expected);
  });

  it('leaves alone what was refused', () => {
    expect(judgeGraphql({ ...exchange, requestBody: { query: '{ stars' }, responseBody: { errors: [{}] } })).toEqual(
      [],
    );
  });
});
