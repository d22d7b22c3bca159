/** A small YAML file that nothing can go on without: its values where they have the right shape, else an error. */
import { StewardError } from '../errors.js';
import { locator } from './locate.js';
import type { Path } from './model.js';
import { positionAt } from './position.js';
import { readTree } from './yaml-tree.js';
import { type PlainValue, plainValue } from './yaml-value.js';

/** A block of keys. */
export type PlainMap = { readonly [key: string]: PlainValue };

/** What is read, and how its errors are called. */
export interface PlainSource {
  readonly file: string;
  readonly text: string;
  /** Code of every error that is thrown. */
  readonly code: string;
}

/** Reads one file. Each method takes a value and its path, and throws the source's code with file, line and column. */
export class PlainReader {
  readonly #source: PlainSource;

  constructor(source: PlainSource) {
    this.#source = source;
  }

  /** The whole file, which must be a block of keys; an empty file is none. */
  root(expected: string): PlainMap {
    const { text } = this.#source;
    const { root, problem } = readTree(text);
    if (problem) throw this.#error(positionAt(text, problem.offset), problem.message, problem.expected);
    const value = plainValue(root);
    if (!isMap(value)) throw this.#wrong([], 'the file is no block of keys', expected);
    return value;
  }

  map(value: PlainValue, path: Path): PlainMap {
    if (isMap(value)) return value;
    throw this.#wrong(path, `\`${path.join('.')}\` is no block of keys`, 'a block of keys');
  }

  /** A list of blocks; none where there is no value. */
  maps(value: PlainValue | undefined, path: Path): PlainMap[] {
    return this.#list(value, path).map((entry, index) => this.map(entry, [...path, index]));
  }

  /** A text; blank where there is no value. */
  text(value: PlainValue | undefined, path: Path): string {
    if (value === undefined || value === null) return '';
    if (typeof value !== 'object') return String(value);
    throw this.#wrong(path, `\`${path.join('.')}\` is no text`, 'a text');
  }

  /** A list of texts; none where there is no value. */
  texts(value: PlainValue | undefined, path: Path): string[] {
    return this.#list(value, path).map((entry, index) => this.text(entry, [...path, index]));
  }

  oneOf(value: PlainValue | undefined, path: Path, allowed: readonly string[]): string {
    if (typeof value === 'string' && allowed.includes(value)) return value;
    throw this.#wrong(
      path,
      `\`${path.join('.')}\` is ${JSON.stringify(value ?? null)}`,
      `one of ${allowed.join(', ')}`,
    );
  }

  #list(value: PlainValue | undefined, path: Path): readonly PlainValue[] {
    if (value === undefined || value === null) return [];
    if (Array.isArray(value)) return value;
    throw this.#wrong(path, `\`${path.join('.')}\` is no list`, 'a list');
  }

  #wrong(path: Path, found: string, expected: string): StewardError {
    return this.#error(locator(this.#source.file, this.#source.text)(path), found, expected);
  }

  #error({ line, column }: { line: number; column: number }, found: string, expected: string): StewardError {
    const { code, file } = this.#source;
    return new StewardError({ code, place: `${file}:${line}:${column}`, found, expected });
  }
}

function isMap(value: PlainValue): value is PlainMap {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
