/** Pull requests over HTTP: opened, changed, pushed to, closed, merged. */
import { HERE, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage.strike());

const rob = () => stage.twin.as('rob');
const mel = () => stage.twin.as('mel');

/** A pull request of rob's, from a branch of the repository itself. */
async function open(
  branch = 'side',
  files: Record<string, string> = { 'spec/a.yml': 'a: 1\nb: 2\nc: 9\n' },
): Promise<number> {
  await rob().push(REPO, branch, { base: 'main', files, message: `Change on ${branch}` });
  return rob().openPull({ repo: REPO, head: branch, title: `From ${branch}`, body: 'Because.' });
}

const get = async (pull_number: number) => (await stage.bot.rest.pulls.get({ ...HERE, pull_number })).data;

describe('opening', () => {
  it('gives numbers in order, and everything that a reader needs', async () => {
    const { data } = await (async () => {
      await rob().push(REPO, 'side', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 9\nd: 1\n', new: 'x\n' } });
      return stage.api('rob').rest.pulls.create({ ...HERE, head: 'side', base: 'main', title: 'T', body: 'B' });
    })();
    expect(data).toMatchObject({
      number: 1,
      state: 'open',
      user: { login: 'rob' },
      mergeable: true,
      mergeable_state: 'clean',
      commits: 1,
      additions: 3,
      deletions: 1,
      changed_files: 2,
      maintainer_can_modify: false,
      head: { label: 'd2i:side', ref: 'side' },
      base: { label: 'd2i:main', sha: await stage.twin.head(REPO, 'main') },
    });
    expect(await open('other')).toBe(2);
  });

  it('is refused as GitHub refuses it', async () => {
    await open();
    const create = (more: object) =>
      refusalOf(stage.bot.rest.pulls.create({ ...HERE, head: 'side', base: 'main', title: 'T', ...more }));
    await expect(create({})).resolves.toMatch(/^422 Validation Failed .*A pull request already exists for d2i:side\./);
    await expect(create({ head: 'none' })).resolves.toMatch(/"field":"head","code":"invalid"/);
    await expect(create({ base: 'none' })).resolves.toMatch(/"field":"base","code":"invalid"/);
    await expect(create({ head: 'main' })).resolves.toMatch(/No commits between main and main/);
    await expect(create({ head: 'main', body: 'x'.repeat(65_537) })).resolves.toMatch(/body is too long/);
  });

  it('twice at once opens one', async () => {
    await rob().push(REPO, 'side', { files: { a: '1' } });
    const create = () => stage.bot.rest.pulls.create({ ...HERE, head: 'side', base: 'main', title: 'T' });
    const answers = await Promise.allSettled([create(), create(), create()]);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('reading', () => {
  it('lists by state, base and head, newest first', async () => {
    await open('one');
    await open('two');
    await rob().close(REPO, 1);
    const list = async (more: object) =>
      (await stage.bot.rest.pulls.list({ ...HERE, ...more })).data.map(({ number }) => number);
    await expect(list({})).resolves.toEqual([2]);
    await expect(list({ state: 'all' })).resolves.toEqual([2, 1]);
    await expect(list({ state: 'all', sort: 'created', direction: 'asc' })).resolves.toEqual([1, 2]);
    await expect(list({ head: 'd2i:two' })).resolves.toEqual([2]);
    await expect(list({ base: 'other' })).resolves.toEqual([]);
  });

  it('compares with the common ancestor, not with the tip of the base', async () => {
    const number = await open();
    await rob().push(REPO, 'main', { files: { 'elsewhere.txt': '1' } });
    const { data } = await stage.bot.rest.pulls.listFiles({ ...HERE, pull_number: number });
    expect(data.map(({ filename, status, patch }) => [filename, status, patch])).toEqual([
      ['spec/a.yml', 'modified', '@@ -1,3 +1,3 @@\n a: 1\n b: 2\n-c: 3\n+c: 9'],
    ]);
  });

  it('still shows what a merged one brought', async () => {
    const number = await open();
    await mel().merge(REPO, number);
    await expect(get(number)).resolves.toMatchObject({ merged: true, commits: 1, changed_files: 1 });
    const { data } = await stage.bot.rest.pulls.listCommits({ ...HERE, pull_number: number });
    expect(data.map(({ commit }) => commit.message)).toEqual(['Change on side']);
  });

  it('shows 3,000 files at most', async () => {
    const files = Object.fromEntries(Array.from({ length: 3001 }, (_, at) => [`many/${at}.txt`, 'same']));
    await rob().push(REPO, 'many', { files });
    const pull_number = await rob().openPull({ repo: REPO, head: 'many', title: 'Many' });
    await expect(get(pull_number)).resolves.toMatchObject({ changed_files: 3001 });
    const { bot } = stage;
    const shown = await bot.paginate(bot.rest.pulls.listFiles, { ...HERE, pull_number, per_page: 100 });
    expect(shown).toHaveLength(3000);
  });

  it('may not know yet whether it can be merged', async () => {
    const number = await open();
    stage.twin.faults.unknownMergeability = 1;
    await expect(get(number)).resolves.toMatchObject({ mergeable: null, mergeable_state: 'unknown' });
    await expect(get(number)).resolves.toMatchObject({ mergeable: true });
  });
});

describe('a push to the head', () => {
  it('moves the pull request and its refs along', async () => {
    const number = await open();
    const sha = await rob().push(REPO, 'side', { files: { new: '1' } });
    await expect(get(number)).resolves.toMatchObject({ head: { sha }, commits: 2 });
    const ref = async (name: string) =>
      (await stage.bot.rest.git.getRef({ ...HERE, ref: `pull/${number}/${name}` })).data.object.sha;
    await expect(ref('head')).resolves.toBe(sha);
    const merge = await stage.bot.rest.git.getCommit({ ...HERE, commit_sha: await ref('merge') });
    expect(merge.data.parents.map((parent) => parent.sha)).toEqual([await stage.twin.head(REPO, 'main'), sha]);
  });

  it('that conflicts with the base makes it dirty, and takes the test merge away', async () => {
    const number = await open();
    await get(number);
    await rob().push(REPO, 'main', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 8\n' } });
    await expect(get(number)).resolves.toMatchObject({ mergeable: false, mergeable_state: 'dirty' });
    const ref = stage.bot.rest.git.getRef({ ...HERE, ref: `pull/${number}/merge` });
    await expect(refusalOf(ref)).resolves.toBe('404 Not Found');
  });

  it('by force keeps it open, and back again', async () => {
    const number = await open();
    const before = stage.twin.pull(REPO, number).head.sha;
    await rob().push(REPO, 'side', { base: 'main', files: { other: '1' } });
    expect(stage.twin.pull(REPO, number).head.sha).not.toBe(before);
    await rob().pointBranch(REPO, 'side', before);
    await expect(get(number)).resolves.toMatchObject({ state: 'open', head: { sha: before } });
  });

  it('that takes the branch away closes it', async () => {
    const number = await open();
    await rob().pointBranch(REPO, 'side', null);
    await expect(get(number)).resolves.toMatchObject({ state: 'closed', merged: false });
    await expect(rob().reopen(REPO, number)).rejects.toThrow('Validation Failed');
  });
});

describe('editing', () => {
  it('changes title, body and base', async () => {
    const number = await open();
    await rob().pointBranch(REPO, 'release', 'main');
    const { data } = await stage.bot.rest.pulls.update({
      ...HERE,
      pull_number: number,
      title: 'New',
      body: '',
      base: 'release',
    });
    expect(data).toMatchObject({ title: 'New', body: '', base: { ref: 'release' } });
    const wrong = stage.bot.rest.pulls.update({ ...HERE, pull_number: number, base: 'none' });
    await expect(refusalOf(wrong)).resolves.toMatch(/"field":"base"/);
  });

  it('closes and opens again, with what was pushed meanwhile', async () => {
    const number = await open();
    await rob().close(REPO, number);
    const sha = await rob().push(REPO, 'side', { files: { late: '1' } });
    expect(stage.twin.pull(REPO, number).head.sha).not.toBe(sha);
    await rob().reopen(REPO, number);
    await expect(get(number)).resolves.toMatchObject({ state: 'open', closed_at: null, head: { sha } });
  });

  it('is closed by its author and by those who triage, and by nobody else', async () => {
    await stage.twin.as('ana').fork(REPO);
    await stage.twin.as('ana').push('ana/standard', 'idea', { files: { a: '1' } });
    const number = await stage.twin.as('ana').openPull({ repo: REPO, head: 'ana:idea', title: 'Idea' });
    await expect(stage.twin.as('eve').close(REPO, number)).rejects.toThrow('denied to eve');
    await stage.twin.as('ana').close(REPO, number);
    await rob().reopen(REPO, number);
    await expect(get(number)).resolves.toMatchObject({ state: 'open' });
  });

  it('does not open again what was rewritten or merged', async () => {
    const number = await open();
    await rob().close(REPO, number);
    await rob().push(REPO, 'side', { base: 'main', files: { other: '1' } });
    const again = (pull_number: number) =>
      refusalOf(stage.bot.rest.pulls.update({ ...HERE, pull_number, state: 'open' }));
    await expect(again(number)).resolves.toMatch(/was force-pushed or recreated/);
    const merged = await open('two');
    await mel().merge(REPO, merged);
    await expect(again(merged)).resolves.toMatch(/has been merged/);
  });
});

describe('merging', () => {
  const merge = (pull_number: number, more = {}) =>
    stage.api('mel').rest.pulls.merge({ ...HERE, pull_number, ...more });

  it('is a real three-way merge: nothing of either side is lost', async () => {
    const number = await open();
    await rob().push(REPO, 'main', { files: { 'spec/a.yml': 'a: 7\nb: 2\nc: 3\n' } });
    const { data } = await merge(number);
    expect(data).toMatchObject({ merged: true, sha: await stage.twin.head(REPO, 'main') });
    await expect(stage.twin.text(REPO, 'main', 'spec/a.yml')).resolves.toBe('a: 7\nb: 2\nc: 9\n');
    await expect(get(number)).resolves.toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'mel' },
      merge_commit_sha: data.sha,
    });
    await expect(stage.bot.rest.pulls.checkIfMerged({ ...HERE, pull_number: number })).resolves.toMatchObject({
      status: 204,
    });
  });

  it('by squashing leaves one commit of its author', async () => {
    const number = await open();
    await rob().push(REPO, 'side', { files: { more: '1' } });
    const { data } = await merge(number, { merge_method: 'squash' });
    const commit = await stage.bot.rest.repos.getCommit({ ...HERE, ref: data.sha });
    expect(commit.data.commit.message).toBe('From side (#1)');
    expect(commit.data.parents).toHaveLength(1);
    expect(commit.data.author).toMatchObject({ login: 'rob' });
    expect(stage.twin.pull(REPO, number).mergedAt).not.toBeNull();
  });

  it('is refused with 405 and 409', async () => {
    const number = await open();
    await expect(refusalOf(merge(number, { sha: '1'.repeat(40) }))).resolves.toBe(
      '409 Head branch was modified. Review and try the merge again.',
    );
    await rob().push(REPO, 'main', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 8\n' } });
    await expect(refusalOf(merge(number))).resolves.toBe('405 Pull Request is not mergeable');
    await rob().close(REPO, number);
    await expect(refusalOf(merge(number))).resolves.toBe('405 Pull Request is not mergeable');
    await expect(refusalOf(merge(await open('two'), { merge_method: 'rebase' }))).resolves.toMatch(
      /^405 Rebase merges/,
    );
  });

  it('of two at once lets none lose the other’s changes', async () => {
    const one = await open('one', { one: '1' });
    const two = await open('two', { two: '2' });
    const answers = await Promise.all(
      [one, two].map((number) =>
        merge(number).then(
          () => 'merged',
          (error) => error.status,
        ),
      ),
    );
    for (const [at, number] of [one, two].entries()) if (answers[at] !== 'merged') await merge(number);
    await expect(stage.twin.text(REPO, 'main', 'one')).resolves.toBe('1');
    await expect(stage.twin.text(REPO, 'main', 'two')).resolves.toBe('2');
    expect(answers.every((answer) => answer === 'merged' || answer === 405)).toBe(true);
  });

  it('happens by itself when the head arrives on the base some other way', async () => {
    const number = await open();
    await rob().pointBranch(REPO, 'main', stage.twin.pull(REPO, number).head.sha);
    await expect(get(number)).resolves.toMatchObject({ state: 'closed', merged: true });
  });

  it('brings a branch up to date', async () => {
    const number = await open();
    const update = (more = {}) => stage.bot.rest.pulls.updateBranch({ ...HERE, pull_number: number, ...more });
    await expect(refusalOf(update())).resolves.toBe('422 There are no new commits on the base branch.');
    await rob().push(REPO, 'main', { files: { elsewhere: '1' } });
    const wrong = update({ expected_head_sha: '1'.repeat(40) });
    await expect(refusalOf(wrong)).resolves.toBe("422 expected head sha didn't match current head ref.");
    await expect(update()).resolves.toMatchObject({ status: 202 });
    await expect(stage.twin.text(REPO, 'side', 'elsewhere')).resolves.toBe('1');
    await expect(get(number)).resolves.toMatchObject({ changed_files: 1, commits: 2 });
    await rob().push(REPO, 'main', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 8\n' } });
    await expect(refusalOf(update())).resolves.toBe('422 merge conflict between base and head');
  });
});
