/** Two revisions as a list of changes: stage 2 of the pipeline. */
import type { DataItem, DataObject, Specification, Spot } from '../specification/model.js';
import type { Change, Comparison, IdentityQuestion, Value } from './change.js';
import { type ChangeKind, kindRow } from './change-kinds.js';
import { isCosmetic } from './cosmetic.js';
import { diffCodeSets } from './diff-code-sets.js';
import { diffItem, valuesOf } from './diff-item.js';
import { diffMappings } from './diff-mappings.js';
import { diffSpreadsheets } from './diff-spreadsheets.js';
import type { Draft } from './draft.js';
import { groupChanges } from './group.js';
import { type ItemPair, type Matching, matchItems } from './match-items.js';
import { movedPositions } from './moved-items.js';

/** A hash of a text in hexadecimal digits, at least 16 of them. */
export type Hash = (text: string) => string;

/** What the comparison cannot know by itself. */
export interface DiffOptions {
  readonly hash: Hash;
  /** Metadata blocks that the product itself wrote for this proposal: no change of anybody. */
  readonly isOwnBlock?: (item: DataItem) => boolean;
}

/**
 * Compares two revisions. The order is that of the head's objects and items, each item's changes in table order.
 * What stands in a file that either revision cannot read is not compared: it is neither gone nor unchanged.
 */
export function diffSpecifications(from: Specification, to: Specification, options: DiffOptions): Comparison {
  const [base, head] = bothReadable(from, to);
  const matching = matchSpecifications(base, head);
  const { hash, isOwnBlock = () => false } = options;
  const inSpreadsheet = base.spreadsheet !== null || head.spreadsheet !== null;
  const drafts = [
    ...objectDrafts(matching),
    ...matching.items.flatMap((pair) => itemDrafts(pair, { inSpreadsheet, isOwnBlock })),
    ...diffSpreadsheets(base.spreadsheet, head.spreadsheet, matching.items),
    ...diffMappings(base, head, matching),
    ...diffCodeSets(base.codeSets, head.codeSets),
  ];
  const changes = drafts.map((draft) => complete(draft, hash)).sort(byPlace);
  return { changes, groups: groupChanges(changes), questions: [...matching.questions, ...renumberQuestions(matching)] };
}

/** Which object and which item of the base is which of the head; both must be readable. */
export function matchSpecifications(base: Specification, head: Specification): Matching {
  return matchItems(base.objects, head.objects, aliasesOf(base, head));
}

/** An object or an item that was not read has a problem at it or above it; a value that was not read has it below. */
const ITEM_DEPTH = 4;

function bothReadable(base: Specification, head: Specification): readonly [Specification, Specification] {
  const lost = [...base.problems, ...head.problems].filter(
    ({ severity, path }) => severity === 'error' && path.length <= ITEM_DEPTH,
  );
  if (lost.length === 0) return [base, head];
  const files = lost.map(({ file }) => file);
  const isRead = ({ file }: Spot) => !files.some((gone) => file === gone || file.startsWith(`${gone}/`));
  const sheets = [base, head].flatMap(({ spreadsheet }) => spreadsheet ?? []);
  const sheetIsLost = sheets.some(({ file }) => files.includes(file));
  const only = (specification: Specification): Specification => ({
    ...specification,
    objects: specification.objects.filter(isRead).map((object) => (sheetIsLost ? withoutSizes(object) : object)),
    codeSets: specification.codeSets.filter(isRead),
    spreadsheet: sheetIsLost ? null : specification.spreadsheet,
  });
  return [only(base), only(head)];
}

/** Sizes that stand in a lost spreadsheet are unknown, not gone. */
function withoutSizes(object: DataObject): DataObject {
  return { ...object, items: object.items.map((item) => ({ ...item, size: null })) };
}

/** Old refs from the change log; a ref that came to several, or that several items of the base have, is no alias. */
function aliasesOf(base: Specification, head: Specification): Map<string, string> {
  const aliases = new Map<string, string>();
  const several = new Set<string>();
  for (const { itemRef, oldItemRef } of head.changeLog?.entries ?? []) {
    if (oldItemRef === '' || oldItemRef === itemRef) continue;
    if (aliases.has(oldItemRef) && aliases.get(oldItemRef) !== itemRef) several.add(oldItemRef);
    aliases.set(oldItemRef, itemRef);
  }
  const seen = new Set<string>();
  for (const { ref } of aliases.size > 0 ? base.objects.flatMap(({ items }) => items) : []) {
    if (seen.has(ref)) several.add(ref);
    seen.add(ref);
  }
  for (const ref of several) aliases.delete(ref);
  return aliases;
}

function objectDrafts({ objects, items }: Matching): Draft[] {
  const places = new Map(items.flatMap(({ base, head }) => (base && head ? [[head, base] as const] : [])));
  return objects.flatMap(({ base, head }): Draft[] => {
    if (base === head) return [];
    if (!base && head) return [objectDraft('object-added', head, 'head', [null, head.name])];
    if (base && !head) return [objectDraft('object-removed', base, 'base', [base.name, null])];
    if (!base || !head) return [];
    const renamed =
      base.name === head.name ? [] : [objectDraft('object-renamed', head, 'head', [base.name, head.name])];
    return [...renamed, ...orderDraft(base, head, places)];
  });
}

function objectDraft(
  kind: ChangeKind,
  spot: DataObject,
  side: 'base' | 'head',
  values: readonly [Value, Value],
): Draft {
  return { kind, object: spot.name, name: '', before: values[0], after: values[1], spot, side, key: 'name' };
}

function orderDraft(base: DataObject, head: DataObject, was: ReadonlyMap<DataItem, DataItem>): Draft[] {
  const index = new Map(base.items.map((item, position) => [item, position]));
  const kept = head.items.flatMap((item) => {
    const before = was.get(item);
    const position = before && index.get(before);
    return position === undefined ? [] : [{ item, position }];
  });
  const moved = movedPositions(kept.map(({ position }) => position)).flatMap((at) => kept[at] ?? []);
  if (moved.length === 0) return [];
  const before = moved.map(({ item, position }) => `${item.name} ${position + 1}`);
  const after = moved.map(({ item }) => `${item.name} ${head.items.indexOf(item) + 1}`);
  return [objectDraft('item-order-changed', head, 'head', [before, after])];
}

interface ItemOptions {
  readonly inSpreadsheet: boolean;
  readonly isOwnBlock: (item: DataItem) => boolean;
}

function itemDrafts(pair: ItemPair, { inSpreadsheet, isOwnBlock }: ItemOptions): Draft[] {
  const { base, head, moved } = pair;
  if (!base && head) return [itemDraft('item-added', { item: head, was: null }, [null, summary(head)])];
  if (base && !head) return [itemDraft('item-removed', { item: null, was: base }, [summary(base), null])];
  if (!base || !head || base === head) return [];
  const moves = moved ? [itemDraft('item-moved', { item: head, was: base }, [base.object, head.object])] : [];
  const differences = diffItem(base, head).filter(({ kind }) => kind !== 'item-metadata-changed' || !isOwnBlock(head));
  const fields = differences.map(({ kind, before, after, key, part }) => ({
    ...itemDraft(kind, { item: head, was: base }, [before, after]),
    key,
    part,
    source: kind === 'item-size-changed' && inSpreadsheet ? ('spreadsheet' as const) : ('yaml' as const),
  }));
  return [...moves, ...fields];
}

function itemDraft(
  kind: ChangeKind,
  sides: { readonly item: DataItem | null; readonly was: DataItem | null },
  values: readonly [Value, Value],
): Draft {
  const spot = (sides.item ?? sides.was) as DataItem;
  const side = sides.item ? 'head' : 'base';
  return { kind, ...sides, object: spot.object, name: spot.name, before: values[0], after: values[1], spot, side };
}

/** What a reader needs to know of an item that is new or gone. */
function summary(item: DataItem): readonly string[] {
  const facts: readonly (readonly [string, string])[] = [
    ['name', item.name],
    ['type', item.size === null ? item.type : `${item.type}(${item.size})`],
    ['description', item.description],
    ['foreign key', item.foreignKey],
    ['primary key', item.primaryKey ? 'yes' : ''],
    ['returns', item.returns.join(', ')],
  ];
  return facts.filter(([, value]) => value !== '').map(([fact, value]) => `${fact}: ${value}`);
}

function complete(draft: Draft, hash: Hash): Change {
  const { kind, before, after, spot, side, object, name } = draft;
  return {
    kind,
    object,
    itemRef: (draft.item ?? draft.was)?.ref ?? '',
    name,
    before,
    after,
    class: isCosmetic(kind, before, after) ? 'cosmetic' : kindRow(kind).class,
    fingerprint: hash(JSON.stringify(dataOf(draft))).slice(0, 16),
    source: draft.source ?? 'yaml',
    side,
    file: spot.file,
    path: draft.key ? [...spot.path, draft.key] : spot.path,
    was: draft.was ? { object: draft.was.object, itemRef: draft.was.ref, name: draft.was.name } : null,
    part: draft.part ?? '',
  };
}

/** What a fingerprint is of. A summary shows some of an item that is new or gone; what is agreed to is all of it. */
function dataOf({ kind, object, name, before, after, item = null, was = null, part = '' }: Draft): unknown[] {
  const itemRef = (item ?? was)?.ref ?? '';
  const whole = item && was ? null : (item ?? was);
  const data = [kind, object, itemRef, itemRef === '' ? name : '', part, before, after];
  return whole ? [...data, valuesOf(whole)] : data;
}

/** By file, then by place in the file; stable, so an item's changes stay in table order. */
function byPlace(a: Change, b: Change): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  for (const at of [1, 3]) {
    const difference = Number(a.path[at] ?? -1) - Number(b.path[at] ?? -1);
    if (difference) return difference;
  }
  return 0;
}

/** Renumbered refs are read right, but they must not stay: the trace of every entry would break. One question a file. */
function renumberQuestions({ items }: Matching): IdentityQuestion[] {
  const byFile = new Map<string, { base: DataItem; head: DataItem }[]>();
  for (const { base, head, renumbered } of items) {
    if (renumbered && base && head) byFile.set(head.file, [...(byFile.get(head.file) ?? []), { base, head }]);
  }
  return [...byFile.values()].flatMap((pairs) => {
    const [first] = pairs;
    if (!first) return [];
    const list = pairs.map(({ base, head }) => `\`${head.name}\` was ${base.ref} and is ${head.ref}`).join('; ');
    const question =
      `Should these items not keep their refs? ${list}. A ref is the identity of an item, and these refs were other ` +
      "items' before: give only the new item a new ref, the next free one.";
    const { object, ref, file, path } = first.head;
    return [{ object, itemRef: ref, question, file, path: [...path, 'item_ref'] }];
  });
}
