/**
 * SQL Server from 2012 on: nothing younger than that version (no DROP IF EXISTS, no CREATE ... IF NOT EXISTS), absence
 * is asked of OBJECT_ID and the sys views. Limits: learn.microsoft.com, "Maximum capacity specifications".
 */
import type { ColumnType } from '../column-type.js';
import type { AddForeignKey, CreateIndex, Statement } from '../statement.js';
import { type Dialect, type Guard, literal, PLAIN_NAME, UNGUARDED } from './dialect.js';
import { sqlserverWords } from './sqlserver-expressions.js';
import { SQLSERVER_RESERVED } from './sqlserver-reserved.js';

const NAME_LIMIT = 128;
/** Bytes of a key up to version 2014; later versions allow more for some indexes only. */
const KEY_LIMIT = 900;
/** Greatest declared length, and the type that takes anything longer. */
const LENGTHS: Readonly<Partial<Record<ColumnType['name'], { limit: number; longer: string; bytes: number }>>> = {
  nvarchar: { limit: 4000, longer: 'nvarchar(max)', bytes: 2 },
  nchar: { limit: 4000, longer: 'nvarchar(max)', bytes: 2 },
  binary: { limit: 8000, longer: 'varbinary(max)', bytes: 1 },
};

export const sqlserver: Dialect = {
  name: 'sqlserver',
  title: 'SQL Server (2012 or later)',
  ifAbsent: '',
  expressions: sqlserverWords,
  refresh: {
    settings: (years) => [
      'SET NOCOUNT ON;',
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
  },
  batchEnd: ['GO'],
  identifier,
  table: identifier,
  source: sqlserverWords.sourceName,
  nameFault,
  typeName,
  keyFault,
  guard,
};

function identifier(name: string): string {
  const plain = PLAIN_NAME.test(name) && !SQLSERVER_RESERVED.has(name.toUpperCase());
  return plain ? name : `[${name.replaceAll(']', ']]')}]`;
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

function keyFault({ name, size }: ColumnType): string {
  const { bytes = 0 } = LENGTHS[name] ?? {};
  const keyable = bytes === 0 || fits(size, KEY_LIMIT / bytes);
  return keyable ? '' : `a key of SQL Server has ${KEY_LIMIT} bytes at most`;
}

function fits(size: ColumnType['size'], limit: number): boolean {
  return typeof size === 'number' && size <= limit;
}

function guard(statement: Statement): Guard {
  const absent = absence(statement);
  return absent === '' ? UNGUARDED : { before: [`IF ${absent}`], after: [] };
}

function absence(statement: Statement): string {
  if (statement.kind === 'remark' || statement.kind === 'load' || statement.kind === 'count-orphans') return '';
  if (statement.kind === 'create-table') return `${objectId(statement.table)} IS NULL`;
  return statement.kind === 'create-index'
    ? noRow('sys.indexes', 'object_id', statement)
    : noRow('sys.foreign_keys', 'parent_object_id', statement);
}

function noRow(view: string, column: string, { table, name }: CreateIndex | AddForeignKey): string {
  return `NOT EXISTS (SELECT 1 FROM ${view} WHERE ${column} = ${objectId(table)} AND name = N${literal(name)})`;
}

function objectId(table: string): string {
  return `OBJECT_ID(N${literal(identifier(table))}, N'U')`;
}
