/** `steward reconcile`: one look at one pull request, by hand. */

import { clockOf } from '../app/connect.js';
import { readEnvironment, variablesIn } from '../app/environment.js';
import { lookAt } from '../app/look.js';
import { originOf } from '../local/origin.js';
import { FINE, print } from './output.js';

/** Options of `steward reconcile`. */
export interface ReconcileCommand {
  /** `owner/name`; without it the origin of the clone. */
  readonly repo?: string;
  readonly pull: number;
  /** Print the plan and do nothing. */
  readonly dryRun: boolean;
}

/** Prints what was done, or with `dryRun` (or DRY_RUN) the plan, as JSON. Throws `not-configured`, `not-installed`. */
export async function reconcileCommand(folder: string, { repo, pull, dryRun }: ReconcileCommand): Promise<number> {
  const environment = readEnvironment(variablesIn(folder));
  const options = {
    repository: repo ?? (await originOf(folder)),
    number: pull,
    dryRun: dryRun || environment.dryRun,
    ...clockOf(() => new Date()),
  };
  const outcome = await lookAt({ ...environment, throttled: true }, options);
  await print(`${JSON.stringify({ dryRun: options.dryRun, ...outcome }, null, 2)}\n`);
  return FINE;
}
