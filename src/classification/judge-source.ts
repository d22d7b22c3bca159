/** Where a CMS keeps the items, and which rows are read: the mappings. */
import type { Change } from '../changes/change.js';
import { NOT_HELD } from '../changes/mapping-facts.js';
import type { Evidence } from './evidence.js';
import { listDifference } from './judge-lists.js';
import { bug, change, feature, undecided, type Verdict } from './verdict.js';

/** The tables stay as they are, so the weight is small; whether another source repairs or alters, a person knows. */
export function judgeSource(found: Change, evidence: Evidence): Verdict {
  const { before, after } = listDifference(found);
  if (found.class === 'cosmetic') return bug('none', 'Only the white space of the mapping differs.');
  if (evidence.resolvedBy(found).some((rule) => rule.startsWith('mapping-')))
    return bug('patch', 'The mapping had a fault that the check names.');
  const others = evidence.siblings(found).filter(({ kind }) => kind !== found.kind && kind !== 'item-order-changed');
  if (others.some((other) => other.class === 'structural'))
    return change('patch', 'The mapping goes with what else changes.');
  const [was, is] = [before, after].map((entries) => entries.some(found.itemRef === '' ? isRead : isHeld));
  if (is && !was) return feature('patch', 'It is filled from the CMS now, where nothing was.');
  if (was && !is) return change('patch', 'It is no longer filled from the CMS.');
  if (!was && found.itemRef !== '') return change('patch', 'Why the CMS does not hold it is said anew.');
  return undecided('patch', 'A mapping changes what a table holds: the files do not tell whether it was wrong before.');
}

/** A source of an item, and not why there is none. */
function isHeld(entry: string): boolean {
  return !textOf(entry).startsWith(NOT_HELD);
}

/** The table that an object is read from. */
function isRead(entry: string): boolean {
  return textOf(entry).startsWith('from: ');
}

function textOf(entry: string): string {
  return entry.slice(entry.indexOf(':') + 1);
}
