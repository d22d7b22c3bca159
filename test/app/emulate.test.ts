/**
 * A second opinion: the core of the story on a GitHub that others wrote, emulate 0.11.2, over real HTTP with its own
 * tokens and signed events. What emulate lacks is named and held below, so that a version which has it is noticed.
 */
import { RECORDS_CHECK, SPECIFICATION_CHECK } from '../../src/pull-request/checks.js';
import { REGISTER_BRANCH, REGISTER_FILE, readRegister } from '../../src/register/register.js';
import { AT, type EmulatedGitHub, emulateGitHub } from './emulated-github.js';
import { PERSON, PERSON_FILE, RENAMED } from './standard.js';

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

  test('both checks say failure, with the finding on its line', async () => {
    expect(await checksOn(head)).toEqual([`${RECORDS_CHECK}: failure`, `${SPECIFICATION_CHECK}: failure`]);
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
    // emulate does not tell of which App a check is, so ours are not known again; on GitHub nothing at all is done.
    expect(facts.did).toEqual([`${SPECIFICATION_CHECK}: failure`, `${RECORDS_CHECK}: failure`]);
    expect(await commentsOf(number)).toHaveLength(1);
    const remarks = await github.owner.pulls.listReviewComments({ ...AT, pull_number: number });
    expect(remarks.data).toHaveLength(1);
  });
});

test('a proposal that touches nothing of ours has two green checks and no comment', async () => {
  const { number, head } = await github.propose('readme', { 'README.md': 'The standard, told anew\n' });
  expect(await checksOn(head)).toEqual([`${RECORDS_CHECK}: success`, `${SPECIFICATION_CHECK}: success`]);
  expect(await commentsOf(number)).toEqual([]);
});

test('a proposal without error has its identifier reserved on the branch of the register', async () => {
  const { number, look } = await github.propose('rename', { [PERSON_FILE]: RENAMED });
  const file = await github.owner.repos.getContent({ ...AT, path: REGISTER_FILE, ref: REGISTER_BRANCH });
  const { content } = file.data as { content: string };
  const rows = readRegister(Buffer.from(content, 'base64').toString('utf8'));
  expect(rows).toEqual([expect.objectContaining({ identifier: 'SSD-0001', pullRequest: number, state: 'reserved' })]);
  // The records come next, by GraphQL createCommitOnBranch, which emulate lacks: here the story ends, and says so.
  expect(look.facts.error).toMatch(/no-rest|lost-race|graphql/i);
});

describe('what emulate lacks, and what is therefore told by the twin alone', () => {
  test('GraphQL createCommitOnBranch: no records are committed, no register is written a second time', async () => {
    const answer = await fetch(`${github.url}/graphql`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(404);
  });

  test('POST git/refs and PATCH git/refs of a head: the pull request does not follow, so nothing turns green', async () => {
    const { number, head } = await github.propose('follows', { 'README.md': 'First\n' });
    const next = await github.commit(head, { 'README.md': 'Second\n' }, 'Second');
    await github.owner.git.updateRef({ ...AT, ref: 'heads/follows', sha: next });
    const { data } = await github.owner.pulls.get({ ...AT, pull_number: number });
    expect(data.head.sha).toBe(head);
  });

  test('check_run.app: the checks of one App are not told from those of another', async () => {
    const { head } = await github.propose('whose', { 'README.md': 'Third\n' });
    const { data } = await github.owner.checks.listForRef({ ...AT, ref: head });
    expect(data.check_runs.map(({ app }) => app)).toEqual([null, null]);
  });

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
