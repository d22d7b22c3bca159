/** The report as data: which sections it has, in which order, and what stands in each. The formats only print it. */
import type { Review } from '../review.js';
import { changeParts, groupParts, sortChanges, textParts } from './change-lines.js';
import { decisionParts } from './decisions.js';
import { evidenceParts, evidencePhrase } from './evidence-parts.js';
import { lintParts, outOfStepParts } from './finding-lines.js';
import { cmsSentence, returnsSentence } from './impact-sentences.js';
import {
  cosmeticCount,
  lintSummary,
  nextSteps,
  PROPOSED_IN,
  SECTION_TITLES,
  type SectionId,
  VERDICT_MARKS,
  weightSentence,
} from './messages.js';
import { MOST_OPEN, type Part, untitled } from './parts.js';
import { marked, name, type Phrase, say, words } from './phrase.js';
import { deployedParts, sqlParts } from './sql-parts.js';
import { NO_SQL, sqlSummary } from './sql-sentences.js';
import { tally } from './tally.js';
import { WEIGHTS } from './verdict.js';

/** One section of the report. */
export interface Section {
  readonly id: SectionId;
  readonly title: string;
  readonly summary: Phrase;
  readonly parts: readonly Part[];
}

/** The report before it has a format: every format renders this and nothing else. */
export interface Outline {
  readonly mark: string;
  readonly verdict: Review['verdict'];
  readonly headline: string;
  /** What was reviewed. */
  readonly about: Phrase;
  readonly sections: readonly Section[];
}

/** A report of another kind: its sections have no names, and all of each is shown where there is room. */
export interface PlainOutline extends Omit<Outline, 'sections'> {
  readonly sections: readonly Omit<Section, 'id'>[];
}

/** The outline of a review. Sections with nothing in them are left out; a review of nothing has none. */
export function outlineOf(review: Review): Outline {
  const { verdict, headline, standard, base, head, changeRequest } = review;
  const request = changeRequest === '' ? [] : say`, ${PROPOSED_IN} ${name(changeRequest)}`;
  return {
    mark: VERDICT_MARKS[verdict],
    verdict,
    headline,
    about: say`${standard}: ${name(base)} to ${name(head)}${request}`,
    sections: isNothing(review)
      ? []
      : sectionsOf(review).filter(({ summary, parts }) => summary.length + parts.length > 0),
  };
}

function isNothing({ changes, questions, findings, resolved, outOfStep, sql }: Review): boolean {
  const found = [changes, questions, findings, resolved, outOfStep, sql.filter(({ digest }) => digest !== '')];
  return found.every((list) => list.length === 0);
}

function sectionsOf(review: Review): Section[] {
  const sorted = sortChanges(review);
  return [
    section('decide', [], decisionParts(review)),
    section('structural', [], changeParts(sorted.structural, MOST_OPEN)),
    section('groups', [], groupParts(sorted.groups)),
    section('documentation', [], textParts(sorted.documentation)),
    section('cosmetic', sorted.cosmetic > 0 ? words(`${cosmeticCount(sorted.cosmetic)}.`) : []),
    impactSection(review),
    lintSection(review),
    section('out-of-step', [], outOfStepParts(review.outOfStep)),
    sqlSection(review),
    section('evidence', evidencePhrase(review.evidence), evidenceParts(review.evidence)),
    weightSection(review),
    section('next', [], untitled(nextSteps(review))),
  ];
}

function section(id: SectionId, summary: Phrase, parts: readonly Part[] = []): Section {
  return { id, title: SECTION_TITLES[id], summary, parts };
}

function impactSection({ impact: { returns, cms, consumers } }: Review): Section {
  const broad = [
    ...(returns.length > 0 ? [say`Returns: ${returnsSentence(returns)}.`] : []),
    ...(cms.length > 0 ? [say`CMS: ${cmsSentence(cms)}.`] : []),
  ];
  return section('impact', [], untitled([...broad, ...consumers.map(({ sentence }) => marked(sentence))]));
}

function lintSection(review: Review): Section {
  const parts = lintParts(review);
  return section('lint', parts.length > 0 ? lintSummary(review) : [], parts);
}

function sqlSection({ sql }: Review): Section {
  const changed = sql.filter(({ digest }) => digest !== '');
  return section('sql', words(changed.length > 0 ? sqlSummary(changed.length, sql.length) : NO_SQL), [
    ...deployedParts(sql),
    ...sqlParts(changed),
  ]);
}

function weightSection({ changes, weight }: Review): Section {
  const real = changes.filter((change) => change.class !== 'cosmetic');
  const counts = tally(real.map((change) => change.weight).sort(heaviestFirst));
  return section('weight', real.length > 0 ? weightSentence(weight, counts) : []);
}

function heaviestFirst(a: Review['weight'], b: Review['weight']): number {
  return WEIGHTS.indexOf(b) - WEIGHTS.indexOf(a);
}
