/** 1-based line and column (in UTF-16 units) of a place in a text; a byte order mark takes no column. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The position of an offset; line ends are LF, CRLF or a lone CR, as YAML has them. */
export function positionAt(text: string, offset: number): Position {
  return positionsIn(text)(offset);
}

/** Answers for many offsets of one text, whose lines are looked up once. */
export function positionsIn(text: string): (offset: number) => Position {
  const starts = lineStarts(text);
  return (offset) => {
    const at = Math.min(offset, text.length);
    let [line, after] = [0, starts.length];
    while (after - line > 1) {
      const middle = (line + after) >> 1;
      if ((starts[middle] ?? 0) <= at) line = middle;
      else after = middle;
    }
    return { line: line + 1, column: Math.max(at - (starts[line] ?? 0), 0) + 1 };
  };
}

function lineStarts(text: string): number[] {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}
