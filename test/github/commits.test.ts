import type { CommitFiles, CreateBranch, MergeBase } from '../../src/plan.js';
import { openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

const REGISTER = 'spec-steward/register';
const FORK = 'ben/standard';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage({ 'README.md': '# Standard\n', 'spec/a.yml': 'a: 1\n', 'log.csv': 'base\n' });
  await openPull(stage, { files: { 'spec/a.yml': 'a: 2\n' } });
  stage.forge.takeCounts();
  stage.twin.requests.clear();
});
afterEach(() => stage.strike());

const lostRace = { detail: { code: 'lost-race' } };
const mayNotPush = { detail: { code: 'may-not-push' } };
const head = (branch: string, name = REPO) => stage.twin.head(name, branch);
const text = (branch: string, path: string, name = REPO) => stage.twin.text(name, branch, path);
const commitOf = async (branch: string) => {
  const { octokit } = stage;
  const [owner = '', repo = ''] = REPO.split('/');
  const commit_sha = await head(branch);
  return (await octokit.request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', { owner, repo, commit_sha }))
    .data;
};

describe('a commit of files', () => {
  const message = 'records: SSD-0001\n\nMetadata and change log.';
  const wish = async (change: Partial<CommitFiles> = {}): Promise<CommitFiles> => ({
    kind: 'commit-files',
    repository: REPO,
    branch: 'proposal',
    expectedHead: await head('proposal'),
    message,
    files: [
      { path: 'log.csv', text: 'base\nSSD-0001\n' },
      { path: 'sql/new.sql', text: 'SELECT 1; -- é\r\n' },
    ],
    ...change,
  });

  test('is one request, verified, with the message and only these files', async () => {
    const parent = await head('proposal');
    const action = await wish();
    stage.twin.requests.clear();
    await stage.forge.act(action);
    expect(takeRequests(stage.twin)).toEqual(['POST mutation']);
    const commit = await commitOf('proposal');
    expect(commit).toMatchObject({ message, parents: [{ sha: parent }], verification: { verified: true } });
    await expect(text('proposal', 'log.csv')).resolves.toBe('base\nSSD-0001\n');
    await expect(text('proposal', 'sql/new.sql')).resolves.toBe('SELECT 1; -- é\r\n');
    await expect(text('proposal', 'spec/a.yml')).resolves.toBe('a: 2\n');
  });

  test('takes files out', async () => {
    await stage.forge.act(
      await wish({
        files: [
          { path: 'log.csv', text: null },
          { path: 'b.yml', text: 'b: 1\n' },
        ],
      }),
    );
    await expect(text('proposal', 'log.csv')).resolves.toBeNull();
    await expect(text('proposal', 'b.yml')).resolves.toBe('b: 1\n');
    await expect(text('proposal', 'spec/a.yml')).resolves.toBe('a: 2\n');
  });

  test('is a lost race when somebody pushed meanwhile, and their commit stays', async () => {
    const action = await wish();
    const pushed = await stage.twin.as('ana').push(REPO, 'proposal', { files: { 'b.yml': 'b: 1\n' } });
    await expect(stage.forge.act(action)).rejects.toMatchObject(lostRace);
    await expect(head('proposal')).resolves.toBe(pushed);
  });

  test('is a lost race when the branch is gone', async () => {
    const action = await wish();
    await stage.twin.as('ana').pointBranch(REPO, 'proposal', null);
    await expect(stage.forge.act(action)).rejects.toMatchObject(lostRace);
  });

  test('is made once when the answer was lost', async () => {
    stage.twin.faults.add({ method: 'POST', path: /graphql/, body: /mutation/, status: 502, effect: 'done' });
    const parent = await head('proposal');
    await stage.forge.act(await wish());
    expect(await commitOf('proposal')).toMatchObject({ parents: [{ sha: parent }], message });
  });

  test('is made once when the connection broke after it', async () => {
    stage.twin.faults.add({ path: /graphql/, body: /mutation/, disconnect: true, effect: 'done' });
    const parent = await head('proposal');
    await stage.forge.act(await wish({ message: 'one line' }));
    expect(await commitOf('proposal')).toMatchObject({ parents: [{ sha: parent }], message: 'one line' });
  });

  test('is made after a 502 without effect', async () => {
    stage.twin.faults.add({ path: /graphql/, body: /mutation/, status: 502 });
    const parent = await head('proposal');
    await stage.forge.act(await wish());
    expect(await commitOf('proposal')).toMatchObject({ parents: [{ sha: parent }] });
  });

  test("is a lost race when the answer was a 502 and somebody else's commit is there", async () => {
    const action = await wish();
    await stage.twin.as('ana').push(REPO, 'proposal', { files: { 'b.yml': 'b: 1\n' } });
    stage.twin.faults.add({ path: /graphql/, body: /mutation/, status: 502 });
    await expect(stage.forge.act(action)).rejects.toMatchObject(lostRace);
  });

  test('goes to a fork whose owner lets us', async () => {
    const expectedHead = await forkPull(true);
    await stage.forge.act(await wish({ repository: FORK, branch: 'mine', expectedHead }));
    await expect(text('mine', 'log.csv', FORK)).resolves.toBe('base\nSSD-0001\n');
  });

  test('may not be pushed to a fork whose owner does not let us', async () => {
    const expectedHead = await forkPull(false);
    await expect(stage.forge.act(await wish({ repository: FORK, branch: 'mine', expectedHead }))).rejects.toMatchObject(
      { detail: { code: 'may-not-push', place: 'ben/standard:mine' } },
    );
    await expect(head('mine', FORK)).resolves.toBe(expectedHead);
  });

  test('may not be pushed to a fork that is hidden from us', async () => {
    const repository = 'ben/hidden';
    await stage.twin.repository({ name: repository, files: { a: 'a' }, private: true });
    const action = await wish({ repository, branch: 'main', expectedHead: await head('main', repository) });
    await expect(stage.forge.act(action)).rejects.toMatchObject(mayNotPush);
  });

  test('may not be pushed to a protected branch', async () => {
    stage.twin.protect(REPO, 'main', {});
    const action = await wish({ branch: 'main', expectedHead: await head('main') });
    await expect(stage.forge.act(action)).rejects.toMatchObject(mayNotPush);
  });

  test('is not taken for a refusal when a rate limit says no', async () => {
    stage.twin.faults.secondaryLimit(60, { path: /graphql/ });
    await expect(stage.forge.act(await wish())).rejects.toThrow(/graphql answered 403: You have exceeded a secondary/);
  });

  async function forkPull(maintainerCanModify: boolean): Promise<string> {
    const ben = stage.twin.as('ben');
    const fork = await ben.fork(REPO);
    const commit = await ben.push(fork, 'mine', { files: { 'spec/a.yml': 'a: 3\n' } });
    await ben.openPull({ repo: REPO, head: 'ben:mine', title: 'Mine', maintainerCanModify });
    return commit;
  }
});

describe('the first commit of a branch of its own', () => {
  const wish = (content = 'identifier\n'): CommitFiles => ({
    kind: 'commit-files',
    repository: REPO,
    branch: REGISTER,
    expectedHead: '',
    message: 'register: begun',
    files: [{ path: 'register.csv', text: content }],
  });

  test('has no parent and nothing else in it', async () => {
    await expect(stage.forge.branch(REGISTER)).resolves.toBeNull();
    await stage.forge.act(wish());
    expect(await commitOf(REGISTER)).toMatchObject({ parents: [], message: 'register: begun' });
    await expect(text(REGISTER, 'register.csv')).resolves.toBe('identifier\n');
    await expect(text(REGISTER, 'README.md')).resolves.toBeNull();
    await expect(stage.forge.branch(REGISTER)).resolves.toBe(await head(REGISTER));
  });

  test('is a lost race when the branch is there, which then stays as it is', async () => {
    await stage.forge.act(wish());
    const first = await head(REGISTER);
    const other = stage.openForge();
    await expect(other.act(wish('other\n'))).rejects.toMatchObject(lostRace);
    await expect(head(REGISTER)).resolves.toBe(first);
  });

  test('is won by one of ten instances', async () => {
    const forges = await Promise.all(Array.from({ length: 10 }, () => stage.openForge()));
    const results = await Promise.allSettled(forges.map((forge, index) => forge.act(wish(`instance ${index}\n`))));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) if (result.status === 'rejected') expect(result.reason).toMatchObject(lostRace);
  });

  test.each([
    ['was lost', { status: 502, effect: 'done' as const }],
    ['was a 502', { status: 502 }],
  ])('is made once when the answer to its branch %s', async (_, fault) => {
    stage.twin.faults.add({ method: 'POST', path: /git\/refs$/, ...fault });
    await stage.forge.act(wish());
    await expect(text(REGISTER, 'register.csv')).resolves.toBe('identifier\n');
  });

  test.each([/git\/trees$/, /git\/commits$/, /git\/refs$/])('leaves no branch when it ends before %s', async (path) => {
    stage.twin.faults.add({ method: 'POST', path, times: 9, disconnect: true });
    await expect(stage.forge.act(wish())).rejects.toThrow();
    await expect(stage.forge.branch(REGISTER)).resolves.toBeNull();
    stage.twin.faults.clear();
    await stage.forge.act(wish());
    await expect(text(REGISTER, 'register.csv')).resolves.toBe('identifier\n');
  });
});

describe('a branch', () => {
  const wish = async (): Promise<CreateBranch> => {
    return { kind: 'create-branch', branch: 'spec-steward/new', commit: await head('main') };
  };

  test('is made at a commit, and a second time it is no error', async () => {
    await stage.forge.act(await wish());
    await stage.forge.act(await wish());
    await expect(head('spec-steward/new')).resolves.toBe(await head('main'));
  });

  test('that is at another commit is a lost race', async () => {
    await stage.forge.act(await wish());
    await expect(stage.forge.act({ ...(await wish()), commit: await head('proposal') })).rejects.toMatchObject(
      lostRace,
    );
  });

  test.each([
    ['was lost', { status: 502, effect: 'done' as const }],
    ['was a 502', { status: 502 }],
  ])('is made when the answer %s', async (_, fault) => {
    stage.twin.faults.add({ method: 'POST', path: /git\/refs$/, ...fault });
    await stage.forge.act(await wish());
    await expect(head('spec-steward/new')).resolves.toBe(await head('main'));
  });

  test('at a commit that is not there is an error with the request named', async () => {
    await expect(stage.forge.act({ ...(await wish()), commit: 'a'.repeat(40) })).rejects.toThrow(
      /POST .*\/git\/refs answered 422: Object does not exist/,
    );
  });
});

describe('a merge of the base', () => {
  beforeEach(async () => {
    await stage.twin.as('mel').push(REPO, 'main', { files: { 'log.csv': 'base\nmain\n', 'b.yml': 'b: 1\n' } });
    await stage.twin.as('ana').push(REPO, 'proposal', { files: { 'log.csv': 'base\nproposal\n', 'README.md': null } });
  });

  const oidOf = async (branch: string, path: string) => {
    const { repository } = stage.forge;
    const [file] = await repository.readFiles({ name: branch, commit: await head(branch) }, [path]);
    return file?.oid ?? null;
  };
  const wish = async (change: Partial<MergeBase> = {}): Promise<MergeBase> => ({
    kind: 'merge-base',
    repository: REPO,
    branch: 'proposal',
    expectedHead: await head('proposal'),
    baseCommit: await head('main'),
    message: 'Merge main',
    take: [
      { path: 'spec/a.yml', oid: await oidOf('proposal', 'spec/a.yml'), mode: '100644' },
      { path: 'README.md', oid: null, mode: '100644' },
    ],
    ...change,
  });

  test("has both parents, the base's files and those taken over", async () => {
    const parents = [{ sha: await head('proposal') }, { sha: await head('main') }];
    await stage.forge.act(await wish());
    expect(await commitOf('proposal')).toMatchObject({
      parents,
      message: 'Merge main',
      verification: { verified: true },
    });
    await expect(text('proposal', 'log.csv')).resolves.toBe('base\nmain\n');
    await expect(text('proposal', 'spec/a.yml')).resolves.toBe('a: 2\n');
    await expect(text('proposal', 'b.yml')).resolves.toBe('b: 1\n');
    await expect(text('proposal', 'README.md')).resolves.toBeNull();
    await expect(stage.forge.pull(1)).resolves.toMatchObject({ mergeable: true });
  });

  test('deletes nothing that the base has deleted too', async () => {
    await stage.twin.as('mel').push(REPO, 'main', { files: { 'README.md': null } });
    await stage.forge.act(await wish());
    await expect(text('proposal', 'README.md')).resolves.toBeNull();
  });

  test('with nothing to take over has the tree of the other side', async () => {
    await stage.forge.act(await wish({ take: [] }));
    expect((await commitOf('proposal')).tree.sha).toBe((await commitOf('main')).tree.sha);
  });

  test('keeps links and executables what they are', async () => {
    const log = await oidOf('main', 'log.csv');
    const take = ['100755', '120000'].map((mode) => ({ path: `file-${mode}`, oid: log, mode }));
    await stage.forge.act(await wish({ take }));
    const files = await stage.forge.changedFiles(await head('main'), await head('proposal'));
    expect(files).toEqual(take);
    await expect(stage.forge.act(await wish({ take: [{ path: 'x', oid: log, mode: '777' }] }))).rejects.toMatchObject({
      detail: { code: 'unknown-mode', place: 'x' },
    });
  });

  test('is a lost race when somebody pushed, before or after the commit was made', async () => {
    const before = await wish();
    const pushed = await stage.twin.as('ana').push(REPO, 'proposal', { files: { 'c.yml': 'c: 1\n' } });
    await expect(stage.forge.act(before)).rejects.toMatchObject(lostRace);
    await expect(head('proposal')).resolves.toBe(pushed);
    stage.twin.faults.add({ method: 'PATCH', path: /git\/refs/, status: 422, message: 'Update is not a fast forward' });
    await expect(stage.forge.act(await wish())).rejects.toMatchObject(lostRace);
  });

  test('is a lost race when somebody took commits back', async () => {
    const action = await wish();
    const parent = (await commitOf('proposal')).parents[0]?.sha ?? '';
    await stage.twin.as('ana').pointBranch(REPO, 'proposal', parent);
    await expect(stage.forge.act(action)).rejects.toMatchObject(lostRace);
    await expect(head('proposal')).resolves.toBe(parent);
  });

  test.each([
    ['was lost', { status: 502, effect: 'done' as const }],
    ['was a 502', { status: 502 }],
  ])('is made when the answer to the move %s', async (_, fault) => {
    const parents = [{ sha: await head('proposal') }, { sha: await head('main') }];
    stage.twin.faults.add({ method: 'PATCH', path: /git\/refs/, ...fault });
    await stage.forge.act(await wish());
    expect(await commitOf('proposal')).toMatchObject({ parents });
  });

  test('may not be pushed where we may not write', async () => {
    stage.twin.protect(REPO, 'proposal', {});
    await expect(stage.forge.act(await wish())).rejects.toMatchObject(mayNotPush);
    stage.twin.faults.add({ method: 'POST', path: /git\/trees/, status: 403, message: 'Resource not accessible' });
    await expect(stage.forge.act(await wish())).rejects.toMatchObject(mayNotPush);
  });
});

test('a forge writes no files of a working copy', async () => {
  await expect(stage.forge.act({ kind: 'write-file', path: 'a.yml', text: '', was: null })).rejects.toThrow(
    'a.yml: a forge has no working copy',
  );
});
