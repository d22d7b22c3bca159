/** A select of neutral SQL -> node, with the columns that it gives. */

import { PLAIN_NAME } from '../dialects/dialect.js';
import type { Condition, Expression, Join, OrderTerm, Output, Query, Relation, Select } from './expression.js';
import { harmonise } from './harmonise.js';
import type { Node, SelectStmt } from './parser.js';
import { readOrder } from './read-call.js';
import { readCondition } from './read-condition.js';
import { readExpression } from './read-expression.js';
import { type InScope, namedColumns, outputsOf, outputTypes, type Reading, refuse, relationNamed } from './scope.js';
import { columnsRead } from './walk.js';

type In<K extends string> = Extract<Node, Record<K, unknown>> extends Record<K, infer T> ? T : never;

/** Takes a select of PostgreSQL's parser, gives what it means; throws a `MappingFault`. */
export function readQuery(select: SelectStmt, reading: Reading): Query {
  if (select.withClause || select.lockingClause || select.intoClause || select.windowClause || select.valuesLists) {
    return refuse(
      reading,
      'a clause that neutral SQL lacks (with, values, into, ...)',
      'a plain select; a set has its own name',
    );
  }
  return select.op === 'SETOP_UNION' ? readUnion(select, reading) : readSelect(select, reading);
}

function readUnion({ larg, rarg, all, sortClause, limitCount }: SelectStmt, reading: Reading): Query {
  if (!larg || !rarg || sortClause || limitCount)
    return refuse(reading, 'a union with an order', 'a union of two selects');
  const sides = [readQuery(larg, reading), readQuery(rarg, reading)] as const;
  const [left, right] = sides.map(outputsOf);
  if (left === undefined || left.length !== right?.length) {
    return refuse(reading, 'the sides of a union give different numbers of columns', 'as many columns on both sides');
  }
  for (const [index, { value }] of left.entries()) harmonise(reading, [value, right[index]?.value ?? value], -1);
  return { kind: 'union', all: all ?? false, sides };
}

function readSelect(select: SelectStmt, outer: Reading): Select {
  if (select.op !== undefined && select.op !== 'SETOP_NONE') return refuse(outer, 'except or intersect', '`exists`');
  const { relations, joins, inner } = readFrom(select.fromClause ?? [], outer);
  const outputs = (select.targetList ?? []).map((node) => readOutput(node, inner));
  const order = readOrder(select.sortClause, inner, readExpression);
  const first = isFirst(select, inner, order);
  return {
    kind: 'select',
    distinct: isDistinct(select, inner),
    outputs,
    from: relations[0]?.relation ?? null,
    joins,
    where: select.whereClause ? readCondition(select.whereClause, inner, readExpression) : null,
    groupBy: (select.groupClause ?? []).map((node) => readExpression(node, inner)),
    having: select.havingClause ? readCondition(select.havingClause, inner, readExpression) : null,
    order: first ? totalOrder(order, outputs, relations) : order,
    first,
  };
}

function isDistinct({ distinctClause }: SelectStmt, reading: Reading): boolean {
  const [first] = distinctClause ?? [];
  const isPlain = first === undefined || Object.keys(first).length === 0;
  return isPlain ? distinctClause !== undefined : refuse(reading, 'distinct on', '`row_number() over (...)`');
}

/** `limit 1` with an order is the only limit there is. */
function isFirst({ limitCount, limitOffset }: SelectStmt, reading: Reading, order: readonly OrderTerm[]): boolean {
  if (limitCount === undefined && limitOffset === undefined) {
    return order.length === 0
      ? false
      : refuse(reading, 'an order without limit 1', 'no order: rows of a set have none');
  }
  const isOne = limitCount && 'A_Const' in limitCount && limitCount.A_Const.ival?.ival === 1;
  if (isOne && limitOffset === undefined && order.length > 0) return true;
  return refuse(reading, 'a limit without order, or another than 1', '`order by ... limit 1`');
}

/**
 * The order as written, then every column that the outputs read: rows that still tie give the same output, so that the
 * first of them is the same whatever the database.
 */
export function totalOrder(
  order: readonly OrderTerm[],
  outputs: readonly Output[],
  relations: readonly InScope[],
): readonly OrderTerm[] {
  const own = new Set(relations.map(({ relation }) => relation.alias));
  if (isTotal(order, relations)) return order;
  const written = new Set(order.map(({ value }) => nameOf(value)));
  const columns = outputs.flatMap(({ value }) => columnsRead(value)).filter(({ alias }) => own.has(alias));
  const others = new Map(columns.map((column) => [nameOf(column), column]));
  const ties = [...others].filter(([name]) => !written.has(name));
  return [...order, ...ties.map(([, value]) => ({ value, descending: false, nullsFirst: false }))];
}

/** A key of the only table decides everything. */
function isTotal(order: readonly OrderTerm[], [only, ...others]: readonly InScope[]): boolean {
  const keys = [...(only?.columns.values() ?? [])].filter(({ isKey }) => isKey).map(({ name }) => name);
  return others.length === 0 && order.some(({ value }) => value.kind === 'column' && keys.includes(value.name));
}

function nameOf(value: Expression): string {
  return value.kind === 'column' ? `${value.alias}.${value.name}`.toLowerCase() : JSON.stringify(value);
}

function readOutput(node: Node, reading: Reading): Output {
  const { name, val } = 'ResTarget' in node ? node.ResTarget : {};
  const value = readExpression(val, reading);
  return { name: name ?? (value.kind === 'column' ? value.name.toLowerCase() : ''), value };
}

interface From {
  readonly relations: readonly InScope[];
  readonly joins: readonly Join[];
  readonly inner: Reading;
}

function readFrom(nodes: readonly Node[], outer: Reading): From {
  const [first, ...others] = nodes;
  if (others.length > 0) return refuse(outer, 'tables are joined by a comma', '`inner join ... on ...`');
  const nothing: From = {
    relations: [],
    joins: [],
    inner: { ...outer, scope: { relations: new Map(), outer: outer.scope } },
  };
  return first === undefined ? nothing : readTables(first, nothing);
}

/** Joins are read from left to right, so that each sees those before it. */
function readTables(node: Node, before: From): From {
  if (!('JoinExpr' in node)) return withRelation(before, readRelation(node, before.inner));
  const { jointype, larg, rarg, quals, usingClause, isNatural, alias } = node.JoinExpr;
  const kind = jointype === 'JOIN_LEFT' ? 'left' : 'inner';
  if (!larg || !rarg || usingClause || isNatural || alias || (jointype !== 'JOIN_LEFT' && jointype !== 'JOIN_INNER')) {
    return refuse(before.inner, 'a join of another kind', '`inner join`, `left join` or `cross join`');
  }
  const left = readTables(larg, before);
  const right = readRelation(rarg, left.inner);
  const both = withRelation(left, right);
  const always = quals === undefined || ('A_Const' in quals && quals.A_Const.boolval?.boolval === true);
  const on: Condition | null = always ? null : readCondition(quals, both.inner, readExpression);
  const isLateral = right.relation.kind === 'derived' && right.relation.lateral;
  if (on === null && kind === 'left' && !isLateral) return refuse(both.inner, 'a left join without condition', '`on`');
  const join: Join = {
    kind: on === null && kind === 'inner' ? 'cross' : kind,
    relation: right.relation,
    on,
    first: [],
  };
  return { ...both, joins: [...both.joins, join] };
}

function withRelation({ relations, joins, inner }: From, added: InScope): From {
  const { alias } = added.relation;
  if (!PLAIN_NAME.test(alias)) return refuse(inner, 'a name in quotes', 'letters, digits and _');
  if (inner.scope.relations.has(alias))
    return refuse(inner, `two tables are called \`${alias}\``, 'names of their own');
  const scope = { ...inner.scope, relations: new Map([...inner.scope.relations, [alias, added]]) };
  return { relations: [...relations, added], joins, inner: { ...inner, scope } };
}

function readRelation(node: Node, reading: Reading): InScope {
  if ('RangeVar' in node) return readTable(node.RangeVar, reading);
  const { subquery, lateral = false, alias } = 'RangeSubselect' in node ? node.RangeSubselect : {};
  const name = alias?.aliasname ?? '';
  if (!subquery || !('SelectStmt' in subquery) || name === '' || alias?.colnames) {
    return refuse(reading, 'something else than a table stands in from', 'a table, a set, or `(select ...) name`');
  }
  const around = lateral ? reading : { ...reading, scope: { relations: new Map(), outer: reading.scope.outer } };
  const query = named(readQuery(subquery.SelectStmt, around), reading);
  const relation: Relation = { kind: 'derived', alias: name, query, lateral };
  return { relation, columns: namedColumns(outputTypes(query), query) };
}

/** Whoever reads from a select needs names for what it gives, each once. */
export function named(query: Query, reading: Reading): Query {
  const names = outputsOf(query).map(({ name }) => name);
  if (names.some((name) => name !== '' && !PLAIN_NAME.test(name)))
    return refuse(reading, 'a name in quotes', 'letters, digits and _');
  if (names.includes('')) return refuse(reading, 'a value of a select has no name', '`... as NAME`');
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined
    ? query
    : refuse(reading, `two values of a select are called \`${twice}\``, 'each name once');
}

function readTable(
  { catalogname, schemaname, relname = '', alias, location }: In<'RangeVar'>,
  reading: Reading,
): InScope {
  if (catalogname || schemaname) return refuse(reading, 'a schema is written', 'none: _sources.yml has it', location);
  if (!alias?.aliasname || alias.colnames)
    return refuse(reading, `\`${relname}\` has no alias`, 'a short name after it', location);
  return relationNamed(reading, { name: relname, alias: alias.aliasname }, location ?? -1);
}
