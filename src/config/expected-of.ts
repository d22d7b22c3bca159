/** The rules of one key, as its row in the table of keys has them. */
import type { PlainValue } from '../specification/yaml-value.js';
import { type ConfigKey, ONE_LINE, type TextForm } from './config-keys.js';

/** Takes a row of the table of keys and a value, gives what the value would have to be, or null where it is that. */
export function expectedOf(
  { type, oneOf, form = ONE_LINE, range, begins = [] }: ConfigKey,
  value: PlainValue,
): string | null {
  if (type === 'number') {
    const [least, greatest] = range ?? [1, Number.MAX_SAFE_INTEGER];
    const isRight = typeof value === 'number' && value >= least && value <= greatest;
    return isRight ? null : `a whole number from ${least} to ${greatest}`;
  }
  if (type === 'switch') return typeof value === 'boolean' ? null : 'true or false';
  if (type === 'texts') {
    const isRight = Array.isArray(value) && value.every((entry) => matches(entry, ONE_LINE));
    if (!isRight || new Set(value).size < value.length) return 'a list of different texts';
    if (oneOf && !value.every((entry) => oneOf.includes(String(entry)))) return `a list of ${oneOf.join(', ')}`;
    return begins.every((entry, index) => value[index] === entry)
      ? null
      : `a list that begins with ${begins.join(', ')}`;
  }
  if (oneOf) return oneOf.some((allowed) => allowed === value) ? null : `one of ${oneOf.join(', ')}`;
  return matches(value, form) ? null : form.words;
}

function matches(value: PlainValue, { pattern }: TextForm): boolean {
  return typeof value === 'string' && new RegExp(pattern, 'u').test(value);
}
