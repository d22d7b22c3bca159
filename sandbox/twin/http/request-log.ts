/** What was asked of the twin: for counting, and for knowing what a client did. */

/** One request and its answer, in short. */
export interface LoggedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** The template in GitHub's description; null where there is no such endpoint. */
  readonly template: string | null;
  readonly status: number;
  readonly actor: string;
  readonly writes: boolean;
  /** A fault answered. */
  readonly faulty: boolean;
}

/** All requests, in order. */
export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
  }

  /** All requests so far, oldest first. */
  all(): readonly LoggedRequest[] {
    return [...this.#entries];
  }

  /** Requests that change something; a GraphQL query is a read. */
  writes(): readonly LoggedRequest[] {
    return this.#entries.filter(({ writes }) => writes);
  }

  /** Requests that change nothing. */
  reads(): readonly LoggedRequest[] {
    return this.#entries.filter(({ writes }) => !writes);
  }

  /** Forgets everything: counting starts anew. */
  clear(): void {
    this.#entries.length = 0;
  }
}
