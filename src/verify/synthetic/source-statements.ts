/** Synthetic tables as statements of a dialect: made anew and filled. They are no tables of ours, and of no CMS. */
import { type Dialect, literal } from '../../sql/dialects/dialect.js';
import { sqlserverWords } from '../../sql/dialects/sqlserver-expressions.js';
import type { SourceValue, SyntheticTable } from './synthetic-sources.js';

/** SQL Server takes a thousand; a statement stays readable with fewer. */
const ROWS_A_STATEMENT = 100;

/** PostgreSQL cuts the name of an index at 63 bytes: what is left for the number and what stands before. */
const LONGEST_OF_A_NAME = 50;

interface Words {
  readonly text: (text: string) => string;
  readonly date: (date: string) => string;
  readonly bit: (value: boolean) => string;
  /** Rows that one INSERT can bring. */
  readonly rows: number;
  /** Between the values of a row; SQL*Plus reads no line of more than 5,000 letters. */
  readonly between: string;
}

const national = (text: string) => `N${literal(text)}`;
const standardDate = (date: string) => `TIMESTAMP ${literal(date)}`;
const numberBit = (value: boolean) => (value ? '1' : '0');

/** How databases say values. */
const WORDS: Readonly<Record<string, Words>> = {
  sqlserver: {
    // sqlcmd reads `$(` in a text.
    text: sqlserverWords.text,
    date: (date) => `CAST(${literal(date.replace(' ', 'T'))} AS datetime)`,
    bit: numberBit,
    rows: ROWS_A_STATEMENT,
    between: ', ',
  },
  oracle: { text: national, date: standardDate, bit: numberBit, rows: 1, between: ',\n' },
  postgresql: { text: literal, date: standardDate, bit: String, rows: ROWS_A_STATEMENT, between: ', ' },
};

/** Takes tables and a dialect, gives the statements that make and fill them. */
export function sourceStatements(tables: readonly SyntheticTable[], dialect: Dialect): readonly string[] {
  return tables.flatMap((table) => [
    createText(table, dialect),
    ...insertTexts(table, dialect),
    ...indexTexts(table, dialect),
  ]);
}

/**
 * As a real source has them; without, the plans of the larger mappings take minutes. A text without a size is no key of
 * an index on any product.
 */
function indexTexts({ name, columns }: SyntheticTable, dialect: Dialect): string[] {
  const ids = columns.filter(({ name: column, type }) => /id$/i.test(column) && type.size !== 'max');
  const table = dialect.source(name);
  const indexes = ids.map((id, place) => {
    const index = dialect.identifier(`ix_${name.slice(0, LONGEST_OF_A_NAME)}_${place + 1}`);
    return `CREATE INDEX ${index} ON ${table} (${dialect.expressions.sourceName(id.name)})`;
  });
  return dialect.database === 'postgresql' ? [...indexes, `ANALYZE ${table}`] : indexes;
}

function createText({ name, columns }: SyntheticTable, dialect: Dialect): string {
  const list = columns.map(
    (column) => `${dialect.expressions.sourceName(column.name)} ${dialect.typeName(column.type)} NULL`,
  );
  return `CREATE TABLE ${dialect.source(name)} (${list.join(', ')})`;
}

function insertTexts({ name, columns, rows }: SyntheticTable, dialect: Dialect): string[] {
  const words = WORDS[dialect.database];
  if (words === undefined) throw new RangeError(`no words for the values of ${dialect.database}`);
  const names = columns.map((column) => dialect.expressions.sourceName(column.name)).join(', ');
  const tuples = rows.map(
    (row) => `(${row.map((value, index) => valueText(value, columns[index]?.type.name, words)).join(words.between)})`,
  );
  const statements: string[] = [];
  for (let from = 0; from < tuples.length; from += words.rows) {
    const own = tuples.slice(from, from + words.rows);
    statements.push(`INSERT INTO ${dialect.source(name)} (${names}) VALUES ${own.join(',\n')}`);
  }
  return statements;
}

function valueText(value: SourceValue, type: string | undefined, words: Words): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return words.bit(value);
  return type === 'datetime' ? words.date(value) : words.text(value);
}
