/** Comments, reactions, labels, reviews and comments on lines, over HTTP. */
import { HERE, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
let number: number;
beforeEach(async () => {
  stage = await setStage();
  await stage.twin.as('rob').push(REPO, 'side', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 9\n' } });
  number = await stage.twin.as('rob').openPull({ repo: REPO, head: 'side', title: 'Side' });
});
afterEach(() => stage.strike());

const say = (body: string, by = stage.bot) => by.rest.issues.createComment({ ...HERE, issue_number: number, body });

describe('comments', () => {
  it('are made, read, changed and deleted', async () => {
    const { bot } = stage;
    const { data } = await say('first');
    expect(data).toMatchObject({
      user: { login: 'spec-steward[bot]' },
      performed_via_github_app: { slug: 'spec-steward' },
    });
    const comment_id = data.id;
    await bot.rest.issues.updateComment({ ...HERE, comment_id, body: 'second' });
    const read = await bot.rest.issues.getComment({ ...HERE, comment_id });
    expect(read.data.body).toBe('second');
    await expect(bot.rest.issues.deleteComment({ ...HERE, comment_id })).resolves.toMatchObject({ status: 204 });
    await expect(refusalOf(bot.rest.issues.getComment({ ...HERE, comment_id }))).resolves.toBe('404 Not Found');
  });

  it('come in pages with links to each other', async () => {
    for (let at = 1; at <= 5; at += 1) stage.twin.as('ana').comment(REPO, number, `comment ${at}`);
    const list = (page: number) =>
      stage.bot.rest.issues.listComments({ ...HERE, issue_number: number, per_page: 2, page });
    const middle = await list(2);
    expect(middle.data.map(({ body }) => body)).toEqual(['comment 3', 'comment 4']);
    const rels = [...(middle.headers.link ?? '').matchAll(/[?&]page=(\d+)[^>]*>; rel="(\w+)"/g)].map(
      ([, page, rel]) => `${rel} ${page}`,
    );
    expect(rels).toEqual(['prev 1', 'next 3', 'last 3', 'first 1']);
    expect((await list(9)).data).toEqual([]);
    const all = await stage.bot.paginate(stage.bot.rest.issues.listComments, {
      ...HERE,
      issue_number: number,
      per_page: 2,
    });
    expect(all).toHaveLength(5);
  });

  it('are at most 65,536 characters long', async () => {
    await expect(say('ö'.repeat(65_536))).resolves.toMatchObject({ status: 201 });
    await expect(say('😀'.repeat(65_536))).resolves.toMatchObject({ status: 201 });
    await expect(refusalOf(say('x'.repeat(65_537)))).resolves.toMatch(
      /^422 .*Body is too long \(maximum is 65536 characters\)/,
    );
    await expect(refusalOf(say(''))).resolves.toMatch(/^422 Validation Failed/);
  });

  it('of others can be changed by those who write, not by those who read', async () => {
    const comment_id = stage.twin.as('ana').comment(REPO, number, 'mine');
    const change = (login: string) =>
      stage.api(login).rest.issues.updateComment({ ...HERE, comment_id, body: 'changed' });
    await expect(refusalOf(change('eve'))).resolves.toMatch(/^403/);
    await expect(change('rob')).resolves.toMatchObject({ status: 200 });
    expect(() => stage.twin.as('eve').editComment(REPO, comment_id, 'x')).toThrow('denied to eve');
  });

  it('are refused to nobody in particular', async () => {
    await expect(refusalOf(say('x', stage.api()))).resolves.toBe('401 Requires authentication');
  });

  it('can be hidden', async () => {
    const { data } = await say('old');
    const mutation =
      'mutation($id: ID!) { minimizeComment(input: {subjectId: $id, classifier: OUTDATED}) { minimizedComment { isMinimized minimizedReason } } }';
    const answer = await stage.bot.graphql(mutation, { id: data.node_id });
    expect(answer).toEqual({
      minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'outdated' } },
    });
  });
});

describe('reactions', () => {
  it('of one kind and person exist once', async () => {
    const comment_id = stage.twin.as('ana').comment(REPO, number, '/steward approve');
    const react = () => stage.bot.rest.reactions.createForIssueComment({ ...HERE, comment_id, content: 'rocket' });
    const first = await react();
    const second = await react();
    expect([first.status, second.status]).toEqual([201, 200]);
    const list = () => stage.bot.rest.reactions.listForIssueComment({ ...HERE, comment_id });
    expect((await list()).data).toHaveLength(1);
    await stage.bot.rest.reactions.deleteForIssueComment({ ...HERE, comment_id, reaction_id: first.data.id });
    expect((await list()).data).toEqual([]);
  });
});

describe('labels', () => {
  it('are made with a colour, changed, and put on pull requests', async () => {
    const { bot } = stage;
    await bot.rest.issues.createLabel({ ...HERE, name: 'spec: breaking', color: 'b60205', description: 'D' });
    const again = bot.rest.issues.createLabel({ ...HERE, name: 'Spec: Breaking', color: 'b60205' });
    await expect(refusalOf(again)).resolves.toMatch(/"code":"already_exists"/);
    const wrong = bot.rest.issues.createLabel({ ...HERE, name: 'x', color: '#b60205' });
    await expect(refusalOf(wrong)).resolves.toMatch(/"field":"color"/);
    await bot.rest.issues.updateLabel({ ...HERE, name: 'spec: breaking', color: '000000', description: 'E' });
    const added = await bot.rest.issues.addLabels({
      ...HERE,
      issue_number: number,
      labels: ['spec: breaking', 'new one'],
    });
    expect(added.data.map(({ name, color }) => [name, color])).toEqual([
      ['spec: breaking', '000000'],
      ['new one', 'ededed'],
    ]);
    const removed = await bot.rest.issues.removeLabel({ ...HERE, issue_number: number, name: 'new one' });
    expect(removed.data.map(({ name }) => name)).toEqual(['spec: breaking']);
    const missing = bot.rest.issues.removeLabel({ ...HERE, issue_number: number, name: 'none' });
    await expect(refusalOf(missing)).resolves.toBe('404 Label does not exist');
    const all = await bot.rest.issues.listLabelsForRepo(HERE);
    expect(all.data.map(({ name }) => name)).toEqual(['spec: breaking', 'new one']);
  });
});

describe('reviews', () => {
  it('are made at a commit, listed and dismissed', async () => {
    const commit = stage.twin.pull(REPO, number).head.sha;
    const id = stage.twin.as('mel').review(REPO, number, { event: 'APPROVE' });
    const list = async () => (await stage.bot.rest.pulls.listReviews({ ...HERE, pull_number: number })).data;
    await expect(list()).resolves.toMatchObject([
      { id, state: 'APPROVED', commit_id: commit, user: { login: 'mel' }, author_association: 'MEMBER' },
    ]);
    await stage.bot.rest.pulls.dismissReview({
      ...HERE,
      pull_number: number,
      review_id: id,
      message: 'The head moved',
    });
    await expect(list()).resolves.toMatchObject([{ state: 'DISMISSED' }]);
    const again = stage.bot.rest.pulls.dismissReview({ ...HERE, pull_number: number, review_id: id, message: 'again' });
    await expect(refusalOf(again)).resolves.toMatch(/^422/);
  });

  it('of one’s own pull request are comments only', async () => {
    const review = (event: 'APPROVE' | 'COMMENT') =>
      stage.api('rob').rest.pulls.createReview({ ...HERE, pull_number: number, event, body: 'b' });
    await expect(refusalOf(review('APPROVE'))).resolves.toBe(
      '422 Unprocessable Entity ["Review Can not approve your own pull request"]',
    );
    await expect(review('COMMENT')).resolves.toMatchObject({ data: { state: 'COMMENTED' } });
  });

  it('are dismissed by a push where the branch asks for that', async () => {
    stage.twin.protect(REPO, 'main', { approvals: 1, dismissStale: true });
    const states = () => stage.twin.world.reviews.map(({ state }) => state);
    stage.twin.as('mel').review(REPO, number, { event: 'APPROVE' });
    stage.twin.as('sue').review(REPO, number, { event: 'REQUEST_CHANGES', body: 'no' });
    await stage.twin.as('rob').push(REPO, 'side', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 9\n' } });
    expect(states()).toEqual(['APPROVED', 'CHANGES_REQUESTED']);
    await stage.twin.as('rob').push(REPO, 'side', { files: { late: '1' } });
    expect(states()).toEqual(['DISMISSED', 'CHANGES_REQUESTED']);
  });

  it('stay when the base is merged into the branch, which changes nothing of what it brings', async () => {
    stage.twin.protect(REPO, 'main', { dismissStale: true, pullRequest: false });
    stage.twin.as('mel').review(REPO, number, { event: 'APPROVE' });
    await stage.twin.as('mel').push(REPO, 'main', { files: { 'spec/b.yml': 'b: 2\n', 'README.md': 'more\n' } });
    await stage.api('rob').rest.pulls.updateBranch({ ...HERE, pull_number: number });
    expect(stage.twin.pull(REPO, number).head.sha).toBe(await stage.twin.head(REPO, 'side'));
    expect(stage.twin.world.reviews.map(({ state }) => state)).toEqual(['APPROVED']);
  });

  it('decide whether a protected branch takes the pull request', async () => {
    stage.twin.protect(REPO, 'main', { approvals: 1 });
    const merge = () => refusalOf(stage.api('rob').rest.pulls.merge({ ...HERE, pull_number: number }));
    await expect(merge()).resolves.toMatch(/^405 .*At least 1 approving review is required/s);
    stage.twin.as('eve').review(REPO, number, { event: 'APPROVE' });
    await expect(merge()).resolves.toMatch(/^405/);
    const { data } = await stage.bot.rest.pulls.get({ ...HERE, pull_number: number });
    expect(data.mergeable_state).toBe('blocked');
    stage.twin.as('mel').review(REPO, number, { event: 'REQUEST_CHANGES', body: 'no' });
    await expect(merge()).resolves.toMatch(/^405 .*Changes were requested/s);
    stage.twin.as('mel').review(REPO, number, { event: 'APPROVE' });
    const merged = await stage.twin.as('rob').merge(REPO, number);
    expect(merged).toBe(await stage.twin.head(REPO, 'main'));
  });
});

describe('comments on lines', () => {
  const suggest = (more: object) =>
    stage.bot.rest.pulls.createReviewComment({
      ...HERE,
      pull_number: number,
      body: '```suggestion\nc: 3\n```',
      commit_id: stage.twin.pull(REPO, number).head.sha,
      path: 'spec/a.yml',
      line: 3,
      ...more,
    });

  it('stand on lines of the difference, and nowhere else', async () => {
    const { data } = await suggest({});
    expect(data).toMatchObject({ line: 3, side: 'RIGHT', path: 'spec/a.yml', user: { login: 'spec-steward[bot]' } });
    expect(data.diff_hunk).toMatch(/^@@ -1,3 \+1,3 @@/);
    await expect(suggest({ start_line: 1 })).resolves.toMatchObject({ data: { start_line: 1, line: 3 } });
    await expect(refusalOf(suggest({ line: 99 }))).resolves.toMatch(
      /pull_request_review_thread.line could not be resolved/,
    );
    await expect(refusalOf(suggest({ path: 'README.md' }))).resolves.toMatch(
      /pull_request_review_thread.path could not be resolved/,
    );
  });

  it('lose their line when the head moves on', async () => {
    await suggest({});
    await stage.twin.as('rob').push(REPO, 'side', { files: { late: '1' } });
    const { data } = await stage.bot.rest.pulls.listReviewComments({ ...HERE, pull_number: number });
    expect(data).toMatchObject([{ line: null, original_line: 3 }]);
  });

  it('come together in one review', async () => {
    const comments = [
      { path: 'spec/a.yml', line: 3, body: 'one' },
      { path: 'spec/a.yml', line: 1, body: 'two' },
    ];
    await stage.bot.rest.pulls.createReview({
      ...HERE,
      pull_number: number,
      event: 'COMMENT',
      body: 'Two things',
      comments,
    });
    const { data } = await stage.bot.rest.pulls.listReviewComments({ ...HERE, pull_number: number });
    expect(new Set(data.map(({ pull_request_review_id }) => pull_request_review_id)).size).toBe(1);
    const reaction = { ...HERE, comment_id: data[0]?.id ?? 0, content: 'eyes' as const };
    await expect(stage.bot.rest.reactions.createForPullRequestReviewComment(reaction)).resolves.toMatchObject({
      status: 201,
    });
  });
});
