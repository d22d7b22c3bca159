/** The HTTP side of webhooks: a limit before anything is parsed, then Probot checks the signature. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

/** GitHub sends at most 25 MB: https://docs.github.com/en/webhooks/webhook-events-and-payloads */
const MAX_BODY = 25_000_000;

type Middleware = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** Answers `GET /health`, hands webhooks to Probot's middleware, refuses bodies over the limit with 413. */
export function receiver(middleware: Middleware): RequestListener {
  return (request, response) => {
    void answer(request, response, middleware).catch(() => end(response, 500));
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, middleware: Middleware): Promise<void> {
  if (request.method === 'GET' && request.url === '/health') return end(response, 200, 'ok');
  if (request.method !== 'POST') return end(response, 404);
  const body = await readBody(request);
  if (body === null) return end(response, 413);
  request.body = body;
  const answered = await middleware(request, response);
  if (!answered && !response.writableEnded) end(response, 404);
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
