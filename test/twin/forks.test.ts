/** Pull requests from forks: what they may bring, and who may write to them. */
import { HERE, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
let fork: string;
beforeEach(async () => {
  stage = await setStage();
  fork = await ana().fork(REPO);
  await ana().push(fork, 'idea', { files: { 'spec/a.yml': 'a: 1\nb: 5\nc: 3\n' } });
});
afterEach(() => stage.strike());

const ana = () => stage.twin.as('ana');
const open = (more = {}) => ana().openPull({ repo: REPO, head: 'ana:idea', title: 'Idea', ...more });
const get = async (pull_number: number) => (await stage.bot.rest.pulls.get({ ...HERE, pull_number })).data;
const AT_FORK = { owner: 'ana', repo: 'standard' };

it('a fork is another repository, and its pull request says so', async () => {
  const data = await get(await open());
  expect(data).toMatchObject({ maintainer_can_modify: true, author_association: 'NONE', mergeable: true });
  expect(data.head).toMatchObject({ label: 'ana:idea', repo: { full_name: fork, fork: true } });
  expect(data.head.repo?.id).not.toBe(data.base.repo.id);
});

it('commits of a fork can be read through the repository, as on GitHub', async () => {
  const number = await open();
  const { sha } = stage.twin.pull(REPO, number).head;
  await expect(stage.bot.rest.git.getCommit({ ...HERE, commit_sha: sha })).resolves.toMatchObject({ status: 200 });
  const { data } = await stage.bot.rest.git.getTree({ ...HERE, tree_sha: sha, recursive: '1' });
  expect(data.tree).toHaveLength(4);
});

it('a companion branch may stand on the contributor’s commits', async () => {
  const { sha } = stage.twin.pull(REPO, await open()).head;
  const made = await stage.bot.rest.git.createRef({ ...HERE, ref: 'refs/heads/companion', sha });
  expect(made.status).toBe(201);
  const pull = await stage.bot.rest.pulls.create({ ...HERE, head: 'companion', base: 'main', title: 'Companion' });
  expect(pull.data).toMatchObject({ head: { sha }, user: { login: 'spec-steward[bot]' } });
});

describe('writing to a fork', () => {
  const move = async () => {
    const sha = await stage.twin.head(fork, 'idea');
    return refusalOf(
      stage.bot.rest.git.updateRef({ ...AT_FORK, ref: 'heads/idea', sha: await ahead(sha) }).then(({ status }) => {
        throw Object.assign(new Error('moved'), { status });
      }),
    );
  };

  /** A commit of the App's on top of another. */
  async function ahead(parent: string): Promise<string> {
    const { data } = await stage.bot.rest.git.getCommit({ ...HERE, commit_sha: parent });
    const made = await stage.bot.rest.git.createCommit({
      ...HERE,
      message: 'Records',
      tree: data.tree.sha,
      parents: [parent],
    });
    return made.data.sha;
  }

  it('works where a person allows maintainers to edit', async () => {
    const number = await open();
    await expect(move()).resolves.toBe('200 moved');
    await expect(get(number)).resolves.toMatchObject({ commits: 2 });
  });

  it('does not where the box is not ticked', async () => {
    await open({ maintainerCanModify: false });
    await expect(move()).resolves.toBe('403 Resource not accessible by integration');
  });

  it('does not without a pull request, nor on another branch', async () => {
    await expect(move()).resolves.toBe('403 Resource not accessible by integration');
    await open();
    const sha = await stage.twin.head(fork, 'idea');
    const other = stage.bot.rest.git.updateRef({ ...AT_FORK, ref: 'heads/main', sha });
    await expect(refusalOf(other)).resolves.toBe('403 Resource not accessible by integration');
  });

  it('does not in an organisation’s fork, which councils have', async () => {
    stage.twin.organization({ login: 'council', owners: ['ana'] });
    const theirs = await ana().fork(REPO, 'council');
    await ana().push(theirs, 'idea', { files: { a: '1' } });
    await ana().openPull({ repo: REPO, head: 'council:idea', title: 'Council' });
    const sha = await stage.twin.head(theirs, 'main');
    const write = stage.bot.rest.git.updateRef({
      owner: 'council',
      repo: 'standard',
      ref: 'heads/idea',
      sha,
      force: true,
    });
    await expect(refusalOf(write)).resolves.toBe('403 Resource not accessible by integration');
  });

  it('does not for a person who is not its owner', async () => {
    await expect(stage.twin.as('rob').push(fork, 'idea', { files: { a: '1' } })).rejects.toThrow('denied to rob');
    await expect(ana().push(REPO, 'idea', { files: { a: '1' } })).rejects.toThrow('denied to ana');
  });
});

it('a fork that is gone leaves its pull request with nothing behind the head', async () => {
  const number = await open();
  const { sha } = stage.twin.pull(REPO, number).head;
  await ana().deleteFork(fork);
  const data = await get(number);
  expect(data).toMatchObject({ state: 'open', mergeable: true, head: { repo: null, sha, label: 'ana:idea' } });
  await expect(refusalOf(stage.bot.rest.repos.get(AT_FORK))).resolves.toBe('404 Not Found');
  const merged = await stage.twin.as('mel').merge(REPO, number);
  expect(merged).toBe(await stage.twin.head(REPO, 'main'));
});

it('a fork that is made again after it was deleted is a new repository', async () => {
  const { id } = (await stage.bot.rest.repos.get(AT_FORK)).data;
  await ana().deleteFork(fork);
  await ana().fork(REPO);
  expect((await stage.bot.rest.repos.get(AT_FORK)).data.id).not.toBe(id);
});

it('hostile trees of a fork can be read, not trusted', async () => {
  const files = { 'A.yml': '1', 'a.yml': '2', '.git/config': '3', '../x': '4', link: { link: '/etc/passwd' } };
  await ana().push(fork, 'idea', { files });
  const { data } = await stage.bot.rest.git.getTree({
    ...HERE,
    tree_sha: stage.twin.pull(REPO, await open()).head.sha,
    recursive: '1',
  });
  const blobs = data.tree.filter(({ type }) => type === 'blob').map(({ path }) => path);
  expect(blobs).toEqual(['../x', '.git/config', 'A.yml', 'README.md', 'a.yml', 'link', 'spec/a.yml', 'spec/b.yml']);
});

it('a workflow in the commits keeps an App without that permission from making a branch of them', async () => {
  await ana().push(fork, 'idea', { files: { '.github/workflows/x.yml': 'on: push\n' } });
  const { sha } = stage.twin.pull(REPO, await open()).head;
  const make = () => stage.bot.rest.git.createRef({ ...HERE, ref: 'refs/heads/companion', sha });
  await expect(refusalOf(make())).resolves.toBe('403 Resource not accessible by integration');
  const allowed = stage.botWith({ contents: 'write', workflows: 'write' });
  await expect(allowed.rest.git.createRef({ ...HERE, ref: 'refs/heads/companion', sha })).resolves.toMatchObject({
    status: 201,
  });
});
