import type { PutComment } from '../../src/plan.js';
import { openPull, REPO, type Stage, setStage, takeRequests } from './stage.js';

const MARKER = '<!-- spec-steward:review -->';
const LOST = { status: 502, effect: 'done' } as const;

let stage: Stage;
let number: number;
beforeEach(async () => {
  stage = await setStage();
  number = await openPull(stage, { files: { 'a.yml': 'a: 1\n' } });
  stage.forge.takeCounts();
  stage.twin.requests.clear();
});
afterEach(() => stage.strike());

const wish = (text: string, id: number | null = null): PutComment => {
  return { kind: 'put-comment', number, id, body: `${MARKER}\n${text}` };
};

/** All comments on the pull request, `who: text without the marker`. */
function comments(): string[] {
  return stage.twin.world.comments.map(({ author, body }) => `${author.login}: ${body.replace(`${MARKER}\n`, '')}`);
}

describe('our comment', () => {
  test('is written once, and found again', async () => {
    await stage.forge.act(wish('first'));
    expect(comments()).toEqual(['spec-steward[bot]: first']);
    const own = await stage.forge.ownComment(number, MARKER);
    expect(own).toEqual({ id: expect.any(Number), body: `${MARKER}\nfirst` });
    await expect(stage.forge.ownComment(number, '<!-- another -->')).resolves.toBeNull();
  });

  test('is edited only when its text differs', async () => {
    await stage.forge.act(wish('first'));
    const { id } = (await stage.forge.ownComment(number, MARKER)) ?? { id: 0 };
    stage.forge.takeCounts();
    await stage.forge.act(wish('first', id));
    expect(stage.forge.takeCounts()).toEqual({ reads: 0, writes: 0 });
    await stage.forge.act(wish('second', id));
    expect(stage.forge.takeCounts()).toEqual({ reads: 0, writes: 1 });
    expect(comments()).toEqual(['spec-steward[bot]: second']);
  });

  test('is not the one that somebody else put the marker in', async () => {
    stage.twin.as('ana').comment(REPO, number, `${MARKER}\nforged`);
    await expect(stage.forge.ownComment(number, MARKER)).resolves.toBeNull();
    await stage.forge.act(wish('true'));
    expect(comments()).toEqual(['ana: forged', 'spec-steward[bot]: true']);
  });

  test('is found behind three hundred others', async () => {
    for (let count = 0; count < 300; count++) stage.twin.as('ana').comment(REPO, number, `talk ${count}`);
    await stage.forge.act(wish('late'));
    stage.twin.requests.clear();
    await expect(stage.forge.ownComment(number, MARKER)).resolves.toMatchObject({ body: `${MARKER}\nlate` });
    expect(takeRequests(stage.twin)).toHaveLength(4);
  });

  test('is found by another instance that was asked to write the first', async () => {
    await stage.forge.act(wish('first'));
    const other = stage.openForge();
    await other.act(wish('first'));
    await other.act(wish('second'));
    expect(comments()).toEqual(['spec-steward[bot]: second']);
  });

  test('is not doubled when the answer to the first was lost', async () => {
    stage.twin.faults.add({ method: 'POST', path: /comments$/, ...LOST });
    await stage.forge.act(wish('first'));
    expect(comments()).toEqual(['spec-steward[bot]: first']);
    expect(takeRequests(stage.twin).filter((request) => request.startsWith('POST'))).toHaveLength(1);
  });

  test.each([
    ['a 502', { status: 502 }],
    ['a broken connection', { disconnect: true }],
  ])('is written after %s that had no effect', async (_, fault) => {
    stage.twin.faults.add({ method: 'POST', path: /comments$/, ...fault });
    await stage.forge.act(wish('first'));
    expect(comments()).toEqual(['spec-steward[bot]: first']);
  });

  test('is edited in spite of an answer that was lost', async () => {
    await stage.forge.act(wish('first'));
    stage.twin.faults.add({ method: 'PATCH', ...LOST });
    const own = await stage.forge.ownComment(number, MARKER);
    await stage.forge.act(wish('second', own?.id));
    expect(comments()).toEqual(['spec-steward[bot]: second']);
  });

  test('is written anew when somebody deleted it', async () => {
    await stage.forge.act(wish('first'));
    const own = await stage.forge.ownComment(number, MARKER);
    stage.twin.as('mel').deleteComment(REPO, own?.id ?? 0);
    await stage.forge.act(wish('second', own?.id));
    expect(comments()).toEqual(['spec-steward[bot]: second']);
  });

  test('is put right again when somebody edited it', async () => {
    await stage.forge.act(wish('ours'));
    const { id } = (await stage.forge.ownComment(number, MARKER)) ?? { id: 0 };
    Object.assign(stage.twin.world.comments[0] ?? {}, { body: `${MARKER}\ntheirs` });
    await stage.forge.ownComment(number, MARKER);
    await stage.forge.act(wish('ours', id));
    expect(comments()).toEqual(['spec-steward[bot]: ours']);
  });

  test('is refused, unsent, when it is too large', async () => {
    const most = 65_536 - MARKER.length - 1;
    await expect(stage.forge.act(wish('x'.repeat(most + 1)))).rejects.toMatchObject({
      detail: { code: 'too-large', found: 'a comment body of 65537 characters', expected: 'at most 65536' },
    });
    expect(stage.forge.takeCounts()).toEqual({ reads: 0, writes: 0 });
    await stage.forge.act(wish('x'.repeat(most)));
    expect(comments()).toHaveLength(1);
  });
});

describe('two instances at one pull request', () => {
  const ours = () => stage.twin.world.comments.filter(({ author }) => author.login === 'spec-steward[bot]');

  test('that write the first at once leave one comment', async () => {
    const instances = Array.from({ length: 4 }, () => stage.openForge());
    await Promise.all(instances.map((forge, at) => forge.act(wish(`from ${at}`))));
    expect(comments()).toHaveLength(1);
    const [only] = ours();
    await expect(stage.openForge().ownComment(number, MARKER)).resolves.toMatchObject({ id: only?.id });
  });

  test('of which one wrote before the other looked again: the later comment goes, its text stays', async () => {
    const other = stage.openForge();
    // The other one has looked and found nothing; its comment is on its way when ours is made.
    stage.twin.faults.add({ method: 'POST', path: /comments$/, delay: 50 });
    const slow = other.act(wish('later'));
    await stage.forge.act(wish('first'));
    const [kept] = ours();
    await slow;
    expect(comments()).toEqual(['spec-steward[bot]: later']);
    expect(ours()[0]?.id).toBe(kept?.id);
  });

  test('that were killed between writing and looking again: the next one takes the later comment away', async () => {
    const bot = stage.twin.user('spec-steward[bot]', 'Bot');
    await stage.forge.act(wish('first'));
    const [first] = ours();
    if (first) stage.twin.world.comments.push({ ...first, id: first.id + 1, author: bot });
    const next = stage.openForge();
    await next.conversation(number);
    const own = await next.ownComment(number, MARKER);
    expect(own?.id).toBe(first?.id);
    await next.act(wish('second', own?.id));
    expect(comments()).toEqual(['spec-steward[bot]: second']);
  });

  test('that answer two commands keep both answers', async () => {
    const answer = (to: number): PutComment => {
      return { kind: 'put-comment', number, id: null, body: `<!-- spec-steward:answer ${to} -->\nTaken.` };
    };
    await Promise.all([1, 12, 1, 12].map((to) => stage.openForge().act(answer(to))));
    expect(comments().sort()).toEqual([1, 12].map((to) => `spec-steward[bot]: ${answer(to).body}`));
  });
});
