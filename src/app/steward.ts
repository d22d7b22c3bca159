/** The App at work: wishes become tasks, one repository's tasks are done in turn, and sweeps find what events lost. */
import { StewardError } from '../errors.js';
import type { Forge, MergeGroup } from '../forge.js';
import type { Action } from '../plan.js';
import { directPushActions, type Push } from '../reconcile/direct-push.js';
import { mergeGroupActions } from '../reconcile/merge-group.js';
import { readRegisterState } from '../reconcile/read-register.js';
import { reconcile } from '../reconcile/reconcile.js';
import type { Surrounding } from '../reconcile/surrounding.js';
import { RepositoryQueue, type Task } from './queue.js';
import type { Wish } from './wishes.js';

/** Where the App tells what it did; facts first, for machines. */
export interface Log {
  info(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

/** What the App is given from outside. */
export interface StewardOptions {
  /** Opens a repository for an installation of the App; asked before each task, because tokens expire. */
  readonly openForge: (installation: number, repository: string) => Promise<Forge>;
  readonly surrounding: Surrounding;
  readonly log: Log;
  /** Print plans and do nothing. */
  readonly dryRun: boolean;
}

/** Steps of one push: numbers, branch, merge, records, pull request, and a spare for a lost race. */
const MOST_STEPS = 8;

/** Takes what events ask for, and reconciles it repository by repository. */
export class Steward {
  readonly #options: StewardOptions;
  readonly #queues = new Map<string, RepositoryQueue>();

  constructor(options: StewardOptions) {
    this.#options = options;
  }

  /** Takes wishes for a repository; returns at once. */
  wish(installation: number, repository: string, wishes: readonly Wish[]): void {
    const queue = this.#queueOf(repository);
    for (const wish of wishes) queue.add(this.#task({ installation, repository }, wish));
  }

  /** Resolves when nothing waits in any repository. */
  async idle(): Promise<void> {
    for (const queue of this.#queues.values()) await queue.idle();
  }

  #queueOf(repository: string): RepositoryQueue {
    const known = this.#queues.get(repository);
    if (known) return known;
    const queue = new RepositoryQueue(({ key }, error) => {
      this.#options.log.error(
        { repository, task: key, error: String(error) },
        'task failed; the next event or sweep tries again',
      );
    });
    this.#queues.set(repository, queue);
    return queue;
  }

  #task(place: { installation: number; repository: string }, wish: Wish): Task {
    return {
      key: taskKey(wish),
      run: async () => this.#run(await this.#options.openForge(place.installation, place.repository), place, wish),
    };
  }

  async #run(forge: Forge, place: { installation: number; repository: string }, wish: Wish): Promise<void> {
    if (wish.kind === 'pull') return this.#reconcile(forge, wish);
    if (wish.kind === 'push') return this.#push(forge, wish);
    if (wish.kind === 'group') return this.#group(forge, wish);
    if (wish.kind === 'sweep') await this.#push(forge, await headOf(forge));
    const pulls = await forge.openPulls();
    const wanted = wish.kind === 'commit' ? pulls.filter(({ headCommit }) => headCommit === wish.commit) : pulls;
    const restoreEdited = wish.kind === 'commit' && wish.restoreEdited;
    const inUse = wish.kind === 'sweep' ? await numbersInUse(forge) : [];
    const isOpen = new Set(pulls.map(({ number }) => number));
    // Those that ended first: what is written of them on the base branch comes to the open ones at once.
    const numbers = new Set([...inUse.filter((number) => !isOpen.has(number)), ...wanted.map(({ number }) => number)]);
    this.wish(place.installation, place.repository, [
      ...(await groupsOf(forge, wish)).map(
        ({ headCommit, baseCommit }): Wish => ({ kind: 'group', headCommit, baseCommit }),
      ),
      ...[...numbers].map((number): Wish => ({ kind: 'pull', number, restoreEdited })),
    ]);
  }

  async #reconcile(forge: Forge, { number, restoreEdited }: { number: number; restoreEdited: boolean }): Promise<void> {
    const { surrounding, dryRun, log } = this.#options;
    const { actions, ...counts } = await reconcile(forge, { number, dryRun, restoreEdited }, surrounding);
    log.info(
      { repository: forge.name, number, ...counts, did: actions.map(nameOf) },
      dryRun ? 'plan' : 'pull request is at rest',
    );
  }

  async #push(forge: Forge, push: Push): Promise<void> {
    const { surrounding, dryRun, log } = this.#options;
    const done: string[] = [];
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const actions = await directPushActions(forge, push, surrounding);
      if (actions.length === 0 || dryRun) break;
      await actAll(forge, actions);
      done.push(...actions.map(nameOf));
    }
    log.info({ repository: forge.name, push: push.after, did: done, ...forge.takeCounts() }, 'push looked at');
  }

  async #group(forge: Forge, group: { headCommit: string; baseCommit: string }): Promise<void> {
    const { surrounding, dryRun, log } = this.#options;
    const { actions, fault } = await mergeGroupActions(forge, group, surrounding);
    for (const action of dryRun ? [] : actions) await forge.act(action);
    log.info(
      {
        repository: forge.name,
        group: group.headCommit,
        fault: fault?.message ?? null,
        did: actions.map(nameOf),
        ...forge.takeCounts(),
      },
      'merge group judged',
    );
  }
}

/** Two wishes with one key are one look; a wish that asks for more is a look of its own. */
function taskKey(wish: Wish): string {
  if (wish.kind === 'pull') return `pull ${wish.number}${wish.restoreEdited ? ' restore' : ''}`;
  if (wish.kind === 'commit') return `commit ${wish.commit}${wish.restoreEdited ? ' restore' : ''}`;
  if (wish.kind === 'group') return `group ${wish.headCommit}`;
  return wish.kind === 'push' ? `push ${wish.branch}` : wish.kind;
}

function nameOf(action: Action): string {
  return action.kind === 'put-check' ? `${action.name}: ${action.conclusion}` : action.kind;
}

/** A lost race ends the step: the next one reads again. */
async function actAll(forge: Forge, actions: readonly Action[]): Promise<void> {
  try {
    for (const action of actions) await forge.act(action);
  } catch (error) {
    if (!(error instanceof StewardError) || error.detail.code !== 'lost-race') throw error;
  }
}

/** Merge groups are named by the sweep, and by a check on their commit that is asked for again. */
async function groupsOf(forge: Forge, wish: Wish): Promise<readonly MergeGroup[]> {
  if (wish.kind === 'sweep') return forge.mergeGroups();
  if (wish.kind !== 'commit') return [];
  return (await forge.mergeGroups()).filter(({ headCommit }) => headCommit === wish.commit);
}

/** Pull requests that hold reserved numbers: one that closed unseen is no longer among the open ones. */
async function numbersInUse(forge: Forge): Promise<number[]> {
  const { reservations } = await readRegisterState(forge);
  return reservations.flatMap(({ state, pullRequest }) =>
    state === 'reserved' && pullRequest > 0 ? [pullRequest] : [],
  );
}

/** The default branch as if it had just been pushed: what came unseen is found through the governed commit. */
async function headOf(forge: Forge): Promise<Push> {
  const branch = await forge.defaultBranch();
  const head = (await forge.branch(branch)) ?? '';
  return { branch, before: head, after: head, author: 'somebody' };
}
