/** What a new script means for deployed tables: every change of it with its class. */
import { type FactChange, isOf } from './fact-changes.js';
import { MIGRATION_CLASSES, type MigrationClass, migrationRow, SAFETIES, type Safety } from './migration-class.js';
import type { RenderedPair } from './script-facts.js';
import { problemsOf } from './statement.js';

/** Something that an analyst has to bring along, or to know. */
export interface MigrationStep {
  readonly class: MigrationClass;
  readonly table: string;
  /** `''` where it is the table itself. */
  readonly column: string;
  /** What is renamed or moved, as it was: `ssd_person.pers_sex`. */
  readonly was?: string;
}

/** All of one target. */
export interface Migration {
  /** The most careful of the steps. */
  readonly safety: Safety;
  readonly steps: readonly MigrationStep[];
}

/** Takes what differs in a script, and the steps that no script shows. */
export function migrationOf(
  changes: readonly FactChange[],
  pairs: readonly RenderedPair[],
  unseen: readonly MigrationStep[] = [],
): Migration {
  const steps = [...changes.flatMap(stepsOf), ...pairs.flatMap(leftOut), ...unseen];
  const rank = Math.max(0, ...steps.map((step) => SAFETIES.indexOf(migrationRow(step.class).safety)));
  return { safety: SAFETIES[rank] ?? 'refused', steps };
}

function stepsOf(change: FactChange): MigrationStep[] {
  const fact = change.after ?? change.before;
  const classes = (Object.keys(MIGRATION_CLASSES) as MigrationClass[]).filter((name) => {
    const { kind, when } = migrationRow(name);
    return kind !== undefined && when !== undefined && isOf(change, { kind, when });
  });
  const isWhole = fact?.kind === 'table' || fact?.kind === 'load' || fact?.kind === 'primary key';
  const step = { table: fact?.table ?? '', column: isWhole ? '' : (fact?.name ?? '') };
  return classes.map((name) => ({ class: name, ...step, ...(ELSEWHERE.includes(name) ? wasNamed(change) : {}) }));
}

/** Classes of what has another name or place than before. */
const ELSEWHERE: readonly MigrationClass[] = ['table-renamed', 'column-renamed', 'column-moved'];

function wasNamed({ before }: FactChange): Pick<MigrationStep, 'was'> {
  if (before === null) return {};
  return { was: before.kind === 'table' ? before.name : `${before.table}.${before.name}` };
}

/** What the head's script says it left out and the base's did not: each problem once; of what is never run always. */
function leftOut({ base, head }: RenderedPair): MigrationStep[] {
  const old = head?.withheld ? [] : (base?.statements ?? []);
  const before = new Set(problemsOf(old).map(({ itemRef, message }) => `${itemRef} ${message}`));
  const fresh = problemsOf(head?.statements ?? []).filter(
    ({ itemRef, message }) => !before.has(`${itemRef} ${message}`),
  );
  const refs = [...new Set(fresh.map(({ itemRef }) => itemRef))];
  return refs.map((column) => ({ class: 'not-emitted', table: head?.object ?? '', column }));
}
