/** Which texts neutral SQL compares its columns with: found by pattern, because only synthetic rows depend on it. */
import type { Fragments } from '../../specification/mapping.js';
import { DATE_TEXTS, NUMBER_TEXTS } from './hostile-values.js';

/** Texts, each once, by the name of a column in small letters. */
export type Asked = ReadonlyMap<string, readonly string[]>;

/** What names of code lists and parameters stand for. */
export type Names = Pick<Fragments, 'codes' | 'parameters'>;

/** `p.SEX = 'M'`, `upper(p.SEX) in ('M', 'F')`, `x.CODE not like 'KA%'`. */
const COMPARED = /\b(\w+)\b\)*\s*(=|<>|(?:not\s+)?in|(?:not\s+)?like)\s*\(?\s*((?:'(?:[^']|'')*'(?:\s*,\s*)?)+)/gi;
const LITERAL = /'((?:[^']|'')*)'/g;
/** `in_codes(p.SEX, 'sexes')`, also of a function of the column. */
const LISTED = /in_codes\((?:\w+\()?(?:\w+\.)?(\w+)\)?, *'(\w+)'\)/gi;
/** `s.TYPE_ID in (parameter('types'))`: what an authority has given. */
const GIVEN = /\b(\w+)\b\)*\s*(?:=|in)\s*\(?\s*parameter\('(\w+)'\)/gi;
/** `to_date_or_null(f.ANSWER)`: what is not one may be one. */
const CONVERTED = /to_(date|int)_or_null\((?:\w+\()*(?:\w+\.)?(\w+)\)/gi;

/** Takes neutral SQL and its names, gives what it asks columns for, and what it leaves out. */
export function askedIn(sql: string, names: readonly Names[]): { readonly wanted: Asked; readonly unwanted: Asked } {
  const compared = [...sql.matchAll(COMPARED)].map(([, column = '', operator = '', list = '']) => ({
    isWanted: !/<>|not/i.test(operator),
    asked: asked(column, [...list.matchAll(LITERAL)].map(textIn)),
  }));
  const wanted = [
    ...compared.filter(({ isWanted }) => isWanted).map((one) => one.asked),
    ...[...sql.matchAll(LISTED)].map(([, column = '', name = '']) => asked(column, codesOf(name, names))),
    ...[...sql.matchAll(GIVEN)].map(([, column = '', name = '']) => asked(column, valuesOf(name, names))),
    ...[...sql.matchAll(CONVERTED)].map(([, kind, column = '']) =>
      asked(column, kind === 'int' ? NUMBER_TEXTS : DATE_TEXTS),
    ),
  ];
  const unwanted = compared.filter(({ isWanted }) => !isWanted).map((one) => one.asked);
  return { wanted: mergedAsked(wanted), unwanted: mergedAsked(unwanted) };
}

/** Takes several, gives all of them together. */
export function mergedAsked(parts: readonly Asked[]): Asked {
  const merged = new Map<string, string[]>();
  for (const [column, texts] of parts.flatMap((part) => [...part])) {
    const known = merged.get(column) ?? [];
    merged.set(column, [...known, ...texts.filter((text) => !known.includes(text))]);
  }
  return merged;
}

function asked(column: string, texts: readonly string[]): Asked {
  return new Map([[column.toLowerCase(), texts]]);
}

function textIn([, value = '']: RegExpMatchArray): string {
  return value.replaceAll("''", "'").replaceAll('%', 'X');
}

function codesOf(name: string, names: readonly Names[]): readonly string[] {
  return names.flatMap(({ codes }) => Object.keys(codes[name]?.codes ?? {}));
}

function valuesOf(name: string, names: readonly Names[]): readonly string[] {
  const parameters = names.flatMap((one) => one.parameters).filter((parameter) => parameter.name === name);
  return parameters.flatMap(({ value }) => [value ?? []].flat().map(String));
}
