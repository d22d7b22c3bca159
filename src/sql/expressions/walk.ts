/** Looks through nodes. */
import type { Condition, Expression, OrderTerm, Query, Select } from './expression.js';

/** A column as it is read somewhere. */
export type ColumnRead = Extract<Expression, { kind: 'column' }>;

/** Every column that a value reads, those of inner selects included. */
export function columnsRead(value: Expression): readonly ColumnRead[] {
  if (value.kind === 'column') return [value];
  return partsOf(value).flatMap(columnsRead);
}

/** The values directly inside a value. */
export function partsOf(value: Expression): readonly Expression[] {
  switch (value.kind) {
    case 'call':
      return value.args;
    case 'arithmetic':
      return value.operands;
    case 'case':
      return [...value.arms.flatMap(({ when, gives }) => [...valuesIn(when), gives]), ...present(value.otherwise)];
    case 'code':
      return [value.operand];
    case 'aggregate':
      return present(value.operand);
    case 'joined-text':
      return [value.operand, ...ordered(value.order)];
    case 'window':
      return [...value.args, ...value.over.partition, ...ordered(value.over.order)];
    case 'query':
      return valuesOf(value.query);
    default:
      return [];
  }
}

/** The values directly inside a condition. */
function valuesIn(condition: Condition): readonly Expression[] {
  switch (condition.kind) {
    case 'compare':
      return condition.operands;
    case 'and':
    case 'or':
      return condition.conditions.flatMap(valuesIn);
    case 'not':
      return valuesIn(condition.condition);
    case 'in':
      return [condition.operand, ...condition.list];
    case 'between':
      return [condition.operand, ...condition.bounds];
    case 'exists':
      return valuesOf(condition.query);
    default:
      return [condition.operand];
  }
}

/** The values directly inside a select. */
function valuesOf(select: Select): readonly Expression[] {
  const conditions = [select.where, select.having, ...select.joins.map(({ on }) => on)].filter((one) => one !== null);
  return [
    ...select.outputs.map(({ value }) => value),
    ...conditions.flatMap(valuesIn),
    ...select.groupBy,
    ...ordered(select.order),
    ...select.joins.flatMap(({ first }) => ordered(first)),
    ...[select.from, ...select.joins.map(({ relation }) => relation)].flatMap((relation) =>
      relation?.kind === 'derived' ? valuesOfQuery(relation.query) : [],
    ),
  ];
}

/** The values directly inside any query. */
function valuesOfQuery(query: Query): readonly Expression[] {
  if (query.kind === 'free') return [];
  return query.kind === 'select' ? valuesOf(query) : query.sides.flatMap(valuesOfQuery);
}

function ordered(order: readonly OrderTerm[]): readonly Expression[] {
  return order.map(({ value }) => value);
}

function present(value: Expression | null): readonly Expression[] {
  return value === null ? [] : [value];
}
