/** Which texts the conditions of a mapping compare its columns with; only test data depends on it. */

/** Takes neutral SQL, gives for a column (by its name, whatever the alias) the texts it is compared with. */
export function wantedTexts(sql: readonly string[]): (table: string, column: string) => readonly string[] {
  const found = new Map<string, Set<string>>();
  for (const text of sql) {
    for (const [, column = '', list = ''] of text.matchAll(COMPARED)) {
      const known = found.get(column.toLowerCase()) ?? new Set();
      for (const [, value = ''] of list.matchAll(LITERAL)) known.add(value.replaceAll("''", "'").replaceAll('%', 'X'));
      found.set(column.toLowerCase(), known);
    }
  }
  return (_, column) => [...(found.get(column.toLowerCase()) ?? [])];
}

/** `p.SEX = 'M'`, `upper(p.SEX) in ('M', 'F')`, `x.CODE not like 'KA%'`. */
const COMPARED = /\b(\w+)\b\)*\s*(?:=|<>|(?:not\s+)?in|(?:not\s+)?like)\s*\(?\s*((?:'(?:[^']|'')*'(?:\s*,\s*)?)+)/gi;
const LITERAL = /'((?:[^']|'')*)'/g;
