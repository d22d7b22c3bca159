/** `relationships.yml`: one row for each foreign key. */
import type { Path, ReadProblem, Relationship } from './model.js';
import type { Report } from './read-object.js';
import { isNull, nodeAt, type YamlNode } from './yaml-tree.js';

/** Reads `relationships: [...]`; an empty file and a null list are empty, any other shape is reported. */
export function readRelationships(file: string, root: YamlNode | null, report: Report): Relationship[] {
  if (root === null || isNull(root)) return [];
  const list = nodeAt(root, 'relationships');
  if (list && isNull(list)) return [];
  if (list?.kind !== 'list') {
    report(
      wrongShape(
        list ? ['relationships'] : [],
        'the file has no list of `relationships`',
        '`relationships:` with a list',
      ),
    );
    return [];
  }
  return list.items.flatMap((item, index) => readRow({ file, path: ['relationships', index] }, item, report));
}

function readRow(here: { readonly file: string; readonly path: Path }, row: YamlNode, report: Report): Relationship[] {
  if (row.kind !== 'map') {
    report(wrongShape(here.path, `a relationship is a ${row.kind}`, '`parent_object:`, `parent_key:`, ...'));
    return [];
  }
  const text = (key: string): string => {
    const node = nodeAt(row, key);
    if (!node || isNull(node)) return '';
    if (node.kind === 'scalar') return node.text;
    report(wrongShape([...here.path, key], `\`${key}\` is a ${node.kind}`, 'a text'));
    return '';
  };
  return [
    {
      ...here,
      parentObject: text('parent_object'),
      parentKey: text('parent_key'),
      childObject: text('child_object'),
      childKey: text('child_key'),
      relation: text('relation'),
    },
  ];
}

function wrongShape(path: Path, message: string, expected: string): Omit<ReadProblem, 'file'> {
  return { code: 'wrong-shape', path, message, expected, severity: 'error' };
}
