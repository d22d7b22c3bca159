import type { OpenPull } from '../../src/plan.js';
import { openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  stage.forge.takeCounts();
  stage.twin.requests.clear();
});
afterEach(() => stage.strike());

describe('a pull request', () => {
  test('from a branch of the repository', async () => {
    const number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
    stage.twin.as('mel').label(REPO, number, 'help wanted');
    await expect(stage.forge.pull(number)).resolves.toEqual({
      number,
      title: 'Proposal proposal',
      body: 'Because.',
      state: 'open',
      merged: false,
      merge: null,
      author: { login: 'ana', id: stage.twin.user('ana').id, isBot: false },
      baseBranch: 'main',
      baseCommit: await stage.twin.head(REPO, 'main'),
      headBranch: 'proposal',
      headCommit: await stage.twin.head(REPO, 'proposal'),
      headRepository: REPO,
      isOwn: true,
      maintainerCanModify: false,
      labels: ['help wanted'],
      mergeable: true,
    });
  });

  test('from a fork, and after the fork is gone', async () => {
    const fork = await stage.twin.as('ben').fork(REPO);
    await stage.twin.as('ben').push(fork, 'mine', { files: { 'a.yml': 'a: 1\n' } });
    const number = await stage.twin.as('ben').openPull({
      repo: REPO,
      head: 'ben:mine',
      title: 'T',
      maintainerCanModify: true,
    });
    const head = { headRepository: 'ben/standard', isOwn: false, maintainerCanModify: true, body: '' };
    await expect(stage.forge.pull(number)).resolves.toMatchObject(head);
    await stage.twin.as('ben').deleteFork(fork);
    await expect(stage.forge.pull(number)).resolves.toMatchObject({ headRepository: null, isOwn: false });
  });

  test('has the base branch as it is now, not as it was at the last push', async () => {
    const number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
    const later = await stage.twin.as('mel').push(REPO, 'main', { files: { 'b.yml': 'b: 1\n' } });
    await expect(stage.forge.pull(number)).resolves.toMatchObject({ baseCommit: later });
    await expect(stage.forge.openPulls()).resolves.toMatchObject([{ baseCommit: later }]);
    await expect(stage.forge.pullFrom('proposal')).resolves.toMatchObject({ baseCommit: later });
  });

  test('is compared with the same request that found its base', async () => {
    const number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
    stage.twin.requests.clear();
    const { baseCommit, headCommit } = await stage.forge.pull(number);
    const { mergeBase, commits } = await stage.forge.compare(baseCommit, headCommit);
    expect(mergeBase).toBe(baseCommit);
    expect(commits).toHaveLength(1);
    expect(takeRequests(stage.twin)).toEqual([`GET pulls/${number}`, `GET compare/main...${headCommit}`]);
  });

  test('that is closed, and that is merged', async () => {
    const closed = await openPull(stage, { branch: 'one', files: { 'a.yml': 'a: 1\n' } });
    await stage.twin.as('ana').close(REPO, closed);
    await expect(stage.forge.pull(closed)).resolves.toMatchObject({ state: 'closed', merged: false, merge: null });
    const merged = await openPull(stage, { branch: 'two', files: { 'a.yml': 'a: 1\n' } });
    const before = await stage.twin.head(REPO, 'main');
    const commit = await stage.twin.as('mel').merge(REPO, merged);
    await expect(stage.forge.pull(merged)).resolves.toMatchObject({
      state: 'closed',
      merged: true,
      merge: { commit, by: { login: 'mel' }, at: expect.stringMatching(/Z$/) },
    });
    await expect(stage.forge.firstParent(commit)).resolves.toBe(before);
  });

  test('is still read when it has more commits than GitHub lists', async () => {
    const changes = Array.from({ length: 251 }, (_, index) => ({ files: { 'a.yml': `a: ${index}\n` } }));
    await stage.twin.as('ana').push(REPO, 'many', changes);
    const number = await stage.twin.as('ana').openPull({ repo: REPO, head: 'many', title: 'Many' });
    const { baseCommit, headCommit } = await stage.forge.pull(number);
    await expect(stage.forge.compare(baseCommit, headCommit)).rejects.toMatchObject({
      detail: { code: 'too-many-commits', found: 'the head has 251 commits' },
    });
  });

  test('that is not there', async () => {
    await expect(stage.forge.pull(99)).rejects.toMatchObject({
      detail: { code: 'no-pull-request', found: `there is no pull request 99 in ${REPO}` },
    });
  });
});

describe('open pull requests', () => {
  test('are listed from all pages, with one look at each base branch', async () => {
    const head = await stage.twin.as('ana').push(REPO, 'one', { files: { 'a.yml': 'a: 1\n' } });
    for (let count = 0; count < 101; count++) {
      await stage.twin.as('ana').pointBranch(REPO, `b${count}`, head);
      await stage.twin.as('ana').openPull({ repo: REPO, head: `b${count}`, title: `T${count}` });
    }
    await stage.twin.as('ana').close(REPO, stage.twin.world.pulls[0]?.number ?? 0);
    stage.twin.requests.clear();
    const pulls = await stage.forge.openPulls();
    expect(pulls).toHaveLength(100);
    expect(new Set(pulls.map(({ headBranch }) => headBranch)).size).toBe(100);
    expect(takeRequests(stage.twin).filter((request) => !request.startsWith('GET pulls'))).toHaveLength(1);
  });
});

describe('a pull request of ours', () => {
  const wish = (change: Partial<OpenPull> = {}): OpenPull => {
    const head = 'spec-steward/pull-request-1';
    return { kind: 'open-pull', head, base: 'main', title: 'Title', body: 'Body', number: null, ...change };
  };
  const pulls = () =>
    stage.twin.world.pulls.map(({ title, body, author, state }) => [author.login, title, body, state]);
  const ours = (title: string, body: string) => ['spec-steward[bot]', title, body, 'open'];

  beforeEach(async () => {
    await stage.twin.as('mel').push(REPO, wish().head, { files: { 'a.yml': 'a: 1\n' } });
    stage.twin.requests.clear();
  });

  test('is opened once, and found by its branch', async () => {
    await expect(stage.forge.pullFrom(wish().head)).resolves.toBeNull();
    await stage.forge.act(wish());
    await stage.forge.act(wish());
    expect(pulls()).toEqual([ours('Title', 'Body')]);
    await expect(stage.forge.pullFrom(wish().head)).resolves.toMatchObject({ number: 1, title: 'Title', isOwn: true });
  });

  test('is not the one that a fork opened from a branch of the same name', async () => {
    const fork = await stage.twin.as('ben').fork(REPO);
    await stage.twin.as('ben').push(fork, wish().head, { files: { 'b.yml': 'b: 1\n' } });
    await stage.twin.as('ben').openPull({ repo: REPO, head: `ben:${wish().head}`, title: 'Forged' });
    await expect(stage.forge.pullFrom(wish().head)).resolves.toBeNull();
  });

  test('is edited only when its title or text differs', async () => {
    await stage.forge.act(wish());
    stage.twin.requests.clear();
    await stage.forge.act(wish({ number: 1 }));
    expect(takeRequests(stage.twin).filter((request) => !request.startsWith('GET'))).toEqual([]);
    await stage.forge.act(wish({ number: 1, title: 'Other' }));
    await stage.forge.act(wish({ number: 1, title: 'Other', body: 'Text' }));
    expect(pulls()).toEqual([ours('Other', 'Text')]);
  });

  test('that was closed meanwhile is a lost race', async () => {
    await stage.forge.act(wish());
    await stage.twin.as('mel').close(REPO, 1);
    await expect(stage.forge.act(wish({ number: 1 }))).rejects.toMatchObject({ detail: { code: 'lost-race' } });
  });

  test.each([
    ['was lost', { status: 502, effect: 'done' as const }],
    ['was a 502', { status: 502 }],
  ])('is opened once when the answer %s', async (_, fault) => {
    stage.twin.faults.add({ method: 'POST', path: /pulls$/, ...fault });
    await stage.forge.act(wish());
    expect(pulls()).toEqual([ours('Title', 'Body')]);
  });

  test('is taken over when another instance opened it at the same moment', async () => {
    const other = stage.openForge();
    await Promise.all([stage.forge.act(wish()), other.act(wish({ body: 'Body' }))]);
    expect(pulls()).toEqual([ours('Title', 'Body')]);
  });

  test('that GitHub refuses is thrown with the request named', async () => {
    await expect(stage.forge.act(wish({ head: 'main' }))).rejects.toThrow(
      `POST ${stage.twin.url}/repos/${REPO}/pulls answered 422: Validation Failed`,
    );
  });

  test('is refused, unsent, when its text is too large', async () => {
    await expect(stage.forge.act(wish({ body: 'x'.repeat(65_537) }))).rejects.toMatchObject({
      detail: { code: 'too-large' },
    });
    expect(takeRequests(stage.twin)).toEqual([]);
  });
});

describe('pull requests of ours', () => {
  test('the newest from a branch is found whatever became of it, an open one before the others', async () => {
    const { forge, twin } = stage;
    await expect(forge.latestFrom('proposal')).resolves.toBeNull();
    const first = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
    await twin.as('ana').close(REPO, first);
    await expect(forge.latestFrom('proposal')).resolves.toMatchObject({
      number: first,
      state: 'closed',
      merged: false,
    });
    await twin.as('ana').push(REPO, 'proposal', { files: { 'b.yml': 'b: 1\n' } });
    const second = await twin.as('ana').openPull({ repo: REPO, head: 'proposal', title: 'Again' });
    await expect(forge.latestFrom('proposal')).resolves.toMatchObject({ number: second, state: 'open' });
    await twin.as('mel').merge(REPO, second);
    await expect(forge.latestFrom('proposal')).resolves.toMatchObject({ number: second, merged: true });
  });

  test('are closed and opened again; doing it twice is no error', async () => {
    const { forge, twin } = stage;
    const number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
    for (const kind of ['close-pull', 'close-pull', 'reopen-pull', 'reopen-pull'] as const) {
      await forge.act({ kind, number });
      expect(twin.pull(REPO, number).state).toBe(kind === 'close-pull' ? 'closed' : 'open');
    }
  });

  test('that GitHub does not open again are a lost race', async () => {
    const number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
    await stage.forge.act({ kind: 'close-pull', number });
    await stage.twin.as('ana').pointBranch(REPO, 'proposal', null);
    await expect(stage.forge.act({ kind: 'reopen-pull', number })).rejects.toThrow('lost-race');
  });
});

test('groups in the merge queue are known by their branches, with what they are built on', async () => {
  const number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
  await expect(stage.forge.mergeGroups()).resolves.toEqual([]);
  const baseCommit = await stage.twin.head(REPO, 'main');
  const { headSha } = await stage.twin.as('mel').enqueue(REPO, [number]);
  const group = { headCommit: headSha, baseCommit, pullRequest: number };
  await expect(stage.forge.mergeGroups()).resolves.toEqual([group]);
  await stage.twin.as('mel').push(REPO, 'gh-readonly-queue/main/other', { files: { 'b.yml': '' } });
  await expect(stage.forge.mergeGroups()).resolves.toEqual([group]);
});
