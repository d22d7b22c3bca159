/** Bad input on a pull request that waits for the steering group: what must not count does not, and is said. */
import { type ApprovingStory, answerTo, approval, beginApproving, CONFIG, POLICY, recordLines } from './approving.js';
import { added, addedToAddress, PERSON_FILE, RENAMED } from './standard.js';
import { BOT, botComments, commitsOf, conclusions, propose, pullOf, REGISTER, REPOSITORY, textAt } from './story.js';

let story: ApprovingStory;
let number = 0;

/** One proposal each, from a branch of its own, on one running App. */
let count = 3;
beforeAll(async () => {
  story = await beginApproving();
});
afterAll(() => story.close());

const WAITS = 'failure: 1 of 1 change waits: 2 more people, 2 more organisations';
const ONE_AGREED = 'failure: 1 of 1 change waits: 1 more person, 1 more organisation';
const AGREED = 'success: The steering group has agreed to exactly this';

const files = (at: number) => added(`pers_item_${at}`, `PERS${String(at).padStart(3, '0')}A`);

async function proposeOne(): Promise<number> {
  count += 1;
  return propose(story, { files: files(count), branch: `proposal-${count}` });
}

const branchOf = (at: number) => pullOf(story, at).head.ref;

describe('what is no command, and who may not say one', () => {
  beforeAll(async () => {
    number = await proposeOne();
    await story.does((twin) =>
      twin.as('anna').push(REPOSITORY, branchOf(number), {
        files: { 'notes.md': 'Words\n' },
        message: 'Words\n\nCo-authored-by: Nina West <nina@example.org>',
      }),
    );
  });

  test.each([
    ['in a quote', '> /approve'],
    ['in a fence', '```\n/approve\n```'],
    ['in an indented block', '    /approve'],
    ['in an HTML comment', '<!--\n/approve\n-->'],
    ['in running text', 'I would /approve this'],
    ['that nobody closes', '<!-- \n\n/approve'],
  ])('a command %s is none', async (_, body) => {
    expect(answerTo(story, await story.says('olga', number, body))).toBe('');
    expect(approval(story, number)).toBe(WAITS);
  });

  test.each([
    ['with a full-width slash', 'olga', '／approve', 'There is no command'],
    ['with a zero-width tail', 'olga', '/approve\u200b', 'Did you mean `/approve`?'],
    ['that nobody knows', 'olga', '/aprove', 'Did you mean `/approve`?'],
    ['of another proposal', 'olga', '/approve SSD-9999', 'is no change of this proposal'],
    ['of the author', 'anna', '/approve', 'Only the steering group decides here'],
    ['of a stranger', 'zoe', '/approve', 'Only the steering group decides here'],
    ['of one who is no chair', 'nina', '/override at once', 'Only the chair may say this.'],
    [
      'of one who may not minute',
      'esther',
      '/minute approve by "Essex" meeting 2026-11-20',
      'Only the chair and the secretary',
    ],
    [
      'of a meeting before it was shown',
      'sam',
      '/minute approve by "Essex" meeting 2026-11-20',
      'that meeting cannot have agreed to it',
    ],
  ])('a command %s is refused with a sentence', async (_, login, body, sentence) => {
    const answer = answerTo(story, await story.says(login, number, body));
    expect(answer).toMatch(/^confused: /);
    expect(answer).toContain(sentence);
    expect(approval(story, number)).toBe(WAITS);
  });

  test('behind 60 kB of text it is one', async () => {
    const id = await story.says('sam', number, `${'words\n'.repeat(10_000)}\n/help`);
    expect(answerTo(story, id)).toMatch(/^eyes: What you, `sam`, may say here now/);
  });

  test('an answer is written once, and a forged marker keeps nobody from it', async () => {
    const id = story.twin.as('zoe').comment(REPOSITORY, number, '/approve');
    await story.does((twin) =>
      twin.as('zoe').comment(REPOSITORY, number, `<!-- spec-steward:answer:${id} -->\n\nYes.`),
    );
    expect(answerTo(story, id)).toMatch(/^confused: Only the steering group/);
    const before = botComments(story, number).length;
    await story.says('olga', number, '/recheck');
    await story.app.sweep();
    await story.rest();
    expect(botComments(story, number)).toHaveLength(before);
  });

  test('the record holds none of all this', async () => {
    expect(await recordLines(story, number, 'approve', 'override', 'minute')).toEqual([]);
  });
});

describe('what counts only for what it was', () => {
  beforeEach(async () => {
    number = await proposeOne();
  });

  test('a comment that is edited into a command', async () => {
    const id = await story.says('olga', number, 'Fine.');
    await story.does((twin) => twin.as('olga').editComment(REPOSITORY, id, '/approve'));
    await story.says('zoe', number, '/recheck');
    expect(answerTo(story, id)).toMatch(/^confused: This comment was edited/);
    expect(approval(story, number)).toBe(WAITS);
  });

  test('a command that was heard stays heard when it is edited, or deleted', async () => {
    const id = await story.says('olga', number, '/approve');
    await story.does((twin) => twin.as('olga').editComment(REPOSITORY, id, 'I said nothing.'));
    await story.does((twin) => twin.as('olga').deleteComment(REPOSITORY, id));
    await story.says('zoe', number, '/recheck');
    expect(approval(story, number)).toBe(ONE_AGREED);
  });

  test('a co-author, who is of the group, has no voice', async () => {
    story.twin.as('nina').addEmail('nina@example.org');
    const words = 'Words\n\nCo-authored-by: Nina West <nina@example.org>';
    const push = { files: { 'notes.md': `Words ${number}\n` }, message: words };
    await story.does((twin) => twin.as('anna').push(REPOSITORY, branchOf(number), push));
    expect(answerTo(story, await story.says('nina', number, '/approve'))).toMatch(/^confused: You wrote part of this/);
    await story.reviews('nina', number);
    expect(approval(story, number)).toBe(WAITS);
  });

  test('somebody who approves twice is one person', async () => {
    await story.reviews('olga', number);
    await story.says('olga', number, '/approve\n\n/approve');
    await story.reviews('olga', number);
    expect(approval(story, number)).toBe(ONE_AGREED);
  });

  test('an approval of what stood there before the change was altered', async () => {
    await story.reviews('olga', number);
    await story.reviews('esther', number);
    expect(approval(story, number)).toBe(AGREED);
    const text = (await textAt(story.twin, branchOf(number), PERSON_FILE)) ?? '';
    const altered = { [PERSON_FILE]: text.replace('What pers_item_', 'What else pers_item_') };
    await story.does((twin) => twin.as('anna').push(REPOSITORY, branchOf(number), { files: altered, message: 'More' }));
    expect(approval(story, number)).toBe(WAITS);
    expect(botComments(story, number)[0]).toContain('Since you last looked');
    await story.does((twin) =>
      twin.as('anna').push(REPOSITORY, branchOf(number), { files: { [PERSON_FILE]: text }, message: 'Back' }),
    );
    expect(approval(story, number)).toBe(AGREED);
  });

  test('words in a file beside the standard lose nobody an approval', async () => {
    await story.reviews('olga', number);
    await story.reviews('esther', number);
    await story.does((twin) =>
      twin.as('anna').push(REPOSITORY, branchOf(number), { files: { 'README.md': 'Else\n' }, message: 'Words' }),
    );
    expect(approval(story, number)).toBe(AGREED);
  });

  test('an approval is dismissed, and given again', async () => {
    const review = await story.reviews('olga', number);
    await story.does((twin) => twin.as('stella').dismiss(REPOSITORY, review));
    expect(approval(story, number)).toBe(WAITS);
    await story.reviews('olga', number);
    expect(approval(story, number)).toBe(ONE_AGREED);
  });

  test('changes are asked for after approving, and settled', async () => {
    await story.reviews('olga', number);
    await story.reviews('esther', number);
    await story.reviews('esther', number, 'REQUEST_CHANGES', 'The description says too little.');
    expect(approval(story, number)).toMatch(/^failure: 1 objection is open/);
    expect(botComments(story, number)[0]).toContain('The description says too little.');
    await story.reviews('esther', number);
    expect(approval(story, number)).toBe(AGREED);
  });

  test('what is taken back', async () => {
    await story.says('olga', number, '/approve');
    await story.says('olga', number, '/withdraw');
    expect(approval(story, number)).toBe(WAITS);
  });

  test('a review of the commit before ours is for the same content', async () => {
    const [contributed = ''] = await commitsOf(story, 'main', branchOf(number));
    expect(contributed).not.toBe('');
    await story.does((twin) => twin.as('olga').review(REPOSITORY, number, { event: 'APPROVE', commit: contributed }));
    expect(approval(story, number)).toBe(ONE_AGREED);
    const after = await story.says('esther', number, '/approve');
    expect(answerTo(story, after)).toBe('+1');
    expect(approval(story, number)).toBe(AGREED);
  });

  test('an override is for exactly what it was given for', async () => {
    await story.says('olga', number, '/override the return is due on Friday');
    expect(approval(story, number)).toMatch(/^success: The chair has agreed to exactly this/);
    const more = { ...files(count), ...addedToAddress(`addr_${count}`, 'ADDR004A') };
    await story.does((twin) =>
      twin.as('anna').push(REPOSITORY, branchOf(number), { files: { ...more }, message: 'More' }),
    );
    expect(approval(story, number)).toMatch(/^failure: 2 of 2 changes wait/);
  });

  test('the chair holds it, whoever agrees', async () => {
    await story.says('olga', number, '/hold wait for the vendors');
    await story.reviews('olga', number);
    await story.reviews('esther', number);
    expect(approval(story, number)).toBe('failure: Held by Olga Brown: wait for the vendors');
    await story.says('olga', number, '/unhold');
    expect(approval(story, number)).toBe(AGREED);
  });

  test('it is closed and opened again: approvals hold while the content is the same', async () => {
    await story.reviews('olga', number);
    await story.does((twin) => twin.as('anna').close(REPOSITORY, number));
    await story.does((twin) => twin.as('anna').reopen(REPOSITORY, number));
    await story.reviews('esther', number);
    expect(approval(story, number)).toBe(AGREED);
  });
});

describe('the policy', () => {
  // Every push to the base branch looks at all that is open.
  beforeAll(() =>
    story.does(async (twin) => {
      for (const { number: at, state } of twin.world.pulls)
        if (state === 'open') await twin.as('anna').close(REPOSITORY, at);
    }),
  );
  const setPolicy = (text: string, branch = 'main') =>
    story.does((twin) => twin.as('stella').push(REPOSITORY, branch, { files: { [CONFIG]: text }, message: 'Policy' }));
  afterEach(() => setPolicy(POLICY));

  test('that the pull request itself changes does not decide on it', async () => {
    count += 1;
    const own = {
      ...files(count),
      [CONFIG]: POLICY.replace('members: 2, organisations: 2', 'members: 0, organisations: 0'),
    };
    number = await propose(story, { files: own, branch: `proposal-${count}` });
    expect(approval(story, number)).toBe(WAITS);
    const id = await story.says('zoe', number, '/approve');
    expect(answerTo(story, id)).toMatch(/^confused/);
  });

  test('names somebody no more: what they said counts no more, and is said', async () => {
    number = await proposeOne();
    await story.reviews('esther', number);
    expect(approval(story, number)).toBe(ONE_AGREED);
    await setPolicy(POLICY.replace(/.*esther.*\n/, ''));
    expect(approval(story, number)).toBe(WAITS);
    expect(botComments(story, number)[0]).toContain('is not of the steering group any more');
    expect(answerTo(story, await story.says('esther', number, '/approve'))).toMatch(
      /^confused: You have decided here before/,
    );
  });

  test('that cannot be read fails all three checks, with the line at fault', async () => {
    number = await proposeOne();
    // The push is looked at too, and the log says why it cannot be.
    const broken = POLICY.replace('speaks_for: [mosaic]', 'speaksfor: [mosaic]');
    await expect(setPolicy(broken)).rejects.toThrow('unknown-config-key');
    story.log.splice(0);
    expect([...conclusions(story, number), approval(story, number).split(':')[0]]).toEqual(Array(3).fill('failure'));
    expect(approval(story, number)).toContain(`${CONFIG}:5:`);
    await setPolicy(POLICY);
    expect(conclusions(story, number)).toEqual(['success', 'success']);
    expect(approval(story, number)).toBe(WAITS);
  });
});

test('a record that somebody edited is not believed', async () => {
  number = await proposeOne();
  await story.reviews('olga', number);
  const file = `decisions/pull-request-${number}.jsonl`;
  const text = (await textAt(story.twin, REGISTER, file)) ?? '';
  const forged = text.replace('"organisation":"D2I"', '"organisation": "D2I"');
  await story.does((twin) =>
    twin.as('stella').push(REPOSITORY, REGISTER, { files: { [file]: forged }, message: 'Forged' }),
  );
  await story.says('zoe', number, '/recheck');
  expect(approval(story, number)).toMatch(/^failure: This cannot be judged: unreadable-decisions/);
  await story.does((twin) =>
    twin.as('stella').push(REPOSITORY, REGISTER, { files: { [file]: text }, message: 'As it was' }),
  );
  await story.says('zoe', number, '/recheck');
  expect(approval(story, number)).toBe(ONE_AGREED);
});

test('a bot that is no person decides nothing', async () => {
  number = await proposeOne();
  story.twin.user('helper[bot]', 'Bot');
  const id = await story.says('helper[bot]', number, '/approve');
  expect(answerTo(story, id)).toMatch(/^confused: Machines decide nothing here/);
  expect(BOT).not.toBe('helper[bot]');
});

describe('a fork that we may not write to', () => {
  test('is decided on where it is merged, and its contributor has no voice there', async () => {
    const fork = await story.twin.as('henry').fork(REPOSITORY);
    await story.twin.as('henry').push(fork, 'forked', { files: { [PERSON_FILE]: RENAMED }, message: 'Rename' });
    number = await story.twin.as('henry').openPull({
      repo: REPOSITORY,
      head: 'henry:forked',
      title: 'Rename',
      body: '',
      maintainerCanModify: false,
    });
    await story.rest();
    const companion = number + 1;
    expect(approval(story, number)).toBe('failure: Decided on the pull request that is merged in place of this one');
    const id = await story.says('olga', number, '/approve');
    expect(answerTo(story, id)).toBe(
      `confused: Decisions are made on #${companion}, which is the one to merge. Please say it there.`,
    );
    await story.reviews('olga', number);
    expect(await recordLines(story, number)).toEqual([]);
    expect(approval(story, companion)).toMatch(/^failure: 1 of 1 change waits: 3 more people/);
    expect(answerTo(story, await story.says('henry', companion, '/approve'))).toMatch(
      /^confused: You wrote part of this/,
    );
    await story.reviews('olga', companion);
    expect(approval(story, companion)).toMatch(/^failure: 1 of 1 change waits: 2 more people/);
  });
});

describe('a branch of ours', () => {
  test('that somebody made by its name is a proposal like any other', async () => {
    count += 1;
    number = await propose(story, { files: files(count), branch: 'spec-steward/agreed' });
    expect(approval(story, number)).toBe(WAITS);
    expect(await recordLines(story, number)).toEqual([expect.stringMatching(/^shown - SSD-/)]);
  });
});
