/** The sandbox: a double of GitHub with the bundled standard in it, the App installed, and people to play. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clockOf } from '../src/app/connect.js';
import { runApp } from '../src/app/run-app.js';
import { StewardError } from '../src/errors.js';
import { CAST, PEOPLE } from './cast.js';
import { changedFiles, DEMONSTRATION, type Proposal } from './proposals.js';
import { bundledStandard } from './standard.js';
import type { LogLine } from './state.js';
import { createTwin, type Twin } from './twin/twin.js';

/** The one repository. */
export const REPOSITORY = 'data-to-insight/ssd';

/** Branch of the demonstration proposal, in the repository and in the fork. */
export const BRANCH = 'contact-referrals';

/** A running sandbox. */
export interface Sandbox {
  readonly twin: Twin;
  /** Of the App, oldest first. */
  readonly log: readonly LogLine[];
  /** Something was done and the App has not come to rest. */
  isBusy(): boolean;
  /** Resolves when no event is under way and the App has nothing left to do; what goes wrong stands in the log. */
  rest(): Promise<void>;
  close(): Promise<void>;
}

/** Starts GitHub's double, puts the standard into it, installs the App and starts that. */
export async function openSandbox({ clock = () => new Date() }: { clock?: () => Date } = {}): Promise<Sandbox> {
  const folder = await mkdtemp(join(tmpdir(), 'spec-steward-github-'));
  const twin = await createTwin({ folder, clock });
  await furnish(twin);
  const log: LogLine[] = [];
  const write = (level: LogLine['level']) => (facts: object, message: string) =>
    void log.push({ level, message, facts });
  const app = await runApp({
    appId: String(twin.app.id),
    privateKey: twin.app.privateKey,
    webhookSecret: twin.app.webhookSecret,
    baseUrl: twin.url,
    host: '127.0.0.1',
    port: 0,
    throttled: false,
    dryRun: false,
    ...clockOf(clock),
    log: { info: write('info'), error: write('error') },
  });
  twin.setWebhookTarget(app.webhookUrl);
  let resting = 0;
  return {
    twin,
    log,
    isBusy: () => resting > 0,
    rest: async () => {
      resting += 1;
      await comeToRest(twin, () => app.steward.idle()).catch((error: unknown) => {
        log.push({ level: 'error', message: 'the double has a fault of its own', facts: { error: String(error) } });
      });
      resting -= 1;
    },
    close: async () => {
      twin.setWebhookTarget(null);
      await app.steward.idle();
      await app.close();
      await twin.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the demonstration proposal and gives the number of its pull request. */
export async function propose(twin: Twin, { from = 'branch' }: { from?: 'branch' | 'fork' } = {}): Promise<number> {
  const person = twin.as(from === 'fork' ? PEOPLE.council : PEOPLE.contributor);
  const target = from === 'fork' ? await person.fork(REPOSITORY) : REPOSITORY;
  const push = await commitOf(twin, DEMONSTRATION, { repository: REPOSITORY, ref: 'main' });
  await person.push(target, BRANCH, { ...push, base: await twin.head(REPOSITORY, 'main') });
  const head = from === 'fork' ? `${PEOPLE.council}:${BRANCH}` : BRANCH;
  const body = 'Analysts ask which referral a contact led to. The two other changes came up on the way.';
  const wish = { repo: REPOSITORY, head, title: DEMONSTRATION.message, body, maintainerCanModify: false };
  return person.openPull(wish);
}

/** Where a proposal is to be made. */
export interface Place {
  /** `owner/name`. */
  readonly repository: string;
  /** Branch or commit. */
  readonly ref: string;
}

/** The files and the message of a proposal; throws `nothing-to-edit` where it has nothing to change there. */
export async function commitOf(
  twin: Twin,
  proposal: Proposal,
  place: Place,
): Promise<{ files: Record<string, string>; message: string }> {
  const files = await filesOf(twin, proposal, place);
  if (files) return { files, message: proposal.message };
  const found = `"${proposal.label}" has nothing to change`;
  throw new StewardError({
    code: 'nothing-to-edit',
    place: place.ref,
    found,
    expected: 'a branch that has not got it',
  });
}

/** The files of a proposal; null where it has nothing to change there. */
export function filesOf(
  twin: Twin,
  proposal: Proposal,
  { repository, ref }: Place,
): Promise<Record<string, string> | null> {
  return changedFiles(proposal, (path) => twin.text(repository, ref, path));
}

async function furnish(twin: Twin): Promise<void> {
  twin.organization({ login: 'data-to-insight', owners: [PEOPLE.administrator] });
  const writers = CAST.filter(({ role, login }) => role !== 'read' && login !== PEOPLE.administrator);
  const collaborators = Object.fromEntries(writers.map(({ login, role }) => [login, role]));
  await twin.repository({ name: REPOSITORY, files: await bundledStandard(), collaborators });
  const checks = ['spec-steward/specification', 'spec-steward/records', 'spec-steward/approval'];
  twin.protect(REPOSITORY, 'main', {
    pullRequest: false,
    checks: checks.map((context) => ({ context, appId: twin.app.id })),
  });
  twin.install({ account: 'data-to-insight' });
}

/** What the App does makes events, and they make work: rest is when a look at both finds nothing new. */
async function comeToRest({ deliveries, requests }: Twin, idle: () => Promise<void>): Promise<void> {
  const activity = () => deliveries.all().length + requests.all().length;
  for (let before = -1; before !== activity(); ) {
    before = activity();
    await deliveries.settled();
    await idle();
  }
}
