/** The words of history and audit. */
import { counted, joined, type Phrase, pullRequest, say, value, words } from '../report/phrase.js';
import type { Audit, AuditedMerge, AuditedRow, MergeVerdict, RowVerdict } from './audit.js';
import type { Entry, EntryKind } from './entry.js';
import type { PastWord } from './history.js';
import { identifiers, listed } from './refusals.js';
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
  'split-done': 'split it off',
  override: 'agreed in the place of the steering group',
  minute: 'minuted an approval',
  withdraw: 'took it back',
  dismissed: 'dismissed a review',
  merged: 'merged it',
  agreed: 'noted as agreed',
};

/** `2026-11-20 Olga Brown (D2I) approved (comment 456): /approve`. */
export function pastSentence({ entry, isVoid }: PastWord): Phrase {
  const { at, who, kind, source } = entry;
  const by = who ? say`${quoted(who.name)}${who.organisation === '' ? '' : say` (${quoted(who.organisation)})`} ` : [];
  const where = source === '' ? '' : ` in ${source}`;
  const rest = restOf(entry);
  const gone = isVoid ? ', which does not count any more' : '';
  return say`${day(at)} ${by}${DEEDS[kind]}${where}${gone}${rest.length > 0 ? say`: ${rest}` : ''}`;
}

function restOf(entry: Entry): Phrase {
  if (entry.kind === 'minute') {
    const { organisations, people, meeting } = entry.minuted;
    return say`${listed([...organisations, ...people].map(quoted))}, meeting of ${meeting}`;
  }
  if (entry.kind === 'classify') return say`${value(entry.type)}, ${quoted(entry.reason)}`;
  if ('reason' in entry) return quoted(entry.reason);
  if (entry.kind === 'merged' && entry.forced) return words('over a failing check');
  return [];
}

const ROW_VERDICTS: Readonly<Record<RowVerdict, string>> = {
  decided: 'decided by',
  'nobody-asked': 'agreed; the policy asked nobody',
  'other-content': 'not covered: the decisions are on other content than was merged',
  undecided: 'not covered: nobody decided',
  'no-record': 'not covered: there is no record of what was merged',
};

/** `SSD-0031 (PERS001A, #12): decided by Olga Brown, Esther Cole.` */
export function rowSentence({ row, pullRequest: number, verdict, decisions }: AuditedRow): Phrase {
  const from = number === 0 ? [] : say`, ${pullRequest(number)}`;
  const names = [...new Set(decisions.map(({ who }) => who?.name ?? ''))].filter((name) => name !== '');
  const by = verdict === 'decided' ? say` ${listed(names.map(quoted))}` : [];
  return say`${value(row.changeId)} (${value(row.itemRef || row.changeObjectName)}${from}): ${ROW_VERDICTS[verdict]}${by}.`;
}

const MERGE_VERDICTS: Readonly<Record<MergeVerdict, string>> = {
  approved: 'merged with approval',
  forced: 'merged over a failing check',
  unapproved: 'merged without approval',
};

/** `#12 was merged over a failing check by admin: SSD-0031 is not agreed to.` */
export function mergeSentence({ pullRequest: number, by, verdict, notAgreed }: AuditedMerge): Phrase {
  const who = by === '' ? [] : say` by ${quoted(by)}`;
  const what = notAgreed.length === 0 ? [] : say`; not agreed to: ${identifiers(notAgreed)}`;
  return say`${pullRequest(number)} was ${MERGE_VERDICTS[verdict]}${who}${what}.`;
}

/** The audit in one line. */
export function auditHeadline({ rows, merges, isClean }: Audit): Phrase {
  const counts = [counted(rows.length, 'agreed change'), counted(merges.length, 'merge')].map(words);
  const found = isClean ? 'each has a decision that covers it' : 'not each has a decision that covers it';
  return say`${joined(counts, ', ')}: ${found}.`;
}

function quoted(text: string): Phrase {
  return [{ mark: 'quote', text }];
}
