/** Values in the words of PostgreSQL from 10 on. */

import { literal, PLAIN_NAME } from './dialect.js';
import {
  type ExpressionWords,
  milesBetween,
  NUMBER,
  REAL_DAY,
  UNPRINTABLE,
  type WriteCall,
} from './expression-words.js';
import { POSTGRES_RESERVED } from './postgres-reserved.js';

const FAR = "TIMESTAMP '9999-12-31 00:00:00'";

const call =
  (name: string): WriteCall =>
  (args) =>
    `${name}(${args.join(', ')})`;
const part =
  (field: string): WriteCall =>
  ([date]) =>
    `CAST(EXTRACT(${field} FROM ${date}) AS integer)`;
const day = (date: string | undefined) => `CAST(${date} AS date)`;

/** Oracle has no empty text, so no function gives one. */
const notBlank = (sql: string) => `NULLIF(${sql}, '')`;

export const postgresWords: ExpressionWords = {
  functions: {
    today: () => "CAST(current_setting('ssd.today') AS timestamp)",
    window_start: () => "CAST(current_setting('ssd.window_start') AS timestamp)",
    start_of_day: ([date]) => `date_trunc('day', ${date})`,
    day_after: ([date]) => `(${date} + INTERVAL '1 day')`,
    day_before: ([date]) => `(${date} - INTERVAL '1 day')`,
    add_days: ([date, days]) => `(${date} + ${days} * INTERVAL '1 day')`,
    add_months: ([date, months]) => `(${date} + ${months} * INTERVAL '1 month')`,
    future: ([date]) => `COALESCE(${date}, ${FAR})`,
    date_from: ([year, month, date]) => `make_timestamp(${year}, ${month}, ${date}, 0, 0, 0)`,
    year: part('YEAR'),
    month: part('MONTH'),
    day: part('DAY'),
    days_between: ([from, to]) => `(${day(to)} - ${day(from)})`,
    years_between: ([from = '', to = '']) => {
      const years = `(${part('YEAR')([to], [])} - ${part('YEAR')([from], [])})`;
      return `(${years} - CASE WHEN ${day(from)} + ${years} * INTERVAL '1 year' > ${day(to)} THEN 1 ELSE 0 END)`;
    },
    left: call('left'),
    right: call('right'),
    substring: (args) => notBlank(`substr(${args.join(', ')})`),
    trim: ([value]) => notBlank(`btrim(${value})`),
    blank_to_null: ([value]) => notBlank(`rtrim(${value})`),
    upper: call('upper'),
    lower: call('lower'),
    replace: (args) => notBlank(`replace(${args.join(', ')})`),
    remove: ([value, what]) => notBlank(`replace(${value}, ${what}, '')`),
    length: ([value]) => `char_length(rtrim(${value}))`,
    position_of: ([what, value]) => `strpos(${value}, ${what})`,
    pad_left: ([value, length, filler]) => `concat(repeat(${filler}, ${length} - char_length(${value})), ${value})`,
    to_text: ([value], [type]) =>
      type?.name === 'datetime' ? `to_char(${value}, 'YYYY-MM-DD"T"HH24:MI:SS')` : `CAST(${value} AS text)`,
    to_int_or_null: ([value]) => `CASE WHEN btrim(${value}) ~ '^[0-9]{1,9}$' THEN CAST(btrim(${value}) AS integer) END`,
    to_number_or_null: ([value]) =>
      `CASE WHEN btrim(${value}) ~ '${NUMBER}' THEN CAST(btrim(${value}) AS double precision) END`,
    to_date_or_null: ([value = '']) => {
      const iso = isoDay(value);
      return `CASE WHEN ${iso} ~ '${REAL_DAY}' THEN CAST(${iso} AS timestamp) END`;
    },
    absolute: call('abs'),
    round: ([value, places]) => `CAST(round(CAST(${value} AS numeric), ${places}) AS double precision)`,
    miles_between: milesBetween,
    concat: call('concat'),
    coalesce: call('COALESCE'),
    nullif: call('NULLIF'),
  },
  yes: 'TRUE',
  no: 'FALSE',
  firstRow: { afterSelect: '', atEnd: ' LIMIT 1' },
  withBeforeInsert: true,
  fromNothing: '',
  as: ' AS ',
  text,
  date: (iso) => `TIMESTAMP '${iso} 00:00:00'`,
  join: (parts) => `concat(${parts.join(', ')})`,
  printable: (sql) =>
    `translate(${sql}, concat(${UNPRINTABLE.map((code) => `chr(${code})`).join(', ')}), '${' '.repeat(UNPRINTABLE.length)}')`,
  jsonString: (escaped) => `COALESCE('"' || ${escaped} || '"', 'null')`,
  swap: (sql, from, to) => `replace(${sql}, ${from}, ${to})`,
  character: (code) => `chr(${code})`,
  sourceName: (name) =>
    PLAIN_NAME.test(name) && !POSTGRES_RESERVED.has(name.toLowerCase())
      ? name.toLowerCase()
      : `"${name.toLowerCase().replaceAll('"', '""')}"`,
  orderTerm: (sql, { descending, nullsFirst }) =>
    `${sql}${descending ? ' DESC' : ''}${nullsFirst === descending ? '' : nullsFirst ? ' NULLS FIRST' : ' NULLS LAST'}`,
  joinedText: ({ value, separator, order, source }) =>
    `(SELECT string_agg(${value}, ${separator} ORDER BY ${order})${source})`,
  lateral: (kind, relation) => `${kind === 'left' ? 'LEFT' : 'INNER'} JOIN LATERAL ${relation} ON TRUE`,
};

/** Means the same whether or not the server reads backslashes in plain literals (standard_conforming_strings). */
function text(value: string): string {
  const written = literal(value);
  return value.includes('\\') ? `E${written.replaceAll('\\', '\\\\')}` : written;
}

/** `31/01/2026` and `2026-01-31T09:30` as `2026-01-31`; any other text as anything but a day. */
function isoDay(value: string): string {
  const turned = `concat(substr(${value}, 7, 4), '-', substr(${value}, 4, 2), '-', substr(${value}, 1, 2))`;
  return `CASE WHEN ${value} LIKE '__/__/____%' THEN ${turned} ELSE left(${value}, 10) END`;
}
