/**
 * YAML text as a tree that remembers where everything stands.
 *
 * One parser reads everything: js-yaml's event stream keeps offsets and styles, bounds the depth by itself and takes
 * linear time on any number of keys. What is refused here: several documents, directives, tags, anchors, aliases,
 * merge keys, keys that are not plain texts, a key given twice.
 */
import {
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  getScalarValue,
  parseEvents,
  SCALAR_STYLE,
  YAMLException,
} from 'js-yaml';
import type { ReadProblem } from './model.js';

interface Span {
  /** Offsets into the text, end exclusive. */
  readonly start: number;
  end: number;
}

/** A single value. */
export interface YamlScalar extends Span {
  readonly kind: 'scalar';
  /** The text as written; numbers are not interpreted. */
  readonly text: string;
  /** Neither quoted nor a block: only a plain scalar can mean null, true or false. */
  readonly plain: boolean;
}

/** A key of a map with its value. */
export interface YamlEntry {
  readonly key: string;
  /** Offsets of the key as written, its quotes included. */
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: YamlNode;
}

/** A map; its keys keep their order. */
export interface YamlMap extends Span {
  readonly kind: 'map';
  readonly entries: YamlEntry[];
  readonly block: boolean;
}

/** A list. */
export interface YamlList extends Span {
  readonly kind: 'list';
  readonly items: YamlNode[];
}

/** Anything that can stand at a place of a document. */
export type YamlNode = YamlScalar | YamlMap | YamlList;

/** A tree, or why there is none and where. */
export type TreeResult =
  | { readonly root: YamlNode | null; readonly problem: null }
  | { readonly root: null; readonly problem: Omit<ReadProblem, 'file' | 'path'> & { readonly offset: number } };

const MAX_DEPTH = 64;

class Refusal extends Error {
  readonly code: string;
  readonly offset: number;
  readonly expected: string;

  constructor(code: string, offset: number, message: string, expected: string) {
    super(message);
    this.code = code;
    this.offset = offset;
    this.expected = expected;
  }
}

/** Reads one YAML document; an empty file has the root null. Never throws for bad input. */
export function readTree(text: string): TreeResult {
  try {
    const events = parseEvents(text, { maxDepth: MAX_DEPTH });
    return { root: new TreeBuilder(text, events).build(), problem: null };
  } catch (error) {
    return { root: null, problem: problemOf(error) };
  }
}

function problemOf(error: unknown): Omit<ReadProblem, 'file' | 'path'> & { readonly offset: number } {
  if (error instanceof Refusal) {
    const { code, offset, message, expected } = error;
    return { code, offset, message, expected, severity: 'error' };
  }
  if (!(error instanceof YAMLException)) throw error;
  const found = { code: 'unparseable-file', offset: error.mark?.position ?? 0, severity: 'error' } as const;
  if (error.reason?.includes('maxDepth')) {
    return { ...found, message: 'the file is nested too deeply', expected: `at most ${MAX_DEPTH} levels` };
  }
  return {
    ...found,
    message: `the file is not valid YAML: ${error.reason}`,
    expected: 'valid YAML; often a quote that is not closed, a wrong indentation, or ": " inside an unquoted text',
  };
}

type Key = Omit<YamlEntry, 'value'>;

/** Folds the flat events into nodes; its own stack, so depth costs no call stack. */
class TreeBuilder {
  readonly #text: string;
  readonly #events: readonly Event[];
  readonly #open: (YamlMap | YamlList)[] = [];
  /** For each open map the key that waits for its value, and the keys seen. */
  readonly #pending: (Key | null)[] = [];
  readonly #seen: Set<string>[] = [];
  #root: YamlNode | null = null;
  #documents = 0;

  constructor(text: string, events: readonly Event[]) {
    this.#text = text;
    this.#events = events;
  }

  build(): YamlNode | null {
    for (const event of this.#events) this.#take(event);
    return this.#root;
  }

  #take(event: Event): void {
    if (event.type === EVENT_ID.DOCUMENT) this.#begin(event.directives.length);
    else if (event.type === EVENT_ID.ALIAS) {
      refuse('yaml-alias', event.anchorStart - 1, 'an alias (`*name`) is used', 'the value written out');
    } else if (event.type === EVENT_ID.POP) this.#close();
    else {
      refuseDecoration(event);
      if (event.type === EVENT_ID.SCALAR) this.#add(this.#scalar(event));
      else if (event.type === EVENT_ID.SEQUENCE)
        this.#push({ kind: 'list', start: event.start, end: event.start, items: [] });
      else {
        const block = event.style === COLLECTION_STYLE.BLOCK;
        this.#push({ kind: 'map', start: event.start, end: event.start, entries: [], block });
      }
    }
  }

  #begin(directives: number): void {
    this.#documents += 1;
    if (this.#documents > 1) {
      const marker = this.#find(/^(?:---|\.\.\.)/gm, this.#lastEnd());
      refuse('several-documents', marker, 'a second document follows after `---`', 'one document a file');
    }
    if (directives > 0) refuse('yaml-directive', this.#find(/^%/gm, 0), 'a %-directive stands at the top', 'none');
  }

  /** The offset of the first match from an offset on, or that offset where there is none. */
  #find(pattern: RegExp, from: number): number {
    pattern.lastIndex = from;
    return pattern.exec(this.#text)?.index ?? from;
  }

  #push(node: YamlMap | YamlList): void {
    const parent = this.#open.at(-1);
    if (parent?.kind === 'map' && !this.#pending.at(-1))
      refuse('yaml-key', node.start, 'a key is not a text', 'a name');
    this.#open.push(node);
    this.#pending.push(null);
    this.#seen.push(new Set());
  }

  #scalar(event: Extract<Event, { type: typeof EVENT_ID.SCALAR }>): YamlScalar {
    if (event.valueStart < 0) return { kind: 'scalar', ...this.#emptySpan(), text: '', plain: true };
    const quote = event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED ? 1 : 0;
    return {
      kind: 'scalar',
      start: event.valueStart - quote,
      end: event.valueEnd + quote,
      text: getScalarValue(this.#text, event),
      plain: event.style === SCALAR_STYLE.PLAIN,
    };
  }

  /** Nothing has no place of its own: an empty entry of a list is its dash, anything else stands at what was last. */
  #emptySpan(): Span {
    const parent = this.#open.at(-1);
    const last = this.#lastEnd();
    if (parent?.kind !== 'list') return { start: last, end: last };
    const dash = parent.items.length === 0 ? last : this.#find(/(?<=^[ \t]*)-/gm, last);
    return { start: dash, end: dash + 1 };
  }

  #add(node: YamlNode): void {
    const parent = this.#open.at(-1);
    if (!parent) {
      this.#root = node;
      return;
    }
    parent.end = Math.max(parent.end, node.end);
    if (parent.kind === 'list') {
      parent.items.push(node);
      return;
    }
    const pending = this.#pending.at(-1);
    if (pending) {
      parent.entries.push({ key: pending.key, keyStart: pending.keyStart, keyEnd: pending.keyEnd, value: node });
      this.#pending[this.#pending.length - 1] = null;
      return;
    }
    this.#pending[this.#pending.length - 1] = this.#key(node);
  }

  #key(node: YamlNode): Key {
    if (node.kind !== 'scalar') return refuse('yaml-key', node.start, 'a key is not a text', 'a name');
    const seen = this.#seen.at(-1);
    if (node.text === '<<' && node.plain)
      refuse('yaml-merge-key', node.start, 'a merge key (`<<`)', 'the keys written out');
    if (seen?.has(node.text)) {
      refuse('duplicate-key', node.start, `the key "${node.text}" stands twice in one item`, 'each key once');
    }
    seen?.add(node.text);
    return { key: node.text, keyStart: node.start, keyEnd: node.end };
  }

  #close(): void {
    const node = this.#open.pop();
    this.#pending.pop();
    this.#seen.pop();
    if (node) this.#add(node);
  }

  #lastEnd(): number {
    const parent = this.#open.at(-1);
    if (!parent) return this.#root?.end ?? 0;
    const pending = this.#pending.at(-1);
    return Math.max(parent.end, pending?.keyEnd ?? 0);
  }
}

function refuseDecoration(event: { anchorStart: number; tagStart: number }): void {
  if (event.anchorStart >= 0) refuse('yaml-anchor', event.anchorStart - 1, 'an anchor (`&name`) is used', 'none');
  if (event.tagStart >= 0) refuse('yaml-tag', event.tagStart, 'a tag (`!name`) is used', 'none');
}

function refuse(code: string, offset: number, message: string, expected: string): never {
  throw new Refusal(code, offset, message, expected);
}

/** True for the plain scalars that YAML 1.2 reads as null. */
export function isNull(node: YamlNode): boolean {
  return node.kind === 'scalar' && node.plain && /^(?:|~|null|Null|NULL)$/.test(node.text);
}

/** The boolean a plain scalar means in YAML 1.2, else null. */
export function booleanOf(node: YamlNode): boolean | null {
  if (node.kind !== 'scalar' || !node.plain) return null;
  if (/^(?:true|True|TRUE)$/.test(node.text)) return true;
  return /^(?:false|False|FALSE)$/.test(node.text) ? false : null;
}

/** The value of a key of a map, or null when the node is no map or has no such key. */
export function nodeAt(node: YamlNode, key: string): YamlNode | null {
  if (node.kind !== 'map') return null;
  return node.entries.find((entry) => entry.key === key)?.value ?? null;
}
