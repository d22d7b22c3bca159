/** Reads the keys of one YAML map by the shape that each must have; what has another shape is reported with its place. */
import type { SqlText } from './mapping.js';
import type { Path, Spot } from './model.js';
import type { Report } from './read-object.js';
import { booleanOf, isNull, type YamlNode } from './yaml-tree.js';

/** A value below a key, with its place. */
export interface Below extends Spot {
  readonly key: string;
  readonly node: YamlNode;
}

/** What is read: where it stands, what people call it, and the keys that it may have (none: any). */
export interface Shape extends Spot {
  readonly of: string;
  readonly known?: readonly string[];
}

/** One map of a file. */
export class ShapeReader {
  readonly #values = new Map<string, YamlNode>();
  readonly #shape: Shape;
  readonly #report: Report;

  constructor(node: YamlNode | null, shape: Shape, report: Report) {
    this.#shape = shape;
    this.#report = report;
    if (node === null || isNull(node)) return;
    if (node.kind !== 'map') this.#wrong([], `${shape.of} is a ${node.kind}`, 'a block of keys');
    for (const { key, value } of node.kind === 'map' ? node.entries : []) this.#take(key, value);
  }

  #take(key: string, value: YamlNode): void {
    const { known, of, path } = this.#shape;
    if (known === undefined || known.includes(key)) {
      this.#values.set(key, value);
      return;
    }
    const message = `\`${key}\` is not a key of ${of}; its value is not read`;
    const expected = `one of ${known.join(', ')}`;
    this.#report({ code: 'unknown-key', path: [...path, key], message, expected, severity: 'error' });
  }

  /** Says that something has another shape than it must have. */
  #wrong(below: Path, message: string, expected: string): void {
    const path = [...this.#shape.path, ...below];
    this.#report({ code: 'wrong-shape', path, message, expected, severity: 'error' });
  }

  /** True where the key stands with a value. */
  has(key: string): boolean {
    const node = this.#values.get(key);
    return node !== undefined && !isNull(node);
  }

  /** The place of a key. */
  spot(...below: Path): Spot {
    return { file: this.#shape.file, path: [...this.#shape.path, ...below] };
  }

  /** The node at a key, or null. */
  node(key: string): YamlNode | null {
    return this.has(key) ? (this.#values.get(key) ?? null) : null;
  }

  /** A text; `''` where there is none. */
  text(key: string): string {
    const node = this.node(key);
    if (node === null) return '';
    if (node.kind === 'scalar') return node.text.trim();
    this.#wrong([key], `\`${key}\` is a ${node.kind}`, 'a text');
    return '';
  }

  /** A text that must be there. */
  required(key: string): string {
    const text = this.text(key);
    if (text === '' && !this.has(key)) this.#wrong([], `${this.#shape.of} has no \`${key}\``, `\`${key}:\``);
    return text;
  }

  /** A piece of neutral SQL; null where there is none. */
  sql(key: string): SqlText | null {
    const text = this.text(key);
    return text === '' ? null : { ...this.spot(key), text };
  }

  /** A piece of neutral SQL that must be there. */
  requiredSql(key: string): SqlText {
    return { ...this.spot(key), text: this.required(key) };
  }

  /** Texts of a list; a single text is a list of one. */
  sqlList(key: string): SqlText[] {
    const node = this.node(key);
    if (node?.kind !== 'list') return [this.sql(key)].filter((text) => text !== null);
    return node.items.flatMap((item, index) => {
      if (item.kind === 'scalar' && !isNull(item)) return [{ ...this.spot(key, index), text: item.text.trim() }];
      this.#wrong([key, index], `an entry of \`${key}\` is a ${item.kind}`, 'a text');
      return [];
    });
  }

  /** True or false; absent is false. */
  flag(key: string): boolean {
    const node = this.node(key);
    const value = node === null ? false : booleanOf(node);
    if (value === null) this.#wrong([key], `\`${key}\` is neither true nor false`, 'true or false');
    return value ?? false;
  }

  /** A whole number above 0; null where there is none. */
  count(key: string): number | null {
    const text = this.text(key);
    if (text === '') return null;
    if (/^[1-9]\d{0,5}$/.test(text)) return Number(text);
    this.#wrong([key], `\`${key}\` is "${text}"`, 'a whole number above 0');
    return null;
  }

  /** One of a few words; null where it is another one. */
  word<T extends string>(key: string, words: readonly T[]): T | null {
    const text = this.required(key);
    const found = words.find((word) => word === text) ?? null;
    if (found === null && text !== '') this.#wrong([key], `\`${key}\` is "${text}"`, `one of ${words.join(', ')}`);
    return found;
  }

  /** What stands below a key, entry by entry of its map. */
  entries(key: string): Below[] {
    const node = this.node(key);
    if (node === null) return [];
    if (node.kind === 'map') {
      return node.entries.map((entry) => ({ ...this.spot(key, entry.key), key: entry.key, node: entry.value }));
    }
    this.#wrong([key], `\`${key}\` is a ${node.kind}`, 'a block of keys');
    return [];
  }

  /** What stands below a key, entry by entry of its list. */
  list(key: string): Below[] {
    const node = this.node(key);
    if (node === null) return [];
    if (node.kind === 'list') {
      return node.items.map((item, index) => ({ ...this.spot(key, index), key: `${index}`, node: item }));
    }
    this.#wrong([key], `\`${key}\` is a ${node.kind}`, 'a list');
    return [];
  }

  /** The texts of a map of texts. */
  texts(key: string): Record<string, string> {
    const below = new ShapeReader(this.node(key), { ...this.spot(key), of: `\`${key}\`` }, this.#report);
    return Object.fromEntries(this.entries(key).map((entry) => [entry.key, below.text(entry.key)]));
  }
}
