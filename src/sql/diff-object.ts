/** Two renderings of an object -> unified hunks, each with what caused it. */
import { structuredPatch } from 'diff';
import type { SqlHunk } from '../review.js';
import type { SqlLine } from './render-statement.js';
import type { Origin } from './statement.js';

/** Identifiers of the changes of an item; with an empty ref, of the object itself. */
export type CausesOf = (object: string, itemRef: string) => readonly string[];

const CONTEXT = 2;

/** Takes the lines of both sides (none for an object that does not exist), gives the hunks with their causes. */
export function diffLines(base: readonly SqlLine[], head: readonly SqlLine[], causes: CausesOf): readonly SqlHunk[] {
  const patch = structuredPatch('', '', textOf(base), textOf(head), '', '', { context: CONTEXT });
  return patch.hunks.map(({ lines, oldStart, newStart }) => {
    const changed = changedLines({ lines, oldStart, newStart }, base, head);
    return { lines, oldStart, newStart, causes: causesOf(changed, causes) };
  });
}

function textOf(lines: readonly SqlLine[]): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}

/** The base's lines that go and the head's lines that come, as they were rendered. */
function changedLines(
  { lines, oldStart, newStart }: Omit<SqlHunk, 'causes'>,
  base: readonly SqlLine[],
  head: readonly SqlLine[],
): SqlLine[] {
  let [old, young] = [oldStart - 1, newStart - 1];
  const changed: (SqlLine | undefined)[] = [];
  for (const line of lines) {
    if (line.startsWith('-')) changed.push(base[old]);
    if (line.startsWith('+')) changed.push(head[young]);
    if (!line.startsWith('+')) old += 1;
    if (!line.startsWith('-')) young += 1;
  }
  return changed.filter((line) => line !== undefined);
}

/** A line changes through its items; where none of them changed, through its object; else the refs stand for it. */
function causesOf(changed: readonly SqlLine[], causes: CausesOf): readonly string[] {
  const found = changed.flatMap(({ origins }) => {
    const own = origins.flatMap(({ object, itemRef }) => causes(object, itemRef));
    return own.length > 0 ? own : causes(origins[0].object, '');
  });
  return unique(found.length > 0 ? found : changed.flatMap(({ origins }) => origins.map(refOf)));
}

function refOf({ object, itemRef }: Origin): string {
  return itemRef || object;
}

function unique(causes: readonly string[]): readonly string[] {
  return [...new Set(causes)].sort();
}
