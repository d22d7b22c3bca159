/** The HTTP server: takes a request through faults, authentication, limits and permission to its row of the table. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Fault } from '../faults.js';
import { Refusal } from '../refusal.js';
import { repository, type World } from '../world.js';
import { authenticate } from './authenticate.js';
import { authorize, authorizeOn, mayWriteFork } from './authorize.js';
import { nameOf } from './rate.js';
import type { RequestLog } from './request-log.js';
import { faultAnswer, refusalAnswer, send } from './respond.js';
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
  /** A query of GraphQL is posted, and changes nothing. */
  readonly writes: boolean;
  readonly match: Match | null;
}

/** Listens on localhost; the port is free to choose with 0. */
export async function listen(parts: ServerParts, port: number): Promise<Server> {
  const server = createServer((request, response) => {
    serve(parts, request, response).catch((error) => confess(response, error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return server;
}

async function serve(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { world } = parts;
  const incoming = await receive(parts, request);
  const { method, bytes } = incoming;
  const fault = world.faults.strike({ method, path: request.url ?? '/', body: bytes.toString() });
  if (fault?.delay) await wait(fault.delay);
  const actor = identify(world, request);
  const faulty = fault !== null && (fault.disconnect === true || fault.status !== undefined);
  const answer = faulty ? await fail(parts, incoming, { fault, actor }) : await answerTo(parts, incoming, actor);
  record(parts, incoming, { actor, answer, faulty });
  if (fault?.disconnect) request.socket.destroy();
  else send(world, { request, response, answer, actor, needs: incoming.match?.found.route.needs ?? 'none' });
}

async function receive({ find }: ServerParts, request: IncomingMessage): Promise<Incoming> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://twin');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const method = request.method ?? 'GET';
  const isQuery = pathname === '/graphql' && !/\bmutation\b/.test(bytes.toString());
  const writes = method !== 'GET' && !isQuery;
  return { request, method, path: pathname, query: searchParams, bytes, writes, match: find(method, pathname) };
}

/** The answer of a fault; the effect may happen all the same. */
async function fail(
  parts: ServerParts,
  incoming: Incoming,
  { fault, actor }: { fault: Fault; actor: Actor | Refusal },
): Promise<Answer> {
  if (fault.effect === 'done') await answerTo(parts, incoming, actor);
  return faultAnswer(fault);
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
    if (error instanceof Refusal) return refusalAnswer(error, incoming.match?.found.route.operation);
    throw error;
  }
}

function dispatch({ world }: ServerParts, incoming: Incoming, actor: Actor): Answer | Promise<Answer> {
  const { match, request, path, query, bytes, writes } = incoming;
  if (path !== '/rate_limit') world.limiter.count(actor, writes);
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

function record(
  { log, onExchange }: ServerParts,
  { method, path, query, bytes, match, writes }: Incoming,
  { actor, answer, faulty }: { actor: Actor | Refusal; answer: Answer; faulty: boolean },
): void {
  const template = match?.found.template ?? null;
  const text = bytes.toString();
  const name = actor instanceof Refusal ? 'unknown' : nameOf(actor);
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

/** A mistake in the twin itself is said aloud: tests must not take it for GitHub's bad day. */
function confess(response: ServerResponse, error: unknown): void {
  const message = `twin: ${error instanceof Error ? error.stack : String(error)}`;
  process.stderr.write(`${message}\n`);
  if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}
