import { RequestFailed } from '../../src/github/request-failed.js';
import { allPages, once } from '../../src/github/requests.js';
import { type Answer, type Call, fakeConnection, nameOf } from './fake-github.js';

const at = { owner: 'oxford', repo: 'standard' };
const ok = { data: { id: 1, sha: 'abc' } };

/** Answers in turn; the last one stays. */
function inTurn(...answers: readonly Answer[]): () => Answer | undefined {
  let turn = 0;
  return () => answers[Math.min(turn++, answers.length - 1)];
}

async function failureOf(promise: Promise<unknown>): Promise<RequestFailed> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (error instanceof RequestFailed) return error;
  throw new Error(`not a failed request: ${error}`);
}

describe('requests', () => {
  test('are counted as reads and writes until the counts are taken', async () => {
    const { connection } = fakeConnection(({ path }) => (path === '/graphql' ? { data: { data: {} } } : ok));
    await connection.read('GET /repos/{owner}/{repo}', at);
    await connection.query('query Any { viewer { login } }');
    await connection.write('PATCH /repos/{owner}/{repo}', at);
    await connection.writeOnce('POST /repos/{owner}/{repo}/labels', { ...at, name: 'x' });
    await connection.mutateOnce('mutation Any { clientMutationId }');
    expect(connection.takeCounts()).toEqual({ reads: 2, writes: 3 });
    expect(connection.takeCounts()).toEqual({ reads: 0, writes: 0 });
  });

  test('all carry the version of the API that the code was written for', async () => {
    const { connection, calls } = fakeConnection(({ path }) => (path === '/graphql' ? { data: { data: {} } } : ok));
    await connection.read('GET /repos/{owner}/{repo}', at);
    await connection.write('PATCH /repos/{owner}/{repo}', at);
    await connection.writeOnce('POST /repos/{owner}/{repo}/labels', { ...at, name: 'x' });
    await connection.query('query Any { viewer { login } }');
    await connection.mutateOnce('mutation Any { clientMutationId }');
    expect(calls.map(({ headers }) => headers['x-github-api-version'])).toEqual(Array(5).fill('2022-11-28'));
  });

  test('that may happen twice are repeated by Octokit after a 502, others are not', async () => {
    const reading = fakeConnection(inTurn({ status: 502 }, ok));
    await reading.connection.read('GET /repos/{owner}/{repo}', at);
    expect(reading.calls).toHaveLength(2);
    const writing = fakeConnection(inTurn({ status: 502 }, ok));
    await writing.connection.write('PATCH /repos/{owner}/{repo}', at);
    expect(writing.calls).toHaveLength(2);
    const creating = fakeConnection(inTurn({ status: 502 }, ok));
    await failureOf(creating.connection.writeOnce('POST /repos/{owner}/{repo}/labels', { ...at, name: 'x' }));
    expect(creating.calls).toHaveLength(1);
    const committing = fakeConnection(inTurn({ status: 502 }, { data: { data: {} } }));
    await failureOf(committing.connection.mutateOnce('mutation Any { clientMutationId }'));
    expect(committing.calls).toHaveLength(1);
  });

  test('are named when they fail, without the token', async () => {
    const { connection } = fakeConnection(() => ({ status: 422, data: { message: 'Validation Failed' } }));
    const failure = await failureOf(connection.writeOnce('POST /repos/{owner}/{repo}/labels', { ...at, name: 'x' }));
    expect(failure.message).toBe(
      'POST https://api.github.com/repos/oxford/standard/labels answered 422: Validation Failed',
    );
    expect(failure.status).toBe(422);
    expect(failure.isUncertain).toBe(false);
    expect(JSON.stringify(failure.cause)).not.toContain('secret-token');
  });

  test('of GraphQL are named by their operation, with the types of their errors', async () => {
    const errors = [{ type: 'STALE_DATA', message: 'Expected branch to point to "a" but it did not.' }];
    const { connection } = fakeConnection(() => ({ data: { data: null, errors } }));
    const failure = await failureOf(connection.mutateOnce('mutation Commit($input: Input!) { x }'));
    expect(failure.message).toMatch(/^GraphQL mutation Commit answered: .*Expected branch to point to/s);
    expect(failure).toMatchObject({ status: 200, types: ['STALE_DATA'], isUncertain: false, isForbidden: false });
  });

  test('that got no answer are uncertain', async () => {
    const { connection } = fakeConnection(() => {
      throw new TypeError('fetch failed');
    });
    const failure = await failureOf(connection.writeOnce('POST /repos/{owner}/{repo}/labels', { ...at, name: 'x' }));
    expect(failure).toMatchObject({ status: 500, isUncertain: true });
    expect(failure.message).toContain('POST https://api.github.com/repos/oxford/standard/labels');
  });

  test.each([
    [{ status: 403, data: { message: 'Resource not accessible by integration' } }, true],
    [{ status: 403, data: { message: 'You have exceeded a secondary rate limit' } }, false],
    [{ status: 404, data: { message: 'Not Found' } }, false],
  ])('%j is a refusal for want of permission: %s', async (answer, expected) => {
    const { connection } = fakeConnection(() => answer);
    const failure = await failureOf(connection.writeOnce('POST /repos/{owner}/{repo}/labels', { ...at, name: 'x' }));
    expect(failure.isForbidden).toBe(expected);
  });
});

describe('once', () => {
  const failed = (status: number) => new RequestFailed('x', { status, types: [], cause: null });

  test('gives what was sent, and looks at nothing, when the answer came', async () => {
    const look = jestFunction<null>();
    await expect(once(async () => 'sent', look.run)).resolves.toBe('sent');
    expect(look.runs()).toBe(0);
  });

  test('gives what is there when the answer was lost', async () => {
    const send = jestFunction<string>(failed(502));
    await expect(once(send.run, async () => 'found')).resolves.toBe('found');
    expect(send.runs()).toBe(1);
  });

  test('sends once more when nothing is there, and no third time', async () => {
    const send = jestFunction<string>(failed(500), failed(502), failed(503));
    await expect(once(send.run, async () => null)).rejects.toMatchObject({ status: 502 });
    expect(send.runs()).toBe(2);
  });

  test.each([403, 404, 409, 422])('does not look after a %d: that is an answer', async (status) => {
    const send = jestFunction<string>(failed(status));
    await expect(once(send.run, async () => 'found')).rejects.toMatchObject({ status });
    expect(send.runs()).toBe(1);
  });
});

/** A function that throws its errors in turn. */
function jestFunction<T>(...errors: readonly Error[]) {
  let runs = 0;
  const run = async (): Promise<T> => {
    throw errors[runs++] ?? new Error('one run too many');
  };
  return { run, runs: () => runs };
}

describe('allPages', () => {
  const next = (page: number) => ({ link: `<https://api.github.com/x?page=${page}>; rel="next"` });
  const pages: Readonly<Record<string, Answer>> = {
    '1': { data: [{ name: 'a' }], headers: next(2) },
    '2': { data: [], headers: next(3) },
    '3': { data: [{ name: 'b' }], headers: { link: '<https://api.github.com/x?page=1>; rel="first"' } },
    '4': { data: [{ name: 'never' }] },
  };
  const pageOf = ({ path }: Call) => pages[new URL(path, 'https://x').searchParams.get('page') ?? ''];

  test('follows the links, also over a page that is short or empty', async () => {
    const { connection, calls } = fakeConnection(pageOf);
    const names: string[] = [];
    for await (const { name } of allPages(
      (page) => connection.read('GET /repos/{owner}/{repo}/labels', { ...at, page }),
      ({ data }) => data,
    )) {
      names.push(name);
    }
    expect(names).toEqual(['a', 'b']);
    expect(calls.map(nameOf)).toEqual(Array(3).fill('GET labels'));
  });

  test('reads no further than it is asked to', async () => {
    const { connection, calls } = fakeConnection(pageOf);
    for await (const { name } of allPages(
      (page) => connection.read('GET /repos/{owner}/{repo}/labels', { ...at, page }),
      ({ data }) => data,
    )) {
      if (name === 'a') break;
    }
    expect(calls).toHaveLength(1);
  });
});
