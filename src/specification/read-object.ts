/** A data object file: its YAML tree as data objects and items. */
import type { DataItem, DataObject, Metadata, Path, ReadProblem, Size } from './model.js';
import { ITEM_KEY_SPELLINGS, ITEM_KEYS, metadataSetOf } from './spellings.js';
import { booleanOf, isNull, nodeAt, type YamlMap, type YamlNode } from './yaml-tree.js';

/** Collects what could not be read as meant; the file's name is added by the caller. */
export type Report = (problem: Omit<ReadProblem, 'file'>) => void;

/** Reads `nodes: [{name, fields: [...]}]`; what has another shape is reported, never dropped in silence. */
export function readObjects(file: string, root: YamlNode | null, report: Report): DataObject[] {
  const nodes = root && nodeAt(root, 'nodes');
  if (nodes?.kind !== 'list') {
    report(wrongShape([], 'the file has no list of `nodes`', '`nodes:` with one data object', 'error'));
    return [];
  }
  return nodes.items.flatMap((node, index) => readObject({ file, path: ['nodes', index] }, node, report));
}

interface Here {
  readonly file: string;
  readonly path: Path;
}

function readObject(here: Here, node: YamlNode, report: Report): DataObject[] {
  const fields = nodeAt(node, 'fields');
  if (node.kind !== 'map' || !fields || fields.kind !== 'list') {
    report(wrongShape(here.path, 'a data object has no list of `fields`', '`name:` and `fields:`', 'error'));
    return [];
  }
  const read = new ItemReader(node, here.path, report);
  const name = read.text('name');
  const items = fields.items.flatMap((item, index) => {
    const path = [...here.path, 'fields', index];
    return readItem({ file: here.file, path }, item, { object: name, report });
  });
  return [{ ...here, name, items }];
}

function readItem(here: Here, node: YamlNode, { object, report }: { object: string; report: Report }): DataItem[] {
  if (node.kind !== 'map') {
    report(wrongShape(here.path, 'a data item is no block of keys', 'a data item: `name:`, `item_ref:`, ...', 'error'));
    return [];
  }
  const read = new ItemReader(node, here.path, report);
  read.unknownKeys();
  return [
    {
      ...here,
      object,
      ref: read.text('item_ref'),
      name: read.text('name'),
      description: read.text('description'),
      guidance: read.text('guidance'),
      type: read.text('type'),
      size: read.size(),
      primaryKey: read.flag('primary_key'),
      required: read.validator('required'),
      unique: read.validator('unique'),
      foreignKey: read.text('foreign_key'),
      codeSet: read.text('code_set'),
      categories: read.list('categories'),
      constraints: read.list('constraints'),
      returns: read.list('returns'),
      cms: read.list('cms'),
      cmsField: read.list('cms_field').map(tidyMapping),
      cmsTable: read.list('cms_table').map(tidyMapping),
      metadata: read.metadata(),
    },
  ];
}

/** `liquid_logic : DIM_PERSON` is `liquid_logic:DIM_PERSON`. */
function tidyMapping(mapping: string): string {
  return mapping.replace(/\s*:\s*/, ':');
}

/** Reads the keys of one map by their present names, whatever spelling the file has. */
class ItemReader {
  readonly #values = new Map<string, YamlNode>();
  readonly #path: Path;
  readonly #report: Report;

  constructor(map: YamlMap, path: Path, report: Report) {
    this.#path = path;
    this.#report = report;
    for (const { key, value } of map.entries) this.#take(key, value);
  }

  #take(key: string, value: YamlNode): void {
    const known = Object.hasOwn(ITEM_KEY_SPELLINGS, key) ? (ITEM_KEY_SPELLINGS[key] as string) : key;
    if (this.#values.has(known)) {
      const message = `\`${key}\` and \`${known}\` both stand here, and mean the same`;
      this.#report({
        code: 'duplicate-key',
        path: this.#at(key),
        message,
        expected: `only \`${known}\``,
        severity: 'error',
      });
      return;
    }
    this.#values.set(known, value);
  }

  #at(...keys: (string | number)[]): Path {
    return [...this.#path, ...keys];
  }

  unknownKeys(): void {
    for (const key of this.#values.keys()) {
      if ((ITEM_KEYS as readonly string[]).includes(key)) continue;
      const message = `\`${key}\` is not a key of a data item; its value is not read`;
      this.#report({
        code: 'unknown-key',
        path: this.#at(key),
        message,
        expected: `one of ${ITEM_KEYS.join(', ')}`,
        severity: 'warning',
      });
    }
  }

  text(key: string): string {
    const node = this.#values.get(key);
    if (!node || isNull(node)) return '';
    if (node.kind === 'scalar') return node.text;
    this.#report(wrongShape(this.#at(key), `\`${key}\` is a ${node.kind}`, 'a text', 'error'));
    return '';
  }

  flag(key: string): boolean {
    const node = this.#values.get(key);
    if (!node || isNull(node)) return false;
    const value = booleanOf(node);
    if (value === null)
      this.#report(wrongShape(this.#at(key), `\`${key}\` is neither true nor false`, 'true or false', 'error'));
    return value ?? false;
  }

  list(key: string): string[] {
    const node = this.#values.get(key);
    if (!node || isNull(node)) return [];
    if (node.kind === 'list') return node.items.flatMap((item, index) => this.#entry(item, this.#at(key, index)));
    this.#report(wrongShape(this.#at(key), `\`${key}\` is a ${node.kind}`, 'a list', 'warning'));
    return this.#entry(node, this.#at(key));
  }

  #entry(node: YamlNode, path: Path): string[] {
    if (isNull(node)) return [];
    if (node.kind === 'scalar') return node.text === '' ? [] : [node.text];
    const only = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
    if (only?.value.kind === 'scalar') return [`${only.key}:${only.value.text}`];
    this.#report(wrongShape(path, `an entry of the list is a ${node.kind}`, 'a text', 'error'));
    return [];
  }

  size(): Size {
    const text = this.text('size').trim();
    if (text === '') return null;
    const size = sizeOf(text);
    if (size === null)
      this.#report(wrongShape(this.#at('size'), `the size "${text}"`, 'a whole number above 0, or max', 'error'));
    return size;
  }

  /** `validators: [{required: {enabled: true}}]`: whether one is switched on. */
  validator(name: 'required' | 'unique'): boolean {
    const node = this.#values.get('validators');
    if (!node || isNull(node)) return false;
    if (node.kind !== 'list') {
      if (name === 'required')
        this.#report(wrongShape(this.#at('validators'), '`validators` is no list', 'a list', 'error'));
      return false;
    }
    return node.items.some((item, index) => this.#enabled(item, name, this.#at('validators', index, name)));
  }

  #enabled(item: YamlNode, name: string, path: Path): boolean {
    const enabled = nodeAt(nodeAt(item, name) ?? item, 'enabled');
    if (!nodeAt(item, name) || !enabled || isNull(enabled)) return false;
    const value = booleanOf(enabled);
    if (value === null)
      this.#report(wrongShape([...path, 'enabled'], `\`enabled\` of ${name} is no boolean`, 'true or false', 'error'));
    return value ?? false;
  }

  metadata(): Metadata | null {
    const node = this.#values.get('metadata');
    if (!node || isNull(node)) return null;
    if (node.kind !== 'map') {
      this.#report(wrongShape(this.#at('metadata'), '`metadata` is no block of keys', 'a metadata block', 'error'));
      return null;
    }
    const read = new ItemReader(node, this.#at('metadata'), this.#report);
    return metadataOf(Object.fromEntries(node.entries.map(({ key }) => [key, read.text(key)])));
  }
}

function metadataOf(written: Record<string, string>): Metadata {
  const set = metadataSetOf(Object.keys(written));
  const get = (key: string) => (key !== '' && Object.hasOwn(written, key) ? (written[key] as string) : '');
  const release = get(set.releaseDatetime);
  return {
    releaseDatetime: release === set.pending ? '' : release,
    changeId: get(set.changeId),
    itemChangesCount: Math.trunc(Number(get(set.itemChangesCount)) || 0),
    changeReason: get(set.changeReason),
    changeType: get(set.changeType),
    written,
  };
}

/** A declared size, or null for what is none. */
export function sizeOf(text: string): Size {
  if (/^max$/i.test(text)) return 'max';
  return /^[1-9][0-9]{0,6}$/.test(text) ? Number(text) : null;
}

function wrongShape(
  path: Path,
  message: string,
  expected: string,
  severity: 'error' | 'warning',
): Omit<ReadProblem, 'file'> {
  return { code: 'wrong-shape', path, message, expected, severity };
}
