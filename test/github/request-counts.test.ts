/** What a review costs in requests: the same for a large standard as for a small one. */
import type { Forge } from '../../src/forge.js';
import { ObjectCache } from '../../src/github/object-cache.js';
import type { PutCheck } from '../../src/plan.js';
import { openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

const MARKER = '<!-- spec-steward:review -->';
const REGISTER = 'spec-steward/register';
const PLACES = ['data/objects', 'data/code_sets', 'data/relationships.yml', 'docs/log.csv', 'CHANGELOG.md'];

const specification = (objects: number): Record<string, string> => ({
  'CHANGELOG.md': '# Changes\n',
  'docs/log.csv': 'item_ref\n',
  'data/relationships.yml': 'relationships: []\n',
  ...Object.fromEntries(Array.from({ length: objects }, (_, index) => [`data/objects/o${index}.yml`, `o: ${index}\n`])),
});

const FIVE = Object.fromEntries(
  Array.from({ length: 5 }, (_, index) => [`data/objects/o${index}.yml`, `new: ${index}\n`]),
);

/** Reads what a review of a pull request reads. */
async function read(forge: Forge, number: number): Promise<void> {
  const pull = await forge.pull(number);
  const { mergeBase } = await forge.compare(pull.baseCommit, pull.headCommit);
  const { repository } = forge;
  await repository.readText({ name: 'base', commit: pull.baseCommit }, 'spec-steward.yml');
  await repository.hasFolder({ name: 'base', commit: pull.baseCommit }, 'data/objects');
  await repository.readFiles({ name: 'base', commit: mergeBase }, PLACES);
  await repository.readFiles({ name: 'head', commit: pull.headCommit }, PLACES);
  const register = await forge.branch(REGISTER);
  if (register) await repository.readText({ name: REGISTER, commit: register }, 'register.csv');
  await forge.conversation(number);
  await forge.ownComment(number, MARKER);
  await forge.checkRuns(pull.headCommit);
  await forge.ownSuggestions(number);
}

async function withRegister(forge: Forge, text: string): Promise<void> {
  const expectedHead = (await forge.branch(REGISTER)) ?? '';
  const files = [{ path: 'register.csv', text }];
  const commit = { kind: 'commit-files', repository: REPO, branch: REGISTER, message: 'register' } as const;
  await forge.act({ ...commit, expectedHead, files });
}

describe.each([48, 480])('a review of five changed files in a standard of %d objects', (objects) => {
  const cache = new ObjectCache();
  let stage: Stage;
  let forge: Forge;
  let number: number;
  beforeAll(async () => {
    stage = await setStage(specification(objects));
    await withRegister(stage.openForge(cache), 'identifier\n');
    await read(
      stage.openForge(cache),
      await openPull(stage, { branch: 'zero', files: { 'data/objects/o9.yml': 'o: 0\n' } }),
    );
    number = await openPull(stage, { branch: 'first', files: FIVE });
  });
  beforeEach(() => {
    forge = stage.openForge(cache);
    stage.twin.requests.clear();
  });
  afterAll(() => stage.strike());

  test('takes seven reads when the process knows the standard', async () => {
    await read(forge, number);
    const headCommit = await stage.twin.head(REPO, 'first');
    expect(takeRequests(stage.twin)).toEqual([
      `GET pulls/${number}`,
      `GET compare/main...${headCommit}`,
      `GET git/trees/${headCommit}`,
      'POST query',
      `GET git/ref/heads%2Fspec-steward%2Fregister`,
      'POST query',
      `GET commits/${headCommit}/check-runs`,
    ]);
    expect(forge.takeCounts()).toEqual({ reads: 7, writes: 0 });
  });

  test('takes five reads when nothing has changed', async () => {
    await read(forge, number);
    expect(forge.takeCounts()).toEqual({ reads: 5, writes: 0 });
  });

  test('takes one read more when we have written the register, two when another process has', async () => {
    await withRegister(forge, 'identifier\nSSD-0001\n');
    forge.takeCounts();
    await read(forge, number);
    expect(forge.takeCounts().reads).toBe(6);
    await withRegister(stage.openForge(), 'identifier\nSSD-0001\nSSD-0002\n');
    await read(forge, number);
    expect(forge.takeCounts().reads).toBe(7);
  });

  test('takes one read more when the base branch has moved', async () => {
    await stage.twin.as('mel').push(REPO, 'main', { files: { 'README.md': '# Moved\n' } });
    await read(forge, number);
    expect(forge.takeCounts().reads).toBe(6);
  });

  test('takes twelve reads at a cold start, however many files there are', async () => {
    const cold = stage.openForge();
    await read(cold, number);
    // Three trees more than the head's, the register's text, and the base's files: as a batch or as an archive.
    expect(cold.takeCounts()).toEqual({ reads: 12, writes: 0 });
  });
});

describe('writing', () => {
  let stage: Stage;
  let number: number;
  let commit: string;
  beforeAll(async () => {
    stage = await setStage(specification(3));
    number = await openPull(stage, { files: FIVE });
    commit = await stage.twin.head(REPO, 'proposal');
  });
  afterAll(() => stage.strike());

  const check = (digest: string): PutCheck => ({
    kind: 'put-check',
    commit,
    name: 'spec-steward/specification',
    conclusion: 'success',
    title: 'Fine',
    summary: 'Nothing to do',
    text: '',
    annotations: [],
    buttons: [],
    digest,
  });

  test('takes one write for each thing that changes, and no reads', async () => {
    await stage.forge.act({ kind: 'put-comment', number, id: null, body: `${MARKER}\none` });
    await read(stage.forge, number);
    const id = (await stage.forge.ownComment(number, MARKER))?.id ?? null;
    stage.forge.takeCounts();
    await stage.forge.act({ kind: 'put-comment', number, id, body: `${MARKER}\ntwo` });
    await stage.forge.act(check('d1'));
    expect(stage.forge.takeCounts()).toEqual({ reads: 0, writes: 2 });
  });

  test('takes nothing when nothing changes', async () => {
    await read(stage.forge, number);
    const id = (await stage.forge.ownComment(number, MARKER))?.id ?? null;
    stage.forge.takeCounts();
    await stage.forge.act({ kind: 'put-comment', number, id, body: `${MARKER}\ntwo` });
    await stage.forge.act(check('d1'));
    expect(stage.forge.takeCounts()).toEqual({ reads: 0, writes: 0 });
  });
});

describe('a pull request of 3,001 files', () => {
  test('is read whole, by its trees', async () => {
    const stage = await setStage(specification(3));
    const files = Object.fromEntries(
      Array.from({ length: 3_001 }, (_, index) => [`data/objects/n${index}.yml`, `n: ${index}\n`]),
    );
    const number = await openPull(stage, { files });
    const pull = await stage.forge.pull(number);
    const head = { name: 'head', commit: pull.headCommit };
    stage.forge.takeCounts();
    const read = await stage.forge.repository.readFiles(head, ['data/objects']);
    expect(read).toHaveLength(3_004);
    expect(read.every(({ bytes }) => bytes.length > 0)).toBe(true);
    expect(stage.forge.takeCounts()).toEqual({ reads: 2, writes: 0 });
    await expect(stage.forge.changedFiles(pull.baseCommit, pull.headCommit)).resolves.toHaveLength(3_001);
    await stage.strike();
  });
});
