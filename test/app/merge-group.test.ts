/** The merge queue: a group is judged on its own commit, because what is right alone can be wrong together. */
import { newInstance } from './instance.js';
import { ADDRESS_FILE, added, addedToAddress, CHANGE_LOG, PERSON_FILE } from './standard.js';
import {
  beginStory,
  checkOf,
  conclusions,
  logRows,
  propose,
  REPOSITORY,
  registerLines,
  type Story,
  textAt,
} from './story.js';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

const fileOn = async (branch: string, path: string) => (await textAt(story.twin, branch, path)) ?? '';

/** The commit of a group whose merge has these files, judged. */
async function judged(files: Readonly<Record<string, string>>): Promise<string> {
  const baseCommit = await story.twin.head(REPOSITORY, 'main');
  const group = { files, message: 'Merge group', base: 'main' };
  const headCommit = await story.twin.as('stella').push(REPOSITORY, 'gh-readonly-queue/main/pr-2', group);
  const instance = newInstance(story.twin);
  instance.wish({ kind: 'group', headCommit, baseCommit });
  await instance.idle();
  expect(instance.errors).toEqual([]);
  return headCommit;
}

test('a group that is right passes both checks on its own commit', async () => {
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  const group = await story.twin.as('stella').enqueue(REPOSITORY, [number]);
  await story.rest();
  expect(group.headSha).not.toBe(await story.twin.head(REPOSITORY, 'proposal'));
  expect(conclusions(story, group.headSha)).toEqual(['success', 'success']);
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 reserved']);
});

test('a group that nobody told us of is judged by the sweep, and judged once', async () => {
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  story.twin.setWebhookTarget(null);
  const group = await story.twin.as('stella').enqueue(REPOSITORY, [number]);
  await story.app.sweep();
  await story.rest();
  expect(conclusions(story, group.headSha)).toEqual(['success', 'success']);
  const writes = story.twin.requests.writes().length;
  await story.app.sweep();
  await story.rest();
  expect(story.twin.requests.writes().length - writes).toBe(0);
});

test('what the queue puts out is brought up as soon as the one before it is merged, and passes then', async () => {
  const stella = story.twin.as('stella');
  const one = await propose(story, { files: added('pers_one', 'PERS003A'), branch: 'one' });
  const two = await propose(story, { files: addedToAddress('addr_two', 'ADDR004A'), branch: 'two' });
  // Both have a row at the end of the change log: GitHub cannot build a group of both.
  await expect(stella.enqueue(REPOSITORY, [one, two])).rejects.toThrow('#2 cannot be merged into its group');
  const first = await stella.enqueue(REPOSITORY, [one]);
  await story.rest();
  await stella.finishGroup(first);
  await story.rest();
  expect(conclusions(story, two)).toEqual(['success', 'success']);
  const second = await stella.enqueue(REPOSITORY, [two]);
  await story.rest();
  expect(conclusions(story, second.headSha)).toEqual(['success', 'success']);
  await stella.finishGroup(second);
  await story.rest();
  expect((await logRows(story, 'main')).map((row) => row.slice(0, 17))).toEqual([
    'SSD-0001 PERS003A',
    'SSD-0002 ADDR004A',
  ]);
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 merged', 'SSD-0002 ADDR004A #2 merged']);
});

test('two proposals that give one item_ref to two items fail together', async () => {
  const one = await propose(story, { files: added('pers_one', 'PERS003A'), branch: 'one' });
  const two = await propose(story, { files: addedToAddress('addr_two', 'PERS003A'), branch: 'two' });
  expect([conclusions(story, one), conclusions(story, two)].flat()).toEqual(Array(4).fill('success'));
  const [head = '', first = ''] = (await fileOn('one', CHANGE_LOG)).split('\n');
  const second = (await fileOn('two', CHANGE_LOG)).split('\n')[1] ?? '';
  const group = await judged({
    [PERSON_FILE]: await fileOn('one', PERSON_FILE),
    [ADDRESS_FILE]: await fileOn('two', ADDRESS_FILE),
    [CHANGE_LOG]: `${[head, first, second].join('\n')}\n`,
  });
  const check = checkOf(story, group, 'specification');
  expect(check.conclusion).toBe('failure');
  expect(check.annotations.map(({ title }) => title)).toContain('item-ref-duplicate: PERS003A');
  // The generated files are one proposal's each at most.
  expect(checkOf(story, group, 'records').conclusion).toBe('failure');
});

test('one number in two proposals, by a forged row, fails', async () => {
  const one = await propose(story, { files: added('pers_one', 'PERS003A'), branch: 'one' });
  const two = await propose(story, { files: addedToAddress('addr_two', 'ADDR004A'), branch: 'two' });
  expect([conclusions(story, one), conclusions(story, two)].flat()).toEqual(Array(4).fill('success'));
  expect((await logRows(story, 'two'))[0]).toContain('SSD-0002');
  const [head = '', first = ''] = (await fileOn('one', CHANGE_LOG)).split('\n');
  const forged = ((await fileOn('two', CHANGE_LOG)).split('\n')[1] ?? '').replace('SSD-0002', 'SSD-0001');
  const group = await judged({
    [PERSON_FILE]: await fileOn('one', PERSON_FILE),
    [ADDRESS_FILE]: (await fileOn('two', ADDRESS_FILE)).replace('SSD-0002', 'SSD-0001'),
    [CHANGE_LOG]: `${[head, first, forged].join('\n')}\n`,
  });
  expect(conclusions(story, group)).toEqual(['failure', 'failure']);
  const { annotations } = checkOf(story, group, 'specification');
  expect(annotations.filter((one) => one.annotation_level === 'failure')).toEqual([
    expect.objectContaining({ path: CHANGE_LOG, start_line: 3, title: 'identifier-not-given: ADDR004A' }),
  ]);
});

test('a change that no proposal recorded fails the records', async () => {
  const group = await judged(added('pers_one', 'PERS003A'));
  expect(checkOf(story, group, 'records').conclusion).toBe('failure');
  expect(checkOf(story, group, 'records').output.summary).toContain('Changed, and not in the change log: `PERS003A`.');
});
