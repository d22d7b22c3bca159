/** Answers parsed fields from tables of types, with errors in GitHub's form. */
import { Refusal } from '../refusal.js';
import type { Field, Operation, Selection } from './parse.js';

/** Arguments of a field, variables filled in. */
export type Args = Readonly<Record<string, unknown>>;

/** A thing with the type that says which fields it has. */
export interface Node<C> {
  readonly type: ObjectType<C>;
  readonly value: unknown;
}

/** A type of the schema. */
export interface ObjectType<C> {
  readonly name: string;
  /** A field gives a plain value, a node, a list of either, or null. */
  readonly fields: Readonly<Record<string, (value: never, args: Args, context: C) => unknown>>;
}

/** A value that is read by its type. */
export function node<C>(type: ObjectType<C>, value: unknown): Node<C> {
  return { type, value };
}

/** Thrown by a field; becomes one row of `errors`, and the field becomes null. */
export class FieldRefusal extends Error {
  /** `NOT_FOUND`, `FORBIDDEN`, `STALE_DATA`, `UNPROCESSABLE`. */
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** One row of `errors`. */
export interface GraphqlError {
  readonly type?: string;
  readonly path: readonly (string | number)[];
  readonly locations: readonly { readonly line: number; readonly column: number }[];
  readonly message: string;
  readonly extensions?: object;
}

/** What a GraphQL request gets. */
export interface GraphqlAnswer {
  readonly data?: unknown;
  readonly errors?: readonly GraphqlError[];
}

interface Run<C> {
  readonly context: C;
  readonly errors: GraphqlError[];
}

/** Answers an operation, its fields one after the other. Fields that no type has refuse the whole of it. */
export async function execute<C>(operation: Operation, root: Node<C>, context: C): Promise<GraphqlAnswer> {
  const run: Run<C> = { context, errors: [] };
  const data = await complete(run, root, { selections: operation.selections, path: [] });
  const unknown = run.errors.filter(({ extensions }) => extensions !== undefined);
  if (unknown.length > 0) return { errors: unknown };
  return run.errors.length > 0 ? { data, errors: run.errors } : { data };
}

interface Place {
  readonly selections: readonly Selection[];
  readonly path: readonly (string | number)[];
}

async function complete<C>(run: Run<C>, value: unknown, { selections, path }: Place): Promise<unknown> {
  if (Array.isArray(value)) {
    const items = value.map((item, at) => complete(run, item, { selections, path: [...path, at] }));
    return Promise.all(items);
  }
  if (!isNode<C>(value)) return value ?? null;
  const answer: Record<string, unknown> = {};
  for (const field of fieldsFor(value.type.name, selections)) {
    answer[field.key] = await answerField(run, value, { field, path: [...path, field.key] });
  }
  return answer;
}

async function answerField<C>(
  run: Run<C>,
  { type, value }: Node<C>,
  { field, path }: { field: Field; path: readonly (string | number)[] },
): Promise<unknown> {
  const { name, args, selections, line, column } = field;
  if (name === '__typename') return type.name;
  const place = { path, locations: [{ line, column }] };
  const resolve = type.fields[name];
  if (!resolve) {
    const extensions = { code: 'undefinedField', typeName: type.name, fieldName: name };
    run.errors.push({ ...place, extensions, message: `Field '${name}' doesn't exist on type '${type.name}'` });
    return null;
  }
  try {
    return await complete(run, await resolve(value as never, args, run.context), { selections, path });
  } catch (error) {
    run.errors.push({ ...described(error), ...place });
    return null;
  }
}

function described(error: unknown): { type: string; message: string } {
  if (error instanceof FieldRefusal) return { type: error.type, message: error.message };
  if (!(error instanceof Refusal)) throw error;
  const type = error.status === 404 ? 'NOT_FOUND' : error.status === 403 ? 'FORBIDDEN' : 'UNPROCESSABLE';
  return { type, message: error.message };
}

/** The fields for a type; every object answers to the interface that it implements as well. */
function fieldsFor(type: string, selections: readonly Selection[]): readonly Field[] {
  return selections.flatMap((selection) => {
    if ('key' in selection) return [selection];
    const fits =
      selection.on === null || selection.on === type || ['GitObject', 'Node', 'Actor'].includes(selection.on);
    return fits ? fieldsFor(type, selection.selections) : [];
  });
}

function isNode<C>(value: unknown): value is Node<C> {
  return typeof value === 'object' && value !== null && 'type' in value && 'value' in value;
}
