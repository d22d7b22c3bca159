/**
 * SQL Server from 2012 on: nothing younger than that version (no DROP IF EXISTS, no CREATE ... IF NOT EXISTS), absence
 * is asked of OBJECT_ID and the sys views. Limits: learn.microsoft.com, "Maximum capacity specifications".
 */
import type { ColumnType } from '../column-type.js';
import type { AddForeignKey, CreateIndex, RemoveForeignKey, Statement } from '../statement.js';
import { type Deployment, dotted, HERE, tableName } from './deployment.js';
import { type Dialect, type Guard, literal, PLAIN_NAME, type Refresh, UNGUARDED } from './dialect.js';
import { sqlserverWords } from './sqlserver-expressions.js';
import { SQLSERVER_RESERVED } from './sqlserver-reserved.js';

const NAME_LIMIT = 128;
const COLUMN_LIMIT = 1024;
/** Bytes of a key or an index up to version 2014. */
const KEY_LIMIT = 900;
/** Bytes of the types that have no length. */
const BYTES: Readonly<Partial<Record<ColumnType['name'], number>>> = { datetime: 8, int: 4, float: 8, bit: 1 };
/** Where the catalogue has what is named, and its column of the table. */
const VIEWS: Readonly<Record<Named['kind'], readonly [view: string, column: string]>> = {
  'create-index': ['sys.indexes', 'object_id'],
  'add-foreign-key': ['sys.foreign_keys', 'parent_object_id'],
  'remove-foreign-key': ['sys.foreign_keys', 'parent_object_id'],
};

type Named = CreateIndex | AddForeignKey | RemoveForeignKey;

/** Greatest declared length, and the type that takes anything longer. */
const LENGTHS: Readonly<Partial<Record<ColumnType['name'], { limit: number; longer: string; bytes: number }>>> = {
  nvarchar: { limit: 4000, longer: 'nvarchar(max)', bytes: 2 },
  nchar: { limit: 4000, longer: 'nvarchar(max)', bytes: 2 },
  binary: { limit: 8000, longer: 'varbinary(max)', bytes: 1 },
};

const refresh = ({ quiet }: Deployment): Refresh => ({
  settings: (years) => [
    `SET NOCOUNT ${quiet === false ? 'OFF' : 'ON'};`,
    'SET XACT_ABORT ON;',
    `DECLARE @ssd_years int = ${years};`,
    'DECLARE @ssd_today datetime = CAST(CAST(GETDATE() AS date) AS datetime);',
    'DECLARE @ssd_window_start datetime = DATEADD(year, -@ssd_years, @ssd_today);',
  ],
  begin: ['BEGIN TRY', 'BEGIN TRANSACTION;'],
  end: [
    'COMMIT TRANSACTION;',
    'END TRY',
    'BEGIN CATCH',
    'IF @@TRANCOUNT > 0 ROLLBACK TRANSACTION;',
    'THROW;',
    'END CATCH;',
    'GO',
  ],
});

/** The profile for every version that is out there, and the default. */
export const sqlserver: Dialect = sqlserverAt(HERE);

function sqlserverAt(place: Deployment): Dialect {
  const { schema, database, source, temporary, quiet } = place;
  const qualified = (name: string) => dotted(schema === '' ? [name] : [schema, name], identifier);
  const ours = temporary ? temporaryTable(temporary.prefix) : qualified;
  const table = (name: string) => ours(tableName(name, place));
  return {
    name: 'sqlserver',
    database: 'sqlserver',
    title: 'SQL Server (2012 or later)',
    opening: [
      ...(database === '' ? [] : [`USE ${identifier(database)};`, 'GO']),
      ...(quiet ? ['SET NOCOUNT ON;'] : []),
    ],
    createTable: ['CREATE TABLE ', ''],
    ifAbsent: '',
    ifPresent: '',
    expressions: sqlserverWords,
    refresh: refresh(place),
    indexesFirst: false,
    batchEnd: ['GO'],
    identifier,
    table,
    source: (name) => dotted([...source, name], sqlserverWords.sourceName),
    place,
    at: sqlserverAt,
    nameFault,
    typeName: temporary ? sessionTypeName : typeName,
    lineLimit: Number.POSITIVE_INFINITY,
    columnLimit: COLUMN_LIMIT,
    keyFault: (types) => keyFaultOver(KEY_LIMIT, types),
    guard: (statement) => guard(statement, { table, catalogue: temporary ? 'tempdb.' : '' }),
  };
}

/** A table of the session is known by the sign its name begins with, and lies in tempdb. */
function temporaryTable(prefix: string): (name: string) => string {
  return (name) => {
    const own = `${prefix}${name.replace(/^ssd_/i, '')}`;
    return PLAIN_NAME.test(own.replace(/^#{1,2}/, '')) ? own : bracketed(own);
  };
}

function identifier(name: string): string {
  const plain = PLAIN_NAME.test(name) && !SQLSERVER_RESERVED.has(name.toUpperCase());
  return plain ? name : bracketed(name);
}

/** Names of the CMS are nobody's here to judge, so all of them are quoted. */
function bracketed(name: string): string {
  return `[${name.replaceAll(']', ']]')}]`;
}

function nameFault(name: string): string {
  if (name.length > NAME_LIMIT) return `SQL Server takes ${NAME_LIMIT} characters at most`;
  return name.includes('$(') ? 'sqlcmd reads $( as the beginning of a variable' : '';
}

function typeName({ name, size }: ColumnType): string {
  const lengths = LENGTHS[name];
  if (lengths === undefined) return name;
  return fits(size, lengths.limit) ? `${name}(${size})` : lengths.longer;
}

/** Texts of tempdb would be ordered and compared as the server does it, which the database need not do. */
function sessionTypeName(type: ColumnType): string {
  const isText = type.name === 'nvarchar' || type.name === 'nchar';
  return `${typeName(type)}${isText ? ' COLLATE DATABASE_DEFAULT' : ''}`;
}

/** Takes the limit of a key in bytes and the types of its columns, gives why there can be no such key; `''` when there can. */
export function keyFaultOver(limit: number, types: readonly ColumnType[]): string {
  const bytes = types.reduce((sum, type) => sum + bytesOf(type), 0);
  return bytes <= limit ? '' : `a key of SQL Server has ${limit} bytes at most`;
}

function bytesOf({ name, size }: ColumnType): number {
  const { bytes } = LENGTHS[name] ?? {};
  if (bytes === undefined) return BYTES[name] ?? 0;
  return typeof size === 'number' ? bytes * size : Number.POSITIVE_INFINITY;
}

function fits(size: ColumnType['size'], limit: number): boolean {
  return typeof size === 'number' && size <= limit;
}

/** How tables are named, and the database whose catalogue knows them (`tempdb.`). */
interface Where {
  readonly table: Dialect['table'];
  readonly catalogue: string;
}

function guard(statement: Statement, where: Where): Guard {
  const due = condition(statement, where);
  return due === '' ? UNGUARDED : { before: [`IF ${due}`], after: [] };
}

/** When the statement has something to do. */
function condition(statement: Statement, where: Where): string {
  if (statement.kind === 'remark' || statement.kind === 'load' || statement.kind === 'count-orphans') return '';
  if (statement.kind === 'create-table') return `${objectId(statement.table, where)} IS NULL`;
  const [view, column] = VIEWS[statement.kind];
  const name = `name = N${literal(statement.name)}`;
  const row = `${column} = ${objectId(statement.table, where)} AND ${name}`;
  const found = `EXISTS (SELECT 1 FROM ${where.catalogue}${view} WHERE ${row})`;
  return statement.kind === 'remove-foreign-key' ? found : `NOT ${found}`;
}

function objectId(name: string, { table, catalogue }: Where): string {
  const path = catalogue === '' ? table(name) : `${catalogue}.${table(name)}`;
  return `OBJECT_ID(N${literal(path)}, N'U')`;
}
