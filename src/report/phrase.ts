/**
 * A sentence as data: our words, and values from a proposal, each with what it is. No format is decided here, so
 * that every format can render the values harmless in its own way.
 */

/**
 * `name`: of an item, object, file or command; `value`: a short value; `quote`: running text; `gone`, `new`: its
 * differences; `pull`: the number of a pull request; `link`: words that lead to an address of ours.
 */
type Mark = 'words' | 'name' | 'value' | 'quote' | 'gone' | 'new' | 'pull' | 'link';

interface Span {
  readonly mark: Mark;
  readonly text: string;
  /** Where a link leads. */
  readonly address?: string;
}

/** A sentence, or part of one, in order. */
export type Phrase = readonly Span[];

/** Longest name or value shown; what is longer is cut in the middle, so that one line stays one line. */
const LONGEST = 120;

/** Longest sentence of another stage: a text that somebody made endless must not push out the others. */
const LONGEST_SENTENCE = 1_000;

/** Template tag: the literal text becomes words, and so does a plain string or number put into it. */
export function say(literals: TemplateStringsArray, ...values: readonly (Phrase | string | number)[]): Phrase {
  return literals.flatMap((literal, index) => {
    const value = values[index];
    return [...words(literal), ...(Array.isArray(value) ? value : words(String(value ?? '')))];
  });
}

/** Our own words, or a sentence of another stage that holds no marks. */
export function words(text: string): Phrase {
  return text === '' ? [] : [{ mark: 'words', text }];
}

/** The name of something, shown as code. */
export function name(text: string): Phrase {
  return [{ mark: 'name', text: shortened(text) }];
}

/** A short value such as a data type, shown as code where a format has it, without backticks in plain text. */
export function value(text: string): Phrase {
  return [{ mark: 'value', text: shortened(text) }];
}

/** A pull request: where pull requests are known by their number, the number leads there. */
export function pullRequest(number: number): Phrase {
  return [{ mark: 'pull', text: `#${number}` }];
}

/** Words that lead somewhere; the address must be ours, never from a proposal. */
export function link(text: string, address: string): Phrase {
  return [{ mark: 'link', text, address }];
}

/** A sentence of another stage, in which that stage marked names with backticks; a very long one is cut. */
export function marked(text: string): Phrase {
  const sentence = text.length > LONGEST_SENTENCE ? `${cut(text, LONGEST_SENTENCE)}…` : text;
  return sentence.split(/`([^`\s][^`]*)`/).flatMap((part, index) => (index % 2 === 1 ? name(part) : words(part)));
}

/** Phrases one after the other with words between them. */
export function joined(phrases: readonly Phrase[], between: string): Phrase {
  return phrases.flatMap((phrase, index) => (index === 0 ? phrase : [...words(between), ...phrase]));
}

/** The phrase as plain text, names in backticks. */
export function plain(phrase: Phrase): string {
  return phrase.map(({ mark, text }) => (mark === 'name' ? `\`${text}\`` : text)).join('');
}

/** `1 item`, `1,234 items`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${thousands(count)} ${count === 1 ? one : many}`;
}

/** `1,234`: by hand, because loading the locale costs more than the rest of a report's words. */
export function thousands(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** The first `length` code units, never half of a surrogate pair. */
export function cut(text: string, length: number): string {
  const end = text.slice(0, length);
  return /[\ud800-\udbff]$/.test(end) && text.length > length ? end.slice(0, -1) : end;
}

function shortened(text: string): string {
  if (text.length <= LONGEST) return text;
  const tail = text.slice(-LONGEST / 4);
  return `${cut(text, (LONGEST * 3) / 4 - 1)}…${/^[\udc00-\udfff]/.test(tail) ? tail.slice(1) : tail}`;
}
