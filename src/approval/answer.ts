/** One command -> entries for the record and a reply: the row of the table, and whether its speaker may say it. */
import { nearest } from '../lint/nearest.js';
import { cut, type Phrase } from '../report/phrase.js';
import { COMMANDS, type Command } from './commands.js';
import { type Draft, LONGEST_WORDS } from './entry.js';
import type { CommandLine } from './find-commands.js';
import { FORBIDDEN, helpLead, helpLine, UNHEARD, unknownCommand } from './refusals.js';
import { memberByLogin, partialityOf } from './roll.js';
import type { Said } from './said.js';
import { keyOf, standingOf } from './standing.js';

/** `+1`: taken; `confused`: refused or not understood; `eyes`: looked. */
export type Reaction = '+1' | 'confused' | 'eyes';

/** What is replied: sentences, and below them a list. */
export interface Reply {
  readonly reaction: Reaction;
  readonly lines: readonly Phrase[];
  readonly list: readonly Phrase[];
}

/** What came of a command. */
export interface Answered {
  readonly drafts: readonly Draft[];
  readonly reply: Reply;
}

/** Everything around a command. */
export type Around = Omit<Said, 'words' | 'rest'>;

const NAMES = COMMANDS.map(({ name }) => name);

/** Answers one command of a comment. */
export function answerTo({ word, rest, line }: CommandLine, around: Around): Answered {
  const command = COMMANDS.find(({ name }) => name === word.toLowerCase());
  if (!command) return refusal(unknownCommand(word, nearest(word, NAMES)));
  if (command.name === 'recheck') return { drafts: [], reply: { reaction: 'eyes', lines: [], list: [] } };
  if (command.name === 'help') return { drafts: [], reply: helpFor(around) };
  const forbidden = whyForbidden(command, around);
  if (forbidden) return refusal(forbidden);
  if (command.isAboutContent && around.saw.number === 0) return refusal(UNHEARD.notShown);
  const said: Said = { ...around, words: cut(line, LONGEST_WORDS), rest: cut(rest, LONGEST_WORDS) };
  const outcome = command.act?.(said) ?? { drafts: [] };
  if ('refused' in outcome) return refusal(outcome.refused);
  const lines = outcome.note ? [outcome.note] : [];
  return { drafts: outcome.drafts, reply: { reaction: '+1', lines, list: [] } };
}

function refusal(sentence: Phrase): Answered {
  return { drafts: [], reply: { reaction: 'confused', lines: [sentence], list: [] } };
}

/** Why the speaker may not say it, or null. */
function whyForbidden({ right, isImpartial }: Command, around: Around): Phrase | null {
  const { speaker, situation } = around;
  const member = memberByLogin(situation.roll, speaker.login);
  if (!hasRight(right, around)) {
    return !member && hasDecided(around) ? FORBIDDEN.former : FORBIDDEN[reasonFor(right, member !== undefined)];
  }
  const partial = isImpartial && member ? partialityOf(member, situation.authors) : null;
  return partial && FORBIDDEN[partial];
}

function reasonFor(right: Command['right'], isMember: boolean): keyof typeof FORBIDDEN {
  if (right === 'anyone') return 'member';
  return right === 'member or author' || isMember ? right : 'member';
}

function hasRight(right: Command['right'], { speaker, situation }: Around): boolean {
  const member = memberByLogin(situation.roll, speaker.login);
  if (right === 'anyone') return true;
  if (right === 'member or author') return member !== undefined || isAuthor(speaker.login, situation);
  if (!member) return false;
  if (right === 'member') return true;
  return member.roles.includes('chair') || (right === 'chair or secretary' && member.roles.includes('secretary'));
}

function isAuthor(login: string, { authors }: Said['situation']): boolean {
  return authors.some((author) => author.login?.toLowerCase() === login.toLowerCase());
}

/** Who decided here before as one of the steering group is told why that is over. */
function hasDecided({ entries, speaker }: Around): boolean {
  const own = keyOf({ who: speaker });
  return entries.some((entry) => keyOf(entry) === own && entry.who?.organisation !== '');
}

function helpFor(around: Around): Reply {
  const useful = COMMANDS.filter((command) => !whyForbidden(command, around) && isUseful(command, around));
  const list = useful.map(({ form, help }) => helpLine(form, help));
  return { reaction: 'eyes', lines: [helpLead(around.speaker.login)], list };
}

/** Whether there is something now that the command could be about. */
function isUseful({ name }: Command, { entries, speaker, situation }: Around): boolean {
  const standing = standingOf(entries, situation.roll);
  const own = keyOf({ who: speaker });
  if (name === 'unhold') return standing.hold !== null;
  if (name === 'withdraw') return entries.some((entry) => keyOf(entry) === own);
  if (name !== 'resolve') return true;
  return standing.objections.some(({ voice }) => voice === own || speaker.roles.includes('chair'));
}
