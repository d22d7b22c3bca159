/**
 * SQL that is written for single databases. No grammar of theirs is at hand, so its columns cannot be held against the
 * catalogue; but it stays in its brackets, holds no second statement, has no word that writes or leaves the database, and
 * reads no table that the catalogue lacks.
 */
import type { FreeSql, SqlText } from '../../specification/mapping.js';
import { TARGETS } from '../targets.js';
import { MappingFault } from './fault.js';
import type { Names } from './names.js';
import { type Parse, syntaxError } from './parser.js';
import { refuseForbidden } from './refuse-forbidden.js';

/** What stands in the place of it: a value in brackets, or a whole select. */
export type FreeKind = 'value' | 'select';

/** Texts and names in quotes, brackets where they quote names; what is left is code. */
const QUOTED = /'(?:[^']|'')*'|"[^"]*"/g;
const QUOTED_OR_BRACKETED = /'(?:[^']|'')*'|"[^"]*"|\[[^\]]*\]/g;

/** Ways to write a text that are no `'...'`: another reader would see its end elsewhere. */
const OTHER_QUOTES = /\\|\$\w*\$|\bn?q'|`/i;

const REFUSED =
  /\b(?:insert|update|delete|merge|drop|alter|create|truncate|grant|revoke|deny|exec|execute|call|do|into|copy|declare|table|begin|commit|rollback|use|go|kill|shutdown|waitfor|reconfigure|openrowset|openquery|opendatasource|nextval|setval|(?:xp|sp|pg|lo|utl|dblink)_\w+|dblink|dbms_(?!lob\b)\w+)\b/i;

/** A name that leaves out a part, which would be read as something else. */
const LOOSE_DOT = /\b(?:from|join|apply)\s*\.|\.\s*\.|,\s*\./i;

/** Takes free SQL, gives its texts by dialect; throws a `MappingFault` for what may stand in none. */
export function freeTexts(
  sql: FreeSql,
  kind: FreeKind,
  { names, parse }: { readonly names: Pick<Names, 'table' | 'set'>; readonly parse: Parse },
): Readonly<Record<string, string>> {
  const dialects = [...new Set(TARGETS.map(({ dialect }) => dialect.name))];
  return Object.fromEntries(
    Object.entries(sql.texts).map(([dialect, text]) => {
      if (!dialects.includes(dialect))
        throw fault(text, `no script is of \`${dialect}\``, `one of ${dialects.join(', ')}`);
      refuseForbidden(text, text.text);
      refuseFree(text, dialect);
      if (kind === 'select' && !/^\s*select\b/i.test(text.text)) throw fault(text, 'this is no select', 'one select');
      if (dialect === 'postgres') parseAsWritten(text, kind, parse);
      refuseTables(text, names);
      return [dialect, text.text];
    }),
  );
}

function refuseFree(text: SqlText, dialect: string): void {
  const quoted = dialect.startsWith('sqlserver') ? QUOTED_OR_BRACKETED : QUOTED;
  if (OTHER_QUOTES.test(text.text)) throw forbidden(text, 'a text is quoted in another way', "texts in '...'");
  if (text.text.includes('$(')) throw forbidden(text, 'sqlcmd reads `$(` as the beginning of a variable', 'none');
  const code = text.text.replace(quoted, ' ');
  if (/['"]/.test(code)) throw forbidden(text, 'a quote is open', 'quotes that close');
  const [word] = REFUSED.exec(code) ?? [];
  if (word !== undefined)
    throw forbidden(text, `the word \`${word}\` is not for a mapping`, 'a value, or a select, that only reads');
  if (LOOSE_DOT.test(text.text.replace(quoted, 'name')))
    throw forbidden(text, 'a dot stands without a name on either side', '`schema.TABLE`');
  let open = 0;
  for (const [bracket] of code.matchAll(/[()[\]]/g)) {
    open += bracket === '(' || bracket === '[' ? 1 : -1;
    if (open < 0) break;
  }
  if (open !== 0)
    throw forbidden(text, 'its brackets do not close each other', 'as many closing as opening ones, in order');
}

/** Tables stand behind FROM and JOIN of a select, and commas between them; EXTRACT and TRIM have a FROM of their own. */
function refuseTables(text: SqlText, names: Pick<Names, 'table' | 'set'>): void {
  for (const read of tablesRead(text.text.replace(/'(?:[^']|'')*'/g, "''"))) {
    const name = (read.split('.').at(-1) ?? '').replace(/^["[]|["\]]$/g, '');
    if (names.table(name) !== null || names.set(name) !== null) continue;
    const message = `there is no table or set \`${read}\``;
    throw new MappingFault(text, {
      code: 'mapping-unknown-table',
      message,
      expected: 'a table of _sources.yml, or a set',
    });
  }
}

/** Where a reader of one level of brackets is: before or behind its select, or where a table is named next. */
type Level = 'value' | 'select' | 'tables' | 'table';

function tablesRead(code: string): string[] {
  const levels: Level[] = ['value'];
  const read: string[] = [];
  for (const { 0: token, index } of code.matchAll(NAMES_AND_BRACKETS)) {
    const level = levels.at(-1) ?? 'value';
    const next = levelAfter(level, token.toLowerCase());
    const isTable = level === 'table' && next === 'tables' && token !== '(';
    const isCalled = /^\s*\(/.test(code.slice(index + token.length));
    levels[levels.length - 1] = next;
    if (token === '(') levels.push('value');
    if (token === ')' && levels.length > 1) levels.pop();
    if (isTable && !isCalled) read.push(token);
  }
  return read;
}

const NAME = String.raw`(?:\[[^\]]*\]|"[^"]*"|[\w$#]+)`;

/** Names with the dots between them. */
const NAMES_AND_BRACKETS = new RegExp(`${NAME}(?:\\s*\\.\\s*${NAME})*|[(),]`, 'g');

function levelAfter(level: Level, token: string): Level {
  if (token === 'select') return 'select';
  if (level === 'value') return level;
  if (/^(?:from|join|apply)\b/.test(token)) return 'table';
  if (/^(?:where|group|order|having|union|limit|fetch|offset)\b/.test(token)) return 'select';
  // A condition of a join has no commas but in brackets of its own.
  if (level === 'table') return /^(?:lateral|only)\b/.test(token) ? level : 'tables';
  return level === 'tables' && token === ',' ? 'table' : level;
}

/** PostgreSQL's own parser is at hand. */
function parseAsWritten(text: SqlText, kind: FreeKind, parse: Parse): void {
  try {
    parse(kind === 'value' ? `select (${text.text})` : text.text);
  } catch (error) {
    throw fault(text, `PostgreSQL does not take this: ${syntaxError(error).message}`, 'SQL of PostgreSQL');
  }
}

function forbidden(text: SqlText, message: string, expected: string): MappingFault {
  return new MappingFault(text, { code: 'mapping-forbidden', message, expected });
}

function fault(text: SqlText, message: string, expected: string): MappingFault {
  return new MappingFault(text, { code: 'mapping-expression', message, expected });
}
