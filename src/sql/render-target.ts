/** A specification -> the script of a target. */
import type { Config } from '../config/config.js';
import type { CmsMappings } from '../specification/mapping.js';
import type { Specification } from '../specification/model.js';
import { atOnce, type Steps } from '../steps.js';
import { assemble, DEFAULT_YEARS, loadOf } from './assemble.js';
import { catalogueOf, inScriptOrder } from './catalogue.js';
import { comment, elementTag } from './comment-text.js';
import { type Coverage, coverageOf } from './coverage.js';
import type { Parse } from './expressions/parser.js';
import { headerLines } from './header.js';
import { type LoadedScope, loadedScope } from './loaded-scope.js';
import type { Loading } from './loads/plan-load.js';
import { rememberingRenderer } from './remembered-objects.js';
import type { RenderContext, RenderedObject } from './render-object.js';
import type { SqlProblem } from './statement.js';
import type { Target } from './targets.js';
import { versionLines } from './version-log.js';

/** A text and where it lies in the repository. */
export interface ScriptFile {
  readonly file: string;
  readonly text: string;
}

/** One whole script. */
export interface TargetScript extends ScriptFile {
  /** Each object by itself, for reading; none where the target only creates tables. */
  readonly objects: readonly ScriptFile[];
  readonly coverage: Coverage;
  /** What the specification asks for and the script does not have. */
  readonly problems: readonly SqlProblem[];
}

/** What a script is made with: `parse` is needed where the CMS of the target is mapped. */
export type TargetOptions = Pick<Config, 'layout' | 'name'> & {
  readonly parse?: Parse | null;
  /** Years that the extract keeps. */
  readonly years?: number;
  /** What a local authority wants otherwise. */
  readonly own?: OwnScript;
};

/** A script that is not the standard's own in everything. */
export interface OwnScript {
  /** What is made of the statements of an object; one that keeps none is not in the script. */
  readonly adapt: NonNullable<RenderContext['adapt']>;
  /** Comment lines below the header; of a script that only creates tables nothing is loaded. */
  readonly said: (loaded: LoadedScope | null) => readonly string[];
}

/** Where a target's script lies: `sql/liquid_logic.sqlserver.sql`. */
export function scriptFile(target: Target, config: Pick<Config, 'layout'>): string {
  return `${config.layout.sql}/${target.name}.sql`;
}

/** The mappings of a target's CMS, or null where there are none. */
export function mappingsOf({ cms }: Specification, target: Target): CmsMappings | null {
  return cms.find((one) => one.cms === target.cms && one.mappings.length > 0) ?? null;
}

/** Whether rendering any of these targets needs the parser of mappings. */
export function needsParser(specification: Specification, targets: readonly Target[]): boolean {
  return targets.some((target) => mappingsOf(specification, target) !== null);
}

/** What loads are made with, or null where nothing is mapped. */
export function loadingOf(specification: Specification, target: Target, parse: Parse | null = null): Loading | null {
  const cms = mappingsOf(specification, target);
  if (cms === null) return null;
  if (parse === null) throw new Error(`the parser of mappings is not loaded, and ${cms.cms} is mapped`);
  return { cms, parse };
}

/**
 * Takes a specification, gives the script of a target: the same text for the same specification, whenever and wherever
 * it is made.
 */
export function renderTarget(specification: Specification, target: Target, options: TargetOptions): TargetScript {
  return atOnce(renderSteps(specification, target, options));
}

/** The same, with a pause after every object. */
export function* renderSteps(
  specification: Specification,
  target: Target,
  options: TargetOptions,
): Steps<TargetScript> {
  const { dialect } = target;
  const loading = loadingOf(specification, target, options.parse);
  const { adapt, said = () => [] } = options.own ?? {};
  const context = { catalogue: catalogueOf(specification), dialect, loading, ...(adapt ? { adapt } : {}) };
  const render = rememberingRenderer(target.name);
  const rendered: RenderedObject[] = [];
  for (const object of inScriptOrder(specification.objects)) {
    const lines = render(object, context);
    if (lines.statements.length > 0) rendered.push(lines);
    yield;
  }
  const coverage = coverageOf(specification, target.cms, loading?.cms ?? null);
  const loaded =
    loading &&
    loadedScope(
      rendered.map(loadOf).filter((load) => load !== null),
      loading,
    );
  const header = headerLines(target, options.name, {
    loaded,
    coverage: specification.cms.length > 0 ? coverage : null,
  });
  const version = loading === null ? [] : versionLines(specification, options.name, { dialect, adapt });
  const body =
    loading === null
      ? rendered.map(textLines)
      : assemble(rendered, { dialect, years: options.years ?? DEFAULT_YEARS, version });
  const file = scriptFile(target, options);
  return {
    file,
    text: textOf([[...header, ...said(loaded)], ...body]),
    objects: loading === null ? [] : rendered.map((one) => objectFile(one, file, target)),
    coverage,
    problems: rendered.flatMap(({ problems }) => problems),
  };
}

function objectFile(rendered: RenderedObject, script: string, target: Target): ScriptFile {
  const whole = script.slice(script.lastIndexOf('/') + 1);
  const header = [
    elementTag('header'),
    comment(`${rendered.object} for ${target.title}, for reading: the script that is run is ${whole},`),
    comment('which has this part of every object in its place, and the settings that the load refers to.'),
  ];
  const name = rendered.object.replace(/[^\w-]/g, '_');
  return { file: `${script.replace(/\.sql$/, '')}/${name}.sql`, text: textOf([header, textLines(rendered)]) };
}

function textOf(sections: readonly (readonly string[])[]): string {
  return sections.map((lines) => `${lines.join('\n')}\n`).join('\n');
}

function textLines({ lines }: RenderedObject): readonly string[] {
  return lines.map(({ text }) => text);
}
