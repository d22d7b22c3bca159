/** The SQL diff as parts of the report, one a target. */
import type { SqlHunk, TargetDiff } from '../review.js';
import type { MigrationStep } from '../sql/migration.js';
import { MIGRATION_CLASSES, type MigrationClass, migrationRow, SAFETIES } from '../sql/migration-class.js';
import { type DiffPiece, type Line, lineOf, type Part, partOf } from './parts.js';
import {
  byHandNote,
  byHandSentence,
  classSentence,
  DEPLOYED_TITLE,
  digestSentence,
  stepsNote,
  targetTitle,
} from './sql-sentences.js';
import { grouped } from './tally.js';

/** Longest piece: a hunk that is longer is shown in several, so that a short format can leave out the last ones. */
const LONGEST_PIECE = 60;

/** A folded part for each target that changes. */
export function sqlParts(targets: readonly TargetDiff[]): Part[] {
  return targets.map((target) =>
    partOf({
      title: targetTitle(target),
      folded: true,
      lines: [digestSentence(target), ...(target.byHand.length > 0 ? [byHandSentence(target.byHand)] : [])].map(
        (sentence) => lineOf({ sentence }),
      ),
      diff: target.objects.flatMap(({ object, hunks }) => hunks.flatMap((hunk) => piecesOf(object, hunk))),
    }),
  );
}

/** What tables that are deployed need, over all targets: a line for each class, what needs most care first. */
export function deployedParts(targets: readonly TargetDiff[]): Part[] {
  const all = targets.flatMap(({ migration }) => migration.steps);
  const steps = [...new Map(all.map((step) => [JSON.stringify(step), step])).values()];
  if (steps.length === 0) return [];
  const classes = [...grouped(steps, (step) => step.class)].sort(([a], [b]) => rank(b) - rank(a));
  const lines = classes.map(([of, own]) => classLine(of, own));
  return [partOf({ title: DEPLOYED_TITLE, lines })];
}

function rank(of: MigrationClass): number {
  const order = Object.keys(MIGRATION_CLASSES);
  return SAFETIES.indexOf(migrationRow(of).safety) * order.length - order.indexOf(of);
}

function classLine(of: MigrationClass, steps: readonly MigrationStep[]): Line {
  return lineOf({ sentence: classSentence(of), notes: [stepsNote(steps), byHandNote(of)] });
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
