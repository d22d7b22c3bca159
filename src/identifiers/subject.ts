/** What one change identifier stands for: a data item, or where no item is concerned, a data object or a code set. */
import type { Change } from '../changes/change.js';
import type { ChangeLogEntry } from '../specification/model.js';

/** What one identifier is for. */
export interface Subject {
  readonly object: string;
  readonly itemRef: string;
  /** Name of a code set; `''` otherwise. */
  readonly codeSet: string;
}

/** The subject of a change: all changes of one item share it. */
export function subjectOf({ object, itemRef, name }: Change): Subject {
  return { object, itemRef, codeSet: object === '' ? name : '' };
}

/** A key that is equal for equal subjects, also where one has been through a cell of the log. */
export function subjectKey({ object, itemRef, codeSet }: Subject): string {
  return `${asCell(object)} ${asCell(itemRef)} ${asCell(codeSet)}`;
}

/**
 * A text as it comes back from a cell: trimmed, and without the apostrophe that keeps a spreadsheet from running it
 * (which signs csv-stringify guards: its option `escape_formulas`).
 */
export function asCell(text: string): string {
  return text.trim().replace(/^'(?=[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20])/, '');
}

/** The subject that a row of the log is about. */
export function entryKey({ changeObjectName, itemRef }: EntrySubject): string {
  const codeSet =
    itemRef === '' && changeObjectName.startsWith(CODE_SET) ? changeObjectName.slice(CODE_SET.length) : '';
  return subjectKey({ object: codeSet === '' ? changeObjectName : '', itemRef, codeSet });
}

type EntrySubject = Pick<ChangeLogEntry, 'changeObjectName' | 'itemRef'>;

/** How a row without an item names a code set. */
export const CODE_SET = 'code set ';

/** Cosmetic changes and edits of our own blocks have no identifier; items speak for an object that comes or goes. */
export function isIdentified({ class: changeClass, kind }: Change): boolean {
  if (changeClass === 'cosmetic') return false;
  return kind !== 'item-metadata-changed' && kind !== 'object-added' && kind !== 'object-removed';
}
