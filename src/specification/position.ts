/** 1-based line and column (in UTF-16 units) of a place in a text. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position of an offset; line ends are LF, CRLF or a lone CR, as YAML has them. */
export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let start = 0;
  const end = Math.min(offset, text.length);
  for (let i = 0; i < end; i += 1) {
    const code = text.charCodeAt(i);
    const lineEnds = code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10);
    if (!lineEnds) continue;
    line += 1;
    start = i + 1;
  }
  return { line, column: end - start + 1 };
}
