/** Suggestions as GitHub treats them: they follow their line, and a click puts their lines in its place. */
import { diffArrays } from 'diff';

/** Where a line of the older text is in the newer one; null where it was changed or taken away. */
export function followedLine(line: number, before: string, after: string): number | null {
  let [older, newer] = [1, 1];
  for (const { added, removed, value } of diffArrays(before.split('\n'), after.split('\n'))) {
    const isHere = !added && line >= older && line < older + value.length;
    if (isHere) return removed ? null : newer + line - older;
    if (!added) older += value.length;
    if (!removed) newer += value.length;
  }
  return null;
}

/** The text with the line replaced; the same text where the body suggests nothing. */
export function suggested(text: string, { line, body }: { line: number; body: string }): string {
  const [, , lines] = /^(`{3,})suggestion[^\n]*\n([\s\S]*?)^\1[ \t]*$/m.exec(body) ?? [];
  if (lines === undefined) return text;
  const after = lines === '' ? [] : lines.replace(/\n$/, '').split('\n');
  return text
    .split('\n')
    .toSpliced(line - 1, 1, ...after)
    .join('\n');
}
