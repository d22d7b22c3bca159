/** What is code in the text of a statement, and where its brackets end: as far as rewrites need it, no grammar. */

/** Texts, comments, and names in quotes or brackets: nothing in them is code. */
const NO_CODE = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\[(?:[^\]]|\]\])*\]|--[^\n]*|\/\*[\s\S]*?\*\//g;

/** Takes a text, gives one of the same length in which everything that is no code is filled with `~`. */
export function codeOnly(text: string): string {
  return text.replace(NO_CODE, (part) => '~'.repeat(part.length));
}

/** Takes code and a place, gives where the bracket closes that the place stands in; the end of the code where none does. */
export function closingAt(code: string, from: number): number {
  for (const at of outermost(code, from)) if (code[at] === ')') return at;
  return code.length;
}

/** Takes code and a place, gives where the bracket opens that the place stands in; -1 where none does. */
export function openingAt(code: string, from: number): number {
  let depth = 0;
  for (let at = from - 1; at >= 0; at -= 1) {
    if (code[at] === ')') depth += 1;
    else if (code[at] === '(' && depth === 0) return at;
    else if (code[at] === '(') depth -= 1;
  }
  return -1;
}

/** Every place of code that stands in no brackets of its own, one that closes a bracket from before included. */
function* outermost(code: string, from = 0): Generator<number> {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    if (depth === 0) yield at;
    depth += code[at] === '(' ? 1 : code[at] === ')' ? -1 : 0;
  }
}

/** Takes a text, gives what stands between its outermost commas. */
export function splitAtCommas(text: string): string[] {
  const code = codeOnly(text);
  const commas = [...outermost(code)].filter((at) => code[at] === ',');
  return [...commas, text.length].map((end, index) => text.slice(index === 0 ? 0 : (commas[index - 1] ?? 0) + 1, end));
}

/** Takes a text and words, gives the outermost places where they stand. */
export function placesOf(text: string, words: string): readonly number[] {
  const code = codeOnly(text);
  return [...outermost(code)].filter((at) => code.startsWith(words, at));
}
