/**
 * The program of the thread that tries what a proposal changes: it makes the statements, and what they are tried on, and
 * gives them to engines that npm brings, each on a further thread, so that none is waited for longer than it was given.
 */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import type { Tier } from '../proof.js';
import type { ReviewEvidence } from '../review.js';
import type { Engine } from '../verify/engine.js';
import { pglite } from '../verify/engines/pglite.js';
import type { Answer } from '../verify/evidence-cache.js';
import { oracleParser } from '../verify/parsers/oracle-parser.js';
import { postgresParser } from '../verify/parsers/postgres-parser.js';
import { sqlserverParser } from '../verify/parsers/sqlserver-parser.js';
import { remoteEngine } from '../verify/remote/remote-engine.js';
import { type EvidenceQuestion, proveReview } from '../verify/review-evidence.js';

/** What the thread is started with. */
export interface EvidenceStart {
  readonly tiers: readonly Tier[];
  /** What was answered before, by the hash of the statement and of all that it needs. */
  readonly answers: readonly KeyedAnswer[];
}

/** An answer with the key that it is known by. */
export type KeyedAnswer = readonly [key: string, answer: Answer];

/** What comes of a question: the proofs, and what was not known before. */
export interface EvidenceReply {
  readonly evidence: ReviewEvidence;
  readonly fresh: readonly KeyedAnswer[];
}

/** Seconds for what one script changes; after them it is not run here. */
const PATIENCE = 30;

/** The grammar of Oracle takes too long for a webhook: it is named, and never here. */
const NOT_HERE: Engine = { ...oracleParser, version: async () => null };

if (parentPort === null) throw new Error('this is the program of a thread');
const port = parentPort;
const { tiers, answers: given }: EvidenceStart = workerData;
const known = new Map(given);
const engines = [...[pglite, postgresParser, sqlserverParser].map((one) => remoteEngine(one, PATIENCE)), NOT_HERE];
const hash = (text: string) => createHash('sha256').update(text).digest('hex');

/** What it throws ends the thread, and whoever asked is told. */
port.on('message', async (question: EvidenceQuestion) => {
  const fresh: KeyedAnswer[] = [];
  const answers = {
    get: (key: string) => known.get(key),
    set: (key: string, answer: Answer) => {
      known.set(key, answer);
      fresh.push([key, answer]);
    },
  };
  const evidence = await proveReview(question, { tiers, engines, answers, hash });
  port.postMessage({ evidence, fresh } satisfies EvidenceReply);
});
