/** What differs in the facts of two scripts: what a summary counts, and what a deployed table needs. */
import { type BaseRefOf, type Fact, type RenderedPair, scriptFacts, TAKEN_OFF } from './script-facts.js';

/** One thing before and after; null where it does not exist. */
export interface FactChange {
  readonly before: Fact | null;
  readonly after: Fact | null;
}

/** Whether a change is of one sort. */
export type When = (before: Fact | null, after: Fact | null) => boolean;

/** Something that comes. */
export const added: When = (before, after) => before === null && after !== null;

/** Something that goes. */
export const removed: When = (before, after) => before !== null && after === null;

/** Something that both revisions have, and in which they differ. */
export const both =
  (when: (before: Fact, after: Fact) => boolean): When =>
  (before, after) =>
    before !== null && after !== null && when(before, after);

/** A foreign key that the script adds, and did not. */
export const enforced: When = (before, after) => !isEnforced(before) && isEnforced(after);

/** A foreign key that the script no longer adds. */
export const unenforced: When = (before, after) => isEnforced(before) && !isEnforced(after);

function isEnforced(key: Fact | null): boolean {
  return key !== null && key.type !== TAKEN_OFF;
}

/**
 * Takes the objects whose scripts differ, gives everything in them on both sides. An item is known by its ref, so a
 * rename is one change; columns and keys of a table that comes or goes as a whole are not told beside it.
 */
export function factChanges(pairs: readonly RenderedPair[], baseRefOf: BaseRefOf): readonly FactChange[] {
  const before = scriptFacts(
    pairs.map(({ base }) => base),
    (itemRef) => itemRef,
  );
  const after = scriptFacts(
    pairs.map(({ head }) => head),
    baseRefOf,
  );
  const keys = new Set([...before.keys(), ...after.keys()]);
  const changes = [...keys].map((key) => ({ before: before.get(key) ?? null, after: after.get(key) ?? null }));
  const stays = (fact: Fact | null) => fact === null || (before.has(tableKey(fact)) && after.has(tableKey(fact)));
  return changes.filter(
    ({ before: old, after: young }) =>
      old?.kind === 'table' || young?.kind === 'table' || (old && young) || (stays(old) && stays(young)),
  );
}

function tableKey({ pair }: Fact): string {
  return `table ${pair}`;
}

/** Whether a change is of this kind and sort. */
export function isOf({ before, after }: FactChange, { kind, when }: { kind: Fact['kind']; when: When }): boolean {
  return (before ?? after)?.kind === kind && when(before, after);
}
