import type { LabelWish, SetLabels } from '../../src/plan.js';
import { openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

let stage: Stage;
let number: number;
beforeEach(async () => {
  stage = await setStage();
  number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
  stage.twin.requests.clear();
});
afterEach(() => stage.strike());

const label = (name: string): LabelWish => ({ name, color: '1d76db', description: `About ${name}` });
const wish = (add: readonly string[], remove: readonly string[] = []): SetLabels => {
  return { kind: 'set-labels', number, add: add.map(label), remove };
};
const labels = () => stage.twin.pull(REPO, number).labels.map(({ name }) => name);

describe('labels', () => {
  test('are made with colour and description where the repository has none, and added together', async () => {
    await stage.forge.act(wish(['spec: new feature', 'cms: mosaic']));
    expect(stage.repo.labels).toMatchObject([
      { name: 'spec: new feature', color: '1d76db', description: 'About spec: new feature' },
      { name: 'cms: mosaic' },
    ]);
    expect(labels()).toEqual(['spec: new feature', 'cms: mosaic']);
    expect(takeRequests(stage.twin)).toEqual([
      'GET labels',
      'POST labels',
      'POST labels',
      `POST issues/${number}/labels`,
    ]);
  });

  test('that are known cost one request', async () => {
    await stage.forge.act(wish(['cms: mosaic']));
    stage.twin.requests.clear();
    await stage.forge.act(wish(['cms: mosaic']));
    expect(takeRequests(stage.twin)).toEqual([`POST issues/${number}/labels`]);
  });

  test('that people coloured stay as they are, in any letter case', async () => {
    stage.repo.labels.push({ id: 1, name: 'CMS: Mosaic', color: 'ff0000', description: 'ours' });
    await stage.forge.act(wish(['cms: mosaic']));
    expect(stage.repo.labels).toMatchObject([{ name: 'CMS: Mosaic', color: 'ff0000', description: 'ours' }]);
    expect(labels()).toEqual(['CMS: Mosaic']);
  });

  test('are found on all pages of those that are there', async () => {
    for (let id = 1; id <= 120; id++)
      stage.repo.labels.push({ id, name: `l${id}`, color: 'ff0000', description: null });
    await stage.forge.act(wish(['l120']));
    expect(stage.repo.labels).toHaveLength(120);
  });

  test('that somebody makes at the same moment are taken as they are', async () => {
    await stage.forge.act(wish(['a']));
    const other = stage.openForge();
    await other.act(wish(['a']));
    await other.act(wish(['b']));
    await stage.forge.act(wish(['b']));
    expect(labels()).toEqual(['a', 'b']);
  });

  test('are removed one by one, those of people stay', async () => {
    await stage.forge.act(wish(['spec: breaking', 'cms: mosaic']));
    stage.twin.as('mel').label(REPO, number, 'help wanted');
    await stage.forge.act(wish([], ['spec: breaking', 'cms: mosaic']));
    expect(labels()).toEqual(['help wanted']);
  });

  test('that are gone already are no error', async () => {
    await stage.forge.act(wish([], ['spec: breaking']));
    expect(labels()).toEqual([]);
  });

  test.each([
    ['making', 'POST', /\/standard\/labels$/],
    ['adding', 'POST', /issues\/\d+\/labels$/],
    ['removing', 'DELETE', /labels/],
  ])('are right in spite of a lost answer to %s', async (_, method, path) => {
    await stage.forge.act(wish(['old']));
    stage.twin.faults.add({ method, path, status: 502, effect: 'done' });
    await stage.forge.act(wish(['new'], ['old']));
    expect(labels()).toEqual(['new']);
    expect(stage.repo.labels).toHaveLength(2);
  });

  test('with signs in their names are removed as well', async () => {
    const name = 'return: A/B ? 50 % #1';
    await stage.forge.act(wish([name]));
    await stage.forge.act(wish([], [name]));
    expect(labels()).toEqual([]);
  });
});
