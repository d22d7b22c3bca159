/** An error that a person can mend: code, place, what was found, what was expected. */
export interface ErrorDetail {
  /** Kebab-case, stable: `unknown-config-key`. */
  readonly code: string;
  /** `file:line:column`, a file, or what else says where; `''` when there is no place. */
  readonly place: string;
  readonly found: string;
  readonly expected: string;
}

/** Thrown where going on would guess. The doors print it and exit 2; nothing has been written. */
export class StewardError extends Error {
  readonly detail: ErrorDetail;

  constructor(detail: ErrorDetail) {
    super(sentence(detail));
    this.name = 'StewardError';
    this.detail = detail;
  }
}

/** `spec/objects/ssd_person.yml:42:11 unknown-type: "nvarhcar" is not a data type. Expected one of: bit, ...` */
function sentence({ code, place, found, expected }: ErrorDetail): string {
  const where = place ? `${place} ` : '';
  const hint = expected ? ` Expected ${expected}.` : '';
  return `${where}${code}: ${found}.${hint}`;
}
