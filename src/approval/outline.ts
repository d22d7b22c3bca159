/** The approval as sections of lines, for the check, the comment and every other place that shows it. */
import { type Part, partOf, untitled } from '../report/parts.js';
import type { Phrase } from '../report/phrase.js';
import { grouped } from '../report/tally.js';
import type { ApprovalState } from './approval-state.js';
import { unmet } from './headline.js';
import {
  APPROVAL_TITLES,
  decidersSentence,
  discountedSentence,
  formerSentence,
  HOW_TO_DECIDE,
  HOW_TO_NAME,
  lapsedSentence,
  missingSentence,
  objectionSentence,
  objectionToMany,
  outOfReachSentence,
  overrideSentence,
  sinceSentence,
  unheardSentence,
  unknownAuthorsSentence,
  WHAT_STAYS,
} from './sentences.js';
import type { Objection } from './standing.js';

/** A section as the formats of the report print it. */
export interface ApprovalSection {
  readonly title: string;
  readonly summary: Phrase;
  readonly parts: readonly Part[];
}

/** Everything below the headline, in the order in which a person should take it up; empty sections are left out. */
export function approvalSections(approval: ApprovalState): readonly ApprovalSection[] {
  return [
    section(APPROVAL_TITLES.override, overrideLines(approval)),
    section(APPROVAL_TITLES.objections, objectionLines(approval)),
    section(APPROVAL_TITLES.missing, missingLines(approval)),
    section(APPROVAL_TITLES.deciders, deciderLines(approval)),
    section(APPROVAL_TITLES.since, approval.since.map(sinceSentence), WHAT_STAYS),
    section(APPROVAL_TITLES.discounted, discountedLines(approval)),
    section(APPROVAL_TITLES.how, howLines(approval)),
  ].filter(({ parts }) => parts.length > 0);
}

/** The short form for the comment: one section, titled parts in it. */
export function approvalSummary(approval: ApprovalState, headline: Phrase): ApprovalSection {
  const parts = approvalSections(approval)
    .filter(({ title }) => title !== APPROVAL_TITLES.how)
    .map(({ title, parts: own }) => partOf({ title: [{ mark: 'words', text: title }], lines: own.flatMap(linesOf) }));
  return { title: APPROVAL_TITLES.section, summary: headline, parts };
}

function linesOf({ lines }: Part): Part['lines'] {
  return lines;
}

function section(title: string, sentences: readonly Phrase[], summary: Phrase = []): ApprovalSection {
  return { title, summary: sentences.length > 0 ? summary : [], parts: untitled(sentences) };
}

/** One line an objection, however many units it is to. */
function objectionLines({ objections, lapsed, former, units }: ApprovalState): Phrase[] {
  const titles = new Map(units.map(({ unit }) => [unit.subject, unit.title]));
  const open = byEntry(objections).map(([first, ids]) =>
    ids.length > 1 ? objectionToMany(first, ids) : objectionSentence(first, titles.get(first.covered.subject) ?? ''),
  );
  const gone = byEntry(lapsed).map(([first, ids]) => lapsedSentence(first, ids));
  const left = byEntry(former).map(([first, ids]) => formerSentence(first, ids));
  return [...open, ...gone, ...left];
}

/** Where it counts, and where it might be thought to. */
function overrideLines({ override, state }: ApprovalState): Phrase[] {
  return override && (override.isValid || state !== 'agreed') ? [overrideSentence(override)] : [];
}

function byEntry(objections: readonly Objection[]): (readonly [Objection, readonly string[]])[] {
  return [...grouped(objections, ({ entry }) => entry.number).values()].flatMap((own) => {
    const [first] = own;
    return first ? [[first, own.map(({ covered }) => covered.id)] as const] : [];
  });
}

/** Units that lack the same stand in one line. */
function missingLines({ units, state }: ApprovalState): Phrase[] {
  if (state === 'no-policy') return [HOW_TO_NAME];
  if (state === 'overridden') return [];
  const waiting = unmet(units);
  const lines = [...grouped(waiting, ({ lacking }) => JSON.stringify(lacking)).values()].flatMap((own) => {
    const [first] = own;
    const ids = own.map(({ unit }) => unit.id);
    return first ? [missingSentence(ids, first.lacking)] : [];
  });
  const out = waiting.filter(({ isOutOfReach }) => isOutOfReach).map(({ unit }) => unit.id);
  return out.length > 0 ? [...lines, outOfReachSentence(out)] : lines;
}

function deciderLines({ units, state }: ApprovalState): Phrase[] {
  if (state === 'overridden') return [];
  const members = [...new Set(unmet(units).flatMap(({ deciders }) => deciders))];
  return [...grouped(members, ({ organisation }) => organisation)].map(([organisation, own]) =>
    decidersSentence(organisation, own),
  );
}

function discountedLines({ discounted, unknownAuthors, unheard }: ApprovalState): Phrase[] {
  return [
    ...discounted.map(({ name, why, units }) => discountedSentence(name, why, units)),
    ...(unknownAuthors.length > 0 ? [unknownAuthorsSentence(unknownAuthors)] : []),
    ...(unheard.length > 0 ? [unheardSentence(unheard)] : []),
  ];
}

function howLines({ state }: ApprovalState): readonly Phrase[] {
  return state === 'waiting' || state === 'objected' ? HOW_TO_DECIDE : [];
}
