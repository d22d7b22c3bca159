/** Which findings a change brings, and which it takes away. */
import type { Finding } from '../specification/finding.js';

/** Each finding of both revisions in exactly one list. */
export interface FindingsComparison {
  /** In the head only, in the head's order. */
  readonly introduced: readonly Finding[];
  /** In the base only, in the base's order. */
  readonly resolved: readonly Finding[];
  /** In both, as the head has them. */
  readonly standing: readonly Finding[];
}

/**
 * Pairs the findings of two revisions, each at most once. Two are the same finding when rule, subject (the item by its
 * ref, else the object) and value agree: lines that move, files, items or objects that are renamed change nothing.
 */
export function compareFindings(base: readonly Finding[], head: readonly Finding[]): FindingsComparison {
  const both = new Set(base);
  const shared = new Set(head.filter((finding) => both.has(finding)));
  const waiting = new Map<string, Finding[]>();
  for (const finding of base) {
    if (shared.has(finding)) continue;
    const identity = identityOf(finding);
    const same = waiting.get(identity);
    if (same) same.push(finding);
    else waiting.set(identity, [finding]);
  }
  const matched = new Set(shared);
  const introduced: Finding[] = [];
  const standing: Finding[] = [];
  for (const finding of head) {
    const before = shared.has(finding) ? finding : waiting.get(identityOf(finding))?.shift();
    if (before) matched.add(before);
    (before ? standing : introduced).push(finding);
  }
  return { introduced, standing, resolved: base.filter((finding) => !matched.has(finding)) };
}

function identityOf({ rule, object, itemRef, value = '' }: Finding): string {
  return JSON.stringify(itemRef === '' ? [rule, object, value] : [rule, itemRef, value, null]);
}
