/** Pushes that bypass pull requests: one pull request of ours has the records, and is not blamed for what it records. */
import { ADDRESS_FILE, added, addedToAddress, CHANGE_LOG, PERSON_FILE } from './standard.js';
import {
  type ApiCommit,
  api,
  BOT,
  beginStory,
  botComments,
  conclusions,
  logRows,
  propose,
  pullOf,
  REPOSITORY,
  registerLines,
  type Story,
  textAt,
} from './story.js';

const BRANCH = 'spec-steward/direct-push';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

async function pushToMain(files: Readonly<Record<string, string>>): Promise<string> {
  const commit = await story.twin.as('stella').push(REPOSITORY, 'main', { files, message: 'In a hurry' });
  await story.rest();
  return commit;
}

const governed = async () => (await textAt(story.twin, 'spec-steward/register', 'governed.csv'))?.split('\n')[1];

test('one pull request has the missing records, and says that nobody approved them, of what and of whom', async () => {
  const before = await story.twin.head(REPOSITORY, 'main');
  const commit = await pushToMain(added('pers_two', 'PERS003A'));
  expect(await story.twin.head(REPOSITORY, 'main')).toBe(commit);
  expect(story.twin.world.pulls).toHaveLength(1);
  const pull = pullOf(story, 1);
  expect(pull.author.login).toBe(BOT);
  expect(pull.title).toBe('Not approved: records of changes pushed straight to main');
  expect(pull.body).toMatch(/^1 item changed on `main` without a pull request\. Nobody was asked: not approved\./);
  expect(pull.body).toContain(`Source: direct push of ${commit} by \`stella\`.`);
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #0 reserved']);
  const source = `direct push ${commit.slice(0, 7)} by stella`;
  expect(await logRows(story, BRANCH)).toEqual([`SSD-0001 PERS003A pending ${source}`]);
  const records = await api<ApiCommit>(story, `commits/${pull.head.sha}`);
  expect(records.parents.map(({ sha }) => sha)).toEqual([commit]);
  expect(records.files.map(({ filename }) => filename)).toEqual(
    expect.arrayContaining(['CHANGELOG.md', CHANGE_LOG, PERSON_FILE]),
  );
  expect(await governed()).toBe(`main,${before}`);
});

test('our pull request passes both checks without a comment, and starts nothing', async () => {
  await pushToMain(added('pers_two', 'PERS003A'));
  expect(conclusions(story, 1)).toEqual(['success', 'success']);
  expect(botComments(story, 1)).toEqual([]);
  const writes = story.twin.requests.writes().length;
  await story.app.sweep();
  await story.rest();
  expect(
    story.twin.requests
      .writes()
      .slice(writes)
      .map(({ path }) => path),
  ).toEqual([]);
});

test('a second push is added to it', async () => {
  await pushToMain(added('pers_two', 'PERS003A'));
  const second = await pushToMain(addedToAddress('addr_two', 'ADDR004A'));
  expect(story.twin.world.pulls).toHaveLength(1);
  expect(pullOf(story, 1).body).toMatch(/^2 items changed/);
  expect(pullOf(story, 1).body).toContain(second);
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #0 reserved', 'SSD-0002 ADDR004A #0 reserved']);
  expect(await textAt(story.twin, BRANCH, ADDRESS_FILE)).toContain('change_id: SSD-0002');
  expect(await textAt(story.twin, BRANCH, PERSON_FILE)).toContain('change_id: SSD-0001');
  expect((await logRows(story, BRANCH)).map((row) => row.slice(0, 17))).toEqual([
    'SSD-0001 PERS003A',
    'SSD-0002 ADDR004A',
  ]);
  expect(conclusions(story, 1)).toEqual(['success', 'success']);
});

test('its merge brings the governed commit up, and nothing is left to record', async () => {
  await pushToMain(added('pers_two', 'PERS003A'));
  const merge = await story.twin.as('stella').merge(REPOSITORY, 1);
  await story.rest();
  expect(await governed()).toBe(`main,${merge}`);
  expect(story.twin.world.pulls).toHaveLength(1);
  expect(await textAt(story.twin, 'main', PERSON_FILE)).toContain('change_id: SSD-0001');
  await story.app.sweep();
  await story.rest();
  expect(story.twin.world.pulls).toHaveLength(1);
});

test('a push that was never told is found by the sweep, under the same name', async () => {
  await story.app.sweep();
  await story.rest();
  story.twin.faults.fate = () => ({ copies: 0, delay: 0 });
  const commit = await pushToMain(added('pers_two', 'PERS003A'));
  story.twin.faults.clear();
  expect(story.twin.world.pulls).toHaveLength(0);
  await story.app.sweep();
  await story.rest();
  expect(pullOf(story, 1).body).toContain(`Source: direct push of ${commit} by \`stella\`.`);
  expect(conclusions(story, 1)).toEqual(['success', 'success']);
});

test('a proposal that is merged meanwhile is recorded as it is, and not taken for a push', async () => {
  const number = await propose(story, { files: addedToAddress('addr_two', 'ADDR004A') });
  const commit = await pushToMain(added('pers_two', 'PERS003A'));
  await story.twin.as('stella').merge(REPOSITORY, number);
  await story.rest();
  const pull = pullOf(story, 2);
  expect(pull.body).toMatch(/^1 item changed/);
  expect(pull.body).toContain(`Source: direct push of ${commit} by \`stella\`.`);
  expect(conclusions(story, 2)).toEqual(['success', 'success']);
  expect(await registerLines(story)).toEqual(['SSD-0001 ADDR004A #1 merged', 'SSD-0002 PERS003A #0 reserved']);
});
