/** A GitHub of a few answers: the client that Probot gives, whose requests end in a function of the test. */
import { ProbotOctokit } from 'probot';
import { type Connection, openRequests } from '../../src/github/requests.js';

export interface Call {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Record<string, unknown>;
}

export interface Answer {
  readonly status?: number;
  readonly data?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly bytes?: Uint8Array;
}

const HOST = 'https://api.github.com';

/** A client whose requests are kept in `calls`; what the function does not answer is a 404. */
export function fakeOctokit(answer: (call: Call) => Answer | undefined) {
  const calls: Call[] = [];
  const fetch = async (url: string, { method, headers, body }: { method: string; headers: object; body?: string }) => {
    const call = {
      method,
      path: url.replace(HOST, ''),
      headers: { ...headers } as Record<string, string>,
      body: body ? JSON.parse(body) : {},
    };
    calls.push(call);
    const {
      status = 200,
      data,
      headers: extra,
      bytes,
    } = answer(call) ?? { status: 404, data: { message: 'Not Found' } };
    const type = bytes ? 'application/x-gzip' : 'application/json; charset=utf-8';
    const content = bytes ?? (status === 204 ? null : JSON.stringify(data ?? {}));
    return new Response(content, { status, headers: { 'content-type': type, ...extra } });
  };
  const Quick = ProbotOctokit.defaults((options: object) => ({
    ...options,
    throttle: { enabled: false },
    retry: { retryAfterBaseValue: 1 },
  }));
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  return { octokit: new Quick({ auth: { token: 'secret-token' }, request: { fetch }, log }), calls };
}

export const BOT = 'spec-steward[bot]';

/** The requests of `oxford/standard`. */
export function fakeConnection(answer: (call: Call) => Answer | undefined) {
  const { octokit, calls } = fakeOctokit(answer);
  const connection: Connection = { ...openRequests(octokit), at: { owner: 'oxford', repo: 'standard' }, botLogin: BOT };
  return { connection, calls };
}

/** `GET /repos/oxford/standard/pulls/1` without its query, the repository left out: `GET pulls/1`. */
export function nameOf({ method, path }: Call): string {
  return `${method} ${path.replace(/\?.*$/, '').replace('/repos/oxford/standard/', '')}`;
}
