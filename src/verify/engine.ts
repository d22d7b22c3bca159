/** What a statement is tried on: a database, or a strict parser. What that is worth is its tier. */
import type { Tier } from '../proof.js';

/** A value as every database can give it: numbers, texts and dates as text. */
export type Cell = string | null;

/** One row, in the order of the columns of the query. */
export type Row = readonly Cell[];

/** Somewhere statements can be tried. */
export interface Engine<S extends Session = Session> {
  /** As people call it: `PGlite`. */
  readonly name: string;
  /** The database whose SQL it takes, as in the vocabulary: `postgresql`. */
  readonly database: string;
  readonly tier: Tier;
  /** Its version, or null where it is not here; never throws. */
  version(): Promise<string | null>;
  /** Throws `engine-failed` where it cannot be started. */
  open(): Promise<S>;
}

/** An engine at work; to be closed whatever happens. */
export interface Session {
  /** Tries one statement; throws `statement-refused` with the engine's own words. */
  run(statement: string): Promise<void>;
  /** The same for several, one after the other, where an engine is quicker with all at once. */
  runAll?(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** Runs statements one after the other; throws `statement-refused` at the first that is. */
export async function runAll(session: Session, statements: readonly string[]): Promise<void> {
  if (session.runAll !== undefined) return session.runAll(statements);
  for (const statement of statements) await session.run(statement);
}

/** An engine that holds tables. */
export interface DatabaseSession extends Session {
  /** The rows of a query, in the order that it asks for. Throws `statement-refused`. */
  rows(query: string): Promise<readonly Row[]>;
}
