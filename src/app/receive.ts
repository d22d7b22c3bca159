/** The HTTP side of webhooks: a limit and the signature before anything is parsed; then Probot takes the event. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** GitHub sends at most 25 MB: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const MAX_BODY = 25_000_000;

type Middleware = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** What stands behind the door. */
export interface Door {
  readonly middleware: Middleware;
  /** The only address that takes anything. */
  readonly path: string;
  /** What GitHub signs bodies with. */
  readonly secret: string;
}

/** Answers `GET /health`, refuses bodies over the limit with 413 and unsigned ones with 401, hands on the others. */
export function receiver(door: Door): RequestListener {
  return (request, response) => {
    void answer(request, response, door).catch(() => end(response, 500));
  };
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { middleware, path, secret }: Door,
): Promise<void> {
  if (request.method === 'GET' && request.url === '/health') return end(response, 200, 'ok');
  if (request.method !== 'POST' || request.url !== path) return end(response, 404);
  const body = await readBody(request);
  if (body === null) return end(response, 413);
  if (!isSigned(body, request.headers['x-hub-signature-256'], secret)) return end(response, 401);
  request.body = body;
  const answered = await middleware(request, response);
  if (!answered && !response.writableEnded) end(response, 404);
}

/** https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
function isSigned(body: string, signature: string | string[] | undefined, secret: string): boolean {
  const expected = Buffer.from(`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`);
  const given = Buffer.from(String(signature));
  return given.length === expected.length && timingSafeEqual(given, expected);
}

/** The body as text, or null when it is over the limit; what comes after the limit is not kept. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_BODY) return null;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function end(response: ServerResponse, status: number, text = ''): void {
  if (response.headersSent) return;
  response.writeHead(status, { 'content-type': 'text/plain', connection: status === 413 ? 'close' : 'keep-alive' });
  response.end(text);
}
