/** One change request on one page: crowds are rolled up, and what does not fit is counted. */
import type { UnitState } from '../approval/approval-state.js';
import { headline } from '../approval/headline.js';
import { type ApprovalSection, approvalSections } from '../approval/outline.js';
import { APPROVAL_TITLES } from '../approval/sentences.js';
import { cmsSentence, returnsSentence } from '../report/impact-sentences.js';
import type { PlainOutline } from '../report/outline.js';
import { EXAMPLES, type Line, lineOf, partOf, untitled } from '../report/parts.js';
import { counted, cut, joined, marked, type Phrase, say, value, words } from '../report/phrase.js';
import { grouped } from '../report/tally.js';
import type { Review } from '../review.js';
import type { AgendaPage } from './agenda.js';
import { byNumber, rangesOf } from './meeting-commands.js';
import {
  AGENDA_TITLES,
  crowdPhrase,
  fromToPhrase,
  MAJOR,
  moreOnPull,
  moreTouched,
  NO_SQL_CHANGES,
  NOBODY_TOUCHED,
  pageAbout,
  pageTitle,
  periodSentence,
  targetsSentence,
  textsPhrase,
  titlePhrase,
  voteSentence,
} from './sentences.js';

/** Lines of changes that a page has room for beside everything else. */
const MOST_CHANGES = 9;

/** Lines of those who read the tables. */
const MOST_CONSUMERS = 3;

/** Returns that are named. */
const MOST_RETURNS = 6;

/** Characters of identifiers in a line. */
const LONGEST_IDS = 60;

/** Characters of what a change is; the pull request has all of it. */
const LONGEST_TITLE = 105;

/** Sections of the approval that a meeting goes through, besides the votes. */
const TO_DISCUSS: readonly string[] = [
  APPROVAL_TITLES.objections,
  APPROVAL_TITLES.missing,
  APPROVAL_TITLES.since,
  APPROVAL_TITLES.discounted,
];

/** The page without its commands. */
export function pageOutline(page: AgendaPage): PlainOutline {
  return {
    mark: '',
    verdict: 'decide',
    headline: pageTitle(page),
    about: joined([...summaryOf(page), pageAbout(page)], ' '),
    sections: [
      { title: AGENDA_TITLES.changes, summary: [], parts: [partOf({ lines: changeLines(page) })] },
      { title: AGENDA_TITLES.touched, summary: [], parts: untitled(touchedLines(page)) },
      { title: AGENDA_TITLES.sql, summary: [], parts: untitled(sqlLines(page)) },
      { title: AGENDA_TITLES.votes, summary: [], parts: untitled(voteLines(page)) },
      ...discussed(page),
    ].filter(({ parts }) => parts.length > 0),
  };
}

/** How it stands, in whole sentences. */
export function summaryOf({ approval }: AgendaPage): Phrase[] {
  const dates = approval.units.flatMap(({ lacking }) => lacking.until ?? []).sort();
  const period = periodSentence(dates.at(-1) ?? null);
  return [say`${headline(approval)}.`, ...(period.length > 0 ? [period] : [])];
}

/** What a meeting goes through besides the votes: objections, what is missing, what has changed, what does not count. */
function discussed({ approval }: AgendaPage): readonly ApprovalSection[] {
  return approvalSections(approval).filter(({ title, parts }) => {
    // What all of them lack alike is said by the headline already.
    const isSaid = title === APPROVAL_TITLES.missing && parts.every(({ lines }) => lines.length < 2);
    return TO_DISCUSS.includes(title) && !(isSaid && approval.state === 'waiting');
  });
}

/** How many units somebody is asked about. */
export function askedOn({ approval }: AgendaPage): number {
  return approval.units.filter(({ isAsked }) => isAsked).length;
}

function voteLines(page: AgendaPage): Phrase[] {
  return page.votes.map((vote) => voteSentence(vote, askedOn(page)));
}

/** Single changes first, what waits before what is met; then groups, and texts in one line. */
export function changeLines(page: AgendaPage): readonly Line[] {
  const { units } = page.approval;
  const isText = ({ unit, isAsked }: UnitState) => !isAsked && unit.track === 'documentation';
  const texts = units.filter(isText);
  const { crowds, single } = crowdsOf(
    page,
    units.filter((state) => !isText(state)),
  );
  const sorted = single.toSorted((a, b) => Number(a.isMet) - Number(b.isMet));
  const room = MOST_CHANGES - crowds.length - 1;
  const shown = sorted.length > room ? sorted.slice(0, Math.max(EXAMPLES, room)) : sorted;
  const left = sorted.length - shown.length;
  return [
    ...crowds.map(({ title, members }) => crowdLine(page, title, members)),
    ...shown.map(unitLine),
    ...(left > 0 ? [lineOf({ sentence: moreOnPull(left, page.number) })] : []),
    ...(texts.length > EXAMPLES ? [textLine(page, texts)] : texts.map(unitLine)),
  ];
}

interface Crowd {
  readonly title: string;
  readonly members: readonly UnitState[];
}

/** Units of one pattern; each of them in the first that it belongs to. */
function crowdsOf({ review }: AgendaPage, units: readonly UnitState[]) {
  const titles = new Map(review.groups.map(({ id, title }) => [id, title]));
  const byGroup = grouped(units, ({ unit }) => unit.groups.find((id) => titles.has(id)) ?? '');
  const crowds: Crowd[] = [];
  const single: UnitState[] = [];
  for (const [id, members] of byGroup) {
    if (id !== '' && members.length > EXAMPLES) crowds.push({ title: titles.get(id) ?? '', members });
    else single.push(...members);
  }
  return { crowds, single };
}

function crowdLine(page: AgendaPage, title: string, members: readonly UnitState[]): Line {
  const sentence = crowdPhrase(marked(title), idsOf(page, members));
  return lineOf({ subject: words(counted(members.length, 'change')), sentence, tags: tagsOf(members) });
}

function textLine(page: AgendaPage, texts: readonly UnitState[]): Line {
  const objects = new Set(texts.map(({ unit }) => unit.object)).size;
  const sentence = crowdPhrase(textsPhrase(objects), idsOf(page, texts));
  return lineOf({ subject: words(counted(texts.length, 'change')), sentence, tags: tagsOf(texts) });
}

/** All of them where there is room, else from which to which. */
function idsOf({ approval }: AgendaPage, members: readonly UnitState[]): Phrase {
  const ids = members.map(({ unit }) => unit.id);
  const all = rangesOf(
    ids,
    approval.units.map(({ unit }) => unit.id),
  );
  const sorted = ids.toSorted(byNumber);
  return all.length <= LONGEST_IDS ? value(all) : fromToPhrase(sorted[0] ?? '', sorted.at(-1) ?? '');
}

function unitLine(state: UnitState): Line {
  return lineOf({
    subject: value(state.unit.id),
    sentence: titlePhrase(shortTitle(state.unit.title)),
    tags: tagsOf([state]),
  });
}

function shortTitle(title: string): string {
  return title.length > LONGEST_TITLE ? `${cut(title, LONGEST_TITLE)}…` : title;
}

function tagsOf(states: readonly UnitState[]): string[] {
  const types = new Set(states.map(({ unit, classified }) => classified?.type ?? unit.track));
  return [...types, ...(states.some(({ unit }) => unit.isMajor) ? [MAJOR] : [])];
}

function touchedLines({ review: { impact } }: AgendaPage): Phrase[] {
  const { returns, cms, consumers } = impact;
  const more = consumers.length - MOST_CONSUMERS;
  const lines = [
    ...(returns.length > 0 ? [returnsPhrase(returns)] : []),
    ...(cms.length > 0 ? [say`CMS: ${cmsSentence(cms)}.`] : []),
    ...consumers.slice(0, MOST_CONSUMERS).map(({ sentence }) => marked(sentence)),
    ...(more > 0 ? [moreTouched(more)] : []),
  ];
  return lines.length > 0 ? lines : [NOBODY_TOUCHED];
}

function returnsPhrase(returns: Review['impact']['returns']): Phrase {
  const more = returns.length - MOST_RETURNS;
  const rest = more > 0 ? moreTouched(more) : words('.');
  return say`Returns: ${returnsSentence(returns.slice(0, MOST_RETURNS))}${rest}`;
}

function sqlLines({ review }: AgendaPage): Phrase[] {
  const changed = review.sql.filter(({ digest }) => digest !== '');
  const alike = grouped(changed, ({ summary, added, removed }) => JSON.stringify([summary, added, removed]));
  return changed.length > 0 ? [...alike.values()].map(targetsSentence) : [NO_SQL_CHANGES];
}
