/** Which names may reach a script, whatever the database, and which two names are one. */
import { asOneLine, HIDDEN } from './comment-text.js';

/** Only tables with this beginning are ours; anything else may be a table of the CMS itself. */
const OURS = /^ssd_./i;

/** True for the name of a table that the scripts may create. */
export function isOurs(table: string): boolean {
  return OURS.test(table);
}

/** Why a name can be used in no database, as the end of a sentence; `''` when it can. */
export function nameFault(name: string): string {
  if (name.trim() === '') return 'it is empty';
  return name.search(HIDDEN) === -1 ? '' : 'it has a control or invisible character';
}

/**
 * The form in which two names count as one. Databases ignore letter case, SQL Server's usual collations also the width
 * of letters and trailing blanks; one rule for all keeps the same columns in every target.
 */
export function fold(name: string): string {
  return name.normalize('NFKC').toLowerCase().trimEnd();
}

/** A name as it may be shown: on one line, in quotes. */
export function shown(name: string): string {
  return `"${asOneLine(name)}"`;
}
