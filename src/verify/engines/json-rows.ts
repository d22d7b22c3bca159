/** Rows of PostgreSQL as texts, whatever the client would make of them. */
import type { Row } from '../engine.js';

/** Takes a query, gives one that has a single value: its rows as JSON, in its order. */
export function jsonQuery(query: string): string {
  const bare = query.trim().replace(/;$/, '');
  return `SELECT coalesce(json_agg(row_to_json(own_rows)), '[]'::json)::text FROM (${bare}) AS own_rows`;
}

/** Takes that value, gives the rows. */
export function jsonRows(json: string): readonly Row[] {
  const rows = JSON.parse(json) as readonly Readonly<Record<string, unknown>>[];
  return rows.map((row) => Object.values(row).map((value) => (value === null ? null : String(value))));
}
