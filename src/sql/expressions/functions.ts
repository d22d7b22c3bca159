/**
 * The functions of neutral SQL: one row each. How a database spells them stands in the dialects, where the compiler asks
 * for every row of this table.
 */
import { DATETIME, FLOAT, INT, text, textSize, type ValueType } from './value-type.js';

type Argument = 'text' | 'int' | 'number' | 'datetime' | 'any';

interface FunctionRow {
  readonly args: readonly Argument[];
  /** The type of what it gives, from the types of its arguments. */
  readonly gives: (types: readonly ValueType[]) => ValueType;
  readonly doc: string;
}

const same = ([first]: readonly ValueType[]): ValueType => first ?? text('max');
const whole = () => INT;
const date = () => DATETIME;

/** Every function with its arguments; `concat`, `coalesce` and `nullif` are read on their own. */
export const FUNCTIONS = {
  today: { args: [], gives: date, doc: 'the day of the run, without time: the one date anchor of the whole script' },
  window_start: { args: [], gives: date, doc: 'the first day of the extract: today less the years of the settings' },
  start_of_day: { args: ['datetime'], gives: date, doc: 'a date without its time' },
  day_after: { args: ['datetime'], gives: date, doc: 'one day later' },
  day_before: { args: ['datetime'], gives: date, doc: 'one day earlier' },
  add_days: { args: ['datetime', 'int'], gives: date, doc: 'so many days later' },
  add_months: { args: ['datetime', 'int'], gives: date, doc: 'so many months later' },
  future: { args: ['datetime'], gives: date, doc: 'the date, or 31 December 9999 where it is missing' },
  date_from: { args: ['int', 'int', 'int'], gives: date, doc: 'a date from year, month and day' },
  year: { args: ['datetime'], gives: whole, doc: 'the year of a date' },
  month: { args: ['datetime'], gives: whole, doc: 'the month of a date' },
  day: { args: ['datetime'], gives: whole, doc: 'the day of a date' },
  days_between: { args: ['datetime', 'datetime'], gives: whole, doc: 'whole days from the first date to the second' },
  years_between: {
    args: ['datetime', 'datetime'],
    gives: whole,
    doc: 'completed years from the first date to the second: an age',
  },
  left: { args: ['text', 'int'], gives: ([value]) => value ?? text('max'), doc: 'the first characters of a text' },
  right: { args: ['text', 'int'], gives: same, doc: 'the last characters of a text' },
  substring: {
    args: ['text', 'int', 'int'],
    gives: same,
    doc: 'so many characters of a text, from a position on (1 is the first)',
  },
  trim: { args: ['text'], gives: same, doc: 'a text without blanks around it; nothing where only blanks are left' },
  blank_to_null: {
    args: ['text'],
    gives: same,
    doc: 'a text without blanks at its end; nothing where only blanks are left',
  },
  upper: { args: ['text'], gives: same, doc: 'a text in capital letters' },
  lower: { args: ['text'], gives: same, doc: 'a text in small letters' },
  replace: {
    args: ['text', 'text', 'text'],
    gives: same,
    doc: 'a text with every occurrence of the second text replaced by the third',
  },
  remove: { args: ['text', 'text'], gives: same, doc: 'a text without any occurrence of the second text' },
  length: { args: ['text'], gives: whole, doc: 'the number of characters of a text' },
  position_of: {
    args: ['text', 'text'],
    gives: whole,
    doc: 'where the first text stands in the second; 0 where it does not',
  },
  pad_left: {
    args: ['text', 'int', 'text'],
    gives: () => text(100),
    doc: 'a text filled up to a length with a character before it',
  },
  to_text: {
    args: ['any'],
    gives: ([value]) => text(value ? (textSize(value) ?? 19) : 'max'),
    doc: 'a value as text; a date as 2026-01-31T09:30:00',
  },
  to_int_or_null: { args: ['text'], gives: whole, doc: 'a text of up to nine digits as a whole number, else nothing' },
  to_number_or_null: {
    args: ['text'],
    gives: () => FLOAT,
    doc: 'a text such as 12 or 12.5 (up to nine digits, then up to six) as a number, else nothing',
  },
  to_date_or_null: {
    args: ['text'],
    gives: date,
    doc: 'a text such as 2026-01-31 or 31/01/2026 (a time after it is left out) as a date, else nothing',
  },
  absolute: { args: ['number'], gives: same, doc: 'a number without its sign' },
  round: { args: ['number', 'int'], gives: () => FLOAT, doc: 'a number rounded to so many places' },
  miles_between: {
    args: ['number', 'number', 'number', 'number'],
    gives: () => FLOAT,
    doc: 'miles over the surface of the earth between two places, each as latitude and longitude in degrees',
  },
  concat: { args: [], gives: () => text('max'), doc: 'texts one after the other; a missing one counts as nothing' },
  coalesce: { args: [], gives: same, doc: 'the first value that is not missing' },
  nullif: { args: [], gives: same, doc: 'the first value, or nothing where it equals the second' },
} as const satisfies Readonly<Record<string, FunctionRow>>;

/** A row of the table. */
export type FunctionName = keyof typeof FUNCTIONS;

/** The row of a name, or null where there is none. */
export function functionNamed(name: string): (FunctionRow & { readonly name: FunctionName }) | null {
  if (!Object.hasOwn(FUNCTIONS, name)) return null;
  const known = name as FunctionName;
  return { ...FUNCTIONS[known], name: known };
}

/** Whether a value can be an argument. */
export function fits(type: ValueType, argument: Argument): boolean {
  if (type.name === 'null' || argument === 'any') return true;
  if (argument === 'number') return type.name === 'int' || type.name === 'float';
  return type.name === argument;
}
