/** The words about the SQL of a review: each target in a line, what deployed tables need, what nobody checks. */
import type { TargetDiff } from '../review.js';
import type { ByHand } from '../sql/by-hand.js';
import type { MigrationStep } from '../sql/migration.js';
import { type MigrationClass, migrationRow } from '../sql/migration-class.js';
import type { DiffPiece } from './parts.js';
import { counted, joined, marked, name, type Phrase, say, value, words } from './phrase.js';

/** Digits of a digest that a person compares. */
const DIGITS = 12;

/** How many tables, columns or pieces are named. */
const MOST_NAMED = 8;

/** Said where no script changes. */
export const NO_SQL = 'No SQL changes.';

/** `2 of 3 targets change.` */
export function sqlSummary(changed: number, all: number): string {
  return `${changed} of ${counted(all, 'target')} ${changed === 1 ? 'changes' : 'change'}.`;
}

/** `3 tables, +2 columns, 1 column renamed; re-run needed: yes; migration: safe`. */
function scriptSummary({ summary, rerun, migration }: TargetDiff): string {
  return `${summary}; re-run needed: ${rerun ? 'yes' : 'no'}; migration: ${migration.safety}`;
}

/** The summary behind the name of the target, and how many lines that is. */
export function targetTitle(target: TargetDiff): Phrase {
  const { added, removed } = target;
  return say`${name(target.target)}: ${scriptSummary(target)} (${counted(added, 'line')} added, ${String(removed)} removed)`;
}

/** Heads of the columns of a piece, where both sides stand side by side. */
export function sidesOf({ oldStart, newStart }: Pick<DiffPiece, 'oldStart' | 'newStart'>): readonly [string, string] {
  return [`before, from line ${oldStart}`, `after, from line ${newStart}`];
}

/** What an approval is bound to, short enough to be compared by eye. */
export function digestSentence({ digest }: Pick<TargetDiff, 'digest'>): Phrase {
  return say`An approval is for exactly this SQL: digest ${value(digest.slice(0, DIGITS))}.`;
}

/** `mosaic.sqlserver: digest 0123456789ab; 1 table, +1 column; ...`. */
export function targetSentence(target: TargetDiff): Phrase {
  return say`${name(target.target)}: digest ${value(target.digest.slice(0, DIGITS))}; ${scriptSummary(target)}`;
}

/** Free SQL, which has to be read with care. */
export function byHandSentence(pieces: readonly ByHand[]): Phrase {
  const named = pieces.slice(0, MOST_NAMED).map((piece) => say`${name(piece.object)} ${value(piece.name)}`);
  const more = pieces.length > MOST_NAMED ? ` and ${pieces.length - MOST_NAMED} more` : '';
  const count = counted(pieces.length, 'piece');
  return say`${count} of SQL written by hand in the changed objects, which nothing checks: ${joined(named, ', ')}${more}.`;
}

/** Above what deployed tables need; nothing of it is a drop. */
export const DEPLOYED_TITLE = words(
  'By hand, where the tables are deployed already: a script creates what is absent and changes no column',
);

/** `column narrowed needs care, because longer values would be cut`. */
export function classSentence(of: MigrationClass): Phrase {
  const { title, safety, reason } = migrationRow(of);
  return reason === '' ? say`${title}: ${safety}` : say`${title}: ${safety}, because ${marked(reason)}`;
}

/** What an analyst does. */
export function byHandNote(of: MigrationClass): Phrase {
  return marked(migrationRow(of).byHand);
}

/** `ssd_person.pers_sex, ssd_family`: where a class happens; of what is renamed both names. */
export function stepsNote(steps: readonly MigrationStep[]): Phrase {
  const named = steps.slice(0, MOST_NAMED).map(({ table, column, was }) => {
    const now = name([table, column].filter((part) => part !== '').join('.'));
    return was === undefined ? now : say`${name(was)} to ${now}`;
  });
  const more = steps.length > MOST_NAMED ? ` and ${steps.length - MOST_NAMED} more` : '';
  return say`${joined(named, ', ')}${more}`;
}
