/** Which columns can be named at a place of a query, and how a fault there is told. */
import type { Spot } from '../../specification/model.js';
import type { Expression, Output, Query, Relation } from './expression.js';
import { MappingFault } from './fault.js';
import type { Names } from './names.js';
import type { Node, Parse, SelectStmt } from './parser.js';
import { common, type ValueType } from './value-type.js';

/** A relation with the columns that can be asked of it: as written, and their types. */
export interface InScope {
  readonly relation: Relation;
  readonly columns: ReadonlyMap<string, { readonly name: string; readonly type: ValueType; readonly isKey?: boolean }>;
}

/** What is visible at a place; an inner query also sees what is around it. */
export interface Scope {
  readonly relations: ReadonlyMap<string, InScope>;
  readonly outer: Scope | null;
}

/** Everything that reading a piece of neutral SQL needs. */
export interface Reading {
  readonly spot: Spot;
  /** The text as written, and how many bytes stand before it in what was parsed. */
  readonly text: string;
  readonly shift: number;
  readonly names: Names;
  readonly parse: Parse;
  readonly scope: Scope;
  /** Reads a select inside an expression; handed down, so that expressions need not know queries. */
  readonly readQuery: (select: SelectStmt, reading: Reading) => Query;
}

/** A scope in which nothing is visible. */
export const NOTHING_VISIBLE: Scope = { relations: new Map(), outer: null };

/** Throws a fault at a place of the text, which is a byte offset of the parser. */
export function refuse(reading: Reading, message: string, expected: string, location = -1): never {
  throw faultAt(reading, { code: 'mapping-expression', message, expected }, location);
}

/** A fault with the piece of text that it is about. */
export function faultAt(
  { spot, text, shift }: Pick<Reading, 'spot' | 'text' | 'shift'>,
  said: { readonly code: string; readonly message: string; readonly expected: string },
  location: number,
): MappingFault {
  const rest =
    location < shift
      ? ''
      : afterBytes(text, location - shift)
          .split(/\s/, 3)
          .join(' ');
  return new MappingFault(spot, { ...said, message: rest === '' ? said.message : `${said.message}, at \`${rest}\`` });
}

function afterBytes(text: string, bytes: number): string {
  return new TextDecoder().decode(new TextEncoder().encode(text).slice(bytes));
}

/** The column that a qualified name means. */
export function columnNamed(
  reading: Reading,
  [alias, column]: readonly [string, string],
  location: number,
): Expression {
  for (let scope: Scope | null = reading.scope; scope !== null; scope = scope.outer) {
    const found = scope.relations.get(alias);
    if (found === undefined) continue;
    const known = found.columns.get(column);
    const of = nameOf(found.relation);
    if (known !== undefined) {
      return { kind: 'column', alias, name: known.name, ofSource: found.relation.kind === 'source', type: known.type };
    }
    const said = { code: 'mapping-unknown-column', message: `${of} has no column ${column.toUpperCase()}` };
    throw faultAt(
      reading,
      { ...said, expected: someOf([...found.columns.values()].map(({ name }) => name)) },
      location,
    );
  }
  const expected = someOf([...reading.scope.relations.keys()]);
  throw faultAt(
    reading,
    { code: 'mapping-unknown-table', message: `nothing is called \`${alias}\` here`, expected },
    location,
  );
}

function nameOf(relation: Relation): string {
  if (relation.kind === 'source' || relation.kind === 'own') return relation.table;
  return relation.kind === 'set' ? relation.name : relation.alias;
}

function someOf(names: readonly string[]): string {
  return names.length === 0
    ? 'nothing can be named here'
    : `one of ${names.slice(0, 12).join(', ')}${names.length > 12 ? ', ...' : ''}`;
}

/** The table or the set of a name, ready to be asked for its columns. */
export function relationNamed(
  reading: Reading,
  { name, alias }: { name: string; alias: string },
  location: number,
): InScope {
  const set = reading.names.set(name);
  if (set !== null)
    return { relation: { kind: 'set', name: set.name, alias }, columns: namedColumns(set.columns, set.query) };
  const table = reading.names.table(name);
  if (table !== null) return { relation: { kind: 'source', table: table.name, alias }, columns: table.columns };
  const said = { code: 'mapping-unknown-table', message: `there is no table or set \`${name.toUpperCase()}\`` };
  throw faultAt(reading, { ...said, expected: 'a table of _sources.yml, or a set' }, location);
}

/** Columns of a set or a select inside another; grouped by one of them, it has each value of that once. */
export function namedColumns(types: ReadonlyMap<string, ValueType>, query: Query): InScope['columns'] {
  const group = query.kind === 'select' && query.groupBy.length === 1 ? JSON.stringify(query.groupBy[0]) : null;
  const keys = outputsOf(query)
    .filter(({ value }) => JSON.stringify(value) === group)
    .map(({ name }) => name);
  return new Map([...types].map(([name, type]) => [name, { name, type, isKey: keys.includes(name) }]));
}

/** What a query gives, by name; of a union the types that both sides can have. */
export function outputTypes(query: Query): ReadonlyMap<string, ValueType> {
  if (query.kind === 'free') return new Map();
  if (query.kind === 'select') return new Map(query.outputs.map(({ name, value }) => [name, value.type]));
  const [left, right] = query.sides.map(outputTypes);
  const others = [...(right?.values() ?? [])];
  return new Map([...(left ?? [])].map(([name, type], index) => [name, common(type, others[index] ?? type) ?? type]));
}

/** Names of outputs in order, for comparing the two sides of a union. */
export function outputsOf(query: Query): readonly Output[] {
  if (query.kind === 'free') return [];
  return query.kind === 'select' ? query.outputs : outputsOf(query.sides[0]);
}

/** The texts of `a.b` and the like; null where a node is no plain name. */
export function namesIn(nodes: readonly Node[] | undefined): readonly string[] | null {
  const names = (nodes ?? []).map((node) => ('String' in node ? (node.String.sval ?? '') : null));
  return names.every((name) => name !== null) ? names : null;
}
