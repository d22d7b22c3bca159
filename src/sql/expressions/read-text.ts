/** The pieces of neutral SQL in a mapping -> nodes: each is parsed as part of the one select that it can belong to. */
import type { NamedSet, SqlText } from '../../specification/mapping.js';
import { COHORT_ALIAS } from '../catalogue.js';
import type { Condition, Expression, OrderTerm } from './expression.js';
import { MappingFault } from './fault.js';
import { freeTexts } from './free-sql.js';
import type { Names, ReadSet } from './names.js';
import { type Node, type Parse, type SelectStmt, syntaxError } from './parser.js';
import { readOrder } from './read-call.js';
import { readCondition } from './read-condition.js';
import { readExpression } from './read-expression.js';
import { named, readQuery } from './read-query.js';
import { refuseForbidden } from './refuse-forbidden.js';
import {
  faultAt,
  type InScope,
  NOTHING_VISIBLE,
  outputTypes,
  type Reading,
  relationNamed,
  type Scope,
} from './scope.js';
import { readSourceType, type ValueType } from './value-type.js';

/** What is the same for every text of a mapping. */
export interface Setting {
  readonly names: Names;
  readonly parse: Parse;
}

type Around = Setting & { readonly scope: Scope };

/** A value. */
export function readValue(text: SqlText, around: Around): Expression {
  const [only, ...others] = readValues(text, around);
  if (only !== undefined && others.length === 0) return only;
  throw new MappingFault(text, { code: 'mapping-expression', message: 'several values stand here', expected: 'one' });
}

/** Values with commas between them. */
export function readValues(text: SqlText, around: Around): readonly Expression[] {
  const { select, reading } = parsePiece(text, 'select ', around);
  refuseMore(select, ['targetList'], reading);
  return (select.targetList ?? []).map((node) => readExpression(unnamed(node), reading));
}

function unnamed(node: Node): Node | undefined {
  return 'ResTarget' in node && node.ResTarget.name === undefined ? node.ResTarget.val : undefined;
}

/** A condition. */
export function readTest(text: SqlText, around: Around): Condition {
  const { select, reading } = parsePiece(text, 'select where ', around);
  refuseMore(select, ['whereClause'], reading);
  return readCondition(select.whereClause, reading, readExpression);
}

/** An order, as after `order by`. */
export function readOrderTerms(text: SqlText, around: Around): readonly OrderTerm[] {
  const { select, reading } = parsePiece(text, 'select order by ', around);
  refuseMore(select, ['sortClause'], reading);
  return readOrder(select.sortClause, reading, readExpression);
}

/** `TABLE alias`. */
export function readTableName(text: SqlText, around: Around): InScope {
  const [, name, alias] = /^([A-Za-z_][\w]*)\s+([A-Za-z_][\w]*)$/.exec(text.text) ?? [];
  if (name === undefined || alias === undefined) {
    const said = { code: 'mapping-expression', message: `\`${text.text}\` is no table with an alias` };
    throw new MappingFault(text, { ...said, expected: '`TABLE alias`, such as `FACT_REFERRALS fr`' });
  }
  if (alias.toLowerCase() === COHORT_ALIAS) {
    const said = { code: 'mapping-expression', message: `the alias \`${alias}\` is what loads call ssd_person by` };
    throw new MappingFault(text, { ...said, expected: 'another alias' });
  }
  const reading: Reading = { spot: text, text: text.text, shift: 0, readQuery, ...around };
  return relationNamed(reading, { name, alias: alias.toLowerCase() }, -1);
}

/** The query of a set, with the columns that it gives. */
export function setReader(parse: Parse): (set: NamedSet, names: Names) => Omit<ReadSet, 'name'> {
  return (set, names) => {
    if ('texts' in set.query)
      return {
        query: { kind: 'free', texts: freeTexts(set.query, 'select', { names, parse }) },
        columns: freeColumns(set),
      };
    const { select, reading } = parsePiece(set.query, '', { names, parse, scope: NOTHING_VISIBLE });
    const query = named(readQuery(select, reading), reading);
    return { query, columns: outputTypes(query) };
  };
}

function freeColumns(set: NamedSet): ReadonlyMap<string, ValueType> {
  return new Map(
    Object.entries(set.columns).map(([name, written]) => {
      const type = readSourceType(written)?.type;
      if (type !== undefined) return [name.toLowerCase(), type];
      throw new MappingFault(
        { file: set.file, path: [...set.path, 'columns', name] },
        { code: 'mapping-source-type', message: `\`${written}\` is no type of a source`, expected: SOURCE_TYPES },
      );
    }),
  );
}

/** How types of sources are written. */
export const SOURCE_TYPES = '`int`, `str48`, `str`, `dt` or `float`, with ` key` where each value stands once';

function parsePiece(text: SqlText, before: string, around: Around): { select: SelectStmt; reading: Reading } {
  refuseForbidden(text, text.text);
  const reading: Reading = { spot: text, text: text.text, shift: before.length, readQuery, ...around };
  try {
    return { select: around.parse(before + text.text), reading };
  } catch (error) {
    const { message, cursorPosition } = syntaxError(error);
    const said = { code: 'mapping-expression', message: `this does not parse: ${message}` };
    throw faultAt(reading, { ...said, expected: 'neutral SQL, as docs/mappings.md has it' }, cursorPosition);
  }
}

/** Only the clauses of the piece may be there: nothing is smuggled in behind it. */
function refuseMore(select: SelectStmt, allowed: readonly string[], reading: Reading): void {
  const more = Object.keys(select).filter((key) => !allowed.includes(key) && key !== 'limitOption' && key !== 'op');
  if (more.length === 0) return;
  const said = {
    code: 'mapping-forbidden',
    message: `more than one piece of a select stands here (${more.join(', ')})`,
  };
  throw faultAt(reading, { ...said, expected: 'a value or a condition alone' }, -1);
}
