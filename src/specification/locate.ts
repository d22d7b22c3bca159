/** Turns a path inside a file into a line and a column. */
import type { Path } from './model.js';
import { type Position, positionAt } from './position.js';
import { readCsv } from './read-csv.js';
import { ITEM_KEY_SPELLINGS } from './spellings.js';
import { readTree, type YamlNode } from './yaml-tree.js';

/** Finds positions in one text; the text is read once, at the first question. */
export function locator(file: string, text: string): (path: Path) => Position {
  if (/\.csv$/i.test(file)) return csvLocator(text);
  if (/\.md$/i.test(file)) return () => ({ line: 1, column: 1 });
  let root: YamlNode | null | undefined;
  return (path) => {
    if (root === undefined) root = readTree(text).root;
    return positionAt(text, root ? offsetOf(root, path) : 0);
  };
}

/** The offset of the deepest step of the path that exists: of a key its name, of a list entry its beginning. */
function offsetOf(root: YamlNode, path: Path): number {
  let node = root;
  let offset = root.start;
  for (const step of path) {
    if (node.kind === 'list') {
      const item = node.items[Number(step)];
      if (!item) return offset;
      node = item;
      offset = item.start;
      continue;
    }
    if (node.kind !== 'map') return offset;
    const entry = node.entries.find(({ key }) => key === step || ITEM_KEY_SPELLINGS[key] === step);
    if (!entry) return offset;
    node = entry.value;
    offset = entry.keyStart;
  }
  return offset;
}

function csvLocator(text: string): (path: Path) => Position {
  let lines: readonly number[] | undefined;
  return (path) => {
    lines ??= [1, ...(readCsv(text).table?.rows.map((row) => row.line) ?? [])];
    const row = path[0] === 'row' ? Number(path[1]) : 0;
    return { line: lines[row] ?? 1, column: 1 };
  };
}
