/** A load -> lines of SQL: one insert, its columns and values line by line, each with the item that it holds. */
import { comment, itemTag } from '../comment-text.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Condition } from '../expressions/expression.js';
import { bracketed, expressionText, inner, orderText, type Writing } from '../expressions/write-expression.js';
import { joinText, queryLines, relationText } from '../expressions/write-query.js';
import type { SqlLine } from '../render-statement.js';
import { type Load, type LoadColumn, loadColumnsOf } from './load.js';
import { columnText } from './write-value.js';

/** The name of the column that counts rows of one value of `onePer`. */
const ROW = 'ssd_row';

/** Takes a load, gives its lines. */
export function loadLines(
  load: Load,
  { dialect, schema }: { readonly dialect: Dialect; readonly schema: string },
): readonly SqlLine[] {
  const writing: Writing = { dialect, words: dialect.expressions, schema };
  const origins: SqlLine['origins'] = [load.origins[0]];
  const line = (text: string): SqlLine => ({ text, origins });
  const sets = setLines(load, writing).map(line);
  const insert = insertLines(load, writing, line);
  const start = dialect.expressions.withBeforeInsert ? [...sets, ...insert] : [...insert, ...sets];
  return [...start, ...(load.onePer.length > 0 ? pickedLines(load, writing, line) : plainLines(load, writing, line))];
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
    line(`INSERT INTO ${writing.dialect.table(load.table)} (`),
    ...load.members.map((member) => {
      const text =
        member.kind === 'remark'
          ? comment(member.text)
          : `${identifier(member.name)}${member === last ? '' : ','} ${itemTag(member.origins[0].itemRef)}`;
      return { text: `  ${text}`, origins: member.origins };
    }),
    line(')'),
  ];
}

function plainLines(load: Load, writing: Writing, line: Line): SqlLine[] {
  const columns = loadColumnsOf(load);
  const values = columns.flatMap((column) => valueLines(column, column === columns.at(-1) ? '' : ',', writing));
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
  const outer = columns.map((column) => ({
    text: `  picked.${identifier(column.name)}${column === columns.at(-1) ? '' : ','}`,
    origins: column.origins,
  }));
  const per = load.onePer.map((value) => expressionText(value, writing)).join(', ');
  const row = `ROW_NUMBER() OVER (PARTITION BY ${per} ORDER BY ${orderText(load.order, writing)}) AS ${ROW}`;
  return [
    line('SELECT'),
    ...outer,
    line('FROM ('),
    line('  SELECT'),
    ...columns.flatMap((column) =>
      valueLines(column, `${expressions.as === ' ' ? ' ' : ' AS '}${identifier(column.name)},`, writing).map(indented),
    ),
    line(`    ${row}`),
    ...clauseLines(load, writing).map((text) => line(`  ${text}`)),
    line(`)${expressions.as}picked`),
    line(`WHERE picked.${ROW} = 1;`),
  ];
}

function valueLines(column: LoadColumn, after: string, writing: Writing): SqlLine[] {
  const text = `  ${columnText(column, writing)}${after} ${comment(column.name)}`;
  return text.split('\n').map((line) => ({ text: line.trimEnd(), origins: column.origins }));
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
