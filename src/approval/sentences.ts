/** The words of the approval that people read, beyond the answers to commands (refusals.ts). */
import { counted } from '../report/phrase.js';

/** The reason of a review that asks for changes and says no more. */
export const ASKED_FOR_CHANGES = 'asked for changes in a review';

/** Behind the weightiest change of a unit. */
export function moreChanges(count: number): string {
  return `; and ${counted(count, 'more change')}`;
}

/** Of lines of SQL that no change of the standard explains. */
export function sqlOnlyTitle(object: string): string {
  return `${object}: only its SQL changes`;
}
