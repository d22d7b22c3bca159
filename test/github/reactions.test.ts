import { openPull, REPO, type Stage, setStage } from './stage.js';

let stage: Stage;
let comment: number;
beforeEach(async () => {
  stage = await setStage();
  comment = stage.twin.as('mel').comment(REPO, await openPull(stage, { files: { 'a.yml': 'a: 1\n' } }), '/approve');
});
afterEach(() => stage.strike());

const reactions = () => {
  return stage.twin.world.comments[0]?.reactions.map(({ user, content }) => `${user.login} ${content}`);
};

test.each(['+1', '-1', 'eyes', 'confused', 'rocket'] as const)('a comment is answered with %s', async (reaction) => {
  await stage.forge.act({ kind: 'react', comment, reaction });
  expect(reactions()).toEqual([`spec-steward[bot] ${reaction}`]);
});

test('the same reaction twice is one, also after an answer that was lost', async () => {
  stage.twin.faults.add({ method: 'POST', path: /reactions$/, status: 502, effect: 'done' });
  await stage.forge.act({ kind: 'react', comment, reaction: '+1' });
  await stage.openForge().act({ kind: 'react', comment, reaction: '+1' });
  expect(reactions()).toEqual(['spec-steward[bot] +1']);
});

test('a comment that is gone needs none', async () => {
  stage.twin.as('mel').deleteComment(REPO, comment);
  await stage.forge.act({ kind: 'react', comment, reaction: '+1' });
  expect(stage.twin.world.comments).toEqual([]);
});

test('a refusal is thrown', async () => {
  stage.twin.faults.add({ method: 'POST', path: /reactions$/, status: 403, message: 'Resource not accessible' });
  await expect(stage.forge.act({ kind: 'react', comment, reaction: '+1' })).rejects.toThrow('answered 403');
});
