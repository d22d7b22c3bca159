/** A load -> lines of SQL: one insert, its columns and values line by line, each with the item that it holds. */
import { comment, itemTag } from '../comment-text.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Expression } from '../expressions/expression.js';
import { bracketed, expressionText, inner, orderText, type Writing } from '../expressions/write-expression.js';
import { joinText, queryLines, relationText } from '../expressions/write-query.js';
import type { SqlLine } from '../render-statement.js';
import { type Load, type LoadColumn, loadColumnsOf } from './load.js';
import { columnText } from './write-value.js';

/** The columns that count rows: of one value of `onePer` (or of the key), of one key among those, and of all. */
const ROW = 'ssd_row';
const KEY_ROW = 'ssd_key_row';
const PLACE = 'ssd_place';

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
  const clauses = clauseLines(load, writing, line);
  return [
    line(load.distinct ? 'SELECT DISTINCT' : 'SELECT'),
    ...values,
    ...clauses.slice(0, -1),
    ended(clauses.at(-1) ?? line('')),
  ];
}

/**
 * Rows are counted inside, and the first of each taken outside. Where both a value and the key are to come once, the
 * key is counted among the rows that are left: in two counts side by side no row need be the first of both.
 */
function pickedLines(load: Load, writing: Writing, line: Line): SqlLine[] {
  const { onePer, guard } = load;
  const isBoth = onePer.length > 0 && guard.length > 0;
  const counts = [
    counted(onePer.length > 0 ? onePer : guard, ROW, { load, writing }),
    ...(isBoth ? [counted([], PLACE, { load, writing })] : []),
  ];
  const { as } = writing.dialect.expressions;
  const source = [...countingLines(load, counts, { writing, line }), line(`)${as}${isBoth ? 'numbered' : 'picked'}`)];
  const keyed = isBoth ? [...keyedLines(load, writing, line), ...source, line(`WHERE numbered.${ROW} = 1`)] : source;
  return [
    line('SELECT'),
    ...outputLines(load, 'picked', { writing, isLast: true }),
    line('FROM ('),
    ...(isBoth ? [...keyed, line(`)${as}picked`)] : keyed),
    line(`WHERE picked.${isBoth ? KEY_ROW : ROW} = 1;`),
  ];
}

interface Around {
  readonly writing: Writing;
  readonly line: Line;
}

/** Every value of the load, and the counts of its rows. */
function countingLines(load: Load, counts: readonly string[], { writing, line }: Around): SqlLine[] {
  const { identifier, expressions } = writing.dialect;
  return [
    line('  SELECT'),
    ...loadColumnsOf(load).flatMap((column) => {
      const after = `${expressions.as === ' ' ? ' ' : ' AS '}${identifier(column.name)},`;
      return listed(column, true, () => valueText(column, after, writing)).map(indented);
    }),
    ...counts.map((count, index) => line(`    ${count}${index === counts.length - 1 ? '' : ','}`)),
    ...clauseLines(load, writing, line).map(indented),
  ];
}

/** Counts the rows of one key among those that are left. */
function keyedLines(load: Load, writing: Writing, line: Line): SqlLine[] {
  const { identifier } = writing.dialect;
  const isKey = ({ source }: LoadColumn) => source.kind === 'value' && load.guard.includes(source.value);
  const per = loadColumnsOf(load)
    .filter(isKey)
    .map(({ name }) => `numbered.${identifier(name)}`);
  return [
    line('  SELECT'),
    ...outputLines(load, 'numbered', { writing, isLast: false }).map(indented),
    line(`    ROW_NUMBER() OVER (PARTITION BY ${per.join(', ')} ORDER BY numbered.${PLACE}) AS ${KEY_ROW}`),
    line('  FROM ('),
  ];
}

/** The columns of a select inside, by its alias. */
function outputLines(
  load: Load,
  alias: string,
  { writing, isLast }: { readonly writing: Writing; readonly isLast: boolean },
): SqlLine[] {
  const columns = loadColumnsOf(load);
  const { identifier } = writing.dialect;
  return columns.flatMap((column) =>
    listed(column, isLast && column === columns.at(-1), (comma) => `  ${alias}.${identifier(column.name)}${comma}`),
  );
}

function counted(
  values: readonly Expression[],
  name: string,
  { load, writing }: { readonly load: Load; readonly writing: Writing },
): string {
  const per = values.map((value) => expressionText(value, writing)).join(', ');
  const partition = per === '' ? '' : `PARTITION BY ${per} `;
  return `ROW_NUMBER() OVER (${partition}ORDER BY ${orderText(load.order, writing)}) AS ${name}`;
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

function ended(clause: SqlLine): SqlLine {
  return { ...clause, text: `${clause.text};` };
}

/** From, joins and conditions; what an item asks for is the item's. */
function clauseLines({ from, joins, where }: Load, writing: Writing, line: Line): readonly SqlLine[] {
  const tests = where.flatMap(({ condition, origins }) => {
    const parts = condition.kind === 'and' ? condition.conditions : [condition];
    return parts.map((part) => ({ text: bracketed(part, writing), origins }));
  });
  return [
    line(from === null ? writing.words.fromNothing.trim() : `FROM ${relationText(from, writing, inner)}`),
    ...joins.map((join) => line(joinText(join, writing, inner))),
    ...tests.map(({ text, origins: [first, ...others] }, index) => {
      const clause = line(`${index === 0 ? 'WHERE' : '  AND'} ${text}`);
      return first === undefined ? clause : { ...clause, origins: [first, ...others] as const };
    }),
  ].filter(({ text }) => text !== '');
}
