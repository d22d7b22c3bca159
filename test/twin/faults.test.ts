/** What goes wrong on order, and what is counted. */
import { Faults } from '../../sandbox/twin/faults.js';
import { HERE, REPO, refusalOf, type Stage, setStage } from './stage.js';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
  await stage.twin.as('rob').push(REPO, 'side', { files: { a: '1' } });
  await stage.twin.as('rob').openPull({ repo: REPO, head: 'side', title: 'Side' });
});
afterEach(() => stage.strike());

const say = (body = 'x') => stage.bot.rest.issues.createComment({ ...HERE, issue_number: 1, body });
const comments = () => stage.twin.world.comments.length;
const SAY = { method: 'POST', path: /\/comments$/ };

it('a request fails before anything is done', async () => {
  stage.twin.faults.add({ ...SAY, status: 502 });
  await expect(refusalOf(say())).resolves.toBe('502 Server Error');
  expect(comments()).toBe(0);
  await say();
  expect(comments()).toBe(1);
});

it('a request fails although the thing was done', async () => {
  stage.twin.faults.add({ ...SAY, status: 502, effect: 'done' });
  await expect(refusalOf(say())).resolves.toBe('502 Server Error');
  expect(comments()).toBe(1);
});

it('some requests are let through first, and several may be hit', async () => {
  stage.twin.faults.add({ ...SAY, status: 503, skip: 1, times: 2, message: 'No server is available' });
  const outcomes: string[] = [];
  for (let at = 0; at < 4; at += 1)
    outcomes.push(
      await say().then(
        () => 'done',
        ({ status }) => String(status),
      ),
    );
  expect(outcomes).toEqual(['done', '503', '503', 'done']);
});

it('a connection breaks, before or after', async () => {
  stage.twin.faults.add({ ...SAY, disconnect: true });
  await expect(say()).rejects.toThrow();
  expect(comments()).toBe(0);
  stage.twin.faults.add({ ...SAY, disconnect: true, effect: 'done' });
  await expect(say()).rejects.toThrow();
  expect(comments()).toBe(1);
});

it('an answer comes late', async () => {
  stage.twin.faults.add({ ...SAY, delay: 80 });
  const started = performance.now();
  await say();
  expect(performance.now() - started).toBeGreaterThanOrEqual(79);
});

it('one GraphQL query among others is hit by what it says', async () => {
  stage.twin.faults.add({ path: /^\/graphql$/, body: /rateLimit/, status: 502 });
  await expect(stage.bot.graphql('{ viewer { login } }')).resolves.toMatchObject({ viewer: {} });
  await expect(refusalOf(stage.bot.graphql('{ rateLimit { cost } }'))).resolves.toMatch(/^502/);
});

it('a 403 comes in the middle of a sequence', async () => {
  stage.twin.faults.add({ method: 'PATCH', status: 403, message: 'Resource not accessible by integration' });
  const { data } = await say();
  const edit = stage.bot.rest.issues.updateComment({ ...HERE, comment_id: data.id, body: 'y' });
  await expect(refusalOf(edit)).resolves.toBe('403 Resource not accessible by integration');
});

it('limits are hit, with the headers that say when to come back', async () => {
  stage.twin.faults.secondaryLimit(2, SAY);
  const secondary = await say().catch((reason) => reason);
  expect([secondary.status, secondary.response.headers['retry-after']]).toEqual([403, '2']);
  stage.twin.faults.primaryLimit(1_900_000_000);
  const primary = await say().catch((reason) => reason);
  expect(primary.response.headers).toMatchObject({ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1900000000' });
});

it('after a number of requests nothing gets through, as after a kill', async () => {
  stage.twin.faults.cutAfter(2);
  await say();
  await say();
  await expect(say()).rejects.toThrow();
  await expect(say()).rejects.toThrow();
  expect(comments()).toBe(2);
  stage.twin.faults.clear();
  await say();
  expect(comments()).toBe(3);
});

it('requests are counted as reads and writes, faults marked', async () => {
  stage.twin.requests.clear();
  stage.twin.faults.add({ ...SAY, status: 502 });
  await say().catch(() => undefined);
  await stage.bot.rest.repos.get(HERE);
  await stage.bot.graphql('{ viewer { login } }');
  await stage.bot
    .graphql('mutation { minimizeComment(input: {subjectId: "x", classifier: SPAM}) { clientMutationId } }')
    .catch(() => undefined);
  const { requests } = stage.twin;
  expect(requests.reads().map(({ template }) => template)).toEqual(['/repos/{owner}/{repo}', '/graphql']);
  expect(requests.writes().map(({ path, faulty }) => [path.split('/').at(-1), faulty])).toEqual([
    ['comments', true],
    ['graphql', false],
  ]);
});

it('nothing goes wrong after all is cleared', () => {
  const faults = new Faults();
  faults.add({ status: 500 });
  faults.truncateTrees = true;
  faults.fate = () => ({ copies: 0, delay: 0 });
  faults.clear();
  const target = { method: 'GET', path: '/', body: '' };
  expect([faults.strike(target), faults.truncateTrees]).toEqual([null, false]);
  expect(faults.fate({ guid: '', event: 'push', number: 1 })).toEqual({ copies: 1, delay: 0 });
});
