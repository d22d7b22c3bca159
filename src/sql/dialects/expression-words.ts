/** In which words a database says the values of neutral SQL. Everything that is the same in all stands in `write-*.ts`. */
import type { FunctionName } from '../expressions/functions.js';
import type { ValueType } from '../expressions/value-type.js';

/** Writes a call from its written arguments and their types. */
export type WriteCall = (args: readonly string[], types: readonly ValueType[]) => string;

/** A joined text: what is joined, in which order, from where. */
export interface JoinedText {
  readonly value: string;
  /** As a literal of the database. */
  readonly separator: string;
  readonly separatorLength: number;
  readonly order: string;
  /** ` FROM ... WHERE ...`. */
  readonly source: string;
}

/** Everything in which databases differ where values are written. */
export interface ExpressionWords {
  readonly functions: Readonly<Record<FunctionName, WriteCall>>;
  /** `TOP (1) ` after select, or what follows the order. */
  readonly firstRow: { readonly afterSelect: string; readonly atEnd: string };
  /** True where `WITH` stands before `INSERT`, false where it stands after the column list. */
  readonly withBeforeInsert: boolean;
  /** A select that can be without a table needs one here; else `''`. */
  readonly fromNothing: string;
  /** The keyword between a relation and its alias. */
  readonly as: string;
  /** What a bit holds for yes. */
  readonly yes: string;
  readonly no: string;
  text(value: string): string;
  date(iso: string): string;
  /** Texts one after the other, of which none is missing. */
  join(parts: readonly string[]): string;
  /** A text without control characters but tab, CR and LF. */
  printable(sql: string): string;
  /** A JSON string from text that is escaped; `null` where it is missing. */
  jsonString(escaped: string, text: string): string;
  /** Every occurrence of a character replaced; of a text that is there. */
  swap(sql: string, from: string, to: string): string;
  /** One of the characters that JSON escapes. */
  character(code: number): string;
  /** A name of the CMS. */
  sourceName(name: string): string;
  orderTerm(sql: string, how: { readonly descending: boolean; readonly nullsFirst: boolean }): string;
  joinedText(parts: JoinedText): string;
  /** A join to a select that sees what stands before it. */
  lateral(kind: 'inner' | 'left' | 'cross', relation: string): string;
}

/** Miles over the earth's surface (haversine), in functions that every database has. */
export function milesBetween([lat1 = '', lon1 = '', lat2 = '', lon2 = '']: readonly string[]): string {
  const radians = (sql: string) => `(${sql}) * 0.017453292519943295`;
  const half = (one: string, other: string) => `POWER(SIN(${radians(`${other} - ${one}`)} / 2), 2)`;
  const across = `COS(${radians(lat1)}) * COS(${radians(lat2)}) * ${half(lon1, lon2)}`;
  return `7917.5226 * ASIN(SQRT(${half(lat1, lat2)} + ${across}))`;
}

/** Days that exist, 1900 to 2099, as a regular expression of PostgreSQL and Oracle. */
export const REAL_DAY =
  '^((19|20)[0-9]{2}-((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))' +
  '|(19|20)(0[48]|[2468][048]|[13579][26])-02-29|2000-02-29)$';

/** A number with up to nine digits and up to six after the point, as a regular expression of PostgreSQL and Oracle. */
export const NUMBER = '^[0-9]{1,9}([.][0-9]{1,6})?$';

/** Control characters that are not allowed in JSON and mean nothing to a reader: all but tab, LF and CR. */
export const UNPRINTABLE: readonly number[] = Array.from({ length: 31 }, (_, index) => index + 1).filter(
  (code) => code !== 9 && code !== 10 && code !== 13,
);
