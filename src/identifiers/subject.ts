/** What one change identifier stands for: a data item, or where no item is concerned, a data object or a code set. */
import type { Change } from '../changes/change.js';

export interface Subject {
  readonly object: string;
  readonly itemRef: string;
  /** Name of a code set; `''` otherwise. */
  readonly codeSet: string;
}

export function subjectOf({ object, itemRef, name }: Change): Subject {
  return { object, itemRef, codeSet: object === '' ? name : '' };
}

/** A key that is equal for equal subjects. */
export function subjectKey({ object, itemRef, codeSet }: Subject): string {
  return `${object} ${itemRef} ${codeSet}`;
}

/** Cosmetic changes and edits of our own blocks have no identifier; items speak for an object that comes or goes. */
export function isIdentified({ class: changeClass, kind }: Change): boolean {
  if (changeClass === 'cosmetic') return false;
  return kind !== 'item-metadata-changed' && kind !== 'object-added' && kind !== 'object-removed';
}
