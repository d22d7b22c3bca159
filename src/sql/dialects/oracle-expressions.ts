/** Values in the words of Oracle from 12.2 on, where `''` is NULL. */

import { literal, type Refresh } from './dialect.js';
import {
  type ExpressionWords,
  milesBetween,
  NUMBER,
  REAL_DAY,
  UNPRINTABLE,
  type WriteCall,
} from './expression-words.js';
import { oracleName } from './oracle-names.js';

const call =
  (name: string): WriteCall =>
  (args) =>
    `${name}(${args.join(', ')})`;
const part =
  (field: string): WriteCall =>
  ([date]) =>
    `EXTRACT(${field} FROM ${date})`;
const setting = (name: string) => () => `(SELECT settings.${name} FROM ssd_extract_settings settings)`;

/** Each function, and what stands around values. */
export const oracleWords: ExpressionWords = {
  functions: {
    today: setting('today'),
    window_start: setting('window_start'),
    start_of_day: ([date]) => `CAST(TRUNC(${date}) AS TIMESTAMP)`,
    day_after: ([date]) => `(${date} + INTERVAL '1' DAY)`,
    day_before: ([date]) => `(${date} - INTERVAL '1' DAY)`,
    add_days: ([date, days]) => `(${date} + NUMTODSINTERVAL(${days}, 'DAY'))`,
    add_months: ([date, months]) => `CAST(ADD_MONTHS(${date}, ${months}) AS TIMESTAMP)`,
    future: ([date]) => `COALESCE(${date}, TIMESTAMP '9999-12-31 00:00:00')`,
    date_from: ([year, month, day]) =>
      `TO_TIMESTAMP(TO_CHAR(${year}) || '-' || TO_CHAR(${month}) || '-' || TO_CHAR(${day}), 'YYYY-MM-DD')`,
    year: part('YEAR'),
    month: part('MONTH'),
    day: part('DAY'),
    days_between: ([from, to]) => `(TRUNC(${to}) - TRUNC(${from}))`,
    years_between: ([from, to]) => `TRUNC(MONTHS_BETWEEN(TRUNC(${to}), TRUNC(${from})) / 12)`,
    left: ([value, length]) => `SUBSTR(${value}, 1, ${length})`,
    right: ([value, length]) => `SUBSTR(${value}, GREATEST(LENGTH(${value}) - ${length} + 1, 1))`,
    substring: call('SUBSTR'),
    trim: call('TRIM'),
    blank_to_null: ([value]) => `RTRIM(${value})`,
    upper: call('UPPER'),
    lower: call('LOWER'),
    replace: call('REPLACE'),
    remove: call('REPLACE'),
    length: ([value]) => `LENGTH(RTRIM(${value}))`,
    position_of: ([what, value]) => `INSTR(${value}, ${what})`,
    pad_left: ([value, length, filler]) =>
      `CASE WHEN LENGTH(${value}) >= ${length} THEN ${value} ELSE LPAD(${value}, ${length}, ${filler}) END`,
    to_text: ([value], [type]) =>
      type?.name === 'datetime' ? `TO_CHAR(${value}, 'YYYY-MM-DD"T"HH24:MI:SS')` : `TO_CHAR(${value})`,
    to_int_or_null: ([value]) =>
      `CASE WHEN REGEXP_LIKE(TRIM(${value}), '^[0-9]{1,9}$') THEN TO_NUMBER(TRIM(${value})) END`,
    to_number_or_null: ([value]) =>
      `CASE WHEN REGEXP_LIKE(TRIM(${value}), '${NUMBER}') THEN TO_BINARY_DOUBLE(TRIM(${value})) END`,
    to_date_or_null: ([value = '']) => {
      const iso = isoDay(value);
      return `CASE WHEN REGEXP_LIKE(${iso}, '${REAL_DAY}') THEN TO_TIMESTAMP(${iso}, 'YYYY-MM-DD') END`;
    },
    absolute: call('ABS'),
    round: call('ROUND'),
    miles_between: milesBetween,
    concat: (args) => `(${args.join(' || ')})`,
    coalesce: call('COALESCE'),
    nullif: call('NULLIF'),
  },
  yes: '1',
  no: '0',
  firstRow: { afterSelect: '', atEnd: ' FETCH FIRST 1 ROW ONLY' },
  withBeforeInsert: false,
  fromNothing: ' FROM dual',
  as: ' ',
  text: literal,
  date: (iso) => `TIMESTAMP '${iso} 00:00:00'`,
  join: (parts) => parts.join(' || '),
  printable: (sql) =>
    `TRANSLATE(${sql}, ${UNPRINTABLE.map((code) => `CHR(${code})`).join(' || ')}, '${' '.repeat(UNPRINTABLE.length)}')`,
  jsonString: (escaped, value) => `NVL2(${value}, '"' || ${escaped} || '"', 'null')`,
  swap: (sql, from, to) => `REPLACE(${sql}, ${from}, ${to})`,
  character: (code) => `CHR(${code})`,
  sourceName: (name) => oracleName(name.replaceAll('"', '')),
  orderTerm: (sql, { descending, nullsFirst }) =>
    `${sql}${descending ? ' DESC' : ''}${nullsFirst === descending ? '' : nullsFirst ? ' NULLS FIRST' : ' NULLS LAST'}`,
  joinedText: ({ value, separator, order, source }) =>
    `(SELECT LISTAGG(${value}, ${separator}) WITHIN GROUP (ORDER BY ${order})${source})`,
  lateral: (kind, relation) => `${kind === 'left' ? 'OUTER' : 'CROSS'} APPLY ${relation}`,
};

/** `31/01/2026` and `2026-01-31T09:30` as `2026-01-31`; any other text as anything but a day. */
function isoDay(value: string): string {
  const turned = `SUBSTR(${value}, 7, 4) || '-' || SUBSTR(${value}, 4, 2) || '-' || SUBSTR(${value}, 1, 2)`;
  return `CASE WHEN ${value} LIKE '__/__/____%' THEN ${turned} ELSE SUBSTR(${value}, 1, 10) END`;
}

/** A command of SQL*Plus: whatever follows an error is not run. */
export const STOP_AT_ERROR = 'WHENEVER SQLERROR EXIT FAILURE ROLLBACK';

/**
 * Around the loads of a script. Oracle has no variables outside a block, so the settings are a table of one row; DDL
 * commits by itself, and therefore comes before the transaction.
 */
export const oracleRefresh: Refresh = {
  settings: (years) => [
    'DECLARE',
    '  known NUMBER;',
    'BEGIN',
    "  SELECT COUNT(*) INTO known FROM all_tables WHERE owner = SYS_CONTEXT('USERENV', 'CURRENT_SCHEMA') AND table_name = 'SSD_EXTRACT_SETTINGS';",
    '  IF known = 0 THEN',
    "    EXECUTE IMMEDIATE 'CREATE TABLE ssd_extract_settings (years NUMBER(3), today TIMESTAMP, window_start TIMESTAMP)';",
    '  END IF;',
    'END;',
    '/',
    STOP_AT_ERROR,
    'DELETE FROM ssd_extract_settings;',
    'INSERT INTO ssd_extract_settings (years, today, window_start)',
    `SELECT ${years}, CAST(TRUNC(SYSDATE) AS TIMESTAMP), CAST(ADD_MONTHS(TRUNC(SYSDATE), -12 * ${years}) AS TIMESTAMP) FROM dual;`,
  ],
  begin: ['-- The transaction begins with the first statement that writes.'],
  end: ['COMMIT;'],
};
