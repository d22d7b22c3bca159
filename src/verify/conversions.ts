/** What the products have for texts that may be no dates and no numbers, and for months, in words of H2. */
import { REAL_DAY } from '../sql/dialects/expression-words.js';

/** The style of `31/01/2026`; the other that the scripts use is `2026-01-31`. */
const BRITISH = '103';

/** Takes the arguments of TRY_CONVERT to a date, gives the date where the text is a day that exists. */
export function triedDate([type = '', value = '', style = '']: readonly string[]): string {
  const part = (from: number, length: number) => `SUBSTRING(${value}, ${from}, ${length})`;
  const iso = style === BRITISH ? `CONCAT(${part(7, 4)}, '-', ${part(4, 2)}, '-', ${part(1, 2)})` : value;
  return `CASE WHEN ${iso} REGEXP '${REAL_DAY}' THEN CAST(${iso} AS ${type}) END`;
}

/** Takes the argument of TRY_CAST to a number, `x AS int`, gives the number where the text is one. */
export function triedNumber([arg = '']: readonly string[]): string {
  const at = arg.lastIndexOf(' AS ');
  return `CASE WHEN ${arg.slice(0, at)} REGEXP '^[0-9]+([.][0-9]+)?$' THEN CAST(${arg}) END`;
}

/** Takes the arguments of MONTHS_BETWEEN, the later date first, gives the months that are over. */
export function wholeMonths([to = '', from = '']: readonly string[]): string {
  const begun = `DATEDIFF(MONTH, ${from}, ${to})`;
  return `(${begun} - CASE WHEN DATEADD(MONTH, ${begun}, ${from}) > ${to} THEN 1 ELSE 0 END)`;
}

/** Takes a pattern of LIKE with sets of characters, gives the regular expression for the same texts. */
export function regularExpression(pattern: string): string {
  const parts = pattern.match(/\[[^\]]*\]|[^[]/g) ?? [];
  return `^${parts.map(expressionOf).join('')}$`;
}

function expressionOf(part: string): string {
  if (part === '%') return '(?s:.*)';
  if (part === '_') return '(?s:.)';
  return part.length > 1 ? part : part.replace(/[\\^$.|?*+(){}]/, '\\$&');
}
