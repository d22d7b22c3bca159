/** Comparisons of small specifications. */
import type { Change, Comparison } from '../../src/changes/change.js';
import type { ChangeKind } from '../../src/changes/change-kinds.js';
import { type DiffOptions, diffSpecifications } from '../../src/changes/diff.js';
import { matchItems } from '../../src/changes/match-items.js';
import { defaultConfig, LAYOUTS } from '../../src/config/layouts.js';
import type { DataItem, Specification } from '../../src/specification/model.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { sha256 } from '../fakes/hash.js';
import { type ItemParts, object, specification } from '../fakes/specification.js';

export function compare(base: Specification, head: Specification, options: Partial<DiffOptions> = {}): Comparison {
  return diffSpecifications(base, head, { hash: sha256, ...options });
}

/** One object `ssd_person` of these items. */
export function person(...items: ItemParts[]): Specification {
  return specification([object('ssd_person', items)]);
}

/** What becomes of one item `PERS001A pers_sex` when these parts of it change. */
export function changesOf(before: Partial<DataItem>, after: Partial<DataItem>): readonly Change[] {
  const identity = { ref: 'PERS001A', name: 'pers_sex' };
  return compare(person({ ...identity, ...before }), person({ ...identity, ...after })).changes;
}

export function only(changes: readonly Change[], kind: ChangeKind): Change {
  const found = changes.filter((change) => change.kind === kind);
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} changes of kind ${kind}`);
  return found[0];
}

/** `item-renamed PERS001A pers_sex`, one for each change: what happened to whom. */
export function told(changes: readonly Change[]): string[] {
  return changes.map(({ kind, object: place, itemRef, name }) => `${kind} ${itemRef || place} ${name}`.trim());
}

/** A specification as its files say it. */
export function readTexts(files: Readonly<Record<string, string>>): Specification {
  const layout = defaultConfig(LAYOUTS[0]).layout;
  const sources = Object.entries(files).map(([path, text]) => {
    return { path, oid: '', bytes: new TextEncoder().encode(text) };
  });
  const read = readSpecification(sources, layout);
  if (read.problems.length > 0) throw new Error(read.problems.map(({ message }) => message).join('; '));
  return read;
}

/** Who is matched with whom, as `PERS001A pers_sex > PERS001A pers_gender`, and what is asked. */
export function matched(
  base: Specification,
  head: Specification,
  aliases: readonly (readonly [string, string])[] = [],
) {
  const side = (item: { ref: string; name: string } | null) => (item ? `${item.ref} ${item.name}` : '-');
  const { items, questions } = matchItems(base.objects, head.objects, new Map(aliases));
  const lines = items.map((pair) => {
    const notes = [pair.moved ? 'moved' : '', pair.renumbered ? 'renumbered' : ''].filter((note) => note !== '');
    return [`${side(pair.base)} > ${side(pair.head)}`, ...notes].join(', ');
  });
  return { pairs: lines.sort(), questions: questions.map(({ question }) => question) };
}
