/** The door that GitHub knocks at: signatures, limits, events that concern nobody; and what the log never has. */
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { PERSON_FILE, RENAMED } from './standard.js';
import { beginStory, checkOf, propose, REPOSITORY, type Story } from './story.js';

let story: Story;
beforeEach(async () => {
  story = await beginStory();
});
afterEach(() => story.close());

const signed = (body: string, secret = 'secret') => `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** A delivery to the App's door. */
function knock(body: string, signature: string | null, event = 'pull_request'): Promise<Response> {
  const headers = {
    'content-type': 'application/json',
    'x-github-event': event,
    'x-github-delivery': randomUUID(),
    ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
  };
  return fetch(story.app.webhookUrl, { method: 'POST', headers, body });
}

const payload = (more: object = {}) =>
  JSON.stringify({
    action: 'opened',
    pull_request: { number: 1 },
    repository: { full_name: REPOSITORY, default_branch: 'main' },
    ...more,
  });

const requests = () => story.twin.requests.all().length;

test.each([
  ['signed with another secret', (body: string) => signed(body, 'guessed')],
  ['signed for another body', () => signed('{}')],
  ['signed with nonsense', () => 'sha256=zz'],
])('a delivery %s is refused, and nothing is looked at', async (_, signatureOf) => {
  const body = payload({ installation: { id: 1 } });
  const before = requests();
  const answer = await knock(body, signatureOf(body));
  await story.app.steward.idle();
  expect([answer.status, requests() - before]).toEqual([401, 0]);
});

test('a delivery without a signature is refused, and nothing is looked at', async () => {
  const before = requests();
  const { status } = await knock(payload({ installation: { id: 1 } }), null);
  await story.app.steward.idle();
  expect([status, requests() - before]).toEqual([401, 0]);
});

test('a body over 25 MB is refused with 413 before anything is made of it', async () => {
  const { status } = await knock('x'.repeat(25_000_001), 'sha256=00');
  expect(status).toBe(413);
  expect((await fetch(new URL('/health', story.app.webhookUrl))).status).toBe(200);
});

test('a body that does not say how long it is, is refused as soon as it is too long', async () => {
  const { hostname, port, pathname } = new URL(story.app.webhookUrl);
  const knocking = request({ hostname, port, path: pathname, method: 'POST' });
  const ended = new Promise<number>((resolve) => {
    knocking.on('response', ({ statusCode }) => resolve(statusCode ?? 0));
    // The App hangs up in the middle: some see its answer, some a broken connection.
    knocking.on('error', () => resolve(413));
  });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  let sent = 0;
  for (; sent < 100 && !isOver; sent += 1) {
    if (!knocking.write(Buffer.alloc(1_000_000, 'x'))) await Promise.race([once(knocking, 'drain'), ended]);
  }
  expect(await ended).toBe(413);
  knocking.destroy();
  expect(sent).toBeLessThan(100);
});

test('what GitHub could not deliver is asked for again, once, and done', async () => {
  const { twin } = story;
  const number = await propose(story, { files: { [PERSON_FILE]: RENAMED } });
  const written = await twin.text(REPOSITORY, 'proposal', PERSON_FILE);
  const edited = (written ?? '').replace(/^ {6}change_reason: .*$/m, '      change_reason: Because I say so');
  await twin.as('anna').push(REPOSITORY, 'proposal', { files: { [PERSON_FILE]: edited }, message: 'Say why' });
  await story.rest();
  // Nothing but this event says that the button was pressed: no sweep would find it out.
  twin.faults.fate = () => ({ copies: 0, delay: 0 });
  twin.as('stella').pressButton(checkOf(story, number, 'records').id, 'write-records');
  await story.rest();
  twin.faults.clear();
  expect(await twin.text(REPOSITORY, 'proposal', PERSON_FILE)).toBe(edited);
  await story.app.sweep();
  await story.rest();
  expect(await twin.text(REPOSITORY, 'proposal', PERSON_FILE)).toBe(written);
  const again = () => twin.deliveries.all().filter(({ redelivery }) => redelivery);
  expect(again().map(({ event, status }) => `${event} ${status}`)).toEqual(['check_run OK']);
  await story.app.sweep();
  await story.rest();
  expect(again()).toHaveLength(1);
});

test('an event without an installation, or of a kind that nobody asked for, is taken and forgotten', async () => {
  const before = requests();
  const [alone, other] = [payload(), payload({ installation: { id: 1 } })];
  const answers = [await knock(alone, signed(alone)), await knock(other, signed(other), 'star')];
  await story.app.steward.idle();
  expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
  expect(requests() - before).toBe(0);
});

test('GET /health says that the App is there; other addresses are not', async () => {
  const health = await fetch(new URL('/health', story.app.webhookUrl));
  expect([health.status, await health.text()]).toEqual([200, 'ok']);
  expect((await fetch(new URL('/', story.app.webhookUrl))).status).toBe(404);
  expect((await fetch(new URL('/health', story.app.webhookUrl), { method: 'POST', body: '{}' })).status).toBe(404);
});

test('the log has no key, no secret and no token, not even of requests that fail', async () => {
  const printed: string[] = [];
  const keep = (chunk: string | Uint8Array) => {
    printed.push(String(chunk));
    return true;
  };
  const streams = [process.stdout, process.stderr].map((stream) => ({ stream, write: stream.write }));
  for (const { stream } of streams) stream.write = keep;
  story.twin.faults.add({
    path: /check-runs/,
    method: 'POST',
    status: 403,
    message: 'Resource not accessible',
    times: 9,
  });
  // The App says that it failed, so the story does not come to rest without a complaint.
  await propose(story, { files: { [PERSON_FILE]: RENAMED } }).catch(() => undefined);
  const body = payload({ installation: { id: 1 } });
  await knock(body, signed(body, 'guessed'));
  for (const { stream, write } of streams) stream.write = write;
  const told = `${JSON.stringify(story.log)}${printed.join('')}`;
  expect(story.log.some(({ level }) => level === 'error')).toBe(true);
  const { privateKey, webhookSecret } = story.twin.app;
  const tokens = [...story.twin.world.tokens.keys()];
  expect(tokens.length).toBeGreaterThan(0);
  const key = privateKey.split('\n')[1] ?? privateKey;
  const secrets = [key, `"${webhookSecret}"`, signed(body), ...tokens];
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([]);
  expect(told).not.toMatch(/Bearer |ghs_|eyJ[\w-]+\.eyJ/);
});
