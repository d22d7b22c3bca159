/** Prints a report in the format that was asked for; JSON has the data that it was made from. */
import { jsonText } from '../report/defuse.js';
import type { PlainOutline } from '../report/outline.js';
import { ansiPaint, plainPaint } from '../report/paint.js';
import { renderOutline } from '../report/render-markdown.js';
import { renderOutlineText } from '../report/render-text.js';
import { isColourful, print } from './output.js';

/** The formats of a report about the record. */
export type OutlineFormat = 'text' | 'markdown' | 'json';

/** Prints all of it. */
export async function printOutline(outline: PlainOutline, data: object, format: OutlineFormat): Promise<void> {
  await print(outlineText(outline, data, format));
}

/** What is printed. */
function outlineText(outline: PlainOutline, data: object, format: OutlineFormat): string {
  if (format === 'json') return `${jsonText(JSON.stringify(data, null, 2))}\n`;
  if (format === 'markdown') return `${renderOutline(outline, { limit: Number.MAX_SAFE_INTEGER }).trim()}\n`;
  const width = Math.min(process.stdout.columns ?? 100, 120);
  return renderOutlineText(outline, { paint: isColourful() ? ansiPaint : plainPaint, width });
}
