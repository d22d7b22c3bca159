/** Values in the words of SQL Server: those of version 2012, which every later version understands, and newer ones. */

import { literal } from './dialect.js';
import { type ExpressionWords, milesBetween, UNPRINTABLE, type WriteCall } from './expression-words.js';

const call =
  (name: string): WriteCall =>
  (args) =>
    `${name}(${args.join(', ')})`;

/** Oracle has no empty text, so no function gives one. */
const notBlank = (sql: string) => `NULLIF(${sql}, N'')`;

/** Nothing younger than version 2012. */
export const sqlserverWords: ExpressionWords = {
  functions: {
    today: () => '@ssd_today',
    window_start: () => '@ssd_window_start',
    start_of_day: ([date]) => `DATEADD(day, DATEDIFF(day, 0, ${date}), 0)`,
    day_after: ([date]) => `DATEADD(day, 1, ${date})`,
    day_before: ([date]) => `DATEADD(day, -1, ${date})`,
    add_days: ([date, days]) => `DATEADD(day, ${days}, ${date})`,
    add_months: ([date, months]) => `DATEADD(month, ${months}, ${date})`,
    future: ([date]) => `COALESCE(${date}, CONVERT(datetime, N'9999-12-31T00:00:00', 126))`,
    date_from: ([year, month, day]) => `DATETIMEFROMPARTS(${year}, ${month}, ${day}, 0, 0, 0, 0)`,
    year: call('YEAR'),
    month: call('MONTH'),
    day: call('DAY'),
    days_between: ([from, to]) => `DATEDIFF(day, ${from}, ${to})`,
    years_between: ([from, to]) => {
      const years = `DATEDIFF(year, ${from}, ${to})`;
      const birthday = `DATEADD(year, ${years}, CAST(${from} AS date))`;
      return `(${years} - CASE WHEN ${birthday} > CAST(${to} AS date) THEN 1 ELSE 0 END)`;
    },
    left: call('LEFT'),
    right: call('RIGHT'),
    substring: (args) => notBlank(`SUBSTRING(${args.join(', ')})`),
    trim: ([value]) => notBlank(`LTRIM(RTRIM(${value}))`),
    blank_to_null: ([value]) => notBlank(`RTRIM(${value})`),
    upper: call('UPPER'),
    lower: call('LOWER'),
    replace: (args) => notBlank(`REPLACE(${args.join(', ')})`),
    remove: ([value, what]) => notBlank(`REPLACE(${value}, ${what}, N'')`),
    length: call('LEN'),
    position_of: call('CHARINDEX'),
    pad_left: ([value, length, filler]) =>
      `CASE WHEN LEN(${value}) >= ${length} THEN ${value} ELSE REPLICATE(${filler}, ${length} - LEN(${value})) + ${value} END`,
    to_text: ([value], [type]) =>
      type?.name === 'datetime' ? `CONVERT(nvarchar(19), ${value}, 126)` : `CAST(${value} AS nvarchar(30))`,
    to_int_or_null: ([value]) => {
      const digits = `LTRIM(RTRIM(${value}))`;
      return `CASE WHEN ${digits} NOT LIKE N'%[^0-9]%' AND LEN(${digits}) BETWEEN 1 AND 9 THEN TRY_CAST(${digits} AS int) END`;
    },
    to_number_or_null: ([value]) => {
      const digits = `LTRIM(RTRIM(${value}))`;
      const isNumber = `${digits} NOT LIKE N'%[^0-9.]%' AND ${digits} LIKE N'[0-9]%[0-9]'`;
      return `CASE WHEN ${isNumber} OR ${digits} LIKE N'[0-9]' THEN TRY_CAST(${digits} AS float) END`;
    },
    to_date_or_null: ([value]) => {
      const [iso, british] = [120, 103].map((style) => `TRY_CONVERT(datetime, LEFT(${value}, 10), ${style})`);
      return `CASE WHEN ${value} LIKE N'${ISO}' THEN ${iso} WHEN ${value} LIKE N'${BRITISH}' THEN ${british} END`;
    },
    absolute: call('ABS'),
    round: call('ROUND'),
    miles_between: milesBetween,
    concat: call('CONCAT'),
    coalesce: call('COALESCE'),
    nullif: call('NULLIF'),
  },
  yes: '1',
  no: '0',
  firstRow: { afterSelect: 'TOP (1) ', atEnd: '' },
  withBeforeInsert: true,
  fromNothing: '',
  as: ' AS ',
  text,
  date: (iso) => `CONVERT(datetime, N'${iso}T00:00:00', 126)`,
  join: (parts) => parts.join(' + '),
  // A binary collation: the usual ones pass control characters over.
  printable: (sql) =>
    UNPRINTABLE.reduce(
      (inner, code) => `REPLACE(${inner}, NCHAR(${code}), N' ')`,
      `(${sql}) COLLATE Latin1_General_BIN2`,
    ),
  jsonString: (escaped) => `COALESCE(N'"' + ${escaped} + N'"', N'null')`,
  swap: (sql, from, to) => `REPLACE(${sql}, ${from}, ${to})`,
  character: (code) => `NCHAR(${code})`,
  sourceName: (name) => `[${name.replaceAll(']', ']]')}]`,
  orderTerm: (sql, { descending, nullsFirst }) => {
    const value = `${sql}${descending ? ' DESC' : ''}`;
    if (nullsFirst !== descending) return value;
    return `CASE WHEN ${sql} IS NULL THEN ${nullsFirst ? '0 ELSE 1' : '1 ELSE 0'} END, ${value}`;
  },
  joinedText: ({ value, separator, separatorLength, order, source }) => {
    const list = `SELECT ${separator} + ${value}${source} ORDER BY ${order} FOR XML PATH(N''), TYPE`;
    return `STUFF((${list}).value(N'.', N'nvarchar(max)'), 1, ${separatorLength}, N'')`;
  },
  lateral: (kind, relation) => `${kind === 'left' ? 'OUTER' : 'CROSS'} APPLY ${relation}`,
};

/** What versions from 2017 on say more simply. */
export const sqlserverModernWords: ExpressionWords = {
  ...sqlserverWords,
  functions: { ...sqlserverWords.functions, trim: ([value]) => notBlank(`TRIM(${value})`) },
  printable: (sql) =>
    `TRANSLATE((${sql}) COLLATE Latin1_General_BIN2, ${UNPRINTABLE.map((code) => `NCHAR(${code})`).join(' + ')}, N'${' '.repeat(UNPRINTABLE.length)}')`,
  joinedText: ({ value, separator, order, source }) =>
    `(SELECT STRING_AGG(${value}, ${separator}) WITHIN GROUP (ORDER BY ${order})${source})`,
};

const ISO = '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]%';
const BRITISH = '[0-3][0-9]/[01][0-9]/[12][0-9][0-9][0-9]%';

/** sqlcmd reads `$(` as a variable even inside a text. */
function text(value: string): string {
  return `N${literal(value).replaceAll('$(', () => "$' + N'(")}`;
}
