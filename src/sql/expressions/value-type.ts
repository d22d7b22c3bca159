/** Types of values, as far as neutral SQL has to know them to write every cast by itself. */

/** `null` is the type of what is always missing: it fits every other. */
export type ValueType =
  | { readonly name: 'text'; readonly size: number | 'max' }
  | { readonly name: 'int' | 'float' | 'datetime' | 'null' };

/** A whole number. */
export const INT: ValueType = { name: 'int' };
/** Any number. */
export const FLOAT: ValueType = { name: 'float' };
/** A date with its time. */
export const DATETIME: ValueType = { name: 'datetime' };
/** What is always missing. */
export const NULL: ValueType = { name: 'null' };

/** A text of at most so many characters. */
export function text(size: number | 'max'): ValueType {
  return { name: 'text', size };
}

/** A column of the sources: its type, and whether each of its values stands once. */
export interface SourceType {
  readonly type: ValueType;
  readonly isKey: boolean;
}

/** Reads `int`, `str48`, `str`, `dt`, `float`, each with ` key` where it is unique; null for anything else. */
export function readSourceType(written: string): SourceType | null {
  const [, word = '', size = '', key] = /^(int|float|dt|str)(\d{1,5})?( key)?$/.exec(written.trim()) ?? [];
  const isKey = key !== undefined;
  if (word === 'str') return { type: text(size === '' ? 'max' : Number(size)), isKey };
  if (size !== '') return null;
  const type = { int: INT, float: FLOAT, dt: DATETIME }[word];
  return type === undefined ? null : { type, isKey };
}

/** The greater of two lengths. */
export function longer(one: number | 'max', other: number | 'max'): number | 'max' {
  return one === 'max' || other === 'max' ? 'max' : Math.max(one, other);
}

/** The type that both can be written as without loss, or null where there is none. */
export function common(one: ValueType, other: ValueType): ValueType | null {
  if (one.name === 'null') return other;
  if (other.name === 'null') return one;
  if (one.name === 'text' || other.name === 'text') return commonText(one, other);
  if (one.name === other.name) return one;
  return one.name === 'datetime' || other.name === 'datetime' ? null : FLOAT;
}

/** A number can stand as text beside a text; a date can not, because databases write it differently. */
function commonText(one: ValueType, other: ValueType): ValueType | null {
  const sizes = [one, other].map(textSize);
  const [left, right] = sizes;
  return left == null || right == null ? null : text(longer(left, right));
}

/** How many characters a value takes as a text; null for a date. */
export function textSize(type: ValueType): number | 'max' | null {
  if (type.name === 'text') return type.size;
  return { int: 11, float: 30, null: 0, datetime: null }[type.name];
}

/** The type in words. */
export function inWords(type: ValueType): string {
  return { text: 'a text', int: 'a whole number', float: 'a number', datetime: 'a date', null: 'nothing' }[type.name];
}
