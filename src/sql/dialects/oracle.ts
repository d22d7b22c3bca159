/**
 * Oracle from 12.2 on, which takes names of 128 bytes; before it was 30, and lint says which names are longer. Names
 * without quotes are folded to upper case. Every DDL statement commits, so each asks by itself whether it is still to
 * be done, and a script that broke off goes on where it stopped. Limits: docs.oracle.com, "Database Reference", logical
 * and data type limits.
 */
import type { ColumnType } from '../column-type.js';
import { comment } from '../comment-text.js';
import type { AddForeignKey, CreateIndex, CreateTable, RemoveForeignKey, Statement } from '../statement.js';
import { type Deployment, dotted, HERE, tableName } from './deployment.js';
import { type Dialect, type Guard, type LiteralLimit, literal, UNGUARDED } from './dialect.js';
import { oracleRefresh, oracleWords, STOP_AT_ERROR } from './oracle-expressions.js';
import { oracleName as identifier, storedName } from './oracle-names.js';

const NAME_LIMIT = 128;
/** SP2-0027: SQL*Plus passes over a line that is longer. */
const LINE_LIMIT = 2499;
const COLUMN_LIMIT = 1000;
/** Bytes of a key in a block of 8 KB. */
const KEY_LIMIT = 6398;
/** Bytes of the types that have no length. */
const BYTES: Readonly<Partial<Record<ColumnType['name'], number>>> = { datetime: 11, int: 7, float: 9, bit: 3 };
/** Greatest lengths that need no MAX_STRING_SIZE = EXTENDED; national text has two bytes a character. */
const NATIONAL_LIMIT = 2000;
const NATIONAL_CHAR_LIMIT = 1000;
const TEXT_LIMIT = 4000;
const RAW_LIMIT = 2000;

/** Where the catalogue has what is named. */
const VIEWS: Readonly<Record<Named['kind'], readonly [view: string, column: string]>> = {
  'create-index': ['all_indexes', 'index_name'],
  'add-foreign-key': ['all_constraints', 'constraint_name'],
  'remove-foreign-key': ['all_constraints', 'constraint_name'],
};

type Named = CreateIndex | AddForeignKey | RemoveForeignKey;

/** The schema in which names without one are made and looked up, which need not be the user's own. */
const OWNER = "owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA')";

/** The dialect with the tables in the schema of the session. */
export const oracle: Dialect = oracleAt(HERE);

function oracleAt(place: Deployment): Dialect {
  const stored = (name: string) => tableName(name, place);
  return {
    name: 'oracle',
    database: 'oracle',
    title: 'Oracle (12.2 or later)',
    opening: opening(place),
    createTable: place.temporary
      ? ['CREATE GLOBAL TEMPORARY TABLE ', ' ON COMMIT PRESERVE ROWS']
      : ['CREATE TABLE ', ''],
    ifAbsent: '',
    ifPresent: '',
    expressions: oracleWords,
    refresh: oracleRefresh,
    // ORA-14452: no index is made on a table in which the session has rows.
    indexesFirst: place.temporary !== null,
    batchEnd: [],
    identifier,
    table: (name) => identifier(stored(name)),
    source: (name) => dotted([...place.source, name], oracleWords.sourceName),
    place,
    at: oracleAt,
    nameFault,
    typeName,
    lineLimit: LINE_LIMIT,
    columnLimit: COLUMN_LIMIT,
    keyFault,
    guard: (statement) => guard(statement, stored, place),
  };
}

/**
 * SQL*Plus would ask for a value of everything that begins with an ampersand, even within a comment.
 * A schema of any name is taken within a text alone.
 */
function opening({ schema, database, temporary }: Deployment): readonly string[] {
  const change = `ALTER SESSION SET CURRENT_SCHEMA = ${identifier(schema)}`;
  return [
    'SET DEFINE OFF',
    ...(temporary ? [STOP_AT_ERROR] : []),
    ...(database === '' ? [] : [comment(`Run this in the database ${database}.`)]),
    ...(schema === '' ? [] : [`BEGIN EXECUTE IMMEDIATE ${literal(change)}; END;`, '/']),
  ];
}

function nameFault(name: string): string {
  if (new TextEncoder().encode(name).length > NAME_LIMIT) return `Oracle takes ${NAME_LIMIT} bytes at most`;
  if (name.includes('"')) return 'Oracle takes no double quote in a name';
  return storedName(name) === 'ROWID' ? 'Oracle has a column of its own with this name' : '';
}

function typeName({ name, size }: ColumnType): string {
  const length = typeof size === 'number' ? size : Number.POSITIVE_INFINITY;
  if (name === 'nchar' && length <= NATIONAL_CHAR_LIMIT) return `nchar(${length})`;
  if (name === 'nvarchar' || name === 'nchar') return textType(length);
  if (name === 'binary') return length <= RAW_LIMIT ? `raw(${length})` : 'blob';
  return { datetime: 'timestamp', int: 'number(10)', float: 'binary_double', bit: 'number(1)' }[name];
}

function textType(length: number): string {
  if (length <= NATIONAL_LIMIT) return `nvarchar2(${length})`;
  return length <= TEXT_LIMIT ? `varchar2(${length} char)` : 'nclob';
}

/** All that is shorter than a LOB fits into a key by itself. */
function keyFault(types: readonly ColumnType[]): string {
  if (types.some((type) => /^(?:nclob|blob)$/.test(typeName(type)))) return 'Oracle keeps no key of a LOB';
  const bytes = types.reduce((sum, type) => sum + bytesOf(type), 0);
  return bytes <= KEY_LIMIT ? '' : `a key of Oracle has ${KEY_LIMIT} bytes at most`;
}

/** National text has two bytes a character; varchar2 has 4000 bytes at most, however many characters are declared. */
function bytesOf({ name, size }: ColumnType): number {
  const length = typeof size === 'number' ? size : 0;
  if (name === 'binary') return length;
  return BYTES[name] ?? Math.min(2 * length, TEXT_LIMIT);
}

/** EXECUTE IMMEDIATE takes a CLOB of any length, but a literal of PL/SQL has so many bytes at most. */
const LITERAL: LiteralLimit = { bytes: 32_767, open: 'TO_CLOB(', between: ') || TO_CLOB(', close: ')' };

/** PL/SQL takes no DDL but as a text. */
function guard(statement: Statement, stored: (table: string) => string, { temporary }: Deployment): Guard {
  if (statement.kind === 'remark' || statement.kind === 'load' || statement.kind === 'count-orphans') return UNGUARDED;
  const due = statement.kind === 'remove-foreign-key' ? 'found > 0' : 'found = 0';
  return {
    before: [
      'DECLARE',
      '  found PLS_INTEGER;',
      'BEGIN',
      `  SELECT COUNT(*) INTO found FROM ${presence(statement, stored(statement.table), temporary !== null)};`,
      `  IF ${due} THEN EXECUTE IMMEDIATE`,
    ],
    asText: LITERAL,
    after: ['  ;', '  END IF;', 'END;', '/'],
  };
}

/** A table of that name whose rows stay is not the one of the session: then the script stops, and empties nothing. */
function presence(statement: CreateTable | Named, table: string, isOfSession: boolean): string {
  const own = `${OWNER} AND ${named('table_name', table)}`;
  if (statement.kind === 'create-table') return `all_tables WHERE ${own}${isOfSession ? " AND temporary = 'Y'" : ''}`;
  const [view, column] = VIEWS[statement.kind];
  return `${view} WHERE ${own} AND ${named(column, statement.name)}`;
}

function named(column: string, name: string): string {
  return `${column} = ${literal(storedName(name))}`;
}
