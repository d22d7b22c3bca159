/** The three checks that stand on the head of every pull request. They say success or failure and nothing between. */
import type { Hash } from '../changes/diff.js';
import type { CheckRun } from '../forge.js';
import type { PutCheck } from '../plan.js';
import { byteLength, firstThatFit } from '../report/byte-length.js';
import { plainText } from '../report/defuse.js';
import { refusedProofs } from '../report/evidence-parts.js';
import { cut } from '../report/phrase.js';
import { inline, type MarkdownOptions, renderOutline } from '../report/render-markdown.js';
import { conflictAnnotations, editedAnnotations, findingAnnotations } from './annotations.js';
import { approvalParts } from './approval.js';
import { fullReportPlace } from './full-report.js';
import { identifierTable, recordFaultLines, recordsLead } from './records.js';
import {
  andMore,
  annotationsCut,
  BUTTON_DESCRIPTION,
  BUTTON_LABEL,
  companionSentence,
  conflictStep,
  conflictTitle,
  NOTHING_OF_OURS,
  RECORDS_TITLES,
  REPORT_LEAD,
  refusedHeadline,
  refusedStatement,
} from './sentences.js';
import type { View } from './view.js';

/** Lint, types and identity: fails when something must be mended. */
export const SPECIFICATION_CHECK = 'spec-steward/specification';

/** Change log, metadata, identifiers and SQL: fails when they are not in step. */
export const RECORDS_CHECK = 'spec-steward/records';

/** What GitHub sends when somebody presses the button. */
export const WRITE_RECORDS = 'write-records';

/** GitHub's limit of a summary and of a text, in bytes. */
const LONGEST_TEXT = 65_535;

/** Room in the summary for sentences around the list, file names in them. */
const ROOM_FOR_NOTES = 2_500;

const LONGEST_TITLE = 250;

const BUTTON = { label: BUTTON_LABEL, description: BUTTON_DESCRIPTION, identifier: WRITE_RECORDS };

type CheckParts = Omit<PutCheck, 'kind' | 'digest'>;

/** The checks that do not stand on the head commit as they must. */
export function putChecks(view: View): PutCheck[] {
  const { checks, hash } = view.state;
  const wanted = [specificationCheck(view), recordsCheck(view), approvalParts(view)];
  return checksToPut(
    wanted.map((parts) => checkOf(parts, hash)),
    checks,
  );
}

/** Those that do not stand there like this. */
export function checksToPut(wanted: readonly PutCheck[], there: readonly CheckRun[]): PutCheck[] {
  return wanted.filter(({ name, digest, conclusion }) => {
    const known = there.find((run) => run.name === name);
    return known?.digest !== digest || known.conclusion !== conclusion;
  });
}

/** A check run with the digest of all that it says. */
export function checkOf(parts: CheckParts, hash: Hash): PutCheck {
  return { kind: 'put-check', ...parts, digest: hash(JSON.stringify(parts)) };
}

function specificationCheck(view: View): CheckParts {
  const { state, review, records } = view;
  const about = { commit: state.pull.headCommit, name: SPECIFICATION_CHECK, buttons: [] };
  if (records === 'untouched') {
    const nothing = { title: NOTHING_OF_OURS, summary: `${NOTHING_OF_OURS}.`, text: '', annotations: [] };
    return { ...about, conclusion: 'success', ...nothing };
  }
  const annotations = findingAnnotations(review.findings, state.head.files);
  const texts = reviewTexts(view, fullReportPlace(view));
  const left = review.findings.length - annotations.length;
  const note = left > 0 ? `\n\n${inline(annotationsCut(left))}` : '';
  const parts = { ...about, ...texts, summary: `${texts.summary}${note}`, annotations };
  return withConflicts(view, withRefused(view, parts));
}

/** SQL that an engine refuses must not be run by anybody; an engine that is absent refuses nothing. */
function withRefused({ review }: View, parts: CheckParts): CheckParts {
  const refused = refusedProofs(review.evidence);
  if (refused.length === 0) return parts;
  const lines = refused.map((proof) => `- ${inline(refusedStatement(proof))}\n`);
  const shown = firstThatFit(lines, ROOM_FOR_NOTES);
  const more = shown.length < lines.length ? `${andMore(lines.length - shown.length)}\n` : '';
  return {
    ...parts,
    conclusion: 'failure',
    title: titleOf(`${refusedHeadline(refused.length)}. ${review.headline}`),
    summary: cut(`${shown.join('')}${more}\n${parts.summary}`, LONGEST_TEXT).trim(),
  };
}

/** What cannot be merged must be mended first, whatever the review says of it. */
function withConflicts(view: View, parts: CheckParts): CheckParts {
  const { conflicts, state, review } = view;
  if (conflicts.length === 0) return parts;
  const { baseBranch } = state.pull;
  return {
    ...parts,
    conclusion: 'failure',
    title: titleOf(`${conflictTitle(baseBranch, conflicts)}. ${review.headline}`),
    summary: `${inline(conflictStep(baseBranch, conflicts))}\n\n${parts.summary}`,
    annotations: [...conflictAnnotations(view), ...parts.annotations],
  };
}

/** What a check says of a review; the sections that name what is open stand in the summary, the others below it. */
export function reviewTexts(
  { review, outline }: Pick<View, 'review' | 'outline'>,
  place: Partial<MarkdownOptions>,
): Pick<CheckParts, 'conclusion' | 'title' | 'summary' | 'text'> {
  const { mark, headline, about, open, rest } = outline;
  const part = { mark, headline: '' };
  const options = { limit: LONGEST_TEXT - ROOM_FOR_NOTES, ...place };
  return {
    conclusion: review.verdict === 'mend' ? 'failure' : 'success',
    title: titleOf(headline),
    summary: renderOutline({ ...part, about, sections: open }, options).trim(),
    text: rest.length === 0 ? '' : renderOutline({ ...part, about: REPORT_LEAD, sections: rest }, options).trim(),
  };
}

function recordsCheck(view: View): CheckParts {
  const { state, records } = view;
  return {
    commit: state.pull.headCommit,
    name: RECORDS_CHECK,
    conclusion: records === 'untouched' || records === 'in-step' ? 'success' : 'failure',
    title: titleOf(RECORDS_TITLES[records]),
    summary: recordsSummary(view),
    text: identifierTable(view, LONGEST_TEXT).trim(),
    annotations: editedAnnotations(view),
    buttons: records === 'stale' || records === 'edited' || records === 'in-step' ? [BUTTON] : [],
  };
}

function recordsSummary(view: View): string {
  const lead = inline(recordsLead(view));
  const fork = view.records === 'companion' ? [inline(companionSentence(view.state.companion?.pull ?? null))] : [];
  const faults = recordFaultLines(view).map(({ sentence }) => `- ${inline(sentence)}\n`);
  const shown = firstThatFit(faults, LONGEST_TEXT - byteLength(lead) - ROOM_FOR_NOTES);
  const more = shown.length < faults.length ? `${andMore(faults.length - shown.length)}\n` : '';
  return [...fork, lead, `${shown.join('')}${more}`].join('\n\n').trim();
}

function titleOf(text: string): string {
  return cut(plainText(text), LONGEST_TITLE);
}
