/** The words in which a group reads back the policy that it wrote. */
import type { PolicyTeam, Role, TrackRule } from '../config/policy.js';
import { counted, joined, name, type Phrase, say, value, words } from '../report/phrase.js';
import type { Member } from './roll.js';

/** Headings of the parts. */
export const POLICY_TITLES = {
  faults: 'What cannot work like this',
  people: 'Who decides',
  tracks: 'What each kind of change needs',
  cms: 'Who speaks for which CMS',
  roles: 'Who may do more',
  remarks: 'To think about',
} as const;

/** The policy in one line. */
export function policyHeadline(people: number, teams: number, organisations: number): string {
  if (people + teams === 0) return 'Nobody is named who could agree';
  const who = [
    ...(people > 0 ? [counted(people, 'person', 'people')] : []),
    ...(teams > 0 ? [counted(teams, 'team')] : []),
  ].join(' and ');
  const of = `of ${counted(organisations, 'organisation')}`;
  return `${who} ${of} ${people + teams === 1 ? 'decides' : 'decide'}`;
}

/** Where the policy was read. */
export function policySource(revision: string, file: string): Phrase {
  return say`${name(file)} of ${name(revision)}; what it does not say has its default. What holds for a pull request is the file on its base branch.`;
}

/** `Essex: Esther Cole (esther-essex, speaks for mosaic); members of data-to-insight/essex.` */
export function organisationSentence(
  organisation: string,
  people: readonly Member[],
  teams: readonly PolicyTeam[],
): Phrase {
  const each = [
    ...people.map(personPhrase),
    ...teams.map(({ team, speaksFor }) => say`the members of ${name(team)}${speaking(speaksFor, ', who speak for')}`),
  ];
  return say`${quoted(organisation)}: ${joined(each, '; ')}.`;
}

function personPhrase({ login, name: own, speaksFor, roles }: Member): Phrase {
  const account = login === '' ? words('not on GitHub, so decisions are minuted') : name(login);
  const duties = roles.length > 0 ? words(`, ${roles.join(' and ')}`) : [];
  return say`${quoted(own)} (${account}${duties}${speaking(speaksFor)})`;
}

function speaking(speaksFor: readonly string[], before = ', speaks for'): Phrase {
  return speaksFor.length === 0 ? [] : say`${before} ${joined(speaksFor.map(value), ' and ')}`;
}

/** `bug: 1 person.` */
export function trackSentence(tracks: readonly string[], rule: TrackRule): Phrase {
  return say`${joined(tracks.map(value), ', ')}: ${rulePhrase(rule)}.`;
}

function rulePhrase(rule: TrackRule): Phrase {
  const who = peoplePhrase(rule);
  const speakers = rule.cms ? [words('somebody who speaks for each CMS whose SQL changes')] : [];
  const parts = [...(who.length > 0 ? [who] : []), ...speakers];
  return parts.length === 0 ? words('nobody is asked') : joined(parts, ', and among them ');
}

function peoplePhrase({ members, organisations }: TrackRule): Phrase {
  const people = members > 0 ? [words(counted(members, 'person', 'people'))] : [];
  const of = members > 0 ? 'of' : 'somebody of';
  const from = organisations > 0 ? [words(`${of} ${counted(organisations, 'organisation')}`)] : [];
  return joined([...people, ...from], ' ');
}

/** How long a major change stands. */
export function majorSentence(days: number): Phrase {
  if (days === 0) return words('A major change may be merged as soon as it is agreed to.');
  return say`A major change also stands open for comments for ${counted(days, 'day')}.`;
}

/** What a change counts as whose type is open. */
export const UNDECIDED_COUNTS = say`A change whose type nobody has decided yet counts as ${value('change')}.`;

/** Who speaks for a CMS. */
export function speakersSentence(cms: string, speakers: readonly string[]): Phrase {
  return say`${value(cms)}: ${speakers.length === 0 ? 'nobody' : joined(speakers.map(quoted), ', ')}.`;
}

const DUTIES: Readonly<Record<Role, string>> = {
  chair: 'may agree in the place of all, hold a proposal, settle objections and minute',
  secretary: 'may minute what people decided in a meeting',
};

/** Who has a role. */
export function roleSentence(role: Role, people: readonly string[]): Phrase {
  const who = people.length === 0 ? words('nobody') : joined(people.map(quoted), ', ');
  return say`${role === 'chair' ? 'The chair' : 'The secretary'} ${DUTIES[role]}: ${who}.`;
}

/** A rule that asks for more than there are. */
export function tooFewSentence(tracks: readonly string[], rule: TrackRule, there: TrackRule): Phrase {
  return say`${joined(tracks.map(value), ', ')}: the rule asks for ${peoplePhrase(rule)}, and the policy names ${peoplePhrase(there)}.`;
}

/** A CMS whose SQL can never be agreed to. */
export function unspokenSentence(cms: string, tracks: readonly string[]): Phrase {
  return say`Nobody speaks for ${value(cms)}, so what alters its SQL cannot be agreed to: that concerns ${joined(tracks.map(value), ', ')}.`;
}

/** A CMS that there is no SQL for, perhaps a slip. */
export function unknownCmsSentence(who: string, cms: string, near: string | null): Phrase {
  const guess = near === null ? [] : say` Is ${value(near)} meant?`;
  return say`${quoted(who)} speaks for ${value(cms)}, for which no SQL is made here.${guess}`;
}

/** Teams are known only to GitHub. */
export const TEAMS_UNKNOWN = words(
  'Who is in a team is only known on GitHub, so nothing is said here of whether there are enough people.',
);

/** Somebody wrote parts, and then cannot agree to them. */
export const AUTHORS_DO_NOT_COUNT = words(
  'Whoever wrote part of a proposal does not count for it, so a rule that needs everybody cannot be met by them.',
);

/** Nobody to minute what is decided in a meeting. */
export const NOBODY_MINUTES = words(
  'Nobody may minute a meeting, so people who are not on GitHub cannot be heard: give somebody the role of the secretary.',
);

/** Headings of a simulation. */
export const SIMULATION_TITLES = { before: 'Now', answer: 'What the answer would be' } as const;

/** `If priya-essex says /approve`. */
export function saidTitle(said: readonly string[]): string {
  const each = said.map((one) => {
    const [, login = '', words = ''] = /^@?([^:]*):\s*\/?(.*)$/s.exec(one) ?? ['', '', one];
    return `${login} says /${words}`;
  });
  return `If ${each.join(', and ')}`;
}

/** A simulation leaves no trace. */
export function simulatedOn(commit: string): Phrase {
  return say`On what stands there now, ${value(commit.slice(0, 7))}. Nothing was said or recorded.`;
}

function quoted(text: string): Phrase {
  return [{ mark: 'quote', text }];
}
