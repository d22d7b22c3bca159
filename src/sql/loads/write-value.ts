/** What a column gets, as text of one database: clipped to the item's size, blank never, JSON always valid. */
import type { ColumnType } from '../column-type.js';
import type { Expression } from '../expressions/expression.js';
import { textSize } from '../expressions/value-type.js';
import { expressionText, type Writing } from '../expressions/write-expression.js';
import type { JsonPart, LoadColumn } from './load.js';

/** The value of a column; only JSON has several lines. */
export function columnText({ source, type }: LoadColumn, writing: Writing): string {
  if (source.kind === 'json') return jsonText(source.parts, writing);
  const isText = type.name === 'nvarchar' || type.name === 'nchar';
  return isText ? clippedText(source.value, type.size, writing) : expressionText(source.value, writing);
}

/** Constants that fit are written as they are; what comes from the CMS is tidied and clipped. */
function clippedText(value: Expression, size: ColumnType['size'], writing: Writing): string {
  if (isTidy(value, size)) return expressionText(value, writing);
  const isTrimmed = value.kind === 'call' && (value.name === 'trim' || value.name === 'blank_to_null');
  const tidy = isTrimmed ? value : call('blank_to_null', [value], value);
  return expressionText(typeof size === 'number' ? clipped(tidy, size) : tidy, writing);
}

function isTidy(value: Expression, size: ColumnType['size']): boolean {
  const length = textSize(value.type);
  const fits = typeof size !== 'number' || (typeof length === 'number' && length <= size);
  if (value.kind === 'null' || value.kind === 'missing-parameter') return true;
  if (!fits) return false;
  if (value.kind === 'code' || value.kind === 'text') return true;
  if (value.kind === 'call') return value.name === 'to_text' && value.args[0]?.type.name !== 'text';
  if (value.kind !== 'case') return false;
  return [...value.arms.map(({ gives }) => gives), ...(value.otherwise ? [value.otherwise] : [])].every((part) =>
    isTidy(part, size),
  );
}

function clipped(value: Expression, size: number): Expression {
  return call('left', [value, { kind: 'number', digits: `${size}`, type: { name: 'int' } }], value);
}

function call(
  name: 'left' | 'blank_to_null' | 'replace',
  args: readonly Expression[],
  { type }: Expression,
): Expression {
  return { kind: 'call', name, args, type };
}

/**
 * Members are escaped one by one, line ends and tabs in the whole: they can only come from members, and nothing that is
 * escaped already holds one. Other control characters become blanks. Each member stands on a line of its own.
 */
function jsonText(parts: readonly JsonPart[], writing: Writing): string {
  const { words } = writing;
  const members = parts.map(({ key, value, max }, index) => {
    const before = words.text(`${index === 0 ? '{' : ','}${JSON.stringify(key)}:`);
    return `\n    ${words.join([before, max === null ? numberText(value, writing) : stringText(value, max, writing)])}`;
  });
  const whole = words.printable(words.join([...members, `\n    ${words.text('}')}`]));
  return ESCAPES.reduce((inside, [code, written]) => {
    return words.swap(inside, words.character(code), words.text(written));
  }, whole);
}

const ESCAPES: readonly (readonly [code: number, escape: string])[] = [
  [13, '\\r'],
  [10, '\\n'],
  [9, '\\t'],
];

function numberText(value: Expression, writing: Writing): string {
  return writing.words.functions.coalesce([expressionText(value, writing), writing.words.text('null')], []);
}

function stringText(value: Expression, max: number, writing: Writing): string {
  const { words } = writing;
  const text = clippedText(value, max, writing);
  const escaped = [
    ['\\', '\\\\'],
    ['"', '\\"'],
  ].reduce((inside, [from = '', to = '']) => words.swap(inside, words.text(from), words.text(to)), text);
  return words.jsonString(escaped, text);
}
