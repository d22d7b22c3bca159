/** What `parameter('name')` and code lists stand for. */
import type { CodeList } from '../../specification/mapping.js';
import type { Spot } from '../../specification/model.js';
import type { Expression, Two } from './expression.js';
import { plainText } from './names.js';
import type { Node } from './parser.js';
import { namesIn, type Reading, refuse } from './scope.js';
import { INT, longer, NULL, text, type ValueType } from './value-type.js';

/** The text of a constant, or null. */
export function constantText(node: Node | undefined): string | null {
  return node && 'A_Const' in node ? (node.A_Const.sval?.sval ?? null) : null;
}

/** The values of `parameter('name')` where a list may stand; null for any other node. */
export function listOf(node: Node, reading: Reading): readonly Expression[] | null {
  if (!('FuncCall' in node) || namesIn(node.FuncCall.funcname)?.join('.') !== 'parameter') return null;
  return parameterValues(node.FuncCall.args ?? [], reading, node.FuncCall.location ?? -1);
}

/** The values of a parameter; one that every authority must give is a missing one. */
export function parameterValues(args: readonly Node[], reading: Reading, location: number): readonly Expression[] {
  const name = constantText(args[0]) ?? '';
  const parameter = reading.names.parameter(name);
  if (parameter === null)
    return refuse(reading, `there is no parameter \`${name}\``, 'a name below `parameters`', location);
  const { value } = parameter;
  if (value === null) return [{ kind: 'missing-parameter', name: parameter.name, type: NULL }];
  return [value].flat().map((one) => literal(one, parameter));
}

function literal(value: string | number, spot: Spot): Expression {
  if (typeof value === 'number') return { kind: 'number', digits: `${value}`, type: INT };
  return { kind: 'text', text: plainText(spot, value), type: text(value.length) };
}

/** What each code becomes, for a value of this type; `also` is what stands outside the list. */
export function codeExpression(
  operand: Expression,
  codes: CodeList,
  also: { readonly otherwise: string | null },
): Expression {
  const numeric = operand.type.name === 'int';
  const code = (written: string): Expression =>
    numeric && /^-?\d+$/.test(written) ? { kind: 'number', digits: written, type: INT } : literal(written, codes);
  const pairs = Object.entries(codes.codes).map(([from, to]): Two<Expression> => [code(from), literal(to, codes)]);
  const outputs = [...pairs.map(([, to]) => to), ...(also.otherwise === null ? [] : [literal(also.otherwise, codes)])];
  const type = outputs.reduce<ValueType>((known, { type: own }) => widest(known, own), text(1));
  return {
    kind: 'code',
    operand,
    pairs,
    otherwise: also.otherwise === null ? null : literal(also.otherwise, codes),
    type,
  };
}

function widest(one: ValueType, other: ValueType): ValueType {
  return one.name === 'text' && other.name === 'text' ? text(longer(one.size, other.size)) : one;
}
