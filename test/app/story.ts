/** The App at work on the twin: a repository with a small standard, a contributor, a fork, and the real App beside it. */
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { commitsBetween } from '../../sandbox/twin/git/history.js';
import type { CheckRun, Pull, Repo } from '../../sandbox/twin/model.js';
import { createTwin, type Twin } from '../../sandbox/twin/twin.js';
import type { GiveEvidence } from '../../src/app/evidence.js';
import { type RunningApp, runApp } from '../../src/app/run-app.js';
import { type Reservation, readRegister } from '../../src/register/register.js';
import { makeValidator } from '../twin/validate.js';
import { CHANGE_LOG, HEADINGS, STANDARD } from './standard.js';

export const REPOSITORY = 'data-to-insight/ssd';
export const BOT = 'spec-steward[bot]';
export const REGISTER = 'spec-steward/register';
export const TODAY = '2026-11-22';

/** One key for all stories: making one takes longer than most of them. */
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
});

/** One line of the App's log. */
export interface LogLine {
  readonly level: 'info' | 'error';
  readonly facts: {
    readonly number?: number;
    readonly rounds?: number;
    readonly reads?: number;
    readonly writes?: number;
  };
  readonly message: string;
}

/** What a proposal is made of; a rename of one item where nothing else is said. */
export interface ProposalWish {
  readonly files: Readonly<Record<string, string | null>>;
  readonly branch?: string;
  /** `owner/name` that the branch is in; the base repository where it is left out. */
  readonly fork?: string;
  readonly allowEdits?: boolean;
  readonly body?: string;
}

export interface Story {
  readonly twin: Twin;
  readonly app: RunningApp;
  /** All that the App said, for tests to look at and to clear. */
  readonly log: LogLine[];
  /** Resolves when every event has been sent and worked off; fails where the App had an error. */
  rest(): Promise<void>;
  /** Another instance of the App takes the place of the one that runs. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

/** What is otherwise than in most stories. */
export interface StoryOptions {
  /** Of the first commit; the small standard where they are left out. */
  readonly files?: Readonly<Record<string, string>>;
  readonly clock?: () => Date;
  /** What the App may be told that is not in our slice of GitHub's description. */
  readonly undescribed?: readonly string[];
  /** GitHub's 5,000 where it is left out. */
  readonly requestsPerHour?: number;
  /** What statements are proved by; nothing where it is left out. */
  readonly giveEvidence?: GiveEvidence;
}

/** The twin, its people, and the App at work. */
export async function beginStory(options: StoryOptions = {}): Promise<Story> {
  const { files = STANDARD, clock, requestsPerHour = 5_000, undescribed = [], giveEvidence } = options;
  const folder = mkdtempSync(join(tmpdir(), 'steward-app-'));
  const { onExchange, departures } = makeValidator();
  const limits = { requestsPerHour };
  const twin = await createTwin({ folder, privateKey, limits, onExchange, ...(clock ? { clock } : {}) });
  twin.organization({ login: 'data-to-insight' });
  const collaborators = { anna: 'write', stella: 'admin' } as const;
  await twin.repository({ name: REPOSITORY, files, collaborators });
  twin.install({ account: 'data-to-insight' });
  const log: LogLine[] = [];
  let app = await startApp(twin, log, giveEvidence);
  twin.setWebhookTarget(app.webhookUrl);
  return {
    twin,
    get app() {
      return app;
    },
    log,
    rest: () => restOf(twin, () => app, log),
    restart: async () => {
      await app.close();
      app = await startApp(twin, log, giveEvidence);
      twin.setWebhookTarget(app.webhookUrl);
    },
    close: async () => {
      twin.setWebhookTarget(null);
      await app.steward.idle();
      await app.close();
      await twin.close();
      rmSync(folder, { recursive: true, force: true });
      // Whatever the App asked and was told is as GitHub describes it.
      expect([...new Set(departures)].filter((departure) => !undescribed.includes(departure))).toEqual([]);
    },
  };
}

/** A cold instance of the App on the twin. */
export function startApp(twin: Twin, log: LogLine[], giveEvidence?: GiveEvidence): Promise<RunningApp> {
  const written = (level: LogLine['level']) => (facts: object, message: string) =>
    void log.push({ level, facts, message });
  return runApp({
    appId: String(twin.app.id),
    privateKey: twin.app.privateKey,
    webhookSecret: twin.app.webhookSecret,
    baseUrl: twin.url,
    host: '127.0.0.1',
    port: 0,
    dryRun: false,
    giveEvidence,
    today: () => TODAY,
    now: () => twin.world.clock().toISOString(),
    log: { info: written('info'), error: written('error') },
    throttled: false,
  });
}

async function restOf(twin: Twin, app: () => RunningApp, log: readonly LogLine[]): Promise<void> {
  for (let sent = -1; sent !== twin.deliveries.all().length; ) {
    sent = twin.deliveries.all().length;
    await twin.deliveries.settled();
    await app().steward.idle();
  }
  expect(log.filter(({ level }) => level === 'error')).toEqual([]);
}

/** Anna's pull request, not yet at rest; gives its number. */
export async function open({ twin }: Story, wish: ProposalWish): Promise<number> {
  const { files, branch = 'proposal', fork, allowEdits, body = '' } = wish;
  const anna = twin.as('anna');
  await anna.push(fork ?? REPOSITORY, branch, { files, message: `Change ${branch}` });
  const head = fork ? `${fork.split('/')[0]}:${branch}` : branch;
  const edits = allowEdits === undefined ? {} : { maintainerCanModify: allowEdits };
  return anna.openPull({ repo: REPOSITORY, head, title: `Proposal ${branch}`, body, ...edits });
}

/** Anna's pull request when the App has seen to it. */
export async function propose(story: Story, wish: ProposalWish): Promise<number> {
  const number = await open(story, wish);
  await story.rest();
  return number;
}

export function pullOf({ twin }: Story, number: number): Pull {
  return twin.pull(REPOSITORY, number);
}

/** Bodies of the bot's comments on a pull request. */
export function botComments({ twin }: Story, number: number): string[] {
  return twin.world.comments.filter((one) => one.number === number && one.author.login === BOT).map(({ body }) => body);
}

/** The newest check of that name on a commit, by default the head of the pull request. */
export function checkOf(story: Story, at: number | string, name: 'specification' | 'records' | 'approval'): CheckRun {
  const sha = typeof at === 'string' ? at : pullOf(story, at).head.sha;
  const runs = story.twin.world.checks.filter(({ suite }) => suite.headSha === sha);
  const found = runs.filter((run) => run.name === `spec-steward/${name}`).at(-1);
  if (!found) throw new Error(`no check ${name} on ${at}`);
  return found;
}

/** Both conclusions: specification, records. */
export function conclusions(story: Story, at: number | string): (string | null)[] {
  return [checkOf(story, at, 'specification').conclusion, checkOf(story, at, 'records').conclusion];
}

/** The reservations, oldest first. */
export async function register({ twin }: Story): Promise<Reservation[]> {
  return readRegister((await textAt(twin, REGISTER, 'register.csv')) ?? '');
}

/** The register as `SSD-0001 PERS002A #1 reserved`. */
export async function registerLines(story: Story): Promise<string[]> {
  return (await register(story)).map(
    ({ identifier, subject, pullRequest, state }) => `${identifier} ${subject.itemRef} #${pullRequest} ${state}`,
  );
}

/** `change_id item_ref change_status change_source` of each row of the change log on a branch. */
export async function logRows(
  { twin }: Story,
  ref: string,
  { name = REPOSITORY, path = CHANGE_LOG }: { name?: string; path?: string } = {},
): Promise<string[]> {
  const text = (await twin.text(name, ref, path)) ?? '';
  const [head = [], ...rows] = parse(text) as string[][];
  expect(head.join()).toBe(HEADINGS);
  return rows.map(([itemRef, , , changeId, , , status, , source]) => `${changeId} ${itemRef} ${status} ${source}`);
}

/** A file, or null where the branch is not there either. */
export async function textAt(twin: Twin, ref: string, path: string, name = REPOSITORY): Promise<string | null> {
  try {
    return await twin.text(name, ref, path);
  } catch {
    return null;
  }
}

export function repositoryNamed({ twin }: Story, name = REPOSITORY): Repo {
  const found = twin.world.repos.find((repo) => `${repo.owner.login}/${repo.name}` === name && !repo.deleted);
  if (!found) throw new Error(`no ${name}`);
  return found;
}

/** Commits that the head has and the base has not, newest last. */
export async function commitsOf(story: Story, base: string, head: string, name = REPOSITORY) {
  const { store } = repositoryNamed(story, name).git;
  return commitsBetween(store, await story.twin.head(name, base), await story.twin.head(name, head));
}

/** What the API tells anna. */
export async function api<T>({ twin }: Story, path: string): Promise<T> {
  const headers = { authorization: `token ${twin.token('anna')}` };
  const answer = await fetch(`${twin.url}/repos/${REPOSITORY}/${path}`, { headers });
  if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
  return (await answer.json()) as T;
}

/** A commit as the API shows it. */
export interface ApiCommit {
  readonly sha: string;
  readonly parents: readonly { readonly sha: string }[];
  readonly author: { readonly login: string } | null;
  readonly commit: { readonly message: string; readonly verification: { readonly verified: boolean } };
  readonly files: readonly { readonly filename: string; readonly status: string }[];
}
