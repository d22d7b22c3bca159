/** Answers on their way out: what a refusal and a fault look like, and the headers that every answer has. */
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from '../faults.js';
import { Refusal } from '../refusal.js';
import type { World } from '../world.js';
import { RateRefusal } from './rate.js';
import type { Actor, Answer } from './route.js';

const DOCUMENTATION = 'https://docs.github.com/rest';

/** What a refusal looks like; the operation, where it is known, names the page that explains it. */
export function refusalAnswer(refusal: Refusal, operation?: string): Answer {
  const { status, message, errors } = refusal;
  const page = operation ? `${DOCUMENTATION}/${operation}` : DOCUMENTATION;
  const body = { message, ...(errors ? { errors } : {}), documentation_url: page, status: String(status) };
  return { status, body, ...(refusal instanceof RateRefusal ? { headers: refusal.headers } : {}) };
}

/** What a fault answers: 502 where nothing else is ordered. */
export function faultAnswer({ status = 502, message = 'Server Error', headers = {} }: Fault): Answer {
  return { status, body: { message, documentation_url: DOCUMENTATION, status: String(status) }, headers };
}

/** An answer with what its headers are made of. */
export interface Outgoing {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly answer: Answer;
  readonly actor: Actor | Refusal;
  /** The permission that the endpoint needs. */
  readonly needs: string;
}

/** Sends an answer with GitHub's headers; what the client already has is not sent again. */
export function send(world: World, { request, response, answer, actor, needs }: Outgoing): void {
  const bytes = answer.raw ?? Buffer.from(answer.body === undefined ? '' : JSON.stringify(answer.body));
  const etag = `W/"${createHash('sha1').update(bytes).digest('hex')}"`;
  const unchanged = answer.status === 200 && request.method === 'GET' && request.headers['if-none-match'] === etag;
  response.writeHead(unchanged ? 304 : answer.status, {
    date: world.clock().toUTCString(),
    'content-type': answer.raw ? 'application/octet-stream' : 'application/json; charset=utf-8',
    'x-github-request-id': randomUUID(),
    'x-github-media-type': 'github.v3; format=json',
    'x-github-api-version-selected': request.headers['x-github-api-version'] ?? '2022-11-28',
    ...rateHeaders(world, actor instanceof Refusal ? { kind: 'anonymous' } : actor),
    'x-ratelimit-resource': request.url === '/graphql' ? 'graphql' : 'core',
    ...(needs.includes('=') ? { 'x-accepted-github-permissions': needs } : {}),
    ...(answer.status === 200 ? { etag } : {}),
    ...answer.headers,
  });
  response.end(unchanged || answer.status === 204 ? undefined : bytes);
}

function rateHeaders(world: World, actor: Actor): Record<string, string> {
  const state = Object.entries(world.limiter.state(actor));
  return Object.fromEntries(state.map(([name, value]) => [`x-ratelimit-${name}`, String(value)]));
}
