/** The App as it runs anywhere: Probot, our steward, and a port that takes signed webhooks. */
import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNodeMiddleware, Probot, ProbotOctokit } from 'probot';
import { stewardApp } from '../app.js';
import { BlobCache } from '../github/blob-cache.js';
import { BoundedMap } from '../github/bounded-map.js';
import { openForge } from '../github/forge.js';
import { bundledFiles } from '../local/bundled.js';
import type { FileContents } from '../specification/read-file.js';
import { receiver } from './receive.js';
import { type Log, Steward } from './steward.js';
import { redeliverLost, sweepAll } from './sweep.js';

/** What the App knows of itself and of GitHub. */
export interface AppOptions {
  readonly appId: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** GitHub's API; `''` for github.com. */
  readonly baseUrl: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly dryRun: boolean;
  /** `yyyy-mm-dd`. */
  readonly today: () => string;
  readonly log: Log;
  /** False where nobody else uses the server, so that nothing need be waited for between writes. */
  readonly throttled: boolean;
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

const PATH = '/api/github/webhooks';

/** As many read files are remembered as about a hundred revisions of the bundled standard have. */
const REMEMBERED_FILES = 10_000;

/** The function form is the one that Probot keeps. */
const Unthrottled = ProbotOctokit.defaults((options: object) => ({ ...options, throttle: { enabled: false } }));

/** Starts the App; it listens when the promise resolves. */
export async function runApp(options: AppOptions): Promise<RunningApp> {
  const { appId, privateKey, webhookSecret: secret, baseUrl, throttled } = options;
  const Octokit = throttled ? ProbotOctokit : Unthrottled;
  const probot = new Probot({ appId, privateKey, secret, Octokit, logLevel: 'fatal', ...(baseUrl ? { baseUrl } : {}) });
  const app = await probot.auth();
  const { data } = await app.request('GET /app');
  const steward = newSteward(probot, `${data?.slug ?? 'spec-steward'}[bot]`, options);
  const middleware = await createNodeMiddleware(stewardApp(steward), { probot, webhooksPath: PATH });
  const server = createServer(receiver(async (request, response) => (await middleware(request, response)) === true));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    steward,
    webhookUrl: `http://${options.host}:${port}${PATH}`,
    sweep: async () => {
      await redeliverLost(app, options.log);
      await sweepAll(app, (installation) => probot.auth(installation), steward);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function newSteward(probot: Probot, botLogin: string, { today, log, dryRun }: AppOptions): Steward {
  const cache = new BlobCache();
  const memo = new BoundedMap<FileContents>(REMEMBERED_FILES, () => 1);
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return new Steward({
    openForge: async (installation, repository) => {
      const [owner = '', repo = ''] = repository.split('/');
      return openForge(await probot.auth(installation), { owner, repo, botLogin, cache });
    },
    surrounding: { bundled: bundledFiles(), memo, hash, botLogin, today },
    log,
    dryRun,
  });
}
