/** The statements of a target's script, one by one, from the nodes that they were rendered from. */
import type { Specification } from '../specification/model.js';
import { catalogueOf, inScriptOrder } from '../sql/catalogue.js';
import type { Dialect } from '../sql/dialects/dialect.js';
import type { Parse } from '../sql/expressions/parser.js';
import type { Loading } from '../sql/loads/plan-load.js';
import { fold } from '../sql/names.js';
import { renderObject, withSources } from '../sql/render-object.js';
import { renderBody, renderStatement, type SqlLine } from '../sql/render-statement.js';
import { loadingOf } from '../sql/render-target.js';
import type { Element, Statement } from '../sql/statement.js';
import type { Target } from '../sql/targets.js';

/** One statement to be tried. */
export interface TrialStatement {
  readonly target: string;
  readonly object: string;
  /** Which part of the object's script it is: `create_table`. */
  readonly element: string;
  /** What it makes, for people: `ix_ssd_address_addr_person_id`. */
  readonly name: string;
  /** As it stands in the script, safe to run twice. */
  readonly text: string;
  /** Without what makes it safe to run twice. */
  readonly bare: string;
  /** What is done before it, so that it can be run again: a load empties its table, a key is there to be taken off. */
  readonly before: readonly string[];
  /** The tables that have to be there before it, by folded name; its own among them unless it makes it. */
  readonly requires: readonly string[];
  /** The tables of the CMS that it reads, as the catalogue names them. */
  readonly sources: readonly string[];
  /** How it names those that have a schema, and how it would without. */
  readonly placed: readonly Placed[];
}

/** A table of the CMS in the words of the database. */
export interface Placed {
  readonly withSchema: string;
  readonly alone: string;
}

/** The order in which a script runs the parts of its objects. */
const ORDER: readonly Element[] = [
  'create_table',
  'remove_fk',
  'insert_data',
  'create_fk',
  'create_idx',
  'count_orphans',
];

/**
 * Takes a specification and a target, gives the statements that its script runs, in their order; of some objects only
 * where these are named, because rendering all of them takes a second.
 */
export function trialStatements(
  specification: Specification,
  target: Target,
  parse: Parse | null = null,
  named: ReadonlySet<string> | null = null,
): readonly TrialStatement[] {
  const loading = parse === null ? null : loadingOf(specification, target, parse);
  const context = { catalogue: catalogueOf(specification), dialect: target.dialect, loading };
  const all = inScriptOrder(specification.objects)
    .filter(({ name }) => named === null || named.has(name))
    .map((object) => renderObject(object, context))
    .flatMap(({ object, statements }) =>
      statements
        .filter((statement) => statement.kind !== 'remark')
        .map((statement) => trialOf(statement, { specification, object, target, loading })),
    );
  return ORDER.flatMap((element) => all.filter((statement) => statement.element === element));
}

interface Surrounding {
  readonly specification: Specification;
  readonly object: string;
  readonly target: Target;
  readonly loading: Loading | null;
}

function trialOf(statement: Runnable, { specification, object, target, loading }: Surrounding): TrialStatement {
  const dialect = withSources(target.dialect, loading);
  const bare = textOf(renderBody(statement, dialect));
  const isNamed = namesIn(bare);
  const tables = specification.objects.map(({ name }) => name).filter((name) => isNamed(name, dialect.table(name)));
  const all = statement.kind === 'load' ? Object.keys(loading?.cms.sources?.tables ?? {}) : [];
  const sources = all.filter((name) => isNamed(name, dialect.source(name)));
  const placed = sources.map((name) => ({ withSchema: dialect.source(name), alone: target.dialect.source(name) }));
  return {
    target: target.name,
    object,
    element: statement.element,
    name: nameOf(statement),
    text: textOf(renderStatement(statement, dialect)),
    bare,
    before: beforeOf(statement, dialect),
    requires: statement.kind === 'load' ? tables.map(fold) : requiredBy(statement),
    sources,
    placed: placed.filter(({ withSchema, alone }) => withSchema !== alone),
  };
}

/** Takes a statement, gives whether it names a table: as a word of it, or where the name is none as it is written. */
function namesIn(bare: string): (name: string, written: string) => boolean {
  const words = new Set(bare.match(/\w+/g)?.map(fold));
  return (name, written) => (/^\w+$/.test(name) ? words.has(fold(name)) : bare.includes(written));
}

type Runnable = Exclude<Statement, { kind: 'remark' }>;

/** A load empties its table; there has to be a key before one is taken off. */
function beforeOf(statement: Runnable, dialect: Dialect): string[] {
  if (statement.kind === 'load') return [`DELETE FROM ${dialect.table(statement.table)};`];
  if (statement.kind !== 'remove-foreign-key') return [];
  return [textOf(renderBody({ ...statement, kind: 'add-foreign-key', element: 'create_fk' }, dialect))];
}

function nameOf(statement: Runnable): string {
  if (statement.kind === 'count-orphans') return `${statement.table}.${statement.column}`;
  return 'name' in statement ? statement.name : statement.table;
}

function requiredBy(statement: Runnable): string[] {
  if (statement.kind === 'create-table') return [];
  const parents = 'parentTable' in statement ? [statement.parentTable] : [];
  return [statement.table, ...parents].map(fold);
}

/** The slash that ends a block is a command of SQL*Plus and no part of the statement. */
function textOf(lines: readonly SqlLine[]): string {
  const texts = lines.map(({ text }) => text);
  return (texts.at(-1) === '/' ? texts.slice(0, -1) : texts).join('\n');
}
