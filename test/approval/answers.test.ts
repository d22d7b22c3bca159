/** What each command is answered: taken with a reaction, refused with a sentence, by whom and when. */
import { COMMANDS } from '../../src/approval/commands.js';
import { hear } from '../../src/approval/hear.js';
import { expectInert } from '../pull-request/inert.js';
import { act, aWorld, happen, look, situationOf, type World } from './world.js';

/** The last answer: its reaction, and its sentence without marks. */
function answered(story: string): string {
  const { reaction, reply } = happen(aWorld(), story).answers.at(-1) ?? { reaction: 'none', reply: '' };
  return `${reaction} ${reply.replaceAll('`', '').replaceAll('\\', '')}`.trim();
}

const PROPOSED = 'proposed: change SSD-0031, undecided change SSD-0032, bug SSD-0033';
const NOT_NAMED = 'Only the steering group decides here, and the policy of the base branch does not name you.';
const WHAT = 'What there is: SSD-0031, SSD-0032, SSD-0033.';

test.each([
  ['nina says /approve', '+1'],
  ['nina says /APPROVE ssd-0031', '+1'],
  ['nina says /approve SSD-0099', `confused SSD-0099 is no change of this proposal. ${WHAT}`],
  ['nina says /approve please', `confused please is no change of this proposal. ${WHAT}`],
  ['nina says /aprove', 'confused There is no command /aprove. Did you mean /approve? /help lists what you may say.'],
  ['nina says /frobnicate', 'confused There is no command /frobnicate. /help lists what you may say.'],
  [
    'nina says /approve\u200b',
    'confused There is no command /approve[U+200B]. Did you mean /approve? /help lists what you may say.',
  ],
  [
    'nina says \uFF0Fapprove',
    'confused There is no command /\uFF0Fapprove. Did you mean /approve? /help lists what you may say.',
  ],
  ['nina says Fine by me', 'none'],
  ['nina says > /approve', 'none'],
  ['steward[bot] says /approve', 'none'],
  ['renovate[bot] says /approve', 'confused Machines decide nothing here.'],
  ['zoe says /approve', `confused ${NOT_NAMED}`],
  ['zoe says /hold no', `confused ${NOT_NAMED}`],
  ['zoe says /withdraw', 'confused You have said nothing here that could be taken back.'],
  ['zoe says /recheck', 'eyes'],
  ['cara says /approve', `confused ${NOT_NAMED}`],
  ['cara says /reason SSD-0031 three authorities asked', '+1'],
  ['cara says /split SSD-0031', '+1'],
  ['zoe says /split SSD-0031', 'confused Only the steering group and the authors of this proposal may say this.'],
  ['nina says /hold no', 'confused Only the chair may say this.'],
  ['sam says /override no', 'confused Only the chair may say this.'],
  ['nina says /minute approve by "Essex" meeting 2026-11-02', 'confused Only the chair and the secretary may minute.'],
  [
    'nina pushes a commit; nina says /approve',
    'confused You wrote part of this proposal, so others have to decide on it.',
  ],
  [
    'olga pushes a commit; olga says /override due',
    'confused You wrote part of this proposal, so others have to decide on it.',
  ],
  [
    'a commit by "Nina West" without an account; nina says /approve',
    'confused An author of this proposal has your name and no account. Until that is cleared up, others have to decide.',
  ],
  [
    'nina says /approve; nina leaves the group; nina says /approve',
    'confused You have decided here before, but the policy of the base branch does not name you any more.',
  ],
  [
    'nina says and edits /approve',
    'confused This comment was edited. What it said first is not known, so please say it in a new comment.',
  ],
  ['nina says /object', 'confused Please say which change is meant.'],
  ['nina says /object SSD-0031', 'confused Please give the reason as well.'],
  ['nina says /object too short', `confused too is no change of this proposal. ${WHAT}`],
  ['nina says /object SSD-0031 too short', '+1'],
  ['nina says /resolve', 'confused Please say which change is meant.'],
  ['nina says /resolve SSD-0031', 'confused There is no objection to SSD-0031.'],
  [
    'nina says /object SSD-0031 no; henry says /resolve SSD-0031',
    'confused Only Nina West or the chair can settle that objection.',
  ],
  ['nina says /object SSD-0031 no; olga says /resolve SSD-0031', '+1'],
  ['olga says /hold', 'confused Please give the reason as well.'],
  ['olga says /unhold', 'confused Nothing is held.'],
  ['olga says /override', 'confused Please give the reason as well.'],
  ['nina says /classify SSD-0032 bug a slip', '+1'],
  ['nina says /classify SSD-0032 New Feature it is new', '+1'],
  ['nina says /classify SSD-0032 bug', 'confused Please give the reason as well.'],
  ['nina says /classify SSD-0032 bugs are bad', 'confused Please say what it is: bug, new feature, change.'],
  ['nina says /classify SSD-0032', 'confused Please give the reason as well.'],
  [
    'nina says /classify SSD-0031 bug a slip',
    'confused Only the chair may say that SSD-0031 is something that needs fewer people: its type is clear, or somebody has said it.',
  ],
  ['nina says /classify SSD-0033 change it breaks loads', '+1'],
  [
    'nina says /classify SSD-0032 change it breaks loads; henry says /classify SSD-0032 bug a slip',
    'confused Only the chair may say that SSD-0032 is something that needs fewer people: its type is clear, or somebody has said it.',
  ],
  ['nina says /classify SSD-0032 change it breaks loads; nina says /classify SSD-0032 bug a slip', '+1'],
  ['nina says /classify SSD-0032 change it breaks loads; olga says /classify SSD-0032 bug a slip', '+1'],
  ['nina says /classify SSD-0032 bug a slip; henry says /classify SSD-0032 change it breaks loads', '+1'],
  [
    'nina says /split SSD-0031, SSD-0032, SSD-0033',
    'confused That is all there is. To take back the whole proposal, close it.',
  ],
  ['nina says /reason SSD-0031', 'confused Please give the reason as well.'],
  ['nina says /withdraw', '+1 You have said nothing here that could be taken back.'],
  ['nina says /approve; nina says /withdraw', '+1'],
  ['sam says /minute approve SSD-0031..0033 by "Essex, Kim Hall" meeting 2026-11-02', '+1'],
  ['sam says /minute approve by \u201cessex\u201d meeting 2026-11-02', '+1'],
  [
    'sam says /minute approve Essex',
    'confused I cannot read that. It is written: /minute approve SSD-0028..0040 by "Essex, Knowsley" meeting 2026-11-20.',
  ],
  [
    'sam says /minute approve by "Esex" meeting 2026-11-02',
    'confused The policy names neither a person nor an organisation Esex. Did you mean Essex?',
  ],
  [
    'sam says /minute approve by "Essex" meeting 2026-02-30',
    'confused 2026-02-30 is no day on which a meeting can have been.',
  ],
  [
    'sam says /minute approve by "Essex" meeting 2026-12-01',
    'confused 2026-12-01 is no day on which a meeting can have been.',
  ],
  [
    'sam says /minute approve SSD-0031 by "Essex" meeting 2026-11-01',
    'confused SSD-0031 did not stand here like this by 2026-11-01, so that meeting cannot have agreed to it.',
  ],
  [
    'esther pushes a commit; sam says /minute approve by "Esther Cole" meeting 2026-11-02',
    'confused Esther Cole wrote part of this proposal and cannot agree to it.',
  ],
  [
    'sam says /minute object SSD-0031 by "Essex" meeting 2026-11-02',
    'confused Only approvals are minuted. What somebody has against a change is said with an objection.',
  ],
  [
    'nina says /approve SSD-0031\\n/aprove',
    'confused There is no command /aprove. Did you mean /approve? /help lists what you may say.',
  ],
])('%s: %s', (story, answer) => {
  expect(answered(`${PROPOSED}; ${story}`)).toBe(answer);
});

describe('what was on the page', () => {
  /** Lets everything happen without that anybody looks in between. */
  function unseen(...events: string[]): World {
    const world = happen(aWorld(), 'proposed: change SSD-0031, bug SSD-0033');
    for (const event of events) act(world, event);
    look(world);
    return world;
  }

  test('a word that was written before anything was shown covers nothing', () => {
    const world = aWorld();
    for (const event of ['proposed: bug SSD-0033', 'nina says /approve']) act(world, event);
    look(world);
    expect(world.answers.at(-1)?.reply).toContain('Nothing had been shown here when this was written.');
  });

  test('a word that was written before a push covers what stood there, and its author is told what changed', () => {
    const world = unseen('nina says /approve', 'SSD-0031 is altered');
    expect(world.answers.at(-1)).toMatchObject({ reaction: '+1', reply: expect.stringContaining('SSD-0031') });
    const approval = world.entries.find(({ kind }) => kind === 'approve');
    expect(approval?.covers.map(({ id, fingerprint }) => `${id} ${fingerprint}`)).toEqual([
      'SSD-0031 first',
      'SSD-0033 first',
    ]);
  });

  test.each(['/override due', '/classify SSD-0031 change x', '/split SSD-0031'])(
    '%s is refused where something else stands there by now',
    (words) => {
      const world = unseen(`olga says ${words}`, 'SSD-0031 is altered');
      expect(world.answers.at(-1)).toMatchObject({ reaction: 'confused' });
      expect(world.answers.at(-1)?.reply).toContain('changed after what you had before you');
    },
  );
});

describe('hearing twice', () => {
  const world = happen(aWorld(), `${PROPOSED}; nina says /approve; nina approves; esther asks for changes`);

  test('adds nothing', () => {
    expect(hear(world, world.entries, situationOf(world))).toEqual({
      entries: world.entries,
      answers: [],
      unheard: [],
    });
  });

  test('gives an answer that got lost again, and no second entry', () => {
    const lost = world.comments.map((comment) => ({ ...comment, ownReactions: [] }));
    const heard = hear({ ...world, comments: lost }, world.entries, situationOf(world));
    expect(heard).toEqual({ entries: world.entries, answers: world.answers, unheard: [] });
  });

  test('what stands in the record is answered as taken, though its comment was edited since', () => {
    const edited = world.comments.map((comment) => ({ ...comment, isEdited: true, ownReactions: [] }));
    const { entries, answers } = hear({ ...world, comments: edited }, world.entries, situationOf(world));
    expect(entries).toEqual(world.entries);
    expect(answers.map(({ reaction, reply }) => reaction + reply)).toEqual(['+1']);
  });

  test('a review on a commit that was never shown is named until it is heard', () => {
    const other = happen(aWorld(), `${PROPOSED}; nina approves commit 9`);
    expect(hear(other, other.entries, situationOf(other)).unheard.map(({ author }) => author?.login)).toEqual(['nina']);
  });

  test('more commands than anybody needs are not all heard', () => {
    const { answers, entries } = happen(aWorld(), `${PROPOSED}; nina says ${'/approve\\n'.repeat(60)}`);
    expect(entries.filter(({ kind }) => kind === 'approve')).toHaveLength(50);
    expect(answers.at(-1)).toMatchObject({ reaction: 'confused', reply: expect.stringContaining('more than I take') });
  });

  test('a comment whose account is gone decides nothing', () => {
    const other = happen(aWorld(), PROPOSED);
    const [comment] = happen(aWorld(), `${PROPOSED}; nina says /approve`).comments;
    if (!comment) throw new Error('nothing was said');
    const gone = { ...comment, author: null, ownReactions: [] };
    const { entries, answers } = hear({ comments: [gone], reviews: [] }, other.entries, situationOf(other));
    expect(entries).toEqual(other.entries);
    expect(answers).toMatchObject([{ reaction: 'confused', reply: 'The account that wrote this is gone.' }]);
  });
});

describe('/help', () => {
  const listed = (story: string) =>
    [...answered(`${PROPOSED}; ${story}`).matchAll(/^- \/(\w+)/gm)].map(([, word]) => word);

  test.each([
    ['zoe says /help', 'recheck help'],
    ['cara says /help', 'reason split recheck help'],
    ['nina says /help', 'approve object classify reason split recheck help'],
    [
      'nina says /object SSD-0031 no; nina says /help',
      'approve object resolve classify reason split withdraw recheck help',
    ],
    ['nina pushes a commit; nina says /help', 'object classify reason split recheck help'],
    ['sam says /help', 'approve object classify reason split minute recheck help'],
    ['olga says /help', 'approve object classify reason split minute hold override recheck help'],
    [
      'olga says /hold wait; olga says /help',
      'approve object classify reason split minute withdraw hold unhold override recheck help',
    ],
  ])('%s: %s', (story, commands) => {
    expect(listed(story).join(' ')).toBe(commands);
  });
});

test('the table of commands is in order', () => {
  expect(new Set(COMMANDS.map(({ name }) => name)).size).toBe(COMMANDS.length);
  for (const { name, form, help } of COMMANDS) {
    expect(form === `/${name}` || form.startsWith(`/${name} `)).toBe(true);
    expect(help).toMatch(/^[a-z][^\n]{5,140}\.$/);
  }
});

test.each([
  '@org/everyone',
  'closes #1',
  '</details><img src=x>',
  '[x](https://evil.example)',
  '`a` | b',
  '<!-- spec-steward:report -->',
  '$'.concat('{{ secrets.X }}'),
  'a\u202eb',
])('what somebody wrote comes back harmless: %s', (words) => {
  const story = `${PROPOSED}; nina says /approve ${words}; nina says /classify SSD-0031 ${words}`;
  for (const { reply } of happen(aWorld(), story).answers) expectInert(reply);
});
