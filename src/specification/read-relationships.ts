/** `relationships.yml`: one row for each foreign key. */
import type { Relationship } from './model.js';
import type { Report } from './read-object.js';
import { isNull, nodeAt, type YamlNode } from './yaml-tree.js';

/** Reads `relationships: [...]`; an absent or null list is empty. */
export function readRelationships(file: string, root: YamlNode | null, report: Report): Relationship[] {
  const list = root && nodeAt(root, 'relationships');
  if (!list || isNull(list)) return [];
  if (list.kind !== 'list') {
    report({
      code: 'wrong-shape',
      path: ['relationships'],
      message: '`relationships` is no list',
      expected: 'a list',
      severity: 'error',
    });
    return [];
  }
  return list.items.map((item, index) => {
    const text = (key: string) => {
      const node = nodeAt(item, key);
      return node?.kind === 'scalar' && !isNull(node) ? node.text : '';
    };
    return {
      file,
      path: ['relationships', index],
      parentObject: text('parent_object'),
      parentKey: text('parent_key'),
      childObject: text('child_object'),
      childKey: text('child_key'),
      relation: text('relation'),
    };
  });
}
