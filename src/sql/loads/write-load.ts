/** A load -> lines of SQL: one insert, its columns and values line by line, each with the item that it holds. */
import { comment, itemTag } from '../comment-text.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Condition } from '../expressions/expression.js';
import { bracketed, expressionText, inner, orderText, type Writing } from '../expressions/write-expression.js';
import { joinText, queryLines, relationText } from '../expressions/write-query.js';
import type { SqlLine } from '../render-statement.js';
import { type Load, type LoadColumn, loadColumnsOf } from './load.js';
import { columnText } from './write-value.js';

/** The columns that count rows: of one value of `onePer`, and of one key. */
const ROWS = ['ssd_row', 'ssd_key_row'];

/** Takes a load, gives its lines. */
export function loadLines(load: Load, dialect: Dialect): readonly SqlLine[] {
  const writing: Writing = { dialect, words: dialect.expressions };
  const origins: SqlLine['origins'] = [load.origins[0]];
  const line = (text: string): SqlLine => ({ text, origins });
  const sets = setLines(load, writing).map(line);
  const insert = insertLines(load, writing, line);
  const start = dialect.expressions.withBeforeInsert ? [...sets, ...insert] : [...insert, ...sets];
  return [
    ...start,
    ...(load.onePer.length + load.guard.length > 0
      ? pickedLines(load, writing, line)
      : plainLines(load, writing, line)),
  ];
}

type Line = (text: string) => SqlLine;

function setLines({ sets }: Load, writing: Writing): string[] {
  return sets.flatMap(({ name, query }, index) => [
    `${index === 0 ? 'WITH ' : ''}${writing.dialect.identifier(name.toLowerCase())} AS (`,
    ...queryLines(query, writing, inner).map((text) => `  ${text}`),
    index === sets.length - 1 ? ')' : '),',
  ]);
}

function insertLines(load: Load, writing: Writing, line: Line): SqlLine[] {
  const { identifier } = writing.dialect;
  const last = loadColumnsOf(load).at(-1);
  return [
    ...(load.guard.length > 0
      ? [
          line(
            comment(
              'One row for each key: the source may have several, and a key that stands twice would stop everything.',
            ),
          ),
        ]
      : []),
    line(`INSERT INTO ${writing.dialect.table(load.table)} (`),
    ...load.members.flatMap((member) =>
      member.kind === 'remark'
        ? [{ text: `  ${comment(member.text)}`, origins: member.origins }]
        : listed(
            member,
            member === last,
            (comma) => `  ${identifier(member.name)}${comma} ${itemTag(member.origins[0].itemRef)}`,
          ),
    ),
    line(')'),
  ];
}

function plainLines(load: Load, writing: Writing, line: Line): SqlLine[] {
  const columns = loadColumnsOf(load);
  const values = columns.flatMap((column) =>
    listed(column, column === columns.at(-1), (comma) => valueText(column, comma, writing)),
  );
  const clauses = clauseLines(load, writing);
  return [
    line(load.distinct ? 'SELECT DISTINCT' : 'SELECT'),
    ...values,
    ...clauses.slice(0, -1).map(line),
    line(`${clauses.at(-1) ?? ''};`),
  ];
}

/** Rows are counted inside, and the first of each taken outside. */
function pickedLines(load: Load, writing: Writing, line: Line): SqlLine[] {
  const { identifier, expressions } = writing.dialect;
  const columns = loadColumnsOf(load);
  const outer = columns.flatMap((column) =>
    listed(column, column === columns.at(-1), (comma) => `  picked.${identifier(column.name)}${comma}`),
  );
  const order = orderText(load.order, writing);
  const counted = [load.onePer, load.guard].filter((values) => values.length > 0);
  const rows = counted.map((values, index) => {
    const per = values.map((value) => expressionText(value, writing)).join(', ');
    const comma = index === counted.length - 1 ? '' : ',';
    return `    ROW_NUMBER() OVER (PARTITION BY ${per} ORDER BY ${order}) AS ${ROWS[index]}${comma}`;
  });
  const first = counted.map((_, index) => `picked.${ROWS[index]} = 1`).join(' AND ');
  return [
    line('SELECT'),
    ...outer,
    line('FROM ('),
    line('  SELECT'),
    ...columns.flatMap((column) => {
      const after = `${expressions.as === ' ' ? ' ' : ' AS '}${identifier(column.name)},`;
      return listed(column, true, () => valueText(column, after, writing)).map(indented);
    }),
    ...rows.map(line),
    ...clauseLines(load, writing).map((text) => line(`  ${text}`)),
    line(`)${expressions.as}picked`),
    line(`WHERE ${first};`),
  ];
}

function valueText(column: LoadColumn, after: string, writing: Writing): string {
  return `  ${columnText(column, writing)}${after} ${comment(column.name)}`;
}

/** What stands in a list. The comma belongs to whatever follows, so the bare text has none. */
function listed({ origins }: LoadColumn, isLast: boolean, write: (comma: string) => string): SqlLine[] {
  const bare = write('').split('\n');
  return write(isLast ? '' : ',')
    .split('\n')
    .map((line, index) => {
      const without = bare[index] ?? line;
      return { text: line.trimEnd(), origins, ...(without === line ? {} : { bare: without.trimEnd() }) };
    });
}

function indented({ text, origins }: SqlLine): SqlLine {
  return { text: `  ${text}`, origins };
}

function clauseLines({ from, joins, where }: Load, writing: Writing): string[] {
  const tests = where.flatMap((condition: Condition) =>
    condition.kind === 'and' ? condition.conditions : [condition],
  );
  return [
    from === null ? writing.words.fromNothing.trim() : `FROM ${relationText(from, writing, inner)}`,
    ...joins.map((join) => joinText(join, writing, inner)),
    ...tests.map((test, index) => `${index === 0 ? 'WHERE' : '  AND'} ${bracketed(test, writing)}`),
  ].filter((text) => text !== '');
}
