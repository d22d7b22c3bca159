/** OUTER APPLY in the text of a statement: the first row of a query for each row before it. */
import { closingAt, codeOnly, openingAt, placesOf, splitAtCommas } from './code-text.js';

const APPLY = 'OUTER APPLY (';
const NAME = '(?:\\[(?:[^\\]]|\\]\\])*\\]|"(?:[^"]|"")*"|\\w+)';

/**
 * Takes a statement, gives it with a select in brackets for each value of an OUTER APPLY of one row: the same table,
 * conditions and order, so that all values are of the same row. One whose name stands for something else as well is
 * left as it is.
 */
export function appliesReplaced(text: string, from = 0): string {
  const at = codeOnly(text).indexOf(APPLY, from);
  if (at === -1) return text;
  const without = withoutApply(text, at);
  return without === null ? appliesReplaced(text, at + 1) : appliesReplaced(without, from);
}

function withoutApply(text: string, at: number): string | null {
  const code = codeOnly(text);
  const open = at + APPLY.length;
  const close = closingAt(code, open);
  const [written = '', name = ''] = new RegExp(`^\\) (?:AS )?(${NAME})`).exec(text.slice(close)) ?? [];
  const value = valuesOf(text.slice(open, close));
  const [start, end] = selectAround(code, at);
  const [before, after] = [text.slice(start, at).trimEnd(), text.slice(close + written.length, end)];
  if (name === '' || value === null || isNamedAgain(`${before} ${after}`, name)) return null;
  const [own, rest] = [before, after].map((part) => replaced(part, name, value));
  return `${text.slice(0, start)}${own}${rest}${text.slice(end)}`;
}

/** Where the select begins and ends that has a place in its FROM. */
function selectAround(code: string, at: number): readonly [start: number, end: number] {
  const open = openingAt(code, at) + 1;
  const [close, own] = [closingAt(code, at), code.slice(open, at)];
  const start = open + (placesOf(own, 'SELECT ').at(-1) ?? 0);
  const union = placesOf(code.slice(at, close), 'UNION ')[0];
  return [start, union === undefined ? close : at + union];
}

/** A query of one row, gives how each of its columns is asked for by itself; null for a query of another form. */
function valuesOf(query: string): ((column: string) => string | null) | null {
  const [, select = '', rest = ''] = /^(SELECT (?:TOP \(1\) )?)([\s\S]*)$/.exec(query) ?? [];
  const from = placesOf(rest, ' FROM ')[0];
  if (from === undefined || !/TOP \(1\)|FETCH FIRST 1 ROW ONLY$/.test(query)) return null;
  const alone = (value: string) => `(${select}${value}${rest.slice(from)})`;
  const list = rest.slice(0, from);
  if (list.endsWith('.*')) return (column) => alone(`${list.slice(0, -1)}${column}`);
  const known = new Map(splitAtCommas(list).map(outputOf));
  return (column) => (known.has(column) ? alone(known.get(column) ?? '') : null);
}

/** `n.completed_on AS ended` as name and value. */
function outputOf(written: string): readonly [name: string, value: string] {
  const [, value = '', name = ''] = new RegExp(`^([\\s\\S]*?) (?:AS )?(${NAME})$`).exec(written.trim()) ?? [];
  return [name, value];
}

/** Texts and comments stay. */
function replaced(text: string, name: string, value: (column: string) => string | null): string {
  const reference = new RegExp(`'(?:[^']|'')*'|--[^\\n]*|(?<![\\w.\\]"$])${escaped(name)}\\.(${NAME})`, 'g');
  return text.replace(reference, (whole, column: string | undefined) =>
    column === undefined ? whole : (value(column) ?? whole),
  );
}

function isNamedAgain(text: string, name: string): boolean {
  return new RegExp(`[\\w\\])"] (?:AS )?${escaped(name)}(?![\\w.$\\]])`).test(text.replace(/--[^\n]*/g, ''));
}

function escaped(name: string): string {
  return name.replace(/[^\w ]/g, '\\$&');
}
