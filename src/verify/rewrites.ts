/** What is changed in a statement before an engine can run it on the sources that are made for it: each change is listed, counted and shown. */
import { DEFAULT_YEARS } from '../sql/assemble.js';
import { appliesReplaced } from './apply-text.js';
import { callsReplaced, differencesReplaced, listAggregate } from './call-text.js';
import { regularExpression, triedDate, triedNumber, wholeMonths } from './conversions.js';
import type { Engine } from './engine.js';
import { TODAY } from './synthetic/today.js';
import type { TrialStatement } from './trial-statements.js';

/** What of a statement a change depends on. */
type Rewritable = Pick<TrialStatement, 'text' | 'bare' | 'placed'>;

/** One kind of change. */
export interface Rewrite {
  readonly name: string;
  /** Why the engine needs it, one line. */
  readonly reason: string;
  /** The databases whose SQL it is made in. */
  readonly databases: readonly string[];
  /** On the product as well; every other change is for a compatible engine alone. */
  readonly onProduct?: true;
  readonly apply: (text: string, statement: Rewritable) => string;
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
    onProduct: true,
    apply: (text, { placed }) =>
      inCode((code) =>
        placed.reduce((moved, { withSchema, alone }) => moved.replaceAll(`${withSchema} `, `${alone} `), code),
      )(text),
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
    name: 'REGEXP for LIKE with a set of characters',
    reason: 'H2 takes the brackets of a pattern for brackets',
    databases: ['sqlserver'],
    apply: (bare) =>
      bare.replace(/ LIKE N'([^']*\[[^']*)'/g, (_, pattern: string) => ` REGEXP N'${regularExpression(pattern)}'`),
  },
  {
    name: 'tested CAST for TRY_CONVERT and TRY_CAST',
    reason: 'H2 has no conversion that gives NULL: whether there is a date or a number is asked of the text before',
    databases: ['sqlserver'],
    apply: (bare) => callsReplaced(callsReplaced(bare, 'TRY_CONVERT', triedDate), 'TRY_CAST', triedNumber),
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
    name: 'CAST for TO_NUMBER and TO_BINARY_DOUBLE',
    reason: 'H2 has neither; the texts are asked before whether they are numbers, in the statement itself',
    databases: ['oracle'],
    apply: (bare) =>
      callsReplaced(
        callsReplaced(bare, 'TO_NUMBER', ([text]) => `CAST(${text} AS NUMBER(10))`),
        'TO_BINARY_DOUBLE',
        ([text]) => `CAST(${text} AS BINARY_DOUBLE)`,
      ),
  },
  {
    name: 'a product for NUMTODSINTERVAL',
    reason: 'H2 makes no interval of a number; a number of days is that many times one day',
    databases: ['oracle'],
    apply: (bare) => callsReplaced(bare, 'NUMTODSINTERVAL', ([days]) => `(${days} * INTERVAL '1' DAY)`),
  },
  {
    name: 'DATEDIFF for days between dates',
    reason: 'on H2 one date less another is an interval, and no number',
    databases: ['oracle'],
    apply: (bare) => differencesReplaced(bare, 'TRUNC', (to, from) => `DATEDIFF(DAY, ${from}, ${to})`),
  },
  {
    name: 'DATEDIFF for MONTHS_BETWEEN',
    reason: 'H2 counts whole months only; the scripts ask for whole years',
    databases: ['oracle'],
    apply: (bare) => callsReplaced(bare, 'MONTHS_BETWEEN', wholeMonths),
  },
  {
    name: 'rows kept without a word',
    reason: 'H2 keeps the rows of a temporary table when a transaction ends, and has no words for it',
    databases: ['oracle'],
    apply: (bare) => bare.replace(/\) ON COMMIT PRESERVE ROWS(?=;?$)/, ')'),
  },
  {
    name: 'a select for each value of OUTER APPLY',
    reason:
      'H2 has no APPLY: what is asked of its row is asked one by one, by the same conditions and in the same order',
    databases: ['sqlserver', 'oracle'],
    apply: (bare) => appliesReplaced(bare),
  },
];

/** A change that leaves texts and comments as they are; a quote in a name begins no text. */
function inCode(change: (code: string) => string): (text: string) => string {
  return (text) =>
    text.replace(
      /('(?:[^']|'')*'|--[^\n]*)|(?:\[(?:[^\]]|\]\])*\]|"(?:[^"]|"")*"|(?!'|--)[\s\S])+/g,
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

/** Takes a statement and an engine that runs it, gives the text that it can be asked to run: on the product with its guard. */
export function rewritten(statement: Rewritable, engine: Pick<Engine, 'database' | 'tier'>): Rewritten {
  const { text, bare } = statement;
  const isProduct = engine.tier === 'executed';
  const rewrites: string[] = isProduct || text === bare ? [] : [GUARD.name];
  let result = isProduct ? text : bare;
  for (const { name, databases, onProduct, apply } of REWRITES) {
    if (!databases.includes(engine.database) || (isProduct && onProduct !== true)) continue;
    const changed = apply(result, statement);
    if (changed !== result) rewrites.push(name);
    result = changed;
  }
  return { text: result, rewrites };
}
