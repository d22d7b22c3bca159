/** Limits of the texts that GitHub takes; what is written must have been cut by its structure long before. */
import { StewardError } from '../errors.js';
import { byteLength } from '../report/byte-length.js';

/** https://docs.github.com/rest/checks/runs, and for comments the 422 that answers more. */
const LIMITS = {
  'comment body': 65_536,
  'check summary': 65_535,
  'check text': 65_535,
  'annotation title': 255,
  'annotation message': 65_536,
  'button label': 20,
  'button identifier': 20,
  'button description': 40,
} as const;

/** "exceeds a maximum bytesize of 65535", GitHub answers. */
const IN_BYTES: ReadonlySet<string> = new Set(['check summary', 'check text']);

/** Throws `too-large`: a mistake in the program, not of a contributor. */
export function checkLength(what: keyof typeof LIMITS, text: string): void {
  const limit = LIMITS[what];
  const isBytes = IN_BYTES.has(what);
  const length = isBytes ? byteLength(text) : text.length;
  if (length <= limit) return;
  const found = `a ${what} of ${length} ${isBytes ? 'bytes' : 'characters'}`;
  throw new StewardError({ code: 'too-large', place: '', found, expected: `at most ${limit}` });
}
