/** Where the base branch takes no commits of ours, rows become agreed through one pull request, the same for all. */
import type { Forge, PullRequest } from '../forge.js';
import type { Action, FilePlan } from '../plan.js';
import { agreedBody, agreedTitle } from '../pull-request/decision-sentences.js';
import type { PullRequestState } from './pull-request-state.js';

/** The branch with rows that are agreed. */
export const AGREED_BRANCH = 'spec-steward/agreed';

/** The branch as it is, and what it lacks. */
export interface AgreedBranch {
  /** Its head; `''` where there is none yet. */
  readonly commit: string;
  readonly baseHead: string;
  /** It holds everything that the base branch has. */
  readonly isCurrent: boolean;
  readonly pull: PullRequest | null;
  /** What a proposal's rows need there. */
  readonly lacks: FilePlan;
  /** Name of the base branch. */
  readonly base: string;
}

/** What is known of the branch before anything is asked of it. */
export async function deriveAgreedBranch(
  forge: Forge,
  baseHead: string,
): Promise<Omit<AgreedBranch, 'lacks' | 'base'>> {
  const commit = await forge.branch(AGREED_BRANCH);
  if (commit === null) return { commit: '', baseHead, isCurrent: false, pull: null };
  const isCurrent = await forge.contains(baseHead, commit);
  return { commit, baseHead, isCurrent, pull: await forge.pullFrom(AGREED_BRANCH) };
}

/**
 * One step a round: the branch, everything from the base branch, the rows, the pull request. What other proposals had
 * there goes when the base comes in, and comes back when they are looked at again.
 */
export function planAgreed(branch: AgreedBranch, { repository, pull }: PullRequestState): readonly Action[] {
  const { commit, baseHead, isCurrent, lacks, base } = branch;
  if (commit === '') return [{ kind: 'create-branch', branch: AGREED_BRANCH, commit: baseHead }];
  const on = { repository, branch: AGREED_BRANCH, expectedHead: commit };
  if (!isCurrent) {
    const message = `Bring in ${base}`;
    return [{ kind: 'merge-base', ...on, baseCommit: baseHead, message, take: [] }];
  }
  if (lacks.actions.length > 0) {
    const files = lacks.actions.map(({ path, text }) => ({ path, text }));
    return [{ kind: 'commit-files', ...on, message: `records: pull request ${pull.number} is agreed`, files }];
  }
  if (branch.pull) return [];
  const wish = { head: AGREED_BRANCH, base, title: agreedTitle(base), body: agreedBody(base), number: null };
  return [{ kind: 'open-pull', ...wish }];
}
