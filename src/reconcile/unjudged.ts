/** Where the settings that a proposal is judged by cannot be read, that is shown, and nothing passes. */
import { StewardError } from '../errors.js';
import type { Forge } from '../forge.js';
import type { Action } from '../plan.js';
import { checksToPut } from '../pull-request/checks.js';
import { unjudgedChecks } from '../pull-request/unjudged-checks.js';
import type { Surrounding } from './surrounding.js';

/** What another look mends, or nobody here can. */
const PASSING_BY: ReadonlySet<string> = new Set(['lost-race', 'may-not-push', 'no-pull-request', 'partial-answer']);

/** What is to be done, and where nothing could be judged, why. */
export interface Judged {
  readonly actions: readonly Action[];
  /** Null where everything could be read. */
  readonly fault: StewardError | null;
}

/** Judges a commit; what cannot be read fails its three checks. Throws what another look mends. */
export async function judgeOrSay(
  forge: Forge,
  { commit, judge }: { readonly commit: string; readonly judge: () => Promise<readonly Action[]> },
  { hash }: Pick<Surrounding, 'hash'>,
): Promise<Judged> {
  try {
    return { actions: await judge(), fault: null };
  } catch (error) {
    if (!(error instanceof StewardError) || PASSING_BY.has(error.detail.code)) throw error;
    const checks = unjudgedChecks(commit, error.detail, hash);
    return { actions: checksToPut(checks, await forge.checkRuns(commit)), fault: error };
  }
}
