/**
 * PostgreSQL from 10 on. Names without quotes are folded to lower case, and names over 63 bytes are cut without an
 * error, so longer ones are refused. Limits and reserved words: postgresql.org, "Lexical Structure" and appendix C.
 */
import type { ColumnType } from '../column-type.js';
import { comment } from '../comment-text.js';
import type { AddForeignKey, Statement } from '../statement.js';
import { type Deployment, dotted, HERE, tableName } from './deployment.js';
import { type Dialect, type Guard, literal, PLAIN_NAME, type Refresh, UNGUARDED } from './dialect.js';
import { postgresWords } from './postgres-expressions.js';
import { POSTGRES_RESERVED, POSTGRES_SYSTEM_COLUMNS } from './postgres-reserved.js';

const NAME_LIMIT = 63;
const COLUMN_LIMIT = 1600;
/** Greatest declared length of varchar and char. */
const TEXT_LIMIT = 10_485_760;

const TYPES: Readonly<Record<ColumnType['name'], string>> = {
  nvarchar: 'varchar',
  nchar: 'char',
  datetime: 'timestamp',
  int: 'integer',
  float: 'double precision',
  bit: 'boolean',
  binary: 'bytea',
};

const REFRESH: Refresh = {
  settings: (years) => [
    `SELECT set_config('ssd.years', '${years}', false);`,
    "SELECT set_config('ssd.today', CAST(CURRENT_DATE AS text), false);",
    "SELECT set_config('ssd.window_start', CAST(CURRENT_DATE - CAST(current_setting('ssd.years') || ' years' AS interval) AS text), false);",
  ],
  begin: ['BEGIN;'],
  end: ['COMMIT;'],
};

/** The dialect with the tables in the first schema of the search path. */
export const postgres: Dialect = postgresAt(HERE);

function postgresAt(place: Deployment): Dialect {
  const own = (name: string) => identifier(tableName(name, place));
  // A table of the same name that stays is never meant.
  const table = (name: string) => (place.temporary ? `pg_temp.${own(name)}` : own(name));
  return {
    name: 'postgres',
    database: 'postgresql',
    title: 'PostgreSQL (10 or later)',
    opening: opening(place),
    createTable: [place.temporary ? 'CREATE TEMPORARY TABLE IF NOT EXISTS ' : 'CREATE TABLE IF NOT EXISTS ', ''],
    ifAbsent: 'IF NOT EXISTS ',
    ifPresent: 'IF EXISTS ',
    expressions: postgresWords,
    refresh: REFRESH,
    indexesFirst: false,
    batchEnd: [],
    identifier,
    table,
    source: (name) => dotted([...place.source, name], postgresWords.sourceName),
    place,
    at: postgresAt,
    nameFault,
    typeName,
    lineLimit: Number.POSITIVE_INFINITY,
    columnLimit: COLUMN_LIMIT,
    // A key that is too long is refused with its row, and not with its table.
    keyFault: () => '',
    guard: (statement) => guard(statement, table),
  };
}

/** A connection has one database. Temporary tables have a schema of their own. */
function opening({ schema, database, temporary }: Deployment): readonly string[] {
  return [
    ...(database === '' ? [] : [comment(`Run this in the database ${database}.`)]),
    ...(schema === '' || temporary ? [] : [`SET search_path TO ${identifier(schema)};`]),
  ];
}

function identifier(name: string): string {
  const stored = storedName(name);
  const plain = PLAIN_NAME.test(name) && !POSTGRES_RESERVED.has(stored);
  return plain ? name : `"${stored.replaceAll('"', '""')}"`;
}

/** The name as the catalogue has it: a reserved word keeps the lower case it would have without quotes. */
function storedName(name: string): string {
  return PLAIN_NAME.test(name) ? name.toLowerCase() : name;
}

function nameFault(name: string): string {
  if (new TextEncoder().encode(name).length > NAME_LIMIT) return `PostgreSQL takes ${NAME_LIMIT} bytes at most`;
  return POSTGRES_SYSTEM_COLUMNS.has(storedName(name)) ? 'PostgreSQL has a column of its own with this name' : '';
}

function typeName({ name, size }: ColumnType): string {
  if (name !== 'nvarchar' && name !== 'nchar') return TYPES[name];
  return typeof size === 'number' && size <= TEXT_LIMIT ? `${TYPES[name]}(${size})` : 'text';
}

function guard(statement: Statement, table: Dialect['table']): Guard {
  if (statement.kind !== 'add-foreign-key') return UNGUARDED;
  const quote = dollarQuote(statement);
  return {
    before: [`DO ${quote} BEGIN`, `IF NOT EXISTS (${constraintRow(statement, table)}) THEN`],
    after: ['END IF;', `END ${quote};`],
  };
}

function constraintRow(key: AddForeignKey, table: Dialect['table']): string {
  const where = `conrelid = to_regclass(${text(table(key.table))}) AND conname = ${text(storedName(key.name))}`;
  return `SELECT 1 FROM pg_constraint WHERE ${where}`;
}

/** Means the same whether or not the server reads backslashes in plain literals (standard_conforming_strings). */
function text(value: string): string {
  const written = literal(value);
  return value.includes('\\') ? `E${written.replaceAll('\\', '\\\\')}` : written;
}

/** A quote that no name in the statement can close. */
function dollarQuote({ name, parentTable, parentColumn }: AddForeignKey): string {
  const names = `${name} ${parentTable} ${parentColumn}`;
  let tag = 'ssd';
  while (names.includes(`$${tag}$`)) tag += '_';
  return `$${tag}$`;
}
