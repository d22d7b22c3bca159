/** Events as GitHub may send them, and people as they may act: whatever happens, the pull request ends right. */
import { jest } from '@jest/globals';
import { addedToAddress, PERSON_FILE, RENAMED } from './standard.js';
import {
  beginStory,
  botComments,
  checkOf,
  commitsOf,
  conclusions,
  open,
  propose,
  pullOf,
  REPOSITORY,
  registerLines,
  type Story,
} from './story.js';

/** All but the date. */
const TIMERS = [
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'setInterval',
  'setTimeout',
  'clearImmediate',
  'clearInterval',
  'clearTimeout',
] as const;

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

const FILES = { [PERSON_FILE]: RENAMED };

/** Both checks, one comment, one number, and one commit of ours on the contributor's. */
async function expectRight(number: number, numbers = ['SSD-0001 PERS002A #1 reserved']): Promise<void> {
  expect(conclusions(story, number)).toEqual(['success', 'success']);
  expect(botComments(story, number)).toHaveLength(1);
  expect(await registerLines(story)).toEqual(numbers);
}

test('every event twice, the copy under the same GUID', async () => {
  story.twin.faults.fate = () => ({ copies: 2, delay: 0 });
  await expectRight(await propose(story, { files: FILES }));
  expect(await commitsOf(story, 'main', 'proposal')).toHaveLength(2);
});

test('events in the wrong order', async () => {
  story.twin.deliveries.hold();
  const number = await open(story, { files: FILES });
  const anna = story.twin.as('anna');
  await anna.push(REPOSITORY, 'proposal', { files: addedToAddress('addr_two', 'ADDR004A'), message: 'More' });
  await anna.close(REPOSITORY, number);
  await anna.reopen(REPOSITORY, number);
  await story.twin.deliveries.settled();
  story.twin.deliveries.release((held) => held.toReversed());
  await story.rest();
  await expectRight(number, ['SSD-0001 ADDR004A #1 reserved', 'SSD-0002 PERS002A #1 reserved']);
});

test('pushed back by force to before the records: they are written again, with the same number', async () => {
  const number = await propose(story, { files: FILES });
  const [contributed = ''] = await commitsOf(story, 'main', 'proposal');
  await story.twin.as('anna').pointBranch(REPOSITORY, 'proposal', contributed);
  await story.rest();
  await expectRight(number);
  const [first, records, ...others] = await commitsOf(story, 'main', 'proposal');
  expect([first, others]).toEqual([contributed, []]);
  expect(pullOf(story, number).head.sha).toBe(records);
});

test('another base branch: the proposal is judged against that one', async () => {
  const number = await propose(story, { files: FILES });
  const stella = story.twin.as('stella');
  await stella.push(REPOSITORY, 'next', { files: addedToAddress('addr_next', 'ADDR004A'), message: 'Next' });
  await story.twin.as('anna').editPull(REPOSITORY, number, { base: 'next' });
  await story.rest();
  await expectRight(number);
  expect(botComments(story, number)[0]).not.toContain('ADDR004A');
});

test.each([
  ['one check', (id: number) => story.twin.as('anna').rerequest(id)],
  ['all checks', (id: number) => story.twin.as('anna').rerequestSuite(id)],
])('%s asked for again: it is answered again', async (_, ask) => {
  const number = await propose(story, { files: FILES });
  const looks = story.log.length;
  ask(checkOf(story, number, 'specification').id);
  await story.rest();
  expect(story.log.length).toBeGreaterThan(looks);
  await expectRight(number);
});

test('an hour later the token has expired, and another one is asked for', async () => {
  const number = await propose(story, { files: FILES });
  const tokens = () => story.twin.requests.writes().filter(({ path }) => path.endsWith('/access_tokens')).length;
  const before = tokens();
  jest.useFakeTimers({ now: Date.now() + 61 * 60_000, doNotFake: [...TIMERS] });
  try {
    const files = addedToAddress('addr_two', 'ADDR004A');
    await story.twin.as('anna').push(REPOSITORY, 'proposal', { files, message: 'More' });
    await story.rest();
    expect(tokens()).toBe(before + 1);
  } finally {
    jest.useRealTimers();
  }
  await expectRight(number, ['SSD-0001 PERS002A #1 reserved', 'SSD-0002 ADDR004A #1 reserved']);
});

test('a 403 in the middle of what is to be done is told, and the next sweep goes on from there', async () => {
  const message = 'Resource not accessible by integration';
  story.twin.faults.add({ path: /\/issues\/\d+\/comments$/, method: 'POST', status: 403, message, times: 1 });
  const number = await open(story, { files: FILES });
  await expect(story.rest()).rejects.toThrow();
  expect(JSON.stringify(story.log)).toContain(message);
  story.log.splice(0);
  await story.app.sweep();
  await story.rest();
  await expectRight(number);
});

test('a workflow in the same proposal is not ours to judge, and keeps nobody from recording', async () => {
  const files = { ...FILES, '.github/workflows/evil.yml': 'on: push\n' };
  const stella = story.twin.as('stella');
  await stella.push(REPOSITORY, 'proposal', { files, message: 'With a workflow' });
  const number = await stella.openPull({ repo: REPOSITORY, head: 'proposal', title: 'With a workflow' });
  await story.rest();
  await expectRight(number);
});
