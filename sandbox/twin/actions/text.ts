/** Limits of the texts that people and programs send. */
import { invalid, malformed } from '../refusal.js';

/** Characters of a comment, a review or the body of a pull request. */
const LONGEST_BODY = 65_536;
/** Characters, and bytes as well, of a check's summary and text. */
const LONGEST_OUTPUT = 65_535;

/** Throws 422 where a body is too long. GitHub words it differently for comments and for pull requests. */
export function checkLength(body: string | null | undefined, { resource }: { resource: string }): void {
  // GitHub counts characters, not UTF-16 units.
  if (!body || body.length <= LONGEST_BODY || [...body].length <= LONGEST_BODY) return;
  if (resource === 'Issue') {
    const message = `body is too long (maximum is ${LONGEST_BODY} characters)`;
    invalid({ resource, code: 'custom', field: 'body', message });
  }
  const message = `Body is too long (maximum is ${LONGEST_BODY} characters)`;
  invalid({ resource, code: 'unprocessable', field: 'data', message });
}

/** Throws 422 where the summary or text of a check is too long, in characters or in bytes. */
export function checkOutput(field: 'summary' | 'text', value: string | null | undefined): void {
  if (!value) return;
  const characters = [...value].length;
  if (characters > LONGEST_OUTPUT)
    malformed(`Only ${LONGEST_OUTPUT} characters are allowed; ${characters} were supplied.`);
  if (Buffer.byteLength(value) <= LONGEST_OUTPUT) return;
  const message = `${field} exceeds a maximum bytesize of ${LONGEST_OUTPUT}`;
  invalid({ resource: 'CheckRun', code: 'custom', field, message });
}
