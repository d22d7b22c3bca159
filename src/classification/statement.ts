/** What the author says a change is: a line `Change-Type: bug`, for all or for one ref. */

/** One stated type, for one ref or for all. */
export interface Statement {
  readonly changeType: string;
  /** `''` for all changes of the proposal. */
  readonly itemRef: string;
}

/**
 * Reads the lines `Change-Type: bug` and `Change-Type: bug PERS001A` from a pull request's text or a commit message.
 * Types that are not in the closed list are passed over here and reported by `unknownStatements`.
 */
export function readStatements(text: string, changeTypes: readonly string[]): Statement[] {
  return lines(text).flatMap((line) => {
    const type = typeOf(line, changeTypes);
    if (type === null) return [];
    const refs = line.slice(type.length).match(/[A-Za-z0-9]{4,12}/g) ?? [''];
    return refs
      .filter((ref) => ref.toLowerCase() !== 'for')
      .map((ref) => ({ changeType: type, itemRef: ref.toUpperCase() }));
  });
}

/** Stated types that the configuration does not have, as written. */
export function unknownStatements(text: string, changeTypes: readonly string[]): string[] {
  return lines(text).filter((line) => typeOf(line, changeTypes) === null);
}

function lines(text: string): string[] {
  return [...text.matchAll(/^[ \t]*Change-Type:[ \t]*(\S.{0,200}?)[ \t]*$/gim)].map((match) => match[1] ?? '');
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
