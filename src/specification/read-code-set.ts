/** A code set file: a list of texts, or of `{value, description}`. */
import type { CodeSet, CodeValue } from './model.js';
import type { Report } from './read-object.js';
import { isNull, nodeAt, type YamlNode } from './yaml-tree.js';

/** `Yes`, `no`, `on`: booleans to parsers of YAML 1.1, texts to ours. */
const BOOLEAN_TRAP = /^(?:y|yes|n|no|on|off|true|false)$/i;

/** Reads one code set; its name is the file's name without `.yml`. */
export function readCodeSet(file: string, root: YamlNode | null, report: Report): CodeSet[] {
  const list = root?.kind === 'map' && root.entries.length === 1 ? (root.entries[0]?.value ?? null) : root;
  if (list?.kind !== 'list') {
    report({
      code: 'wrong-shape',
      path: [],
      message: 'a code set is no list',
      expected: 'a list of codes, each a text or `value` and `description`',
      severity: 'error',
    });
    return [];
  }
  const prefix = list === root || root?.kind !== 'map' ? [] : [root.entries[0]?.key ?? ''];
  const name = (file.split('/').at(-1) ?? file).replace(/\.ya?ml$/i, '');
  const values = list.items.flatMap((item, index) => readValue({ file, path: [...prefix, index] }, item, report));
  const extraKeys = new Set(
    list.items.flatMap((item) => (item.kind === 'map' ? item.entries.map(({ key }) => key) : [])),
  );
  extraKeys.delete('value');
  extraKeys.delete('description');
  return [{ file, path: [], name, values, extraKeys: [...extraKeys] }];
}

function readValue(here: { file: string; path: (string | number)[] }, node: YamlNode, report: Report): CodeValue[] {
  const value = node.kind === 'map' ? nodeAt(node, 'value') : node;
  const description = node.kind === 'map' ? nodeAt(node, 'description') : null;
  if (value?.kind !== 'scalar' || (description && description.kind !== 'scalar')) {
    report({
      code: 'wrong-shape',
      path: here.path,
      message: 'a code has no `value` that is a text',
      expected: 'a text, or `value` and `description`',
      severity: 'error',
    });
    return [];
  }
  return [
    {
      file: here.file,
      path: here.path,
      value: isNull(value) ? '' : value.text,
      description: description && !isNull(description) ? description.text : '',
      booleanTrap: value.plain && BOOLEAN_TRAP.test(value.text),
    },
  ];
}
