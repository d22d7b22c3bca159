/** One look at pull requests, without listening for anything. */
import type { Unjudged } from '../agenda/agenda.js';
import { StewardError } from '../errors.js';
import type { Forge } from '../forge.js';
import { derive } from '../reconcile/derive.js';
import type { PullRequestState } from '../reconcile/pull-request-state.js';
import { type Outcome, reconcile } from '../reconcile/reconcile.js';
import { isRecordsPull } from '../reconcile/records-pull.js';
import type { Surrounding } from '../reconcile/surrounding.js';
import { type Clock, type Credentials, connect, installationOf, surroundingOf } from './connect.js';

/** Which pull request, and how. */
export interface LookOptions extends Clock {
  /** `owner/name`. */
  readonly repository: string;
  readonly number: number;
  /** Decide and do nothing. */
  readonly dryRun: boolean;
}

/** Gives what was done, or what would be. Throws `not-connected`, `not-installed` and what `reconcile` throws. */
export async function lookAt(credentials: Credentials, options: LookOptions): Promise<Outcome> {
  const { number, dryRun } = options;
  const { forge, surrounding } = await open(credentials, options);
  return reconcile(forge, { number, dryRun, restoreEdited: false }, surrounding);
}

/** Which repository, and at what time. */
export type ReadOptions = Pick<LookOptions, 'repository'> & Clock;

/** Everything about an open pull request, nothing done. Throws `not-open`, and what `derive` throws. */
export async function readPull(
  credentials: Credentials,
  { number, ...options }: ReadOptions & { readonly number: number },
): Promise<PullRequestState> {
  const { forge, surrounding } = await open(credentials, options);
  const pull = await forge.pull(number);
  if (pull.state === 'open') return derive(forge, pull, { ...surrounding, pushRefused: false, restoreEdited: false });
  const found = `#${number} is ${pull.merged ? 'merged' : 'closed'}`;
  throw new StewardError({ code: 'not-open', place: forge.name, found, expected: 'an open pull request' });
}

/** What is open in a repository. */
export interface OpenPulls {
  readonly states: readonly PullRequestState[];
  readonly unjudged: readonly Unjudged[];
}

/** Every open pull request, oldest first, but those in which we only record what has happened. */
export async function readOpenPulls(credentials: Credentials, options: ReadOptions): Promise<OpenPulls> {
  const { forge, surrounding } = await open(credentials, options);
  const states: PullRequestState[] = [];
  const unjudged: Unjudged[] = [];
  const listed = (await forge.openPulls()).toSorted((a, b) => a.number - b.number);
  for (const { number, title } of listed) {
    const pull = await forge.pull(number);
    if (isRecordsPull(pull, surrounding)) continue;
    try {
      states.push(await derive(forge, pull, { ...surrounding, pushRefused: false, restoreEdited: false }));
    } catch (error) {
      if (!(error instanceof StewardError)) throw error;
      unjudged.push({ number, title, why: error.message });
    }
  }
  return { states, unjudged };
}

interface Opened {
  readonly forge: Forge;
  readonly surrounding: Surrounding;
}

async function open(credentials: Credentials, { repository, ...clock }: ReadOptions): Promise<Opened> {
  const { app, botLogin, openForge } = await connect(credentials);
  const forge = await openForge(await installationOf(app, repository), repository);
  return { forge, surrounding: surroundingOf(botLogin, clock) };
}
