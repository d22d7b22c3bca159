/** What changed statements are proved by, as a summary and parts of the report. */
import { type Proof, TIERS } from '../proof.js';
import type { ReviewEvidence } from '../review.js';
import {
  evidenceSummary,
  NOT_VERIFIED,
  NOT_VERIFIED_TITLE,
  PROOFS_TITLE,
  proofSentence,
  REFUSED_STATEMENTS,
} from './evidence-words.js';
import { lineOf, type Part, partOf } from './parts.js';
import { marked, name, type Phrase, words } from './phrase.js';

/** The statements that an engine refused. */
export function refusedProofs(evidence: ReviewEvidence | undefined): readonly Proof[] {
  return evidence?.proofs.filter(({ outcome }) => outcome === 'refused') ?? [];
}

/** One sentence; nothing where nobody asked. */
export function evidencePhrase(evidence: ReviewEvidence | undefined): Phrase {
  return evidence ? words(evidenceSummary(evidence)) : [];
}

/** What is refused stands open, the table of all and what none of it shows are folded. */
export function evidenceParts(evidence: ReviewEvidence | undefined): Part[] {
  if (!evidence) return [];
  const refused = refusedProofs(evidence);
  const sorted = [...evidence.proofs].sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
  const open = partOf({ title: words(REFUSED_STATEMENTS), lines: refused.map(proofLine) });
  return [
    ...(refused.length > 0 ? [open] : []),
    partOf({ title: words(PROOFS_TITLE), folded: true, lines: sorted.map(proofLine) }),
    partOf({
      title: words(NOT_VERIFIED_TITLE),
      folded: true,
      lines: NOT_VERIFIED.map((sentence) => lineOf({ sentence: words(sentence) })),
    }),
  ];
}

function proofLine(proof: Proof) {
  return lineOf({
    subject: [...name(proof.statement), ...words(` (${proof.target})`)],
    sentence: marked(proofSentence(proof)),
    tags: [proof.version === null ? proof.engine : `${proof.engine} ${proof.version}`],
  });
}
