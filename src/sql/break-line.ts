/** Lines that are longer than the client of a database reads, broken at blanks. */
import type { SqlLine } from './render-statement.js';

/** Takes a line and the characters that a line may have, gives it in pieces; texts, names in quotes and comments stay whole. */
export function broken(line: SqlLine, limit: number): readonly SqlLine[] {
  if (line.text.length <= limit) return [line];
  const at = breakIn(line, limit);
  if (at <= 0) return [line];
  const rest = (text: string) => `    ${text.slice(at + 1)}`;
  const { text, origins, bare } = line;
  const next: SqlLine = { text: rest(text), origins, ...(bare === undefined ? {} : { bare: rest(bare) }) };
  return [{ text: text.slice(0, at), origins }, ...broken(next, limit)];
}

/** The last blank within the limit that stands in the code itself, else the first behind it; -1 where there is none. */
function breakIn({ text, bare = text }: SqlLine, limit: number): number {
  let found = -1;
  for (const { 0: token, index } of text.matchAll(/'(?:[^']|'')*'|"[^"]*"|--.*|[^'" -]+|[- ]/g)) {
    if (token.startsWith('--') || (index > limit && found !== -1)) break;
    const isBlank = token === ' ' && /\S/.test(text.slice(0, index));
    // What both texts share is whole on either side.
    if (isBlank && bare.startsWith(text.slice(0, index + 1))) found = index;
  }
  return found;
}
