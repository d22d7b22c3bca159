/** Answers that say no, with GitHub's own words where they are known. */

/** Thrown anywhere below the server; becomes the answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly errors: readonly unknown[] | null;

  constructor(status: number, message: string, errors: readonly unknown[] | null = null) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.errors = errors;
  }
}

/** One row of `errors` in a 422. */
export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

/** What GitHub says of what is not there, and of what is none of your business. */
export function notFound(message = 'Not Found'): never {
  throw new Refusal(404, message);
}

/** What an App gets where its installation lacks the permission. */
export function notAccessible(): never {
  throw new Refusal(403, 'Resource not accessible by integration');
}

/** 422 with one message. */
export function unprocessable(message: string): never {
  throw new Refusal(422, message);
}

/** 422 `Validation Failed` with the field that failed. */
export function invalid(...errors: readonly FieldError[]): never {
  throw new Refusal(422, 'Validation Failed', errors);
}

/** 422 of a request that does not have the described form. */
export function malformed(reason: string): never {
  throw new Refusal(422, `Invalid request.\n\n${reason}`);
}

/** Throws 422 where one of the fields is missing from a body. */
export function demand(body: Readonly<Record<string, unknown>>, ...fields: readonly string[]): void {
  const missing = fields.filter((field) => body[field] === undefined || body[field] === null);
  if (missing.length > 0) malformed(missing.map((field) => `"${field}" wasn't supplied.`).join('\n'));
}
