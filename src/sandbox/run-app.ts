/** The App itself, as it runs anywhere else: Probot, our steward, and a port that takes signed webhooks. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNodeMiddleware, Probot, ProbotOctokit } from 'probot';
import { receiver } from '../app/receive.js';
import { type Log, Steward } from '../app/steward.js';
import { stewardApp } from '../app.js';
import { BlobCache } from '../github/blob-cache.js';
import { openForge } from '../github/forge.js';
import { bundledFiles } from '../local/bundled.js';
import { sha256 } from '../local/review-local.js';

/** What the App knows of itself and of GitHub. */
export interface AppOptions {
  readonly id: number;
  readonly slug: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** GitHub's API. */
  readonly baseUrl: string;
  /** `yyyy-mm-dd`. */
  readonly today: () => string;
  readonly log: Log;
}

/** A running App. */
export interface RunningApp {
  readonly steward: Steward;
  /** Where its webhooks go. */
  readonly webhookUrl: string;
  close(): Promise<void>;
}

const PATH = '/api/github/webhooks';

/** Nobody else uses the double, so there is nothing to wait for. The function form is the one that Probot keeps. */
const Unthrottled = ProbotOctokit.defaults((options: object) => ({ ...options, throttle: { enabled: false } }));

/** Starts the App on a free port. */
export async function runApp(options: AppOptions): Promise<RunningApp> {
  const { id, privateKey, webhookSecret, baseUrl } = options;
  const identity = { appId: id, privateKey, secret: webhookSecret };
  const probot = new Probot({ ...identity, baseUrl, Octokit: Unthrottled, logLevel: 'fatal' });
  const steward = newSteward(probot, options);
  const middleware = await createNodeMiddleware(stewardApp(steward), { probot, webhooksPath: PATH });
  const server = createServer(receiver(async (request, response) => (await middleware(request, response)) === true));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    steward,
    webhookUrl: `http://127.0.0.1:${port}${PATH}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function newSteward(probot: Probot, { slug, today, log }: AppOptions): Steward {
  const cache = new BlobCache();
  const botLogin = `${slug}[bot]`;
  return new Steward({
    openForge: async (installation, repository) => {
      const [owner = '', repo = ''] = repository.split('/');
      return openForge(await probot.auth(installation), { owner, repo, botLogin, cache });
    },
    surrounding: { bundled: bundledFiles(), memo: new Map(), hash: sha256, botLogin, today },
    log,
    dryRun: false,
  });
}
