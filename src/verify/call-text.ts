/** Calls in the text of a statement, as far as rewrites need them: arguments and clauses, not grammar. */

/** Takes a text and the name of a function, writes each of its calls anew; arguments come with their own calls written. */
export function callsReplaced(text: string, name: string, write: (args: readonly string[]) => string): string {
  const start = callAt(text, name);
  if (start === -1) return text;
  const from = start + name.length + 1;
  const end = closingAt(text, from);
  const args = split(text.slice(from, end)).map((arg) => callsReplaced(arg.trim(), name, write));
  return `${text.slice(0, start)}${write(args)}${callsReplaced(text.slice(end + 1), name, write)}`;
}

/** Takes a text and a function, writes each `(F(a) - F(b))` anew from `a` and `b`, also those within others. */
export function differencesReplaced(text: string, name: string, write: (a: string, b: string) => string): string {
  const [open, between] = [`(${name}(`, ` - ${name}(`];
  const inner = (part: string) => differencesReplaced(part, name, write);
  for (let start = text.indexOf(open); start !== -1; start = text.indexOf(open, start + 1)) {
    const first = start + open.length;
    const firstEnd = closingAt(text, first);
    const second = firstEnd + 1 + between.length;
    const secondEnd = closingAt(text, second);
    if (!text.startsWith(between, firstEnd + 1) || text[secondEnd + 1] !== ')') continue;
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
  const [from, order] = [outside(rest, ' FROM '), outside(rest, ' ORDER BY ')];
  if (separator === undefined || from === -1 || order < from) return `STUFF(${args.join(', ')})`;
  const sorted = `WITHIN GROUP (${rest.slice(order + 1)})`;
  return `(SELECT LISTAGG(${rest.slice(0, from)}, ${separator}) ${sorted}${rest.slice(from, order)})`;
}

function callAt(text: string, name: string): number {
  const found = new RegExp(`(?<![\\w$])${name}\\(`).exec(text);
  return found === null ? -1 : found.index;
}

/** Places of a text that stand in no brackets and no text of their own, each with its sign. */
function* places(text: string, from = 0): Generator<readonly [at: number, sign: string]> {
  let depth = 0;
  let isText = false;
  for (let at = from; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (sign === "'") isText = !isText;
    else if (!isText && depth === 0) yield [at, sign];
    if (!isText) depth += sign === '(' ? 1 : sign === ')' ? -1 : 0;
  }
}

function closingAt(text: string, from: number): number {
  for (const [at, sign] of places(text, from)) if (sign === ')') return at;
  return text.length;
}

function split(text: string): string[] {
  const commas = [...places(text)].filter(([, sign]) => sign === ',').map(([at]) => at);
  return [...commas, text.length].map((end, index) => text.slice(index === 0 ? 0 : (commas[index - 1] ?? 0) + 1, end));
}

/** The last place of a clause that belongs to the query itself. */
function outside(text: string, clause: string): number {
  const found = [...places(text)].filter(([at]) => text.startsWith(clause, at));
  return clause === ' FROM ' ? (found[0]?.[0] ?? -1) : (found.at(-1)?.[0] ?? -1);
}
