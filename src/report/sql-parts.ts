/** The SQL diff as parts of the report, one a target. */
import type { SqlHunk, TargetDiff } from '../review.js';
import { targetTitle } from './messages.js';
import { type DiffPiece, type Part, partOf } from './parts.js';

/** Longest piece: a hunk that is longer is shown in several, so that a short format can leave out the last ones. */
const LONGEST_PIECE = 60;

/** A folded part for each target that changes. */
export function sqlParts(targets: readonly TargetDiff[]): Part[] {
  return targets.map((target) =>
    partOf({
      title: targetTitle(target),
      folded: true,
      diff: target.objects.flatMap(({ object, hunks }) => hunks.flatMap((hunk) => piecesOf(object, hunk))),
    }),
  );
}

function piecesOf(object: string, { lines, oldStart, newStart, causes }: SqlHunk): DiffPiece[] {
  const pieces: DiffPiece[] = [];
  const start = { old: oldStart, new: newStart };
  for (let from = 0; from < lines.length; from += LONGEST_PIECE) {
    const own = lines.slice(from, from + LONGEST_PIECE);
    pieces.push({ object, causes, lines: own, oldStart: start.old, newStart: start.new });
    start.old += own.filter((line) => !line.startsWith('+')).length;
    start.new += own.filter((line) => !line.startsWith('-')).length;
  }
  return pieces;
}

/** `@@ -12,3 +12,4 @@`, as `diff -u` writes it. */
export function pieceHeader({ lines, oldStart, newStart }: DiffPiece): string {
  const old = lines.filter((line) => !line.startsWith('+')).length;
  const now = lines.filter((line) => !line.startsWith('-')).length;
  return `@@ -${oldStart},${old} +${newStart},${now} @@`;
}
