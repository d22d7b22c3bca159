/** What is changed in a statement before a compatible engine can run it: each change is listed, counted and shown. */
import { DEFAULT_YEARS } from '../sql/assemble.js';
import { REAL_DAY } from '../sql/dialects/expression-words.js';
import { callsReplaced, listAggregate } from './call-text.js';
import type { Engine } from './engine.js';
import { TODAY } from './synthetic/today.js';
import type { TrialStatement } from './trial-statements.js';

/** One kind of change. */
export interface Rewrite {
  readonly name: string;
  /** Why the engine needs it, one line. */
  readonly reason: string;
  /** The databases whose SQL it is made in. */
  readonly databases: readonly string[];
  readonly apply: (bare: string) => string;
}

/** Always the first: the engine runs what stands within the guard. */
export const GUARD = {
  name: 'guard taken off',
  reason: 'H2 has no IF, no blocks and no catalogue of the product; whether a statement can be run twice is not shown',
} as const;

/** Every further change there is. */
export const REWRITES: readonly Rewrite[] = [
  {
    name: 'bracketed name in double quotes',
    reason: 'H2 ends a name in brackets at the first closing one, and begins a comment within it',
    databases: ['sqlserver'],
    apply: (bare) =>
      bare.replace(TOKEN, (token, name: string | undefined) =>
        name !== undefined && MISREAD.test(name) ? quoted(name) : token,
      ),
  },
  {
    name: 'sources without their schema',
    reason: 'the synthetic tables stand where the extract is, not in the database of the CMS',
    databases: ['sqlserver', 'oracle'],
    apply: inCode((code) => code.replace(/(?:\[\w+\]\.){1,2}(?=\[\w+\] \w)/g, '')),
  },
  {
    name: 'settings as values',
    reason: 'H2 has no variables of a script',
    databases: ['sqlserver'],
    apply: inCode((code) =>
      code
        .replaceAll('@ssd_today', `CAST('${TODAY}' AS datetime)`)
        .replaceAll('@ssd_window_start', `DATEADD(year, -${DEFAULT_YEARS}, CAST('${TODAY}' AS datetime))`),
    ),
  },
  {
    name: 'collation taken off',
    reason: 'H2 has one collation for a database, and no names for those of the product',
    databases: ['sqlserver'],
    apply: inCode((code) => code.replace(/ COLLATE \w+/g, '')),
  },
  {
    name: 'CHAR for NCHAR',
    reason: 'H2 has one function for both, and NCHAR is a type to it',
    databases: ['sqlserver'],
    apply: inCode((code) => code.replace(/\bNCHAR\((?=\d+\))/g, 'CHAR(')),
  },
  {
    name: 'CAST for TRY_CONVERT and TRY_CAST',
    reason: 'H2 has no conversion that gives NULL, so days are looked at before',
    databases: ['sqlserver'],
    apply: (bare) =>
      callsReplaced(bare, 'TRY_CONVERT', ([type = '', value = '', style]) =>
        dayOrNull(value, { type, style }),
      ).replaceAll('TRY_CAST(', 'CAST('),
  },
  {
    name: 'REGEXP for LIKE with a set of characters',
    reason: 'H2 takes [0-9] in LIKE for these five characters',
    databases: ['sqlserver'],
    apply: (bare) =>
      bare.replace(/\bLIKE N'([^'[]*\[[^']*)'/g, (_, pattern: string) => `REGEXP N'${likeAsRegExp(pattern)}'`),
  },
  {
    name: 'PARSEDATETIME for DATETIMEFROMPARTS',
    reason: 'H2 makes a date of its parts from a text only',
    databases: ['sqlserver'],
    apply: (bare) =>
      callsReplaced(
        bare,
        'DATETIMEFROMPARTS',
        ([year, month, day]) => `PARSEDATETIME(CONCAT(${year}, '-', ${month}, '-', ${day}), 'yyyy-M-d')`,
      ),
  },
  {
    name: 'CAST and FORMATDATETIME for CONVERT with a style',
    reason: 'H2 has no styles; the one that is used, 126, is how it reads and writes dates anyway',
    databases: ['sqlserver'],
    apply: (bare) =>
      callsReplaced(bare, 'CONVERT', (args) => {
        const [type = '', value, style] = args;
        if (style !== '126') return `CONVERT(${args.join(', ')})`;
        return type.startsWith('n')
          ? `CAST(FORMATDATETIME(${value}, 'yyyy-MM-dd''T''HH:mm:ss') AS ${type})`
          : `CAST(${value} AS ${type})`;
      }),
  },
  {
    name: 'CAST for days counted from 0',
    reason: 'H2 does not take the number 0 for the first of January 1900',
    databases: ['sqlserver'],
    apply: (bare) =>
      callsReplaced(bare, 'DATEADD', (args) => {
        const [unit, days = '', from] = args;
        const [, value] = /^DATEDIFF\(day, 0, ([\s\S]*)\)$/.exec(days) ?? [];
        const isMidnight = unit === 'day' && from === '0' && value !== undefined;
        return isMidnight ? `CAST(CAST(${value} AS date) AS datetime)` : `DATEADD(${args.join(', ')})`;
      }),
  },
  {
    name: 'LISTAGG for STUFF and FOR XML',
    reason: 'H2 has no XML; LISTAGG joins the same texts in the same order',
    databases: ['sqlserver'],
    apply: (bare) => callsReplaced(bare, 'STUFF', listAggregate),
  },
  {
    name: 'rows kept without a word',
    reason: 'H2 keeps the rows of a temporary table when a transaction ends, and has no words for it',
    databases: ['oracle'],
    apply: (bare) => bare.replace(/\) ON COMMIT PRESERVE ROWS(?=;?$)/, ')'),
  },
];

/** Style 103 is `31/01/2026`, the other that is used, 120, is `2026-01-31`. */
function dayOrNull(
  value: string,
  { type, style }: { readonly type: string; readonly style: string | undefined },
): string {
  const british = [7, 4, 1].map((from, part) => `SUBSTRING(${value}, ${from}, ${part === 0 ? 4 : 2})`).join(", '-', ");
  const iso = style === '103' ? `CONCAT(${british})` : value;
  return `CASE WHEN ${iso} REGEXP '${REAL_DAY}' THEN CAST(${iso} AS ${type}) END`;
}

/** `%` and `_` outside of sets, over line breaks too; every other sign stands for itself. */
function likeAsRegExp(pattern: string): string {
  const signs: Readonly<Record<string, string>> = { '%': '.*', _: '.' };
  const written = pattern.replace(/\[[^\]]*\]|[^\w\s-]|_/g, (found) => {
    return found.startsWith('[') ? found : (signs[found] ?? `\\${found}`);
  });
  return `(?s)^${written}$`;
}

/** A change that leaves texts and comments as they are. */
function inCode(change: (code: string) => string): Rewrite['apply'] {
  return (bare) =>
    bare.replace(
      /('(?:[^']|'')*'|--[^\n]*)|(?:(?!'|--)[\s\S])+/g,
      (part, kept: string | undefined) => kept ?? change(part),
    );
}

/** Texts and comments, which stay as they are, and names in brackets. */
const TOKEN = /'(?:[^']|'')*'|--[^\n]*|\[((?:[^\]]|\]\])*)\]/g;

const MISREAD = /\]\]|\/\*/;

function quoted(name: string): string {
  return `"${name.replaceAll(']]', ']').replaceAll('"', '""')}"`;
}

/** What an engine is given, and the names of the changes in it. */
export interface Rewritten {
  readonly text: string;
  readonly rewrites: readonly string[];
}

/** Takes a statement and a compatible engine, gives the text that it can be asked to run. */
export function rewritten({ text, bare }: TrialStatement, { database }: Pick<Engine, 'database'>): Rewritten {
  const rewrites: string[] = text === bare ? [] : [GUARD.name];
  let result = bare;
  for (const rewrite of REWRITES.filter(({ databases }) => databases.includes(database))) {
    const changed = rewrite.apply(result);
    if (changed !== result) rewrites.push(rewrite.name);
    result = changed;
  }
  return { text: result, rewrites };
}
