/** Reads a GraphQL document into fields: what clients of the twin write, and no more of the language than that. */

/** One field that is asked for. */
export interface Field {
  /** The alias where there is one. */
  readonly key: string;
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly selections: readonly Selection[];
  readonly line: number;
  readonly column: number;
}

/** Fields that count only for one type. */
export interface Narrowed {
  readonly on: string | null;
  readonly selections: readonly Selection[];
}

/** What is asked for below a field. */
export type Selection = Field | Narrowed;

/** A whole request. */
export interface Operation {
  readonly kind: 'query' | 'mutation';
  readonly selections: readonly Selection[];
}

/** Thrown for what is no GraphQL, or is beyond what the twin reads. */
export class ParseError extends Error {}

interface Token {
  readonly text: string;
  readonly at: number;
}

const TOKEN =
  /\s+|,|#[^\n]*|(?<token>"""[\s\S]*?"""|"(?:[^"\\\n]|\\.)*"|\.\.\.|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|[_A-Za-z]\w*|[!$&()[\]{}:=@|])|[\s\S]/g;

/** The first operation of a document, its variables filled in. */
export function parse(source: string, variables: Readonly<Record<string, unknown>>): Operation {
  const reader = new Reader(source, variables);
  return reader.document();
}

class Reader {
  readonly #source: string;
  readonly #variables: Readonly<Record<string, unknown>>;
  readonly #tokens: readonly Token[];
  readonly #defaults: Record<string, unknown> = {};
  readonly #fragments = new Map<string, Narrowed>();
  #next = 0;

  constructor(source: string, variables: Readonly<Record<string, unknown>>) {
    this.#source = source;
    this.#variables = variables;
    this.#tokens = [...source.matchAll(TOKEN)].flatMap(({ index, groups, 0: whole }) => {
      if (groups?.token !== undefined) return [{ text: whole, at: index }];
      if (/^(\s|,|#)/.test(whole)) return [];
      throw new ParseError(`Expected one of the tokens of the language, actual: UNKNOWN_CHAR ("${whole}")`);
    });
  }

  document(): Operation {
    this.#collectFragments();
    while (this.#peek() === 'fragment') this.#skipFragment();
    const kind = this.#peek() === '{' ? 'query' : this.#take();
    if (kind !== 'query' && kind !== 'mutation') throw new ParseError(`Expected a query, actual: "${kind}"`);
    if (/^[_A-Za-z]/.test(this.#peek())) this.#take();
    if (this.#peek() === '(') this.#variableDefinitions();
    return { kind, selections: this.#selections() };
  }

  /** Fragments may stand after their use, so they are read first. */
  #collectFragments(): void {
    for (const [at, { text }] of this.#tokens.entries()) {
      if (text !== 'fragment' || this.#tokens[at + 2]?.text !== 'on') continue;
      this.#next = at + 1;
      const name = this.#take();
      this.#expect('on');
      this.#fragments.set(name, { on: this.#take(), selections: this.#selections() });
    }
    this.#next = 0;
  }

  #skipFragment(): void {
    this.#next += 4;
    this.#selections();
  }

  #variableDefinitions(): void {
    this.#expect('(');
    while (this.#peek() !== ')') {
      this.#expect('$');
      const name = this.#take();
      this.#expect(':');
      while (/^[\w[\]!]/.test(this.#peek())) this.#take();
      if (this.#peek() !== '=') continue;
      this.#take();
      this.#defaults[name] = this.#value();
    }
    this.#expect(')');
  }

  #selections(): readonly Selection[] {
    if (this.#peek() !== '{') return [];
    this.#expect('{');
    const selections: Selection[] = [];
    while (this.#peek() !== '}') selections.push(this.#peek() === '...' ? this.#narrowed() : this.#field());
    this.#expect('}');
    return selections;
  }

  #narrowed(): Narrowed {
    this.#expect('...');
    if (this.#peek() === '{') return { on: null, selections: this.#selections() };
    const name = this.#take();
    if (name === 'on') return { on: this.#take(), selections: this.#selections() };
    const fragment = this.#fragments.get(name);
    if (!fragment) throw new ParseError(`Fragment ${name} was used, but not defined`);
    return fragment;
  }

  #field(): Field {
    const { at } = this.#tokens[this.#next] ?? { at: 0 };
    const before = this.#source.slice(0, at).split('\n');
    const key = this.#take();
    const aliased = this.#peek() === ':';
    if (aliased) this.#take();
    const name = aliased ? this.#take() : key;
    const args = this.#peek() === '(' ? this.#pairs(')') : {};
    const selections = this.#selections();
    return { key, name, args, selections, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  }

  #pairs(end: ')' | '}'): Record<string, unknown> {
    this.#take();
    const pairs: Record<string, unknown> = {};
    while (this.#peek() !== end) {
      const name = this.#take();
      this.#expect(':');
      pairs[name] = this.#value();
    }
    this.#expect(end);
    return pairs;
  }

  #value(): unknown {
    const token = this.#peek();
    if (token === '{') return this.#pairs('}');
    if (token === '[') return this.#list();
    this.#take();
    if (token === '$') {
      const name = this.#take();
      return this.#variables[name] ?? this.#defaults[name] ?? null;
    }
    if (token.startsWith('"')) return unquote(token);
    if (/^-?\d/.test(token)) return Number(token);
    return token === 'true' ? true : token === 'false' ? false : token === 'null' ? null : token;
  }

  #list(): unknown[] {
    this.#expect('[');
    const list: unknown[] = [];
    while (this.#peek() !== ']') list.push(this.#value());
    this.#expect(']');
    return list;
  }

  #peek(): string {
    return this.#tokens[this.#next]?.text ?? '';
  }

  #take(): string {
    const token = this.#tokens[this.#next];
    if (!token) throw new ParseError('Unexpected end of document');
    this.#next += 1;
    return token.text;
  }

  #expect(text: string): void {
    const token = this.#take();
    if (token !== text) throw new ParseError(`Expected "${text}", actual: "${token}"`);
  }
}

function unquote(token: string): string {
  return token.startsWith('"""') ? token.slice(3, -3).trim() : JSON.parse(token);
}
