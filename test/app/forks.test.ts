/** Proposals from forks: written to where that is allowed, else carried by a companion of ours. */
import { addedToAddress, CHANGE_LOG, PERSON_FILE, RENAMED } from './standard.js';
import {
  BOT,
  beginStory,
  botComments,
  checkOf,
  commitsOf,
  conclusions,
  logRows,
  propose,
  pullOf,
  REPOSITORY,
  registerLines,
  type Story,
  textAt,
} from './story.js';

const FILES = { [PERSON_FILE]: RENAMED };
const COMPANION = 'spec-steward/pull-request-1';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

/** Pull request 2 holds the contributor's commits, then ours, and is right; the first says so and waits. */
async function expectCompanion(contributed: readonly string[]): Promise<void> {
  expect(story.twin.world.pulls.map(({ number }) => number)).toEqual([1, 2]);
  const companion = pullOf(story, 2);
  expect([companion.author.login, companion.head.ref]).toEqual([BOT, COMPANION]);
  expect(companion.title).toBe('#1 with its records: Proposal proposal');
  expect(companion.body).toContain('Proposed by `anna` in #1');
  expect(await commitsOf(story, 'main', COMPANION)).toEqual(expect.arrayContaining([...contributed]));
  expect(conclusions(story, 2)).toEqual(['success', 'success']);
  expect(conclusions(story, 1)).toEqual(['success', 'failure']);
  expect(checkOf(story, 1, 'records').output.title).toMatch(/^The records are on a pull request of their own/);
  expect(botComments(story, 1)).toEqual([
    expect.stringContaining('This pull request comes from a fork that I may not write to, so #2 holds its commits'),
  ]);
  expect(botComments(story, 2)).toHaveLength(1);
}

describe('a fork that we may not write to', () => {
  test('gets a companion with its commits and then the records; each names the other', async () => {
    const fork = await story.twin.as('anna').fork(REPOSITORY);
    await propose(story, { files: FILES, fork, allowEdits: false });
    const head = pullOf(story, 1).head.sha;
    await expectCompanion([head]);
    const commits = await commitsOf(story, 'main', COMPANION);
    expect(commits).toHaveLength(2);
    expect(commits[0]).toBe(head);
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #2 reserved']);
    expect(await textAt(story.twin, 'proposal', PERSON_FILE, fork)).toBe(RENAMED);
  });

  test('is followed when the contributor pushes again; the number stays', async () => {
    const fork = await story.twin.as('anna').fork(REPOSITORY);
    await propose(story, { files: FILES, fork, allowEdits: false });
    const first = pullOf(story, 1).head.sha;
    const files = addedToAddress('addr_two', 'ADDR004A');
    const second = await story.twin.as('anna').push(fork, 'proposal', { files, message: 'And an item' });
    await story.rest();
    await expectCompanion([first, second]);
    const rows = await logRows(story, COMPANION);
    expect(rows.map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(['SSD-0001 PERS002A', 'SSD-0002 ADDR004A']);
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #2 reserved', 'SSD-0002 ADDR004A #2 reserved']);
  });

  test('an organisation that owns the fork cannot let us in: a refused push falls back to the companion', async () => {
    story.twin.organization({ login: 'council', owners: ['anna'] });
    const fork = await story.twin.as('anna').fork(REPOSITORY, 'council');
    await propose(story, { files: FILES, fork, allowEdits: true });
    await expectCompanion([pullOf(story, 1).head.sha]);
    expect(await textAt(story.twin, 'proposal', CHANGE_LOG, fork)).not.toContain('SSD-');
  });

  test('that is gone still has its companion, which goes on alone', async () => {
    const anna = story.twin.as('anna');
    const fork = await anna.fork(REPOSITORY);
    await propose(story, { files: FILES, fork, allowEdits: false });
    await anna.deleteFork(fork);
    anna.comment(REPOSITORY, 1, '/recheck');
    anna.comment(REPOSITORY, 2, '/recheck');
    await story.rest();
    await expectCompanion([pullOf(story, 1).head.sha]);
    await story.twin.as('stella').merge(REPOSITORY, 2);
    await story.rest();
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #2 merged']);
    expect(await textAt(story.twin, 'main', PERSON_FILE)).toContain('change_id: SSD-0001');
  });
});

describe('a companion and the pull request that it carries', () => {
  const states = () => story.twin.world.pulls.map(({ number, state }) => `#${number} ${state}`);
  let fork: string;
  beforeEach(async () => {
    fork = await story.twin.as('anna').fork(REPOSITORY);
    await propose(story, { files: FILES, fork, allowEdits: false });
  });

  async function closeOriginal(): Promise<void> {
    await story.twin.as('anna').close(REPOSITORY, 1);
    await story.rest();
  }

  test('close and open together; the numbers go and come with them', async () => {
    await closeOriginal();
    expect(states()).toEqual(['#1 closed', '#2 closed']);
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #2 withdrawn']);
    const sentence = '<!-- spec-steward:standing -->\n\nThis carries #1, and is closed and opened together with it.';
    expect(botComments(story, 2)).toEqual([expect.stringContaining('spec-steward:report'), sentence]);

    const files = addedToAddress('addr_two', 'ADDR004A');
    await story.twin.as('anna').push(fork, 'proposal', { files, message: 'While it was closed' });
    await story.twin.as('anna').reopen(REPOSITORY, 1);
    await story.rest();
    expect(states()).toEqual(['#1 open', '#2 open']);
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #2 reserved', 'SSD-0002 ADDR004A #2 reserved']);
    expect(conclusions(story, 2)).toEqual(['success', 'success']);

    await closeOriginal();
    expect(states()).toEqual(['#1 closed', '#2 closed']);
    expect(botComments(story, 2)).toHaveLength(2);
  });

  test('are known by who opened them: a branch of that name alone closes nothing', async () => {
    await closeOriginal();
    const stella = story.twin.as('stella');
    const files = addedToAddress('addr_two', 'ADDR004A');
    const base = 'main';
    await stella.push(REPOSITORY, 'spec-steward/pull-request-2', { files, message: 'A name like ours', base });
    const head = 'spec-steward/pull-request-2';
    const number = await stella.openPull({ repo: REPOSITORY, head, title: 'By a person' });
    await story.rest();
    expect(pullOf(story, number).state).toBe('open');
    expect(conclusions(story, number)).toEqual(['success', 'success']);
  });

  test('whose closing nobody heard of is found by the sweep', async () => {
    story.twin.setWebhookTarget(null);
    await closeOriginal();
    expect(states()).toEqual(['#1 closed', '#2 open']);
    await story.app.sweep();
    await story.rest();
    await story.app.sweep();
    await story.rest();
    expect(states()).toEqual(['#1 closed', '#2 closed']);
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #2 withdrawn']);
  });

  test('whose branch was deleted meanwhile gets another one', async () => {
    await closeOriginal();
    await story.twin.as('stella').pointBranch(REPOSITORY, COMPANION, null);
    await story.twin.as('anna').reopen(REPOSITORY, 1);
    await story.rest();
    expect(states()).toEqual(['#1 open', '#2 closed', '#3 open']);
    expect(conclusions(story, 3)).toEqual(['success', 'success']);
  });

  test.each([
    ['branch kept', false],
    ['branch deleted', true],
  ] as const)('a squashed companion closes the original with a sentence, %s', async (_, isDeleted) => {
    const stella = story.twin.as('stella');
    await stella.merge(REPOSITORY, 2, { method: 'squash' });
    if (isDeleted) await stella.pointBranch(REPOSITORY, COMPANION, null);
    await story.rest();
    expect(states()).toEqual(['#1 closed', '#2 closed']);
    const sentence = 'Everything that stands here was merged with #2, together with its records.';
    expect(botComments(story, 1).at(-1)).toBe(`<!-- spec-steward:standing -->\n\n${sentence}`);
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #2 merged']);
    await story.app.sweep();
    await story.rest();
    expect(story.twin.world.pulls).toHaveLength(2);
  });

  test('what is pushed after the merge gets a companion of its own', async () => {
    await story.twin.as('stella').merge(REPOSITORY, 2, { method: 'squash' });
    await story.rest();
    const anna = story.twin.as('anna');
    await anna.push(fork, 'proposal', { files: addedToAddress('addr_two', 'ADDR004A'), message: 'More' });
    await anna.reopen(REPOSITORY, 1);
    await story.rest();
    expect(states()).toEqual(['#1 open', '#2 closed', '#3 open']);
  });
});

describe('a fork whose owner lets maintainers in', () => {
  test('gets the records on its own branch, and no companion', async () => {
    const fork = await story.twin.as('anna').fork(REPOSITORY);
    const number = await propose(story, { files: FILES, fork, allowEdits: true });
    expect(conclusions(story, number)).toEqual(['success', 'success']);
    expect(await logRows(story, 'proposal', { name: fork })).toEqual(['SSD-0001 PERS002A pending pull request 1']);
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #1 reserved']);
    expect(story.twin.world.pulls).toHaveLength(1);
    expect(await textAt(story.twin, COMPANION, PERSON_FILE)).toBeNull();
  });

  test('and whose push is refused all the same gets the companion', async () => {
    story.twin.faults.add({
      body: /createCommitOnBranch[\s\S]*anna\/ssd/,
      status: 403,
      message: 'Resource not accessible by integration',
      times: 100,
    });
    const fork = await story.twin.as('anna').fork(REPOSITORY);
    await propose(story, { files: FILES, fork, allowEdits: true });
    await expectCompanion([pullOf(story, 1).head.sha]);
  });
});
