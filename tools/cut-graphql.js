// Cuts the types that the twin and its clients use out of GitHub's GraphQL schema: a schema that is valid by itself.
//
//   npm install --prefix /tmp/graphql @octokit/graphql-schema@15.26.1      (1.2 MB of schema: never in the project)
//   node tools/cut-graphql.js /tmp/graphql/node_modules/@octokit/graphql-schema
//
// Writes test/twin/schema.graphql. To use another field, add it below and run this again. Descriptions go, and so do
// arguments and interfaces whose types are not kept.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertValidSchema, buildSchema, Kind, parse, print } from 'graphql';

/** Fields by type. Types that are named here without fields are kept whole. */
const KEPT = {
  Query: 'repository viewer rateLimit',
  Mutation: 'createCommitOnBranch minimizeComment',
  RateLimit: 'cost limit remaining used resetAt',
  Repository: 'id databaseId name nameWithOwner isPrivate defaultBranchRef ref object pullRequest',
  Ref: 'name prefix target',
  GitObject: 'id oid abbreviatedOid',
  Commit: 'id oid abbreviatedOid message committedDate committer authors url tree file history',
  CommitHistoryConnection: 'nodes pageInfo totalCount',
  GitActorConnection: 'nodes pageInfo totalCount',
  GitActor: 'name email user',
  Tree: 'id oid abbreviatedOid entries',
  TreeEntry: 'name oid mode type size object',
  Blob: 'id oid abbreviatedOid byteSize isBinary isTruncated text',
  PageInfo: 'hasNextPage endCursor',
  Actor: 'login',
  User: 'id databaseId login',
  Bot: 'id databaseId login',
  Organization: 'id databaseId login',
  Mannequin: 'id databaseId login',
  PullRequest: 'id number author comments reviews commits reviewThreads',
  IssueCommentConnection: 'nodes pageInfo totalCount',
  IssueComment:
    'id fullDatabaseId author body createdAt lastEditedAt includesCreatedEdit isMinimized minimizedReason reactionGroups',
  ReactionGroup: 'content viewerHasReacted',
  PullRequestReviewConnection: 'nodes pageInfo totalCount',
  PullRequestReview: 'id fullDatabaseId author state body submittedAt commit',
  PullRequestCommitConnection: 'nodes pageInfo totalCount',
  PullRequestCommit: 'commit',
  PullRequestReviewThreadConnection: 'nodes pageInfo totalCount',
  PullRequestReviewThread: 'path comments',
  PullRequestReviewCommentConnection: 'nodes pageInfo totalCount',
  PullRequestReviewComment: 'fullDatabaseId author body',
  CreateCommitOnBranchPayload: 'clientMutationId commit',
  MinimizeCommentPayload: 'clientMutationId minimizedComment',
  Minimizable: 'isMinimized minimizedReason',
  CreateCommitOnBranchInput: '',
  CommittableBranch: '',
  CommitMessage: '',
  FileChanges: '',
  FileAddition: '',
  FileDeletion: '',
  MinimizeCommentInput: '',
  ReportedContentClassifiers: '',
  ReactionContent: '',
  PullRequestReviewState: '',
};

const SCALARS = new Set(['ID', 'Int', 'String', 'Boolean', 'Float']);

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const home = process.argv[2];
if (!home) throw new Error('name the folder of @octokit/graphql-schema');
const { name, version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
const whole = parse(readFileSync(join(home, 'schema.graphql'), 'utf8'));
const definitions = new Map(whole.definitions.flatMap((one) => (one.name ? [[one.name.value, one]] : [])));

const missing = Object.keys(KEPT).filter((type) => !definitions.has(type));
if (missing.length > 0) throw new Error(`not in the schema: ${missing.join(', ')}`);
const scalars = [...definitions.values()].filter(({ kind }) => kind === Kind.SCALAR_TYPE_DEFINITION);
const custom = new Set(scalars.map((scalar) => scalar.name.value));
const isKept = (type) => type in KEPT || SCALARS.has(type) || custom.has(type);

const types = Object.entries(KEPT).map(([type, fields]) =>
  cut(definitions.get(type), fields.split(' ').filter(Boolean)),
);
const text = types.map(print).join('\n\n');
const used = scalars.filter((scalar) => new RegExp(`\\b${scalar.name.value}\\b`).test(text));
const bare = used.map((scalar) => print({ ...scalar, description: undefined, directives: [] }));
const slice = `# Cut by tools/cut-graphql.js out of ${name}@${version} (MIT), GitHub's public schema.\n\n${[...bare, text].join('\n\n')}\n`;
assertValidSchema(buildSchema(slice));
writeFileSync(join(root, 'test/twin/schema.graphql'), slice);

function cut(definition, wanted) {
  const { fields = [], interfaces = [], values } = definition;
  const ours = interfaces.filter((one) => one.name.value in KEPT);
  const promised = ours.flatMap((one) => KEPT[one.name.value].split(' '));
  const names = [...new Set([...wanted, ...promised])];
  const chosen = wanted.length === 0 ? fields : names.map((field) => find(definition, field));
  return {
    ...plain(definition),
    ...(values ? { values: values.map(plain) } : {}),
    interfaces: ours,
    fields: chosen.map((field) => ({
      ...plain(field),
      ...(field.arguments ? { arguments: field.arguments.filter(({ type }) => isKept(nameOf(type))).map(plain) } : {}),
    })),
  };
}

function find({ name: type, fields }, wanted) {
  const found = fields.find((field) => field.name.value === wanted);
  if (!found) throw new Error(`${type.value} has no field ${wanted}`);
  return found;
}

function plain(node) {
  return { ...node, description: undefined, directives: [] };
}

function nameOf(type) {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}
