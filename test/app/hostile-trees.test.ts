/** Trees and commits as nobody should make them, on one running App: each fails where it says why, and harms nothing else. */
import { CHANGE_LOG, objectFile, PERSON_FILE, RENAMED } from './standard.js';
import {
  BOT,
  beginStory,
  botComments,
  checkOf,
  commitsOf,
  open,
  propose,
  pullOf,
  REPOSITORY,
  register,
  type Story,
} from './story.js';

let story: Story;
let fork = '';
beforeAll(async () => {
  story = await beginStory();
  fork = await story.twin.as('anna').fork(REPOSITORY);
});
afterAll(() => story.close());

type Files = Parameters<ReturnType<Story['twin']['as']>['push']>[2] extends infer Change
  ? Change extends { readonly files: infer Own }
    ? Own
    : never
  : never;

let count = 0;

/** A proposal with such files from a branch of its own. */
async function withFiles(files: Files, from = REPOSITORY): Promise<number> {
  count += 1;
  const branch = `tree-${count}`;
  await story.twin.as('anna').push(from, branch, { files, message: 'A tree' });
  const head = from === REPOSITORY ? branch : `anna:${branch}`;
  const number = await story.twin.as('anna').openPull({ repo: REPOSITORY, head, title: 'A tree' });
  await story.rest();
  return number;
}

const said = (number: number): string => {
  const { conclusion, output, annotations } = checkOf(story, number, 'specification');
  const remarks = annotations.map(({ path, title, message }) => `${path} ${title} ${message}`);
  return [conclusion, output.title, output.summary, ...remarks].join('\n').replaceAll('`', '');
};

/** Fails, says why, and gives neither number nor commit. */
async function expectRefused(number: number, reason: RegExp): Promise<void> {
  const { head } = pullOf(story, number);
  expect(said(number)).toMatch(/^failure\n/);
  expect(said(number)).toMatch(reason);
  expect(checkOf(story, number, 'approval').conclusion).toBe('failure');
  const authors = story.twin.world.checks.filter(({ suite }) => suite.headSha === head.sha);
  expect(new Set(authors.map(({ suite }) => suite.app.bot.login))).toEqual(new Set([BOT]));
  expect((await register(story)).filter(({ pullRequest }) => pullRequest === number)).toEqual([]);
}

const ADDRESS = 'spec/objects/ssd_address.yml';

test.each<[string, Files, RegExp]>([
  ['a link in the place of a data object', { [ADDRESS]: { link: '/etc/passwd' } }, /ssd_address\.yml.*link/s],
  ['a link beside them', { 'spec/objects/ssd_link.yml': { link: '../../README.md' } }, /ssd_link\.yml.*link/s],
  [
    'a submodule among them',
    { 'spec/objects/ssd_module.yml': { submodule: 'a'.repeat(40) } },
    /ssd_module\.yml.*submodule/s,
  ],
  [
    'a folder in the place of a data object',
    { [ADDRESS]: null, [`${ADDRESS}/deep.yml`]: objectFile('ssd_address', []) },
    /ssd_address\.yml/,
  ],
  [
    'a folder in the place of the change log',
    { [PERSON_FILE]: RENAMED, [CHANGE_LOG]: null, [`${CHANGE_LOG}/x.csv`]: 'x\n' },
    /ssd_change_log\.csv/,
  ],
  ['names that differ in letter case', { 'spec/objects/SSD_Address.yml': 'x\n' }, /SSD_Address\.yml/],
])('%s', async (_, files, reason) => {
  await expectRefused(await withFiles(files), reason);
});

test('251 commits are more than GitHub lists: nothing is judged, and all three checks say so', async () => {
  const changes = Array.from({ length: 251 }, (_, at) => ({ files: { [PERSON_FILE]: `${RENAMED}# ${at}\n` } }));
  await story.twin.as('anna').push(REPOSITORY, 'many', changes);
  const number = await story.twin.as('anna').openPull({ repo: REPOSITORY, head: 'many', title: 'Many' });
  await story.rest();
  for (const name of ['specification', 'records', 'approval'] as const) {
    const { conclusion, output } = checkOf(story, number, name);
    expect([conclusion, `${output.title} ${output.summary}`]).toEqual([
      'failure',
      expect.stringMatching(/too-many-commits.*251 commits/s),
    ]);
  }
});

test('a commit of more co-authors than GitHub lists could hide one who decides: nothing is judged', async () => {
  const people = Array.from({ length: 101 }, (_, at) => `Co-authored-by: Nobody ${at} <nobody-${at}@example.org>`);
  const message = `Rename\n\n${people.join('\n')}`;
  await story.twin.as('anna').push(REPOSITORY, 'crowd', { files: { [PERSON_FILE]: RENAMED }, message });
  const number = await story.twin.as('anna').openPull({ repo: REPOSITORY, head: 'crowd', title: 'Many' });
  await story.rest();
  await expectRefused(number, /too-many-authors.*102 authors/s);
});

test('paths out of the tree, and into git itself, are none of ours', async () => {
  const number = await withFiles({ '../x': '1', '.git/config': '2' }, fork);
  expect(said(number)).toMatch(/^success\n/);
  expect(botComments(story, number)).toEqual([]);
});

test.each(['spec/objects/../../x.yml', 'spec/objects/.git/x.yml', 'spec/objects/./x.yml'])(
  '%s is not followed, whatever is in it',
  async (path) => {
    const number = await withFiles({ [path]: objectFile('ssd_x', []) }, fork);
    await expectRefused(number, /unsafe-path/);
    expect(botComments(story, number)).toEqual([]);
  },
);

test('3,001 files beside one of ours are all seen, and nobody is kept from recording', async () => {
  const many = Array.from({ length: 3_000 }, (_, at) => [`notes/${at}.md`, 'Words\n']);
  const number = await propose(story, {
    files: { ...Object.fromEntries(many), [PERSON_FILE]: RENAMED },
    branch: 'wide',
  });
  expect(said(number)).toMatch(/^success\n/);
  expect(await commitsOf(story, 'main', 'wide')).toHaveLength(2);
});

test('a fork that is deleted before anybody looked is judged by what GitHub kept', async () => {
  await story.twin.as('ben').fork(REPOSITORY);
  story.twin.deliveries.hold();
  await story.twin.as('ben').push('ben/ssd', 'gone', { files: { [PERSON_FILE]: RENAMED }, message: 'Rename' });
  const number = await story.twin.as('ben').openPull({ repo: REPOSITORY, head: 'ben:gone', title: 'Gone' });
  await story.twin.as('ben').deleteFork('ben/ssd');
  story.twin.deliveries.release();
  await story.rest();
  expect(pullOf(story, number).head.repo?.deleted ?? true).toBe(true);
  expect(checkOf(story, number, 'records').conclusion).toBe('failure');
  const last = story.twin.world.pulls.at(-1);
  expect([last?.author.login, last?.head.ref]).toEqual([BOT, `spec-steward/pull-request-${number}`]);
  expect(checkOf(story, last?.number ?? 0, 'records').conclusion).toBe('success');
});

test('after all that a proposal as it should be goes through', async () => {
  const number = await open(story, { files: { [PERSON_FILE]: RENAMED }, branch: 'last' });
  await story.rest();
  expect(said(number)).toMatch(/^success\n/);
});
