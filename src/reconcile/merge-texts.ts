/** A three-way merge of one text, line by line: what git does with a file that both sides changed. */
import { diffArrays } from 'diff';

/** Lines of the base from `from` up to `to` have become these. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly lines: readonly string[];
}

/** Texts that differ more than this are for people. */
const MOST_EDITS = 5_000;

/** The base with the edits of both sides; null where they meet, as git sees it: in one line or in neighbouring ones. */
export function mergeTexts(base: string, ours: string, theirs: string): string | null {
  const lines = linesOf(base);
  const [own, other] = [editsOf(lines, linesOf(ours)), editsOf(lines, linesOf(theirs))];
  if (!own || !other) return null;
  const edits = [...own, ...other.filter((edit) => !own.some((known) => isSame(known, edit)))];
  edits.sort((a, b) => a.from - b.from || a.to - b.to);
  if (edits.some((edit, index) => edit.from <= (edits[index - 1]?.to ?? -1))) return null;
  return edited(lines, edits);
}

function linesOf(text: string): string[] {
  return text.split(/(?<=\n)/);
}

function editsOf(base: readonly string[], side: readonly string[]): Edit[] | null {
  const parts = diffArrays([...base], [...side], { maxEditLength: MOST_EDITS });
  if (!parts) return null;
  const edits: Edit[] = [];
  let at = 0;
  for (const { added, removed, value } of parts) {
    const last = edits.at(-1);
    const next = { from: at, to: removed ? at + value.length : at, lines: added ? value : [] };
    if (!added) at += value.length;
    if (!added && !removed) continue;
    // A replacement comes in two parts, the old lines and the new ones.
    if (last && last.to === next.from) edits[edits.length - 1] = joined(last, next);
    else edits.push(next);
  }
  return edits;
}

function joined(one: Edit, next: Edit): Edit {
  return { from: one.from, to: next.to, lines: [...one.lines, ...next.lines] };
}

function isSame(one: Edit, other: Edit): boolean {
  return one.from === other.from && one.to === other.to && one.lines.join('') === other.lines.join('');
}

function edited(base: readonly string[], edits: readonly Edit[]): string {
  let at = 0;
  const parts: string[] = [];
  for (const { from, to, lines } of edits) {
    parts.push(...base.slice(at, from), ...lines);
    at = to;
  }
  return [...parts, ...base.slice(at)].join('');
}
