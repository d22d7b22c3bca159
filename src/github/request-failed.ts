/** What GitHub's refusals mean to us. */
import { StewardError } from '../errors.js';

/** A request that failed, by its name. The cause is Octokit's error, whose token is blotted out. */
export class RequestFailed extends Error {
  /** HTTP status; 500 where there was no answer, 200 for an error that GraphQL reports. */
  readonly status: number;
  /** Types of GraphQL errors, such as `STALE_DATA`. */
  readonly types: readonly string[];

  constructor(message: string, { status, types, cause }: { status: number; types: readonly string[]; cause: unknown }) {
    super(message, { cause });
    this.name = 'RequestFailed';
    this.status = status;
    this.types = types;
  }

  /** Nobody knows whether it happened. */
  get isUncertain(): boolean {
    return this.status >= 500;
  }

  /** The branch has moved; GraphQL says so before its lock on the branch in one way, behind it in another. */
  get isStale(): boolean {
    return this.types.includes('STALE_DATA') || /\bis at [0-9a-f]+ but expected\b/.test(this.message);
  }

  /** Refused for want of a permission, or by the rules of the branch; a rate limit, also a 403, is not meant. */
  get isForbidden(): boolean {
    if (this.types.includes('FORBIDDEN') || /protected branch|rule violation/i.test(this.message)) return true;
    return this.status === 403 && !/rate limit/i.test(this.message);
  }
}

/** Names the request in what Octokit threw; an error that is not about a request stays as it is. */
export function requestFailed(error: unknown, name: string): unknown {
  if (!(error instanceof Error)) return error;
  if ('status' in error && typeof error.status === 'number') {
    const { status } = error;
    return new RequestFailed(`${requestOf(error) ?? name} answered ${status}: ${error.message}`, {
      status,
      types: [],
      cause: error,
    });
  }
  if (!('errors' in error && Array.isArray(error.errors))) return error;
  const types = error.errors.map(({ type }: { type?: unknown }) => String(type ?? ''));
  return new RequestFailed(`${name} answered: ${error.message}`, { status: 200, types, cause: error });
}

function requestOf(error: Error): string | null {
  if (!('request' in error && typeof error.request === 'object' && error.request)) return null;
  const { method, url } = error.request as { method?: string; url?: string };
  return `${method} ${url}`;
}

/** True for a failure with one of the statuses. */
export function failedWith(error: unknown, ...statuses: readonly number[]): boolean {
  return error instanceof RequestFailed && statuses.includes(error.status);
}

/** Gives null where GitHub says that there is no such thing. */
export async function orNull<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (failedWith(error, 404)) return null;
    throw error;
  }
}

/** Somebody was faster: what was decided must be decided again on what is there now. */
export function lostRace(place: string, found: string): StewardError {
  return new StewardError({ code: 'lost-race', place, found, expected: 'the state that the decision was made on' });
}

/** A branch that is not ours to write. */
export function mayNotPush(place: string): StewardError {
  const found = 'GitHub does not let us write there';
  return new StewardError({ code: 'may-not-push', place, found, expected: 'a branch that the App may write to' });
}
