/** What a database must say about itself; everything else is common to all and knows no database. */
import type { ColumnType } from '../column-type.js';
import type { Statement } from '../statement.js';
import type { Deployment } from './deployment.js';
import type { ExpressionWords } from './expression-words.js';

/** Everything in which databases differ; nothing else may. */
export interface Dialect {
  /** As in the names of targets: `sqlserver`. */
  readonly name: string;
  /** As in the vocabulary and the list of local authorities: `postgresql`; profiles of one database share it. */
  readonly database: string;
  /** As people call it, with the oldest version the scripts are written for. */
  readonly title: string;
  /** Lines that stand before everything else in a script. */
  readonly opening: readonly string[];
  /** What stands before the name of a new table, and after its last bracket. */
  readonly createTable: readonly [before: string, after: string];
  /** Stands before the name of a new index where the database itself can say "if absent"; else `''`. */
  readonly ifAbsent: string;
  /** Stands before what is taken off where the database itself can say "if it is there"; else `''`. */
  readonly ifPresent: string;
  /** How values are said. */
  readonly expressions: ExpressionWords;
  /** Lines around the loads, which are one transaction. */
  readonly refresh: Refresh;
  /** Indexes have to stand before a table of the session holds rows. */
  readonly indexesFirst: boolean;
  /** Lines that end an object's script. */
  readonly batchEnd: readonly string[];
  /** A name that `nameFault` accepts, quoted where it has to be. */
  identifier(name: string): string;
  /** One of our tables as statements name it, with its schema where it has one. */
  table(name: string): string;
  /** A table of the CMS as statements name it, with its schema where it has one. */
  source(name: string): string;
  /** Where the tables are. */
  readonly place: Deployment;
  /** The same database with the tables elsewhere. */
  at(deployment: Deployment): Dialect;
  /** Why this database cannot have the name, as the end of a sentence; `''` when it can. */
  nameFault(name: string): string;
  /** The type of a column. */
  typeName(type: ColumnType): string;
  /** The most characters of a line that the client of the database reads. */
  readonly lineLimit: number;
  /** The most columns that a table can have. */
  readonly columnLimit: number;
  /** Why columns of these types cannot make a key or index of the kind; `''` when they can. */
  keyFault(types: readonly ColumnType[], kind: KeyKind): string;
  /** Lines around a statement that make it safe to run twice, where `ifAbsent` and `ifPresent` do not. */
  guard(statement: Statement): Guard;
}

/** Lines around the loads of a script. */
export interface Refresh {
  /** What an analyst may change, and the one date that everything is counted from. */
  readonly settings: (years: number) => readonly string[];
  readonly begin: readonly string[];
  readonly end: readonly string[];
}

/** What a column is to be part of: databases order a table by its primary key, and allow an index more. */
export type KeyKind = 'primary key' | 'foreign key' | 'index';

/** Lines around a statement. */
export interface Guard {
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** The statement stands between them as a text literal, without its semicolon. */
  readonly asText?: LiteralLimit;
}

/** How a text is written that is longer than a literal can be: as literals in words that make one value of them. */
export interface LiteralLimit {
  /** Bytes of UTF-8 that a literal can have. */
  readonly bytes: number;
  /** What stands before the first literal, between two, and after the last. */
  readonly open: string;
  readonly between: string;
  readonly close: string;
}

/** For statements that need nothing around them. */
export const UNGUARDED: Guard = { before: [], after: [] };

/** Names that need no quotes in any database, unless they are reserved words. */
export const PLAIN_NAME = /^[a-z_][a-z0-9_]*$/i;

/** A text literal, quotes doubled (as standard SQL has it). */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
