/** The statements of a target's script, one by one, from the nodes that they were rendered from. */
import type { Specification } from '../specification/model.js';
import { catalogueOf, inScriptOrder } from '../sql/catalogue.js';
import type { Parse } from '../sql/expressions/parser.js';
import { fold } from '../sql/names.js';
import { type RenderedObject, renderObject } from '../sql/render-object.js';
import { renderBody, renderStatement, type SqlLine } from '../sql/render-statement.js';
import { loadingOf } from '../sql/render-target.js';
import type { Statement } from '../sql/statement.js';
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
  /** The tables that have to be there before it, by folded name; its own among them unless it makes it. */
  readonly requires: readonly string[];
}

/** Takes a specification and a target, gives the statements that its script runs, object by object. */
export function trialStatements(
  specification: Specification,
  target: Target,
  parse: Parse | null = null,
): readonly TrialStatement[] {
  const loading = parse === null ? null : loadingOf(specification, target, parse);
  const context = { catalogue: catalogueOf(specification), dialect: target.dialect, loading };
  return inScriptOrder(specification.objects)
    .map((object) => renderObject(object, context))
    .filter((rendered) => !isWithheld(rendered))
    .flatMap(({ object, statements }) =>
      statements
        .filter((statement) => statement.kind !== 'remark')
        .map((statement) => ({
          target: target.name,
          object,
          element: statement.element,
          name: nameOf(statement),
          text: textOf(renderStatement(statement, target.dialect)),
          bare: textOf(renderBody(statement, target.dialect)),
          requires: requiredBy(statement),
        })),
    );
}

/** What may be a table of the CMS is shown as a comment and never run. */
function isWithheld({ lines }: RenderedObject): boolean {
  return lines.every(({ text }) => text.startsWith('--'));
}

function nameOf(statement: Exclude<Statement, { kind: 'remark' }>): string {
  if (statement.kind === 'count-orphans') return `${statement.table}.${statement.column}`;
  return 'name' in statement ? statement.name : statement.table;
}

function requiredBy(statement: Exclude<Statement, { kind: 'remark' }>): string[] {
  if (statement.kind === 'create-table') return [];
  const parents = 'parentTable' in statement ? [statement.parentTable] : [];
  return [statement.table, ...parents].map(fold);
}

/** The slash that ends a block is a command of SQL*Plus and no part of the statement. */
function textOf(lines: readonly SqlLine[]): string {
  const texts = lines.map(({ text }) => text);
  return (texts.at(-1) === '/' ? texts.slice(0, -1) : texts).join('\n');
}
