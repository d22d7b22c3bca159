/** Selects as text: on one line inside an expression, clause by clause where people read them. */
import type { Condition, Expression, Join, OrderTerm, Query, Relation, Select } from './expression.js';
import type { Writing } from './write-expression.js';

/** Writes what stands inside a select; handed in, because values hold selects and selects values. */
export interface WriteInner {
  expression(value: Expression, writing: Writing): string;
  condition(condition: Condition, writing: Writing): string;
  order(order: readonly OrderTerm[], writing: Writing): string;
}

/** A select in brackets on one line; its values need no names there. */
export function selectText(select: Select, writing: Writing, inner: WriteInner): string {
  const [only] = select.outputs;
  if (only?.value.kind === 'joined-text') return joinedText(only.value, { ...select, order: [] }, [writing, inner]);
  const nameless = { ...select, outputs: select.outputs.map(({ value }) => ({ name: '', value })) };
  return `(${selectClauses(nameless, writing, inner).join(' ')})`;
}

function joinedText(
  { operand, separator, order }: Extract<Expression, { kind: 'joined-text' }>,
  select: Select,
  [writing, inner]: readonly [Writing, WriteInner],
): string {
  return writing.words.joinedText({
    value: writing.words.printable(inner.expression(operand, writing)),
    separator: writing.words.text(separator),
    separatorLength: separator.length,
    order: inner.order(order, writing),
    source: sourceClauses(select, writing, inner)
      .map((clause) => ` ${clause}`)
      .join(''),
  });
}

/** Every clause of a select as a line; the outputs with their names. */
function selectClauses(select: Select, writing: Writing, inner: WriteInner): string[] {
  const { words, dialect } = writing;
  const columns = select.outputs.map(({ name, value }) => {
    const alias = name === '' ? '' : `${words.as.trim() === '' ? ' ' : ' AS '}${dialect.identifier(name)}`;
    return `${inner.expression(value, writing)}${alias}`;
  });
  const keyword = `SELECT ${select.distinct ? 'DISTINCT ' : ''}${select.first ? words.firstRow.afterSelect : ''}`;
  const order = select.order.length === 0 ? [] : [`ORDER BY ${inner.order(select.order, writing)}`];
  const clauses = [`${keyword}${columns.join(', ')}`, ...sourceClauses(select, writing, inner), ...order];
  const end = select.first ? words.firstRow.atEnd : '';
  return [...clauses.slice(0, -1), `${clauses.at(-1)}${end}`];
}

/** From, where, group by, having. */
function sourceClauses(select: Select, writing: Writing, inner: WriteInner): string[] {
  const from =
    select.from === null ? writing.words.fromNothing.trim() : `FROM ${relationText(select.from, writing, inner)}`;
  const group = select.groupBy.map((value) => inner.expression(value, writing)).join(', ');
  return [
    from,
    ...select.joins.map((join) => joinText(join, writing, inner)),
    select.where === null ? '' : `WHERE ${inner.condition(select.where, writing)}`,
    group === '' ? '' : `GROUP BY ${group}`,
    select.having === null ? '' : `HAVING ${inner.condition(select.having, writing)}`,
  ].filter((clause) => clause !== '');
}

/** A table with its alias. */
export function relationText(relation: Relation, writing: Writing, inner: WriteInner): string {
  const { words, dialect } = writing;
  const alias = `${words.as}${dialect.identifier(relation.alias)}`;
  if (relation.kind === 'derived') return `(${queryLines(relation.query, writing, inner).join(' ')})${alias}`;
  if (relation.kind === 'set') return `${dialect.identifier(relation.name.toLowerCase())}${alias}`;
  if (relation.kind === 'own') return `${dialect.table(relation.table)}${alias}`;
  return `${dialect.source(relation.table)}${alias}`;
}

/** A join on one line; with `first`, to the first matching row only. */
export function joinText({ kind, relation, on, first }: Join, writing: Writing, inner: WriteInner): string {
  const written = relationText(relation, writing, inner);
  const condition = on === null ? '' : inner.condition(on, writing);
  if (first.length > 0) return firstRowJoin({ kind, relation, on, first }, [written, condition], [writing, inner]);
  if (relation.kind === 'derived' && relation.lateral) return writing.words.lateral(kind, written);
  if (kind === 'cross') return `CROSS JOIN ${written}`;
  return `${kind.toUpperCase()} JOIN ${written} ON ${condition}`;
}

function firstRowJoin(
  { kind, relation, first }: Join,
  [written, condition]: readonly [string, string],
  [writing, inner]: readonly [Writing, WriteInner],
): string {
  const { words, dialect } = writing;
  const alias = dialect.identifier(relation.alias);
  const where = condition === '' ? '' : ` WHERE ${condition}`;
  const picked = `SELECT ${words.firstRow.afterSelect}${alias}.* FROM ${written}${where}`;
  const query = `(${picked} ORDER BY ${inner.order(first, writing)}${words.firstRow.atEnd})${words.as}${alias}`;
  return words.lateral(kind, query);
}

/** Any query, a line for each of its clauses; free SQL as it is written for the dialect. */
export function queryLines(query: Query, writing: Writing, inner: WriteInner): string[] {
  if (query.kind === 'select') return selectClauses(query, writing, inner);
  if (query.kind === 'free') return [freeText(query.texts, writing)];
  const [left, right] = query.sides.map((side) => queryLines(side, writing, inner));
  return [...(left ?? []), query.all ? 'UNION ALL' : 'UNION', ...(right ?? [])];
}

/** Free SQL on one line, as it is written for the dialect; the texts of `sqlserver` serve its modern profile too. */
export function freeText(texts: Readonly<Record<string, string>>, { dialect }: Pick<Writing, 'dialect'>): string {
  return writtenFor(texts, dialect.name).replace(/\s+/g, ' ');
}

/** What is written for a dialect, or for the profile that it departs from; `''` where nothing is. */
export function writtenFor(texts: Readonly<Record<string, string>>, dialect: string): string {
  return texts[dialect] ?? texts[familyOf(dialect)] ?? '';
}

/** True where free SQL is written for the dialect. */
export function isWrittenFor(texts: Readonly<Record<string, string>>, dialect: string): boolean {
  return dialect in texts || familyOf(dialect) in texts;
}

function familyOf(dialect: string): string {
  return dialect.split('_')[0] ?? dialect;
}
