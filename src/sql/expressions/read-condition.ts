/** A condition of neutral SQL -> node. What is not listed here is refused. */
import type { Comparison, Condition, Expression } from './expression.js';
import { harmonise } from './harmonise.js';
import { plainText } from './names.js';
import type { Node } from './parser.js';
import { constantText, listOf } from './read-names.js';
import { namesIn, type Reading, refuse } from './scope.js';

/** Reads a value; handed in, because values hold conditions and conditions values. */
export type ReadValue = (node: Node | undefined, reading: Reading) => Expression;

type In<K extends string> = Extract<Node, Record<K, unknown>> extends Record<K, infer T> ? T : never;

const COMPARISONS: readonly Comparison[] = ['=', '<>', '<', '<=', '>', '>='];

/** Takes a node of PostgreSQL's parser, gives the condition that it means; throws a `MappingFault`. */
export function readCondition(node: Node | undefined, reading: Reading, readValue: ReadValue): Condition {
  if (node !== undefined) {
    if ('BoolExpr' in node) return readLogic(node.BoolExpr, reading, readValue);
    if ('NullTest' in node) return readNullTest(node.NullTest, reading, readValue);
    if ('SubLink' in node) return readExists(node.SubLink, reading);
    if ('A_Expr' in node) return readOperator(node.A_Expr, reading, readValue);
    if ('FuncCall' in node) return readInCodes(node.FuncCall, reading, readValue);
  }
  return refuse(reading, 'this is no condition', 'a comparison, `in`, `like`, `between`, `is null`, `exists`');
}

function readLogic({ boolop, args }: In<'BoolExpr'>, reading: Reading, readValue: ReadValue): Condition {
  const conditions = (args ?? []).map((node) => readCondition(node, reading, readValue));
  const [first] = conditions;
  if (boolop !== 'NOT_EXPR') return { kind: boolop === 'OR_EXPR' ? 'or' : 'and', conditions };
  return first === undefined ? refuse(reading, 'nothing after not', 'a condition') : { kind: 'not', condition: first };
}

function readNullTest({ arg, nulltesttype }: In<'NullTest'>, reading: Reading, readValue: ReadValue): Condition {
  return { kind: 'is-null', operand: readValue(arg, reading), negated: nulltesttype === 'IS_NOT_NULL' };
}

function readExists({ subLinkType, subselect, location = -1 }: In<'SubLink'>, reading: Reading): Condition {
  if (subLinkType !== 'EXISTS_SUBLINK' || !subselect || !('SelectStmt' in subselect)) {
    return refuse(reading, 'a select stands in a condition', '`exists (select ...)`', location);
  }
  const query = reading.readQuery(subselect.SelectStmt, reading);
  if (query.kind === 'select') return { kind: 'exists', query };
  return refuse(reading, 'a union stands in exists', 'two conditions with or', location);
}

function readOperator(node: In<'A_Expr'>, reading: Reading, readValue: ReadValue): Condition {
  const { kind, name, lexpr, location = -1 } = node;
  const [operator = ''] = namesIn(name) ?? [];
  const negated = operator.startsWith('NOT') || operator === '!~~' || (kind === 'AEXPR_IN' && operator === '<>');
  const operand = readValue(lexpr, reading);
  if (kind === 'AEXPR_IN') return readIn(node, { operand, negated }, [reading, readValue]);
  if (kind === 'AEXPR_LIKE') return readLike(node, { operand, negated }, reading);
  if (kind === 'AEXPR_BETWEEN' || kind === 'AEXPR_NOT_BETWEEN')
    return readBetween(node, { operand, negated }, [reading, readValue]);
  const comparison = COMPARISONS.find((one) => one === operator);
  if (kind !== 'AEXPR_OP' || comparison === undefined) {
    return refuse(reading, `\`${operator}\` is no comparison of neutral SQL`, COMPARISONS.join(' '), location);
  }
  const [left, right] = harmonise(reading, [operand, readValue(node.rexpr, reading)], location).values;
  if (left === undefined || right === undefined) return refuse(reading, 'half a comparison', 'two values', location);
  if (left.kind === 'null' || right.kind === 'null')
    return refuse(reading, 'a comparison with null', '`is null`', location);
  return { kind: 'compare', operator: comparison, operands: [left, right] };
}

interface Left {
  readonly operand: Expression;
  readonly negated: boolean;
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node && 'List' in node ? (node.List.items ?? []) : [];
}

function readIn(
  { rexpr, location = -1 }: In<'A_Expr'>,
  { operand, negated }: Left,
  [reading, readValue]: readonly [Reading, ReadValue],
): Condition {
  const list = itemsOf(rexpr).flatMap((node) => listOf(node, reading) ?? [readValue(node, reading)]);
  return inList({ operand, list, negated }, reading, location);
}

function inList(
  { operand, list, negated }: Left & { list: readonly Expression[] },
  reading: Reading,
  location: number,
): Condition {
  const [first, ...others] = harmonise(reading, [operand, ...list], location).values;
  return { kind: 'in', operand: first ?? operand, list: others, negated };
}

function readLike({ rexpr, location = -1 }: In<'A_Expr'>, { operand, negated }: Left, reading: Reading): Condition {
  const pattern = plainText(reading.spot, constantText(rexpr) ?? '');
  if (operand.type.name !== 'text') return refuse(reading, 'like on something that is no text', 'a text', location);
  const isPlain = pattern !== '' && !/[[\]\\_]/.test(pattern);
  if (isPlain) return { kind: 'like', operand, pattern, negated };
  return refuse(
    reading,
    'this pattern is not the same in every database',
    'a text with % and without [ ] \\ _',
    location,
  );
}

function readBetween(
  { rexpr, location = -1 }: In<'A_Expr'>,
  { operand, negated }: Left,
  [reading, readValue]: readonly [Reading, ReadValue],
): Condition {
  const values = [operand, ...itemsOf(rexpr).map((node) => readValue(node, reading))];
  const [value, low, high] = harmonise(reading, values, location).values;
  if (!value || !low || !high) return refuse(reading, 'between has no two bounds', 'two values', location);
  return { kind: 'between', operand: value, bounds: [low, high], negated };
}

/** `in_codes(x, 'name')`: the value stands in a code list. */
function readInCodes(
  { funcname, args, location = -1 }: In<'FuncCall'>,
  reading: Reading,
  readValue: ReadValue,
): Condition {
  const [value, name] = args ?? [];
  if (namesIn(funcname)?.join('.') !== 'in_codes')
    return refuse(
      reading,
      'a value stands where a condition must',
      '`in_codes(value, list)`, or a comparison',
      location,
    );
  const written = constantText(name) ?? '';
  const codes = reading.names.codes(written);
  if (codes === null) return refuse(reading, `there is no code list \`${written}\``, 'a name below `codes`', location);
  const list = Object.keys(codes.codes).map(
    (code): Expression => ({ kind: 'text', text: code, type: { name: 'text', size: code.length } }),
  );
  return inList({ operand: readValue(value, reading), list, negated: false }, reading, location);
}
