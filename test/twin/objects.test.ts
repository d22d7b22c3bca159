/** Commits, trees, blobs, files by path and comparisons over HTTP. */
import { HERE, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.strike());

const rob = () => stage.twin.as('rob');
const main = () => stage.twin.head(REPO, 'main');

describe('commits', () => {
  it('of the App without custom people are signed by GitHub', async () => {
    const { bot } = stage;
    const { data: blob } = await bot.rest.git.createBlob({
      ...HERE,
      content: Buffer.from('new\n').toString('base64'),
      encoding: 'base64',
    });
    const parent = await bot.rest.git.getCommit({ ...HERE, commit_sha: await main() });
    const { data: tree } = await bot.rest.git.createTree({
      ...HERE,
      base_tree: parent.data.tree.sha,
      tree: [
        { path: 'spec/new.yml', mode: '100644', type: 'blob', sha: blob.sha },
        { path: 'spec/text.yml', mode: '100644', type: 'blob', content: 'text\n' },
        { path: 'spec/b.yml', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const made = { ...HERE, message: 'Records', tree: tree.sha, parents: [parent.data.sha] };
    const { data: commit } = await bot.rest.git.createCommit(made);
    expect(commit.verification).toMatchObject({ verified: true, reason: 'valid' });
    expect(commit.author).toMatchObject({ name: 'spec-steward[bot]' });
    expect(commit.committer).toMatchObject({ name: 'GitHub', email: 'noreply@github.com' });
    const shown = await bot.rest.repos.getCommit({ ...HERE, ref: commit.sha });
    expect(shown.data.author).toMatchObject({ login: 'spec-steward[bot]', type: 'Bot' });
    expect(shown.data.files?.map(({ filename, status }) => `${status} ${filename}`)).toEqual([
      'removed spec/b.yml',
      'added spec/new.yml',
      'added spec/text.yml',
    ]);
  });

  it('with custom people are not', async () => {
    const { bot } = stage;
    const { data: parent } = await bot.rest.git.getCommit({ ...HERE, commit_sha: await main() });
    const author = { name: 'Somebody', email: 's@example.org', date: '2020-02-03T04:05:06Z' };
    const { data } = await bot.rest.git.createCommit({
      ...HERE,
      message: 'm',
      tree: parent.tree.sha,
      parents: [parent.sha],
      author,
    });
    expect(data.verification).toMatchObject({ verified: false, reason: 'unsigned' });
    expect(data.author).toEqual(author);
  });

  it('need a tree and parents that are there', async () => {
    const { bot } = stage;
    const sha = await main();
    const wrong = bot.rest.git.createCommit({ ...HERE, message: 'm', tree: sha });
    await expect(refusalOf(wrong)).resolves.toBe('422 Tree SHA does not exist');
    const { data } = await bot.rest.git.getCommit({ ...HERE, commit_sha: sha });
    const orphan = bot.rest.git.createCommit({ ...HERE, message: 'm', tree: data.tree.sha, parents: ['1'.repeat(40)] });
    await expect(refusalOf(orphan)).resolves.toMatch(/^422 Parent SHA does not exist/);
  });

  it('are listed newest first, by path and by date', async () => {
    await rob().push(REPO, 'main', [
      { files: { 'spec/a.yml': 'a: 2\n' }, message: 'a' },
      { files: { 'spec/b.yml': 'b: 2\n' }, message: 'b' },
    ]);
    const list = async (more: object) =>
      (await stage.bot.rest.repos.listCommits({ ...HERE, ...more })).data.map(({ commit }) => commit.message);
    await expect(list({})).resolves.toEqual(['b', 'a', 'First commit']);
    await expect(list({ path: 'spec/a.yml' })).resolves.toEqual(['a', 'First commit']);
    await expect(list({ per_page: 1, page: 2 })).resolves.toEqual(['a']);
    await expect(list({ since: '2099-01-01T00:00:00Z' })).resolves.toEqual([]);
  });

  it('that are not there are refused as GitHub does', async () => {
    const missing = stage.bot.rest.repos.getCommit({ ...HERE, ref: 'none' });
    await expect(refusalOf(missing)).resolves.toBe('422 No commit found for SHA: none');
  });

  it('know the pull requests that brought them', async () => {
    const sha = await rob().push(REPO, 'side', { files: { a: '1' } });
    const number = await rob().openPull({ repo: REPO, head: 'side', title: 'Side' });
    const pulls = async (commit_sha: string) =>
      (await stage.bot.rest.repos.listPullRequestsAssociatedWithCommit({ ...HERE, commit_sha })).data;
    expect((await pulls(sha)).map((pull) => pull.number)).toEqual([number]);
    const merge = await stage.twin.as('mel').merge(REPO, number);
    expect((await pulls(merge)).map((pull) => pull.number)).toEqual([number]);
    const direct = await rob().push(REPO, 'main', { files: { b: '1' } });
    await expect(pulls(direct)).resolves.toEqual([]);
  });
});

describe('trees', () => {
  it('are read whole, by commit, tree or branch', async () => {
    const { bot } = stage;
    const byCommit = await bot.rest.git.getTree({ ...HERE, tree_sha: await main(), recursive: '1' });
    expect(byCommit.data.tree.map(({ path, mode, type }) => [path, mode, type])).toEqual([
      ['README.md', '100644', 'blob'],
      ['spec', '040000', 'tree'],
      ['spec/a.yml', '100644', 'blob'],
      ['spec/b.yml', '100644', 'blob'],
    ]);
    expect(byCommit.data.truncated).toBe(false);
    const flat = await bot.rest.git.getTree({ ...HERE, tree_sha: 'main' });
    expect(flat.data.tree.map(({ path }) => path)).toEqual(['README.md', 'spec']);
    const again = await bot.rest.git.getTree({ ...HERE, tree_sha: flat.data.sha });
    expect(again.data).toEqual(flat.data);
  });

  it('are cut short on order, and say so', async () => {
    stage.twin.faults.truncateTrees = true;
    const { data } = await stage.bot.rest.git.getTree({ ...HERE, tree_sha: 'main', recursive: '1' });
    expect(data).toMatchObject({ truncated: true });
    expect(data.tree).toHaveLength(2);
  });

  it('show links and submodules for what they are', async () => {
    await rob().push(REPO, 'odd', { files: { link: { link: 'README.md' }, sub: { submodule: 'b'.repeat(40) } } });
    const { data } = await stage.bot.rest.git.getTree({ ...HERE, tree_sha: 'odd' });
    const odd = data.tree.filter(({ path }) => path === 'link' || path === 'sub');
    expect(odd.map(({ mode, type }) => [mode, type])).toEqual([
      ['120000', 'blob'],
      ['160000', 'commit'],
    ]);
  });

  it.each(['../x', '.git/config', 'a//b', './a', '.GIT/x'])('take no path like %s', async (path) => {
    const tree = [{ path, mode: '100644' as const, type: 'blob' as const, content: 'x' }];
    const refused = refusalOf(stage.bot.rest.git.createTree({ ...HERE, tree }));
    await expect(refused).resolves.toBe('422 tree.path contains a malformed path component');
  });

  it('take no base that is no tree, and delete nothing that is not there', async () => {
    const entry = { path: 'none', mode: '100644' as const, type: 'blob' as const, sha: null };
    const wrong = stage.bot.rest.git.createTree({ ...HERE, base_tree: '1'.repeat(40), tree: [entry] });
    await expect(refusalOf(wrong)).resolves.toBe('422 base_tree is not a valid tree oid');
    const base_tree = (await stage.bot.rest.git.getTree({ ...HERE, tree_sha: 'main' })).data.sha;
    const missing = stage.bot.rest.git.createTree({ ...HERE, base_tree, tree: [entry] });
    await expect(refusalOf(missing)).resolves.toBe('422 GitRPC::BadObjectState');
  });
});

describe('blobs', () => {
  it('are read as base64 and as they are', async () => {
    const { bot } = stage;
    const { data } = await bot.rest.git.createBlob({ ...HERE, content: 'ö'.repeat(100) });
    const blob = await bot.rest.git.getBlob({ ...HERE, file_sha: data.sha });
    expect(blob.data).toMatchObject({ encoding: 'base64', size: 200 });
    expect(Buffer.from(blob.data.content, 'base64').toString()).toBe('ö'.repeat(100));
    const raw = await bot.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
      ...HERE,
      file_sha: data.sha,
      mediaType: { format: 'raw' },
    });
    expect(Buffer.from(raw.data as unknown as ArrayBuffer).toString()).toBe('ö'.repeat(100));
    await expect(refusalOf(bot.rest.git.getBlob({ ...HERE, file_sha: '1'.repeat(40) }))).resolves.toBe('404 Not Found');
  });
});

describe('contents', () => {
  const get = (path: string, ref = 'main') => stage.bot.rest.repos.getContent({ ...HERE, path, ref });

  it('are files and folders', async () => {
    const file = await get('spec/a.yml');
    expect(file.data).toMatchObject({ type: 'file', encoding: 'base64', size: 15 });
    const folder = await get('spec');
    expect(folder.data).toMatchObject([{ name: 'a.yml', type: 'file' }, { name: 'b.yml' }]);
    expect((await get('')).data).toMatchObject([
      { name: 'README.md', type: 'file' },
      { name: 'spec', type: 'dir' },
    ]);
    await expect(refusalOf(get('none'))).resolves.toBe('404 Not Found');
    await expect(refusalOf(get('spec', 'none'))).resolves.toBe('404 No commit found for the ref none');
  });

  it('over one megabyte are not given inline', async () => {
    await rob().push(REPO, 'big', { files: { big: 'x'.repeat(1_000_001) } });
    const { data } = await get('big', 'big');
    expect(data).toMatchObject({ content: '', encoding: 'none', size: 1_000_001 });
  });

  it('follow links without a word', async () => {
    const files = { 'spec/link.yml': { link: '../README.md' }, outside: { link: '../../etc/passwd' } };
    await rob().push(REPO, 'odd', { files });
    expect((await get('spec/link.yml', 'odd')).data).toMatchObject({ type: 'file', content: 'IyBTdGFuZGFyZAo=\n' });
    expect((await get('outside', 'odd')).data).toMatchObject({ type: 'symlink', target: '../../etc/passwd' });
  });
});

describe('comparisons', () => {
  const compare = async (basehead: string, more = {}) =>
    (await stage.bot.rest.repos.compareCommitsWithBasehead({ ...HERE, basehead, ...more })).data;

  it('say how two branches stand', async () => {
    const start = await main();
    await rob().push(REPO, 'side', { files: { side: '1\n' } });
    await expect(compare('main...side')).resolves.toMatchObject({ status: 'ahead', ahead_by: 1, behind_by: 0 });
    await expect(compare('side...main')).resolves.toMatchObject({ status: 'behind', files: [] });
    await expect(compare('main...main')).resolves.toMatchObject({ status: 'identical' });
    await rob().push(REPO, 'main', { files: { other: '1\n' } });
    const data = await compare('main...side');
    expect(data).toMatchObject({ status: 'diverged', merge_base_commit: { sha: start }, total_commits: 1 });
    expect(data.files?.map(({ filename }) => filename)).toEqual(['side']);
  });

  it('reach into forks', async () => {
    const fork = await stage.twin.as('ana').fork(REPO);
    const sha = await stage.twin.as('ana').push(fork, 'idea', { files: { idea: '1' } });
    await expect(compare('main...ana:idea')).resolves.toMatchObject({ ahead_by: 1, commits: [{ sha }] });
    await expect(refusalOf(compare('main...bob:idea'))).resolves.toBe('404 Not Found');
  });

  it('give 250 commits a page, files on the first only; pull requests give no more', async () => {
    const changes = Array.from({ length: 251 }, (_, at) => ({ files: { n: `${at}` } }));
    await rob().push(REPO, 'long', changes);
    const first = await compare('main...long');
    expect(first).toMatchObject({ total_commits: 251, ahead_by: 251 });
    expect(first.commits).toHaveLength(250);
    const second = await compare('main...long', { page: 2 });
    expect(second.commits).toHaveLength(1);
    expect(second.files).toBeUndefined();
    const pull_number = await rob().openPull({ repo: REPO, head: 'long', title: 'Long' });
    const { bot } = stage;
    await expect(bot.rest.pulls.get({ ...HERE, pull_number })).resolves.toMatchObject({ data: { commits: 251 } });
    const shown = await bot.paginate(bot.rest.pulls.listCommits, { ...HERE, pull_number, per_page: 100 });
    expect(shown).toHaveLength(250);
  });
});

describe('merges of branches', () => {
  const merge = (base: string, head: string) => stage.bot.rest.repos.merge({ ...HERE, base, head });

  it('are real ones', async () => {
    await rob().push(REPO, 'side', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 9\n' } });
    await rob().push(REPO, 'main', { files: { 'spec/a.yml': 'a: 9\nb: 2\nc: 3\n' } });
    await rob().push(REPO, 'same', { base: 'main', files: { 'spec/a.yml': 'a: 8\nb: 2\nc: 3\n' } });
    await expect(merge('side', 'main')).resolves.toMatchObject({ status: 201 });
    await expect(stage.twin.text(REPO, 'side', 'spec/a.yml')).resolves.toBe('a: 9\nb: 2\nc: 9\n');
    await expect(merge('side', 'main')).resolves.toMatchObject({ status: 204 });
    await expect(refusalOf(merge('none', 'main'))).resolves.toBe('404 Base does not exist');
    await expect(refusalOf(merge('side', 'none'))).resolves.toBe('404 Head does not exist');
    await rob().push(REPO, 'main', { files: { 'spec/a.yml': 'a: 7\nb: 2\nc: 3\n' } });
    await expect(refusalOf(merge('same', 'main'))).resolves.toBe('409 Merge conflict');
  });
});
