/** Ways into GitHub for the App: as itself, and as each of its installations. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Probot, ProbotOctokit } from 'probot';
import { StewardError } from '../errors.js';
import type { Forge } from '../forge.js';
import { BoundedMap } from '../github/bounded-map.js';
import { openForge } from '../github/forge.js';
import { ObjectCache } from '../github/object-cache.js';
import { bundledFiles } from '../local/bundled.js';
import type { Surrounding } from '../reconcile/surrounding.js';
import type { FileContents } from '../specification/read-file.js';
import type { Log } from './steward.js';

/** A client of Probot's: it authenticates by itself. */
export type Client = InstanceType<typeof ProbotOctokit>;

/** Who the App is, and where GitHub is. */
export interface Credentials {
  readonly appId: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  /** GitHub's API; `''` for github.com. */
  readonly baseUrl: string;
  /** False where nobody else uses the server, so that nothing need be waited for between writes. */
  readonly throttled: boolean;
  /** Told of every limit that is waited out; a command by hand has nobody to tell. */
  readonly log?: Log;
}

/** The App, connected. */
export interface Connected {
  readonly probot: Probot;
  /** Asks as the App itself. */
  readonly app: Client;
  /** Login of the App's own account, `slug[bot]`. */
  readonly botLogin: string;
  /** Asks as an installation; its token is renewed when it has expired. */
  authenticate(installation: number): Promise<Client>;
  /** One repository of an installation; blobs are remembered over all of them. */
  openForge(installation: number, repository: string): Promise<Forge>;
}

/** How often a request that met a limit is sent again; the sweep comes back to what is given up. */
const MOST_WAITS = 3;

interface Limited {
  readonly method: string;
  readonly url: string;
}

/** Limits are waited out, and said: a quiet App that waits looks like one that hangs. */
function throttled(log: Log | undefined): typeof ProbotOctokit {
  const wait =
    (limit: string) =>
    (seconds: number, { method, url }: Limited, _octokit: unknown, waits: number) => {
      log?.info({ seconds, request: `${method} ${url}` }, `${limit} met; waiting`);
      return waits < MOST_WAITS;
    };
  const throttle = { onRateLimit: wait('rate limit'), onSecondaryRateLimit: wait('secondary rate limit') };
  return ProbotOctokit.defaults((options: object) => ({ ...options, throttle })) as typeof ProbotOctokit;
}

/** The function form is the one that Probot keeps. */
const Unthrottled = ProbotOctokit.defaults((options: object) => ({ ...options, throttle: { enabled: false } }));

/** As many read files are remembered as about a hundred revisions of the bundled standard have. */
const REMEMBERED_FILES = 10_000;

/** Probot for the App; nothing is asked yet. */
export function openProbot({ appId, privateKey, webhookSecret: secret, baseUrl, log, ...waits }: Credentials): Probot {
  const Octokit = waits.throttled ? throttled(log) : Unthrottled;
  return new Probot({ appId, privateKey, secret, Octokit, logLevel: 'fatal', ...(baseUrl ? { baseUrl } : {}) });
}

/** Throws `not-connected` where GitHub is not reached, or does not take the credentials. */
export function connect(credentials: Credentials): Promise<Connected> {
  return connectThrough(openProbot(credentials));
}

/** The same through a Probot that somebody else has started. */
export async function connectThrough(probot: Probot): Promise<Connected> {
  const app = await probot.auth();
  const botLogin = `${await slugOf(app)}[bot]`;
  const cache = new ObjectCache();
  const authenticate = (installation: number) => probot.auth(installation);
  return {
    probot,
    app,
    botLogin,
    authenticate,
    openForge: async (installation, name) => {
      const [owner = '', repo = ''] = name.split('/');
      return openForge(await authenticate(installation), { owner, repo, botLogin, cache });
    },
  };
}

/** What time it is. */
export type Clock = Pick<Surrounding, 'today' | 'now'>;

/** What a surrounding is told from outside. */
export type Told = Clock & Pick<Surrounding, 'giveEvidence'>;

/** The day and the moment by a clock. */
export function clockOf(clock: () => Date): Clock {
  return { today: () => clock().toISOString().slice(0, 10), now: () => clock().toISOString() };
}

async function slugOf(app: Client): Promise<string> {
  try {
    const { data } = await app.request('GET /app', { request: { retries: 0 } });
    return data?.slug ?? 'spec-steward';
  } catch (error) {
    throw new StewardError({
      code: 'not-connected',
      place: 'GET /app',
      found: error instanceof Error ? error.message : String(error),
      expected: 'the APP_ID and the private key of one GitHub App, and an API that can be reached',
    });
  }
}

/** What looking at a pull request needs besides GitHub; the clock gives the day and the moment. */
export function surroundingOf(botLogin: string, { today, now, giveEvidence }: Told): Surrounding {
  const memo = new BoundedMap<FileContents>(REMEMBERED_FILES, () => 1);
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  return { bundled: bundledFiles(), memo, hash, botLogin, today, now, breathe: setImmediate, giveEvidence };
}

/** The installation that covers a repository, `owner/name`; throws `not-installed` where there is none. */
export async function installationOf(app: Client, repository: string): Promise<number> {
  const [owner = '', repo = ''] = repository.split('/');
  try {
    return (await app.request('GET /repos/{owner}/{repo}/installation', { owner, repo })).data.id;
  } catch (error) {
    if ((error as { status?: unknown }).status !== 404) throw error;
    const expected = 'the App to be installed there: its page on GitHub, "Install App"';
    throw new StewardError({ code: 'not-installed', place: repository, found: 'the App is not there', expected });
  }
}
