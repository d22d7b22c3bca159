/** Brings one pull request to its right state: read, decide, do, and again while commits move. */
import { StewardError } from '../errors.js';
import type { Forge, PullRequest } from '../forge.js';
import type { Action } from '../plan.js';
import { inTurns } from '../steps.js';
import { decideClosed } from './close.js';
import { closeCompanion, closeWithOriginal } from './companion.js';
import { decide } from './decide.js';
import { type DeriveOptions, derive } from './derive.js';
import { concernsUs, decideMerged, deriveMerged } from './merged.js';
import { readRegisterState } from './read-register.js';
import { isRecordsPull, recordsPullActions } from './records-pull.js';
import { show } from './show.js';
import type { Surrounding } from './surrounding.js';
import { judgeOrSay } from './unjudged.js';

/** What was done, and what it cost. */
export interface Outcome {
  readonly actions: readonly Action[];
  readonly rounds: number;
  /** Why nothing could be judged; null where it could. */
  readonly fault: string | null;
  readonly reads: number;
  readonly writes: number;
}

/** Moves of one pull request in one run: what was said, its base, a split's six, numbers, records, a companion's three, a spare. */
const MOST_ROUNDS = 16;

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
    const options = { pushRefused, restoreEdited, ...surrounding };
    const { actions, again, fault = null } = await decideNow(forge, number, options);
    if (dryRun) return { actions, rounds: round, fault: saidOf(fault), ...forge.takeCounts() };
    const failure = await doAll(forge, actions, done);
    pushRefused ||= failure === 'may-not-push';
    if (!again && failure === null)
      return { actions: done, rounds: round, fault: saidOf(fault), ...forge.takeCounts() };
  }
  throw new StewardError({
    code: 'no-rest',
    place: `${forge.name}#${number}`,
    found: `the pull request is not at rest after ${MOST_ROUNDS} rounds`,
    expected: 'a quiet moment; the next event or sweep tries again',
  });
}

async function decideNow(forge: Forge, number: number, options: DeriveOptions & Surrounding): Promise<Decided> {
  const pull = await forge.pull(number);
  return pull.state === 'open' ? decideOpen(forge, pull, options) : decideEnded(forge, pull, options);
}

/** What the setting of the base branch, the register or the record do not let be judged is shown as that. */
async function decideOpen(forge: Forge, pull: PullRequest, options: DeriveOptions & Surrounding): Promise<Decided> {
  let again = false;
  const judge = async () => {
    if (isRecordsPull(pull, options)) return recordsPullActions(forge, pull, options);
    const closing = await closeWithOriginal(forge, pull, options.botLogin);
    again = closing.length > 0;
    if (again) return closing;
    const state = await derive(forge, pull, options);
    if (state.awaitsSplit) return [];
    const moves = await inTurns(decide(state), options.breathe);
    again = moves.length > 0;
    return again ? moves : show(state, options);
  };
  return { ...(await judgeOrSay(forge, { commit: pull.headCommit, judge }, options)), again };
}

async function decideEnded(forge: Forge, pull: PullRequest, options: DeriveOptions & Surrounding): Promise<Decided> {
  const { merge } = pull;
  const merged = merge && !isRecordsPull(pull, options) ? await deriveMerged(forge, { ...pull, merge }, options) : null;
  if (merged && concernsUs(merged)) {
    const actions = decideMerged(merged, options.pushRefused);
    return { actions, again: actions.length > 0 };
  }
  const register = await readRegisterState(forge);
  const closing = { repository: forge.name, pull, register, today: options.today() };
  return {
    actions: [...decideClosed(closing), ...(await closeCompanion(forge, pull, options.botLogin))],
    again: false,
  };
}

interface Decided {
  readonly actions: readonly Action[];
  /** The actions move commits: read again and decide again. */
  readonly again: boolean;
  readonly fault?: StewardError | null;
}

function saidOf(fault: StewardError | null): string | null {
  return fault === null ? null : fault.message;
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
