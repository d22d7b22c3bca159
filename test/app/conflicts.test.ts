/** Two proposals of which one is merged first: what is generated we solve, the specification is for people. */
import { ADDRESS, ADDRESS_FILE, added, addedToAddress, PERSON, PERSON_FILE, RENAMED } from './standard.js';
import {
  type ApiCommit,
  api,
  beginStory,
  botComments,
  checkOf,
  commitsOf,
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

test('a conflict in generated files alone: the base comes in, the records are written anew, numbers stay', async () => {
  const stella = story.twin.as('stella');
  const one = await propose(story, { files: added('pers_one', 'PERS003A'), branch: 'one' });
  const two = await propose(story, { files: addedToAddress('addr_two', 'ADDR004A'), branch: 'two' });
  const recorded = await story.twin.head(REPOSITORY, 'two');
  const merged = await stella.merge(REPOSITORY, one);
  await story.rest();
  const [merge = '', records = '', ...more] = (await commitsOf(story, 'main', 'two')).slice(2);
  expect(more).toEqual([]);
  expect((await api<ApiCommit>(story, `commits/${merge}`)).parents.map(({ sha }) => sha)).toEqual([recorded, merged]);
  expect((await api<ApiCommit>(story, `commits/${records}`)).commit.message).toMatch(/^records: SSD-0002\n/);
  const rows = await logRows(story, 'two');
  expect(rows.map((row) => row.split(' ').slice(0, 2).join(' '))).toEqual(['SSD-0001 PERS003A', 'SSD-0002 ADDR004A']);
  expect(await textAt(story.twin, 'two', PERSON_FILE)).toContain('pers_one');
  expect(conclusions(story, two)).toEqual(['success', 'success']);
  await stella.merge(REPOSITORY, two);
  await story.rest();
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 merged', 'SSD-0002 ADDR004A #2 merged']);
  expect(await textAt(story.twin, 'main', ADDRESS_FILE)).toContain('change_id: SSD-0002');
  expect(story.twin.world.pulls).toHaveLength(2);
});

test('one object file, changed in two places: nobody is needed', async () => {
  const stella = story.twin.as('stella');
  const renamed = ADDRESS.replaceAll('addr_postcode', 'addr_post_code');
  const one = await propose(story, { files: { [ADDRESS_FILE]: renamed }, branch: 'one' });
  const files = { [ADDRESS_FILE]: ADDRESS.replace('What addr_table_id holds', 'Number of the address') };
  const two = await propose(story, { files, branch: 'two' });
  await stella.merge(REPOSITORY, one);
  await story.rest();
  expect(conclusions(story, two)).toEqual(['success', 'success']);
  const text = (await textAt(story.twin, 'two', ADDRESS_FILE)) ?? '';
  expect(text).toContain('Number of the address');
  expect(text).toContain('name: addr_post_code');
  expect(await registerLines(story)).toEqual(['SSD-0001 ADDR003A #1 merged', 'SSD-0002 ADDR001A #2 reserved']);
  await stella.merge(REPOSITORY, two);
  await story.rest();
  expect((await logRows(story, 'main')).map((row) => row.slice(0, 8))).toEqual(['SSD-0001', 'SSD-0002']);
});

test('a conflict in the specification is left to people, named, and fails at its file', async () => {
  const one = await propose(story, { files: { [PERSON_FILE]: RENAMED }, branch: 'one' });
  const other = PERSON.replaceAll('pers_sex', 'pers_sex_code');
  const two = await propose(story, { files: { [PERSON_FILE]: other }, branch: 'two' });
  expect(botComments(story, two)[0]).toContain('#1 also changes `PERS002A`');
  const before = await story.twin.head(REPOSITORY, 'two');
  await story.twin.as('stella').merge(REPOSITORY, one);
  await story.rest();
  expect(await story.twin.head(REPOSITORY, 'two')).toBe(before);
  expect(botComments(story, two)).toEqual([
    expect.stringContaining(`Solve the conflict with \`main\` in \`${PERSON_FILE}\``),
  ]);
  const check = checkOf(story, two, 'specification');
  expect(check.conclusion).toBe('failure');
  expect(check.output.title).toMatch(/^1 file conflicts with main\. /);
  expect(check.annotations.filter((remark) => remark.annotation_level === 'failure')).toEqual([
    expect.objectContaining({ path: PERSON_FILE, start_line: 1, title: 'Conflict with main' }),
  ]);
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #1 merged', 'SSD-0002 PERS002A #2 reserved']);

  // Anna brings both together, and all is well again.
  const merged = (await textAt(story.twin, 'main', PERSON_FILE)) ?? '';
  const files = { [PERSON_FILE]: merged.replaceAll('pers_gender', 'pers_sex_code') };
  await story.twin.as('anna').push(REPOSITORY, 'two', { files, base: 'main', message: 'Another name' });
  await story.rest();
  expect(conclusions(story, two)).toEqual(['success', 'success']);
});
