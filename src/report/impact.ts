/** Who is hit by the changes: returns, local authorities by their CMS, and outside consumers of the tables. */
import type { Change, Value } from '../changes/change.js';
import type { ChangeKind } from '../changes/change-kinds.js';
import type { Impact } from '../review.js';
import type { DataItem, Specification } from '../specification/model.js';
import type { Surroundings } from '../specification/surroundings.js';
import { CONSUMER_EFFECTS, type ConsumerEffect } from './impact-sentences.js';
import { grouped, tally } from './tally.js';
import { type Column, columnName, indexOf, type Touch, touchOf } from './touched-items.js';

type ConsumerHit = Impact['consumers'][number];

type Reader = { readonly consumer: string; readonly column: string };

/** Which of the returns or CMS of its items a change touches, where it is not all of them. */
type Narrowing = Partial<Record<ChangeKind, (change: Change) => readonly string[]>>;

const RETURNS: Narrowing = { 'item-order-changed': none, 'item-returns-changed': differing };

const CMS: Narrowing = {
  'item-order-changed': none,
  'item-returns-changed': none,
  'item-cms-changed': differing,
  'item-cms-field-changed': differingCms,
  'item-cms-table-changed': differingCms,
  'item-mapping-changed': differingCms,
  'object-mapping-changed': differingCms,
};

/** What the structural changes touch; documentation and cosmetic changes touch nobody. Linear in its input. */
export function impactOf(
  changes: readonly Change[],
  base: Specification,
  head: Specification,
  surroundings: Surroundings,
): Impact {
  const before = indexOf(base);
  const after = indexOf(head);
  const touches = changes
    .filter((change) => change.class === 'structural')
    .map((change) => touchOf(change, before, after));
  const running = tally(surroundings.localAuthorities.map(({ cms }) => cms));
  const cms = namesTouched(touches, CMS, (item) => item.cms);
  return {
    returns: namesTouched(touches, RETURNS, (item) => item.returns),
    cms: cms.map(({ name, items }) => ({ name, items, localAuthorities: running.get(name) ?? 0 })),
    consumers: consumerHits(touches, readersOf(surroundings)),
  };
}

/** Names with the number of different items that have them, greatest first. */
function namesTouched(
  touches: readonly Touch[],
  narrowing: Narrowing,
  namesOf: (item: DataItem) => readonly string[],
): { name: string; items: number }[] {
  const found = new Map<string, Set<string>>();
  for (const { change, items } of touches) {
    const narrowed = narrowing[change.kind]?.(change);
    for (const item of items) {
      for (const name of narrowed ?? namesOf(item)) {
        found.set(name, (found.get(name) ?? new Set()).add(item.ref || columnName(item)));
      }
    }
  }
  return [...found]
    .map(([name, items]) => ({ name, items: items.size }))
    .sort((a, b) => b.items - a.items || (a.name < b.name ? -1 : 1));
}

function readersOf({ consumers }: Surroundings): Map<string, Reader[]> {
  const readers = consumers.flatMap(({ title, tables }) =>
    Object.entries(tables).flatMap(([object, names]) =>
      names.map((name) => ({ consumer: title, column: columnName({ object, name }) })),
    ),
  );
  return grouped(readers, ({ column }) => column.toLowerCase());
}

/** Names in SQL have no letter case, so columns are compared without it. */
function consumerHits(touches: readonly Touch[], readers: ReadonlyMap<string, readonly Reader[]>): ConsumerHit[] {
  const hits = touches.flatMap(({ change, columns }) =>
    columns.flatMap((column) => columnHits(change.kind, column, readers)),
  );
  return [...new Map(hits.map((hit) => [JSON.stringify([hit.consumer, hit.sentence]), hit])).values()];
}

function columnHits(kind: ChangeKind, column: Column, readers: ReadonlyMap<string, readonly Reader[]>): ConsumerHit[] {
  const { was, now, taken, reused, itemRef } = column;
  const effects = CONSUMER_EFFECTS[kind];
  const hits = (name: string | null, effect: ConsumerEffect | undefined) =>
    (effect && name !== null ? (readers.get(name.toLowerCase()) ?? []) : []).map((reader) => ({
      ...reader,
      itemRef,
      sentence: effect?.({ was: was ?? '', now: now ?? '', reused, title: reader.consumer }) ?? '',
    }));
  return [...hits(was, effects?.old), ...(was === now || taken ? [] : hits(now, effects?.new))];
}

function none(): readonly string[] {
  return [];
}

function differing({ before, after }: Change): readonly string[] {
  const [old, now] = [entriesOf(before), entriesOf(after)];
  return [...old.filter((entry) => !now.includes(entry)), ...now.filter((entry) => !old.includes(entry))];
}

/** The CMS of the `cms:field` pairs that differ. */
function differingCms(change: Change): readonly string[] {
  return differing(change).map((pair) => pair.split(':', 1)[0] ?? '');
}

function entriesOf(value: Value): readonly string[] {
  return Array.isArray(value) ? value : [];
}
