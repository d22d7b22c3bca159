/** The source of an item -> what its column gets, of a type that fits. */
import type { JsonMember, MappedItem } from '../../specification/mapping.js';
import type { DataItem, Spot } from '../../specification/model.js';
import { type ColumnType, FALLBACK_TYPE, readColumnType } from '../column-type.js';
import type { Expression } from '../expressions/expression.js';
import { MappingFault } from '../expressions/fault.js';
import { freeTexts } from '../expressions/free-sql.js';
import { asText } from '../expressions/harmonise.js';
import { plainText } from '../expressions/names.js';
import { codeExpression } from '../expressions/read-names.js';
import { readValue, type Setting, SOURCE_TYPES } from '../expressions/read-text.js';
import type { Scope } from '../expressions/scope.js';
import { inWords, readSourceType, text } from '../expressions/value-type.js';
import type { JsonPart, LoadValue } from './load.js';

type Around = Setting & { readonly scope: Scope };

/** The type of an item's column. */
export function typeOf(item: DataItem): ColumnType {
  return readColumnType(item.type, item.size) ?? FALLBACK_TYPE;
}

/** Takes a mapped item, gives the value; null where the CMS does not hold it. Throws a `MappingFault`. */
export function planValue({ source, file, path }: MappedItem, item: DataItem, around: Around): LoadValue | null {
  const spot = { file, path };
  switch (source.kind) {
    case 'not-held':
      return null;
    case 'json':
      return { kind: 'json', parts: jsonParts(source.members, item, [spot, around]) };
    case 'expression':
      return fitted(readValue(source.value, around), item, spot);
    case 'map':
      return fitted(mapped(source, [spot, around]), item, spot);
    case 'free':
      return fitted(freeValue(source, spot, around), item, spot);
  }
}

type Source<K extends MappedItem['source']['kind']> = Extract<MappedItem['source'], { kind: K }>;

function mapped(
  { value, codes, otherwise, whenNull }: Source<'map'>,
  [spot, around]: readonly [Spot, Around],
): Expression {
  const list = typeof codes === 'string' ? around.names.codes(codes) : codes;
  if (list === null) throw fault(spot, `there is no code list \`${codes}\``, 'a name below `codes`');
  const operand = readValue(value, around);
  const code = codeExpression(operand, list, { otherwise });
  if (whenNull === null) return code;
  const gives: Expression = { kind: 'text', text: plainText(spot, whenNull), type: text(whenNull.length) };
  const isMissing = { kind: 'is-null', operand, negated: false } as const;
  return { kind: 'case', arms: [{ when: isMissing, gives }], otherwise: code, type: code.type };
}

function freeValue({ sql, type }: Source<'free'>, spot: Spot, around: Around): Expression {
  const read = readSourceType(type);
  if (read === null) throw fault(spot, `\`${type}\` is no type of a source`, SOURCE_TYPES);
  return { kind: 'free', texts: freeTexts(sql, 'value', around), type: read.type };
}

/** The value as the item's type wants it; what would need a cast that can fail is refused. */
function fitted(value: Expression, item: DataItem, spot: Spot): LoadValue {
  const type = typeOf(item);
  const { name } = value.type;
  const isText = type.name === 'nvarchar' || type.name === 'nchar';
  if (isText && name !== 'null') return { kind: 'value', value: longEnough(asText(value), item, spot) };
  const fits: Readonly<Record<string, readonly string[]>> = {
    int: ['int'],
    float: ['int', 'float'],
    datetime: ['datetime'],
  };
  if (name === 'null' || fits[type.name]?.includes(name) || (type.name === 'bit' && value.kind === 'true')) {
    return { kind: 'value', value };
  }
  const message = `${inWords(value.type)} is mapped to ${item.name}, which is ${type.name}`;
  throw fault(spot, message, 'a value of that type; `to_date_or_null` and `to_int_or_null` read texts');
}

/** A number that is cut is another number. */
function longEnough(value: Expression, item: DataItem, spot: Spot): Expression {
  const { size } = typeOf(item);
  const isNumber = value.kind === 'call' && value.name === 'to_text' && value.args[0]?.type.name === 'int';
  if (!isNumber || size === null || size === 'max' || size >= 11) return value;
  const message = `a whole number is mapped to ${item.name}, a text of ${size} characters`;
  throw fault(spot, message, 'an item of 11 characters or more, or `left(to_text(x), n)`');
}

/** What a JSON text takes at most: every character of a member can be escaped by one more. */
function jsonParts(
  members: readonly JsonMember[],
  item: DataItem,
  [spot, around]: readonly [Spot, Around],
): JsonPart[] {
  const parts = members.map((member) => jsonPart(member, around));
  const { size } = typeOf(item);
  const most = parts.reduce(
    (sum, { key, max }) => sum + JSON.stringify(key).length + 2 + (max === null ? 11 : 2 + 2 * max),
    2,
  );
  if (typeof size !== 'number' || most <= size) return parts;
  const message = `the JSON of ${item.name} can have ${most} characters, and the item takes ${size}`;
  throw fault(spot, message, 'less in `max` of its texts');
}

function jsonPart({ key, kind, value, max, ...spot }: JsonMember, around: Around): JsonPart {
  if (!/^[\w .-]{1,60}$/.test(key))
    throw fault(spot, `\`${key}\` is no key of a JSON object`, 'letters, digits, _ . -');
  const read = readValue(value, around);
  if (kind === 'number') {
    if (read.type.name === 'int' || read.type.name === 'null') return { key, value: asText(read), max: null };
    throw fault(spot, `${inWords(read.type)} stands where a whole number must`, '`text`, or a number');
  }
  const asIs = asText(read);
  const most = max ?? (asIs.type.name === 'text' ? asIs.type.size : 0);
  if (most === 'max') throw fault(spot, `the text of \`${key}\` has no greatest length`, '`{text: ..., max: 200}`');
  return { key, value: asIs, max: most };
}

function fault(spot: Spot, message: string, expected: string): MappingFault {
  return new MappingFault(spot, { code: 'mapping-expression', message, expected });
}
