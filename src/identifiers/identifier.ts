/** Change identifiers as texts: `SSD-0028`. */

/** How identifiers are written in one repository. */
export interface IdentifierForm {
  readonly prefix: string;
  readonly digits: number;
}

/** The number in its one right form: `SSD-0028`. */
export function formatIdentifier(number: number, { prefix, digits }: IdentifierForm): string {
  return `${prefix}-${String(number).padStart(digits, '0')}`;
}

/** The number of an identifier in its exact form, or in the earliest one (`SSD0103`); null for anything else. */
export function identifierNumber(text: string, form: IdentifierForm): number | null {
  const digits = text.startsWith(form.prefix) ? text.slice(form.prefix.length).replace(/^-/, '') : '';
  if (!/^[0-9]{1,9}$/.test(digits)) return null;
  const number = Number(digits);
  const known = text === formatIdentifier(number, form) || text === `${form.prefix}${digits}`;
  return known && number > 0 ? number : null;
}

/** All identifiers that stand anywhere in a text. */
export function identifiersIn(text: string, form: IdentifierForm): string[] {
  const pattern = new RegExp(`(?<![\\w-])${form.prefix}-?[0-9]{1,9}(?![\\w-])`, 'g');
  return [...text.matchAll(pattern)].map(([found]) => found);
}
