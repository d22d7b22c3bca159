/**
 * Stage 4: which identifier each changed item has.
 *
 * An identifier is bound to the change request and the item: a row that this proposal already has in the change log
 * keeps its number, everything else gets the next after the highest ever seen. A number that a proposal brings and
 * that runs far ahead of the log is not believed (a forged `SSD-9999` would burn all before it), and not given either.
 */
import type { Change } from '../changes/change.js';
import { isSettled, PENDING } from '../specification/change-status.js';
import type { ChangeLogEntry, Specification } from '../specification/model.js';
import type { ForgedRow } from './forgeries.js';
import { formatIdentifier, type IdentifierForm, identifierNumber, identifiersIn } from './identifier.js';
import { pairRows } from './pair-rows.js';
import { asCell, entryKey, isIdentified, subjectKey, subjectOf } from './subject.js';

/** Everything that has numbers in it, and what needs one. */
export interface AssignInput {
  readonly base: Specification;
  readonly head: Specification;
  readonly changes: readonly Change[];
  /** Identifiers reserved by anybody, anywhere: never given again. */
  readonly reserved: readonly string[];
  readonly form: IdentifierForm;
  /** Names the proposal; stands as `change_source` in its rows. */
  readonly changeRequest: string;
  /** Where a register is kept: what it gave this proposal, by `subjectKey`. Then only its word is believed. */
  readonly given?: ReadonlyMap<string, string>;
}

/** Who has which number, and which numbers nobody believes. */
export interface Assignment {
  /** Identifier of each subject, by `subjectKey`. */
  readonly identifiers: ReadonlyMap<string, string>;
  /** Rows of this proposal's own in the head's log: what it was given in earlier runs. */
  readonly ownEntries: readonly ChangeLogEntry[];
  /** Rows that the proposal added with numbers it cannot have been given, and rows of the base that it altered or lost. */
  readonly forged: readonly ForgedRow[];
}

/** One identifier for each changed subject, in the order of the changes. */
export function assignIdentifiers(input: AssignInput): Assignment {
  const { form } = input;
  const number = (id: string) => identifierNumber(id, form) ?? 0;
  const highest = Math.max(0, highestIn(input.base, form), ...input.reserved.map(number));
  const { altered, lost, added } = pairRows(input.base, input.head, form);
  const { own, others, forged } = sortEntries(input, added, highest);
  const known = new Map([...unusedOf(input), ...own.map((entry) => [entryKey(entry), entry.changeId] as const)]);
  const unbelieved = new Set(forged.map((entry) => number(entry.changeId)));
  let next = Math.max(highest, ...[...own, ...others].map((entry) => number(entry.changeId))) + 1;
  const identifiers = new Map<string, string>();
  for (const change of input.changes) {
    const key = subjectKey(subjectOf(change));
    if (!isIdentified(change) || identifiers.has(key)) continue;
    const given = known.get(key);
    while (unbelieved.has(next)) next += 1;
    identifiers.set(key, given ?? formatIdentifier(next, form));
    if (!given) next += 1;
  }
  return {
    identifiers,
    ownEntries: input.given ? own.map(openAgain) : own,
    forged: [
      ...forged,
      ...altered.map(({ was, is }) => ({ ...is, was })),
      ...lost.map((entry) => ({ ...entry, lost: true })),
    ],
  };
}

/** A number whose row the base has already stands for what was merged: another change of the item is another change. */
function unusedOf({ given = new Map(), base }: AssignInput): (readonly [key: string, identifier: string])[] {
  const used = new Set((base.changeLog?.entries ?? []).map((entry) => `${entry.changeId} ${entryKey(entry)}`));
  return [...given].filter(([key, identifier]) => !used.has(`${identifier} ${key}`));
}

/** A register is kept of what is proposed: nothing of it is agreed yet, whatever its own rows say. */
function openAgain(entry: ChangeLogEntry): ChangeLogEntry {
  return isSettled(entry) ? { ...entry, changeStatus: PENDING } : entry;
}

function highestIn({ changeLog, objects, changelogMd }: Specification, form: IdentifierForm): number {
  const logged = (changeLog?.entries ?? []).map((entry) => entry.changeId);
  const written = objects.flatMap(({ items }) => items.map((item) => item.metadata?.changeId ?? ''));
  const published = identifiersIn(changelogMd?.text ?? '', form);
  let highest = 0;
  for (const id of [...logged, ...written, ...published]) highest = Math.max(highest, identifierNumber(id, form) ?? 0);
  return highest;
}

/**
 * Rows that the head has and the base has not: the proposal's own, those of people, and unbelievable ones. A number
 * that stands twice is given to the first row only, and a proposal has one row for a subject.
 */
function sortEntries(
  { base, form, changeRequest, given, reserved }: AssignInput,
  added: readonly ChangeLogEntry[],
  highest: number,
) {
  const old = new Set((base.changeLog?.entries ?? []).map((entry) => `${entry.changeId} ${entryKey(entry)}`));
  const sorted = { own: [] as ChangeLogEntry[], others: [] as ChangeLogEntry[], forged: [] as ChangeLogEntry[] };
  const seen = new Set<number | string | null>();
  for (const entry of added) {
    const number = identifierNumber(entry.changeId, form);
    const next = number !== null && number > highest && number <= highest + added.length;
    const follows = !base.changeLog || (next && entry.changeId === formatIdentifier(number, form));
    const possible = number !== null && (follows || reserved.includes(entry.changeId));
    const granted = given ? given.get(entryKey(entry)) === entry.changeId : possible;
    const believed = granted && !old.has(`${entry.changeId} ${entryKey(entry)}`);
    const own = asCell(entry.changeSource) === asCell(changeRequest);
    const claims = own ? [number, entryKey(entry)] : [number];
    if (!believed || claims.some((claim) => seen.has(claim))) {
      sorted.forged.push(entry);
      continue;
    }
    sorted[own ? 'own' : 'others'].push(entry);
    for (const claim of claims) seen.add(claim);
  }
  return sorted;
}
