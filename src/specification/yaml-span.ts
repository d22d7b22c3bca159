/** Where the nodes of a YAML text begin and end as lines, for those who edit the text and not the tree. */
import type { Path } from './model.js';
import { nodeAt, type YamlMap, type YamlNode } from './yaml-tree.js';

/** The node at a path, or null where there is none. */
export function nodeAtPath(root: YamlNode, path: Path): YamlNode | null {
  let node: YamlNode | null = root;
  for (const step of path) {
    if (node?.kind === 'list') node = node.items[Number(step)] ?? null;
    else node = node ? nodeAt(node, String(step)) : null;
  }
  return node;
}

/** Where a node ends; the tree ends a `[...]` or `{...}` at its last entry, and the bracket may be lines further down. */
export function endOf(text: string, node: YamlNode): number {
  if (node.kind === 'scalar') return node.end;
  const last = node.kind === 'list' ? node.items.at(-1) : node.entries.at(-1)?.value;
  const end = Math.max(node.end, last ? endOf(text, last) : 0);
  if (!'[{'.includes(text.charAt(node.start))) return end;
  const rest = /(?:[\s,:"']|#.*)*[\]}]/y;
  rest.lastIndex = Math.max(end, node.start + 1);
  return rest.test(text) ? rest.lastIndex : end;
}

/** Behind the last line of a map, also where its last key has no value. */
export function lineEndOf(text: string, map: YamlMap): number {
  const last = map.entries.at(-1);
  return endOfLine(text, Math.max(endOf(text, map), last ? last.keyStart + last.key.length + 1 : map.end));
}

/** Behind the line break of the line that an offset is on; a text that just ended a line is there already. */
export function endOfLine(text: string, offset: number): number {
  if (offset > 0 && text[offset - 1] === '\n') return offset;
  const at = text.indexOf('\n', offset);
  return at < 0 ? text.length : at + 1;
}

/** The line break that a text uses first from an offset on, `\n` where it has none. */
export function lineBreakOf(text: string, from = 0): string {
  return (/\r?\n/.exec(text.slice(from)) ?? /\r?\n/.exec(text))?.[0] ?? '\n';
}
