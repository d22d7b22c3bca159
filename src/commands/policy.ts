/** `steward policy`: who agrees to what, in plain words; `steward policy simulate`: what if somebody said something. */
import { clockOf } from '../app/connect.js';
import { readEnvironment, variablesIn } from '../app/environment.js';
import { readPull } from '../app/look.js';
import { PASSING } from '../approval/approval-state.js';
import { policyFaults, policyOutline } from '../approval/policy-outline.js';
import { simulate } from '../approval/simulate.js';
import { simulationOutline } from '../approval/simulation-outline.js';
import { CONFIG_FILE } from '../config/config-failure.js';
import { StewardError } from '../errors.js';
import { loadSetting } from '../load.js';
import { bundledFiles } from '../local/bundled.js';
import { openRepository } from '../local/git-repository.js';
import { originOf } from '../local/origin.js';
import type { PullRequestState } from '../reconcile/pull-request-state.js';
import { plain } from '../report/phrase.js';
import { FINE, MEND } from './output.js';
import { type OutlineFormat, printOutline } from './print-outline.js';

/** Options of `steward policy`. */
export interface PolicyCommand {
  readonly head: string;
  readonly format: OutlineFormat;
}

/** Exit 1 when something could never be agreed to by this policy. Throws what is wrong in the file, with its line. */
export async function policyCommand(folder: string, { head, format }: PolicyCommand): Promise<number> {
  const repository = await openRepository(folder);
  const revision = await repository.resolve(head);
  const { config } = await loadSetting(repository, revision, bundledFiles());
  const outline = policyOutline(config, { revision: revision.name, file: CONFIG_FILE });
  const { approval, changeTypes, targets } = config;
  await printOutline(outline, { ...approval, changeTypes, targets }, format);
  return policyFaults(config).length === 0 ? FINE : MEND;
}

/** Options of `steward policy simulate`. */
export interface SimulateCommand {
  /** `owner/name`; without it the origin of the clone. */
  readonly repo?: string;
  readonly pr: number;
  /** `LOGIN:approve`, one after the other. */
  readonly as: readonly string[];
  readonly format: OutlineFormat;
}

/** Exit 0 when the proposal could be merged then. Throws `not-configured`, `unknown-repository`, `not-open`, `decided-elsewhere`. */
export async function simulateCommand(folder: string, { repo, pr, as, format }: SimulateCommand): Promise<number> {
  const environment = readEnvironment(variablesIn(folder));
  const clock = clockOf(() => new Date());
  const repository = repo ?? (await originOf(folder));
  const state = await readPull({ ...environment, throttled: true }, { repository, number: pr, ...clock });
  const found = simulateOn(state, as);
  const outline = simulationOutline(found, { pullRequest: pr, said: as, commit: state.pull.headCommit });
  const answer = found.answer.map(plain);
  await printOutline(outline, { pullRequest: pr, said: as, ...found, answer }, format);
  return PASSING.includes(found.after.state) ? FINE : MEND;
}

/** Says it all on the state of a pull request. */
export function simulateOn({ pull, config, decisions, companion }: PullRequestState, said: readonly string[]) {
  const { content, entries, context, approval } = decisions;
  if (approval) {
    const { approval: policy, changeTypes } = config;
    return simulate(said, { policy, content, entries, context, changeTypes });
  }
  const other = companion?.pull ? `#${companion.pull.number}` : 'the pull request that is still to be opened for it';
  throw new StewardError({
    code: 'decided-elsewhere',
    place: `#${pull.number}`,
    found: 'nothing is decided on this pull request',
    expected: other,
  });
}
