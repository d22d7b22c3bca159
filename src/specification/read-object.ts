/** A data object file: its YAML tree as data objects and items. */
import type { DataItem, DataObject, Metadata, Path, ReadProblem, Size } from './model.js';
import { ITEM_KEY_SPELLINGS, ITEM_KEYS, metadataSetOf } from './spellings.js';
import { booleanOf, isNull, nodeAt, type YamlMap, type YamlNode } from './yaml-tree.js';

/** Collects what could not be read as meant; the file's name is added by the caller. */
export type Report = (problem: Omit<ReadProblem, 'file'>) => void;

/** Reads `nodes: [{name, fields: [...]}]`; what has another shape is reported, never dropped in silence. */
export function readObjects(file: string, root: YamlNode | null, report: Report): DataObject[] {
  const nodes = root && nodeAt(root, 'nodes');
  if (!root || nodes?.kind !== 'list' || nodes.items.length === 0) {
    report(
      wrongShape(nodes ? ['nodes'] : [], 'the file has no list of `nodes`', '`nodes:` with one data object', 'error'),
    );
    return [];
  }
  reportUnknown(root, { path: [], of: 'a data object file', known: ['nodes'] }, report);
  return nodes.items.flatMap((node, index) => readObject({ file, path: ['nodes', index] }, node, report));
}

interface Here {
  readonly file: string;
  readonly path: Path;
}

function readObject(here: Here, node: YamlNode, report: Report): DataObject[] {
  const fields = nodeAt(node, 'fields');
  if (node.kind !== 'map' || !fields || fields.kind !== 'list') {
    const path = fields ? [...here.path, 'fields'] : here.path;
    report(wrongShape(path, 'a data object has no list of `fields`', '`name:` and `fields:`', 'error'));
    return [];
  }
  reportUnknown(node, { path: here.path, of: 'a data object', known: ['name', 'fields'] }, report);
  const name = new ItemReader(node, here.path, report).text('name');
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
  reportUnknown(node, { path: here.path, of: 'a data item', known: KNOWN_KEYS, named: ITEM_KEYS }, report);
  const validators = read.validators();
  return [
    {
      file: here.file,
      path: here.path,
      object,
      ref: read.text('item_ref'),
      name: read.text('name'),
      description: read.text('description'),
      guidance: read.text('guidance'),
      type: read.text('type'),
      size: read.size(),
      primaryKey: read.flag('primary_key'),
      required: validators.has('required'),
      unique: validators.has('unique'),
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
  const colon = mapping.indexOf(':');
  return colon < 0 ? mapping : `${mapping.slice(0, colon).trimEnd()}:${mapping.slice(colon + 1).trimStart()}`;
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
    if (node.kind === 'list') return node.items.flatMap((item, index) => this.#entry(item, key, index));
    this.#report(wrongShape(this.#at(key), `\`${key}\` is a ${node.kind}`, 'a list', 'warning'));
    return this.#entry(node, key);
  }

  #entry(node: YamlNode, ...keys: (string | number)[]): string[] {
    if (isNull(node)) return [];
    if (node.kind === 'scalar') return node.text === '' ? [] : [node.text];
    const only = node.kind === 'map' && node.entries.length === 1 ? node.entries[0] : undefined;
    if (only?.value.kind === 'scalar') return [`${only.key}:${only.value.text}`];
    this.#report(wrongShape(this.#at(...keys), `an entry of the list is a ${node.kind}`, 'a text', 'error'));
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

  /** `validators: [{required: {enabled: true}}]`: those that are switched on. */
  validators(): ReadonlySet<string> {
    const node = this.#values.get('validators');
    if (!node || isNull(node)) return new Set();
    if (node.kind !== 'list') {
      this.#report(wrongShape(this.#at('validators'), '`validators` is no list', 'a list', 'error'));
      return new Set();
    }
    return new Set(node.items.flatMap((item, index) => this.#enabled(item, this.#at('validators', index))));
  }

  #enabled(item: YamlNode, path: Path): string[] {
    if (item.kind !== 'map') {
      this.#report(
        wrongShape(path, `a validator is a ${item.kind}`, '`required:` or `unique:`, each with `enabled:`', 'error'),
      );
      return [];
    }
    reportUnknown(item, { path, of: 'a validator', known: ['required', 'unique'] }, this.#report);
    return item.entries.filter(({ key, value }) => this.#isEnabled(value, [...path, key])).map(({ key }) => key);
  }

  #isEnabled(validator: YamlNode, path: Path): boolean {
    if (isNull(validator)) return false;
    const enabled = nodeAt(validator, 'enabled');
    if (!enabled) {
      this.#report(
        wrongShape(path, `\`${path.at(-1)}\` has no \`enabled\``, '`enabled: true` or `enabled: false`', 'error'),
      );
      return false;
    }
    const value = isNull(enabled) ? false : booleanOf(enabled);
    if (value === null) {
      const message = `\`enabled\` of ${path.at(-1)} is no boolean`;
      this.#report(wrongShape([...path, 'enabled'], message, 'true or false', 'error'));
    }
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
  const count = Math.trunc(Number(get(set.itemChangesCount)));
  return {
    releaseDatetime: release === set.pending ? '' : release,
    changeId: get(set.changeId),
    itemChangesCount: Number.isSafeInteger(count) ? count : 0,
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

const KNOWN_KEYS = [...ITEM_KEYS, ...Object.keys(ITEM_KEY_SPELLINGS)];

interface KeyTable {
  readonly path: Path;
  /** What has the keys. */
  readonly of: string;
  readonly known: readonly string[];
  /** Those that are named as expected; all known ones where it is not given. */
  readonly named?: readonly string[];
}

function reportUnknown(map: YamlNode, { path, of, known, named = known }: KeyTable, report: Report): void {
  for (const { key } of map.kind === 'map' ? map.entries : []) {
    if (known.includes(key)) continue;
    const message = `\`${key}\` is not a key of ${of}; its value is not read`;
    const expected = named.length === 1 ? `\`${named[0]}\`` : `one of ${named.join(', ')}`;
    report({ code: 'unknown-key', path: [...path, key], message, expected, severity: 'warning' });
  }
}

function wrongShape(
  path: Path,
  message: string,
  expected: string,
  severity: 'error' | 'warning',
): Omit<ReadProblem, 'file'> {
  return { code: 'wrong-shape', path, message, expected, severity };
}
