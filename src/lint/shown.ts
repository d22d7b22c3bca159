/** Values from the files inside our sentences: quoted, short, and with nothing hidden in them. */

/** Control, bidirectional, zero-width and other invisible characters; line feed, tab and carriage return are not. */
export const HIDDEN_CHARACTER = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?![\t\r\n])\p{Cc}/u;

const EVERY_HIDDEN = new RegExp(`${HIDDEN_CHARACTER.source}|[\\t\\r\\n\`]`, 'gu');
const LONGEST = 60;
/** Printable ASCII without backticks: most values, which need no work. */
const PLAIN = /^[ -_a-~]*$/;

/** `` `value` `` with invisible characters as `U+202E`; a long one is cut. */
export function shown(value: string): string {
  if (value.length <= LONGEST && PLAIN.test(value)) return `\`${value}\``;
  const characters = [...value];
  const cut = characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : value;
  return `\`${cut.replace(EVERY_HIDDEN, (character) => (character === '`' ? "'" : ` ${codePoint(character)} `))}\``;
}

/** `U+202E` */
export function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** `` `a`, `b` and 3 more `` */
export function shownList(values: readonly string[], most = 5): string {
  const first = values.slice(0, most).map(shown).join(', ');
  return values.length > most ? `${first} and ${values.length - most} more` : first;
}
