/** Whether the key of a table can come twice out of its load: one that does would stop the whole refresh. */
import type { Condition, Expression, Join } from '../expressions/expression.js';
import { asText } from '../expressions/harmonise.js';
import type { InScope } from '../expressions/scope.js';
import type { LoadColumn } from './load.js';

/** The tables of a load: the first has the rows, the others are joined in this order. */
export interface Tables {
  readonly all: readonly InScope[];
  readonly joins: readonly Join[];
  /** One row is kept for each value of these; empty where all are. */
  readonly onePer: readonly Expression[];
}

/**
 * Takes the columns of the key and the tables, gives what one row has to be kept for each: nothing where the catalogue
 * shows that the key stands once, because it is a key of the first table and no join can double its rows.
 */
export function keyToGuard(key: readonly LoadColumn[], tables: Tables): readonly Expression[] {
  const values = key.flatMap(({ source }) => (source.kind === 'value' ? [source.value] : []));
  const [first] = tables.all;
  const isUnique =
    first !== undefined &&
    values.some((value) => isKeyOf(value, first)) &&
    tables.joins.every((join) => isSingle(join, tables));
  return isUnique || isChosen(values, tables.onePer) ? [] : values;
}

/** Whoever keeps one row for each value of the key, or of a part of it, has each key once. */
function isChosen(key: readonly Expression[], onePer: readonly Expression[]): boolean {
  const parts = new Set(key.map((value) => JSON.stringify(value)));
  return (
    onePer.length > 0 &&
    onePer.every((value) => parts.has(JSON.stringify(asText(value))) || parts.has(JSON.stringify(value)))
  );
}

/** A number that is written as text is as unique as before. */
function isKeyOf(value: Expression, { relation, columns }: InScope): boolean {
  if (value.kind === 'call' && value.name === 'to_text')
    return value.args.some((arg) => isKeyOf(arg, { relation, columns }));
  if (value.kind !== 'column' || value.alias !== relation.alias) return false;
  return [...columns.values()].some(({ name, isKey }) => isKey && name === value.name);
}

/** A join gives one row at most where it is told so, or where a key of its table must equal something. */
function isSingle({ first, on, relation }: Join, { all }: Tables): boolean {
  if (first.length > 0) return true;
  const joined = all.find((table) => table.relation.alias === relation.alias);
  return joined !== undefined && on !== null && conjuncts(on).some((test) => fixesKey(test, joined));
}

function conjuncts(condition: Condition): readonly Condition[] {
  return condition.kind === 'and' ? condition.conditions.flatMap(conjuncts) : [condition];
}

function fixesKey(test: Condition, joined: InScope): boolean {
  if (test.kind !== 'compare' || test.operator !== '=') return false;
  const [left, right] = test.operands;
  return (isKeyOf(left, joined) && !isKeyOf(right, joined)) || (isKeyOf(right, joined) && !isKeyOf(left, joined));
}
