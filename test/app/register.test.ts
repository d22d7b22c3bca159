/** Identifiers under races, and what becomes of them when a proposal is withdrawn, opened again or merged. */

import { StewardError } from '../../src/errors.js';
import type { Forge } from '../../src/forge.js';
import { subjectKey } from '../../src/identifiers/subject.js';
import { readRegisterState } from '../../src/reconcile/read-register.js';
import { commitRegister } from '../../src/register/commit-register.js';
import { reserve } from '../../src/register/register.js';
import { forgeOf, newInstance } from './instance.js';
import { added, addedToAddress, PERSON_FILE, RENAMED } from './standard.js';
import {
  beginStory,
  commitsOf,
  conclusions,
  logRows,
  open,
  propose,
  REPOSITORY,
  register,
  registerLines,
  type Story,
  TODAY,
  textAt,
} from './story.js';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

test('the register is a readable table that names the change request as the change log does', async () => {
  await propose(story, { files: { [PERSON_FILE]: RENAMED } });
  expect(await textAt(story.twin, 'spec-steward/register', 'register.csv')).toBe(
    'identifier,item_ref,object,code_set,change_request,pull_request,state,date\n' +
      'SSD-0001,PERS002A,ssd_person,,pull request 1,1,reserved,2026-11-22\n',
  );
});

test('two proposals, seen to by two instances at once, never get one number', async () => {
  story.twin.setWebhookTarget(null);
  const one = await open(story, { files: added('pers_one', 'PERS003A'), branch: 'one' });
  const two = await open(story, { files: addedToAddress('addr_two', 'ADDR004A'), branch: 'two' });
  const instances = [newInstance(story.twin), newInstance(story.twin)];
  instances[0]?.wish({ kind: 'pull', number: one, restoreEdited: false });
  instances[1]?.wish({ kind: 'pull', number: two, restoreEdited: false });
  await Promise.all(instances.map((instance) => instance.idle()));
  expect(instances.flatMap(({ errors }) => errors)).toEqual([]);
  const rows = await register(story);
  expect(rows.map(({ identifier }) => identifier)).toEqual(['SSD-0001', 'SSD-0002']);
  expect(rows.map(({ pullRequest }) => pullRequest).sort()).toEqual([one, two]);
  expect([conclusions(story, one), conclusions(story, two)].flat()).toEqual(Array(4).fill('success'));
});

test('two instances at one proposal at the same time make one number and one commit', async () => {
  story.twin.setWebhookTarget(null);
  const number = await open(story, { files: { [PERSON_FILE]: RENAMED } });
  const instances = [newInstance(story.twin), newInstance(story.twin)];
  for (const instance of instances) instance.wish({ kind: 'pull', number, restoreEdited: false });
  await Promise.all(instances.map((instance) => instance.idle()));
  for (const instance of instances) instance.wish({ kind: 'pull', number, restoreEdited: false });
  await Promise.all(instances.map((instance) => instance.idle()));
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #1 reserved']);
  expect(await logRows(story, 'proposal')).toEqual(['SSD-0001 PERS002A pending pull request 1']);
  expect(conclusions(story, number)).toEqual(['success', 'success']);
  expect(await commitsOf(story, 'main', 'proposal')).toHaveLength(2);
});

test('a withdrawn number stays burnt; the proposal that is opened again gets its own back', async () => {
  const anna = story.twin.as('anna');
  const one = await propose(story, { files: added('pers_one', 'PERS003A'), branch: 'one' });
  await anna.close(REPOSITORY, one);
  await story.rest();
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 withdrawn']);
  const two = await propose(story, { files: addedToAddress('addr_two', 'ADDR004A'), branch: 'two' });
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 withdrawn', 'SSD-0002 ADDR004A #2 reserved']);
  await anna.reopen(REPOSITORY, one);
  await story.rest();
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 reserved', 'SSD-0002 ADDR004A #2 reserved']);
  expect([conclusions(story, one), conclusions(story, two)].flat()).toEqual(Array(4).fill('success'));
  expect(await logRows(story, 'one')).toEqual(['SSD-0001 PERS003A pending pull request 1']);
});

test('a proposal that closed while nobody listened gives its numbers back at the next sweep', async () => {
  const one = await propose(story, { files: added('pers_one', 'PERS003A'), branch: 'one' });
  story.twin.setWebhookTarget(null);
  await story.twin.as('anna').close(REPOSITORY, one);
  await story.rest();
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 reserved']);
  await story.app.sweep();
  await story.rest();
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 withdrawn']);
});

test('a merged number is marked merged, and the default branch is governed up to the merge', async () => {
  const number = await propose(story, { files: { [PERSON_FILE]: RENAMED } });
  const merge = await story.twin.as('stella').merge(REPOSITORY, number);
  await story.rest();
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS002A #1 merged']);
  expect(await textAt(story.twin, 'spec-steward/register', 'governed.csv')).toBe(`branch,commit\nmain,${merge}\n`);
  expect(story.twin.world.pulls).toHaveLength(1);
});

test('30 instances that race for numbers get 30 different ones, and none is lost', async () => {
  story.twin.setWebhookTarget(null);
  const forges = await Promise.all(Array.from({ length: 30 }, () => forgeOf(story.twin)));
  const given = await Promise.all(forges.map((forge, index) => reserveOne(forge, index + 1)));
  const rows = await register(story);
  expect(new Set(rows.map(({ identifier }) => identifier)).size).toBe(30);
  expect(rows.map(({ identifier }) => identifier).sort()).toEqual(given.toSorted());
  expect(rows.map(({ pullRequest }) => pullRequest).sort((a, b) => a - b)).toEqual(given.map((_, at) => at + 1));
});

/** What the App does for a proposal of one item: reads, takes the next number, writes, and again after a lost race. */
async function reserveOne(forge: Forge, pullRequest: number): Promise<string> {
  const subject = { itemRef: `PERS${pullRequest}A`, object: 'ssd_person', codeSet: '' };
  for (;;) {
    const { reservations, commit } = await readRegisterState(forge);
    const identifier = `SSD-${String(reservations.length + 1).padStart(4, '0')}`;
    const claim = { pullRequest, changeRequest: `pull request ${pullRequest}`, subjects: [subject], date: TODAY };
    const rows = reserve(reservations, new Map([[subjectKey(subject), identifier]]), claim);
    const on = { repository: forge.name, expectedHead: commit, message: `register: ${pullRequest}` };
    try {
      await forge.act(commitRegister(rows, on));
      return identifier;
    } catch (error) {
      if (!(error instanceof StewardError) || error.detail.code !== 'lost-race') throw error;
    }
  }
}
