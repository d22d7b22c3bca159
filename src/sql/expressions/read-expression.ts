/** A value of neutral SQL -> node. What is not listed here is refused. */
import type { Expression } from './expression.js';
import { harmonise } from './harmonise.js';
import { plainText } from './names.js';
import type { Node } from './parser.js';
import { readCall } from './read-call.js';
import { readCondition } from './read-condition.js';
import { columnNamed, namesIn, type Reading, refuse } from './scope.js';
import { FLOAT, INT, NULL, text } from './value-type.js';

/** Takes a node of PostgreSQL's parser, gives the value that it means; throws a `MappingFault`. */
export function readExpression(node: Node | undefined, reading: Reading): Expression {
  if (node === undefined) return refuse(reading, 'something is missing here', 'a value');
  if ('ColumnRef' in node) return readColumn(node.ColumnRef, reading);
  if ('A_Const' in node) return readConstant(node.A_Const, reading);
  if ('TypeCast' in node) return readDate(node.TypeCast, reading);
  if ('CaseExpr' in node) return readCase(node.CaseExpr, reading);
  if ('CoalesceExpr' in node) return readCoalesce(node.CoalesceExpr, reading);
  if ('FuncCall' in node) return readCall(node.FuncCall, reading, readExpression);
  if ('SubLink' in node) return readSubquery(node.SubLink, reading);
  if ('A_Expr' in node) return readOperator(node.A_Expr, reading);
  const [kind = 'this'] = Object.keys(node);
  const location = Object.values(node).map((value) => (value as { location?: number }).location ?? -1)[0] ?? -1;
  return refuse(
    reading,
    `${kind} is no value of neutral SQL`,
    'a column, a text, a number, a function, case or a select',
    location,
  );
}

type In<K extends string> = Extract<Node, Record<K, unknown>> extends Record<K, infer T> ? T : never;

function readColumn({ fields, location = -1 }: In<'ColumnRef'>, reading: Reading): Expression {
  const [alias, column, ...more] = namesIn(fields) ?? [];
  if (alias !== undefined && column !== undefined && more.length === 0) {
    return columnNamed(reading, [alias, column], location);
  }
  return refuse(
    reading,
    'a column stands without its table',
    'the alias of its table before it: `fr.START_DATE`',
    location,
  );
}

function readConstant(constant: In<'A_Const'>, reading: Reading): Expression {
  const { isnull, sval, ival, fval, location = -1 } = constant;
  if (isnull) return { kind: 'null', type: NULL };
  if (ival) return { kind: 'number', digits: `${ival.ival ?? 0}`, type: INT };
  if (fval) return { kind: 'number', digits: fval.fval ?? '0', type: FLOAT };
  const value = sval?.sval && plainText(reading.spot, sval.sval);
  if (value !== undefined && value.trim() !== '') return { kind: 'text', text: value, type: text(value.length) };
  if (value === ' ') return { kind: 'text', text: value, type: text(1) };
  return sval
    ? refuse(reading, 'an empty text', 'null: Oracle has no empty text, so nothing may depend on it', location)
    : refuse(reading, 'a truth value', 'a condition', location);
}

function readDate({ arg, typeName, location = -1 }: In<'TypeCast'>, reading: Reading): Expression {
  const at = location < 0 ? (typeName?.location ?? -1) : location;
  const isDate = namesIn(typeName?.names)?.at(-1) === 'date';
  const iso = arg && 'A_Const' in arg ? (arg.A_Const.sval?.sval ?? '') : '';
  if (isDate && isRealDate(iso)) return { kind: 'date', iso, type: { name: 'datetime' } };
  const expected = "nothing: the type of the item says it; a date is written date '2026-01-31'";
  return refuse(reading, 'a cast is written by hand', expected, at);
}

function isRealDate(iso: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(iso) && !Number.isNaN(Date.parse(iso)) && new Date(iso).toISOString().startsWith(iso)
  );
}

function readCase({ arg, args, defresult, location = -1 }: In<'CaseExpr'>, reading: Reading): Expression {
  if (arg !== undefined) return refuse(reading, '`case x when`', '`case when x = ...`, or a code list', location);
  const arms = (args ?? []).flatMap((node) => ('CaseWhen' in node ? [node.CaseWhen] : []));
  const results = [...arms.map(({ result }) => result), ...(defresult ? [defresult] : [])];
  const { values, type } = harmonise(
    reading,
    results.map((node) => readExpression(node, reading)),
    location,
  );
  return {
    kind: 'case',
    arms: arms.flatMap(({ expr }, index) => {
      const gives = values[index];
      return gives === undefined ? [] : [{ when: readCondition(expr, reading, readExpression), gives }];
    }),
    otherwise: (defresult && values.at(-1)) ?? null,
    type,
  };
}

function readCoalesce({ args, location = -1 }: In<'CoalesceExpr'>, reading: Reading): Expression {
  const { values, type } = harmonise(
    reading,
    (args ?? []).map((node) => readExpression(node, reading)),
    location,
  );
  return { kind: 'call', name: 'coalesce', args: values, type };
}

function readSubquery({ subLinkType, subselect, location = -1 }: In<'SubLink'>, reading: Reading): Expression {
  if (subLinkType !== 'EXPR_SUBLINK' || !subselect || !('SelectStmt' in subselect)) {
    return refuse(
      reading,
      'this select is no value',
      '`(select ...)` with one column, or `exists (select ...)`',
      location,
    );
  }
  const query = reading.readQuery(subselect.SelectStmt, reading);
  const [only, ...others] = query.kind === 'select' ? query.outputs : [];
  if (query.kind !== 'select' || only === undefined || others.length > 0) {
    return refuse(reading, 'a select inside an expression gives several columns', 'one column', location);
  }
  const isOne = query.first || (query.groupBy.length === 0 && isAggregate(only.value));
  if (isOne) return { kind: 'query', query, type: only.value.type };
  const expected = '`order by ... limit 1`, or an aggregate such as max';
  return refuse(reading, 'a select inside an expression can give several rows', expected, location);
}

/** Whether a value is one for all rows. */
function isAggregate(value: Expression): boolean {
  if (value.kind === 'aggregate' || value.kind === 'joined-text') return true;
  if (value.kind === 'call') return value.args.some(isAggregate);
  if (value.kind === 'code') return isAggregate(value.operand);
  if (value.kind === 'arithmetic') return value.operands.some(isAggregate);
  return value.kind === 'case' && value.arms.some(({ gives }) => isAggregate(gives));
}

function readOperator({ kind, name, lexpr, rexpr, location = -1 }: In<'A_Expr'>, reading: Reading): Expression {
  if (kind === 'AEXPR_NULLIF') {
    const { values, type } = harmonise(
      reading,
      [lexpr, rexpr].map((node) => readExpression(node, reading)),
      location,
    );
    return { kind: 'call', name: 'nullif', args: values, type };
  }
  const [operator = ''] = namesIn(name) ?? [];
  if (operator !== '+' && operator !== '-' && operator !== '*') {
    const expected = operator === '||' ? '`concat(...)`' : 'a value; only + - * stand between values';
    return refuse(reading, `\`${operator}\` stands between values`, expected, location);
  }
  const zero: Expression = { kind: 'number', digits: '0', type: INT };
  const left = lexpr === undefined ? zero : readExpression(lexpr, reading);
  const right = readExpression(rexpr, reading);
  const { type } = harmonise(reading, [left, right], location);
  if (type.name === 'int' || type.name === 'float')
    return { kind: 'arithmetic', operator, operands: [left, right], type };
  return refuse(
    reading,
    `\`${operator}\` stands between other values than numbers`,
    'numbers; `add_days` for dates',
    location,
  );
}
