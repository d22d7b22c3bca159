import type { Content } from '../../sandbox/twin/actions/commit-files.js';
import { REPO, type Stage, setStage, takeRequests } from './stage.js';

let stage: Stage;
let time = Date.UTC(2026, 0, 1);
beforeEach(async () => {
  stage = await setStage({ 'a.yml': 'a: 0\n' }, { clock: () => new Date(time) });
});
afterEach(() => stage.strike());

async function push(files: Readonly<Record<string, Content>>): Promise<void> {
  time += 60_000;
  await stage.twin.as('ana').push(REPO, 'main', { files });
}

async function earlier(...paths: string[]): Promise<readonly string[]> {
  const commit = await stage.twin.head(REPO, 'main');
  stage.twin.requests.clear();
  return stage.forge.repository.earlierTexts({ name: 'main', commit }, paths);
}

describe('earlier texts', () => {
  test('take two requests, and one when they are known', async () => {
    await push({ 'a.yml': 'a: 1\n' });
    await push({ 'a.yml': 'a: 2\n' });
    await expect(earlier('a.yml')).resolves.toEqual(['a: 1\n', 'a: 0\n']);
    expect(takeRequests(stage.twin)).toEqual(['POST query', 'POST query']);
    await earlier('a.yml');
    expect(takeRequests(stage.twin)).toEqual(['POST query']);
  });

  test('ask for nothing without paths', async () => {
    await expect(earlier()).resolves.toEqual([]);
    expect(takeRequests(stage.twin)).toEqual([]);
  });

  test('take three requests at most, the newest texts first', async () => {
    const names = Array.from({ length: 50 }, (_, index) => `o${String(index).padStart(2, '0')}.yml`);
    for (let round = 0; round < 6; round++) {
      await push(Object.fromEntries(names.map((name) => [name, `${name}: ${round}\n`])));
    }
    const texts = await earlier(...names);
    expect(texts).toHaveLength(200);
    expect(texts.slice(0, 50)).toEqual(names.map((name) => `${name}: 4\n`));
    expect(texts.some((text) => text.endsWith(': 0\n'))).toBe(false);
    expect(takeRequests(stage.twin)).toHaveLength(3);
  });

  test('go twenty commits back', async () => {
    for (let round = 1; round <= 25; round++) await push({ 'a.yml': `a: ${round}\n` });
    const texts = await earlier('a.yml');
    expect(texts).toEqual(Array.from({ length: 20 }, (_, index) => `a: ${24 - index}\n`));
  });

  test('leave out what was no text, and find what was deleted', async () => {
    await push({ 'a.yml': Uint8Array.from([0, 255]) });
    await push({ 'a.yml': { link: 'b.yml' } });
    await push({ 'a.yml': null });
    await push({ 'a.yml': 'a: again\n' });
    await expect(earlier('a.yml')).resolves.toEqual(['a: 0\n']);
  });

  test('of a path with signs in it', async () => {
    const path = 'data/"quoted" \\ $name\n{é}.yml';
    await push({ [path]: 'before\n' });
    await push({ [path]: 'after\n' });
    await expect(earlier(path)).resolves.toEqual(['before\n']);
  });

  test('are none where GitHub refuses: the review goes on without', async () => {
    await push({ 'a.yml': 'a: 1\n' });
    stage.twin.faults.add({ path: /graphql/, body: /history/, status: 403, message: 'Resource not accessible' });
    await expect(earlier('a.yml')).resolves.toEqual([]);
    stage.twin.faults.add({ path: /graphql/, body: /Blobs/, times: 9, status: 502 });
    await expect(earlier('a.yml')).resolves.toEqual([]);
  });

  test('are none of a commit that is not there', async () => {
    const nowhere = { name: 'nowhere', commit: 'a'.repeat(40) };
    await expect(stage.forge.repository.earlierTexts(nowhere, ['a.yml'])).resolves.toEqual([]);
  });
});
