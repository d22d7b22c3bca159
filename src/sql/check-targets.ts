/** Whether the generated scripts in a repository are what its specification gives. */
import type { Specification } from '../specification/model.js';
import { renderTarget, type TargetOptions } from './render-target.js';
import type { Target } from './targets.js';

/** A script that has to be generated again. */
export interface StaleScript {
  readonly file: string;
  /** First line that differs, 1-based; null where the file is missing. */
  readonly line: number | null;
  /** That line in the file, and as the specification gives it; null where one of them has ended. */
  readonly found: string | null;
  readonly expected: string | null;
}

/** Which scripts are checked, and where they lie. */
export interface CheckOptions {
  readonly targets: readonly Target[];
  readonly config: TargetOptions;
}

/**
 * Takes a specification and the scripts as they lie in the repository (null or absent: there is none), gives those
 * that are missing or differ. Line ends do not count: git may have made them CRLF on checkout.
 */
export function checkTargets(
  specification: Specification,
  files: ReadonlyMap<string, string | null>,
  { targets, config }: CheckOptions,
): readonly StaleScript[] {
  return targets
    .map((target) => renderTarget(specification, target, config))
    .flatMap((script) => [script, ...script.objects])
    .map(({ file, text }) => staleness(file, files.get(file) ?? null, text))
    .filter((stale) => stale !== null);
}

/** Takes the paths of the scripts in the repository, gives those below a target's folder that nothing is generated for. */
export function leftOver(
  specification: Specification,
  paths: readonly string[],
  { targets, config }: CheckOptions,
): readonly string[] {
  const scripts = targets.map((target) => renderTarget(specification, target, config));
  const known = new Set(scripts.flatMap(({ objects }) => objects.map(({ file }) => file)));
  const folders = scripts.map(({ file }) => `${file.replace(/\.sql$/, '')}/`);
  return paths.filter((path) => folders.some((folder) => path.startsWith(folder)) && !known.has(path));
}

function staleness(file: string, found: string | null, expected: string): StaleScript | null {
  if (found === null) return { file, line: null, found: null, expected: null };
  const [has, wants] = [found.replaceAll('\r\n', '\n').split('\n'), expected.split('\n')];
  const length = Math.max(has.length, wants.length);
  const index = Array.from({ length }).findIndex((_, line) => has[line] !== wants[line]);
  return index === -1 ? null : { file, line: index + 1, found: has[index] ?? null, expected: wants[index] ?? null };
}
