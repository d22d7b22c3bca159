/** Which texts the conditions of a mapping compare its columns with; only test data depends on it. */

/**
 * Takes neutral SQL and the lists of codes that it names, gives for a column (by its name, whatever the alias) the texts
 * it is compared with.
 */
export function wantedTexts(
  sql: readonly string[],
  lists: ReadonlyMap<string, readonly string[]> = new Map(),
): (table: string, column: string) => readonly string[] {
  const found = new Map<string, Set<string>>();
  const want = (column: string, values: readonly string[]) => {
    found.set(column.toLowerCase(), new Set([...(found.get(column.toLowerCase()) ?? []), ...values]));
  };
  for (const text of sql) {
    for (const [, column = '', list = ''] of text.matchAll(COMPARED))
      want(column, [...list.matchAll(LITERAL)].map(textIn));
    for (const [, column = '', name = ''] of text.matchAll(LISTED)) want(column, lists.get(name) ?? []);
  }
  return (_, column) => [...(found.get(column.toLowerCase()) ?? [])];
}

/** `p.SEX = 'M'`, `upper(p.SEX) in ('M', 'F')`, `x.CODE not like 'KA%'`. */
const COMPARED = /\b(\w+)\b\)*\s*(?:=|<>|(?:not\s+)?in|(?:not\s+)?like)\s*\(?\s*((?:'(?:[^']|'')*'(?:\s*,\s*)?)+)/gi;
const LITERAL = /'((?:[^']|'')*)'/g;
/** `in_codes(p.SEX, 'sexes')`. */
const LISTED = /in_codes\((?:\w+\.)?(\w+), *'(\w+)'\)/gi;

function textIn([, value = '']: RegExpMatchArray): string {
  return value.replaceAll("''", "'").replaceAll('%', 'X');
}
