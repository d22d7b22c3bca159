/**
 * What emulate 0.11.2 lacks of GitHub, as a server in front of it: GraphQL, translated into emulate's own REST by the
 * name of the operation; heads of pull requests that follow a push, with the event that GitHub sends then; and of which
 * App a check is. Everything else goes through as it is. The App knows nothing of this.
 */
import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerGraphql } from './emulate-graphql.js';

/** What the shim stands between. */
export interface ShimOptions {
  /** emulate's address. */
  readonly emulated: string;
  /** Where events go, and what they are signed with. */
  readonly hook: string;
  readonly secret: string;
  /** The App whose checks are told from others. */
  readonly app: { readonly id: number; readonly slug: string };
}

/** A running shim. */
export interface Shim {
  readonly url: string;
  /** Resolves when every event of the shim's own has been taken. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** An answer, as JSON where there is any. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly link?: string | null;
}

/** Asks emulate on behalf of somebody. */
export type Ask = (method: string, path: string, body?: unknown) => Promise<Answer>;

interface RestPull {
  readonly number: number;
  readonly state: string;
  readonly head: { readonly ref: string; sha: string };
}

/** Listens on a free port. */
export async function shimBefore(options: ShimOptions): Promise<Shim> {
  const underWay = new Set<Promise<unknown>>();
  const server = createServer((request, response) => {
    void serve(request, response, { options, underWay }).catch((error) => respond(response, failed(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    settled: async () => {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Parts {
  readonly options: ShimOptions;
  readonly underWay: Set<Promise<unknown>>;
}

async function serve(request: IncomingMessage, response: ServerResponse, parts: Parts): Promise<void> {
  const { options } = parts;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  const ask = asker(options.emulated, request.headers.authorization);
  const [method, path] = [request.method ?? 'GET', request.url ?? '/'];
  const moving: Ask = async (...question) => {
    const answer = await ask(...question);
    if (answer.status < 300) follow(parts, ask, question);
    return answer;
  };
  const answer = path === '/graphql' ? await answerGraphql(moving, body) : await moving(method, path, body);
  respond(response, await completed(answer, { path, ask, options }));
}

function asker(emulated: string, authorization: string | undefined): Ask {
  return async (method, path, body) => {
    const headers = { 'content-type': 'application/json', ...(authorization ? { authorization } : {}) };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await fetch(`${emulated}${path}`, { method, headers, ...sent });
    const text = await answer.text();
    const link = answer.headers.get('link');
    return { status: answer.status, body: text === '' ? null : JSON.parse(text), link };
  };
}

/** The answer with what emulate leaves out of it. */
async function completed(answer: Answer, { path, ask, options }: { path: string; ask: Ask; options: ShimOptions }) {
  if (answer.status >= 300) return answer;
  const { body } = answer;
  if (/\/pulls(?:\/\d+)?(?:\?|$)/.test(path)) {
    for (const pull of [body].flat() as RestPull[]) pull.head.sha = await headOf(ask, path, pull);
  }
  if (/\/check-runs(?:\?|$)/.test(path)) {
    const { check_runs: runs = [] } = body as { check_runs?: { app: unknown }[] };
    for (const run of runs) run.app ??= options.app;
  }
  return answer;
}

/** Where the branch is now; the head that emulate knows where the branch is gone. */
async function headOf(ask: Ask, path: string, { head }: RestPull): Promise<string> {
  const [repository] = /^\/repos\/[^/]+\/[^/]+/.exec(path) ?? [''];
  const { status, body } = await ask('GET', `${repository}/git/ref/heads/${head.ref}`);
  return status === 200 ? (body as { object: { sha: string } }).object.sha : head.sha;
}

/** After a push, an event for each open pull request from the branch. */
function follow({ options, underWay }: Parts, ask: Ask, [method, path]: readonly [string, string, unknown?]): void {
  const [, repository, branch] =
    /^(\/repos\/[^/]+\/[^/]+)\/git\/refs\/heads\/(.+)$/.exec(decodeURIComponent(path)) ?? [];
  if (method !== 'PATCH' || !repository || !branch) return;
  const sending = synchronize(options, ask, { repository, branch });
  underWay.add(sending);
  void sending.finally(() => underWay.delete(sending));
}

async function synchronize(
  options: ShimOptions,
  ask: Ask,
  { repository, branch }: { repository: string; branch: string },
): Promise<void> {
  const { body } = await ask('GET', `${repository}/pulls?state=open&per_page=100`);
  const { body: full } = await ask('GET', repository);
  for (const pull of (body as RestPull[]).filter(({ head }) => head.ref === branch)) {
    const about = { action: 'synchronize', number: pull.number, pull_request: pull, repository: full };
    await send(options, JSON.stringify({ ...about, installation: { id: INSTALLATION } }));
  }
}

/** The installation that emulate's seed makes. */
export const INSTALLATION = 70;

async function send({ hook, secret }: ShimOptions, body: string): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'x-github-event': 'pull_request',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  const { status } = await fetch(hook, { method: 'POST', headers, body });
  if (status >= 300) throw new Error(`the App answered its event with ${status}`);
}

function failed(error: unknown): Answer {
  return { status: 502, body: { message: String(error) } };
}

function respond(response: ServerResponse, { status, body, link }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json', ...(link ? { link } : {}) });
  response.end(body === null ? undefined : JSON.stringify(body));
}
