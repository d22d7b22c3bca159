/** Returns, categories, CMS availability and the mappings to each CMS. */
import type { Change, Value } from '../changes/change.js';
import { presentCms } from '../specification/read-vocabulary.js';
import type { Vocabulary } from '../specification/vocabulary.js';
import type { Evidence } from './evidence.js';
import { bug, change, feature, type Verdict } from './verdict.js';

interface ListDifference {
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly gained: readonly string[];
  readonly lost: readonly string[];
}

/** What a list gains and loses; order and repetitions count for nothing. */
export function listDifference(found: Change): ListDifference {
  return differenceOf(found, (entry) => entry);
}

/** The same of what the entries mean. */
function differenceOf(found: Change, meaning: (entry: string) => string): ListDifference {
  const before = listOf(found.before).map(meaning);
  const after = listOf(found.after).map(meaning);
  const gained = [...new Set(after.filter((entry) => !before.includes(entry)))];
  const lost = [...new Set(before.filter((entry) => !after.includes(entry)))];
  return { before, after, gained, lost };
}

function listOf(value: Value): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** Coverage gained is a new feature; misspelt returns are bugs, whichever way they go. */
export function judgeReturns(found: Change, evidence: Evidence): Verdict {
  const { before, after, gained, lost } = listDifference(found);
  const same = sameBut(found, { before, after });
  if (same) return same;
  const { vocabulary } = evidence;
  if (evidence.blockedBy(found).length > 0) return bug('patch', `${gained.join(', ')} is no known return.`);
  if (isSplitValue(lost, gained))
    return bug('patch', `One value had been split in two: ${lost.join(' and ')} are ${gained.join(', ')}.`);
  const present = differenceOf(found, (entry) => presentName(entry, vocabulary));
  if (lost.length > 0 && present.gained.length + present.lost.length === 0) {
    return change('patch', `${lost.join(', ')} is spelled ${gained.join(', ')} from now on; the return is the same.`);
  }
  if (evidence.resolvedBy(found).some((rule) => rule.includes('return')))
    return bug('patch', `${lost.join(', ')} was misspelt.`);
  const covers = (entry: string) => isCollected(entry, vocabulary);
  if (after.length === 0) return judgeEmptiedReturns(found, evidence, lost.some(covers));
  return judgeCoverage(found, evidence, { gained: present.gained.filter(covers), lost: present.lost.filter(covers) });
}

/** What is sent to somebody, by the names of today: local labels and older spellings count for nothing. */
function judgeCoverage(
  found: Change,
  evidence: Evidence,
  { gained, lost }: Pick<ListDifference, 'gained' | 'lost'>,
): Verdict {
  if (gained.length + lost.length === 0) return change('patch', 'Only local labels differ; no return is concerned.');
  if (lost.length === 0)
    return feature('minor', `The item counts for ${gained.join(', ')}, which it did not cover before.`);
  if (gained.length === 0) return change('minor', `The item no longer counts for ${lost.join(', ')}.`);
  return judgeExchangedReturns(found, evidence, { ...listDifference(found), gained, lost });
}

/** A return that one lone item swaps for a quite different one is more often a slip of the row than a decision. */
function judgeExchangedReturns(found: Change, evidence: Evidence, { before, gained, lost }: ListDifference): Verdict {
  const lone = before.length === 1 && gained.length === 1 && evidence.groupSize(found) === 1;
  const reason = `${lost.join(', ')} ${lost.length > 1 ? 'are' : 'is'} exchanged for ${gained.join(', ')}: what a return can be built from changes.`;
  return lone && lost.length === 1
    ? bug('minor', `${reason} One item alone, so one of the two was an error.`)
    : change('minor', reason);
}

/** Copies of a key are no longer credited to a return; anything else that is emptied was lost. */
function judgeEmptiedReturns(found: Change, evidence: Evidence, collected: boolean): Verdict {
  const { before } = evidence.itemOf(found);
  const weight = collected ? 'minor' : 'patch';
  const isCopy = (before?.foreignKey ?? '') !== '' || /(?:^|_)person_id$/.test(found.name);
  if (isCopy) return change(weight, 'A copy of a key is no longer credited to a return.');
  return bug(weight, 'All its returns are gone, and nothing asks for it.');
}

/** Order and repetitions only. */
function sameBut(found: Change, { before, after }: Pick<ListDifference, 'before' | 'after'>): Verdict | null {
  if (found.class === 'cosmetic') return change('none', 'Only order, letter case or white space of the list differs.');
  const same = new Set(before).size === new Set(after).size && before.every((entry) => after.includes(entry));
  if (!same) return null;
  return after.length < before.length
    ? bug('patch', 'A value that stood twice stands once.')
    : bug('patch', 'A value stands twice now.');
}

function isSplitValue(lost: readonly string[], gained: readonly string[]): boolean {
  const joined = (entries: readonly string[]) => entries.join('').toLowerCase();
  return lost.length > 1 && gained.length === 1 && joined(lost) === joined(gained);
}

/** The name that a return has today, for an older spelling of it. */
function presentName(entry: string, { returns }: Vocabulary): string {
  return returns.find(({ name, aliases }) => name === entry || aliases.includes(entry))?.name ?? entry;
}

/** Whether what the entry names is sent to somebody: a return, an inspection's list, a regional collection. */
function isCollected(entry: string, vocabulary: Vocabulary): boolean {
  const name = presentName(entry, vocabulary);
  return vocabulary.returns.some((term) => term.name === name && !term.local);
}

/** Categories are for finding items; nothing reads them. */
export function judgeCategories(found: Change): Verdict {
  const difference = listDifference(found);
  const same = sameBut(found, difference);
  if (same) return same;
  if (difference.after.length === 0) return bug('patch', 'All its categories are gone, and nothing asks for it.');
  if (difference.before.length === 0) return bug('patch', 'The categories were missing and are filled in.');
  return change('patch', 'The item is filed under other categories.');
}

/** Where the item is held changes; what is no CMS at all was a slip. */
export function judgeCms(found: Change, evidence: Evidence): Verdict {
  const difference = listDifference(found);
  if (found.class === 'cosmetic') return bug('patch', 'Only the letter case or order of the CMS names differs.');
  const same = sameBut(found, difference);
  if (same) return same;
  const { gained, lost } = difference;
  const { vocabulary } = evidence;
  if (evidence.blockedBy(found).length > 0) return bug('patch', `${gained.join(', ')} is no CMS.`);
  if (evidence.resolvedBy(found).some((rule) => rule.includes('cms')))
    return bug('patch', `${lost.join(', ')} is no CMS.`);
  const present = differenceOf(found, (entry) => presentCms(entry, vocabulary) || entry);
  if (present.gained.length + present.lost.length === 0)
    return change('patch', `${lost.join(', ')} is spelled ${gained.join(', ')} from now on; the CMS is the same.`);
  return judgeHeld(present);
}

function judgeHeld({ before, gained, lost }: ListDifference): Verdict {
  if (before.length === 0) return change('minor', `Where it is held is told: ${gained.join(', ')}.`);
  if (lost.length === 0) return change('minor', `It is held in ${gained.join(', ')} too.`);
  if (gained.length === 0) return change('minor', `It is no longer held in ${lost.join(', ')}.`);
  return change('minor', `It is held in ${gained.join(', ')}, no longer in ${lost.join(', ')}.`);
}

/** Mappings that mirror a name follow it; trial values are slips. */
export function judgeMapping(found: Change): Verdict {
  const difference = listDifference(found);
  const same = sameBut(found, difference);
  if (same) return same;
  const values = (entries: readonly string[]) => entries.map((entry) => entry.slice(entry.indexOf(':') + 1));
  const [before, after] = [values(difference.before), values(difference.after)];
  if (after.length === 0) return change('patch', 'The mapping is taken out.');
  if (after.some((value) => isTrialValue(value, found)))
    return bug('patch', 'It looks like a trial value, not a real table or column.');
  if (before.some((value) => isTrialValue(value, found))) return bug('patch', 'A trial value is taken back.');
  if (after.every((value) => value === found.name || value === found.object)) {
    return change(
      'patch',
      found.kind === 'item-cms-field-changed'
        ? 'It mirrors the name of the item.'
        : 'It mirrors the name of the object.',
    );
  }
  return change('patch', 'The item is read from another place in the CMS.');
}

/** `ll_address`, `mosaic_address_tbl`: the item's or object's own name with a prefix or suffix of the CMS. */
function isTrialValue(value: string, { name, object }: Change): boolean {
  const core = value.replace(/^(?:ll|liquid_logic|mosaic|mo)_/i, '').replace(/_(?:tbl|table)$/i, '');
  return core !== value && (core === name || core === object || name.startsWith(core));
}
