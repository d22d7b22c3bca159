/** Decisions of people who are not on GitHub, as the minutes of a meeting have them. */
import { nearest } from '../lint/nearest.js';
import type { Phrase } from '../report/phrase.js';
import type { Outcome } from './command-acts.js';
import type { Minuted, ShownUnit } from './entry.js';
import {
  changedSince,
  LACKING,
  minutedAuthor,
  notShownAtMeeting,
  unknownName,
  wrongForm,
  wrongMeeting,
} from './refusals.js';
import { foldedName, memberByLogin, memberByName, partialityOf } from './roll.js';
import { byStanding, choiceOf, commonOf, type Said } from './said.js';
import { shownIn, unitsShown } from './shown.js';
import { chooseAll } from './targets.js';
import { contentKey } from './unit.js';

const FORM = '/minute approve SSD-0028..0040 by "Essex, Knowsley" meeting 2026-11-20';

const QUOTES = '["\\u201c\\u201d\\u201e]';

const MINUTE = new RegExp(`^approve(\\s.*?)?\\s+by\\s+${QUOTES}(.+?)${QUOTES}\\s+meeting\\s+(\\S+)$`, 'iu');

/** Records that organisations or people agreed, attributed to who minutes it. They agreed to what stood there then. */
export function minute(said: Said): Outcome {
  if (/^object\b/i.test(said.rest)) return { refused: LACKING.objectInstead };
  const [, targets = '', names = '', meeting = ''] = MINUTE.exec(said.rest) ?? [];
  if (meeting === '') return { refused: wrongForm(FORM) };
  if (!isPast(meeting, said.at)) return { refused: wrongMeeting(meeting) };
  const who = namedIn(names, said);
  if ('refused' in who) return who;
  const chosen = chooseAll(targets.trim(), choiceOf(said));
  if ('refused' in chosen) return chosen;
  if (chosen.units.length === 0) return { refused: LACKING.nothing };
  const unseen = notThere(chosen.units, meeting, said);
  if (unseen.length > 0) return { refused: notShownAtMeeting(unseen, meeting) };
  const { changed } = byStanding(chosen.units, said.situation.units);
  const minuted: Minuted = { ...who, meeting };
  const common = commonOf(said, chosen.units);
  return {
    drafts: [{ ...common, kind: 'minute', saw: said.saw.number, minuted }],
    ...(changed.length > 0 ? { note: changedSince(changed) } : {}),
  };
}

function isPast(meeting: string, at: string): boolean {
  const time = /^\d{4}-\d\d-\d\d$/.test(meeting) ? Date.parse(`${meeting}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(meeting) && time <= Date.parse(at);
}

type Named = Pick<Minuted, 'organisations' | 'people'> | { readonly refused: Phrase };

function namedIn(names: string, { situation: { roll, authors } }: Said): Named {
  const organisations = [...new Set(roll.map(({ organisation }) => organisation))];
  const found: { organisations: string[]; people: string[] } = { organisations: [], people: [] };
  for (const name of names.split(',').map((part) => part.trim())) {
    const organisation = organisations.find((known) => foldedName(known) === foldedName(name));
    const person = memberByName(roll, name) ?? memberByLogin(roll, name.replace(/^@/, ''));
    if (organisation !== undefined) found.organisations.push(organisation);
    else if (!person) {
      const known = [...organisations, ...roll.map((member) => member.name)];
      return { refused: unknownName(name, nearest(name, known), known) };
    } else if (partialityOf(person, authors)) return { refused: minutedAuthor(person.name) };
    else found.people.push(person.name);
  }
  return found;
}

/** Units that did not stand on the pull request by the end of the day of the meeting. */
function notThere(units: readonly ShownUnit[], meeting: string, { entries }: Said): readonly ShownUnit[] {
  const end = Date.parse(`${meeting}T23:59:59.999Z`);
  const before = shownIn(entries).filter((entry) => Date.parse(entry.at) <= end);
  const seen = new Set(before.flatMap(({ number }) => unitsShown(entries, number)).map(contentKey));
  return units.filter((unit) => !seen.has(contentKey(unit)));
}
