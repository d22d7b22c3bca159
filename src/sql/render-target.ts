/** A specification -> the script of a target. */
import type { Config } from '../config/config.js';
import type { Specification } from '../specification/model.js';
import { catalogueOf, inScriptOrder } from './catalogue.js';
import { headerLines } from './header.js';
import { type RenderedObject, renderObject } from './render-object.js';
import type { SqlProblem } from './statement.js';
import type { Target } from './targets.js';

/** One whole script. */
export interface TargetScript {
  /** Path in the repository. */
  readonly file: string;
  readonly text: string;
  /** What the specification asks for and the script does not have. */
  readonly problems: readonly SqlProblem[];
}

/** Where a target's script lies: `sql/liquid_logic.sqlserver.sql`. */
export function scriptFile(target: Target, config: Pick<Config, 'layout'>): string {
  return `${config.layout.sql}/${target.name}.sql`;
}

/**
 * Takes a specification, gives the script that creates its tables on a target: the same text for the same
 * specification, whenever and wherever it is made.
 */
export function renderTarget(
  specification: Specification,
  target: Target,
  config: Pick<Config, 'layout' | 'name'>,
): TargetScript {
  const context = { catalogue: catalogueOf(specification), dialect: target.dialect };
  const rendered = inScriptOrder(specification.objects).map((object) => renderObject(object, context));
  return {
    file: scriptFile(target, config),
    text: scriptText(headerLines(target, config.name), rendered),
    problems: rendered.flatMap(({ problems }) => problems),
  };
}

/** Takes the lines of the header and the rendered objects, gives the whole text. */
export function scriptText(header: readonly string[], rendered: readonly RenderedObject[]): string {
  return [header, ...rendered.map(textLines)].map((lines) => `${lines.join('\n')}\n`).join('\n');
}

/** What no script, or not every script, can have: each problem once, in the order of the first target's script. */
export function sqlProblems(
  specification: Specification,
  targets: readonly Target[],
  config: Pick<Config, 'layout' | 'name'>,
): readonly SqlProblem[] {
  const problems = targets.flatMap((target) => renderTarget(specification, target, config).problems);
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

function textLines({ lines }: RenderedObject): readonly string[] {
  return lines.map(({ text }) => text);
}
