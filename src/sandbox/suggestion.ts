/** Commits a suggestion as GitHub's button does: its lines take the place of the line that it stands on. */

/** The text with the line replaced; null where the body suggests nothing or the line is not there. */
export function suggested(text: string, { line, body }: { line: number; body: string }): string | null {
  const [, , lines] = /^(`{3,})suggestion[^\n]*\n([\s\S]*?)^\1[ \t]*$/m.exec(body) ?? [];
  const before = text.split('\n');
  if (lines === undefined || line < 1 || line > before.length) return null;
  const after = lines === '' ? [] : lines.replace(/\n$/, '').split('\n');
  return before.toSpliced(line - 1, 1, ...after).join('\n');
}
