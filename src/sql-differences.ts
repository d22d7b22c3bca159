/** The SQL difference of every configured target, each hunk with the changes that caused it. */
import type { Hash } from './changes/diff.js';
import type { Config } from './config/config.js';
import { isIdentified, subjectKey, subjectOf } from './identifiers/subject.js';
import type { Breathe } from './ports.js';
import type { JudgedChange, TargetDiff } from './review.js';
import type { Specification } from './specification/model.js';
import { comparesLoads, type DiffOptions, diffSteps } from './sql/diff-targets.js';
import { loadParser } from './sql/expressions/parser.js';
import type { MigrationStep } from './sql/migration.js';
import { targetNamed } from './sql/targets.js';
import { inTurns } from './steps.js';

interface SqlInput {
  readonly base: Specification;
  readonly head: Specification;
  readonly changes: readonly JudgedChange[];
  readonly config: Config;
  readonly hash: Hash;
  readonly breathe: Breathe;
}

/** Throws `unknown-target` for a target that the configuration names and nobody can generate. */
export async function sqlDifferences(input: SqlInput): Promise<readonly TargetDiff[]> {
  const { base, head, changes, config, hash } = input;
  const causes = namedBy(changes, ({ changeId, itemRef, object }) => changeId ?? (itemRef || object));
  const owners = ownersOf(changes);
  const options: DiffOptions = {
    targets: config.targets.map(targetNamed),
    config,
    hash,
    causes: (object, itemRef) => causes.get(`${object} ${itemRef}`) ?? [],
    owners: (object, itemRef) => owners.get(`${object} ${itemRef}`) ?? [],
    changedObjects: new Set(changes.filter(isStructural).flatMap(({ object, was }) => [object, was?.object ?? object])),
    renamedObjects: new Map(
      changes.filter(({ kind }) => kind === 'object-renamed').map(({ object, before }) => [object, String(before)]),
    ),
    renumberedRefs: new Map(
      changes
        .filter(({ kind }) => kind === 'item-ref-changed')
        .map(({ before, after }) => [String(after), String(before)]),
    ),
    unseenSteps: shrunkCodeSets(changes, head),
  };
  const parse = comparesLoads(base, head, options) ? await loadParser() : null;
  return inTurns(diffSteps(base, head, { ...options, parse }), input.breathe);
}

/** Codes are no SQL, but rows that are deployed have them. */
function shrunkCodeSets(changes: readonly JudgedChange[], { objects }: Specification): MigrationStep[] {
  const shrunk = new Set(changes.filter(({ kind }) => kind === 'code-set-value-removed').map(({ name }) => name));
  const items = objects.flatMap((object) => object.items).filter(({ codeSet }) => shrunk.has(codeSet));
  return items.map(({ object, name }) => ({ class: 'code-set-shrinks', table: object, column: name }));
}

/** Letter case can reach a name or a type, so cosmetic changes count here; texts and code sets never do. */
function isStructural({ class: changeClass, object }: JudgedChange): boolean {
  return changeClass !== 'documentation' && object !== '';
}

/** What names a change, by object and ref of either side. */
function namedBy(changes: readonly JudgedChange[], nameOf: (change: JudgedChange) => string): Map<string, string[]> {
  const names = new Map<string, string[]>();
  for (const change of changes) {
    const { object, itemRef, was, class: changeClass } = change;
    if (changeClass === 'documentation') continue;
    const keys = [`${object} ${itemRef}`, `${was?.object ?? object} ${was?.itemRef ?? itemRef}`];
    for (const key of new Set(keys)) addTo(names, key, nameOf(change));
  }
  return names;
}

function addTo(names: Map<string, string[]>, key: string, name: string): void {
  const known = names.get(key) ?? [];
  if (!known.includes(name)) names.set(key, [...known, name]);
}

/** Subjects by object and ref of either side; for an object that comes or goes, its items speak. */
function ownersOf(changes: readonly JudgedChange[]): Map<string, string[]> {
  const isWhole = ({ kind }: JudgedChange) => kind === 'object-added' || kind === 'object-removed';
  const owners = namedBy(changes, (change) => subjectKey(subjectOf(change)));
  for (const { object } of changes.filter(isWhole)) {
    const items = changes.filter((change) => change.itemRef !== '' && isIdentified(change) && isIn(change, object));
    const speakers = [...new Set(items.map((change) => subjectKey(subjectOf(change))))];
    if (speakers.length > 0) owners.set(`${object} `, speakers);
  }
  return owners;
}

function isIn({ object, was, class: changeClass }: JudgedChange, name: string): boolean {
  return changeClass === 'structural' && (object === name || was?.object === name);
}
