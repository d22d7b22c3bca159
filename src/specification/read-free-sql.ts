/** Texts below a key, and SQL that is written for single databases. */
import type { FreeSql, SqlText } from './mapping.js';
import type { Report } from './read-object.js';
import type { Below, ShapeReader } from './shape-reader.js';

/** The text of an entry; anything but a text is reported and empty. */
export function textOf({ file, path, key, node }: Below, report: Report): SqlText {
  if (node.kind === 'scalar') return { file, path, text: node.text.trim() };
  const message = `\`${key}\` is a ${node.kind}`;
  report({ code: 'wrong-shape', path, message, expected: 'a text', severity: 'error' });
  return { file, path, text: '' };
}

/** SQL by dialect, below the key `sql`, with the reason for it. */
export function readFree(read: ShapeReader, report: Report): FreeSql {
  const texts = read.entries('sql').map((entry) => [entry.key, textOf(entry, report)] as const);
  return { ...read.spot('sql'), texts: Object.fromEntries(texts), why: read.required('why') };
}
