/**
 * The evidence that the App itself can give, on a thread, so that webhooks are answered meanwhile. Where that fails it is
 * said, and not tried again for as long as the process lives.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StewardError } from '../errors.js';
import { BoundedMap } from '../github/bounded-map.js';
import { packageRoot } from '../local/bundled.js';
import type { Tier } from '../proof.js';
import type { Review, ReviewEvidence } from '../review.js';
import type { Specification } from '../specification/model.js';
import { questionOf, unproved } from '../verify/review-evidence.js';
import { EvidenceThread } from './evidence-thread.js';

/** How far the App goes: `off`, `parsed`, or `executed`, which is both. */
export type EvidenceLevel = 'off' | 'parsed' | 'executed';

/** Takes a review and the specification of its head, gives the proofs; null where no SQL changes, or none can be given. */
export type GiveEvidence = (review: Review, specification: Specification) => Promise<ReviewEvidence | null>;

/** How the thread is run where nothing else is said. */
const THREAD = {
  /** Where the build puts its program. */
  file: join(packageRoot(), 'dist', 'evidence-worker.js'),
  /** Seconds; every engine has less for each script. */
  patience: 300,
  /** Seconds; the rounds of a pull request follow each other sooner. */
  idle: 60,
};

const TIERS: Readonly<Record<EvidenceLevel, readonly Tier[]>> = {
  off: [],
  parsed: ['parsed'],
  executed: ['executed', 'parsed'],
};

/** As many proposals as may be looked at in the life of a process that fails at all of them. */
const GIVEN_UP = 1_000;

/** Gives nothing where it is switched off, and where the program of the thread is not built. */
export function evidenceGiver(level: EvidenceLevel, options: Partial<typeof THREAD> = {}): GiveEvidence {
  const tiers = TIERS[level];
  const thread = new EvidenceThread({ ...THREAD, ...options, tiers });
  const givenUp = new BoundedMap<string>(GIVEN_UP, () => 1);
  return async (review, specification) => {
    const question = questionOf(review, specification);
    if (level === 'off' || question === null || !existsSync(options.file ?? THREAD.file)) return null;
    const key = JSON.stringify(review.sql.map(({ target, digest }) => [target, digest]));
    const why = givenUp.get(key);
    if (why !== undefined) return unproved(question, tiers, why);
    return thread.ask(question).catch((error: unknown) => {
      if (!(error instanceof StewardError)) throw error;
      givenUp.set(key, error.detail.found);
      return unproved(question, tiers, error.detail.found);
    });
  };
}
