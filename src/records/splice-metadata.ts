/** Writes metadata blocks into the text of a data object file by splicing lines; no other byte changes. */
import { parse } from 'yaml';
import { StewardError } from '../errors.js';
import type { Path } from '../specification/model.js';
import { positionAt } from '../specification/position.js';
import { endOf, endOfLine, lineBreakOf, lineEndOf, nodeAtPath } from '../specification/yaml-span.js';
import { readTree, type YamlMap, type YamlNode } from '../specification/yaml-tree.js';
import { plainValue } from '../specification/yaml-value.js';
import { yamlScalar } from './yaml-scalar.js';

/** The block that one item must have. */
export interface BlockEdit {
  /** Path of the item in the file. */
  readonly path: Path;
  /** Null takes the block out. */
  readonly entries: readonly (readonly [key: string, value: string | number | null])[] | null;
}

interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Returns the text with each item's metadata block as given. Line ends and comments stay as they are.
 * Throws `cannot-splice` where the item is not written as a block of lines, or where the result would not read back as
 * exactly what was meant.
 */
export function spliceMetadata(file: string, text: string, edits: readonly BlockEdit[]): string {
  const { root } = readTree(text);
  if (!root) throw refusal(file, text, 0, 'the file cannot be read');
  const replacements = edits.flatMap((edit) => replacementFor({ file, text, root }, edit));
  let result = text;
  for (const { start, end, text: block } of replacements.sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + block + result.slice(end);
  }
  verify({ file, text, root }, edits, result);
  return result;
}

interface Source {
  readonly file: string;
  readonly text: string;
  readonly root: YamlNode;
}

function replacementFor({ file, text, root }: Source, { path, entries }: BlockEdit): Replacement[] {
  const item = nodeAtPath(root, path);
  if (item?.kind !== 'map' || !item.block)
    throw refusal(file, text, item?.start ?? 0, 'the item is not written as a block of lines');
  const indent =
    positionAt(text, item.start).column -
    1 -
    (positionAt(text, item.start).line === 1 && text.startsWith('\uFEFF') ? 1 : 0);
  const lineEnd = lineBreakOf(text, item.start);
  const known = item.entries.find(({ key }) => key === 'metadata');
  if (entries === null) return known ? [takeOut({ text, item, lineEnd }, known, indent)] : [];
  const lines = ['metadata:', ...entries.map(([key, value]) => `  ${key}: ${yamlScalar(value)}`)];
  if (!known)
    return [
      append(
        { text, item, lineEnd },
        lines.map((line) => ' '.repeat(indent) + line),
      ),
    ];
  return [replace({ text, item, lineEnd }, known, { lines, indent })];
}

interface Place {
  readonly text: string;
  readonly item: YamlMap;
  readonly lineEnd: string;
}

/** Behind the last line of the item. */
function append({ text, item, lineEnd }: Place, lines: readonly string[]): Replacement {
  const end = lineEndOf(text, item);
  const before = end > 0 && !text.slice(0, end).endsWith('\n') ? lineEnd : '';
  const after = before === '' ? lineEnd : '';
  return { start: end, end, text: before + lines.join(lineEnd) + after };
}

/** In place of the block's lines; comments that stood among them follow the block's own lines. */
function replace(
  { text, item, lineEnd }: Place,
  { keyStart, value }: YamlMap['entries'][number],
  { lines, indent }: { lines: readonly string[]; indent: number },
): Replacement {
  const sharesLine = keyStart === item.start;
  const start = sharesLine ? keyStart : text.lastIndexOf('\n', keyStart - 1) + 1;
  const end = endOfLine(text, Math.max(endOf(text, value), keyStart + 'metadata:'.length));
  const old = text.slice(start, end);
  const comments = commentsIn(old).map((comment) => `  ${comment}`);
  const padded = [...lines, ...comments].map((line, index) =>
    sharesLine && index === 0 ? line : ' '.repeat(indent) + line,
  );
  return { start, end, text: padded.join(lineEnd) + (old.endsWith('\n') ? lineEnd : '') };
}

/** The block's lines, and the line break before them where they are the last of a text that ends without one. */
function takeOut(place: Place, known: YamlMap['entries'][number], indent: number): Replacement {
  const { start, end, text: comments } = replace(place, known, { lines: [], indent });
  const isEnd = comments === '' && place.text[end - 1] !== '\n';
  return { start: isEnd ? start - place.lineEnd.length : start, end, text: comments.trim() === '' ? '' : comments };
}

/** Comments of block lines: a `#` that begins a line or follows white space outside quotes. */
function commentsIn(block: string): string[] {
  return block.split(/\r?\n/).flatMap((line) => {
    const match = /^(?:[^"'#]|"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|(?<=\S)#)*?((?<=^|\s)#.*)$/.exec(line);
    return match?.[1] ? [match[1].trimEnd()] : [];
  });
}

/** Reads the result with two parsers: each must find everything as before but the blocks, and those as meant. */
function verify({ file, text }: Source, edits: readonly BlockEdit[], result: string): void {
  for (const read of [readOurs, readTheirs]) {
    if (comparable(read(result), []) === comparable(read(text), edits)) continue;
    throw refusal(file, text, 0, 'the result would not read back as what was meant');
  }
}

function readOurs(text: string): unknown {
  return plainValue(readTree(text).root);
}

function readTheirs(text: string): unknown {
  return parse(text, { uniqueKeys: false });
}

/** Values in a comparable form, the blocks put in; keys keep no order, and have no prototype to reach. */
function comparable(value: unknown, edits: readonly BlockEdit[]): string {
  const copy: unknown = JSON.parse(JSON.stringify(value));
  for (const { path, entries } of edits) {
    const item = path.reduce<unknown>((node, step) => (node as Record<string | number, unknown>)[step], copy);
    if (entries === null) delete (item as Record<string, unknown>).metadata;
    else (item as Record<string, unknown>).metadata = Object.fromEntries(entries);
  }
  return JSON.stringify(copy, (_key, inner: unknown) => (isMap(inner) ? sorted(inner) : inner));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function sorted(map: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function refusal(file: string, text: string, offset: number, found: string): StewardError {
  const { line, column } = positionAt(text, offset);
  return new StewardError({
    code: 'cannot-splice',
    place: `${file}:${line}:${column}`,
    found,
    expected: 'an item written as lines of `key: value`; nothing was written',
  });
}
