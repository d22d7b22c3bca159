/** The statements of a review on one's own desk, tried on the engines that are here. */
import { join } from 'node:path';
import { TIERS, type Tier } from '../proof.js';
import type { ReviewEvidence } from '../review.js';
import { ENGINES } from '../verify/engines.js';
import { EvidenceCache } from '../verify/evidence-cache.js';
import { remoteEngine } from '../verify/remote/remote-engine.js';
import { proveReview, questionOf } from '../verify/review-evidence.js';
import { type LocalReview, sha256 } from './review-local.js';

/** Seconds that a parser may take for what one script changes. */
const PATIENCE = 60;

/** Takes a review and a kind of evidence, or null for every kind, gives the proofs; null where no SQL changes. */
export async function verifyReview(
  { review, head, repository }: LocalReview,
  tier: Exclude<Tier, 'twin'> | null,
): Promise<ReviewEvidence | null> {
  const question = questionOf(review, head.specification);
  if (question === null) return null;
  const answers = await EvidenceCache.open(join(repository.root, '.steward', 'evidence.json'));
  const engines = ENGINES.map((engine) => (engine.tier === 'parsed' ? remoteEngine(engine, PATIENCE) : engine));
  const tiers = tier ? [tier] : TIERS.filter((one) => one !== 'twin');
  const evidence = await proveReview(question, { tiers, engines, answers, hash: sha256 });
  await answers.save();
  return evidence;
}
