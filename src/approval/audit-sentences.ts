/** The words of the audit. */
import { counted, joined, name, type Phrase, pullRequest, say, value, words } from '../report/phrase.js';
import type { Audit, AuditedMerge, AuditedPush, AuditedRow, MergeVerdict, RowVerdict } from './audit.js';
import { identifiers, listed } from './refusals.js';

/** Headings of the parts. */
export const AUDIT_TITLES = {
  register: 'No register',
  rows: 'Agreed changes without a decision',
  merges: 'Merges that were not agreed to',
  pushes: 'Pushes past all review',
  unlogged: 'Changes without a row in the change log',
  fine: 'What is in order',
  before: 'Before all this',
} as const;

const ROW_VERDICTS: Readonly<Record<RowVerdict, string>> = {
  decided: 'decided by',
  'nobody-asked': 'agreed; the policy asked nobody',
  'other-content': 'not covered: the decisions are on other content than was merged',
  undecided: 'not covered: nobody decided',
  'no-record': 'not covered: there is no record of what was merged',
};

/** `SSD-0031 (PERS001A, #12): decided by Olga Brown, Esther Cole.` */
export function rowSentence(audited: AuditedRow): Phrase {
  const { row, pullRequest: number } = audited;
  const from = number === 0 ? [] : say`, ${pullRequest(number)}`;
  return say`${value(row.changeId)} (${value(row.itemRef || row.changeObjectName)}${from}): ${verdictPhrase(audited)}.`;
}

function verdictPhrase({ verdict, decisions }: AuditedRow): Phrase {
  const names = [...new Set(decisions.map(({ who }) => who?.name ?? ''))].filter((own) => own !== '');
  return verdict === 'decided'
    ? say`${ROW_VERDICTS[verdict]} ${listed(names.map(quoted))}`
    : words(ROW_VERDICTS[verdict]);
}

/** Rows of one pull request with the same decisions: `#12, 13 changes (SSD-0028, ...): decided by Olga Brown.` */
export function decidedSentence(rows: readonly AuditedRow[]): Phrase {
  const [first] = rows;
  if (!first) return [];
  if (rows.length === 1) return rowSentence(first);
  const ids = identifiers(rows.map(({ row }) => row.changeId));
  return say`${pullRequest(first.pullRequest)}, ${counted(rows.length, 'change')} (${ids}): ${verdictPhrase(first)}.`;
}

/** Many rows with one verdict: `94 changes, SSD-0028, ...: not covered: nobody decided.` */
export function rowsSentence(rows: readonly AuditedRow[], verdict: RowVerdict): Phrase {
  const ids = identifiers(rows.map(({ row }) => row.changeId));
  return say`${counted(rows.length, 'change')} (${ids}): ${ROW_VERDICTS[verdict]}.`;
}

/** Before and behind the name of who merged. */
const MERGE_VERDICTS: Readonly<Record<MergeVerdict, readonly [what: string, more?: string]>> = {
  approved: ['merged with approval'],
  'nobody-asked': ['merged', '; the policy asked nobody'],
  forced: ['merged over a failing check'],
  unapproved: ['merged without approval'],
  unreadable: ['merged', ', and what was merged cannot be read'],
  vanished: ['merged', ', and the history of this branch does not have that merge'],
};

/** `#12 was merged over a failing check by admin: SSD-0031 is not agreed to.` */
export function mergeSentence({ pullRequest: number, by, verdict, notAgreed }: AuditedMerge): Phrase {
  const [what, more = ''] = MERGE_VERDICTS[verdict];
  return say`${pullRequest(number)} was ${what}${byWhom(by)}${more}${rest(notAgreed)}.`;
}

/** `5fe0a1c was pushed by anna without a pull request; not agreed to: 3 changes.` */
export function pushSentence({ commit, by, notAgreed, verdict }: AuditedPush): Phrase {
  if (verdict === 'unreadable') return say`${short(commit)} was pushed${byWhom(by)}, and cannot be read.`;
  return say`${short(commit)} was pushed${byWhom(by)} without a pull request${rest(notAgreed)}.`;
}

/** Many pushes of which nothing is decided. */
export function pushesSentence(pushes: readonly AuditedPush[]): Phrase {
  const changes = pushes.reduce((sum, { notAgreed }) => sum + notAgreed.length, 0);
  const first = pushes.slice(0, 1).map(({ commit }) => short(commit));
  const last = pushes.slice(-1).map(({ commit }) => short(commit));
  return say`${counted(pushes.length, 'push', 'pushes')}, from ${joined(first, '')} to ${joined(last, '')}: nobody decided on their ${counted(changes, 'change')}.`;
}

/** What a commit changed and nobody logged. */
export function unloggedSentence(commit: string, ids: readonly string[]): Phrase {
  return say`${short(commit)}: ${counted(ids.length, 'change')}, ${identifiers(ids)}.`;
}

/** The same of many commits. */
export function unloggedCount(commits: number, changes: number): Phrase {
  return say`${counted(changes, 'change')} in ${counted(commits, 'commit')}.`;
}

/** Commits before the record began. */
export function beforeSentence(commits: number, since: string): Phrase {
  return say`${counted(commits, 'commit')} up to ${short(since)} came before the register: nobody was asked, and they are not judged.`;
}

/** What was looked at. */
export function auditedSentence(revision: string, register: string | null, commits: number): Phrase {
  const record = register === null ? say`no register of decisions` : say`the decisions of ${name(register)}`;
  return say`${name(revision)}: ${counted(commits, 'commit')} held against ${record}.`;
}

/** The clone has no register. */
export const NO_REGISTER = say`This clone has no branch ${name('spec-steward/register')}, so no decision is known. ${name('git fetch origin')} brings it where there is one.`;

/** The audit in one line. */
export function auditHeadline({ rows, merges, pushes, isClean }: Audit): Phrase {
  const parts = [counted(rows.length, 'agreed change'), counted(merges.length, 'merge')];
  if (pushes.length > 0) parts.push(counted(pushes.length, 'push', 'pushes'));
  const found = isClean ? 'each has a decision that covers it' : 'not each has a decision that covers it';
  return say`${joined(parts.map(words), ', ')}: ${found}.`;
}

function byWhom(by: string): Phrase {
  return by === '' ? [] : say` by ${quoted(by)}`;
}

function rest(notAgreed: readonly string[]): Phrase {
  return notAgreed.length === 0 ? [] : say`; not agreed to: ${identifiers(notAgreed)}`;
}

function short(commit: string): Phrase {
  return value(commit.slice(0, 7));
}

function quoted(text: string): Phrase {
  return [{ mark: 'quote', text }];
}
