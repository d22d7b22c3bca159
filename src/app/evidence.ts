/**
 * The evidence that the App itself can give: engines that npm brings, each on a thread of its own, so that webhooks are
 * answered meanwhile. What they answered is kept in memory, by the hash of the statement and of all that it needs.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { BoundedMap } from '../github/bounded-map.js';
import type { Tier } from '../proof.js';
import type { Review, ReviewEvidence } from '../review.js';
import type { Specification } from '../specification/model.js';
import type { Engine } from '../verify/engine.js';
import { pglite } from '../verify/engines/pglite.js';
import type { Answer } from '../verify/evidence-cache.js';
import { oracleParser } from '../verify/parsers/oracle-parser.js';
import { postgresParser } from '../verify/parsers/postgres-parser.js';
import { sqlserverParser } from '../verify/parsers/sqlserver-parser.js';
import { remoteEngine, WORKER_FILE } from '../verify/remote/remote-engine.js';
import { proveReview } from '../verify/review-evidence.js';

/** How far the App goes: `off`, `parsed`, or `executed`, which is both. */
export type EvidenceLevel = 'off' | 'parsed' | 'executed';

/** Takes a review and the specification of its head, gives the proofs; null where no SQL changes, or none can be given. */
export type GiveEvidence = (review: Review, specification: Specification) => Promise<ReviewEvidence | null>;

/** Seconds for what one script changes; after them it is not run here. */
const PATIENCE = 30;

/** As many answers as all scripts have statements, some times over. */
const REMEMBERED = 20_000;

const TIERS: Readonly<Record<EvidenceLevel, readonly Tier[]>> = {
  off: [],
  parsed: ['parsed'],
  executed: ['executed', 'parsed'],
};

/** The grammar of Oracle takes too long for a webhook: it is named, and never here. */
const NOT_HERE: Engine = { ...oracleParser, version: async () => null };

/** Gives nothing where it is switched off, and where the program of the threads is not built. */
export function evidenceGiver(level: EvidenceLevel, file = WORKER_FILE): GiveEvidence {
  const answers = new BoundedMap<Answer>(REMEMBERED, () => 1);
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const own = [pglite, postgresParser, sqlserverParser].map((engine) => remoteEngine(engine, PATIENCE, file));
  const trial = { tiers: TIERS[level], engines: [...own, NOT_HERE], answers, hash, breathe: setImmediate };
  return async (review, specification) =>
    level === 'off' || !existsSync(file) ? null : proveReview(review, specification, trial);
}
