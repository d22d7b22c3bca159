/** A data object -> the lines of its part of a script. */
import type { DataObject } from '../specification/model.js';
import type { Catalogue } from './catalogue.js';
import { comment, containerTag, elementTag } from './comment-text.js';
import type { Dialect } from './dialects/dialect.js';
import { emittable } from './emittable.js';
import { writtenFor } from './expressions/write-query.js';
import type { Loading } from './loads/plan-load.js';
import { planObject } from './plan-object.js';
import { renderStatement, type SqlLine } from './render-statement.js';
import { type Element, objectOrigin, problemsOf, type SqlProblem, type Statement } from './statement.js';

/** The parts of an object's script: a whole script has those of all objects together, one part after the other. */
export type Part = 'tables' | 'load' | 'keys' | 'checks';

/** One object as lines, with what they were made from. */
export interface RenderedObject {
  readonly object: string;
  /** Everything of the object, as in its own file. */
  readonly lines: readonly SqlLine[];
  /** Each part with its container; empty where the object has nothing of it. */
  readonly parts: Readonly<Record<Part, readonly SqlLine[]>>;
  /** What is run; of what is withheld only the remarks. */
  readonly statements: readonly Statement[];
  /** True where the lines are shown as comments, and nothing is run. */
  readonly withheld: boolean;
  readonly problems: readonly SqlProblem[];
}

/** What the object itself does not say. */
export interface RenderContext {
  readonly catalogue: Catalogue;
  readonly dialect: Dialect;
  /** The CMS that tables are filled from; null where nothing is mapped to it. */
  readonly loading?: Loading | null;
  /** What is made of the statements that the database can have; without it they stay as they are. */
  readonly adapt?: (statements: readonly Statement[]) => readonly Statement[];
}

const ELEMENTS: Readonly<Record<Part, readonly Element[]>> = {
  tables: ['create_table', 'remove_fk'],
  load: ['insert_data'],
  keys: ['create_fk', 'create_idx'],
  checks: ['count_orphans'],
};

/**
 * Takes an object of the catalogued specification, gives its lines: one container of tagged elements, which local
 * authorities' configurations take out by tag. What cannot be emitted is a remark in its place and a problem.
 */
export function renderObject(
  object: DataObject,
  { catalogue, dialect, loading = null, adapt }: RenderContext,
): RenderedObject {
  const plan = planObject(object, catalogue, loading);
  const placed = withSources(dialect, loading);
  const kept = emittable(plan.statements, placed);
  const statements = adapt ? adapt(kept) : kept;
  const origins: SqlLine['origins'] = [objectOrigin(object)];
  const line = (text: string): SqlLine => ({ text, origins });
  const container = line(containerTag('table', object.name));
  const tell = (one: SqlLine) => (plan.withheld ? asComment(one) : one);
  const linesOf = (part: Part) =>
    ELEMENTS[part].flatMap((element) => renderElement(element, statements, placed)).map(tell);
  const all = { tables: linesOf('tables'), load: linesOf('load'), keys: linesOf('keys'), checks: linesOf('checks') };
  const partOf = (lines: readonly SqlLine[]) => (lines.length === 0 ? [] : [container, ...lines]);
  return {
    object: object.name,
    lines: [container, ...all.tables, ...all.load, ...all.keys, ...all.checks, ...dialect.batchEnd.map(line).map(tell)],
    parts: { tables: partOf(all.tables), load: partOf(all.load), keys: partOf(all.keys), checks: partOf(all.checks) },
    statements: plan.withheld ? statements.filter(({ kind }) => kind === 'remark') : statements,
    withheld: plan.withheld,
    problems: problemsOf(statements),
  };
}

function renderElement(element: Element, statements: readonly Statement[], dialect: Dialect): SqlLine[] {
  const own = statements.filter((statement) => statement.element === element);
  const [first] = own;
  if (first === undefined) return [];
  // A tag belongs to whatever stands below it, so it is nobody's own; a load is made from all of its items.
  const tag: SqlLine = { text: elementTag(element), origins: [first.origins[0]], bare: '' };
  return [tag, ...own.flatMap((statement) => renderStatement(statement, dialect))];
}

/** The tables of the CMS lie where its catalogue says, unless an authority says otherwise. */
export function withSources(dialect: Dialect, loading: Loading | null): Dialect {
  const schema = writtenFor(loading?.cms.sources?.schema ?? {}, dialect.name);
  if (schema === '' || dialect.place.source.length > 0) return dialect;
  return dialect.at({ ...dialect.place, source: schema.split('.') });
}

function asComment({ text, bare, origins }: SqlLine): SqlLine {
  const hidden = (line: string) => (line === '' || line.startsWith('--') ? line : comment(line));
  return { text: hidden(text), origins, ...(bare === undefined ? {} : { bare: hidden(bare) }) };
}
