/** Holds GraphQL requests and answers against the slice of GitHub's own schema in schema.graphql. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  executeSync,
  type GraphQLFieldResolver,
  type GraphQLTypeResolver,
  getNamedType,
  isAbstractType,
  Kind,
  parse,
  type SelectionNode,
  validate,
} from 'graphql';
import type { Exchange } from '../../sandbox/twin/http/server.js';

/** The slice, as it lies in the repository. */
export const SCHEMA = buildSchema(readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8'));

interface Request {
  readonly query?: unknown;
  readonly variables?: Record<string, unknown> | null;
}

interface Answer {
  readonly data?: Record<string, unknown> | null;
  readonly errors?: unknown;
}

type Given = Readonly<Record<string, unknown>>;

/** What is wrong with a query, or with its answer. What was refused may be malformed; what was answered may not. */
export function judgeGraphql({ requestBody, responseBody, status }: Exchange): readonly string[] {
  const { query, variables } = (requestBody ?? {}) as Request;
  const { data, errors } = (responseBody ?? {}) as Answer;
  if (status !== 200 || errors !== undefined || typeof query !== 'string') return [];
  const document = parse(query);
  const wrong = validate(SCHEMA, document);
  if (wrong.length > 0) return wrong.map(({ message }) => `GraphQL query: ${message}`);
  const answered = executeSync({
    schema: SCHEMA,
    document,
    rootValue: data,
    variableValues: variables ?? {},
    fieldResolver: asAnswered,
    typeResolver: typeIn(document),
  });
  return (answered.errors ?? []).map(({ message, path }) => `GraphQL answer at ${path?.join('.')}: ${message}`);
}

/** The answer has each field under the name that the query gave it. */
const asAnswered: GraphQLFieldResolver<Given, unknown> = (source, _args, _context, { path }) => source[path.key];

/** As the answer says itself, or as the query narrows it. */
function typeIn(document: DocumentNode): GraphQLTypeResolver<Given, unknown> {
  return ({ __typename }, _context, { fieldNodes, returnType, schema }) => {
    if (typeof __typename === 'string') return __typename;
    const type = getNamedType(returnType);
    const possible = isAbstractType(type) ? schema.getPossibleTypes(type).map(({ name }) => name) : [];
    const asked = fieldNodes.flatMap(({ selectionSet }) => narrowings(document, selectionSet?.selections ?? []));
    return asked.find((name) => possible.includes(name)) ?? possible[0];
  };
}

function narrowings(document: DocumentNode, selections: readonly SelectionNode[]): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.INLINE_FRAGMENT) return selection.typeCondition?.name.value ?? [];
    if (selection.kind !== Kind.FRAGMENT_SPREAD) return [];
    const { value } = selection.name;
    return document.definitions.flatMap((one) =>
      one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === value ? one.typeCondition.name.value : [],
    );
  });
}
