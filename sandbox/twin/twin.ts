/** A small GitHub on localhost: git for the objects, memory for the rest, real HTTP, signed events. */
import { generateKeyPairSync } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createCheck } from './actions/checks.js';
import { copyRecords } from './copy-records.js';
import { Faults } from './faults.js';
import { treeOf } from './git/history.js';
import { entryAt } from './git/tree.js';
import { Deliveries } from './hooks/deliveries.js';
import { ping } from './hooks/ping.js';
import { personalToken } from './http/authenticate.js';
import { type Limits, RateLimiter } from './http/rate.js';
import { RequestLog } from './http/request-log.js';
import { makeRouter } from './http/router.js';
import { type Exchange, listen } from './http/server.js';
import type { App, BranchRules, Installation, Permissions, Pull, Repo, User } from './model.js';
import { Person } from './people.js';
import { notFound } from './refusal.js';
import { ROUTES } from './routes/table.js';
import {
  type InstallationWish,
  install,
  makeOrganization,
  makeRepository,
  type OrganizationWish,
  otherApp,
  protect,
  type RepositoryWish,
  uninstall,
} from './set-up.js';
import { ensureUser, nextId, now, pullOf, repository, resolveCommit, type World } from './world.js';

/** How the twin is started. */
export interface TwinOptions {
  /** Where the bare repositories go. */
  readonly folder: string;
  /** A free one is taken where it is left out. */
  readonly port?: number;
  readonly clock?: () => Date;
  readonly appId?: number;
  readonly slug?: string;
  /** PEM; a new key is made where it is left out, which takes a moment. */
  readonly privateKey?: string;
  readonly webhookSecret?: string;
  /** What the App asks for; an installation may grant less. */
  readonly permissions?: Permissions;
  /** What the App is subscribed to. */
  readonly events?: readonly string[];
  readonly limits?: Partial<Limits>;
  /** Begins as a copy of this world as it is now, which then goes its own way; the key should be the same. */
  readonly copyOf?: World;
  /** Sees every request and its answer, except those that a fault answered. */
  readonly onExchange?: (exchange: Exchange) => void;
}

/** A running twin: the world, and the people who act in it. */
export interface Twin {
  /** Base of the API, without a slash at the end. */
  readonly url: string;
  readonly app: {
    readonly id: number;
    readonly slug: string;
    readonly privateKey: string;
    readonly webhookSecret: string;
  };
  readonly requests: RequestLog;
  readonly deliveries: Deliveries;
  readonly faults: Faults;
  /** Everything the twin knows, to look at. */
  readonly world: World;
  /** Where events go from now on; null is nowhere. */
  setWebhookTarget(url: string | null): void;
  /** Sends the App a ping. */
  ping(): void;
  user(login: string, type?: User['type']): User;
  organization(wish: OrganizationWish): User;
  repository(wish: RepositoryWish): Promise<Repo>;
  protect(name: string, branch: string, rules: Partial<BranchRules>): void;
  install(wish: InstallationWish): Installation;
  uninstall(account: string): void;
  /** The hands of a person, who is made where there is none. */
  as(login: string): Person;
  /** A token with which a person uses the API. */
  token(login: string): string;
  /** Every token of an installation is worth nothing from now on. */
  expireTokens(): void;
  /** A completed check run by an App that is not ours; gives its id. */
  foreignCheck(name: string, check: { app: string; sha: string; check: string; conclusion: string }): Promise<number>;
  pull(name: string, number: number): Pull;
  /** Where a branch or tag points. */
  head(name: string, ref: string): Promise<string>;
  /** The text of a file at a branch, tag or commit; null where there is none. */
  text(name: string, ref: string, path: string): Promise<string | null>;
  close(): Promise<void>;
}

/** What Spec Steward's manifest asks for. */
const PERMISSIONS: Permissions = {
  contents: 'write',
  pull_requests: 'write',
  issues: 'write',
  checks: 'write',
  members: 'read',
  merge_queues: 'read',
  metadata: 'read',
};
const EVENTS = ['check_run', 'issue_comment', 'merge_group', 'pull_request', 'pull_request_review', 'push'];

/** Starts a twin; it listens when the promise resolves. */
export async function createTwin(options: TwinOptions): Promise<Twin> {
  const webhookSecret = options.webhookSecret ?? 'secret';
  const world = makeWorld(options, webhookSecret);
  if (options.copyOf) Object.assign(world, await copyRecords(options.copyOf, options.folder));
  const requests = new RequestLog();
  const parts = { world, find: makeRouter(ROUTES), log: requests, onExchange: options.onExchange ?? (() => undefined) };
  const server = await listen(parts, options.port ?? 0);
  world.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { id, slug } = world.app;
  return {
    url: world.url,
    app: { id, slug, privateKey: world.privateKey, webhookSecret },
    requests,
    deliveries: world.deliveries,
    faults: world.faults,
    world,
    ...settingUp(world),
    ...looking(world),
    close: async () => {
      world.deliveries.aim(null);
      await world.deliveries.settled().catch(() => undefined);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      for (const { git } of world.repos) git.close();
    },
  };
}

function settingUp(world: World) {
  return {
    setWebhookTarget: (url: string | null) => world.deliveries.aim(url),
    ping: () => ping(world),
    user: (login: string, type: User['type'] = 'User') => ensureUser(world, login, type),
    organization: (wish: OrganizationWish) => makeOrganization(world, wish),
    repository: (wish: RepositoryWish) => makeRepository(world, wish),
    protect: (name: string, branch: string, rules: Partial<BranchRules>) => protect(world, name, { branch, rules }),
    install: (wish: InstallationWish) => install(world, wish),
    uninstall: (account: string) => uninstall(world, account),
    as: (login: string) => new Person(world, ensureUser(world, login)),
    token: (login: string) => personalToken(world, ensureUser(world, login)),
    expireTokens: () => {
      for (const token of world.tokens.values()) if (token.kind === 'installation') token.expiresAt = world.clock();
    },
    foreignCheck: async (name: string, { app, sha, check, conclusion }: Parameters<Twin['foreignCheck']>[1]) => {
      const place = { repo: repository(world, name), app: otherApp(world, app) };
      return (await createCheck(world, place, { name: check, head_sha: sha, status: 'completed', conclusion })).id;
    },
  };
}

function looking(world: World) {
  const commitAt = async (name: string, ref: string) => {
    const repo = repository(world, name);
    return { store: repo.git.store, commit: (await resolveCommit(repo, ref)) ?? notFound(`${ref} is not in ${name}`) };
  };
  return {
    pull: (name: string, number: number) => pullOf(world, repository(world, name), number),
    head: async (name: string, ref: string) => (await commitAt(name, ref)).commit,
    text: async (name: string, ref: string, path: string) => {
      const { store, commit } = await commitAt(name, ref);
      const entry = await entryAt(store, await treeOf(store, commit), path);
      return entry ? ((await store.read(entry.oid))?.bytes.toString() ?? null) : null;
    },
  };
}

function makeWorld(options: TwinOptions, secret: string): World {
  const clock = options.clock ?? (() => new Date());
  const limits = { requestsPerHour: 5000, pointsPerMinute: null, contentPerMinute: null, ...options.limits };
  const draft = {
    folder: options.folder,
    clock,
    url: '',
    lastId: 1000,
    users: new Map(),
    teams: [],
    repos: [],
    installations: [],
    pulls: [],
    reviews: [],
    reviewComments: [],
    comments: [],
    suites: [],
    checks: [],
    statuses: [],
    releases: [],
    groups: [],
    verified: new Set<string>(),
    privateKey: options.privateKey ?? newKey(),
    faults: new Faults(),
    tokens: new Map(),
    limiter: new RateLimiter(limits, clock),
  };
  const world: World = Object.assign(draft, {
    app: makeApp(draft as unknown as World, options),
    deliveries: new Deliveries(() => world, secret),
  });
  return world;
}

function makeApp(world: World, { appId, slug = 'spec-steward', permissions, events }: TwinOptions): App {
  const bot = ensureUser(world, `${slug}[bot]`, 'Bot');
  const owner = ensureUser(world, slug);
  const wanted = { permissions: permissions ?? PERMISSIONS, events: events ?? EVENTS };
  return { id: appId ?? nextId(world), slug, name: 'Spec Steward', owner, bot, ...wanted, createdAt: now(world) };
}

function newKey(): string {
  return generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;
}
