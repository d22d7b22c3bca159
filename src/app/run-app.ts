/** The App as it runs anywhere: Probot, our steward, and a port that takes signed webhooks. */
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNodeMiddleware } from 'probot';
import { stewardApp } from '../app.js';
import { type Credentials, connect, surroundingOf, type Told } from './connect.js';
import { receiver } from './receive.js';
import { type Log, Steward } from './steward.js';
import { redeliverLost, sweepAll } from './sweep.js';

/** What the App knows of itself and of GitHub. */
export interface AppOptions extends Credentials, Told {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly dryRun: boolean;
  readonly log: Log;
}

/** A running App. */
export interface RunningApp {
  readonly steward: Steward;
  /** Where its webhooks go. */
  readonly webhookUrl: string;
  /** Looks at every open pull request of every installation, and asks again for deliveries that failed. */
  sweep(): Promise<void>;
  close(): Promise<void>;
}

/** Where webhooks are taken: Probot's own path. */
export const HOOK_PATH = '/api/github/webhooks';

/** Starts the App; it listens when the promise resolves. Throws what `connect` throws. */
export async function runApp(options: AppOptions): Promise<RunningApp> {
  const { probot, app, botLogin, authenticate, openForge } = await connect(options);
  const { log, dryRun } = options;
  const steward = new Steward({ openForge, surrounding: surroundingOf(botLogin, options), log, dryRun });
  const middleware = await createNodeMiddleware(stewardApp(steward), { probot, webhooksPath: HOOK_PATH });
  const server = await listen(
    receiver({
      middleware: async (request, response) => (await middleware(request, response)) === true,
      path: HOOK_PATH,
      secret: options.webhookSecret,
    }),
    options,
  );
  const { port } = server.address() as AddressInfo;
  return {
    steward,
    webhookUrl: `http://${options.host}:${port}${HOOK_PATH}`,
    sweep: async () => {
      await redeliverLost(app, log);
      await sweepAll(app, authenticate, steward);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function listen(listener: RequestListener, { port, host }: { port: number; host: string }): Promise<Server> {
  const server = createServer(listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return server;
}
