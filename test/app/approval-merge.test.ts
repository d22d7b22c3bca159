/** What a merge makes of approvals: agreed rows, merges without approval, the merge queue, a branch that takes no commits. */
import { type ApprovingStory, approval, beginApproving, recordLines, recordOf } from './approving.js';
import { ADDRESS_FILE, added, addedToAddress, CHANGE_LOG, PERSON_FILE } from './standard.js';
import { checkOf, logRows, propose, pullOf, REPOSITORY, registerLines, type Story, textAt } from './story.js';

let story: ApprovingStory;
beforeEach(async () => {
  story = await beginApproving();
});
afterEach(() => story.close());

async function agree(number: number): Promise<void> {
  await story.reviews('olga', number);
  await story.reviews('esther', number);
  expect(approval(story, number)).toBe('success: The steering group has agreed to exactly this');
}

const conclusionsOf = (at: Story, sha: string) =>
  (['specification', 'records', 'approval'] as const).map((name) => checkOf(at, sha, name).conclusion);

const REQUIRED = ['specification', 'records', 'approval'].map((name) => `spec-steward/${name}`);

function protect(rules: { readonly pullRequest?: boolean; readonly mergeQueue?: boolean }): void {
  const checks = REQUIRED.map((context) => ({ context, appId: story.twin.app.id }));
  story.twin.protect(REPOSITORY, 'main', { checks, ...rules });
}

test('a merge is not possible before the policy is met, and an administrator who forces it is recorded', async () => {
  protect({});
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  await expect(story.does((twin) => twin.as('stella').merge(REPOSITORY, number))).rejects.toThrow(
    'spec-steward/approval',
  );
  await story.reviews('olga', number);
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, number, { force: true }));
  const merged = (await recordOf(story, number)).find(({ kind }) => kind === 'merged');
  expect(merged).toMatchObject({
    forced: true,
    who: { login: 'stella', organisation: '' },
    commit: await story.twin.head(REPOSITORY, 'main'),
    words: 'over spec-steward/approval; 1 of 1 change waits: 1 more person, 1 more organisation',
    covers: [{ id: 'SSD-0001' }],
  });
  expect(await recordLines(story, number, 'agreed')).toEqual([]);
  expect(await logRows(story, 'main')).toEqual(['SSD-0001 PERS003A pending pull request 1']);
  expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 merged']);
});

test('what is said after the merge comes too late for it', async () => {
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  await story.reviews('olga', number);
  story.twin.faults.fate = () => ({ copies: 0, delay: 0 });
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, number));
  await story.says('esther', number, '/approve');
  story.twin.faults.clear();
  await story.app.sweep();
  await story.rest();
  expect(await recordLines(story, number, 'approve', 'merged', 'agreed')).toEqual([
    'approve olga SSD-0001',
    'merged stella SSD-0001',
  ]);
  expect((await recordOf(story, number)).at(-1)).toMatchObject({ forced: true });
});

test('a squash of what was agreed to is agreed', async () => {
  const number = await propose(story, { files: added('pers_one', 'PERS003A') });
  await agree(number);
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, number, { method: 'squash' }));
  expect(await logRows(story, 'main')).toEqual(['SSD-0001 PERS003A agreed pull request 1']);
  expect(await textAt(story.twin, 'main', CHANGE_LOG)).toContain(
    'Agreed on 22/11/2026 (decisions/pull-request-1.jsonl).',
  );
  expect(await textAt(story.twin, 'main', 'CHANGELOG.md')).toContain('agreed');
});

test('nobody is asked about documentation, and it is agreed at the merge', async () => {
  const text = (await textAt(story.twin, 'main', PERSON_FILE)) ?? '';
  const files = { [PERSON_FILE]: text.replace('What pers_sex holds', 'What the person says of their sex') };
  const number = await propose(story, { files });
  expect(approval(story, number)).toBe('success: Nothing here needs the steering group');
  await story.does((twin) => twin.as('stella').merge(REPOSITORY, number));
  expect(await recordLines(story, number, 'merged', 'agreed')).toEqual(['merged stella SSD-0001', 'agreed - SSD-0001']);
  expect(await logRows(story, 'main')).toEqual(['SSD-0001 PERS002A agreed pull request 1']);
});

describe('a base branch that takes no commits of ours', () => {
  test('gets the rows through one pull request, which is no approval of anything', async () => {
    protect({ pullRequest: true });
    const [one, two] = [
      await propose(story, { files: added('pers_one', 'PERS003A'), branch: 'one' }),
      await propose(story, { files: addedToAddress('addr_two', 'ADDR004A'), branch: 'two' }),
    ];
    await agree(one);
    await story.does((twin) => twin.as('stella').merge(REPOSITORY, one));
    const ours = 3;
    expect(pullOf(story, ours).title).toBe('Records: changes of main that are agreed');
    expect(pullOf(story, ours).body).toContain('takes no commits of mine');
    expect(conclusionsOf(story, pullOf(story, ours).head.sha)).toEqual(['success', 'success', 'success']);
    expect(approval(story, ours)).toBe('success: Nothing here is decided: it records what has happened');
    expect(checkOf(story, ours, 'approval').output.summary).toContain('Merging them is no approval of it');
    expect(await logRows(story, 'main')).toEqual(['SSD-0001 PERS003A pending pull request 1']);
    expect(await logRows(story, 'spec-steward/agreed')).toEqual(['SSD-0001 PERS003A agreed pull request 1']);

    await agree(two);
    await story.does((twin) => twin.as('stella').merge(REPOSITORY, two));
    await story.app.sweep();
    await story.rest();
    expect(story.twin.world.pulls).toHaveLength(3);
    expect(await logRows(story, 'spec-steward/agreed')).toEqual([
      'SSD-0001 PERS003A agreed pull request 1',
      'SSD-0002 ADDR004A agreed pull request 2',
    ]);
    const before = story.twin.requests.writes().length;
    await story.app.sweep();
    await story.rest();
    expect(story.twin.requests.writes().length).toBe(before);

    await story.does((twin) => twin.as('stella').merge(REPOSITORY, ours));
    await story.app.sweep();
    await story.rest();
    expect(await recordLines(story, one, 'merged', 'agreed')).toEqual(['merged stella SSD-0001', 'agreed - SSD-0001']);
    expect(await recordLines(story, two, 'merged', 'agreed')).toEqual(['merged stella SSD-0002', 'agreed - SSD-0002']);
    expect(await registerLines(story)).toEqual(['SSD-0001 PERS003A #1 merged', 'SSD-0002 ADDR004A #2 merged']);
  });
});

describe('the merge queue', () => {
  test('lets a group through whose changes are agreed', async () => {
    protect({ mergeQueue: true, pullRequest: true });
    const number = await propose(story, { files: added('pers_one', 'PERS003A') });
    await agree(number);
    const group = await story.twin.as('stella').enqueue(REPOSITORY, [number]);
    await story.rest();
    expect(conclusionsOf(story, group.headSha)).toEqual(['success', 'success', 'success']);
    expect(checkOf(story, group.headSha, 'approval').output.title).toBe(
      'What is merged together is what was agreed to',
    );
    expect(pullOf(story, number).mergedAt).not.toBeNull();
    expect(await recordLines(story, number, 'merged')).toHaveLength(1);
  });

  test('does not let through what nobody agreed to, and names it', async () => {
    const number = await propose(story, { files: added('pers_one', 'PERS003A') });
    const group = await story.twin.as('stella').enqueue(REPOSITORY, [number]);
    await story.rest();
    expect(conclusionsOf(story, group.headSha)).toEqual(['success', 'success', 'failure']);
    expect(approval(story, group.headSha)).toBe('failure: 1 change of this group is not what anybody agreed to');
    expect(checkOf(story, group.headSha, 'approval').output.summary).toContain('PERS003A');
  });

  test('holds other content than was agreed to against the approvals', async () => {
    const number = await propose(story, { files: added('pers_one', 'PERS003A') });
    await agree(number);
    const text = (await textAt(story.twin, 'proposal', PERSON_FILE)) ?? '';
    const files = {
      [PERSON_FILE]: text.replace('What pers_one holds', 'What else pers_one holds'),
      [ADDRESS_FILE]: (await textAt(story.twin, 'proposal', ADDRESS_FILE)) ?? '',
      [CHANGE_LOG]: (await textAt(story.twin, 'proposal', CHANGE_LOG)) ?? '',
    };
    await story.does((twin) =>
      twin.as('stella').push(REPOSITORY, 'gh-readonly-queue/main/pr-1', { files, message: 'Group', base: 'main' }),
    );
    const [headSha, baseSha] = [
      await story.twin.head(REPOSITORY, 'gh-readonly-queue/main/pr-1'),
      await story.twin.head(REPOSITORY, 'main'),
    ];
    const [installation] = story.twin.world.installations;
    story.app.steward.wish(installation?.id ?? 0, REPOSITORY, [
      { kind: 'group', headCommit: headSha, baseCommit: baseSha },
    ]);
    await story.rest();
    expect(approval(story, headSha)).toBe('failure: 1 change of this group is not what anybody agreed to');
  });
});

test('whoever pushes more than records to a pull request of records gets no approval by that', async () => {
  await story.app.sweep();
  await story.rest();
  await story.does((twin) =>
    twin.as('stella').push(REPOSITORY, 'main', { files: added('pers_one', 'PERS003A'), message: 'Now' }),
  );
  expect(approval(story, 1)).toBe('success: Nothing here is decided: it records what has happened');
  const smuggled = { files: addedToAddress('addr_two', 'ADDR004A'), message: 'Beside' };
  await story.does((twin) => twin.as('anna').push(REPOSITORY, pullOf(story, 1).head.ref, smuggled));
  expect(approval(story, 1)).toBe('failure: More than records changes here');
  expect(checkOf(story, 1, 'approval').output.summary).toContain('ADDR004A');
});
