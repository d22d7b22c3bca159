/** Descriptions, guidance, metadata and code sets. */
import type { Change } from '../changes/change.js';
import { similarity } from '../changes/similarity.js';
import { isCutAtLineBreak, textPattern } from '../changes/text-pattern.js';
import { BULK } from './doubts.js';
import type { Evidence } from './evidence.js';
import { bug, change, feature, type Verdict } from './verdict.js';

/** Texts cut in bulk and texts that vanish are losses; slips are repairs; the rest is rewritten. */
export function judgeText(found: Change, evidence: Evidence): Verdict {
  const [before, after] = [String(found.before ?? ''), String(found.after ?? '')];
  if (found.class === 'cosmetic') return judgeCosmeticText(before, after);
  const { how } = textPattern(before, after);
  if (how === 'emptied' && SPREADSHEET_ERROR.test(before)) return bug('patch', 'A slip in the text is repaired.');
  if (how === 'emptied') return bug('patch', 'The text is gone, and nothing asks for it.');
  if (how === 'filled') return judgeFilled(found);
  const cut = how === 'cut short' && (isCutAtLineBreak(before, after) || evidence.groupSize(found) >= BULK);
  if (cut) return bug('patch', 'The text is cut short: something was lost, as by a broken export.');
  if (evidence.resolvedBy(found).length > 0) return bug('patch', 'A slip in the text is repaired.');
  if (isTypo(before, after)) return bug('patch', 'Only letters inside words differ, as in a slip of the pen.');
  return change('patch', 'The text is rewritten; tables and loads are not concerned.');
}

/** What a spreadsheet shows where a formula fails. */
const SPREADSHEET_ERROR = /^\s*#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!)\s*$/i;

function judgeFilled(found: Change): Verdict {
  if (found.kind === 'item-description-changed') return bug('patch', 'The description was missing and is filled in.');
  return change('patch', 'Guidance is given where there was none.');
}

function judgeCosmeticText(before: string, after: string): Verdict {
  const squeeze = (text: string) => text.replace(/\s+/g, '');
  if (squeeze(before) === squeeze(after)) return change('none', 'Only white space differs.');
  return bug('patch', 'Only letter case or punctuation differs.');
}

/** The same words but for letters in few of them. */
function isTypo(before: string, after: string): boolean {
  const [from, to] = [before.split(/\s+/), after.split(/\s+/)];
  if (from.length !== to.length) return false;
  const differing = from.flatMap((word, index) => (word === to[index] ? [] : [[word, to[index] ?? ''] as const]));
  return differing.length <= 3 && differing.every(([a, b]) => isSlip(a, b));
}

/** Another beginning makes another word: known and unknown, include and exclude, mother and father. */
function isSlip(a: string, b: string): boolean {
  if (/\d/.test(a + b) || a.length <= 3 || Math.abs(a.length - b.length) > 2) return false;
  if (sortedLetters(a) === sortedLetters(b)) return true;
  return a[0]?.toLowerCase() === b[0]?.toLowerCase() && similarity(a, b) >= 0.5;
}

/** Letters that changed places are a slip, though no pair of them is left. */
function sortedLetters(word: string): string {
  return [...word.toLowerCase()].sort().join('');
}

/** Somebody wrote where only this tool writes. */
export function judgeMetadata(): Verdict {
  return change('none', 'A person edited a block that only this tool writes.');
}

/** Told, no longer told, or told otherwise. */
export function judgeCodeSet({ before, after }: Change, { codes }: Evidence): Verdict {
  if (before === null) return change('minor', 'The values of the item are told from now on.');
  if (after === null) return change('minor', 'The values of the item are no longer told.');
  if (codes.isSame(String(before), String(after)))
    return change('patch', 'The code set is called otherwise; its codes are the same.');
  return change('major', 'The values of the item mean something else.');
}

/** A code is a new value for everybody who reads the item, unless its meaning had another one. */
export function judgeCodeAdded(found: Change, { codes }: Evidence): Verdict {
  const [setName, earlier] = [codes.otherName(found), codes.counterpart(found)];
  if (setName !== null) return change('patch', `The code was in the set ${setName}, which had the same codes.`);
  if (earlier !== null) return change('minor', `The code ${found.part} takes the place of ${earlier}.`);
  return feature('minor', `The code ${found.part} did not exist.`);
}

/** Rows that hold the code are no longer valid, unless its set is only called otherwise. */
export function judgeCodeRemoved(found: Change, { codes }: Evidence): Verdict {
  const [setName, later] = [codes.otherName(found), codes.counterpart(found)];
  if (setName !== null) return change('patch', `The code is in the set ${setName}, which has the same codes.`);
  const instead = later === null ? '' : `; it is ${later} from now on`;
  return change('major', `Rows that hold ${found.part} are no longer valid${instead}.`);
}

/** A code that silently means something else is the worst case; a better wording is none. */
export function judgeCodeRedefined(found: Change, { codes }: Evidence): Verdict {
  const [before, after] = [String(found.before ?? ''), String(found.after ?? '')];
  if (found.class === 'cosmetic') return judgeCosmeticText(before, after);
  const other = codes.formerly(found);
  if (other !== null)
    return change('major', `${found.part} is what ${other} was: rows that hold it silently mean something else.`);
  if (before === '' || isTypo(before, after)) return bug('patch', 'The description of the code is put right.');
  return change('major', `${found.part} is described otherwise: rows that hold it may silently mean something else.`);
}
