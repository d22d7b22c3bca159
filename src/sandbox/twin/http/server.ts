/** The HTTP server: takes a request through faults, authentication, limits and permission to its row of the table. */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../faults.js';
import { Refusal } from '../refusal.js';
import { repository, type World } from '../world.js';
import { authenticate } from './authenticate.js';
import { authorize, authorizeOn, mayWriteFork } from './authorize.js';
import { nameOf, RateRefusal } from './rate.js';
import type { RequestLog } from './request-log.js';
import type { Actor, Answer, Body, Call } from './route.js';
import type { Match } from './router.js';

/** A request and its answer, for those who hold both against GitHub's description. */
export interface Exchange {
  readonly method: string;
  /** The template in GitHub's description; null where there is no such endpoint. */
  readonly template: string | null;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly requestBody: unknown;
  readonly status: number;
  readonly responseBody: unknown;
}

/** What the server is put together from. */
export interface ServerParts {
  readonly world: World;
  readonly find: (method: string, path: string) => Match | null;
  readonly log: RequestLog;
  readonly onExchange: (exchange: Exchange) => void;
}

/** A request as it came, before anybody has looked at it. */
interface Incoming {
  readonly request: IncomingMessage;
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly bytes: Buffer;
  readonly match: Match | null;
}

const DOCUMENTATION = 'https://docs.github.com/rest';

/** Listens on localhost; the port is free to choose with 0. */
export async function listen(parts: ServerParts, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error) => fail(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://twin');
  const bytes = await readAll(request);
  const method = request.method ?? 'GET';
  const match = parts.find(method, pathname);
  const incoming = { request, method, path: pathname, query: searchParams, bytes, match };
  const fault = parts.world.faults.strike({ method, path: request.url ?? '/', body: bytes.toString() });
  if (fault?.delay) await wait(fault.delay);
  const hidden = fault && (fault.disconnect || fault.status !== undefined);
  const actor = identify(parts.world, request);
  const real = hidden && fault.effect !== 'done' ? null : await answerTo(parts, incoming, actor);
  const answer = hidden ? faulty(fault) : (real ?? faulty({}));
  record(parts, incoming, { actor, answer, faulty: Boolean(hidden) });
  if (fault?.disconnect) request.socket.destroy();
  else send(parts, incoming, { response, answer, actor });
}

/** Who asks, or the refusal that they will get. */
function identify(world: World, request: IncomingMessage): Actor | Refusal {
  try {
    return authenticate(world, request.headers.authorization);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

async function answerTo(parts: ServerParts, incoming: Incoming, actor: Actor | Refusal): Promise<Answer> {
  try {
    if (actor instanceof Refusal) throw actor;
    return await dispatch(parts, incoming, actor);
  } catch (error) {
    if (error instanceof Refusal) return refusal(error, incoming);
    throw error;
  }
}

function dispatch({ world }: ServerParts, incoming: Incoming, actor: Actor): Answer | Promise<Answer> {
  const { match, request, method, path, query, bytes } = incoming;
  if (path !== '/rate_limit') world.limiter.count(actor, method);
  if (!match) throw new Refusal(404, 'Not Found');
  const { found, params } = match;
  const json = /json/.test(request.headers['content-type'] ?? 'json');
  const body = json ? parse(bytes) : {};
  const call: Call = { world, actor, path, params, query, body, bytes, headers: request.headers };
  if (!found.onRepository) {
    authorize(actor, found.route);
    return found.route.answer(call);
  }
  const repo = repository(world, `${params.owner}/${params.repo}`);
  const branch = params.ref?.replace(/^heads\//, '') ?? '';
  const opened = found.route.operation === 'git/update-ref' && mayWriteFork(world, actor, { repo, branch });
  if (!opened) authorizeOn(repo, actor, found.route);
  return found.route.answer({ ...call, repo });
}

function parse(bytes: Buffer): Body {
  if (bytes.length === 0) return {};
  try {
    const value: unknown = JSON.parse(bytes.toString());
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Body;
  } catch {
    throw new Refusal(400, 'Problems parsing JSON');
  }
  throw new Refusal(400, 'Body should be a JSON object');
}

function refusal(error: Refusal, { match }: Incoming): Answer {
  const place = match ? `/${match.found.route.operation}` : '';
  const errors = error.errors ? { errors: error.errors } : {};
  const body = {
    message: error.message,
    ...errors,
    documentation_url: DOCUMENTATION + place,
    status: String(error.status),
  };
  return { status: error.status, body, ...(error instanceof RateRefusal ? { headers: error.headers } : {}) };
}

function faulty({ status = 502, message = 'Server Error', headers = {} }: Fault): Answer {
  return { status, body: { message, documentation_url: DOCUMENTATION, status: String(status) }, headers };
}

function record(
  { log, onExchange }: ServerParts,
  { method, path, query, bytes, match }: Incoming,
  { actor, answer, faulty }: { actor: Actor | Refusal; answer: Answer; faulty: boolean },
): void {
  const template = match?.found.template ?? null;
  const text = bytes.toString();
  const name = actor instanceof Refusal ? 'unknown' : nameOf(actor);
  const writes = path === '/graphql' ? /\bmutation\b/.test(text) : method !== 'GET';
  log.add({ method, path, query: query.toString(), template, status: answer.status, actor: name, writes, faulty });
  if (faulty || answer.raw) return;
  const requestBody = text === '' || !/^[{[]/.test(text) ? undefined : safeParse(text);
  const parameters = Object.fromEntries(query);
  onExchange({
    method,
    template,
    path,
    query: parameters,
    requestBody,
    status: answer.status,
    responseBody: answer.body,
  });
}

function safeParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function send(
  { world }: ServerParts,
  { request, match }: Incoming,
  { response, answer, actor }: { response: ServerResponse; answer: Answer; actor: Actor | Refusal },
): void {
  const known = actor instanceof Refusal ? ({ kind: 'anonymous' } as const) : actor;
  const { limit, used, remaining, reset } = world.limiter.state(known);
  const bytes = answer.raw ?? (answer.body === undefined ? Buffer.alloc(0) : Buffer.from(JSON.stringify(answer.body)));
  const etag = `W/"${createHash('sha1').update(bytes).digest('hex')}"`;
  const needs = match?.found.route.needs ?? 'none';
  const unchanged = answer.status === 200 && request.method === 'GET' && request.headers['if-none-match'] === etag;
  response.writeHead(unchanged ? 304 : answer.status, {
    date: world.clock().toUTCString(),
    'content-type': answer.raw ? 'application/octet-stream' : 'application/json; charset=utf-8',
    'x-github-request-id': randomUUID(),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-api-version-selected': request.headers['x-github-api-version'] ?? '2022-11-28',
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-used': String(used),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': request.url === '/graphql' ? 'graphql' : 'core',
    ...(needs.includes('=') ? { 'x-accepted-github-permissions': needs } : {}),
    ...(answer.status === 200 ? { etag } : {}),
    ...answer.headers,
  });
  response.end(unchanged || answer.status === 204 ? undefined : bytes);
}

/** A mistake in the twin itself is said aloud: tests must not take it for GitHub's bad day. */
function fail(response: ServerResponse, error: unknown): void {
  const message = `twin: ${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`${message}\n`);
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
