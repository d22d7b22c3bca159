/** Function calls: those of the table, aggregates, window functions, and what stands for a name. */
import type { AggregateName, Expression, OrderTerm, WindowName } from './expression.js';
import { fits, functionNamed } from './functions.js';
import { asText } from './harmonise.js';
import type { Node } from './parser.js';
import type { ReadValue } from './read-condition.js';
import { codeExpression, constantText, parameterValues } from './read-names.js';
import { namesIn, type Reading, refuse } from './scope.js';
import { INT, inWords, text, textSize } from './value-type.js';

type In<K extends string> = Extract<Node, Record<K, unknown>> extends Record<K, infer T> ? T : never;
type Call = In<'FuncCall'>;

const AGGREGATES: readonly AggregateName[] = ['min', 'max', 'sum', 'count'];
const WINDOWS: readonly WindowName[] = [...AGGREGATES, 'row_number', 'lag', 'lead'];

/** Takes a call, gives what it means; throws a `MappingFault` for every function that is not listed. */
export function readCall(call: Call, reading: Reading, readValue: ReadValue): Expression {
  const written = (namesIn(call.funcname) ?? []).join('.');
  const name = written === 'pg_catalog.btrim' && call.args?.length === 1 ? 'trim' : written;
  const location = call.location ?? -1;
  if (call.agg_filter || call.agg_within_group || call.func_variadic) {
    return refuse(reading, `\`${name}\` has a clause that neutral SQL lacks`, 'a plain call', location);
  }
  if (call.over) return readWindow(call, name, [reading, readValue]);
  if (name === 'parameter') return readParameter(call, reading);
  if (name === 'code') return readCode(call, reading, readValue);
  if (name === 'string_agg') return readJoinedText(call, reading, readValue);
  const aggregate = AGGREGATES.find((one) => one === name);
  if (aggregate !== undefined) return readAggregate(call, aggregate, [reading, readValue]);
  const args = (call.args ?? []).map((node) => readValue(node, reading));
  if (name === 'concat') return { kind: 'call', name, args: args.map(asText), type: text(sumOfSizes(args)) };
  return readRow(name, args, [reading, location]);
}

function readRow(
  name: string,
  args: readonly Expression[],
  [reading, location]: readonly [Reading, number],
): Expression {
  const row = functionNamed(name);
  if (row === null || name === 'coalesce' || name === 'nullif') {
    return refuse(reading, `there is no function \`${name}\``, 'a function of docs/mappings.md', location);
  }
  if (args.length !== row.args.length) {
    return refuse(reading, `\`${name}\` has ${args.length} arguments`, `${row.args.length}`, location);
  }
  const wrong = args.findIndex(({ type }, index) => !fits(type, row.args[index] ?? 'any'));
  const found = args[wrong];
  if (found !== undefined) {
    return refuse(reading, `\`${name}\` is given ${inWords(found.type)}`, `another type: ${row.args[wrong]}`, location);
  }
  const type = row.gives(args.map((arg) => arg.type));
  return { kind: 'call', name: row.name, args, type: name === 'left' ? clipped(type, args[1]) : type };
}

/** `left(x, 3)` has three characters at most. */
function clipped(type: Expression['type'], length: Expression | undefined): Expression['type'] {
  const most = length?.kind === 'number' ? Number(length.digits) : null;
  if (type.name !== 'text' || most === null) return type;
  return text(type.size === 'max' ? most : Math.min(type.size, most));
}

function sumOfSizes(args: readonly Expression[]): number | 'max' {
  const sizes = args.map(({ type }) => textSize(type) ?? 19);
  return sizes.reduce<number | 'max'>((sum, size) => (sum === 'max' || size === 'max' ? 'max' : sum + size), 0);
}

function readParameter({ args = [], location = -1 }: Call, reading: Reading): Expression {
  const [only, ...others] = parameterValues(args, reading, location);
  if (only !== undefined && others.length === 0) return only;
  return refuse(reading, 'a list of values stands where one value must', "`x in (parameter('name'))`", location);
}

function readCode({ args = [], location = -1 }: Call, reading: Reading, readValue: ReadValue): Expression {
  const name = constantText(args[1]) ?? '';
  const codes = reading.names.codes(name);
  if (codes === null) return refuse(reading, `there is no code list \`${name}\``, 'a name below `codes`', location);
  return codeExpression(readValue(args[0], reading), codes, { otherwise: null });
}

type Readers = readonly [Reading, ReadValue];

function readAggregate(call: Call, name: AggregateName, [reading, readValue]: Readers): Expression {
  const location = call.location ?? -1;
  if (call.agg_order) return refuse(reading, `\`${name}\` has an order`, 'none: it gives one value', location);
  const operand = call.agg_star ? null : readValue(call.args?.[0], reading);
  if (operand === null && name !== 'count') return refuse(reading, `\`${name}(*)\``, 'a value', location);
  const type = name === 'count' || operand === null ? INT : operand.type;
  return { kind: 'aggregate', name, distinct: call.agg_distinct ?? false, operand, type };
}

function readJoinedText(call: Call, reading: Reading, readValue: ReadValue): Expression {
  const [value, separator] = [asText(readValue(call.args?.[0], reading)), constantText(call.args?.[1])];
  const order = readOrder(call.agg_order, reading, readValue);
  if (separator === null || order.length === 0 || call.agg_distinct) {
    const expected = "`string_agg(x, ', ' order by x)` over a select without doubles";
    return refuse(reading, '`string_agg` without separator or order, or with distinct', expected, call.location);
  }
  return { kind: 'joined-text', operand: value, separator, order, type: text('max') };
}

function readWindow(call: Call, name: string, [reading, readValue]: Readers): Expression {
  const location = call.location ?? -1;
  const known = WINDOWS.find((one) => one === name);
  const { partitionClause = [], orderClause, frameOptions = FRAMES.default, name: named, refname } = call.over ?? {};
  const frame = FRAMES.of.get(frameOptions);
  if (known === undefined || frame === undefined || named || refname || call.agg_distinct) {
    return refuse(
      reading,
      `\`${name}\` over a window of this kind`,
      `one of ${WINDOWS.join(', ')} with a plain frame`,
      location,
    );
  }
  const args = (call.args ?? []).map((node) => readValue(node, reading));
  const order = readOrder(orderClause, reading, readValue);
  const needsOrder = frame !== 'whole' || ['row_number', 'lag', 'lead'].includes(known);
  if (needsOrder && order.length === 0) return refuse(reading, `\`${name}\` without order`, '`order by`', location);
  const partition = partitionClause.map((node) => readValue(node, reading));
  const counts = known === 'row_number' || known === 'count';
  return {
    kind: 'window',
    name: known,
    args,
    over: { partition, order, frame },
    type: counts ? INT : (args[0]?.type ?? INT),
  };
}

/** The bits that the parser gives for the frames that every database has: its `FRAMEOPTION_*`. */
const FRAMES = {
  default: 1058,
  of: new Map<number, 'whole' | 'up-to-this' | 'before-this'>([
    [1058, 'whole'],
    [0x435, 'up-to-this'],
    [0x1035, 'before-this'],
  ]),
};

/** `order by ...` as terms; a missing value comes last unless `nulls first` is written. */
export function readOrder(nodes: readonly Node[] | undefined, reading: Reading, readValue: ReadValue): OrderTerm[] {
  return (nodes ?? []).flatMap((node) => {
    if (!('SortBy' in node)) return [];
    const { node: value, sortby_dir, sortby_nulls } = node.SortBy;
    if (sortby_dir === 'SORTBY_USING') return refuse(reading, 'order using', '`asc` or `desc`');
    const descending = sortby_dir === 'SORTBY_DESC';
    return [{ value: readValue(value, reading), descending, nullsFirst: sortby_nulls === 'SORTBY_NULLS_FIRST' }];
  });
}
