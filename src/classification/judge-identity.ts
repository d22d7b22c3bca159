/** Objects and items that come, go, move or are called something else. */
import type { Change } from '../changes/change.js';
import type { Evidence } from './evidence.js';
import { bug, change, feature, undecided, type Verdict } from './verdict.js';

/** New, unless all its items stand in another object of the head as well. */
export function judgeObjectAdded(found: Change, evidence: Evidence): Verdict {
  const copied = evidence.copyOf(found);
  if (copied !== null) return change('minor', `Its items are those of ${copied}, which is still there.`);
  return feature('minor', `The data object ${found.object} did not exist.`);
}

/** Breaks what reads it, unless another object still has all its items. */
export function judgeObjectRemoved(found: Change, evidence: Evidence): Verdict {
  const kept = evidence.copyOf(found);
  if (kept !== null) return bug('patch', `A copy left behind goes; its items stay in ${kept}.`);
  return change('major', `Everything that reads ${found.object} loses it.`);
}

/** Always breaks what reads the table by its name. */
export function judgeObjectRenamed(found: Change): Verdict {
  return change(
    'major',
    `The table ${String(found.before)} is called ${found.object} from now on; what reads it by name breaks.`,
  );
}

/** The tables follow, and only loads without a column list notice. */
export function judgeOrder(): Verdict {
  return change('patch', 'The order of the columns follows; a load without a column list would shift.');
}

/** New, unless the same item stands in another object as well. */
export function judgeAdded(found: Change, evidence: Evidence): Verdict {
  const copied = evidence.copyOf(found);
  if (copied !== null)
    return change('minor', `${found.itemRef} also stands in ${copied}: the item is copied, not new.`);
  return feature('minor', 'The item did not exist.');
}

/** Breaks what reads it, unless it goes on in another object. */
export function judgeRemoved(found: Change, evidence: Evidence): Verdict {
  const kept = evidence.copyOf(found);
  if (kept !== null) return bug('patch', `A copy left behind goes; ${found.itemRef} stays in ${kept}.`);
  return change('major', 'What reads, loads or joins on the item breaks.');
}

/** Always breaks what reads the old table. */
export function judgeMoved(found: Change): Verdict {
  return change(
    'major',
    `The item moves from ${String(found.before)} to ${found.object}; queries on the old table break.`,
  );
}

const IDENTIFIER = /^[A-Za-z_]\w*$/;

/** A repair where the old name could not be used or was wrong; it breaks readers all the same. */
export function judgeRenamed(found: Change, evidence: Evidence): Verdict {
  const before = String(found.before);
  if (found.class === 'cosmetic')
    return bug('patch', 'Only the letter case of the name differs; databases read both the same.');
  if (!IDENTIFIER.test(before)) return bug('patch', `\`${before}\` could never be a column.`);
  if (evidence.nameTaken(found)) {
    return change(
      'major',
      `The freed name \`${before}\` is another item now: an old query runs on and silently returns something else.`,
    );
  }
  if (evidence.earlierNames(found.itemRef).includes(String(found.after))) {
    return bug(
      'major',
      `The item had this name before: a rename fell back, or is put right again. A steward should say which name is agreed.`,
    );
  }
  if (evidence.isQuestioned(found)) return undecided('major', 'It is not clear that this is still the same item.');
  if (evidence.resolvedBy(found).length > 0)
    return bug('major', 'The old name was wrong; what reads it by name breaks all the same.');
  return change('major', 'What reads the item by its old name breaks.');
}

/** The trace of the item is cut, whether the change log links the two refs or not. */
export function judgeRefChanged(found: Change, evidence: Evidence): Verdict {
  const resolved = evidence.resolvedBy(found);
  const isAsked = evidence.isQuestioned(found) || evidence.refElsewhere(found);
  if (!isAsked && resolved.length > 0)
    return bug('patch', `${String(found.before)} was malformed or used twice; ${found.itemRef} repairs it.`);
  if (isAsked || evidence.refTaken(found)) {
    return bug(
      'major',
      `Refs are identities: ${String(found.before)} was given away, which breaks the trace of every entry.`,
    );
  }
  return change('major', 'The identity of the item changes; only the change log can link the old ref to the new one.');
}
