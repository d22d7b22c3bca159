/** What can go wrong on the way, on order: for requests to the twin, and for the events that it sends. */
import { secondary } from './http/rate.js';

/** A request that is about to be answered, as a fault looks at it. */
export interface Target {
  readonly method: string;
  /** With the query. */
  readonly path: string;
  /** As it was sent: the text of a GraphQL query is in it. */
  readonly body: string;
}

/** A request that shall fail, and how. */
export interface Fault {
  readonly method?: string;
  readonly path?: RegExp;
  readonly body?: RegExp;
  /** Requests that match and are let through first; 0 where it is left out. */
  readonly skip?: number;
  /** Requests that are hit; 1 where it is left out. */
  readonly times?: number;
  /** `done`: the effect happens, only the answer is another. `none` where it is left out. */
  readonly effect?: 'none' | 'done';
  /** Milliseconds to wait before anything else. */
  readonly delay?: number;
  /** The answer in place of the real one; without it the real one is given. */
  readonly status?: number;
  readonly message?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The connection breaks in place of an answer. */
  readonly disconnect?: boolean;
}

/** What becomes of one event: how many copies are sent, and after how many milliseconds. */
export interface Fate {
  readonly copies: number;
  readonly delay: number;
}

interface Armed {
  readonly fault: Fault;
  skip: number;
  left: number;
}

/** What goes wrong on purpose. */
export class Faults {
  /** Trees are answered with `truncated: true` and half their entries. */
  truncateTrees = false;
  /** Test merges are not known yet, this many times. */
  unknownMergeability = 0;
  /** Decides on each event; the default sends it once and at once. */
  fate: (delivery: { readonly guid: string; readonly event: string; readonly number: number }) => Fate = () => ({
    copies: 1,
    delay: 0,
  });
  readonly #armed: Armed[] = [];
  #requestsLeft = Number.POSITIVE_INFINITY;

  /** Orders a fault; the first order that matches a request hits it. */
  add(fault: Fault): void {
    this.#armed.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 });
  }

  /** 403 of the secondary limit, with `retry-after` in seconds. */
  secondaryLimit(retryAfter: number, matching: Fault = {}): void {
    const { status, message, headers } = secondary(retryAfter);
    this.add({ ...matching, status, message, headers });
  }

  /** 403 of the primary limit; `reset` in seconds since 1970. */
  primaryLimit(reset: number, matching: Fault = {}): void {
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) };
    this.add({ ...matching, status: 403, message: 'API rate limit exceeded for installation.', headers });
  }

  /** After this many more requests every connection breaks before anything is done: a process that was killed. */
  cutAfter(requests: number): void {
    this.#requestsLeft = requests;
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.#armed.length = 0;
    this.#requestsLeft = Number.POSITIVE_INFINITY;
    this.truncateTrees = false;
    this.unknownMergeability = 0;
    this.fate = () => ({ copies: 1, delay: 0 });
  }

  /** The fault that hits this request, or null. For the server; counts the request. */
  strike(target: Target): Fault | null {
    this.#requestsLeft -= 1;
    if (this.#requestsLeft < 0) return { disconnect: true };
    const armed = this.#armed.find(({ fault, left }) => left > 0 && matches(fault, target));
    if (!armed) return null;
    if (armed.skip > 0) {
      armed.skip -= 1;
      return null;
    }
    armed.left -= 1;
    return armed.fault;
  }
}

function matches({ method, path, body }: Fault, target: Target): boolean {
  if (method !== undefined && method !== target.method) return false;
  return (path?.test(target.path) ?? true) && (body?.test(target.body) ?? true);
}
