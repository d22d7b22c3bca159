/** The page's server on localhost: who may ask, and what every answer carries. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Ask, answer, openDesk, type Reply } from './answer.js';
import type { Sandbox } from './sandbox.js';

/** A page that is served. */
export interface ServedPage {
  readonly url: string;
  close(): Promise<void>;
}

/** Nothing from elsewhere is fetched or run, whatever a proposal manages to put into the page. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; " +
  "base-uri 'none'; frame-ancestors 'none'";

/** More than any file of the standard. */
const MAX_BODY = 4_000_000;

/** Serves the sandbox's page; a `port` of 0 is any free one. Rejects with `EADDRINUSE` where another has it. */
export async function servePage(sandbox: Sandbox, port: number): Promise<ServedPage> {
  const desk = openDesk(sandbox);
  const server = createServer((request, response) => {
    void replyTo(request, (ask) => answer(desk, ask)).then((reply) => send(response, reply));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function replyTo(request: IncomingMessage, reply: (ask: Ask) => Promise<Reply>): Promise<Reply> {
  try {
    if (!isFromHere(request)) return plain(403, 'Only this page may ask for that.');
    const form = await readForm(request);
    if (form === null) return plain(413, 'That is too long.');
    const url = new URL(request.url ?? '/', 'http://localhost');
    return await reply({
      isOrder: request.method === 'POST',
      path: url.pathname,
      query: url.searchParams,
      form,
      who: playedBy(request),
    });
  } catch (error) {
    process.stderr.write(`sandbox: ${error instanceof Error ? error.stack : String(error)}\n`);
    return plain(500, 'The sandbox has a fault of its own; the terminal shows it.');
  }
}

/** No other site may give orders, nor read answers under a name that it lets point here. */
function isFromHere({ headers: { host = '', origin } }: IncomingMessage): boolean {
  if (!/^(?:localhost|127\.0\.0\.1)(?::\d+)?$/.test(host)) return false;
  return origin === undefined || origin === `http://${host}`;
}

/** The fields of a form, none where there is no body; null when it is too long. */
async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) return null;
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** From the cookie in which the choice is kept. */
function playedBy({ headers: { cookie = '' } }: IncomingMessage): string {
  return /(?:^|; )who=([\w-]+)/.exec(cookie)?.[1] ?? '';
}

function plain(status: number, body: string): Reply {
  return { status, type: 'text/plain', body };
}

function send(
  response: ServerResponse,
  { status, type = 'text/html', body = '', location, play, policy = POLICY }: Reply,
): void {
  response.writeHead(status, {
    'content-type': `${type}; charset=utf-8`,
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cache-control': 'no-store',
    ...(location === undefined ? {} : { location }),
    ...(play === undefined ? {} : { 'set-cookie': `who=${play}; Path=/; HttpOnly; SameSite=Strict` }),
  });
  response.end(body);
}
