/** The words of the meeting pack. */
import { STATE_TITLES } from '../approval/sentences.js';
import { counted, joined, name, type Phrase, pullRequest, say, value, words } from '../report/phrase.js';
import type { TargetDiff } from '../review.js';
import type { Agenda, AgendaPage, Unjudged } from './agenda.js';
import type { OrganisationVote, Voice } from './votes.js';

/** Headings. */
export const AGENDA_TITLES = {
  contents: 'Contents',
  changes: 'What changes',
  touched: 'Who is touched',
  sql: 'SQL of each CMS',
  votes: 'Votes',
  commands: 'To minute what the meeting decides',
} as const;

/** Headings of the table of votes; the last column is for a pen. */
export const VOTE_COLUMNS = ['Organisation', 'Agreed', 'Still wanted', 'In the meeting'] as const;

/** Headings of the contents. */
export const CONTENTS_COLUMNS = ['Change request', 'Changes', 'How it stands'] as const;

/** On top of the pack. */
export function agendaTitle({ repository }: Pick<Agenda, 'repository'>): string {
  return `Change requests for the steering group, ${repository}`;
}

/** How many there are, and when this was. */
export function agendaSummary({ pages, unjudged, made }: Agenda): Phrase {
  const open = counted(pages.length + unjudged.length, 'open change request');
  return say`${open}, as of ${made.slice(0, 10)}, ${made.slice(11, 16)} UTC. An approval is for exactly what stands here; what is altered afterwards is asked again.`;
}

/** There is nothing to meet about. */
export const NOTHING_OPEN = words('Nothing that concerns the standard is open.');

/** A fork's commits are decided on a pull request of ours. */
export function elsewhereSentence({ number, on }: Agenda['elsewhere'][number]): Phrase {
  const where = on === 0 ? words('a pull request that is still to be opened') : pullRequest(on);
  return say`${pullRequest(number)} comes from a fork and is decided on ${where}.`;
}

/** Pull requests that are left out. */
export function othersSentence(others: readonly number[]): Phrase {
  return say`Left out, because they touch nothing of the standard: ${joined(others.map(pullRequest), ', ')}.`;
}

/** `#12 Link contacts to the referrals`. */
export function pageTitle({ number, title }: Pick<AgendaPage, 'number' | 'title'>): string {
  return `#${number} ${title}`;
}

/** Who proposes it, and since when it can be seen. */
export function pageAbout({ author, since, approval }: AgendaPage): Phrase {
  const from = since === '' ? [] : say`, shown since ${since.slice(0, 10)}`;
  return say`Proposed by ${name(author)}${from}; commit ${value(approval.commit.slice(0, 7))}.`;
}

/** How long comments are asked for; nothing where that is over or nobody waits for it. */
export function periodSentence(until: string | null): Phrase {
  return until === null ? [] : say`Open for comments until ${until.slice(0, 10)}: it cannot be merged before.`;
}

/** A state in a few words, for the contents. */
export function stateTitle({ approval }: AgendaPage): string {
  return STATE_TITLES[approval.state];
}

/** Many changes with one pattern: `returns: gains SEN2 (SSD-0028..0041)`. */
export function crowdPhrase(what: Phrase, ids: Phrase): Phrase {
  return say`${what} (${ids})`;
}

/** Where there is no room for all. */
export function fromToPhrase(first: string, last: string): Phrase {
  return say`between ${value(first)} and ${value(last)}`;
}

/** What a change is, in one line. */
export function titlePhrase(title: string): Phrase {
  return quoted(title);
}

/** What texts change. */
export function textsPhrase(objects: number): Phrase {
  return say`descriptions and guidance in ${counted(objects, 'data object')}`;
}

/** What does not fit on the page. */
export function moreOnPull(count: number, number: number): Phrase {
  return say`and ${counted(count, 'more change')}, all of them on ${pullRequest(number)}`;
}

/** The same where consumers or returns are too many. */
export function moreTouched(count: number): Phrase {
  return say` and ${String(count)} more.`;
}

/** Nobody outside is touched. */
export const NOBODY_TOUCHED = words('No return, no CMS and no reader of the tables is touched.');

/** Not a line of SQL. */
export const NO_SQL_CHANGES = words('No script changes.');

/** Scripts that change alike: `mosaic.sqlserver, eclipse.postgres: 3 tables, +2 columns (12 lines added, 4 removed).` */
export function targetsSentence(targets: readonly TargetDiff[]): Phrase {
  const [first] = targets;
  if (!first) return [];
  const { summary, added, removed } = first;
  const names = joined(
    targets.map(({ target }) => name(target)),
    ', ',
  );
  return say`${names}: ${summary} (${counted(added, 'line')} added, ${String(removed)} removed).`;
}

/** The weight of the release. */
export const MAJOR = 'major';

/** `Esther Cole: all`, `Essex: 3 of 4, meeting of 2026-11-20`. */
function voicePhrase({ name: who, agreed, meeting }: Voice, asked: number): Phrase {
  const what = agreed.length === asked ? 'all' : `${agreed.length} of ${asked}`;
  return say`${quoted(who)}: ${what}${meeting === '' ? '' : `, meeting of ${meeting}`}`;
}

/** Who of an organisation agreed. */
export function agreedPhrase({ voices, objectors }: OrganisationVote, asked: number): Phrase {
  const against = objectors.map((who) => say`${quoted(who)} objects`);
  const parts = [...voices.map((voice) => voicePhrase(voice, asked)), ...against];
  return parts.length === 0 ? words('nobody yet') : joined(parts, '; ');
}

/** Whose word is still wanted. */
export function wantedPhrase({ wanted, cms }: OrganisationVote): Phrase {
  if (wanted.length === 0) return words('nobody');
  const speaking = cms.length === 0 ? [] : say`, to speak for ${joined(cms.map(value), ' and ')}`;
  return say`${joined(wanted.map(quoted), ' or ')}${speaking}`;
}

/** One organisation in a line, where there is no table. */
export function voteSentence(vote: OrganisationVote, asked: number): Phrase {
  const wanted = vote.wanted.length === 0 ? [] : say` Still wanted: ${wantedPhrase(vote)}.`;
  return say`${quoted(vote.organisation)}: ${agreedPhrase(vote, asked)}.${wanted}`;
}

/** How to use the commands. */
export function commandsSentence({ number, minutedBy, chairs, commands }: AgendaPage): Phrase {
  if (commands.length === 0) return words('There is nothing to minute.');
  const nobody = words('nobody, because the policy names neither chair nor secretary');
  const who = minutedBy.length === 0 ? nobody : joined(minutedBy.map(quoted), ' or ');
  const chair = chairs.length === 0 ? [] : say` (${joined(chairs.map(quoted), ', ')})`;
  return say`As new comments on ${pullRequest(number)}, minuted by ${who}; leave out what was not decided. To hold a proposal and to settle the objections of others is for the chair${chair}.`;
}

/** One that could not be judged. */
export function unjudgedSentence({ number, title, why }: Unjudged): Phrase {
  return say`${pullRequest(number)} ${quoted(title)} cannot be judged: ${words(why)}`;
}

function quoted(text: string): Phrase {
  return [{ mark: 'quote', text }];
}
