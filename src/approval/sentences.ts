/** The words of the approval that people read, beyond the answers to commands (refusals.ts). */
import { counted, cut, joined, name, type Phrase, say, value, words } from '../report/phrase.js';
import type { Alteration, ApprovalStanding, Lacking, Override, Since } from './approval-state.js';
import type { Counted, Discount } from './count.js';
import type { Minuted } from './entry.js';
import { identifiers, listed } from './refusals.js';
import type { Objection } from './standing.js';

/** As much of a reason as is shown; the record has all of it. */
const LONGEST_QUOTE = 600;

/** The reason of a review that asks for changes and says no more. */
export const ASKED_FOR_CHANGES = 'asked for changes in a review';

/** Behind the weightiest change of a unit. */
export function moreChanges(count: number): string {
  return `; and ${counted(count, 'more change')}`;
}

/** Of lines of SQL that no change of the standard explains. */
export function sqlOnlyTitle(object: string): string {
  return `${object}: only its SQL changes`;
}

/** The state in one line; what is counted in it comes from `headline`. */
export const STATE_TITLES: Readonly<Record<ApprovalStanding, string>> = {
  'nothing-needed': 'Nothing here needs the steering group',
  agreed: 'The steering group has agreed to exactly this',
  overridden: 'The chair has agreed to exactly this in the place of the steering group',
  waiting: 'Waiting for the steering group',
  objected: 'Somebody objects',
  held: 'The chair holds this',
  'not-ready': 'Something must be mended before anybody is asked',
  'no-policy': 'Nobody is named who could agree',
};

/** Headings of the parts. */
export const APPROVAL_TITLES = {
  section: 'Approval',
  override: 'Decided by the chair',
  missing: 'What is missing',
  deciders: 'Who may still decide',
  objections: 'Objections',
  since: 'Since you last looked',
  discounted: 'What does not count',
  how: 'How to decide',
  sql: 'The SQL that is agreed to',
} as const;

/** Headings of the table of units. */
export const UNIT_COLUMNS = ['Change', 'What changes', 'Type', 'Agreed by', 'Missing'] as const;

/** In the table, of a unit that nobody is asked about. */
export const NOBODY_ASKED = 'nobody is asked';

/** In the table, in the place of what each of many units changes. */
export function unitCount(count: number): string {
  return counted(count, 'change');
}

/** In the table, of a unit with all that it needs. */
export const NOTHING_MISSING = 'nothing';

/** `2 of 5 changes wait: 1 more person, comments until 2026-11-16`. */
export function waitingTitle(waiting: number, all: number, missing: Phrase): Phrase {
  return say`${String(waiting)} of ${counted(all, 'change')} ${waiting === 1 ? 'waits' : 'wait'}: ${missing}`;
}

/** What is missing, in one phrase. */
export function lackingPhrase({ members, organisations, cms, until }: Lacking): Phrase {
  const parts = [
    ...(members > 0 ? [words(counted(members, 'more person', 'more people'))] : []),
    ...(organisations > 0 ? [words(counted(organisations, 'more organisation'))] : []),
    ...(cms.length > 0
      ? [say`somebody who speaks for ${cms.length > 1 ? 'each of ' : ''}${listed(cms.map(value))}`]
      : []),
    ...(until === null ? [] : [say`the end of the time for comments, ${day(until)}`]),
  ];
  return joined(parts, ', ');
}

/** `13 changes, SSD-0028, ...: 1 more person`. */
export function missingSentence(ids: readonly string[], lacking: Lacking): Phrase {
  return say`${identifiers(ids)}: ${lackingPhrase(lacking)}.`;
}

/** The policy cannot be met as it is. */
export function outOfReachSentence(ids: readonly string[]): Phrase {
  return say`The policy names too few people for ${identifiers(ids)}: even everybody together would not be enough.`;
}

/** Who decides for an organisation; who is not on GitHub, in a meeting. */
export function decidersSentence(organisation: string, people: readonly { name: string; login: string }[]): Phrase {
  const each = people.map(
    (person) => say`${quoted(person.name)}${person.login === '' ? ' (in a meeting, minuted)' : ''}`,
  );
  return say`${quoted(organisation)}: ${listed(each)}.`;
}

/** An objection with its reason. */
export function objectionSentence({ entry, covered }: Objection, title: string): Phrase {
  return say`${quoted(entry.who?.name ?? '')} objects to ${value(covered.id)} (${quoted(title)}): ${quoted(entry.reason)}`;
}

/** Several units under one objection. */
export function objectionToMany({ entry }: Objection, ids: readonly string[]): Phrase {
  return say`${quoted(entry.who?.name ?? '')} objects to ${identifiers(ids)}: ${quoted(entry.reason)}`;
}

/** An objection to something that is gone. */
export function lapsedSentence({ entry }: Objection, ids: readonly string[]): Phrase {
  return say`What ${quoted(entry.who?.name ?? '')} objected to in ${identifiers(ids)} is not proposed any more.`;
}

/** An objection of somebody who has left the group. */
export function formerSentence({ entry }: Objection, ids: readonly string[]): Phrase {
  const who = quoted(entry.who?.name ?? '');
  return say`The objection of ${who} to ${identifiers(ids)} does not count: ${who} ${DISCOUNTS.former}.`;
}

/** `1 objection is open, to SSD-0031`. */
export function objectedTitle(count: number, ids: readonly string[]): Phrase {
  return say`${counted(count, 'objection')} ${count === 1 ? 'is' : 'are'} open, to ${identifiers(ids)}`;
}

/** Who holds it, and why. */
export function heldSentence(by: string, reason: string): Phrase {
  return say`Held by ${quoted(by)}: ${quoted(reason)}`;
}

/** Who overrode, and why. */
export function overrideSentence({ entry: { who, reason }, isSame, isValid }: Override): Phrase {
  const by = quoted(who?.name ?? '');
  if (isValid) return say`${by} agreed in the place of the steering group: ${quoted(reason)}`;
  const why = isSame ? 'the policy does not let that count any more' : 'that was for other content than this';
  return say`What ${by} overrode does not count, because ${why}: ${quoted(reason)}`;
}

/** Whom an approval does not count from. */
const DISCOUNTS: Readonly<Record<Discount, string>> = {
  author: 'wrote part of this proposal',
  namesake: 'has the name of an author whose address belongs to no account',
  former: 'is not of the steering group any more',
  'own-organisation': 'has nobody in the policy who did not write part of this proposal',
};

/** Why an approval does not count. */
export function discountedSentence(who: string, why: Discount, ids: readonly string[]): Phrase {
  return say`The approval of ${quoted(who)} (${identifiers(ids)}) does not count: ${quoted(who)} ${DISCOUNTS[why]}.`;
}

/** Authors whom nobody can tell apart from those who decide. */
export function unknownAuthorsSentence(names: readonly string[]): Phrase {
  return say`Commits of ${listed(names.map(quoted))} belong to no account. Please see that none of those who agreed wrote them.`;
}

/** Reviews on commits that were never shown. */
export function unheardSentence(logins: readonly string[]): Phrase {
  return say`${listed(logins.map(name))} reviewed a commit that I had not shown yet. Please review what is shown now.`;
}

/** What has become of the content since somebody decided on it. */
export function sinceSentence({ name: who, at, altered, added, gone }: Since): Phrase {
  const approved = altered.filter(({ wasApproved }) => wasApproved);
  const seen = altered.filter(({ wasApproved }) => !wasApproved);
  const parts = [
    ...(approved.length > 0 ? [say`the approval does not cover ${listed(approved.map(alterationPhrase))}`] : []),
    ...(seen.length > 0 ? [say`${listed(seen.map(alterationPhrase))}`] : []),
    ...(added.length > 0 ? [say`new: ${identifiers(added)}`] : []),
    ...(gone.length > 0 ? [say`gone: ${identifiers(gone)}`] : []),
  ];
  return say`${quoted(who)}, since ${day(at)}: ${joined(parts, '; ')}.`;
}

function alterationPhrase({ id, isChanged, targets }: Alteration): Phrase {
  if (isChanged) return say`${value(id)} (altered)`;
  return say`${value(id)} (other SQL for ${listed(targets.map(value))})`;
}

/** A voice that counts, with who minuted it. */
export function voiceText({ name: who, organisation, approved: { entry } }: Counted): string {
  const of = who === organisation ? who : `${who} (${organisation})`;
  return entry.kind === 'minute' ? `${of}, ${minutedText(entry.minuted, entry.who?.name ?? '')}` : of;
}

function minutedText({ meeting }: Minuted, by: string): string {
  return `meeting ${meeting}, minuted by ${by}`;
}

/** How to name people where nobody is named. */
export const HOW_TO_NAME = say`Name the steering group on the base branch, in ${name('.github/spec-steward.yml')} under ${name('approval.people')}: each with ${name('login')}, ${name('name')} and ${name('organisation')}.`;

/** How somebody of the group decides. */
export const HOW_TO_DECIDE: readonly Phrase[] = [
  say`Agree to all by approving in a review, or to some by a comment: ${name('/approve SSD-0028..0040')}, ${name('/approve documentation')}.`,
  say`Object to one with ${name('/object SSD-0031 reason')}; ${name('/split SSD-0031')} takes it out, so that the others need not wait.`,
  say`${name('/help')} lists what you may say here.`,
];

/** What an approval is worth after a push. */
export const WHAT_STAYS = words(
  'An approval is for the content that was shown. What stays the same stays approved; only what is new or altered is asked again.',
);

/** What a simulation takes. */
export function unknownSimulation(said: string): Phrase {
  return say`${name(said)} is nothing that somebody says. It is written: ${name('LOGIN:approve')}, ${name('LOGIN:object SSD-0031 reason')}.`;
}

/** `2026-11-16`. */
export function day(at: string): string {
  return at.slice(0, 10);
}

function quoted(text: string): Phrase {
  return [{ mark: 'quote', text: text.length > LONGEST_QUOTE ? `${cut(text, LONGEST_QUOTE)}…` : text }];
}
