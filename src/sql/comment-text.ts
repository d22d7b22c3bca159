/** Text that can never leave the comment it is printed in. */

/** Control, formatting (zero width, reversed writing) and private characters, lone surrogates, line separators. */
export const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/u;

/** Hidden characters, and the `$(` that sqlcmd replaces by a variable even inside a comment. */
const ESCAPED = new RegExp(`${HIDDEN.source}|\\$(?=\\()`, 'gu');

/** Takes any text and gives it on one line, hidden characters as `\uXXXX` (which is also what JSON reads). */
export function asOneLine(text: string): string {
  return text.replace(ESCAPED, (found) =>
    Array.from({ length: found.length }, (_, i) => escapeUnit(found, i)).join(''),
  );
}

/** A value as JSON that stays on its line; it parses back to the same value. */
export function asJson(value: unknown): string {
  return asOneLine(JSON.stringify(value));
}

/** `-- text` on one line. */
export function comment(text: string): string {
  return `-- ${asOneLine(text)}`;
}

/** The tag at a column: `-- metadata={"item_ref":"PERS001A"}`. */
export function itemTag(itemRef: string): string {
  return `-- metadata=${asJson({ item_ref: itemRef })}`;
}

/** The tag above an object's script: `-- META-CONTAINER: {"type": "table", "name": "ssd_person"}`. */
export function containerTag(type: string, name: string): string {
  return `-- META-CONTAINER: {"type": ${asJson(type)}, "name": ${asJson(name)}}`;
}

/** The tag above a part of it: `-- META-ELEMENT: {"type": "create_table"}`. */
export function elementTag(type: string): string {
  return `-- META-ELEMENT: {"type": ${asJson(type)}}`;
}

function escapeUnit(text: string, index: number): string {
  return `\\u${text.charCodeAt(index).toString(16).padStart(4, '0')}`;
}
