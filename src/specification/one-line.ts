/** The text as one line for a cell: no line break, nothing that cannot be seen, no mark of ours. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}\p{Cf}\p{Cs}]+/gu, ' ')
    .replaceAll('`', '')
    .trim();
}
