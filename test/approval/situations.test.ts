/**
 * The situations that the steering group can meet, one row each: what is proposed and what happens, how it then stands,
 * and the sentence that the check shows. The people are: Olga (chair) and Sam (secretary) decide for D2I,
 * Esther for Essex and Mosaic, Henry for Hertfordshire and Eclipse, Nina for NW ADCS; Kim of Knowsley, who speaks for
 * Liquid Logic, is not on GitHub. Cara is the contributor, Zoe a stranger. By default a change and a new feature need
 * three people of two organisations and who speaks for each CMS whose SQL changes, a bug one person, texts nobody.
 */
import { headlineText } from '../../src/approval/headline.js';
import { aWorld, happen, POLICIES, stateOf } from './world.js';

type Row = readonly [story: string, state: string, sentence: string];

const AGREED = 'The steering group has agreed to exactly this';
const NOBODY = 'Nothing here needs the steering group';
const OVERRIDDEN = 'The chair has agreed to exactly this in the place of the steering group';
const one = (missing: string) => `1 of 1 change waits: ${missing}`;
const ALL_THREE = 'olga approves; esther approves; henry approves';

const SITUATIONS: Readonly<Record<string, readonly Row[]>> = {
  'what needs whom': [
    ['proposed: documentation SSD-0031', 'nothing-needed', NOBODY],
    ['proposed: bug SSD-0031', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina approves', 'agreed', AGREED],
    ['proposed: change SSD-0031', 'waiting', one('3 more people, 2 more organisations')],
    ['proposed: new feature SSD-0031', 'waiting', one('3 more people, 2 more organisations')],
    ['proposed: change SSD-0031; olga approves', 'waiting', one('2 more people, 1 more organisation')],
    ['proposed: change SSD-0031; olga approves; sam approves', 'waiting', one('1 more person, 1 more organisation')],
    ['proposed: change SSD-0031; olga approves; sam approves; nina approves', 'agreed', AGREED],
    [
      'proposed: change SSD-0031 with mosaic SQL; olga approves; sam approves; nina approves',
      'waiting',
      one('somebody who speaks for mosaic'),
    ],
    ['proposed: change SSD-0031 with mosaic SQL; olga approves; nina approves; esther approves', 'agreed', AGREED],
    [
      'proposed: change SSD-0031 with mosaic and eclipse SQL; olga approves; nina approves; sam approves',
      'waiting',
      one('somebody who speaks for each of eclipse, mosaic'),
    ],
    [`proposed: change SSD-0031 with mosaic and eclipse SQL; ${ALL_THREE}`, 'agreed', AGREED],
    ['proposed: bug SSD-0031 with mosaic SQL; nina approves', 'agreed', AGREED],
    ['proposed: undecided change SSD-0031; nina approves', 'waiting', one('2 more people, 1 more organisation')],
    [
      'proposed: bug SSD-0031, change SSD-0032, documentation SSD-0033; nina approves',
      'waiting',
      '1 of 3 changes waits: 2 more people, 1 more organisation',
    ],
  ],
  'the content that was shown': [
    [`proposed: change SSD-0031; ${ALL_THREE}; a bot commit`, 'agreed', AGREED],
    [`proposed: change SSD-0031; ${ALL_THREE}; the base is merged in; white space is mended`, 'agreed', AGREED],
    [
      `proposed: change SSD-0031; ${ALL_THREE}; SSD-0031 is altered`,
      'waiting',
      one('3 more people, 2 more organisations'),
    ],
    [`proposed: change SSD-0031; ${ALL_THREE}; SSD-0031 is altered; SSD-0031 is put back`, 'agreed', AGREED],
    [
      `proposed: change SSD-0031 with mosaic SQL; ${ALL_THREE}; only the SQL of SSD-0031 is altered`,
      'waiting',
      one('3 more people, 2 more organisations, somebody who speaks for mosaic'),
    ],
    [
      `proposed: change SSD-0031; ${ALL_THREE}; bug SSD-0032 is added`,
      'waiting',
      '1 of 2 changes waits: 1 more person',
    ],
    [`proposed: change SSD-0031; ${ALL_THREE}; bug SSD-0032 is added; sam approves`, 'agreed', AGREED],
    [`proposed: change SSD-0031; ${ALL_THREE}; documentation SSD-0032 is added`, 'agreed', AGREED],
    [`proposed: change SSD-0031, change SSD-0032; ${ALL_THREE}; SSD-0032 is taken out`, 'agreed', AGREED],
    ['proposed: bug SSD-0031; SSD-0031 is altered; nina approves commit 1', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; a bot commit; nina approves commit 1', 'agreed', AGREED],
    ['proposed: bug SSD-0031; nina approves commit 9', 'waiting', one('1 more person')],
  ],
  'ways to agree': [
    ['proposed: bug SSD-0031; nina says /approve', 'agreed', AGREED],
    [
      'proposed: bug SSD-0031, bug SSD-0032; nina says /approve SSD-0031',
      'waiting',
      '1 of 2 changes waits: 1 more person',
    ],
    ['proposed: bug SSD-0031, bug SSD-0032; nina says /approve SSD-0031, SSD-0032', 'agreed', AGREED],
    ['proposed: bug SSD-0031, bug SSD-0032; nina says /approve SSD-0028..0040', 'agreed', AGREED],
    [
      'proposed: bug SSD-0031, change SSD-0032; nina says /approve bug',
      'waiting',
      '1 of 2 changes waits: 3 more people, 2 more organisations',
    ],
    ['proposed: bug SSD-0031; nina says Fine.\\n\\n/approve', 'agreed', AGREED],
    ['proposed: bug SSD-0031; nina says > /approve', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina says ```\\n/approve\\n```', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina says <!--\\n/approve\\n-->', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina says and edits /approve', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina says /approve; nina edits what was said', 'agreed', AGREED],
    ['proposed: bug SSD-0031; nina says /approve; nina says /withdraw', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina says /approve\\n/withdraw', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina says /approve; nina says /withdraw\\n/approve', 'agreed', AGREED],
    ['proposed: bug SSD-0031; nina approves; the last review of nina is dismissed', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina approves; the last review of nina is dismissed; nina approves', 'agreed', AGREED],
    [
      'proposed: change SSD-0031; olga approves; olga approves; olga says /approve',
      'waiting',
      one('2 more people, 1 more organisation'),
    ],
  ],
  'who does not count': [
    ['proposed: bug SSD-0031; zoe says /approve', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; zoe approves', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina pushes a commit; nina says /approve', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; nina approves; nina pushes a commit', 'waiting', one('1 more person')],
    [
      'proposed: bug SSD-0031; nina approves; a commit by "nina WEST" without an account',
      'waiting',
      one('1 more person'),
    ],
    ['proposed: bug SSD-0031; nina approves; nina leaves the group', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; renovate[bot] says /approve', 'waiting', one('1 more person')],
  ],
  objections: [
    ['proposed: bug SSD-0031; nina asks for changes: too short', 'objected', '1 objection is open, to SSD-0031'],
    [
      `proposed: change SSD-0031, bug SSD-0032; ${ALL_THREE}; nina says /object SSD-0032 too short`,
      'objected',
      '1 objection is open, to SSD-0032',
    ],
    [
      'proposed: documentation SSD-0031; nina says /object SSD-0031 unclear',
      'objected',
      '1 objection is open, to SSD-0031',
    ],
    ['proposed: bug SSD-0031; nina says /object SSD-0031', 'waiting', one('1 more person')],
    ['proposed: bug SSD-0031; zoe says /object SSD-0031 never', 'waiting', one('1 more person')],
    [
      'proposed: bug SSD-0031; nina says /object SSD-0031 no; nina says /resolve SSD-0031',
      'waiting',
      one('1 more person'),
    ],
    ['proposed: bug SSD-0031; nina says /object SSD-0031 no; nina approves', 'agreed', AGREED],
    [
      'proposed: bug SSD-0031; henry approves; nina says /object SSD-0031 no; olga says /resolve SSD-0031',
      'agreed',
      AGREED,
    ],
    [
      'proposed: bug SSD-0031; henry approves; nina says /object SSD-0031 no; sam says /resolve SSD-0031',
      'objected',
      '1 objection is open, to SSD-0031',
    ],
    ['proposed: bug SSD-0031; nina says /object SSD-0031 no; SSD-0031 is altered; henry approves', 'agreed', AGREED],
    [
      'proposed: bug SSD-0031; nina says /object SSD-0031 no; SSD-0031 is altered; SSD-0031 is put back; henry approves',
      'objected',
      '1 objection is open, to SSD-0031',
    ],
    [
      'proposed: bug SSD-0031; SSD-0031 is altered; henry approves; nina asks for changes on commit 1',
      'objected',
      '1 objection is open, to SSD-0031',
    ],
    ['proposed: bug SSD-0031; nina approves; nina asks for changes', 'objected', '1 objection is open, to SSD-0031'],
    [
      'proposed: bug SSD-0031; nina approves; nina asks for changes; the last review of nina is dismissed',
      'waiting',
      one('1 more person'),
    ],
    ['proposed: bug SSD-0031; henry approves; nina says /object SSD-0031 no; nina leaves the group', 'agreed', AGREED],
  ],
  'chair and secretary': [
    [
      'proposed: bug SSD-0031; nina approves; olga says /hold a lawyer looks at it',
      'held',
      'Held by Olga Brown: a lawyer looks at it',
    ],
    ['proposed: bug SSD-0031; nina approves; olga says /hold wait; olga says /unhold', 'agreed', AGREED],
    ['proposed: bug SSD-0031; nina approves; sam says /hold wait', 'agreed', AGREED],
    ['proposed: change SSD-0031; olga says /override the return is due', 'overridden', OVERRIDDEN],
    ['proposed: change SSD-0031; olga says /override', 'waiting', one('3 more people, 2 more organisations')],
    ['proposed: change SSD-0031; nina says /override due', 'waiting', one('3 more people, 2 more organisations')],
    ['proposed: change SSD-0031; nina says /object SSD-0031 no; olga says /override due', 'overridden', OVERRIDDEN],
    [
      'proposed: change SSD-0031; olga says /override due; documentation SSD-0032 is added',
      'waiting',
      '1 of 2 changes waits: 3 more people, 2 more organisations',
    ],
    [
      'proposed: change SSD-0031, bug SSD-0032; olga says /override due; SSD-0032 is taken out',
      'waiting',
      one('3 more people, 2 more organisations'),
    ],
    ['proposed: change SSD-0031; olga says /override due; a bot commit', 'overridden', OVERRIDDEN],
    [
      'proposed: change SSD-0031; olga pushes a commit; olga says /override due',
      'waiting',
      one('3 more people, 2 more organisations'),
    ],
    [
      'proposed: change SSD-0031; olga approves; esther approves; sam says /minute approve SSD-0031 by "Knowsley" meeting 2026-11-02',
      'agreed',
      AGREED,
    ],
    [
      'proposed: change SSD-0031 with liquid_logic SQL; olga approves; esther approves; sam says /minute approve by "Knowsley" meeting 2026-11-02',
      'agreed',
      AGREED,
    ],
    [
      'proposed: change SSD-0031; olga approves; esther approves; sam says /minute approve by "Essex" meeting 2026-11-02',
      'waiting',
      one('1 more person'),
    ],
    [
      'proposed: change SSD-0031; sam says /minute approve by "Kim Hall, NW ADCS, Nina West" meeting 2026-11-02',
      'waiting',
      one('1 more person'),
    ],
    [
      'proposed: bug SSD-0031; SSD-0031 is altered; sam says /minute approve by "Knowsley" meeting 2026-11-01',
      'waiting',
      one('1 more person'),
    ],
    [
      'proposed: bug SSD-0031; nina says /minute approve by "Knowsley" meeting 2026-11-02',
      'waiting',
      one('1 more person'),
    ],
    [
      'proposed: bug SSD-0031; sam says /minute approve by "Knowsley" meeting 2026-11-02; sam says /withdraw',
      'waiting',
      one('1 more person'),
    ],
    [
      'proposed: bug SSD-0031; a commit by "Kim Hall" without an account; sam says /minute approve by "Knowsley" meeting 2026-11-02',
      'waiting',
      one('1 more person'),
    ],
  ],
  'what a change is': [
    [
      'proposed: undecided change SSD-0031; nina says /classify SSD-0031 bug it repairs a slip; nina approves',
      'agreed',
      AGREED,
    ],
    [
      'proposed: change SSD-0031; nina says /classify SSD-0031 bug it repairs a slip; nina approves',
      'waiting',
      one('2 more people, 1 more organisation'),
    ],
    ['proposed: change SSD-0031; olga says /classify SSD-0031 bug it repairs a slip; nina approves', 'agreed', AGREED],
    [
      'proposed: bug SSD-0031; nina approves; henry says /classify SSD-0031 change it breaks loads',
      'waiting',
      one('2 more people, 1 more organisation'),
    ],
    [
      'proposed: undecided change SSD-0031; nina says /classify SSD-0031 bug a slip; SSD-0031 is altered; nina approves',
      'waiting',
      one('2 more people, 1 more organisation'),
    ],
  ],
  'time for comments': [
    [`proposed: major change SSD-0031; ${ALL_THREE}`, 'waiting', one('the end of the time for comments, 2026-11-16')],
    [
      `proposed: major change SSD-0031; ${ALL_THREE}; 13 days pass`,
      'waiting',
      one('the end of the time for comments, 2026-11-16'),
    ],
    [`proposed: major change SSD-0031; ${ALL_THREE}; 14 days pass`, 'agreed', AGREED],
    [
      `proposed: major change SSD-0031; ${ALL_THREE}; 13 days pass; SSD-0031 is altered; ${ALL_THREE}`,
      'waiting',
      one('the end of the time for comments, 2026-11-29'),
    ],
    [`proposed: major change SSD-0031; ${ALL_THREE}; 13 days pass; a bot commit; 1 days pass`, 'agreed', AGREED],
  ],
  'before anybody is asked': [
    ['proposed: change SSD-0031; an error is found', 'not-ready', 'Something must be mended before anybody is asked'],
    [`proposed: bug SSD-0031; nina approves; an error is found; it is mended`, 'agreed', AGREED],
    [
      'proposed: change SSD-0031; olga says /override due; an error is found',
      'not-ready',
      'Something must be mended before anybody is asked',
    ],
  ],
};

describe.each(Object.entries(SITUATIONS))('%s', (_, rows) => {
  test.each(rows)('%s: %s', (story, state, sentence) => {
    const approval = stateOf(happen(aWorld(), story));
    expect([approval.state, headlineText(approval)]).toEqual([state, sentence]);
  });
});

/** The same with other policies. */
const UNDER: readonly (readonly [policy: keyof typeof POLICIES, ...Row])[] = [
  ['nobody is named', 'proposed: bug SSD-0031', 'no-policy', 'Nobody is named who could agree'],
  ['nobody is named', 'proposed: bug SSD-0031; nina approves', 'no-policy', 'Nobody is named who could agree'],
  ['nobody is named', 'proposed: documentation SSD-0031', 'nothing-needed', NOBODY],
  ['texts need one person', 'proposed: documentation SSD-0031', 'waiting', one('1 more person')],
  ['texts need one person', 'proposed: documentation SSD-0031; nina says /approve documentation', 'agreed', AGREED],
  ['a bug needs two organisations', 'proposed: bug SSD-0031; nina approves', 'waiting', one('1 more organisation')],
  ['a bug needs two organisations', 'proposed: bug SSD-0031; nina approves; henry approves', 'agreed', AGREED],
  ['no time for comments', `proposed: major change SSD-0031; ${ALL_THREE}`, 'agreed', AGREED],
  ['only Nina', 'proposed: change SSD-0031; nina approves', 'waiting', one('2 more people, 1 more organisation')],
];

test.each(UNDER)('%s: %s: %s', (policy, story, state, sentence) => {
  const approval = stateOf(happen(aWorld(POLICIES[policy]), story));
  expect([approval.state, headlineText(approval)]).toEqual([state, sentence]);
});

test('there are enough of them', () => {
  expect(Object.values(SITUATIONS).flat().length + UNDER.length).toBeGreaterThan(60);
});
