/**
 * A second opinion: the story on a GitHub that others wrote, emulate 0.11.2, over real HTTP with its own tokens and
 * signed events. What it lacks stands in a shim before it, or is left to the twin; both are named and held below, so that
 * a version which has it is noticed.
 */
import { APPROVAL_CHECK } from '../../src/approval/check.js';
import { RECORDS_CHECK, SPECIFICATION_CHECK } from '../../src/pull-request/checks.js';
import { REGISTER_BRANCH, REGISTER_FILE, readRegister } from '../../src/register/register.js';
import { AT, type EmulatedGitHub, emulateGitHub } from './emulated-github.js';
import { CHANGE_LOG, item, PERSON, PERSON_FILE, RENAMED } from './standard.js';

const BOT = 'spec-steward[bot]';
const MISSPELT = { [PERSON_FILE]: PERSON.replace('type: nvarchar', 'type: nvarhcar') };

let github: EmulatedGitHub;
beforeAll(async () => {
  github = await emulateGitHub();
});
afterAll(() => github.close());

/** Conclusions by name; a check that was made twice has two. */
async function checksOn(commit: string): Promise<string[]> {
  const { data } = await github.owner.checks.listForRef({ ...AT, ref: commit });
  return data.check_runs.map(({ name, conclusion }) => `${name}: ${conclusion}`).sort();
}

async function commentsOf(number: number) {
  const { data } = await github.owner.issues.listComments({ ...AT, issue_number: number });
  return data.filter(({ user }) => user?.login === BOT);
}

describe('a proposal with a misspelt type', () => {
  let number: number;
  let head: string;

  beforeAll(async () => {
    const proposal = await github.propose('misspelt', MISSPELT);
    ({ number, head } = proposal);
    expect(proposal.look.facts.error).toBeUndefined();
  });

  test('one comment of the App says what must be mended, and where', async () => {
    const [comment, ...others] = await commentsOf(number);
    expect(others).toEqual([]);
    expect(comment?.body).toContain('Must be mended');
    expect(comment?.body).toContain('`nvarhcar` is no type');
    expect(comment?.body).toContain(`${PERSON_FILE}:`);
  });

  test('all checks say failure, with the finding on its line', async () => {
    expect(await checksOn(head)).toEqual(
      [APPROVAL_CHECK, RECORDS_CHECK, SPECIFICATION_CHECK].map((name) => `${name}: failure`),
    );
    const { data } = await github.owner.checks.listForRef({ ...AT, ref: head, check_name: SPECIFICATION_CHECK });
    const [run] = data.check_runs;
    const annotations = await github.owner.checks.listAnnotations({ ...AT, check_run_id: run?.id ?? 0 });
    const line = PERSON.replace('type: nvarchar', 'type: nvarhcar').split('\n').indexOf('    type: nvarhcar') + 1;
    // GitHub gives the list itself, emulate an object around it.
    const { check_annotations: found } = annotations.data as unknown as { check_annotations: unknown };
    expect(found).toContainEqual(expect.objectContaining({ path: PERSON_FILE, start_line: line }));
  });

  test('labels are made and set, and the repair is suggested', async () => {
    const labels = await github.owner.issues.listLabelsOnIssue({ ...AT, issue_number: number });
    expect(labels.data.map(({ name }) => name)).toEqual(expect.arrayContaining(['needs: mending', 'return: CIN']));
    const remarks = await github.owner.pulls.listReviewComments({ ...AT, pull_number: number });
    expect(remarks.data.map(({ body }) => body)).toEqual([
      expect.stringContaining('```suggestion\n    type: nvarchar\n'),
    ]);
  });

  test('another look, because the title was edited, doubles nothing', async () => {
    const edit = () => github.owner.pulls.update({ ...AT, pull_number: number, title: 'Another title' });
    const { facts } = await github.nextLook(number, edit);
    expect(facts).toMatchObject({ did: [], writes: 0 });
    expect(await commentsOf(number)).toHaveLength(1);
    const remarks = await github.owner.pulls.listReviewComments({ ...AT, pull_number: number });
    expect(remarks.data).toHaveLength(1);
  });
});

/** All is right; whether anybody agreed is as given. */
const checks = (approval: 'success' | 'failure') => [
  `${APPROVAL_CHECK}: ${approval}`,
  `${RECORDS_CHECK}: success`,
  `${SPECIFICATION_CHECK}: success`,
];

test('a proposal that touches nothing of ours has three green checks and no comment', async () => {
  const { number, head } = await github.propose('readme', { 'README.md': 'The standard, told anew\n' });
  expect(await checksOn(head)).toEqual(checks('success'));
  expect(await commentsOf(number)).toEqual([]);
});

describe('a proposal without error, from its opening to its end', () => {
  let number: number;
  let contributed: string;

  beforeAll(async () => {
    const proposal = await github.propose('rename', { [PERSON_FILE]: RENAMED });
    ({ number, head: contributed } = proposal);
    expect(proposal.look.facts.error).toBeUndefined();
  });

  const textAt = async (path: string, ref: string) => {
    const file = await github.owner.repos.getContent({ ...AT, path, ref });
    return Buffer.from((file.data as { content: string }).content, 'base64').toString('utf8');
  };
  const numbers = async () =>
    readRegister(await textAt(REGISTER_FILE, REGISTER_BRANCH)).map(
      ({ identifier, subject, pullRequest, state }) => `${identifier} ${subject.itemRef} #${pullRequest} ${state}`,
    );
  const headOf = async () => (await github.owner.pulls.get({ ...AT, pull_number: number })).data.head.sha;
  const setState = (state: 'open' | 'closed') =>
    github.nextLook(number, () => github.owner.pulls.update({ ...AT, pull_number: number, state }));

  test("its identifier is reserved, and its records stand in one commit on top of the contributor's", async () => {
    expect(await numbers()).toEqual([`SSD-0001 PERS002A #${number} reserved`]);
    const head = await headOf();
    const { data } = await github.owner.git.getCommit({ ...AT, commit_sha: head });
    expect(data.parents.map(({ sha }) => sha)).toEqual([contributed]);
    expect(data.message).toMatch(/^records: SSD-0001\n/);
    expect(await textAt(PERSON_FILE, 'rename')).toContain('change_id: SSD-0001');
    expect(await textAt(CHANGE_LOG, 'rename')).toContain('SSD-0001');
    expect(await checksOn(head)).toEqual(checks('failure'));
  });

  test('one comment says that nothing is left to do', async () => {
    const [comment, ...others] = await commentsOf(number);
    expect(others).toEqual([]);
    expect(comment?.body).toContain('Nothing must be mended or decided.');
    expect(comment?.body).toContain('SSD-0001');
  });

  test('another look does nothing at all', async () => {
    const edit = () => github.owner.pulls.update({ ...AT, pull_number: number, title: 'Another title' });
    const { facts } = await github.nextLook(number, edit);
    expect(facts).toMatchObject({ did: [], writes: 0 });
  });

  test('a further push is reviewed, identified and recorded, in the same comment', async () => {
    const before = await headOf();
    const text = await textAt(PERSON_FILE, 'rename');
    const pushed = await github.push('rename', { [PERSON_FILE]: `${text}${item('pers_more', 'PERS003A')}\n` });
    const head = await headOf();
    const { data } = await github.owner.git.getCommit({ ...AT, commit_sha: head });
    expect(data.parents.map(({ sha }) => sha)).toEqual([pushed]);
    expect(head).not.toBe(before);
    expect(await numbers()).toEqual([`SSD-0001 PERS002A #${number} reserved`, `SSD-0002 PERS003A #${number} reserved`]);
    expect(await checksOn(head)).toEqual(checks('failure'));
    const [comment, ...others] = await commentsOf(number);
    expect(others).toEqual([]);
    expect(comment?.body).toContain('SSD-0002');
  });

  test('closed, its numbers are withdrawn; opened again, they are its own', async () => {
    await setState('closed');
    expect((await numbers()).map((row) => row.split(' ').at(-1))).toEqual(['withdrawn', 'withdrawn']);
    const head = await headOf();
    await setState('open');
    expect((await numbers()).map((row) => row.split(' ').at(-1))).toEqual(['reserved', 'reserved']);
    expect(await headOf()).toBe(head);
    await setState('closed');
    expect(await numbers()).toEqual([
      `SSD-0001 PERS002A #${number} withdrawn`,
      `SSD-0002 PERS003A #${number} withdrawn`,
    ]);
  });
});

describe('what emulate alone lacks, and the shim before it has', () => {
  /** What emulate itself says, to nobody in particular. */
  const alone = async (path: string) => {
    const answer = await fetch(`${github.emulated}${path}`);
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };

  test('GraphQL', async () => {
    const answer = await fetch(`${github.emulated}/graphql`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(404);
  });

  test('heads of pull requests that follow a push', async () => {
    const { number, head } = await github.propose('follows', { 'README.md': 'First\n' });
    const next = await github.push('follows', { 'README.md': 'Second\n' });
    const { body } = await alone(`/repos/d2i/ssd/pulls/${number}`);
    expect(body.head).toMatchObject({ sha: head });
    expect((await github.owner.pulls.get({ ...AT, pull_number: number })).data.head.sha).toBe(next);
    expect(await checksOn(next)).toEqual(checks('success'));
  });

  test('check_run.app: of which App a check is', async () => {
    const { head } = await github.propose('whose', { 'README.md': 'Third\n' });
    const { body } = await alone(`/repos/d2i/ssd/commits/${head}/check-runs`);
    expect((body.check_runs as { app: unknown }[]).map(({ app }) => app)).toEqual([null, null, null]);
  });
});

describe('what emulate lacks, and what is therefore told by the twin alone', () => {
  test('GET issues/{number} of a pull request: it is no issue, so a comment /recheck asks for nothing', async () => {
    const answer = await fetch(`${github.url}/repos/d2i/ssd/issues/1`);
    expect(answer.status).toBe(404);
  });

  test.each([
    ['GET /app/hook/deliveries', 'lost events are asked for again'],
    ['GET /repos/d2i/ssd/rules/branches/main', 'doctor sees the rulesets'],
  ])('%s: %s', async (route) => {
    const answer = await fetch(`${github.url}${route.split(' ')[1]}`);
    expect(answer.status).toBe(404);
  });
});
