/** A table as it lies in an engine: its rows in the form and the order that all engines share, and a checksum of them. */
import type { ColumnType } from '../../sql/column-type.js';
import type { Dialect } from '../../sql/dialects/dialect.js';
import type { DatabaseSession, Row } from '../engine.js';
import { canonicalRow } from './canonical.js';

/** What to read: the table as a statement names it, and its columns. */
export interface ReadableTable {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: ColumnType }[];
  /** A table of the CMS, whose columns are named as loads name them. */
  readonly isSource?: true;
}

/** Takes a session and a table, gives its rows, sorted, because no two engines sort alike. */
export async function readTable(
  session: DatabaseSession,
  { table, columns, isSource }: ReadableTable,
  dialect: Dialect,
): Promise<readonly Row[]> {
  const written = isSource ? dialect.expressions.sourceName : dialect.identifier;
  const names = columns.map(({ name }) => written(name)).join(', ');
  const rows = await session.rows(`SELECT ${names} FROM ${table}`);
  const types = columns.map(({ type }) => type.name);
  const keyed = rows.map((row) => canonicalRow(row, types)).map((row) => ({ row, key: JSON.stringify(row) }));
  keyed.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  return keyed.map(({ row }) => row);
}

/** The same for the same rows, in every engine. */
export function checksum(rows: readonly Row[], hash: (text: string) => string): string {
  return hash(JSON.stringify(rows));
}
