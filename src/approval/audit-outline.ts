/** The audit as a report: what is not in order one by one while it is little, rolled up where it is much. */
import type { PlainOutline } from '../report/outline.js';
import { FEW, untitled } from '../report/parts.js';
import { type Phrase, plain } from '../report/phrase.js';
import { grouped } from '../report/tally.js';
import type { Audit, AuditedMerge, AuditedRow } from './audit.js';
import { FINE_MERGES, FINE_ROWS } from './audit.js';
import {
  AUDIT_TITLES,
  auditedSentence,
  auditHeadline,
  beforeSentence,
  decidedSentence,
  mergeSentence,
  NO_REGISTER,
  pushesSentence,
  pushSentence,
  rowSentence,
  rowsSentence,
  unloggedCount,
  unloggedSentence,
} from './audit-sentences.js';

/** An audit, and what it looked at. */
export interface AuditReport extends Audit {
  readonly revision: string;
  readonly register: string | null;
  readonly commits: number;
  readonly before: { readonly commits: number; readonly last: string };
}

/** What is wrong first. */
export function auditOutline(found: AuditReport): PlainOutline {
  const { isClean, revision, register, commits, before } = found;
  return {
    mark: isClean ? '✔' : '✘',
    verdict: isClean ? 'fine' : 'mend',
    headline: plain(auditHeadline(found)),
    about: auditedSentence(revision, register, commits),
    sections: [
      section(AUDIT_TITLES.register, register === null ? [NO_REGISTER] : []),
      section(AUDIT_TITLES.rows, rowLines(found)),
      section(
        AUDIT_TITLES.merges,
        found.merges.filter(({ verdict }) => !FINE_MERGES.includes(verdict)).map(mergeSentence),
      ),
      section(AUDIT_TITLES.pushes, pushLines(found)),
      section(AUDIT_TITLES.unlogged, unloggedLines(found)),
      section(AUDIT_TITLES.fine, fineLines(found)),
      section(AUDIT_TITLES.before, before.commits > 0 ? [beforeSentence(before.commits, before.last)] : []),
    ].filter(({ parts }) => parts.length > 0),
  };
}

function section(title: string, sentences: readonly Phrase[]): PlainOutline['sections'][number] {
  return { title, summary: [], parts: untitled(sentences) };
}

function rowLines({ rows }: Audit): Phrase[] {
  const wrong = rows.filter(({ verdict }) => !FINE_ROWS.includes(verdict));
  return [...grouped(wrong, ({ verdict }) => verdict)].flatMap(([verdict, own]) =>
    own.length > FEW ? [rowsSentence(own, verdict)] : own.map(rowSentence),
  );
}

function pushLines({ pushes }: Audit): Phrase[] {
  const wrong = pushes.filter(({ verdict }) => verdict !== 'noted');
  return wrong.length > FEW ? [pushesSentence(wrong)] : wrong.map(pushSentence);
}

function unloggedLines({ merges, pushes }: Audit): Phrase[] {
  const lacking = [...merges, ...pushes].filter(({ unlogged }) => unlogged.length > 0);
  if (lacking.length <= FEW) return lacking.map(({ commit, unlogged }) => unloggedSentence(commit, unlogged));
  return [
    unloggedCount(
      lacking.length,
      lacking.reduce((sum, { unlogged }) => sum + unlogged.length, 0),
    ),
  ];
}

/** Changes that were decided on by the same people in one proposal stand together. */
function fineLines({ rows, merges }: Audit): Phrase[] {
  const decided = rows.filter(({ verdict }) => FINE_ROWS.includes(verdict));
  const together = grouped(decided, (row: AuditedRow) => JSON.stringify([row.pullRequest, row.verdict, namesOf(row)]));
  const isFine = ({ verdict }: AuditedMerge) => FINE_MERGES.includes(verdict);
  return [...[...together.values()].map(decidedSentence), ...merges.filter(isFine).map(mergeSentence)];
}

function namesOf({ decisions }: AuditedRow): readonly string[] {
  return decisions.map(({ who }) => who?.name ?? '');
}
