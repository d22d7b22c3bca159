/** One look at one pull request, without listening for anything. */
import { type Outcome, reconcile } from '../reconcile/reconcile.js';
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
  const { repository, number, dryRun } = options;
  const { app, botLogin, openForge } = await connect(credentials);
  const forge = await openForge(await installationOf(app, repository), repository);
  return reconcile(forge, { number, dryRun, restoreEdited: false }, surroundingOf(botLogin, options));
}
