/** What the author says a change is: a line `Change-Type: bug`, for all or for one ref. */

/** One stated type, for one ref or for all. */
export interface Statement {
  readonly changeType: string;
  /** `''` for all changes of the proposal. */
  readonly itemRef: string;
}

/** `PERS001A`, and the shorter and longer refs of the recorded history (`PER001A`, `DEPT1003A`). */
const REF = /\b[A-Z][A-Z0-9]{1,4}[0-9]{3,4}[A-Z]\b/gi;

/**
 * Reads the lines `Change-Type: bug` and `Change-Type: bug PERS001A` from a pull request's text or a commit message.
 * Types that are not in the closed list, and lines that go on with anything but refs, are passed over here and
 * reported by `unknownStatements`.
 */
export function readStatements(text: string, changeTypes: readonly string[]): Statement[] {
  return lines(text).flatMap((line) => readLine(line, changeTypes) ?? []);
}

/** Statements that cannot be followed, as written. */
export function unknownStatements(text: string, changeTypes: readonly string[]): string[] {
  return lines(text).filter((line) => readLine(line, changeTypes) === null);
}

function readLine(line: string, changeTypes: readonly string[]): Statement[] | null {
  const changeType = typeOf(line, changeTypes);
  if (changeType === null) return null;
  const rest = line.slice(changeType.length).trim();
  if (rest === '') return [{ changeType, itemRef: '' }];
  return rest.match(REF)?.map((ref) => ({ changeType, itemRef: ref.toUpperCase() })) ?? null;
}

/** What a reader sees: a template's line in a comment, or an example in a fence, states nothing. */
function lines(text: string): string[] {
  const seen = text
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/^[ \t]*(```|~~~)[\s\S]*?(?:^[ \t]*\1|$(?![\s\S]))/gm, '');
  return [...seen.matchAll(/^[ \t]*Change-Type:[ \t]*(\S.{0,200}?)[ \t]*$/gim)].map((match) => match[1] ?? '');
}

/** The longest type that the line begins with: `new feature` before `new`. */
function typeOf(line: string, changeTypes: readonly string[]): string | null {
  const fits = changeTypes.filter((type) => new RegExp(`^${literally(type)}(?![\\w-])`, 'i').test(line));
  return fits.sort((a, b) => b.length - a.length)[0] ?? null;
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The last statement about the ref itself, else the last about all. */
export function statedType(statements: readonly Statement[], itemRef: string): string | null {
  const own = statements.filter((statement) => statement.itemRef === itemRef && itemRef !== '');
  const all = statements.filter((statement) => statement.itemRef === '');
  return (own.at(-1) ?? all.at(-1))?.changeType ?? null;
}
