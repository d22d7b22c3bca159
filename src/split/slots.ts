/** A data object's text as the lines of its items, so that one can be taken out and put elsewhere byte by byte. */
import { StewardError } from '../errors.js';
import type { DataItem, DataObject } from '../specification/model.js';
import { positionAt } from '../specification/position.js';
import { lineEndOf, nodeAtPath } from '../specification/yaml-span.js';
import { nodeAt, readTree, type YamlMap, type YamlNode, type YamlScalar } from '../specification/yaml-tree.js';

/** The lines of one item. */
export interface Slot {
  readonly item: DataItem;
  /** Blank lines and comments between the item before and this one: they go where the item goes. */
  readonly above: string;
  /** From the line of its dash to the end of its last line. */
  readonly own: string;
  /** Spaces before the dash. */
  readonly indent: number;
  /** The item in the tree, and where `own` begins in the text. */
  readonly node: YamlMap;
  readonly start: number;
}

/** Where an object stands in its file. */
export interface ObjectText {
  readonly slots: readonly Slot[];
  /** Offsets from the end of the line of `fields:` to the end of the last item. */
  readonly start: number;
  readonly end: number;
  readonly name: YamlScalar;
  /** Whether the file has other objects too. */
  readonly isAlone: boolean;
}

/** Throws `cannot-splice` where the items are not written as lines of their own, each with its dash. */
export function slotsOf(text: string, object: DataObject): ObjectText {
  const { root } = readTree(text);
  const node = root && nodeAtPath(root, object.path);
  const fields = node && nodeAt(node, 'fields');
  const name = node && nodeAt(node, 'name');
  const key = node?.kind === 'map' ? node.entries.find((entry) => entry.key === 'fields') : undefined;
  if (!root || !key || fields?.kind !== 'list' || name?.kind !== 'scalar') throw refusal(object, text, 0);
  const lineEnd = text.indexOf('\n', key.keyEnd) + 1;
  if (lineEnd === 0 || (fields.items[0]?.start ?? 0) < lineEnd) throw refusal(object, text, key.keyStart);
  const slots: Slot[] = [];
  let end = lineEnd;
  for (const item of object.items) {
    const slot = slotAt({ text, object, from: end }, item, fields.items[Number(item.path.at(-1))]);
    slots.push(slot);
    end = slot.start + slot.own.length;
  }
  return { slots, start: lineEnd, end, name, isAlone: isAlone(root) };
}

interface Place {
  readonly text: string;
  readonly object: DataObject;
  /** Where the item before ends. */
  readonly from: number;
}

/** A dash and what may stand between it and the item: blanks, or a comment and lines of them. */
const DASH = /(?:^|\n)( *)-(?:[ \t]+|[ \t]*(?:#[^\n]*|\r)?\n(?:[ \t]*(?:#[^\n]*|\r)?\n)*[ \t]*)$/;

function slotAt({ text, object, from }: Place, item: DataItem, node: YamlNode | undefined): Slot {
  const before = text.slice(from, node?.start ?? from);
  const dash = DASH.exec(before);
  if (node?.kind !== 'map' || !dash) throw refusal(object, text, node?.start ?? from);
  const start = from + dash.index + (dash[0].startsWith('\n') ? 1 : 0);
  return {
    item,
    above: text.slice(from, start),
    own: text.slice(start, lineEndOf(text, node)),
    indent: dash[1]?.length ?? 0,
    node,
    start,
  };
}

function isAlone(root: YamlNode): boolean {
  const nodes = nodeAt(root, 'nodes');
  return nodes?.kind === 'list' && nodes.items.length === 1;
}

/** An error at a place of an object's file that is not written as lines. */
export function refusal({ file }: DataObject, text: string, offset: number): StewardError {
  const { line, column } = positionAt(text, offset);
  return new StewardError({
    code: 'cannot-splice',
    place: `${file}:${line}:${column}`,
    found: 'the items are not written as lines of their own',
    expected: 'each item as lines of `key: value` below its dash',
  });
}
