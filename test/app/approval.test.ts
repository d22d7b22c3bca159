/** The steering group at work on pull requests of the twin: what they say, what the record keeps, what is shown. */

import { type ApprovingStory, answerTo, approval, beginApproving, recordLines } from './approving.js';
import { added } from './standard.js';
import { conclusions, logRows, propose, REPOSITORY } from './story.js';

let story: ApprovingStory;
beforeEach(async () => {
  story = await beginApproving();
});
afterEach(() => story.close());

test('reviews and commands count until the policy is met', async () => {
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  expect(approval(story, number)).toBe('failure: 1 of 1 change waits: 2 more people, 2 more organisations');
  await story.reviews('olga', number);
  expect(approval(story, number)).toBe('failure: 1 of 1 change waits: 1 more person, 1 more organisation');
  const comment = await story.says('esther', number, '/approve');
  expect(answerTo(story, comment)).toBe('+1');
  expect(approval(story, number)).toBe('success: The steering group has agreed to exactly this');
  expect(conclusions(story, number)).toEqual(['success', 'success']);
  expect(await recordLines(story, number)).toEqual([
    'shown - SSD-0001',
    'approve olga SSD-0001',
    'approve esther SSD-0001',
  ]);
});

test('a merge that was agreed to is noted, and its rows become agreed', async () => {
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  await story.reviews('olga', number);
  await story.reviews('esther', number);
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, number));
  expect(await logRows(story, 'main')).toEqual(['SSD-0001 PERS003A agreed pull request 1']);
  expect(await recordLines(story, number, 'merged', 'agreed')).toEqual(['merged stella SSD-0001', 'agreed - SSD-0001']);
});
