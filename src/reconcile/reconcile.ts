/** Brings one pull request to its right state: read, decide, do, and again while commits move. */
import { StewardError } from '../errors.js';
import type { Forge, PullRequest } from '../forge.js';
import type { Action } from '../plan.js';
import { decideClosed } from './close.js';
import { closeCompanion, closeWithOriginal } from './companion.js';
import { type Decision, decide } from './decide.js';
import { type DeriveOptions, derive, readRegisterState, type Surrounding } from './derive.js';
import { isRecordsPull, recordsPullActions } from './records-pull.js';

/** What was done, and what it cost. */
export interface Outcome {
  readonly actions: readonly Action[];
  readonly rounds: number;
  readonly reads: number;
  readonly writes: number;
}

/** Moves of one pull request in one run: its base, its identifiers, its records, a companion's three, and a spare. */
const MOST_ROUNDS = 8;

/** Which pull request, and how. */
export interface ReconcileOptions {
  readonly number: number;
  /** Decide once, do nothing. */
  readonly dryRun: boolean;
  /** The button, or `/recheck`: write the records over edited blocks too. */
  readonly restoreEdited: boolean;
}

/** Throws what cannot be mended here; a lost race is read and decided again. Safe to repeat at any point. */
export async function reconcile(
  forge: Forge,
  { number, dryRun, restoreEdited }: ReconcileOptions,
  surrounding: Surrounding,
): Promise<Outcome> {
  const done: Action[] = [];
  let pushRefused = false;
  for (let round = 1; round <= MOST_ROUNDS; round += 1) {
    const { actions, again } = await decideNow(forge, number, { pushRefused, restoreEdited, ...surrounding });
    if (dryRun) return { actions, rounds: round, ...forge.takeCounts() };
    const failure = await doAll(forge, actions, done);
    pushRefused ||= failure === 'may-not-push';
    if (!again && failure === null) return { actions: done, rounds: round, ...forge.takeCounts() };
  }
  throw new StewardError({
    code: 'no-rest',
    place: `${forge.name}#${number}`,
    found: `the pull request is not at rest after ${MOST_ROUNDS} rounds`,
    expected: 'a quiet moment; the next event or sweep tries again',
  });
}

async function decideNow(forge: Forge, number: number, options: DeriveOptions & Surrounding): Promise<Decision> {
  const pull = await forge.pull(number);
  if (pull.state === 'open' && isRecordsPull(pull)) {
    return { actions: await recordsPullActions(forge, pull, options), again: false };
  }
  if (pull.state === 'closed') return { actions: await decideEnd(forge, pull, options), again: false };
  const closing = await closeWithOriginal(forge, pull, options.botLogin);
  if (closing.length > 0) return { actions: closing, again: true };
  return decide(await derive(forge, pull, options));
}

async function decideEnd(forge: Forge, pull: PullRequest, options: Surrounding): Promise<readonly Action[]> {
  const register = await readRegisterState(forge);
  const closing = { repository: forge.name, pull, register, today: options.today() };
  return [...decideClosed(closing), ...(await closeCompanion(forge, pull, options.botLogin))];
}

type Failure = 'lost-race' | 'may-not-push';

/** Stops at the first action that somebody else's work or a missing right makes void. */
async function doAll(forge: Forge, actions: readonly Action[], done: Action[]): Promise<Failure | null> {
  for (const action of actions) {
    try {
      await forge.act(action);
      done.push(action);
    } catch (error) {
      if (!(error instanceof StewardError)) throw error;
      const { code } = error.detail;
      if (code !== 'lost-race' && code !== 'may-not-push') throw error;
      return code;
    }
  }
  return null;
}
