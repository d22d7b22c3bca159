/** The whole way of a proposal: object, split, approve by two organisations, minute a third, merge, audit. */

import { audit } from '../../src/approval/audit.js';
import { auditHeadline } from '../../src/approval/audit-sentences.js';
import { plain } from '../../src/report/phrase.js';
import { readChangeLog } from '../../src/specification/read-change-log.js';
import { readCsv } from '../../src/specification/read-csv.js';
import { type ApprovingStory, answerTo, approval, beginApproving, recordLines, recordOf } from './approving.js';
import { ADDRESS_FILE, added, addedToAddress, CHANGE_LOG, PERSON_FILE } from './standard.js';
import { botComments, conclusions, logRows, propose, pullOf, REPOSITORY, registerLines, textAt } from './story.js';

let story: ApprovingStory;
beforeAll(async () => {
  story = await beginApproving();
});
afterAll(() => story.close());

const TWO = { ...added('pers_one', 'PERS003A'), ...addedToAddress('addr_two', 'ADDR004A') };

test('a proposal of two changes waits for the steering group', async () => {
  expect(await propose(story, { files: TWO })).toBe(1);
  expect(approval(story, 1)).toBe('failure: 2 of 2 changes wait: 2 more people, 2 more organisations');
  expect(await recordLines(story, 1)).toEqual(['shown - SSD-0001 SSD-0002']);
});

test('somebody objects to one of them', async () => {
  const comment = await story.says('nina', 1, 'Not yet.\n\n/object SSD-0002 no system of ours has it');
  expect(answerTo(story, comment)).toBe('+1');
  expect(approval(story, 1)).toBe('failure: 1 objection is open, to SSD-0002');
  expect(botComments(story, 1)[0]).toContain('Nina West');
  expect(botComments(story, 1)[0]).toContain('no system of ours has it');
});

test('which is split off into a proposal of its own, and keeps its number', async () => {
  const comment = await story.says('olga', 1, '/split SSD-0002');
  expect(answerTo(story, comment)).toBe('+1: `SSD-0002` is proposed in #2 now, and no longer here.');
  expect(await registerLines(story)).toEqual(['SSD-0001 ADDR004A #1 reserved', 'SSD-0002 PERS003A #2 reserved']);
  expect(await logRows(story, 'proposal')).toEqual(['SSD-0001 ADDR004A pending pull request 1']);
  const { head, title, body } = pullOf(story, 2);
  expect(title).toBe('SSD-0002, split off #1');
  expect(body).toContain('#1');
  expect(await logRows(story, head.ref)).toEqual(['SSD-0002 PERS003A pending pull request 2']);
  expect([conclusions(story, 1), conclusions(story, 2)].flat()).toEqual(Array(4).fill('success'));
  expect(await textAt(story.twin, 'proposal', ADDRESS_FILE)).toContain('addr_two');
  expect(await textAt(story.twin, 'proposal', PERSON_FILE)).not.toContain('pers_one');
  expect(approval(story, 1)).toBe('failure: 1 of 1 change waits: 2 more people, 2 more organisations');
  expect(approval(story, 2)).toBe('failure: 1 of 1 change waits: 2 more people, 2 more organisations');
  expect((await recordLines(story, 1)).slice(2)).toEqual([
    'split olga SSD-0002',
    'split-done - SSD-0002',
    'shown - SSD-0001',
  ]);
});

test('who wrote it is nobody to agree to it, on either', async () => {
  const comment = await story.says('anna', 2, '/reason SSD-0002 asked for by the councils');
  expect(answerTo(story, comment)).toBe('+1');
  expect((await textAt(story.twin, pullOf(story, 2).head.ref, CHANGE_LOG)) ?? '').toContain(
    'asked for by the councils',
  );
});

test('two organisations agree to what is left, one of them in a meeting', async () => {
  await story.reviews('esther', 1);
  expect(approval(story, 1)).toBe('failure: 1 of 1 change waits: 1 more person, 1 more organisation');
  const minuted = await story.says('sam', 1, '/minute approve SSD-0001 by "Knowsley" meeting 2026-11-22');
  expect(answerTo(story, minuted)).toBe('+1');
  expect(approval(story, 1)).toBe('success: The steering group has agreed to exactly this');
});

test('it is merged, agreed, and the audit finds the decisions', async () => {
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, 1));
  expect(await logRows(story, 'main')).toEqual(['SSD-0001 ADDR004A agreed pull request 1']);
  const text = (await textAt(story.twin, 'main', CHANGE_LOG)) ?? '';
  expect(text).toContain('Agreed on 22/11/2026 (decisions/pull-request-1.jsonl).');
  expect(await recordLines(story, 1, 'merged', 'agreed')).toEqual(['merged stella SSD-0001', 'agreed - SSD-0001']);
  const { table } = readCsv(text);
  const rows = table ? readChangeLog(CHANGE_LOG, table).entries : [];
  const found = audit(rows, [{ pullRequest: 1, entries: await recordOf(story, 1) }], null);
  expect(plain(auditHeadline(found))).toBe('1 agreed change, 1 merge: each has a decision that covers it.');
});

test('the other one goes on by itself', async () => {
  expect(conclusions(story, 2)).toEqual(['success', 'success']);
  await story.says('nina', 2, '/approve');
  await story.says('olga', 2, '/approve SSD-0002');
  expect(approval(story, 2)).toBe('success: The steering group has agreed to exactly this');
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, 2, { method: 'squash' }));
  expect(await logRows(story, 'main')).toEqual([
    'SSD-0001 ADDR004A agreed pull request 1',
    'SSD-0002 PERS003A agreed pull request 2',
  ]);
  expect(await registerLines(story)).toEqual(['SSD-0001 ADDR004A #1 merged', 'SSD-0002 PERS003A #2 merged']);
});
