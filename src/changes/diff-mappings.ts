/** What differs in the mappings of items and objects that both revisions have: where a CMS keeps them. */
import type { CmsMappings, MappedItem, Mapping } from '../specification/mapping.js';
import type { DataItem, DataObject, Specification } from '../specification/model.js';
import { changedMappings } from './changed-mappings.js';
import type { Draft } from './draft.js';
import { readFacts, sourceText } from './mapping-facts.js';
import type { Matching } from './match-items.js';

/** One CMS in both revisions; null where it is not mapped. */
interface CmsPair {
  readonly name: string;
  readonly base: CmsMappings | null;
  readonly head: CmsMappings | null;
  /** Objects that can differ. */
  readonly changed: ReadonlySet<string>;
}

/** What one CMS says of one object; at least one side is mapped. */
interface MappingPair {
  readonly cms: CmsPair;
  readonly base: Mapping | null;
  readonly head: Mapping | null;
}

/**
 * Takes two revisions and what is the same in them. One change an item, over all CMS that have another source of it;
 * one an object, where other rows are read, or where a CMS begins or ends to be mapped: then its items have no change
 * of their own. Mappings that either revision cannot read are not compared.
 */
export function diffMappings(base: Specification, head: Specification, { objects, items }: Matching): Draft[] {
  const pairs = cmsPairs(base, head);
  if (pairs.length === 0) return [];
  const was = new Map(items.flatMap((pair) => (pair.base && pair.head ? [[pair.head, pair.base] as const] : [])));
  const isRead = readableIn(base, head);
  return objects.flatMap(({ base: from, head: to }) => {
    if (!from || !to) return [];
    const mapped = pairs.flatMap((cms) => mappingPair(cms, from.name, to.name)).filter(isRead);
    const itemOf = (item: DataItem) => (from === to ? item : (was.get(item) ?? null));
    return [...objectDraft(to, mapped), ...to.items.flatMap((item) => itemDraft(item, itemOf(item), mapped))];
  });
}

/** Revisions share what neither changed, so most CMS and objects are skipped without a look. */
function cmsPairs(base: Specification, head: Specification): CmsPair[] {
  const names = [...new Set([...base.cms, ...head.cms].map(({ cms }) => cms))].sort();
  const named = ({ cms }: Specification, name: string) => cms.find((one) => one.cms === name) ?? null;
  return names
    .map((name) => ({ name, base: named(base, name), head: named(head, name) }))
    .map((pair) => ({ ...pair, changed: changedMappings(pair.base, pair.head) }))
    .filter(({ changed }) => changed.size > 0);
}

function mappingPair(cms: CmsPair, from: string, to: string): MappingPair[] {
  if (!cms.changed.has(from) && !cms.changed.has(to)) return [];
  const of = (side: CmsMappings | null, name: string) => side?.mappings.find(({ object }) => object === name) ?? null;
  const pair = { cms, base: of(cms.base, from), head: of(cms.head, to) };
  return pair.base === null && pair.head === null ? [] : [pair];
}

/** A file that is not read says nothing; what a CMS shares (`_sources.yml`) says nothing of any of its objects then. */
function readableIn(...sides: readonly Specification[]): (pair: MappingPair) => boolean {
  const errors = sides.flatMap(({ problems }) => problems).filter(({ severity }) => severity === 'error');
  const lost = new Set(errors.flatMap(({ file }) => [file, file.replace(/\/_[^/]*$/, '/')]));
  return ({ base, head }) =>
    [base, head].every((mapping) => !mapping || !(lost.has(mapping.file) || lost.has(folderOf(mapping.file))));
}

function folderOf(file: string): string {
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function objectDraft(object: DataObject, pairs: readonly MappingPair[]): Draft[] {
  const changed = pairs
    .map(({ cms, base, head }) => {
      const isWhole = !base || !head;
      const before = readFacts(base, isWhole ? null : { own: cms.base, other: cms.head });
      const after = readFacts(head, isWhole ? null : { own: cms.head, other: cms.base });
      return { cms: cms.name, head, before: without(before, after), after: without(after, before) };
    })
    .filter(({ before, after }) => before.length + after.length > 0);
  const [first] = changed;
  if (!first) return [];
  const values = (side: 'before' | 'after') =>
    valueOrNone(changed.flatMap((one) => one[side].map((fact) => `${one.cms}:${fact}`)));
  return [
    {
      kind: 'object-mapping-changed',
      object: object.name,
      name: '',
      before: values('before'),
      after: values('after'),
      spot: first.head ?? object,
      side: 'head',
    },
  ];
}

function itemDraft(item: DataItem, was: DataItem | null, pairs: readonly MappingPair[]): Draft[] {
  if (!was) return [];
  const changed = pairs.flatMap(({ cms, base, head }) => {
    if (!base || !head) return [];
    const [old, young] = [mappedIn(base, was), mappedIn(head, item)];
    const [before, after] = [old && sourceText(old.source), young && sourceText(young.source)];
    return before === after ? [] : [{ cms: cms.name, spot: young, before, after }];
  });
  const [first] = changed;
  if (!first) return [];
  const values = (side: 'before' | 'after') =>
    valueOrNone(changed.flatMap((one) => (one[side] === null ? [] : [`${one.cms}:${one[side]}`])));
  return [
    {
      kind: 'item-mapping-changed',
      item,
      was,
      object: item.object,
      name: item.name,
      before: values('before'),
      after: values('after'),
      spot: first.spot ?? item,
      side: 'head',
    },
  ];
}

function mappedIn({ items }: Mapping, { ref }: DataItem): MappedItem | null {
  return items.find((item) => item.ref === ref) ?? null;
}

function valueOrNone(entries: readonly string[]): readonly string[] | null {
  return entries.length === 0 ? null : entries;
}

function without(facts: readonly string[], others: readonly string[]): readonly string[] {
  return facts.filter((fact) => !others.includes(fact));
}
