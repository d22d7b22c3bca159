/** What of one revision is put into the other, so that the rest of the other stays as it is. */

import type { Change } from '../changes/change.js';
import { matchSpecifications } from '../changes/diff.js';
import { subjectKey, subjectOf } from '../identifiers/subject.js';
import type { DataItem, DataObject } from '../specification/model.js';
import type { Revised } from './revision.js';

/** An item on both sides; null where it is new or gone. */
export interface ItemChoice {
  readonly into: DataItem | null;
  readonly from: DataItem | null;
}

/** An object on both sides, with what of it is chosen beside its items. */
export interface ObjectChoice {
  readonly into: DataObject | null;
  readonly from: DataObject | null;
  readonly takesName: boolean;
  readonly takesOrder: boolean;
}

/** Everything that a graft needs to know; the same choice the other way round puts back what it took. */
export interface Choice {
  readonly into: Revised;
  readonly from: Revised;
  /** The side that is the base: its metadata blocks stay, because blocks are written by `steward record` alone. */
  readonly base: 'into' | 'from';
  readonly objects: readonly ObjectChoice[];
  readonly items: readonly ItemChoice[];
  /** Every item of `from` that `into` has too. */
  readonly counterparts: ReadonlyMap<DataItem, DataItem>;
  /** Code sets, by name. */
  readonly codeSets: ReadonlySet<string>;
}

/** A proposal with its changes. */
interface Proposed {
  readonly base: Revised;
  readonly head: Revised;
  readonly changes: readonly Change[];
}

/** The choice that puts the head's changes of these subjects into the base. */
export function choose({ base, head, changes }: Proposed, keys: ReadonlySet<string>): Choice {
  const { objects, items } = matchSpecifications(base.specification, head.specification);
  const chosen = changes.filter((change) => keys.has(subjectKey(subjectOf(change))));
  const changed = new Set(chosen.filter(({ kind }) => kind.startsWith('item-')).map(nameOfItem));
  const takes = (kind: Change['kind'], object: DataObject | null) =>
    chosen.some((change) => change.kind === kind && change.object === object?.name);
  return {
    into: base,
    from: head,
    base: 'into',
    objects: objects.map((pair) => ({
      into: pair.base,
      from: pair.head,
      takesName: takes('object-renamed', pair.head),
      takesOrder: takes('item-order-changed', pair.head),
    })),
    items: items
      .filter((pair) => {
        const item = pair.head ?? pair.base;
        return item !== null && changed.has(nameOfItem({ object: item.object, itemRef: item.ref, name: item.name }));
      })
      .map((pair) => ({ into: pair.base, from: pair.head })),
    counterparts: new Map([
      ...items.flatMap((pair) => (pair.base && pair.head ? [[pair.head, pair.base] as const] : [])),
      ...objects.flatMap((pair) =>
        (pair.base === pair.head ? (pair.head?.items ?? []) : []).map((item) => [item, item] as const),
      ),
    ]),
    codeSets: new Set(chosen.filter(({ kind }) => kind.startsWith('code-set-')).map(({ name }) => name)),
  };
}

/** The same choice, put back: what the head has of these subjects is taken out of it again. */
export function reversed({ into, from, objects, items, counterparts, codeSets }: Choice): Choice {
  return {
    into: from,
    from: into,
    base: 'from',
    objects: objects.map((pair) => ({ ...pair, into: pair.from, from: pair.into })),
    items: items.map((pair) => ({ into: pair.from, from: pair.into })),
    counterparts: new Map([...counterparts].map(([one, other]) => [other, one])),
    codeSets,
  };
}

function nameOfItem({ object, itemRef, name }: Pick<Change, 'object' | 'itemRef' | 'name'>): string {
  return JSON.stringify([object, itemRef, name]);
}
