/** Instances of the App without a door of their own: they are told what to look at, and can be made to die. */
import { ProbotOctokit } from 'probot';
import { issueToken } from '../../sandbox/twin/http/authenticate.js';
import type { Twin } from '../../sandbox/twin/twin.js';
import { Steward } from '../../src/app/steward.js';
import type { Wish } from '../../src/app/wishes.js';
import type { Forge } from '../../src/forge.js';
import { BoundedMap } from '../../src/github/bounded-map.js';
import { openForge } from '../../src/github/forge.js';
import { ObjectCache } from '../../src/github/object-cache.js';
import { bundledFiles } from '../../src/local/bundled.js';
import type { FileContents } from '../../src/specification/read-file.js';
import { sha256 } from '../fakes/hash.js';
import { BOT, REPOSITORY, TODAY } from './story.js';

const silent = () => undefined;

/** Called before and after each request; what it throws ends the request. */
export interface Watch {
  before?(): void | Promise<void>;
  after?(writes: boolean): void;
}

/** A client of the App's installation that neither waits nor repeats anything. */
export function clientOf({ url, world }: Twin, watch: Watch = {}): ProbotOctokit {
  const [installation] = world.installations;
  if (!installation) throw new Error('the App is installed nowhere');
  const Plain = ProbotOctokit.defaults((options: object) => ({
    ...options,
    throttle: { enabled: false },
    retry: { enabled: false },
  }));
  const log = { debug: silent, info: silent, warn: silent, error: silent };
  const client = new Plain({ baseUrl: url, auth: { token: issueToken(world, installation).value }, log });
  client.hook.wrap('request', async (request, options) => {
    await watch.before?.();
    const answer = await request(options);
    const reads = options.method === 'GET' || (options.url === '/graphql' && !/^\s*mutation/.test(`${options.query}`));
    watch.after?.(!reads);
    return answer;
  });
  return client;
}

/** The repository as an instance of its own sees it; without a cache it remembers nothing of what others read. */
export async function forgeOf(twin: Twin, watch: Watch = {}, cache = new ObjectCache()): Promise<Forge> {
  const [owner = '', repo = ''] = REPOSITORY.split('/');
  return openForge(clientOf(twin, watch), { owner, repo, botLogin: BOT, cache });
}

/** What reconciling needs besides the forge, as new. */
export function surrounding(clock = () => new Date()) {
  const memo = new BoundedMap<FileContents>(10_000, () => 1);
  return {
    bundled: bundledFiles(),
    memo,
    hash: sha256,
    botLogin: BOT,
    today: () => TODAY,
    now: () => clock().toISOString(),
  };
}

/** A cold instance, with all that went wrong in it. */
export interface Instance {
  readonly errors: readonly string[];
  wish(...wishes: readonly Wish[]): void;
  idle(): Promise<void>;
}

export function newInstance(twin: Twin, watch: Watch = {}): Instance {
  const errors: string[] = [];
  const cache = new ObjectCache();
  const open = async (): Promise<Forge> => forgeOf(twin, watch, cache);
  const log = { info: silent, error: (facts: { error?: string }) => void errors.push(facts.error ?? '') };
  const steward = new Steward({ openForge: open, surrounding: surrounding(twin.world.clock), log, dryRun: false });
  const [installation] = twin.world.installations;
  return {
    errors,
    wish: (...wishes) => steward.wish(installation?.id ?? 0, REPOSITORY, wishes),
    idle: () => steward.idle(),
  };
}
