/** A YAML tree as plain values, for the small files whose shape is checked by a schema of their own. */
import { booleanOf, isNull, type YamlNode } from './yaml-tree.js';

/** What JSON can say. */
export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [key: string]: PlainValue };

/** Plain integers are numbers here; maps have no prototype, so that no key can reach one. */
export function plainValue(node: YamlNode | null): PlainValue {
  if (node === null || isNull(node)) return null;
  if (node.kind === 'list') return node.items.map(plainValue);
  if (node.kind === 'map') {
    const map: Record<string, PlainValue> = Object.create(null);
    for (const { key, value } of node.entries) map[key] = plainValue(value);
    return map;
  }
  if (node.plain && /^-?(?:0|[1-9]\d{0,14})$/.test(node.text)) return Number(node.text);
  return booleanOf(node) ?? node.text;
}
