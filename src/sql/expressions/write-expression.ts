/** Nodes of neutral SQL -> text of one database. */
import type { Dialect } from '../dialects/dialect.js';
import type { ExpressionWords } from '../dialects/expression-words.js';
import type { Condition, Expression, OrderTerm } from './expression.js';
import { freeText, selectText, type WriteInner } from './write-query.js';

/** What a text is written for. */
export interface Writing {
  readonly dialect: Dialect;
  readonly words: ExpressionWords;
}

/** A value on one line. */
export function expressionText(value: Expression, writing: Writing): string {
  const { words, dialect } = writing;
  const write = (part: Expression) => expressionText(part, writing);
  switch (value.kind) {
    case 'column':
      return `${dialect.identifier(value.alias)}.${value.ofSource ? words.sourceName(value.name) : dialect.identifier(value.name)}`;
    case 'text':
      return words.text(value.text);
    case 'number':
      return value.digits;
    case 'date':
      return words.date(value.iso);
    case 'true':
      return words.yes;
    case 'null':
      return 'NULL';
    case 'missing-parameter':
      return `NULL /* ${value.name} */`;
    case 'call':
      return words.functions[value.name](
        value.args.map(write),
        value.args.map(({ type }) => type),
      );
    case 'arithmetic':
      return `(${value.operands.map(write).join(` ${value.operator} `)})`;
    case 'case':
      return caseText(value, writing);
    case 'code':
      return codeText(value, writing);
    case 'aggregate':
      return `${value.name.toUpperCase()}(${value.distinct ? 'DISTINCT ' : ''}${value.operand === null ? '*' : write(value.operand)})`;
    case 'window':
      return windowText(value, writing);
    case 'query':
      return queryText(value, writing);
    case 'joined-text':
      throw new Error('string_agg is written with the select that it stands in');
    case 'free':
      return `(${freeText(value.texts, writing)})`;
  }
}

type Of<K extends Expression['kind']> = Extract<Expression, { kind: K }>;

function caseText({ arms, otherwise }: Of<'case'>, writing: Writing): string {
  const tests = arms.map(
    ({ when, gives }) => `WHEN ${conditionText(when, writing)} THEN ${expressionText(gives, writing)}`,
  );
  const rest = otherwise === null ? '' : ` ELSE ${expressionText(otherwise, writing)}`;
  return `CASE ${tests.join(' ')}${rest} END`;
}

function codeText({ operand, pairs, otherwise }: Of<'code'>, writing: Writing): string {
  const write = (part: Expression) => expressionText(part, writing);
  const tests = pairs.map(([from, to]) => `WHEN ${write(from)} THEN ${write(to)}`);
  const rest = otherwise === null ? '' : ` ELSE ${write(otherwise)}`;
  return `CASE ${write(operand)} ${tests.join(' ')}${rest} END`;
}

const FRAMES = {
  whole: '',
  'up-to-this': ' ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW',
  'before-this': ' ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING',
};

function windowText({ name, args, over }: Of<'window'>, writing: Writing): string {
  const partition = over.partition.map((part) => expressionText(part, writing)).join(', ');
  const order = orderText(over.order, writing);
  const inside = [
    partition === '' ? '' : `PARTITION BY ${partition}`,
    order === '' ? '' : `ORDER BY ${order}${FRAMES[over.frame]}`,
  ].filter((clause) => clause !== '');
  const written = args.map((arg) => expressionText(arg, writing)).join(', ');
  return `${name.toUpperCase()}(${name === 'count' && written === '' ? '*' : written}) OVER (${inside.join(' ')})`;
}

/** Terms of an order, missing values where they belong in every database. */
export function orderText(order: readonly OrderTerm[], writing: Writing): string {
  return order.map((term) => writing.words.orderTerm(expressionText(term.value, writing), term)).join(', ');
}

/** What `write-query.ts` asks for. */
export const inner: WriteInner = { expression: expressionText, condition: conditionText, order: orderText };

function queryText({ query }: Of<'query'>, writing: Writing): string {
  return selectText(query, writing, inner);
}

/** A condition on one line. */
export function conditionText(condition: Condition, writing: Writing): string {
  const write = (part: Expression) => expressionText(part, writing);
  switch (condition.kind) {
    case 'compare':
      return condition.operands.map(write).join(` ${condition.operator} `);
    case 'and':
    case 'or':
      return condition.conditions.map((part) => bracketed(part, writing)).join(` ${condition.kind.toUpperCase()} `);
    case 'not':
      return `NOT (${conditionText(condition.condition, writing)})`;
    case 'is-null':
      return `${write(condition.operand)} IS ${condition.negated ? 'NOT ' : ''}NULL`;
    case 'in':
      return inText(condition, writing);
    case 'like':
      return `${write(condition.operand)} ${not(condition)}LIKE ${writing.words.text(condition.pattern)}`;
    case 'between':
      return `${write(condition.operand)} ${not(condition)}BETWEEN ${condition.bounds.map(write).join(' AND ')}`;
    case 'exists':
      return `EXISTS ${selectText(condition.query, writing, inner)}`;
  }
}

function not({ negated }: { readonly negated: boolean }): string {
  return negated ? 'NOT ' : '';
}

/** An empty list holds nothing, which no database can write as a list. */
function inText(condition: Extract<Condition, { kind: 'in' }>, writing: Writing): string {
  if (condition.list.length === 0) return condition.negated ? '1 = 1' : '1 = 0';
  const list = condition.list.map((part) => expressionText(part, writing)).join(', ');
  return `${expressionText(condition.operand, writing)} ${not(condition)}IN (${list})`;
}

/** Brackets where and, or and not meet. */
export function bracketed(condition: Condition, writing: Writing): string {
  const written = conditionText(condition, writing);
  return condition.kind === 'and' || condition.kind === 'or' ? `(${written})` : written;
}
