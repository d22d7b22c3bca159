// Cuts what the twin and its clients use out of GitHub's description of its API, as JSON Schema that ajv understands.
//
//   npm install --prefix /tmp/openapi @octokit/openapi@23.0.2      (395 MB: never in the project)
//   node tools/cut-openapi.js /tmp/openapi/node_modules/@octokit/openapi
//
// Writes test/twin/openapi.json. Texts, examples and extensions go; `nullable` becomes `anyOf`, and null is added to
// its enumerations. To use another endpoint, add its operation below and run this again.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OPERATIONS = new Set([
  'apps/create-installation-access-token',
  'apps/get-authenticated',
  'apps/get-installation',
  'apps/get-repo-installation',
  'apps/get-webhook-delivery',
  'apps/list-installations',
  'apps/list-repos-accessible-to-installation',
  'apps/list-webhook-deliveries',
  'apps/redeliver-webhook-delivery',
  'checks/create',
  'checks/get',
  'checks/get-suite',
  'checks/list-annotations',
  'checks/list-for-ref',
  'checks/list-suites-for-ref',
  'checks/rerequest-run',
  'checks/rerequest-suite',
  'checks/update',
  'git/create-blob',
  'git/create-commit',
  'git/create-ref',
  'git/create-tree',
  'git/delete-ref',
  'git/get-blob',
  'git/get-commit',
  'git/get-ref',
  'git/get-tree',
  'git/list-matching-refs',
  'git/update-ref',
  'issues/add-labels',
  'issues/create-comment',
  'issues/create-label',
  'issues/delete-comment',
  'issues/get-comment',
  'issues/get-label',
  'issues/list-comments',
  'issues/list-labels-for-repo',
  'issues/list-labels-on-issue',
  'issues/remove-label',
  'issues/update-comment',
  'issues/update-label',
  'orgs/get-membership-for-user',
  'pulls/check-if-merged',
  'pulls/create',
  'pulls/create-review',
  'pulls/create-review-comment',
  'pulls/dismiss-review',
  'pulls/get',
  'pulls/get-review',
  'pulls/list',
  'pulls/list-commits',
  'pulls/list-files',
  'pulls/list-review-comments',
  'pulls/list-reviews',
  'pulls/merge',
  'pulls/update',
  'pulls/update-branch',
  'rate-limit/get',
  'reactions/create-for-issue-comment',
  'reactions/create-for-pull-request-review-comment',
  'reactions/delete-for-issue-comment',
  'reactions/list-for-issue-comment',
  'repos/compare-commits-with-basehead',
  'repos/create-commit-status',
  'repos/create-release',
  'repos/download-tarball-archive',
  'repos/get',
  'repos/get-branch',
  'repos/get-branch-rules',
  'repos/get-collaborator-permission-level',
  'repos/get-combined-status-for-ref',
  'repos/get-commit',
  'repos/get-content',
  'repos/get-release-by-tag',
  'repos/list-branches',
  'repos/list-commit-statuses-for-ref',
  'repos/list-commits',
  'repos/list-pull-requests-associated-with-commit',
  'repos/list-release-assets',
  'repos/list-releases',
  'repos/list-tags',
  'repos/merge',
  'repos/upload-release-asset',
  'teams/get-by-name',
  'teams/get-membership-for-user-in-org',
  'teams/list',
  'teams/list-members-in-org',
  'users/get-by-username',
]);

const EVENTS = [
  'check-run-completed',
  'check-run-created',
  'check-run-requested-action',
  'check-run-rerequested',
  'check-suite-rerequested',
  'installation-created',
  'installation-deleted',
  'issue-comment-created',
  'issue-comment-deleted',
  'issue-comment-edited',
  'merge-group-checks-requested',
  'merge-group-destroyed',
  'ping',
  'pull-request-closed',
  'pull-request-edited',
  'pull-request-labeled',
  'pull-request-opened',
  'pull-request-reopened',
  'pull-request-review-dismissed',
  'pull-request-review-submitted',
  'pull-request-synchronize',
  'pull-request-unlabeled',
  'push',
];

// Five events repeat the whole pull request inline, 40 kB each; the component says the same in one place.
const SAME_AS_COMPONENT = {
  'webhook-pull-request-labeled': 'pull-request-webhook',
  'webhook-pull-request-unlabeled': 'pull-request-webhook',
  'webhook-pull-request-synchronize': 'pull-request-webhook',
  'webhook-pull-request-review-dismissed': 'pull-request-simple',
  'webhook-pull-request-review-submitted': 'pull-request-simple',
};

const KEPT_FORMATS = new Set(['date-time', 'uri']);
const TEXTS = new Set(['description', 'summary', 'example', 'examples', 'tags', 'externalDocs', 'title', 'deprecated']);
const DROPPED = new Set([...TEXTS, 'default', 'security', 'callbacks', 'links', 'discriminator']);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const home = process.argv[2];
if (!home) throw new Error('name the folder of @octokit/openapi');
const packageFile = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const whole = JSON.parse(readFileSync(join(home, 'generated/api.github.com.json'), 'utf8'));

const paths = cutPaths();
const webhooks = cutWebhooks();
correctPaths(paths);
const schemas = cutSchemas({ paths, webhooks });
correctSchemas(schemas);
write({ info: about(), paths, webhooks, schemas });

function cutPaths() {
  const kept = {};
  const missing = new Set(OPERATIONS);
  for (const [path, methods] of Object.entries(whole.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      if (!OPERATIONS.has(operation.operationId)) continue;
      missing.delete(operation.operationId);
      kept[path] = { ...kept[path], [method]: cutOperation(operation) };
    }
  }
  if (missing.size > 0) throw new Error(`not in the description: ${[...missing].join(', ')}`);
  return kept;
}

function cutOperation({ operationId, parameters = [], requestBody, responses }) {
  const inQuery = parameters.map(resolve).filter((parameter) => parameter.in === 'query');
  const query = Object.fromEntries(inQuery.map(({ name, schema }) => [name, cut(schema)]));
  const request = requestBody && bodySchema(requestBody);
  const answers = Object.entries(responses).map(([status, response]) => [
    status,
    bodySchema(resolve(response)) ?? null,
  ]);
  return { operationId, query, ...(request ? { request } : {}), responses: Object.fromEntries(answers) };
}

/** Answers with several media types differ only in what a text is called. */
function bodySchema({ content }) {
  const schema = content?.['application/json']?.schema ?? Object.values(content ?? {})[0]?.schema;
  return schema && cut(schema);
}

function cutWebhooks() {
  return Object.fromEntries(
    EVENTS.map((name) => [name, bodySchema(resolve(whole['x-webhooks'][name].post.requestBody))]),
  );
}

/** Every schema that is named by what is kept, and those that these name. */
function cutSchemas(kept) {
  const found = {};
  const visit = (value) => {
    for (const [, name] of JSON.stringify(value).matchAll(/"#\/schemas\/([^"]+)"/g)) {
      if (found[name]) continue;
      found[name] = cut(slim(name, whole.components.schemas[name]));
      visit(found[name]);
    }
  };
  visit(kept);
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function slim(name, schema) {
  const component = SAME_AS_COMPONENT[name];
  if (!component) return schema;
  const pull_request = { $ref: `#/components/schemas/${component}` };
  return { ...schema, properties: { ...schema.properties, pull_request } };
}

function cut(schema) {
  if (Array.isArray(schema)) return schema.map(cut);
  if (typeof schema !== 'object' || schema === null) return schema;
  if (schema.$ref) return { $ref: schema.$ref.replace('#/components/schemas/', '#/schemas/') };
  const { nullable, ...rest } = schema;
  const kept = Object.fromEntries(Object.entries(rest).flatMap(cutKeyword));
  return nullable ? orNull(kept) : kept;
}

function cutKeyword([keyword, value]) {
  if (DROPPED.has(keyword) || keyword.startsWith('x-')) return [];
  if (keyword === 'format' && !KEPT_FORMATS.has(value)) return [];
  if (keyword !== 'properties') return [[keyword, keyword === 'enum' || keyword === 'required' ? value : cut(value)]];
  return [[keyword, Object.fromEntries(Object.entries(value).map(([name, schema]) => [name, cut(schema)]))]];
}

function orNull(schema) {
  const value = schema.enum && !schema.enum.includes(null) ? { ...schema, enum: [...schema.enum, null] } : schema;
  return { anyOf: [{ type: 'null' }, schema.enum ? { enum: value.enum } : value] };
}

/** Where the description is wrong about what GitHub answers. */
function correctPaths(paths) {
  // Here alone an account would have to be a person and an enterprise at once.
  paths['/app/installations'].get.responses[200].items = { $ref: '#/schemas/installation' };
}

function correctSchemas(schemas) {
  // A deleted fork leaves a pull request with nothing behind its head.
  for (const name of ['pull-request', 'pull-request-simple']) {
    const head = schemas[name].properties.head.properties;
    head.repo = orNull(head.repo);
  }
  // A comment whose line is no longer part of the difference stands nowhere.
  const comment = schemas['pull-request-review-comment'].properties;
  for (const field of ['line', 'position']) comment[field] = orNull(comment[field]);
  // In this one place an App's events know the merge queue by an older name only.
  const suite = JSON.stringify(schemas['webhook-check-suite-rerequested']);
  const renamed = suite.replace('"merge_queue_entry"', '"merge_group","merge_queue_entry"');
  schemas['webhook-check-suite-rerequested'] = JSON.parse(renamed);
}

function resolve(value) {
  if (!value.$ref) return value;
  return value.$ref
    .slice(2)
    .split('/')
    .reduce((place, key) => place[key], whole);
}

function about() {
  const { title, version, license } = whole.info;
  const source = `${packageFile.name}@${packageFile.version}`;
  return { title, version, source, license: license.name, notice: readFileSync(join(home, 'LICENSE'), 'utf8') };
}

/** One line a path, an event and a schema, so that differences can be read. */
function write(slice) {
  const lines = Object.entries(slice).map(([part, rows]) => {
    const body = Object.entries(rows).map(([name, row]) => `${JSON.stringify(name)}: ${JSON.stringify(row)}`);
    return `${JSON.stringify(part)}: {\n${body.join(',\n')}\n}`;
  });
  writeFileSync(join(root, 'test/twin/openapi.json'), `{\n${lines.join(',\n')}\n}\n`);
}
