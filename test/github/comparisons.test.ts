import { NAME, OWNER, openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ 'a.yml': 'a: 1\n', 'b.yml': 'b: 1\n' });
});
afterEach(() => stage.strike());

const head = (branch: string) => stage.twin.head(REPO, branch);
const pushMany = (branch: string, count: number) => {
  const changes = Array.from({ length: count }, (_, index) => {
    return { files: { 'a.yml': `a: ${index}\n` }, message: `Commit ${index}` };
  });
  return stage.twin.as('ana').push(REPO, branch, changes);
};

describe('comparing', () => {
  test('gives where they parted, and the commits with their people', async () => {
    const base = await head('main');
    await openPull(stage, { files: { 'a.yml': 'a: 2\n' } });
    await stage.twin.as('mel').push(REPO, 'main', { files: { 'b.yml': 'b: 2\n' } });
    const ana = { login: 'ana', id: stage.twin.user('ana').id, isBot: false };
    await expect(stage.forge.compare(await head('main'), await head('proposal'))).resolves.toEqual({
      mergeBase: base,
      commits: [
        { id: await head('proposal'), message: 'Change proposal', parents: [base], author: ana, committer: ana },
      ],
    });
  });

  test('knows our own commits by their author', async () => {
    await openPull(stage, { files: { 'a.yml': 'a: 2\n' } });
    const expectedHead = await head('proposal');
    const commit = { kind: 'commit-files', repository: REPO, branch: 'proposal', expectedHead } as const;
    await stage.forge.act({ ...commit, message: 'records', files: [{ path: 'b.yml', text: 'b: 2\n' }] });
    const { commits } = await stage.forge.compare(await head('main'), await head('proposal'));
    expect(commits.map(({ author }) => [author?.login, author?.isBot])).toEqual([
      ['ana', false],
      ['spec-steward[bot]', true],
    ]);
  });

  test('gives nobody for an address that belongs to no account', async () => {
    const at = { owner: OWNER, repo: NAME };
    const parent = { ...at, commit_sha: await head('main') };
    const { data } = await stage.octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', parent);
    const made = await stage.octokit.request('POST /repos/{owner}/{repo}/git/commits', {
      ...at,
      message: 'By nobody',
      tree: data.tree.sha,
      parents: [await head('main')],
      author: { name: 'No Body', email: 'nobody@example.org' },
    });
    const { commits } = await stage.forge.compare(await head('main'), made.data.sha);
    expect(commits).toMatchObject([{ author: null, committer: null, message: 'By nobody' }]);
  });

  test.each([
    [100, 1],
    [101, 2],
    [250, 3],
  ])('%d commits take %d requests, oldest first, and none when they are known', async (count, requests) => {
    await pushMany('many', count);
    const [from, to] = [await head('main'), await head('many')];
    stage.twin.requests.clear();
    const { commits } = await stage.forge.compare(from, to);
    expect(commits.map(({ message }) => message)).toEqual(
      Array.from({ length: count }, (_, index) => `Commit ${index}`),
    );
    expect(takeRequests(stage.twin)).toHaveLength(requests);
    await expect(stage.forge.compare(from, to)).resolves.toEqual({ mergeBase: from, commits });
    expect(takeRequests(stage.twin)).toEqual([]);
  });

  test('251 commits fail closed, after one request', async () => {
    await pushMany('many', 251);
    const [from, to] = [await head('main'), await head('many')];
    stage.twin.requests.clear();
    await expect(stage.forge.compare(from, to)).rejects.toMatchObject({ detail: { code: 'too-many-commits' } });
    expect(takeRequests(stage.twin)).toHaveLength(1);
  });

  test('fails closed where a page is missing', async () => {
    await pushMany('many', 120);
    stage.twin.faults.add({ path: /compare.*page=2/, times: 9, status: 404 });
    await expect(stage.forge.compare(await head('main'), await head('many'))).rejects.toThrow(/compare.* answered 404/);
  });

  test('by name asks again, because branches move', async () => {
    await pushMany('many', 1);
    await expect(stage.forge.compare('main', 'many')).resolves.toMatchObject({ commits: { length: 1 } });
    await pushMany('many', 1);
    await expect(stage.forge.compare('main', 'many')).resolves.toMatchObject({ commits: { length: 2 } });
  });

  test('what has nothing in common is an error', async () => {
    await expect(stage.forge.compare('main', 'a'.repeat(40))).rejects.toMatchObject({
      detail: { code: 'no-merge-base' },
    });
  });
});

describe('containing', () => {
  test('a commit contains itself and what came before, not what came after', async () => {
    const [old, young] = [await head('main'), await pushMany('proposal', 2)];
    await expect(stage.forge.contains(old, young)).resolves.toBe(true);
    await expect(stage.forge.contains(young, young)).resolves.toBe(true);
    await expect(stage.forge.contains(young, old)).resolves.toBe(false);
    await expect(stage.forge.contains('a'.repeat(40), young)).resolves.toBe(false);
  });

  test('a commit of a branch that went its own way is not contained', async () => {
    const one = await pushMany('one', 1);
    const two = await stage.twin.as('ana').push(REPO, 'two', { files: { 'b.yml': 'b: 2\n' }, base: 'main' });
    await expect(stage.forge.contains(one, two)).resolves.toBe(false);
  });
});

describe('changed files', () => {
  test('are those of the trees: added, changed, removed, and both ends of a rename', async () => {
    await openPull(stage, { files: { 'a.yml': 'a: 2\n', 'b.yml': null, 'c.yml': 'b: 1\n' } });
    const files = await stage.forge.changedFiles(await head('main'), await head('proposal'));
    const oid = expect.stringMatching(/^[0-9a-f]{40}$/);
    expect(files).toEqual([
      { path: 'a.yml', oid, mode: '100644' },
      { path: 'c.yml', oid, mode: '100644' },
      { path: 'b.yml', oid: null, mode: '100644' },
    ]);
  });

  test('fail closed where GitHub does not list them all', async () => {
    await openPull(stage, { files: { 'a.yml': 'a: 2\n' } });
    stage.twin.faults.truncateTrees = true;
    await expect(stage.forge.changedFiles(await head('main'), await head('proposal'))).rejects.toMatchObject({
      detail: { code: 'truncated-tree' },
    });
  });
});
