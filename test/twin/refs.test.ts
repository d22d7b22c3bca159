/** Refs over HTTP: read, made, moved and taken away, and who may. */
import { HERE, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.strike());

const main = () => stage.twin.head(REPO, 'main');
const rob = () => stage.twin.as('rob');

describe('refs', () => {
  it('are read, with slashes in their names too', async () => {
    await rob().push(REPO, 'ideas/one', { files: { a: '1' } });
    const { data } = await stage.bot.rest.git.getRef({ ...HERE, ref: 'heads/ideas/one' });
    expect(data).toMatchObject({ ref: 'refs/heads/ideas/one', object: { type: 'commit' } });
    await expect(refusalOf(stage.bot.rest.git.getRef({ ...HERE, ref: 'heads/none' }))).resolves.toBe('404 Not Found');
  });

  it('are listed by their beginning', async () => {
    await rob().push(REPO, 'feature-a', { files: { a: '1' } });
    await rob().push(REPO, 'feature-b', { files: { a: '1' } });
    const { data } = await stage.bot.rest.git.listMatchingRefs({ ...HERE, ref: 'heads/feature-' });
    expect(data.map(({ ref }) => ref)).toEqual(['refs/heads/feature-a', 'refs/heads/feature-b']);
    const none = await stage.bot.rest.git.listMatchingRefs({ ...HERE, ref: 'heads/zzz' });
    expect(none.data).toEqual([]);
  });

  it('are made once', async () => {
    const sha = await main();
    const make = (ref: string, at = sha) => stage.bot.rest.git.createRef({ ...HERE, ref, sha: at });
    await expect(make('refs/heads/spec-steward/register')).resolves.toMatchObject({ status: 201 });
    await expect(refusalOf(make('refs/heads/spec-steward/register'))).resolves.toBe('422 Reference already exists');
    await expect(refusalOf(make('refs/heads/x', '1'.repeat(40)))).resolves.toBe('422 Object does not exist');
    await expect(refusalOf(make('heads'))).resolves.toMatch(/^422 heads is not a valid ref name/);
    await expect(refusalOf(make('refs/heads/main/below'))).resolves.toBe('422 Reference update failed');
  });

  it('that thirty make at once are made by one', async () => {
    const sha = await main();
    const racers = Array.from({ length: 30 }, () =>
      stage.bot.rest.git.createRef({ ...HERE, ref: 'refs/heads/register', sha }).then(
        () => 'made',
        (error) => error.response.data.message,
      ),
    );
    const answers = await Promise.all(racers);
    expect(answers.filter((answer) => answer === 'made')).toHaveLength(1);
    expect(new Set(answers)).toEqual(new Set(['made', 'Reference already exists']));
  });

  it('move forward, and elsewhere only by force', async () => {
    const before = await main();
    const ahead = await rob().push(REPO, 'side', { files: { a: '1' } });
    const move = (sha: string, force?: boolean) =>
      stage.bot.rest.git.updateRef({ ...HERE, ref: 'heads/side', sha, ...(force === undefined ? {} : { force }) });
    await expect(move(ahead)).resolves.toMatchObject({ status: 200 });
    await expect(refusalOf(move(before))).resolves.toBe('422 Update is not a fast forward');
    await expect(refusalOf(move(before, false))).resolves.toBe('422 Update is not a fast forward');
    await expect(move(before, true)).resolves.toMatchObject({ status: 200 });
    await expect(stage.twin.head(REPO, 'side')).resolves.toBe(before);
    const missing = stage.bot.rest.git.updateRef({ ...HERE, ref: 'heads/none', sha: ahead });
    await expect(refusalOf(missing)).resolves.toBe('422 Reference does not exist');
  });

  it('let one of two move them, the other reads again', async () => {
    const { bot, twin } = stage;
    const base = await main();
    const tree = (await bot.rest.git.getCommit({ ...HERE, commit_sha: base })).data.tree.sha;
    const make = async (message: string) =>
      (await bot.rest.git.createCommit({ ...HERE, message, tree, parents: [base] })).data.sha;
    await twin.as('rob').pointBranch(REPO, 'register', base);
    const [one, two] = await Promise.all([make('one'), make('two')]);
    const answers = await Promise.allSettled(
      [one, two].map((sha) => bot.rest.git.updateRef({ ...HERE, ref: 'heads/register', sha, force: false })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect([409, 422]).toContain(lost.reason.status);
  });

  it('are taken away', async () => {
    await rob().push(REPO, 'side', { files: { a: '1' } });
    await expect(stage.bot.rest.git.deleteRef({ ...HERE, ref: 'heads/side' })).resolves.toMatchObject({ status: 204 });
    const again = stage.bot.rest.git.deleteRef({ ...HERE, ref: 'heads/side' });
    await expect(refusalOf(again)).resolves.toBe('422 Reference does not exist');
  });

  it('of pull requests are nobody’s to write', async () => {
    const sha = await main();
    const make = stage.bot.rest.git.createRef({ ...HERE, ref: 'refs/pull/1/head', sha });
    await expect(refusalOf(make)).resolves.toBe('422 Reference update failed');
  });
});

describe('a protected branch', () => {
  const REFUSED = 'Repository rule violations found\n\nChanges must be made through a pull request.\n\n';

  it('refuses direct updates, except from those who bypass', async () => {
    const { bot, twin } = stage;
    twin.protect(REPO, 'main', {});
    const sha = await rob().push(REPO, 'side', { files: { a: '1' } });
    const move = () => bot.rest.git.updateRef({ ...HERE, ref: 'heads/main', sha });
    await expect(refusalOf(move())).resolves.toBe(`422 ${REFUSED}`);
    await expect(refusalOf(bot.rest.git.deleteRef({ ...HERE, ref: 'heads/main' }))).resolves.toBe(`422 ${REFUSED}`);
    await expect(rob().push(REPO, 'main', { files: { a: '2' } })).rejects.toThrow(REFUSED);
    twin.protect(REPO, 'main', { bypass: ['spec-steward[bot]'] });
    await expect(move()).resolves.toMatchObject({ status: 200 });
  });

  it('lets its administrators push, which is how records are bypassed', async () => {
    stage.twin.protect(REPO, 'main', {});
    const pushed = await stage.twin.as('mel').push(REPO, 'main', { files: { a: '1' } });
    expect(pushed).toBe(await main());
  });

  it('says so, with the check pinned to its App', async () => {
    const { bot, twin } = stage;
    const context = 'spec-steward/approval';
    twin.protect(REPO, 'main', { approvals: 2, checks: [{ context, appId: twin.app.id }], mergeQueue: true });
    const { data } = await bot.rest.repos.getBranch({ ...HERE, branch: 'main' });
    expect(data.protected).toBe(true);
    expect(data.protection.required_status_checks).toMatchObject({ checks: [{ context, app_id: twin.app.id }] });
    const rules = await bot.rest.repos.getBranchRules({ ...HERE, branch: 'main' });
    expect(rules.data.map(({ type }) => type)).toEqual(['pull_request', 'required_status_checks', 'merge_queue']);
    const free = await bot.rest.repos.getBranchRules({ ...HERE, branch: 'side' });
    expect(free.data).toEqual([]);
  });
});

describe('branches', () => {
  it('are listed page by page', async () => {
    for (const name of ['b1', 'b2', 'b3', 'b4']) await rob().pointBranch(REPO, name, 'main');
    const all = await stage.bot.paginate(stage.bot.rest.repos.listBranches, { ...HERE, per_page: 2 });
    expect(all.map(({ name }) => name)).toEqual(['b1', 'b2', 'b3', 'b4', 'main']);
  });

  it('that are not there are not found', async () => {
    const missing = stage.bot.rest.repos.getBranch({ ...HERE, branch: 'none' });
    await expect(refusalOf(missing)).resolves.toBe('404 Branch not found');
  });
});
