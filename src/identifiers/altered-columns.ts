/** Which lasting columns of a row of the change log are altered, apart from what lint itself has people mend. */
import type { ChangeLogEntry } from '../specification/model.js';
import { type AlteredRow, LASTING_COLUMNS, plainCell } from './pair-rows.js';

type Column = keyof typeof LASTING_COLUMNS;

/** The altered columns, in the order of the table; none where the row is only mended. */
export function alteredColumns({ was, is }: AlteredRow, changeTypes: readonly string[]): Column[] {
  return (Object.keys(LASTING_COLUMNS) as Column[]).filter((column) => {
    const [before, after] = [was, is].map((row) => plainCell(row[LASTING_COLUMNS[column]])) as [string, string];
    return before !== after && !isMended(column, [before, after], { was, changeTypes });
  });
}

interface Before {
  readonly was: ChangeLogEntry;
  readonly changeTypes: readonly string[];
}

/** Another spelling of the same, a type in place of what is none, and what a row names that named nothing. */
function isMended(column: Column, [before, after]: readonly [string, string], { was, changeTypes }: Before): boolean {
  const isNameless = was.changeObjectName === '';
  switch (column) {
    case 'change_type':
      return lettersOf(before) === lettersOf(after) || !changeTypes.map(lettersOf).includes(lettersOf(before));
    case 'change_source':
      return lettersOf(before) !== '' && lettersOf(before) === lettersOf(after);
    case 'old_item_ref':
    case 'change_object_name':
      return before === '';
    case 'item_ref':
      return before === '' && isNameless;
    default:
      return false;
  }
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
