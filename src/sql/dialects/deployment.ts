/** Where the tables of an extract are made and where those of the CMS lie; local authorities differ in it. */
import { fold } from '../names.js';

/** The places and names that one database knows and the standard does not. */
export interface Deployment {
  /** Schema of our tables; `''` for that of the connection. */
  readonly schema: string;
  /** Database of our tables; `''` for that of the connection. */
  readonly database: string;
  /** Where the tables of the CMS are: `[HDM, Child_Social]`; empty for that of the connection. */
  readonly source: readonly string[];
  /** The tables end with the session; what their names begin with instead of `ssd_` where the database asks for it. */
  readonly temporary: { readonly prefix: string } | null;
  /** Own names of tables, by the folded name in the standard. */
  readonly tables: ReadonlyMap<string, string>;
  /** Whether the database is told not to count the rows of each statement; null as the standard's own scripts have it. */
  readonly quiet: boolean | null;
}

/** Where the standard's own scripts put them: wherever the connection is. */
export const HERE: Deployment = {
  schema: '',
  database: '',
  source: [],
  temporary: null,
  tables: new Map(),
  quiet: null,
};

/** The name of a table at a place. */
export function tableName(name: string, { tables }: Deployment): string {
  return tables.get(fold(name)) ?? name;
}

/** Names with dots between them, each quoted as the database has it; none of them may be empty. */
export function dotted(names: readonly string[], identifier: (name: string) => string): string {
  return names.map(identifier).join('.');
}
