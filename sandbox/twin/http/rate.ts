/** Limits of how much somebody may ask in an hour and in a minute. */
import { Refusal } from '../refusal.js';
import type { Actor } from './route.js';

/** How much is allowed. */
export interface Limits {
  /** Requests an hour; GitHub gives an installation 5,000 at least. */
  readonly requestsPerHour: number;
  /** Points a minute, a read 1 and a write 5; GitHub's is 900. Null does not count, so that tests may hurry. */
  readonly pointsPerMinute: number | null;
  /** Writes that make content a minute; GitHub's is 80. */
  readonly contentPerMinute: number | null;
}

interface Bucket {
  readonly resetsAt: number;
  used: number;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Counts what each actor asks. */
export class RateLimiter {
  readonly #limits: Limits;
  readonly #clock: () => Date;
  readonly #buckets = new Map<string, Bucket>();

  constructor(limits: Limits, clock: () => Date) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** Counts a request; throws 403 with the headers that say when to come back. */
  count(actor: Actor, writes: boolean): void {
    const who = nameOf(actor);
    const { requestsPerHour, pointsPerMinute, contentPerMinute } = this.#limits;
    if (!this.#take(`hour ${who}`, { cost: 1, limit: requestsPerHour, span: HOUR })) throw primary(actor);
    const points = { cost: writes ? 5 : 1, limit: pointsPerMinute, span: MINUTE };
    const content = { cost: writes ? 1 : 0, limit: contentPerMinute, span: MINUTE };
    if (!this.#take(`points ${who}`, points) || !this.#take(`content ${who}`, content)) throw secondary(MINUTE / 1000);
  }

  /** How the actor stands this hour. */
  state(actor: Actor): { limit: number; used: number; remaining: number; reset: number } {
    const limit = this.#limits.requestsPerHour;
    const { used, resetsAt } = this.#bucket(`hour ${nameOf(actor)}`, HOUR);
    return { limit, used, remaining: Math.max(0, limit - used), reset: Math.ceil(resetsAt / 1000) };
  }

  #take(key: string, { cost, limit, span }: { cost: number; limit: number | null; span: number }): boolean {
    const bucket = this.#bucket(key, span);
    if (limit !== null && bucket.used + cost > limit) return false;
    bucket.used += cost;
    return true;
  }

  #bucket(key: string, span: number): Bucket {
    const at = this.#clock().getTime();
    const known = this.#buckets.get(key);
    if (known && known.resetsAt > at) return known;
    const bucket = { resetsAt: at + span, used: 0 };
    this.#buckets.set(key, bucket);
    return bucket;
  }
}

/** A refusal with headers of its own. */
export class RateRefusal extends Refusal {
  readonly headers: Readonly<Record<string, string>>;

  constructor(message: string, headers: Readonly<Record<string, string>>) {
    super(403, message);
    this.headers = headers;
  }
}

/** What GitHub answers to those who hurry; `retry-after` in seconds. */
export function secondary(retryAfter: number): RateRefusal {
  const message = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.';
  return new RateRefusal(message, { 'retry-after': String(retryAfter) });
}

function primary(actor: Actor): RateRefusal {
  return new RateRefusal(`API rate limit exceeded for ${nameOf(actor)}.`, { 'x-ratelimit-remaining': '0' });
}

/** A name for the log and for messages. */
export function nameOf(actor: Actor): string {
  if (actor.kind === 'user') return actor.user.login;
  if (actor.kind === 'installation') return `installation ID ${actor.installation.id}`;
  return actor.kind === 'app' ? `app ID ${actor.app.id}` : 'anonymous';
}
