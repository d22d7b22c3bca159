/** Brings values that meet in one place to one type, by casts that no database can get wrong. */
import type { Expression } from './expression.js';
import { type Reading, refuse } from './scope.js';
import { common, inWords, text, textSize, type ValueType } from './value-type.js';

/** Takes values that are compared or chosen between, gives them with one type, and that type. */
export function harmonise(
  reading: Reading,
  values: readonly Expression[],
  location: number,
): { readonly values: readonly Expression[]; readonly type: ValueType } {
  const numbers = values.some(({ type }) => type.name === 'int' || type.name === 'float');
  const allTextsAreDigits = values.every((value) => value.type.name !== 'text' || isDigits(value));
  const read = numbers && allTextsAreDigits ? values.map(asNumber) : values;
  const dates = read.some(({ type }) => type.name === 'datetime');
  const dated = dates ? read.map(asDate) : read;
  let type: ValueType = { name: 'null' };
  for (const value of dated) {
    const both = common(type, value.type);
    if (both === null) {
      const message = `${inWords(type)} and ${inWords(value.type)} meet here`;
      return refuse(
        reading,
        message,
        'values of one type; `to_date_or_null` and `to_int_or_null` read texts',
        location,
      );
    }
    type = both;
  }
  return { values: type.name === 'text' ? dated.map(asText) : dated, type };
}

function isDigits(value: Expression): boolean {
  return value.kind === 'text' && /^-?(?:0|[1-9]\d{0,8})$/.test(value.text);
}

/** `'1391'` beside a whole number is the number. */
function asNumber(value: Expression): Expression {
  return value.kind === 'text' && isDigits(value)
    ? { kind: 'number', digits: value.text, type: { name: 'int' } }
    : value;
}

/** `'2020-01-31'` beside a date is the date. */
function asDate(value: Expression): Expression {
  if (value.kind !== 'text' || !/^\d{4}-\d{2}-\d{2}$/.test(value.text)) return value;
  return { kind: 'date', iso: value.text, type: { name: 'datetime' } };
}

/** A value as text, unless it is one. */
export function asText(value: Expression): Expression {
  if (value.type.name === 'text' || value.type.name === 'null') return value;
  if (value.kind === 'number') return { kind: 'text', text: value.digits, type: text(value.digits.length) };
  return { kind: 'call', name: 'to_text', args: [value], type: text(textSize(value.type) ?? 19) };
}
