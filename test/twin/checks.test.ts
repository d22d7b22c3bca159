/** Check runs, suites, statuses and the merge queue over HTTP. */
import { HERE, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
let number: number;
let sha: string;
beforeEach(async () => {
  stage = await setStage();
  sha = await stage.twin.as('rob').push(REPO, 'side', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 9\n' } });
  number = await stage.twin.as('rob').openPull({ repo: REPO, head: 'side', title: 'Side' });
});
afterEach(() => stage.strike());

const NAME = 'spec-steward/specification';
const output = (more: object = {}) => ({ title: 'T', summary: 'S', ...more });
const annotation = (line: number) => ({
  path: 'spec/a.yml',
  start_line: line,
  end_line: line,
  annotation_level: 'warning' as const,
  message: `line ${line}`,
});
const notes = (count: number) => Array.from({ length: count }, (_, at) => annotation(at + 1));
const create = (more: object = {}) => stage.bot.rest.checks.create({ ...HERE, name: NAME, head_sha: sha, ...more });
const complete = (conclusion: 'success' | 'failure', more: object = {}) =>
  create({ status: 'completed', conclusion, ...more });

describe('check runs', () => {
  it('begin, go on and end', async () => {
    const { data } = await create({ status: 'in_progress', external_id: 'x1' });
    expect(data).toMatchObject({
      status: 'in_progress',
      conclusion: null,
      external_id: 'x1',
      app: { slug: 'spec-steward' },
    });
    expect(data.pull_requests).toMatchObject([{ number, head: { sha } }]);
    const check_run_id = data.id;
    await stage.bot.rest.checks.update({ ...HERE, check_run_id, conclusion: 'failure', output: output() });
    const read = await stage.bot.rest.checks.get({ ...HERE, check_run_id });
    expect(read.data).toMatchObject({
      status: 'completed',
      conclusion: 'failure',
      output: { title: 'T', summary: 'S' },
    });
    expect(read.data.completed_at).not.toBeNull();
  });

  it('gather annotations: an update adds to those that are there', async () => {
    const { data } = await create({ output: output({ annotations: notes(50) }) });
    const check_run_id = data.id;
    await stage.bot.rest.checks.update({ ...HERE, check_run_id, output: output({ annotations: notes(2) }) });
    await stage.bot.rest.checks.update({ ...HERE, check_run_id, output: output({ annotations: notes(2) }) });
    const { bot } = stage;
    const all = await bot.paginate(bot.rest.checks.listAnnotations, { ...HERE, check_run_id, per_page: 20 });
    expect(all).toHaveLength(54);
    const read = await bot.rest.checks.get({ ...HERE, check_run_id });
    expect(read.data.output.annotations_count).toBe(54);
  });

  it('have limits', async () => {
    await expect(refusalOf(create({ output: output({ annotations: notes(51) }) }))).resolves.toMatch(
      /No more than 50 items are allowed; 51 were supplied\./,
    );
    const summary = (text: string) => refusalOf(create({ output: { title: 'T', summary: text } }));
    await expect(summary('x'.repeat(65_536))).resolves.toMatch(
      /Only 65535 characters are allowed; 65536 were supplied\./,
    );
    await expect(summary('ö'.repeat(40_000))).resolves.toMatch(/summary exceeds a maximum bytesize of 65535/);
    await expect(create({ output: { title: 'T', summary: 'x'.repeat(65_535) } })).resolves.toMatchObject({
      status: 201,
    });
    const button = { label: 'Write records', description: 'D', identifier: 'records' };
    await expect(refusalOf(create({ actions: [button, button, button, button] }))).resolves.toMatch(
      /No more than 3 items/,
    );
    const long = { ...button, label: 'x'.repeat(21) };
    await expect(refusalOf(create({ actions: [long] }))).resolves.toMatch(/Only 20 characters are allowed; 21/);
    await expect(refusalOf(create({ status: 'completed' }))).resolves.toMatch(/"conclusion" wasn't supplied/);
    await expect(refusalOf(create({ head_sha: '1'.repeat(40) }))).resolves.toMatch(/No commit found for SHA/);
    expect(stage.twin.world.checks).toHaveLength(1);
  });

  it('are listed for a commit: the latest of each name', async () => {
    await complete('failure');
    const second = await complete('success');
    await create({ name: 'spec-steward/records' });
    const list = async (more: object) =>
      (await stage.bot.rest.checks.listForRef({ ...HERE, ref: 'side', ...more })).data;
    const latest = await list({});
    expect(latest.total_count).toBe(2);
    expect(latest.check_runs.map(({ name }) => name)).toEqual(['spec-steward/records', NAME]);
    await expect(list({ check_name: NAME })).resolves.toMatchObject({ check_runs: [{ id: second.data.id }] });
    await expect(list({ filter: 'all' })).resolves.toMatchObject({ total_count: 3 });
    await expect(list({ status: 'completed', app_id: stage.twin.app.id })).resolves.toMatchObject({ total_count: 1 });
  });

  it('are written by Apps only, and by the App that made them', async () => {
    const byRob = stage.api('rob').rest.checks.create({ ...HERE, name: NAME, head_sha: sha });
    await expect(refusalOf(byRob)).resolves.toBe('403 You must authenticate via a GitHub App.');
    const forged = await stage.twin.foreignCheck(REPO, {
      app: 'github-actions',
      sha,
      check: NAME,
      conclusion: 'success',
    });
    const take = stage.bot.rest.checks.update({ ...HERE, check_run_id: forged, conclusion: 'failure' });
    await expect(refusalOf(take)).resolves.toMatch(/^403 Invalid app_id/);
  });

  it('belong to a suite, which can be asked for again', async () => {
    const { data } = await complete('success');
    const suites = await stage.bot.rest.checks.listSuitesForRef({ ...HERE, ref: sha });
    expect(suites.data.check_suites).toMatchObject([
      { status: 'completed', conclusion: 'success', head_branch: 'side' },
    ]);
    const check_suite_id = suites.data.check_suites[0]?.id ?? 0;
    await stage.bot.rest.checks.rerequestSuite({ ...HERE, check_suite_id });
    const again = await stage.bot.rest.checks.getSuite({ ...HERE, check_suite_id });
    expect(again.data.status).toBe('in_progress');
    await stage.bot.rest.checks.rerequestRun({ ...HERE, check_run_id: data.id });
  });
});

describe('a required check', () => {
  const merge = () => refusalOf(stage.api('rob').rest.pulls.merge({ ...HERE, pull_number: number }));
  const require = (appId: number | null) => stage.twin.protect(REPO, 'main', { checks: [{ context: NAME, appId }] });

  it('holds the merge until it is there and good', async () => {
    require(null);
    await expect(merge()).resolves.toMatch(/405 .*Required status check "spec-steward\/specification" is expected\./s);
    const { data } = await create({ status: 'in_progress' });
    await expect(merge()).resolves.toMatch(/is in progress\./);
    await stage.bot.rest.checks.update({ ...HERE, check_run_id: data.id, conclusion: 'failure' });
    await expect(merge()).resolves.toMatch(/is failing\./);
    await complete('success');
    await expect(stage.twin.as('rob').merge(REPO, number)).resolves.toMatch(/^[0-9a-f]{40}$/);
  });

  it('lets a merge through when it is neutral, which is why ours never is', async () => {
    require(null);
    await create({ status: 'completed', conclusion: 'neutral' });
    await expect(stage.twin.as('rob').merge(REPO, number)).resolves.toMatch(/^[0-9a-f]{40}$/);
  });

  it('can be forged by a status or another App unless it is pinned', async () => {
    require(stage.twin.app.id);
    stage.twin.as('rob').status(REPO, sha, { context: NAME, state: 'success' });
    await stage.twin.foreignCheck(REPO, { app: 'github-actions', sha, check: NAME, conclusion: 'success' });
    await expect(merge()).resolves.toMatch(/is expected\./);
    require(null);
    await expect(stage.twin.as('rob').merge(REPO, number)).resolves.toMatch(/^[0-9a-f]{40}$/);
  });
});

describe('statuses', () => {
  it('are combined, the newest of each context', async () => {
    const set = (state: 'pending' | 'success' | 'failure', context = 'ci') =>
      stage.api('rob').rest.repos.createCommitStatus({ ...HERE, sha, state, context });
    const combined = async () =>
      (await stage.api('rob').rest.repos.getCombinedStatusForRef({ ...HERE, ref: sha })).data;
    await expect(combined()).resolves.toMatchObject({ state: 'pending', total_count: 0 });
    await set('failure');
    await expect(combined()).resolves.toMatchObject({ state: 'failure' });
    await set('success');
    await expect(combined()).resolves.toMatchObject({ state: 'success', total_count: 1 });
    const all = await stage.api('rob').rest.repos.listCommitStatusesForRef({ ...HERE, ref: sha });
    expect(all.data.map(({ state }) => state)).toEqual(['success', 'failure']);
    await expect(
      refusalOf(stage.bot.rest.repos.createCommitStatus({ ...HERE, sha, state: 'success' })),
    ).resolves.toMatch(/^403/);
  });
});

describe('the merge queue', () => {
  const rules = () => ({ mergeQueue: true, checks: [{ context: NAME, appId: stage.twin.app.id }] });

  async function second(): Promise<number> {
    await stage.twin.as('rob').push(REPO, 'two', { base: 'main', files: { 'spec/b.yml': 'b: 2\n' } });
    return stage.twin.as('rob').openPull({ repo: REPO, head: 'two', title: 'Two' });
  }

  it('merges a group on a branch of its own once its checks are good', async () => {
    stage.twin.protect(REPO, 'main', rules());
    await complete('success');
    await expect(refusalOf(stage.api('rob').rest.pulls.merge({ ...HERE, pull_number: number }))).resolves.toMatch(
      /merge queue/,
    );
    const two = await second();
    await expect(stage.twin.as('rob').enqueue(REPO, [number, two])).rejects.toThrow(`"${NAME}" is expected`);
    await complete('success', { head_sha: stage.twin.pull(REPO, two).head.sha });
    const group = await stage.twin.as('rob').enqueue(REPO, [number, two]);
    expect(group.headRef).toMatch(/^refs\/heads\/gh-readonly-queue\/main\/pr-2-[0-9a-f]{40}$/);
    await expect(stage.twin.text(REPO, group.headSha, 'spec/a.yml')).resolves.toContain('c: 9');
    await expect(stage.twin.text(REPO, group.headSha, 'spec/b.yml')).resolves.toBe('b: 2\n');
    await complete('success', { head_sha: group.headSha });
    expect(group.state).toBe('merged');
    await expect(stage.twin.head(REPO, 'main')).resolves.toBe(group.headSha);
    expect(stage.twin.world.pulls.map(({ mergedAt }) => mergedAt !== null)).toEqual([true, true]);
    await expect(stage.twin.head(REPO, group.headRef)).rejects.toThrow();
  });

  it('lets a group go whose checks fail', async () => {
    stage.twin.protect(REPO, 'main', rules());
    await complete('success');
    const group = await stage.twin.as('rob').enqueue(REPO, [number]);
    await complete('failure', { head_sha: group.headSha });
    expect(group.state).toBe('invalidated');
    expect(stage.twin.pull(REPO, number).state).toBe('open');
  });

  it('is passed by administrators who say so, whatever the checks are', async () => {
    stage.twin.protect(REPO, 'main', rules());
    await complete('failure');
    const merge = (login: string, force: boolean) => stage.twin.as(login).merge(REPO, number, { force });
    await expect(merge('rob', true)).rejects.toThrow('is failing');
    await expect(merge('mel', false)).rejects.toThrow('is failing');
    const commit = await merge('mel', true);
    await expect(stage.twin.head(REPO, 'main')).resolves.toBe(commit);
    expect(stage.twin.pull(REPO, number)).toMatchObject({ state: 'closed', mergedBy: { login: 'mel' } });
  });

  it('is not passed by force over a conflict', async () => {
    await stage.twin.as('mel').push(REPO, 'main', { files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 7\n' } });
    await expect(stage.twin.as('mel').merge(REPO, number, { force: true })).rejects.toThrow('is not mergeable');
  });

  it('lets a group go when the base has moved', async () => {
    const group = await stage.twin.as('rob').enqueue(REPO, [number]);
    await stage.twin.as('mel').push(REPO, 'main', { files: { x: '1' } });
    await stage.twin.as('rob').finishGroup(group);
    expect(group.state).toBe('invalidated');
    expect(stage.twin.pull(REPO, number).state).toBe('open');
  });

  it('takes no pull requests that conflict, and gives back one that is taken out', async () => {
    await stage.twin.as('rob').push(REPO, 'three', { base: 'main', files: { 'spec/a.yml': 'a: 1\nb: 2\nc: 7\n' } });
    const three = await stage.twin.as('rob').openPull({ repo: REPO, head: 'three', title: 'Three' });
    await expect(stage.twin.as('rob').enqueue(REPO, [number, three])).rejects.toThrow(
      'cannot be merged into its group',
    );
    const group = await stage.twin.as('rob').enqueue(REPO, [three]);
    await stage.twin.as('rob').dequeue(group);
    expect(group.state).toBe('dequeued');
  });
});
