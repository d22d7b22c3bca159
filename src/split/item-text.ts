/** The lines of an item as they are written in another revision: its indent, its line ends, its metadata block. */
import type { DataObject } from '../specification/model.js';
import { endOf, endOfLine, lineBreakOf } from '../specification/yaml-span.js';
import { refusal, type Slot } from './slots.js';

/** Lines moved to another indent and given other line ends; empty ones stay empty. */
export function reindented(lines: string, by: number, lineBreak: string): string {
  const shifted = (line: string) => (by < 0 ? line.replace(new RegExp(`^ {0,${-by}}`), '') : ' '.repeat(by) + line);
  return lines
    .split(/\r?\n/)
    .map((line) => (line === '' ? line : shifted(line)))
    .join(lineBreak);
}

/** An item's lines, and the text and object that they are of. */
export interface Written {
  readonly slot: Slot;
  readonly text: string;
  readonly object: DataObject;
}

/**
 * The item's own lines with the metadata block of the other one, byte by byte, or with none: blocks are written by
 * `steward record` alone. Throws `cannot-splice` where a block shares a line with something else.
 */
export function withBlockOf(item: Written, other: Written | null): string {
  const { slot } = item;
  const own = blockOf(item);
  const block = other && blockOf(other);
  const by = columnOf(item) - (other ? columnOf(other) : 0);
  const lines = block ? reindented(block.lines, by, lineBreakOf(slot.own)) : '';
  if (own) return slot.own.slice(0, own.start) + lines + slot.own.slice(own.end);
  const gap = lines === '' || slot.own.endsWith('\n') ? '' : lineBreakOf(slot.own);
  return slot.own + gap + lines;
}

/** The column of an item's keys. */
function columnOf({ slot: { node }, text }: Written): number {
  return node.start - text.lastIndexOf('\n', node.start - 1) - 1;
}

/** A block's lines, and where they stand in the item's own. */
function blockOf({ slot, text, object }: Written): { lines: string; start: number; end: number } | null {
  const entry = slot.node.entries.find(({ key }) => key === 'metadata');
  if (!entry) return null;
  const start = text.lastIndexOf('\n', entry.keyStart - 1) + 1;
  if (text.slice(start, entry.keyStart).trim() !== '') throw refusal(object, text, entry.keyStart);
  const end = endOfLine(text, Math.max(endOf(text, entry.value), entry.keyEnd + 1));
  return { lines: text.slice(start, end), start: start - slot.start, end: end - slot.start };
}
