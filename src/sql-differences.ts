/** The SQL difference of every configured target, each hunk with the changes that caused it. */
import type { Hash } from './changes/diff.js';
import type { Config } from './config/config.js';
import type { JudgedChange, TargetDiff } from './review.js';
import type { Specification } from './specification/model.js';
import { comparesLoads, type DiffOptions, diffTargets } from './sql/diff-targets.js';
import { loadParser } from './sql/expressions/parser.js';
import { targetNamed } from './sql/targets.js';

interface SqlInput {
  readonly base: Specification;
  readonly head: Specification;
  readonly changes: readonly JudgedChange[];
  readonly config: Config;
  readonly hash: Hash;
}

/** Throws `unknown-target` for a target that the configuration names and nobody can generate. */
export async function sqlDifferences(input: SqlInput): Promise<readonly TargetDiff[]> {
  const { base, head, changes, config, hash } = input;
  const causes = causesOf(changes);
  const options: DiffOptions = {
    targets: config.targets.map(targetNamed),
    config,
    hash,
    causes: (object, itemRef) => causes.get(`${object} ${itemRef}`) ?? [],
    changedObjects: new Set(changes.filter(isStructural).flatMap(({ object, was }) => [object, was?.object ?? object])),
    renamedObjects: new Map(
      changes.filter(({ kind }) => kind === 'object-renamed').map(({ object, before }) => [object, String(before)]),
    ),
    renumberedRefs: new Map(
      changes
        .filter(({ kind }) => kind === 'item-ref-changed')
        .map(({ before, after }) => [String(after), String(before)]),
    ),
  };
  const parse = comparesLoads(base, head, options) ? await loadParser() : null;
  return diffTargets(base, head, { ...options, parse });
}

/** Letter case can reach a name or a type, so cosmetic changes count here; texts and code sets never do. */
function isStructural({ class: changeClass, object }: JudgedChange): boolean {
  return changeClass !== 'documentation' && object !== '';
}

/** Identifiers by object and ref of either side; refs where a change has no identifier. */
function causesOf(changes: readonly JudgedChange[]): Map<string, string[]> {
  const causes = new Map<string, string[]>();
  for (const { object, itemRef, was, changeId, class: changeClass } of changes) {
    if (changeClass === 'documentation') continue;
    const cause = changeId ?? (itemRef || object);
    for (const key of new Set([`${object} ${itemRef}`, `${was?.object ?? object} ${was?.itemRef ?? itemRef}`])) {
      const known = causes.get(key) ?? [];
      if (!known.includes(cause)) causes.set(key, [...known, cause]);
    }
  }
  return causes;
}
