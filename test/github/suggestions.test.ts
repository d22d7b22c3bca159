import type { Suggest } from '../../src/plan.js';
import { openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

const LINES = Array.from({ length: 30 }, (_, index) => `line ${index + 1}\n`);

let stage: Stage;
let number: number;
let commit: string;
beforeEach(async () => {
  stage = await setStage({ 'a.yml': LINES.join('') });
  const changed = LINES.with(1, 'changed\n').join('');
  number = await openPull(stage, { files: { 'a.yml': changed } });
  commit = await stage.twin.head(REPO, 'proposal');
  stage.twin.requests.clear();
});
afterEach(() => stage.strike());

const wish = (line: number, body = '<!-- spec-steward:suggest 1 -->\n```suggestion\nline 2\n```'): Suggest => {
  return { kind: 'suggest', number, commit, path: 'a.yml', line, body };
};
const written = () => stage.twin.world.reviewComments.map(({ author, line, body }) => [author.login, line, body]);

describe('a suggestion', () => {
  test('stands on its line of the head', async () => {
    await stage.forge.act(wish(2));
    expect(written()).toEqual([['spec-steward[bot]', 2, wish(2).body]]);
    expect(stage.twin.world.reviewComments[0]).toMatchObject({ path: 'a.yml', side: 'RIGHT' });
  });

  test('is left out where the difference does not show the line', async () => {
    await stage.forge.act(wish(29));
    expect(written()).toEqual([]);
    expect(takeRequests(stage.twin)).toEqual([`POST pulls/${number}/comments`]);
  });

  test('is left out on a commit that the pull request has not', async () => {
    await stage.forge.act({ ...wish(2), commit: 'a'.repeat(40) });
    expect(written()).toEqual([]);
  });

  test('is not doubled when the answer was lost', async () => {
    stage.twin.faults.add({ method: 'POST', path: /comments$/, status: 502, effect: 'done' });
    await stage.forge.act(wish(2));
    expect(written()).toHaveLength(1);
  });

  test('is written after a 502 without effect', async () => {
    stage.twin.faults.add({ method: 'POST', path: /comments$/, status: 502 });
    await stage.forge.act(wish(2));
    expect(written()).toHaveLength(1);
  });

  test('is refused, unsent, when it is too large', async () => {
    await expect(stage.forge.act(wish(2, 'x'.repeat(65_537)))).rejects.toMatchObject({ detail: { code: 'too-large' } });
    expect(takeRequests(stage.twin)).toEqual([]);
  });

  test('other errors are thrown with the request named', async () => {
    stage.twin.faults.add({ method: 'POST', path: /comments$/, status: 403, message: 'Resource not accessible' });
    const url = `${stage.twin.url}/repos/${REPO}/pulls/${number}/comments`;
    await expect(stage.forge.act(wish(2))).rejects.toThrow(`POST ${url} answered 403: Resource not accessible`);
  });
});

describe('our suggestions', () => {
  test('are those of our account, on all pages', async () => {
    for (let count = 0; count < 101; count++) await stage.forge.act(wish(2, `ours ${count}`));
    Object.assign(stage.twin.world.reviewComments[0] ?? {}, { author: stage.twin.user('ana') });
    const bodies = await stage.forge.ownSuggestions(number);
    expect(bodies).toHaveLength(100);
    expect(bodies).not.toContain('ours 0');
    expect(bodies).toContain('ours 100');
  });

  test('are none at first', async () => {
    await expect(stage.forge.ownSuggestions(number)).resolves.toEqual([]);
  });
});
