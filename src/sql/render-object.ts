/** A data object -> the lines of its part of a script. */
import type { DataObject } from '../specification/model.js';
import type { Catalogue } from './catalogue.js';
import { comment, containerTag, elementTag } from './comment-text.js';
import type { Dialect } from './dialects/dialect.js';
import { emittable } from './emittable.js';
import { planObject } from './plan-object.js';
import { renderStatement, type SqlLine } from './render-statement.js';
import { type Element, objectOrigin, problemsOf, type SqlProblem, type Statement } from './statement.js';

/** One object as lines, with what they were made from. */
export interface RenderedObject {
  readonly object: string;
  readonly lines: readonly SqlLine[];
  /** What the lines were rendered from. */
  readonly statements: readonly Statement[];
  readonly problems: readonly SqlProblem[];
}

/** What the object itself does not say. */
export interface RenderContext {
  readonly catalogue: Catalogue;
  readonly dialect: Dialect;
}

const ELEMENTS: readonly Element[] = ['create_table', 'create_fk', 'create_idx'];

/**
 * Takes an object of the catalogued specification, gives its lines: one container of tagged elements, which local
 * authorities' configurations take out by tag. What cannot be emitted is a remark in its place and a problem.
 */
export function renderObject(object: DataObject, { catalogue, dialect }: RenderContext): RenderedObject {
  const plan = planObject(object, catalogue);
  const statements = emittable(plan.statements, dialect);
  const origins: SqlLine['origins'] = [objectOrigin(object)];
  const line = (text: string): SqlLine => ({ text, origins });
  const lines = [
    line(containerTag('table', object.name)),
    ...ELEMENTS.flatMap((element) => renderElement(element, statements, dialect)),
    ...dialect.batchEnd.map(line),
  ];
  return {
    object: object.name,
    lines: plan.withheld ? lines.map(asComment) : lines,
    statements,
    problems: problemsOf(statements),
  };
}

function renderElement(element: Element, statements: readonly Statement[], dialect: Dialect): SqlLine[] {
  const own = statements.filter((statement) => statement.element === element);
  const [first] = own;
  if (first === undefined) return [];
  // A tag belongs to whatever stands below it, so it is nobody's own.
  const tag = { text: elementTag(element), origins: first.origins, bare: '' };
  return [tag, ...own.flatMap((statement) => renderStatement(statement, dialect))];
}

function asComment({ text, bare, origins }: SqlLine): SqlLine {
  const hidden = (line: string) => (line === '' || line.startsWith('--') ? line : comment(line));
  return { text: hidden(text), origins, ...(bare === undefined ? {} : { bare: hidden(bare) }) };
}
