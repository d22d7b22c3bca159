/** What GitHub counts in bytes: a letter of another alphabet takes two, a typographic quotation mark three. */

/** Most bytes of the summary, and of the text, of a check run. */
export const CHECK_BYTES = 65_535;

const encoder = new TextEncoder();

/** Takes what writes a text with at most so many characters, gives one that it writes in at most so many bytes. */
export function fitBytes(write: (limit: number) => string, most: number = CHECK_BYTES): string {
  for (let limit = most; ; ) {
    const text = write(limit);
    const bytes = encoder.encode(text).length;
    if (bytes <= most || limit <= 0) return text;
    limit = Math.min(limit - 1, Math.floor((limit * most) / bytes));
  }
}
