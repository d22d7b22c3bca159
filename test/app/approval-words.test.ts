/** What people say has effects beyond the approval: types, reasons, splits that cannot be, time for comments. */
import { type ApprovingStory, answerTo, approval, beginApproving, CONFIG, POLICY, recordLines } from './approving.js';
import { added, CHANGE_LOG, item, objectFile, PERSON_FILE, RENAMED } from './standard.js';
import { botComments, checkOf, propose, pullOf, REPOSITORY, registerLines, textAt } from './story.js';

let story: ApprovingStory;
beforeEach(async () => {
  story = await beginApproving();
});
afterEach(() => story.close());

const logOf = async (branch: string) => (await textAt(story.twin, branch, CHANGE_LOG)) ?? '';

test('a type that the chair gives stands in the records, and only for the change that was seen', async () => {
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  const refused = await story.says('nina', number, '/classify SSD-0001 bug it was always meant');
  expect(answerTo(story, refused)).toMatch(/^confused: .*Only the chair/);
  expect(answerTo(story, await story.says('olga', number, '/classify SSD-0001 bug it was always meant'))).toBe('+1');
  expect(await logOf('proposal')).toContain(',bug,');
  expect(await logOf('proposal')).toContain('Decided by Olga Brown: it was always meant.');
  expect(approval(story, number)).toBe('failure: 1 of 1 change waits: 1 more person');
  const text = (await textAt(story.twin, 'proposal', PERSON_FILE)) ?? '';
  const files = { [PERSON_FILE]: text.replace('What pers_one holds', 'What else pers_one holds') };
  await story.does((twin) => twin.as('anna').push(REPOSITORY, 'proposal', { files, message: 'Altered' }));
  expect(approval(story, number)).toBe('failure: 1 of 1 change waits: 2 more people, 2 more organisations');
  expect(await logOf('proposal')).toContain(',new feature,');
});

test('a reason goes to the change log, and loses nobody an approval', async () => {
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  await story.reviews('olga', number);
  expect(answerTo(story, await story.says('anna', number, '/reason SSD-0001 asked for by councils'))).toBe('+1');
  expect(await logOf('proposal')).toContain('asked for by councils');
  expect(approval(story, number)).toBe('failure: 1 of 1 change waits: 1 more person, 1 more organisation');
});

test('what cannot be split is answered with why, once, and nothing is moved', async () => {
  const files = {
    ...added('pers_one', 'PERS003A'),
    'spec/objects/ssd_visit.yml': objectFile('ssd_visit', [
      item('visi_id', 'VISI001A', [
        '    primary_key: true',
        '    validators:',
        '    - required:',
        '        enabled: true',
        '    - unique:',
        '        enabled: true',
      ]),
      item('visi_place', 'VISI002A'),
    ]),
  };
  const number = await propose(story, { files });
  const lines = await registerLines(story);
  const wanted = lines.find((line) => line.includes('VISI002A'))?.split(' ')[0] ?? '';
  const id = await story.says('olga', number, `/split ${wanted}`);
  expect(answerTo(story, id)).toMatch(/^confused: /);
  expect(answerTo(story, id)).toMatch(/cannot go without|cannot be split off/);
  expect(await registerLines(story)).toEqual(lines);
  expect(story.twin.world.pulls).toHaveLength(1);
  const before = story.twin.requests.writes().length;
  await story.does((twin) => twin.as('anna').review(REPOSITORY, number, { event: 'COMMENT', body: 'Hm' }));
  expect(story.twin.requests.writes().length).toBe(before);
  expect(await recordLines(story, number, 'split-done')).toHaveLength(1);
});

test('a major change stands open for comments, and a sweep finds that the time is over', async () => {
  const days = POLICY.replace('comment_days: 0', 'comment_days: 14');
  await story.does((twin) =>
    twin.as('stella').push(REPOSITORY, 'main', { files: { [CONFIG]: days }, message: 'Days' }),
  );
  const number = await propose(story, { files: { [PERSON_FILE]: RENAMED } });
  for (const login of ['olga', 'esther', 'henry']) await story.reviews(login, number);
  expect(approval(story, number)).toBe('failure: 1 of 1 change waits: the end of the time for comments, 2026-12-06');
  await story.days(13);
  await story.app.sweep();
  await story.rest();
  expect(approval(story, number)).toMatch(/^failure/);
  await story.days(2);
  await story.app.sweep();
  await story.rest();
  expect(approval(story, number)).toBe('success: The steering group has agreed to exactly this');
});

test("what touches nothing of ours is nobody's to review for us, and yet the chair can hold it", async () => {
  const number = await propose(story, { files: { 'README.md': 'Other words\n' } });
  await story.reviews('olga', number);
  await story.reviews('nina', number, 'REQUEST_CHANGES', 'Hm');
  expect(await recordLines(story, number)).toEqual([]);
  expect(approval(story, number)).toBe('success: Nothing of the specification changes');
  await story.says('olga', number, '/hold wait for the meeting');
  expect(approval(story, number)).toBe('failure: Held by Olga Brown: wait for the meeting');
  await story.says('olga', number, '/unhold');
  expect(approval(story, number)).toBe('success: Nothing of the specification changes');
});

test('a change of the policy says whose matter it is', async () => {
  const number = await propose(story, { files: { [CONFIG]: POLICY.replace('members: 3', 'members: 4') } });
  expect(approval(story, number)).toBe('success: Nothing of the specification changes');
  expect(checkOf(story, number, 'approval').output.summary).toContain('the policy of the base branch decides');
  expect(botComments(story, number)).toEqual([]);
  expect(pullOf(story, number).state).toBe('open');
});
