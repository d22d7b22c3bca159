/** Turns a path inside a file into a line and a column. */
import type { Path } from './model.js';
import { type Position, positionsIn } from './position.js';
import { readCsv } from './read-csv.js';
import { ITEM_KEY_SPELLINGS } from './spellings.js';
import { readTree, type YamlEntry, type YamlMap, type YamlNode } from './yaml-tree.js';

/** Finds positions in one text; the text is read once, at the first question. */
export function locator(file: string, text: string): (path: Path) => Position {
  if (/\.csv$/i.test(file)) return csvLocator(text);
  if (/\.md$/i.test(file)) return () => ({ line: 1, column: 1 });
  let find: ((path: Path) => Position) | undefined;
  return (path) => {
    find ??= yamlLocator(text);
    return find(path);
  };
}

function yamlLocator(text: string): (path: Path) => Position {
  const { root } = readTree(text);
  const positionOf = positionsIn(text);
  const entriesOf = entryIndex();
  return (path) => positionOf(root ? offsetOf(root, path, entriesOf) : 0);
}

type EntriesOf = (map: YamlMap) => ReadonlyMap<string, YamlEntry>;

/** The offset of the deepest step of the path that exists: of a key its name, of a list entry its beginning. */
function offsetOf(root: YamlNode, path: Path, entriesOf: EntriesOf): number {
  let node = root;
  let offset = root.start;
  for (const step of path) {
    if (node.kind === 'scalar') return offset;
    if (node.kind === 'list') {
      const item = node.items[Number(step)];
      if (!item) return offset;
      node = item;
      offset = item.start;
    } else {
      const entry = entriesOf(node).get(String(step));
      if (!entry) return offset;
      node = entry.value;
      offset = entry.keyStart;
    }
  }
  return offset;
}

/** Entries of a map by key, and by what an older spelling became; each map is looked through once. */
function entryIndex(): EntriesOf {
  const known = new WeakMap<YamlMap, ReadonlyMap<string, YamlEntry>>();
  return (map) => {
    const index = known.get(map) ?? new Map([...map.entries.map(present), ...map.entries.map(written)]);
    known.set(map, index);
    return index;
  };
}

function written(entry: YamlEntry): [string, YamlEntry] {
  return [entry.key, entry];
}

function present(entry: YamlEntry): [string, YamlEntry] {
  const { key } = entry;
  return [Object.hasOwn(ITEM_KEY_SPELLINGS, key) ? (ITEM_KEY_SPELLINGS[key] ?? key) : key, entry];
}

function csvLocator(text: string): (path: Path) => Position {
  let lines: readonly number[] | undefined;
  return (path) => {
    lines ??= [1, ...(readCsv(text).table?.rows.map((row) => row.line) ?? [])];
    const row = path[0] === 'row' ? Number(path[1]) : 0;
    return { line: lines[row] ?? 1, column: 1 };
  };
}
