/** Calls in the text of a statement, as far as rewrites need them: arguments and clauses, not grammar. */
import { closingAt, codeOnly, placesOf, splitAtCommas } from './code-text.js';

/** Takes a text and the name of a function, writes each of its calls anew; arguments come with their own calls written. */
export function callsReplaced(text: string, name: string, write: (args: readonly string[]) => string): string {
  const code = codeOnly(text);
  const start = code.search(new RegExp(`(?<![\\w$])${name}\\(`));
  if (start === -1) return text;
  const from = start + name.length + 1;
  const end = closingAt(code, from);
  const args = splitAtCommas(text.slice(from, end)).map((arg) => callsReplaced(arg.trim(), name, write));
  return `${text.slice(0, start)}${write(args)}${callsReplaced(text.slice(end + 1), name, write)}`;
}

/** Takes a text and a function, writes each `(F(a) - F(b))` anew from `a` and `b`, also those within others. */
export function differencesReplaced(text: string, name: string, write: (a: string, b: string) => string): string {
  const [open, between] = [`(${name}(`, ` - ${name}(`];
  const inner = (part: string) => differencesReplaced(part, name, write);
  const code = codeOnly(text);
  for (let start = code.indexOf(open); start !== -1; start = code.indexOf(open, start + 1)) {
    const first = start + open.length;
    const firstEnd = closingAt(code, first);
    const second = firstEnd + 1 + between.length;
    const secondEnd = closingAt(code, second);
    if (!code.startsWith(between, firstEnd + 1) || code[secondEnd + 1] !== ')') continue;
    const written = write(inner(text.slice(first, firstEnd)), inner(text.slice(second, secondEnd)));
    return `${text.slice(0, start)}${written}${inner(text.slice(secondEnd + 2))}`;
  }
  return text;
}

/**
 * `STUFF((SELECT N', ' + x FROM t ORDER BY y FOR XML PATH(N''), TYPE).value(N'.', N'nvarchar(max)'), 1, 2, N'')` with
 * LISTAGG. Anything else stays what it is.
 */
export function listAggregate(args: readonly string[]): string {
  const [, query] = /^\(SELECT ([\s\S]*) FOR XML PATH\(N''\), TYPE\)\.value\(.*\)$/.exec(args[0] ?? '') ?? [];
  const [, separator, rest = ''] = /^(N'(?:[^']|'')*') \+ ([\s\S]*)$/.exec(query ?? '') ?? [];
  const [from = -1, order = -1] = [placesOf(rest, ' FROM ')[0], placesOf(rest, ' ORDER BY ').at(-1)];
  if (separator === undefined || from === -1 || order < from) return `STUFF(${args.join(', ')})`;
  const sorted = `WITHIN GROUP (${rest.slice(order + 1)})`;
  return `(SELECT LISTAGG(${rest.slice(0, from)}, ${separator}) ${sorted}${rest.slice(from, order)})`;
}
