/**
 * One thread for all that is to be tried, one question at a time. It is started when something is asked and ended when
 * nothing was for a while, so that its memory is not held for ever; what was answered stays here.
 */
import { BoundedMap } from '../github/bounded-map.js';
import type { Tier } from '../proof.js';
import type { ReviewEvidence } from '../review.js';
import type { Answer } from '../verify/evidence-cache.js';
import { openThread, type Thread } from '../verify/remote/thread.js';
import type { EvidenceQuestion } from '../verify/review-evidence.js';
import type { EvidenceReply, EvidenceStart } from './evidence-worker.js';

/** How the thread is run. */
export interface EvidenceThreadOptions {
  /** Its program. */
  readonly file: string;
  readonly tiers: readonly Tier[];
  /** Seconds that a question may take. */
  readonly patience: number;
  /** Seconds without a question after which it ends. */
  readonly idle: number;
}

/** As many answers as all scripts have statements, some times over. */
const REMEMBERED = 20_000;

/** A proposal may bring mappings of any size; they must not take the memory of the whole process. */
const RESOURCES = { maxOldGenerationSizeMb: 1_024 };

/** The thread, as whoever asks sees it. */
export class EvidenceThread {
  readonly #options: EvidenceThreadOptions;
  readonly #answers = new BoundedMap<Answer>(REMEMBERED, () => 1);
  #thread: Thread | null = null;
  #idle: NodeJS.Timeout | undefined;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(options: EvidenceThreadOptions) {
    this.#options = options;
  }

  /** Throws `no-answer` with the reason where the thread fails or is out of time; the next question has a new one. */
  ask(question: EvidenceQuestion): Promise<ReviewEvidence> {
    const evidence = this.#turn.then(() => this.#askNow(question));
    this.#turn = evidence.catch(() => undefined);
    return evidence;
  }

  async #askNow(question: EvidenceQuestion): Promise<ReviewEvidence> {
    const { patience, idle } = this.#options;
    clearTimeout(this.#idle);
    const thread = this.#open();
    const timer = setTimeout(() => thread.end(`nothing was tried within ${patience} seconds`), patience * 1_000);
    try {
      const { evidence, fresh } = (await thread.ask(question)) as EvidenceReply;
      for (const [key, answer] of fresh) this.#answers.set(key, answer);
      return evidence;
    } finally {
      clearTimeout(timer);
      this.#idle = setTimeout(() => thread.end('nothing was asked for a while'), idle * 1_000).unref();
    }
  }

  #open(): Thread {
    if (this.#thread && !this.#thread.isOver) return this.#thread;
    const { file, tiers } = this.#options;
    const workerData: EvidenceStart = { tiers, answers: [...this.#answers.entries()] };
    this.#thread = openThread(file, { name: 'the thread of evidence', workerData, resourceLimits: RESOURCES });
    return this.#thread;
  }
}
