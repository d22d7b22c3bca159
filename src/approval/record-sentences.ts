/** The words of the history. */
import { counted, name, type Phrase, pullRequest, say, value, words } from '../report/phrase.js';
import type { Entry, EntryKind } from './entry.js';
import type { PastChange, PastWord, ProposedChange } from './history.js';
import { listed } from './refusals.js';
import { day } from './sentences.js';

/** What somebody did, in the past. */
const DEEDS: Readonly<Record<EntryKind, string>> = {
  shown: 'was shown this',
  approve: 'approved',
  object: 'objected',
  resolve: 'settled an objection',
  hold: 'held it',
  unhold: 'let it go on',
  classify: 'said what it is',
  reason: 'gave a reason',
  split: 'asked for a proposal of its own',
  'split-done': 'gave it a proposal of its own',
  override: 'agreed in the place of the steering group',
  minute: 'minuted an approval',
  withdraw: 'took it back',
  dismissed: 'dismissed a review',
  merged: 'merged it',
  agreed: 'noted that it is agreed',
};

/** `2026-11-20 Olga Brown (D2I) approved in comment 456 on #12: /approve`. */
export function pastSentence({ entry, isVoid, pullRequest: number }: PastWord): Phrase {
  const { at, who, kind, source } = entry;
  const by = who
    ? say`${quoted(who.name)}${who.organisation === '' ? '' : say` (${quoted(who.organisation)})`} `
    : THE_APP;
  const where = source === '' ? say`, ${pullRequest(number)}` : say` in ${source} on ${pullRequest(number)}`;
  const gone = isVoid ? ', which does not count any more' : '';
  const rest = restOf(entry);
  return say`${day(at)} ${by}${DEEDS[kind]}${where}${gone}${rest.length > 0 ? say`: ${rest}` : ''}`;
}

/** Who speaks where nobody does. */
const THE_APP = words('the App ');

/** The very words, where the sentence does not have them. */
export function wordsNote({ entry }: PastWord): Phrase {
  const isTold = 'reason' in entry && entry.reason.trim() !== '' && entry.words.trim().endsWith(entry.reason.trim());
  return entry.words.trim() === '' || isTold ? [] : say`In these words: ${quoted(entry.words)}`;
}

/** The history in one line. */
export function historyHeadline(wanted: string, changes: number, decided: number): string {
  if (changes === 0) return `${wanted}: no change is recorded`;
  return `${wanted}: ${counted(changes, 'change')}, ${decided === changes ? 'each' : `${decided} of them`} with words of the record`;
}

/** Where the history was read. */
export function readFrom(revision: string, register: string | null): Phrase {
  const record = register === null ? NO_REGISTER : say`the record of decisions from ${name(register)}`;
  return say`Change log from ${name(revision)}, ${record}.`;
}

/** There is no branch with the record. */
const NO_REGISTER = say`and no record of decisions, because this clone has no branch ${name('spec-steward/register')}; ${name('git fetch origin')} brings it where there is one`;

/** Title of a change. */
export function changeTitle({ row, pullRequest: number }: PastChange): string {
  const from = number === 0 ? row.changeSource : `#${number}`;
  return [row.changeId, row.changeStatus, from].filter((part) => part !== '').join(', ');
}

/** What the log says of a change. */
export function changeSummary({ row }: PastChange): Phrase {
  const ref =
    row.oldItemRef === '' ? value(row.itemRef) : say`${value(row.itemRef)}, before that ${value(row.oldItemRef)}`;
  const subject = row.itemRef === '' ? name(row.changeObjectName) : ref;
  const type = row.changeType === '' ? [] : say` ${row.changeType.toLowerCase()},`;
  const date = row.releaseDatetime === '' ? 'not released yet' : `released ${row.releaseDatetime}`;
  return say`${subject}:${type} ${date}. ${quoted(row.changeImpactTitle)}`;
}

/** Title of a change that the log does not have. */
export function proposedTitle({ id, pullRequest: number }: ProposedChange): string {
  return `${id}, shown in #${number}, not in this change log`;
}

/** Nothing was said of a change. */
export const NOTHING_SAID = words('The record has no word about it.');

function restOf(entry: Entry): Phrase {
  if (entry.kind === 'minute') {
    const { organisations, people, meeting } = entry.minuted;
    return say`${listed([...organisations, ...people].map(quoted))}, meeting of ${meeting}`;
  }
  if (entry.kind === 'classify') return say`${value(entry.type)}, ${quoted(entry.reason)}`;
  if (entry.kind === 'split-done' && entry.pull > 0) return pullRequest(entry.pull);
  if ('reason' in entry) return entry.reason === '' ? [] : quoted(entry.reason);
  if (entry.kind === 'merged' && entry.forced) return words('over a failing check');
  return [];
}

function quoted(text: string): Phrase {
  return [{ mark: 'quote', text }];
}
