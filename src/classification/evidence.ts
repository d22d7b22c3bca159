/** What the classification knows beside the change itself; built once for a comparison. */
import type { Change, ChangeGroup, IdentityQuestion } from '../changes/change.js';
import { kindRow } from '../changes/change-kinds.js';
import type { Finding } from '../specification/finding.js';
import type { DataItem, Specification } from '../specification/model.js';
import type { Vocabulary } from '../specification/vocabulary.js';
import { type CodeEvidence, codeEvidenceOf } from './code-evidence.js';

/** Names each item had before the base, newest last, by ref; empty where no history is known. */
export type NameHistory = ReadonlyMap<string, readonly string[]>;

/** Both revisions, what differs between them, and what the lint stage says of it. */
export interface EvidenceInput {
  readonly base: Specification;
  readonly head: Specification;
  readonly changes: readonly Change[];
  readonly groups: readonly ChangeGroup[];
  readonly questions: readonly IdentityQuestion[];
  readonly introduced: readonly Finding[];
  readonly resolved: readonly Finding[];
  readonly vocabulary: Vocabulary;
  readonly history: NameHistory;
}

/** Answers to the questions of the judges; each is a look-up. */
export interface Evidence {
  readonly vocabulary: Vocabulary;
  /** The item a change is about, on either side. */
  itemOf(change: Change): { readonly before: DataItem | null; readonly after: DataItem | null };
  /** Rules of the base's findings about this very value that are gone (errors and warnings). */
  resolvedBy(change: Change): readonly string[];
  /** Error-level rules that this very change introduces. */
  blockedBy(change: Change): readonly string[];
  /** How many changes have the same pattern, this one included. */
  groupSize(change: Change): number;
  /** Whether an item with that ref stands in the other revision, wherever. */
  refElsewhere(change: Change): boolean;
  /** Whether another item of the head has the ref that this one had. */
  refTaken(change: Change): boolean;
  /** The other revision's object that has the same item (ref and name), or all items of the same object; else null. */
  copyOf(change: Change): string | null;
  earlierNames(itemRef: string): readonly string[];
  /** Items of the base whose foreign key points at this item. */
  childrenOf(change: Change): readonly DataItem[];
  /** Names of the items that are flagged as the key of the change's object in the head. */
  keysOf(change: Change): readonly string[];
  /** Other changes of the same item. */
  siblings(change: Change): readonly Change[];
  isQuestioned(change: Change): boolean;
  /** Whether `object.item` is called `to` now. */
  isRename(from: string, to: string): boolean;
  /** Whether another item of the head has taken the name that this change freed. */
  nameTaken(change: Change): boolean;
  readonly codes: CodeEvidence;
}

/** Indexes everything once; every question after that is a look-up. */
export function evidenceOf(input: EvidenceInput): Evidence {
  const { changes, vocabulary } = input;
  const before = indexItems(input.base);
  const after = indexItems(input.head);
  const resolved = groupBy(input.resolved.filter(isSerious), findingKey);
  const introduced = groupBy(input.introduced.filter(isError), findingKey);
  const siblings = groupBy(changes, (change) => `${change.object} ${change.itemRef}`);
  const groupSizes = sizesOf(input.groups);
  const positions = new Map(changes.map((change, index) => [change, index]));
  const asked = new Set(input.questions.map(({ object, itemRef }) => `${object} ${itemRef}`));
  const renames = new Map(
    changes.flatMap(({ kind, was: from, object, name }) =>
      from && (kind === 'item-renamed' || kind === 'item-moved')
        ? [[`${from.object}.${from.name}`, `${object}.${name}`]]
        : [],
    ),
  );
  const was = (change: Change) => change.was ?? { object: change.object, itemRef: change.itemRef, name: change.name };
  return {
    vocabulary,
    itemOf: (change) => ({
      before: change.was ? before.find(change.was.object, change.was.itemRef, change.was.name) : null,
      after: change.side === 'head' ? after.find(change.object, change.itemRef, change.name) : null,
    }),
    resolvedBy: (change) => rulesAt(resolved, was(change).object, was(change).itemRef, change),
    blockedBy: (change) => [
      ...rulesAt(introduced, change.object, change.itemRef, change),
      ...danglingBy(change, introduced, after),
    ],
    groupSize: (change) => groupSizes.get(positions.get(change) ?? -1) ?? 1,
    refElsewhere: (change) => (change.side === 'head' ? before : after).withRef(change.itemRef).length > 0,
    refTaken: ({ was: from, itemRef }) =>
      from !== null && from.itemRef !== itemRef && after.withRef(from.itemRef).length > 0,
    copyOf: (change) => copyIn(change, change.side === 'head' ? [after, before] : [before, after]),
    earlierNames: (itemRef) => input.history.get(itemRef) ?? [],
    childrenOf: (change) => before.children(`${was(change).object}.${was(change).name}`),
    keysOf: ({ object }) => after.itemsOf(object).flatMap(({ name, primaryKey }) => (primaryKey ? [name] : [])),
    siblings: (change) => siblings.get(`${change.object} ${change.itemRef}`) ?? [],
    isQuestioned: (change) => asked.has(`${change.object} ${change.itemRef}`),
    isRename: (from, to) => renames.get(from) === to,
    nameTaken: (change) => change.was !== null && after.names(change.object).has(change.was.name),
    codes: codeEvidenceOf(input.base, input.head),
  };
}

function isSerious({ severity }: Finding): boolean {
  return severity !== 'info';
}

function isError({ severity }: Finding): boolean {
  return severity === 'error';
}

function findingKey({ object, itemRef }: Finding): string {
  return `${object} ${itemRef}`;
}

/** Rules of findings about the value that a change of this kind concerns; of a new item, of all its values. */
function rulesAt(findings: Map<string, Finding[]>, object: string, itemRef: string, change: Change): string[] {
  const key = kindRow(change.kind).key;
  const all = findings.get(`${object} ${itemRef}`) ?? [];
  const whole = change.kind === 'item-added' || change.kind === 'item-removed' || change.kind === 'object-added';
  const concerned = all.filter(
    ({ path }) => whole || key === undefined || path.includes(key) || aboutKey(path, change),
  );
  return [...new Set(concerned.map(({ rule }) => rule))];
}

/** A key is declared in three places; a finding at one of them is mended at any of them. */
function aboutKey(path: Finding['path'], change: Change): boolean {
  const places = ['primary_key', 'constraints', 'validators'];
  const key = kindRow(change.kind).key;
  return key !== undefined && places.includes(key) && path.some((step) => places.includes(String(step)));
}

/** A foreign key that dangles because its target went: the change that took the target is to blame. */
function danglingBy(change: Change, introduced: Map<string, Finding[]>, after: ItemIndex): string[] {
  if (!change.was || !['item-removed', 'item-renamed', 'item-moved'].includes(change.kind)) return [];
  const children = after.children(`${change.was.object}.${change.was.name}`);
  const findings = children.flatMap((child) => introduced.get(`${child.object} ${child.ref}`) ?? []);
  return [...new Set(findings.filter(({ path }) => path.includes('foreign_key')).map(({ rule }) => rule))];
}

/** Looks for a changed item, or for every item of a changed object, under another object of the other revision. */
function copyIn({ object, itemRef, name, kind }: Change, [own, other]: readonly [ItemIndex, ItemIndex]): string | null {
  const elsewhere = (item: Pick<DataItem, 'ref' | 'name'>) =>
    other.withRef(item.ref).find((found) => found.object !== object && found.name === item.name)?.object ?? null;
  if (!kind.startsWith('object-')) return elsewhere({ ref: itemRef, name });
  const objects = own.itemsOf(object).map(elsewhere);
  return objects.length > 0 && objects.every((found) => found !== null) ? (objects[0] ?? null) : null;
}

interface ItemIndex {
  withRef(itemRef: string): readonly DataItem[];
  itemsOf(object: string): readonly DataItem[];
  find(object: string, itemRef: string, name: string): DataItem | null;
  children(target: string): readonly DataItem[];
  names(object: string): ReadonlySet<string>;
}

function indexItems(specification: Specification): ItemIndex {
  const items = specification.objects.flatMap((object) => object.items);
  const byPlace = groupBy(items, (item) => `${item.object} ${item.ref}`);
  const byRef = groupBy(items, (item) => item.ref);
  const byTarget = groupBy(items, (item) => item.foreignKey);
  const objects = new Map(specification.objects.map((object) => [object.name, object.items]));
  return {
    find: (object, itemRef, name) => {
      const candidates = byPlace.get(`${object} ${itemRef}`) ?? [];
      return candidates.find((item) => item.name === name) ?? candidates[0] ?? null;
    },
    withRef: (itemRef) => byRef.get(itemRef) ?? [],
    itemsOf: (object) => objects.get(object) ?? [],
    children: (target) => byTarget.get(target) ?? [],
    names: (object) => new Set((objects.get(object) ?? []).map((item) => item.name)),
  };
}

function groupBy<T>(values: readonly T[], key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

function sizesOf(groups: readonly ChangeGroup[]): Map<number, number> {
  return new Map(groups.flatMap(({ members }) => members.map((member) => [member, members.length] as const)));
}
