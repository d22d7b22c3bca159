/** What doctor says of an installation: every finding by a table of facts, and the whole over the twin. */
import { judgeAbsence, judgeApp, judgeReach, judgeRepository, type Line, lineText } from '../../src/app/doctor.js';
import { teamsNamedBy } from '../../src/app/examine.js';
import type { AppFacts, Failure, Manifest, RepositoryFacts } from '../../src/app/facts.js';
import { readManifest } from '../../src/app/manifest.js';
import { examine } from '../../src/commands/doctor.js';
import { CONFIG_FILE } from '../../src/config/config-failure.js';
import { PERSON_FILE, RENAMED, STANDARD } from './standard.js';
import { BOT, beginStory, propose, REPOSITORY, type Story } from './story.js';

const MANIFEST: Manifest = { permissions: { contents: 'write', metadata: 'read' }, events: ['push', 'pull_request'] };
const APP = 42;
const SPECIFICATION = 'spec-steward/specification';
const RECORDS = 'spec-steward/records';
const APPROVAL = 'spec-steward/approval';
const ALL = [SPECIFICATION, RECORDS, APPROVAL].map((context) => ({ context, appId: APP }));

const failure = (status: number, more: Partial<Failure> = {}): { failure: Failure } => {
  return { failure: { status, message: `answered ${status}`, accepted: '', ...more } };
};

const FINE_APP: AppFacts = {
  id: APP,
  name: 'Spec Steward',
  ...MANIFEST,
  hook: { value: { url: 'https://bot.example.org/api/github/webhooks', hasSecret: true, verifiesTls: true } },
  deliveries: { value: [{ guid: 'a', status: 200 }] },
};

const FINE_REPOSITORY: RepositoryFacts = {
  name: 'o/r',
  installation: { value: { permissions: MANIFEST.permissions, isSuspended: false } },
  branch: 'main',
  probes: [{ permission: 'contents', failure: null }],
  rules: { value: ALL },
  dismissesStale: { value: false },
  protection: { value: [] },
  teams: [],
  setting: { value: 'valid' },
  register: { value: '3 identifiers' },
  registerRules: { value: ['deletion', 'update'] },
};

/** Whether the App may bypass the rule that keeps others out is not for it to see, so this is said even where all is well. */
const KEPT = 'unknown: o/r: rules of spec-steward/register keep out whoever may not bypass them: update - ';

/** All that is not well, as a person reads it. */
const faults = (lines: readonly Line[]) =>
  lines
    .filter(({ verdict }) => verdict !== 'ok')
    .map(lineText)
    .filter((text) => !text.startsWith(KEPT));
const ofApp = (facts: Partial<AppFacts>) => faults(judgeApp({ value: { ...FINE_APP, ...facts } }, MANIFEST));
const ofRepository = (facts: Partial<RepositoryFacts>) =>
  faults(judgeRepository({ ...FINE_REPOSITORY, ...facts }, { appId: APP, manifest: MANIFEST }));

test('where all is well every check says so, in one line without advice', () => {
  const lines = [
    ...judgeApp({ value: FINE_APP }, MANIFEST),
    ...judgeRepository(FINE_REPOSITORY, { appId: APP, manifest: MANIFEST }),
  ];
  expect(lines).toHaveLength(13);
  expect(faults(lines)).toEqual([]);
  for (const text of lines.map(lineText)) if (!text.startsWith(KEPT)) expect(text).toMatch(/^ok: [^\n]+$/);
});

const hook = FINE_APP.hook.value ?? { url: '', hasSecret: false, verifiesTls: false };
const delivered = (...attempts: readonly [string, number][]) => ({
  deliveries: { value: attempts.map(([guid, status]) => ({ guid, status })) },
});

test.each<[string, Partial<AppFacts>, RegExp]>([
  ['too few permissions', { permissions: { contents: 'read' } }, /^wrong: .*contents=write, metadata=read missing - /],
  ['an event is missing', { events: ['push'] }, /^wrong: .*not subscribed to pull_request - .*Subscribe to events/],
  ['no webhook', { hook: { value: { ...hook, url: '' } } }, /^wrong: the webhook has no URL - /],
  [
    'no secret',
    { hook: { value: { ...hook, hasSecret: false } } },
    /^wrong: the webhook has no secret - .*WEBHOOK_SECRET/,
  ],
  ['no TLS', { hook: { value: { ...hook, verifiesTls: false } } }, /^wrong: .*certificates - .*SSL/],
  ['hook hidden', { hook: failure(404) }, /^unknown: the webhook cannot be read \(answered 404\) - .*must be set/],
  ['signature', delivered(['b', 400], ['a', 200]), /^wrong: 1 of the last 2 .* status 400 - .*WEBHOOK_SECRET must be/],
  ['wrong path', delivered(['b', 404]), /^wrong: 1 of the last 1 .* - the URL must end in \/api\/github\/webhooks/],
  ['nobody answers', delivered(['b', 0], ['b', 502]), /^wrong: 1 of the last 1 .*status 0 - the App must run/],
  ['nothing yet', delivered(), /^unknown: GitHub has delivered nothing yet - /],
  ['deliveries hidden', { deliveries: failure(403) }, /^unknown: deliveries cannot be read \(answered 403\) - /],
])('of the App: %s', (_, facts, line) => {
  expect(ofApp(facts)).toEqual([expect.stringMatching(line)]);
});

test('more than app.yml asks for, and a failed delivery that came through later, are no fault', () => {
  expect(
    ofApp({ permissions: { contents: 'write', metadata: 'write' }, events: [...MANIFEST.events, 'star'] }),
  ).toEqual([]);
  expect(ofApp(delivered(['b', 200], ['b', 500]))).toEqual([]);
});

test.each<[number, RegExp]>([
  [401, /^wrong: GitHub does not take the credentials \(answered 401\) - APP_ID and the private key/],
  [404, /^wrong: GitHub does not take the credentials/],
  [500, /^wrong: the App is not reached \(answered 500\) - the network, GITHUB_API_URL/],
])('an App that answers %d is the only finding', (status, line) => {
  expect(faults(judgeApp(failure(status), MANIFEST))).toEqual([expect.stringMatching(line)]);
});

const refused = (status: number, accepted = '') => [{ permission: 'checks', ...failure(status, { accepted }) }];

test.each<[string, Partial<RepositoryFacts>, RegExp]>([
  ['not installed', { installation: failure(404) }, /^wrong: o\/r: the App is not installed - /],
  ['not asked', { installation: failure(502) }, /^unknown: o\/r: cannot be looked at \(answered 502\) - /],
  [
    'suspended',
    { installation: { value: { permissions: MANIFEST.permissions, isSuspended: true } } },
    /^wrong: o\/r: the installation is suspended - /,
  ],
  [
    'new permissions not accepted',
    { installation: { value: { permissions: { metadata: 'read' }, isSuspended: false } } },
    /^wrong: o\/r: the installation has too little, contents=write missing - .*Review request/,
  ],
  [
    'GitHub says what it wants',
    { probes: refused(403, 'checks=read') },
    /^wrong: .*refuses what checks is for .* - grant checks=read, as GitHub says itself \(X-Accepted/,
  ],
  ['GitHub does not say it', { probes: refused(403) }, /^wrong: .* - grant checks,/],
  ['a probe that is not understood', { probes: refused(502) }, /^unknown: .*answered 502/],
  [
    'a bad configuration',
    { setting: failure(0, { message: `${CONFIG_FILE}:4:3 unknown-config-key: \`paths.objekts\`` }) },
    /^wrong: .*configuration and vocabulary on main: \.github\/spec-steward\.yml:4:3 unknown-config-key/,
  ],
  [
    'no configuration to read',
    { setting: failure(403) },
    /^unknown: .*configuration .* cannot be read \(answered 403\)/,
  ],
  [
    'a bad register',
    { register: failure(0, { message: 'unreadable-register' }) },
    /^wrong: .*unreadable-register - mend/,
  ],
  [
    'more rules on the register',
    { registerRules: { value: ['creation', 'deletion', 'update', 'pull_request'] } },
    /^unknown: .*whoever may not bypass them: creation, update, pull_request - .*the App alone .*bypass list/,
  ],
  [
    'a register that anybody may write',
    { registerRules: { value: ['deletion', 'pull_request'] } },
    /^wrong: o\/r: everybody who can write .* identifiers and decisions to spec-steward\/register - .*"Restrict updates"/,
  ],
  [
    'approvals that any commit dismisses',
    { dismissesStale: { value: true } },
    /^wrong: o\/r: approvals on main are dismissed by any new commit, .* - .*switch "Dismiss stale .*" off/,
  ],
  ['hidden rules of the register', { registerRules: failure(403) }, /^unknown: .*register cannot be read/],
])('of a repository: %s', (_, facts, line) => {
  expect(ofRepository(facts)).toEqual([expect.stringMatching(line)]);
});

describe('the teams of a policy', () => {
  const manifest = { ...MANIFEST, permissions: { ...MANIFEST.permissions, members: 'read' } };
  const board = { team: 'o/board', failure: null };
  const said = (facts: Partial<RepositoryFacts>) =>
    judgeRepository({ ...FINE_REPOSITORY, ...facts }, { appId: APP, manifest }).map(lineText);

  test('need a permission that nothing else needs', () => {
    expect(said({}).filter((line) => /members/.test(line))).toEqual([]);
    expect(faults(judgeApp({ value: FINE_APP }, manifest))).toEqual([]);
    expect(said({ teams: [board] })).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^wrong: o\/r: the installation has too little, members=read missing - .*Review request/),
        'ok: o/r: the members of o/board, whom the policy names, can be read',
      ]),
    );
  });

  test('are wrong where they cannot be read, for whatever reason', () => {
    expect(said({ teams: [{ ...board, ...failure(0, { message: 'unreadable-team' }) }] })).toContainEqual(
      expect.stringMatching(
        /^wrong: o\/r: the members of o\/board, .*cannot be read \(unreadable-team\) - the policy must/,
      ),
    );
  });

  test('are those of the part `approval` of the configuration', () => {
    expect(teamsNamedBy({ approval: { teams: [{ team: 'o/board', organisation: 'Essex' }] } })).toEqual(['o/board']);
    expect(teamsNamedBy({ approval: { people: [] } })).toEqual([]);
    expect(teamsNamedBy({})).toEqual([]);
  });
});

const HIDDEN_REVIEWS =
  /^unknown: o\/r: approvals on main: whether the branch protection dismisses them is not shown to an App - .*switch .* off/;

describe('required checks', () => {
  const rest = [RECORDS, APPROVAL].map((context) => ({ context, appId: APP }));
  const specification = (appId: number | null) => [{ context: SPECIFICATION, appId }, ...rest];

  test.each<[string, Partial<RepositoryFacts>, RegExp | null]>([
    ['by rulesets', {}, null],
    ['by branch protection', { rules: { value: [] }, protection: { value: ALL } }, null],
    ['by either, the other hidden', { rules: { value: ALL }, protection: failure(403) }, null],
    ['one by each', { rules: { value: rest }, protection: { value: specification(APP) } }, null],
    ['pinned once is enough', { protection: { value: specification(null) } }, null],
    ['not required', { rules: { value: rest } }, /^wrong: o\/r: .*specification is not required on main - .*Require/],
    [
      'from anybody',
      { rules: { value: specification(null) } },
      /^wrong: .* but from anybody who can write - .*as source/,
    ],
    ['from another App', { rules: { value: specification(7) } }, /^wrong: .* but from another App \(7\) - /],
    [
      'hidden protection',
      { rules: { value: rest }, protection: failure(403) },
      /^unknown: .*specification is required on main cannot be read \(answered 403\) - .*must list it with this App/,
    ],
    ['hidden rules', { rules: failure(403), protection: { value: rest } }, /^unknown: .*cannot be read/],
    [
      'the approval not required',
      { rules: { value: ALL.slice(0, 2) } },
      /^wrong: o\/r: spec-steward\/approval is not required on main - /,
    ],
  ])('%s', (_, facts, line) => {
    expect(ofRepository(facts).filter((text) => !HIDDEN_REVIEWS.test(text))).toEqual(
      line ? [expect.stringMatching(line)] : [],
    );
  });

  test('what the older branch protection does with approvals is not shown, and that is said', () => {
    expect(ofRepository({ protection: { value: ALL } })).toEqual([expect.stringMatching(HIDDEN_REVIEWS)]);
    expect(ofRepository({ rules: failure(403), protection: { value: ALL }, dismissesStale: failure(403) })).toEqual([
      expect.stringMatching(/^unknown: o\/r: approvals on main: rules cannot be read \(answered 403\) - .*switch/),
    ]);
  });
});

test('whether there is any repository to look at', () => {
  expect(judgeReach({ value: ['o/r'] })).toEqual([]);
  expect(faults(judgeReach({ value: [] }))).toEqual([
    expect.stringMatching(/^wrong: .* no repository - .*Install App/),
  ]);
  expect(faults(judgeReach(failure(502)))).toEqual([expect.stringMatching(/^unknown: .*\(answered 502\) - .*--repo/)]);
});

test('a text from GitHub cannot move the cursor or begin a line of its own', () => {
  const text = lineText(judgeAbsence('o/r', failure(500, { message: 'x\nok: all is well\u001b[2K' }).failure));
  expect(text).not.toMatch(/\p{Cc}/u);
});

test('app.yml is the manifest; one that lists nothing is refused', () => {
  expect(readManifest('default_permissions:\n  checks: write\ndefault_events:\n  - push\n')).toEqual({
    permissions: { checks: 'write' },
    events: ['push'],
  });
  expect(() => readManifest('name: Spec Steward\n')).toThrow('default_permissions');
});

describe('over the twin', () => {
  /** The twin has no such endpoint. */
  const undescribed = ['GET /app/hook/config 404: not in the description'];
  let story: Story | undefined;
  afterEach(() => story?.close());

  async function saidOf({ twin }: Story, repo?: string, appId = twin.app.id): Promise<string[]> {
    const { privateKey, webhookSecret } = twin.app;
    const credentials = { appId: String(appId), privateKey, webhookSecret, baseUrl: twin.url, throttled: false };
    return (await examine(credentials, repo)).map(lineText);
  }

  test('an installation at work: pinned checks, a register, a delivered event', async () => {
    story = await beginStory({ undescribed });
    const checks = ALL.map(({ context }) => ({ context, appId: story?.twin.app.id ?? 0 }));
    story.twin.protect(REPOSITORY, 'main', { checks });
    story.twin.protect(REPOSITORY, 'spec-steward/register', { restricted: true, bypass: [BOT] });
    await propose(story, { files: { [PERSON_FILE]: RENAMED } });
    const lines = await saidOf(story);
    expect(lines.filter((line) => !line.startsWith('ok: '))).toEqual([
      expect.stringMatching(/^unknown: the webhook cannot be read/), // the twin has no GET /app/hook/config
      expect.stringContaining('whether the branch protection dismisses them is not shown to an App'), // it has both
      expect.stringContaining(': update, pull_request - settings'),
    ]);
    expect(lines).toContainEqual(expect.stringContaining('the register: 1 identifier'));
  });

  test('what is wrong: no required check, approvals that do not last, a register for everybody, another App as source, a bad configuration', async () => {
    story = await beginStory({ undescribed, files: { ...STANDARD, [CONFIG_FILE]: 'paths:\n  objekts: x\n' } });
    story.twin.protect(REPOSITORY, 'main', { dismissStale: true, checks: [{ context: RECORDS, appId: 1 }] });
    await story.rest().catch(() => undefined);
    const wrongs = (await saidOf(story, REPOSITORY)).filter((line) => line.startsWith('wrong: '));
    expect(wrongs).toEqual([
      expect.stringContaining(`${SPECIFICATION} is not required on main`),
      expect.stringContaining(`${RECORDS} is required on main, but from another App (1)`),
      expect.stringContaining(`${APPROVAL} is not required on main`),
      expect.stringContaining('approvals on main are dismissed'),
      expect.stringContaining('unknown-config-key'),
      expect.stringContaining('everybody who can write'),
    ]);
  });

  test('too few permissions, no installation, and credentials of no App', async () => {
    story = await beginStory({ undescribed });
    const { twin } = story;
    const [installation] = twin.world.installations;
    if (installation) installation.permissions = { metadata: 'read', contents: 'read', pull_requests: 'read' };
    const lines = await saidOf(story, REPOSITORY);
    expect(lines).toContainEqual(expect.stringMatching(/^wrong: .*contents=write, .*checks=write/));
    expect(lines).toContainEqual(expect.stringMatching(/^wrong: .* - grant checks=read, as GitHub says itself/));
    await twin.repository({ name: 'elsewhere/standard', files: { 'README.md': '' } });
    expect(await saidOf(story, 'elsewhere/standard')).toContainEqual(
      expect.stringContaining('the App is not installed'),
    );
    twin.uninstall('data-to-insight');
    expect(await saidOf(story)).toContainEqual(expect.stringContaining('wrong: the App is installed in no repository'));
    expect(await saidOf(story, REPOSITORY, 1)).toEqual([expect.stringContaining('does not take the credentials')]);
  });
});
