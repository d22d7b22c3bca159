/** A closed proposal keeps its numbers: merged, or withdrawn until it is opened again. */
import type { PullRequest } from '../forge.js';
import type { Action } from '../plan.js';
import { commitRegister } from '../register/commit-register.js';
import { moveTo } from '../register/register.js';
import type { RegisterState } from './pull-request-state.js';

/** What is known of a pull request that is closed. */
export interface Closing {
  readonly repository: string;
  readonly pull: PullRequest;
  readonly register: RegisterState;
  /** `yyyy-mm-dd`. */
  readonly today: string;
}

/** The fate of its numbers: published when merged, burnt when withdrawn. */
export function decideClosed({ repository, pull, register, today }: Closing): Action[] {
  const state = pull.merged ? 'merged' : 'withdrawn';
  const rows = moveTo(register.reservations, { pullRequest: pull.number, state, date: today });
  if (rows === register.reservations) return [];
  const message = `register: pull request ${pull.number} ${state}`;
  return [commitRegister(rows, { repository, expectedHead: register.commit, message })];
}
