import type { CommitAuthor, Conversation } from '../../src/forge.js';
import { openConversations } from '../../src/github/conversations.js';
import { fakeConnection } from './fake-github.js';
import { openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

const MARKER = '<!-- spec-steward:review -->';

let stage: Stage;
let number: number;
beforeEach(async () => {
  stage = await setStage();
  number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
  stage.twin.requests.clear();
});
afterEach(() => stage.strike());

const read = (): Promise<Conversation> => stage.forge.conversation(number);
const as = (login: string) => stage.twin.as(login);

describe('what people said', () => {
  test('is read in one request', async () => {
    const comment = as('ana').comment(REPO, number, '/approve');
    const review = as('mel').review(REPO, number, { event: 'APPROVE', body: 'Good' });
    await expect(read()).resolves.toEqual({
      comments: [
        {
          id: comment,
          author: { login: 'ana', id: stage.twin.user('ana').id, isBot: false },
          body: '/approve',
          at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
          isEdited: false,
          ownReactions: [],
        },
      ],
      reviews: [
        {
          id: review,
          author: { login: 'mel', id: stage.twin.user('mel').id, isBot: false },
          state: 'approved',
          commit: await stage.twin.head(REPO, 'proposal'),
          at: expect.stringMatching(/Z$/),
          body: 'Good',
        },
      ],
      authors: [{ login: 'ana', name: 'ana' }],
    });
    expect(takeRequests(stage.twin)).toEqual(['POST query']);
  });

  test('says which comments were edited', async () => {
    const first = as('mel').comment(REPO, number, 'Fine');
    as('mel').comment(REPO, number, 'Well');
    as('mel').editComment(REPO, first, '/approve');
    const { comments } = await read();
    expect(comments.map(({ body, isEdited }) => [body, isEdited])).toEqual([
      ['/approve', true],
      ['Well', false],
    ]);
  });

  test('knows our reactions from those of others', async () => {
    const id = as('mel').comment(REPO, number, '/approve');
    as('ana').react(REPO, id, '-1');
    await stage.forge.act({ kind: 'react', comment: id, reaction: '+1' });
    await stage.forge.act({ kind: 'react', comment: id, reaction: 'eyes' });
    const { comments } = await read();
    expect(comments.map(({ ownReactions }) => [...ownReactions].sort())).toEqual([['+1', 'eyes']]);
  });

  test('has every state of a review, and the commit that each was given on', async () => {
    const first = await stage.twin.head(REPO, 'proposal');
    as('mel').review(REPO, number, { event: 'REQUEST_CHANGES', body: 'No' });
    const gone = as('ben').review(REPO, number, { event: 'APPROVE' });
    await as('ana').push(REPO, 'proposal', { files: { 'a.yml': 'a: 2\n' } });
    as('mel').review(REPO, number, { event: 'COMMENT', body: 'Hm' });
    as('mel').dismiss(REPO, gone);
    const second = await stage.twin.head(REPO, 'proposal');
    expect((await read()).reviews.map(({ state, commit, author }) => [author?.login, state, commit])).toEqual([
      ['mel', 'changes-requested', first],
      ['ben', 'dismissed', first],
      ['mel', 'commented', second],
    ]);
  });

  test('names our own account as REST does', async () => {
    await stage.forge.act({ kind: 'put-comment', number, id: null, body: `${MARKER}\nours` });
    const { comments } = await read();
    expect(comments[0]?.author).toMatchObject({ login: 'spec-steward[bot]', isBot: true });
  });

  test('is read to the last page, and only what has more pages is asked for again', async () => {
    for (let at = 0; at < 201; at++) as('mel').comment(REPO, number, `talk ${at}`);
    const review = (at: number) => as('mel').review(REPO, number, { event: 'COMMENT', body: `view ${at}` });
    for (let at = 0; at < 101; at++) review(at);
    const { comments, reviews, authors } = await read();
    expect(comments.map(({ body }) => body)).toEqual(Array.from({ length: 201 }, (_, at) => `talk ${at}`));
    expect(reviews.map(({ body }) => body)).toEqual(Array.from({ length: 101 }, (_, at) => `view ${at}`));
    expect(authors).toHaveLength(1);
    expect(takeRequests(stage.twin)).toEqual(['POST query', 'POST query', 'POST query']);
  });

  test('is nothing at first, and there is none where there is no pull request', async () => {
    await expect(read()).resolves.toMatchObject({ comments: [], reviews: [] });
    await expect(stage.forge.conversation(99)).rejects.toThrow('Could not resolve to a PullRequest');
  });
});

describe('who answers for the commits', () => {
  const authors = async (): Promise<readonly CommitAuthor[]> => (await read()).authors;

  test('authors, co-authors and committers, each once', async () => {
    as('ben').addEmail('ben@council.example');
    stage.twin.user('eva');
    const message = 'Change\n\nCo-authored-by: Ben <ben@council.example>\nCo-authored-by: Olga <olga@council.example>';
    const committer = { name: 'Eva', email: 'eva@users.noreply.github.com' };
    await as('ana').push(REPO, 'proposal', [
      { files: { 'a.yml': 'a: 2\n' }, message },
      { files: { 'a.yml': 'a: 3\n' }, author: { name: 'Ana', email: 'ana@users.noreply.github.com' }, committer },
    ]);
    expect(await authors()).toEqual([
      { login: 'ana', name: 'Ana' },
      { login: 'ben', name: 'Ben' },
      { login: null, name: 'Olga' },
      { login: 'eva', name: 'Eva' },
    ]);
  });

  test('the App for its own commits, GitHub for none', async () => {
    const head = await stage.twin.head(REPO, 'proposal');
    const files = [{ path: 'b.yml', text: 'b: 1\n' }];
    const commit = { kind: 'commit-files', repository: REPO, branch: 'proposal', message: 'records', files } as const;
    await stage.forge.act({ ...commit, expectedHead: head });
    expect((await authors()).map(({ login }) => login)).toEqual(['ana', 'spec-steward[bot]']);
  });

  test('all of a hundred and one commits', async () => {
    const author = (at: number) => ({ name: `Author ${at}`, email: `author-${at}@council.example` });
    const files = (at: number) => ({ 'a.yml': `a: ${at}\n` });
    const commits = Array.from({ length: 100 }, (_, at) => ({ files: files(at), author: author(at) }));
    await as('ana').push(REPO, 'proposal', commits);
    expect(await authors()).toHaveLength(101);
  });
});

describe('our own comment and suggestions', () => {
  test('are known from the conversation, until the pull request is read again', async () => {
    await stage.forge.act({ kind: 'put-comment', number, id: null, body: `${MARKER}\nours` });
    const commit = await stage.twin.head(REPO, 'proposal');
    const suggestion = { path: 'a.yml', line: 1, body: '<!-- spec-steward:suggest 1 -->' };
    await stage.forge.act({ kind: 'suggest', number, commit, ...suggestion });
    as('mel').comment(REPO, number, `${MARKER}\nforged`);
    await read();
    stage.twin.requests.clear();
    const own = await stage.forge.ownComment(number, MARKER);
    expect(own?.body).toBe(`${MARKER}\nours`);
    await expect(stage.forge.ownComment(number, '<!-- another -->')).resolves.toBeNull();
    await expect(stage.forge.ownSuggestions(number)).resolves.toEqual([suggestion.body]);
    expect(takeRequests(stage.twin)).toEqual([]);
    as('mel').deleteComment(REPO, own?.id ?? 0);
    await stage.forge.pull(number);
    await expect(stage.forge.ownComment(number, MARKER)).resolves.toBeNull();
  });

  test('of another pull request are not taken for them', async () => {
    await stage.forge.act({ kind: 'put-comment', number, id: null, body: `${MARKER}\none` });
    const other = await openPull(stage, { branch: 'other', files: { 'b.yml': 'b: 1\n' } });
    await stage.forge.act({ kind: 'put-comment', number: other, id: null, body: `${MARKER}\nother` });
    await read();
    await expect(stage.forge.ownComment(other, MARKER)).resolves.toMatchObject({ body: `${MARKER}\nother` });
  });
});

describe('an answer that is not whole counts as none', () => {
  const page = (nodes: readonly unknown[], more: object = {}) => {
    return { totalCount: nodes.length, pageInfo: { hasNextPage: false, endCursor: null }, nodes, ...more };
  };
  const ana = { __typename: 'User', login: 'ana', databaseId: 7 };
  const comment = {
    fullDatabaseId: '9007199254740991',
    author: null,
    body: 'x',
    createdAt: '2026-03-02T09:00:00Z',
    lastEditedAt: null,
    includesCreatedEdit: false,
    reactionGroups: null,
  };
  const review = {
    fullDatabaseId: 5,
    author: ana,
    state: 'APPROVED',
    commit: null,
    submittedAt: '2026-03-02T09:00:00Z',
    body: '',
  };
  const whole = { comments: page([comment]), reviews: page([review]), commits: page([]), reviewThreads: page([]) };
  const signature = { name: 'Ana', email: 'ana@council.example', user: null };
  const commitOf = (authors: object) => ({ commit: { authors, committer: signature } });

  /** What is read of a GitHub that gives one answer after the other. */
  function hear(...answers: readonly unknown[]): Promise<Conversation> {
    const left = [...answers];
    const { connection } = fakeConnection(() => ({ data: left.shift() }));
    return openConversations(connection).read(1);
  }
  const pull = (parts: object) => ({ data: { repository: { pullRequest: parts } } });

  test('a whole one is taken: an account that is gone, a commit that is gone, an id of 53 bits', async () => {
    await expect(hear(pull(whole))).resolves.toMatchObject({
      comments: [{ id: 9007199254740991, author: null, isEdited: false, ownReactions: [] }],
      reviews: [{ id: 5, commit: '', author: { login: 'ana', id: 7, isBot: false } }],
      authors: [],
    });
  });

  test('a review that its author has not submitted was not given', async () => {
    const pending = { ...review, state: 'PENDING', submittedAt: null };
    await expect(hear(pull({ ...whole, reviews: page([pending]) }))).resolves.toMatchObject({ reviews: [] });
  });

  test('an edit is known by either sign', async () => {
    const edits = [{ lastEditedAt: '2026-03-02T10:00:00Z' }, { includesCreatedEdit: true }];
    const comments = page(edits.map((edit) => ({ ...comment, ...edit })));
    const heard = await hear(pull({ ...whole, comments }));
    expect(heard.comments.map(({ isEdited }) => isEdited)).toEqual([true, true]);
  });

  const more = { pageInfo: { hasNextPage: true, endCursor: 'next' } };
  test.each<[string, readonly unknown[], string]>([
    ['errors beside data', [{ ...pull(whole), errors: [{ message: 'timeout' }] }], 'timeout'],
    ['no repository', [{ data: { repository: null } }], 'partial-answer'],
    ['no pull request', [pull(null as never)], 'partial-answer'],
    ['a list that is null', [pull({ ...whole, reviews: null })], 'GitHub gave no list of reviews'],
    ['a comment that is null', [pull({ ...whole, comments: page([null]) })], 'one of the comments as nothing'],
    ['fewer than there are', [pull({ ...whole, reviews: page([], { totalCount: 1 }) })], '0 of 1 reviews'],
    [
      'an empty page with more behind it',
      [pull({ ...whole, comments: page([], more) })],
      '0 of 0 comments, and no way to the next',
    ],
    [
      'more without a place to go on',
      [pull({ ...whole, comments: page([comment], { pageInfo: { hasNextPage: true, endCursor: null } }) })],
      'partial-answer',
    ],
    [
      'a second page that fails',
      [pull({ ...whole, comments: page([comment], { ...more, totalCount: 2 }) }), pull({ comments: null })],
      'no list of comments',
    ],
    [
      'a commit without all of its authors',
      [pull({ ...whole, commits: page([commitOf({ totalCount: 2, nodes: [signature] })]) })],
      '1 authors of a commit',
    ],
    [
      'a commit with more authors than GitHub lists',
      [pull({ ...whole, commits: page([commitOf({ totalCount: 101, nodes: Array(100).fill(signature) })]) })],
      'too-many-authors: a commit has 101 authors',
    ],
    [
      'a commit with an author that is null',
      [pull({ ...whole, commits: page([commitOf({ totalCount: 1, nodes: [null] })]) })],
      '0 authors of a commit',
    ],
    [
      'more commits than GitHub lists',
      [pull({ ...whole, commits: page([commitOf({ totalCount: 1, nodes: [signature] })], { totalCount: 251 }) })],
      '1 of 251 commits',
    ],
    [
      'a state that nobody knows',
      [pull({ ...whole, reviews: page([{ ...review, state: 'DEFERRED' }]) })],
      'a review that is DEFERRED',
    ],
    [
      'a review without a time',
      [pull({ ...whole, reviews: page([{ ...review, submittedAt: null }]) })],
      'submitted null',
    ],
  ])('%s', async (_, answers, words) => {
    await expect(hear(...answers)).rejects.toThrow(words);
  });

  test('over the wire too: nothing is known after a failure', async () => {
    stage.twin.faults.add({ path: /graphql/, status: 502, times: 4 });
    await expect(read()).rejects.toThrow('502');
    stage.twin.requests.clear();
    await stage.forge.ownComment(number, MARKER);
    expect(takeRequests(stage.twin)).toEqual([`GET issues/${number}/comments`]);
  });
});
