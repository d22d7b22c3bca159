/** The table of endpoints itself, and the judge that holds the twin against GitHub's description. */
import { makeRouter } from '../../sandbox/twin/http/router.js';
import { ROUTES } from '../../sandbox/twin/routes/table.js';
import { judgeExchange, SLICE } from './validate.js';

const described = Object.entries(SLICE.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
);
const rows = ROUTES.map(({ template, route }) => `${route.method} ${template} ${route.operation}`);

it('every endpoint is one row, and every row is in the description', () => {
  const ours = rows.filter((row) => !/ (graphql|codeload)$/.test(row));
  expect([...ours].sort()).toEqual([...described].sort());
  expect(new Set(rows).size).toBe(rows.length);
});

it('every row says what it needs', () => {
  const form = /^(none|app|[a-z_]+=(read|write)(; [a-z_]+=(read|write))*)$/;
  expect(ROUTES.filter(({ route }) => !form.test(route.needs)).map(({ template }) => template)).toEqual([]);
});

it('what changes something is never free to readers by mistake', () => {
  const open = ROUTES.filter(({ route }) => route.method !== 'GET' && /=read/.test(route.needs));
  expect(open.map(({ template }) => template)).toEqual([]);
});

describe('the router', () => {
  const find = makeRouter(ROUTES);
  const operation = (method: string, path: string) => find(method, `/repos/o/r${path}`)?.found.route.operation;

  it.each([
    ['GET', '', 'repos/get'],
    ['GET', '/commits/main', 'repos/get-commit'],
    ['GET', '/commits/heads/a/b/check-runs', 'checks/list-for-ref'],
    ['GET', '/commits/abc/pulls', 'repos/list-pull-requests-associated-with-commit'],
    ['POST', '/pulls/1/comments', 'pulls/create-review-comment'],
    ['POST', '/pulls/comments/1/reactions', 'reactions/create-for-pull-request-review-comment'],
    ['GET', '/issues/comments/1', 'issues/get-comment'],
    ['GET', '/issues/1/comments', 'issues/list-comments'],
    ['GET', '/releases/tags/v1', 'repos/get-release-by-tag'],
    ['GET', '/contents/a/b/c.yml', 'repos/get-content'],
    ['GET', '/compare/a...o:b%2Fc', 'repos/compare-commits-with-basehead'],
  ])('%s %s is %s', (method, path, expected) => {
    expect(operation(method, path)).toBe(expected);
  });

  it('decodes parameters, takes broken encodings as they are, and knows nothing else', () => {
    expect(find('GET', '/repos/o/r/labels/spec%3A%20x')?.params.name).toBe('spec: x');
    expect(find('GET', '/repos/o/r/labels/%E0%A4%A')?.params.name).toBe('%E0%A4%A');
    expect(find('GET', '/repos/o/r/pulls/abc')).toBeNull();
    expect(find('DELETE', '/repos/o/r')).toBeNull();
  });
});

describe('the judge', () => {
  const exchange = {
    method: 'GET',
    template: '/repos/{owner}/{repo}/labels',
    path: '/repos/o/r/labels',
    query: {},
    requestBody: undefined,
    status: 200,
    responseBody: [
      { id: 1, node_id: 'x', url: 'https://x/', name: 'n', color: 'ffffff', default: false, description: null },
    ] as unknown,
  };

  it('is content with what is described', () => {
    expect(judgeExchange(exchange)).toEqual([]);
  });

  it.each([
    ['an answer without a field', { responseBody: [{ id: 1 }] }, /must have required property/],
    ['an answer of another kind', { responseBody: {} }, /must be array/],
    ['an unknown query', { query: { colour: 'red' } }, /query parameter colour is not described/],
    ['a query that is no number', { query: { page: 'two' } }, /must be integer/],
    ['an unknown endpoint', { template: null }, /not in the description/],
    ['a status that it does not have', { status: 418 }, /status 418 is not described/],
    [
      'an unknown field',
      { method: 'POST', requestBody: { name: 'n', colour: 'red' }, status: 404 },
      /field colour of the request/,
    ],
    [
      'a field of another kind',
      { method: 'POST', requestBody: { name: 1 }, status: 201 },
      /request\/name must be string/,
    ],
  ])('finds %s', (_, change, expected) => {
    expect(judgeExchange({ ...exchange, ...change }).join('\n')).toMatch(expected);
  });

  it('knows where the slice comes from, and under which licence', () => {
    const { info } = SLICE as unknown as { info: Record<string, string> };
    expect(info).toMatchObject({ license: 'MIT', source: expect.stringMatching(/^@octokit\/openapi@\d/) });
    expect(info.notice).toContain('Permission is hereby granted');
  });
});
