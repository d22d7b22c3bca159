/** A policy read back to the group that wrote it: in plain words, with what cannot work. */
import { type PolicySetting, policyFaults, policyOutline } from '../../src/approval/policy-outline.js';
import type { Policy, PolicyPerson } from '../../src/config/policy.js';
import { plain } from '../../src/report/phrase.js';
import { GROUP } from './world.js';

const TARGETS = ['liquid_logic.sqlserver', 'mosaic.sqlserver', 'eclipse.postgres'];

const setting = (given: Partial<Policy> = {}, targets = TARGETS): PolicySetting => ({
  approval: { ...GROUP, ...given },
  changeTypes: ['bug', 'new feature', 'change'],
  targets,
});

const SOURCE = { revision: 'working tree', file: '.github/spec-steward.yml' };

/** The sentences under a heading. */
function under(title: string, own: PolicySetting): string[] {
  const section = policyOutline(own, SOURCE).sections.find((one) => one.title === title);
  const sentences = section?.parts.flatMap(({ lines }) => lines.map(({ sentence }) => plain(sentence))) ?? [];
  return sentences.map((text) => text.replaceAll('`', ''));
}

const FAULTS = 'What cannot work like this';

test('who decides, by organisation, with account, role and CMS', () => {
  expect(policyOutline(setting(), SOURCE)).toMatchObject({
    verdict: 'fine',
    headline: '6 people of 5 organisations decide',
  });
  expect(under('Who decides', setting())).toEqual([
    'D2I: Olga Brown (olga, chair); Sam Reed (sam, secretary).',
    'Essex: Esther Cole (esther, speaks for mosaic).',
    'Hertfordshire: Henry Dale (henry, speaks for eclipse).',
    'NW ADCS: Nina West (nina).',
    'Knowsley: Kim Hall (not on GitHub, so decisions are minuted, speaks for liquid_logic).',
  ]);
});

test('what each kind of change needs, those with one rule together', () => {
  expect(under('What each kind of change needs', setting())).toEqual([
    'cosmetic, documentation: nobody is asked.',
    'bug: 1 person.',
    'new feature, change: 3 people of 2 organisations, and among them somebody who speaks for each CMS whose SQL changes.',
    'A major change also stands open for comments for 14 days.',
    'A change whose type nobody has decided yet counts as change.',
  ]);
  expect(under('What each kind of change needs', setting({ commentDays: 0 }))[3]).toBe(
    'A major change may be merged as soon as it is agreed to.',
  );
});

test('who speaks for which CMS, and who may do more', () => {
  expect(under('Who speaks for which CMS', setting())).toEqual([
    'liquid_logic: Kim Hall.',
    'mosaic: Esther Cole.',
    'eclipse: Henry Dale.',
  ]);
  expect(under('Who may do more', setting()).map((text) => text.split(': ')[1])).toEqual(['Olga Brown.', 'Sam Reed.']);
});

const only = (...logins: string[]): PolicyPerson[] => GROUP.people.filter(({ login }) => logins.includes(login));

test.each<[what: string, own: PolicySetting, faults: string[]]>([
  ['a policy that works', setting(), []],
  [
    'nobody is named',
    setting({ people: [] }),
    [expect.stringMatching(/^Name the steering group on the base branch/) as unknown as string],
  ],
  ['nobody is named and nobody is asked', setting({ people: [], tracks: noRules() }), []],
  [
    'too few',
    setting({ people: only('esther', 'henry') }, ['mosaic.sqlserver']),
    [
      'new feature, change: the rule asks for 3 people of 2 organisations, and the policy names 2 people of 2 organisations.',
    ],
  ],
  [
    'all of one organisation',
    setting({ people: only('olga', 'sam', 'esther').map((one) => ({ ...one, organisation: 'D2I' })) }, []),
    [
      'new feature, change: the rule asks for 3 people of 2 organisations, and the policy names 3 people of 1 organisation.',
    ],
  ],
  [
    'a CMS for which nobody speaks',
    setting({}, ['azeus.oracle']),
    ['Nobody speaks for azeus, so what alters its SQL cannot be agreed to: that concerns new feature, change.'],
  ],
])('%s', (_, own, faults) => {
  expect(under(FAULTS, own)).toEqual(faults);
  expect(policyFaults(own)).toHaveLength(faults.length);
});

function noRules(): Policy['tracks'] {
  const nobody = { members: 0, organisations: 0, cms: false };
  return Object.fromEntries(
    ['cosmetic', 'documentation', 'bug', 'new feature', 'change'].map((track) => [track, nobody]),
  );
}

test('what a group should think about', () => {
  const slip = only('esther').map((one) => ({ ...one, speaksFor: ['mosiac'] }));
  expect(under('To think about', setting({ people: [...GROUP.people, ...slip] }))).toEqual([
    'Esther Cole speaks for mosiac, for which no SQL is made here. Is mosaic meant?',
  ]);
  const plainPeople = GROUP.people.map((one) => ({ ...one, roles: [] }));
  expect(under('To think about', setting({ people: plainPeople }))).toEqual([
    expect.stringMatching(/^Nobody may minute a meeting/),
  ]);
  expect(under('To think about', setting({ people: only('olga', 'esther', 'henry') }))).toEqual([
    expect.stringMatching(/^Whoever wrote part of a proposal does not count/),
  ]);
  const team = { team: 'd2i/essex', organisation: 'Essex', speaksFor: ['liquid_logic'] };
  const own = setting({ people: only('olga', 'esther', 'henry'), teams: [team] });
  expect(under('To think about', own)).toEqual([expect.stringMatching(/^Who is in a team is only known on GitHub/)]);
  expect(under('Who decides', own)).toContain(
    'Essex: Esther Cole (esther, speaks for mosaic); the members of d2i/essex, who speak for liquid_logic.',
  );
});
