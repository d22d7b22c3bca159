/** The endpoint of GraphQL. Its errors come with status 200. */
import { type Answer, type Call, ok, routes } from '../http/route.js';
import { Refusal } from '../refusal.js';
import { execute, node } from './execute.js';
import { ParseError, parse } from './parse.js';
import { MUTATION, QUERY } from './schema.js';

export const GRAPHQL_ROUTES = routes<Call>([['POST /graphql', 'graphql', 'none', answer]]);

async function answer(call: Call): Promise<Answer> {
  if (call.actor.kind === 'anonymous' || call.actor.kind === 'app') {
    throw new Refusal(401, 'This endpoint requires you to be authenticated.');
  }
  const { query, variables } = call.body as { query?: string; variables?: Record<string, unknown> | null };
  if (typeof query !== 'string')
    return ok({ errors: [{ message: 'A query attribute must be specified and must be a string.' }] });
  try {
    const operation = parse(query, variables ?? {});
    const root = node(operation.kind === 'mutation' ? MUTATION : QUERY, null);
    return ok(await execute(operation, root, call));
  } catch (error) {
    if (error instanceof ParseError) return ok({ errors: [{ message: error.message }] });
    throw error;
  }
}
