/** The words of the answers to commands; what a person wrote comes in as a value. */
import { joined, marked, name, type Phrase, say, value, words } from '../report/phrase.js';
import { runsOf } from './runs.js';
import type { Covered } from './unit.js';

/** How many things a sentence names. */
const MOST_NAMED = 8;

/** Why a comment is not heard at all. */
export const UNHEARD = {
  edited: words('This comment was edited. What it said first is not known, so please say it in a new comment.'),
  bot: words('Machines decide nothing here.'),
  gone: words('The account that wrote this is gone.'),
  notShown: words(
    'Nothing had been shown here when this was written. Please look at what is shown now, and say it again.',
  ),
  tooMany: words('That is more than I take from one comment; the rest of it is not heard.'),
} as const satisfies Record<string, Phrase>;

/** Why somebody may not say something. */
export const FORBIDDEN = {
  member: words('Only the steering group decides here, and the policy of the base branch does not name you.'),
  former: words('You have decided here before, but the policy of the base branch does not name you any more.'),
  'member or author': words('Only the steering group and the authors of this proposal may say this.'),
  chair: words('Only the chair may say this.'),
  'chair or secretary': words('Only the chair and the secretary may minute.'),
  author: words('You wrote part of this proposal, so others have to decide on it.'),
  namesake: words(
    'An author of this proposal has your name and no account. Until that is cleared up, others have to decide.',
  ),
} as const satisfies Record<string, Phrase>;

/** What a command lacks. */
export const LACKING = {
  reason: words('Please give the reason as well.'),
  target: words('Please say which change is meant.'),
  nothing: words('There is nothing here to decide on.'),
  said: words('You have said nothing here that could be taken back.'),
  held: words('Nothing is held.'),
  everything: words('That is all there is. To take back the whole proposal, close it.'),
  objectInstead: words('Only approvals are minuted. What somebody has against a change is said with an objection.'),
} as const satisfies Record<string, Phrase>;

/** A command that nobody knows, with the nearest that there is. */
export function unknownCommand(word: string, near: string | null): Phrase {
  const guess = near === null ? [] : say` Did you mean ${name(`/${near}`)}?`;
  return say`There is no command ${name(word.startsWith('/') ? word : `/${word}`)}.${guess} ${name('/help')} lists what you may say.`;
}

/** A command that is not in its form. */
export function wrongForm(form: string): Phrase {
  return say`I cannot read that. It is written: ${name(form)}.`;
}

/** Something is meant that is not there. */
export function nothingMeant(wanted: string, shown: readonly Pick<Covered, 'id'>[]): Phrase {
  if (shown.length === 0) return LACKING.nothing;
  const known = say`What there is: ${listed(shown.map(({ id }) => value(id)))}.`;
  return wanted === '' ? say`${LACKING.target} ${known}` : say`${name(wanted)} is no change of this proposal. ${known}`;
}

/** `SSD-0040..0028`. */
export function rangeUpsideDown(range: string): Phrase {
  return say`${name(range)} begins with its end.`;
}

/** Nobody has anything against it. */
export function noObjection(units: readonly Pick<Covered, 'id'>[]): Phrase {
  return say`There is no objection to ${ids(units)}.`;
}

/** Others have something against it. */
export function notYourObjection(objectors: readonly string[]): Phrase {
  return say`Only ${listed(objectors.map(name))} or the chair can settle that objection.`;
}

/** The type must be one of the closed list. */
export function unknownType(types: readonly string[]): Phrase {
  return say`Please say what it is: ${listed(types.map(value))}.`;
}

/** Somebody would make a change ask for less than the evidence does. */
export function looserType(units: readonly Pick<Covered, 'id'>[]): Phrase {
  return say`Only the chair may say that ${ids(units)} is something that needs fewer people: its type is clear, or somebody has said it.`;
}

/** What was meant is not there any more, or is something else now. */
export function changedSince(units: readonly Pick<Covered, 'id'>[]): Phrase {
  return say`${ids(units)} changed after what you had before you. Please look again at that.`;
}

/** Somebody is named in minutes whom the policy does not know. */
export function unknownName(wanted: string, near: string | null, known: readonly string[]): Phrase {
  const guess = near === null ? say` Known are ${listed(known.map(value))}.` : say` Did you mean ${value(near)}?`;
  return say`The policy names neither a person nor an organisation ${value(wanted)}.${guess}`;
}

/** Somebody is named in minutes who wrote part of the proposal. */
export function minutedAuthor(person: string): Phrase {
  return say`${value(person)} wrote part of this proposal and cannot agree to it.`;
}

/** A meeting is no day, or has not been. */
export function wrongMeeting(date: string): Phrase {
  return say`${value(date)} is no day on which a meeting can have been.`;
}

/** A meeting cannot have agreed to what was not there. */
export function notShownAtMeeting(units: readonly Pick<Covered, 'id'>[], date: string): Phrase {
  return say`${ids(units)} did not stand here like this by ${value(date)}, so that meeting cannot have agreed to it.`;
}

/** Above the list of commands. */
export function helpLead(login: string): Phrase {
  return say`What you, ${name(login)}, may say here now, each at the beginning of a line of a new comment:`;
}

/** A command of the list. */
export function helpLine(form: string, help: string): Phrase {
  return say`${name(form)} ${marked(help)}`;
}

/** Identifiers in a sentence. */
function ids(units: readonly Pick<Covered, 'id'>[]): Phrase {
  return identifiers(units.map(({ id }) => id));
}

/** Up to eight identifiers or runs of them, and how many more. */
export function identifiers(all: readonly string[]): Phrase {
  const runs = runsOf(all);
  const shown = runs.slice(0, MOST_NAMED);
  const left = runs.slice(MOST_NAMED).reduce((sum, { count }) => sum + count, 0);
  return say`${joined(
    shown.map(({ text }) => value(text)),
    ', ',
  )}${left > 0 ? ` and ${left} more` : ''}`;
}

/** Up to eight phrases, and how many more. */
export function listed(phrases: readonly Phrase[]): Phrase {
  const more = phrases.length > MOST_NAMED ? ` and ${phrases.length - MOST_NAMED} more` : '';
  return say`${joined(phrases.slice(0, MOST_NAMED), ', ')}${more}`;
}
