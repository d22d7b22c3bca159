/**
 * A fork that we may not push to gets a companion: a branch and a pull request of ours in the base repository that
 * hold the contributor's commits. The companion is then a pull request like any other, and gets the records.
 */
import type { PullRequest } from '../forge.js';
import type { Action } from '../plan.js';
import { companionBody, companionTitle } from '../pull-request/sentences.js';
import type { PullRequestState } from './pull-request-state.js';

/** One step a round: the branch at the contributor's commit, brought up when the contributor pushes, the pull request. */
export function planCompanion({ companion, pull, repository }: PullRequestState): Action[] {
  if (!companion) return [];
  const { branch, commit, isCurrent } = companion;
  if (commit === null) return [{ kind: 'create-branch', branch, commit: pull.headCommit }];
  if (!isCurrent) {
    const message = `Bring in ${pull.headCommit.slice(0, 7)} of pull request ${pull.number}`;
    const merge = { repository, branch, expectedHead: commit, baseCommit: pull.headCommit, message, take: [] };
    return [{ kind: 'merge-base', ...merge }];
  }
  if (companion.pull) return [];
  const title = companionTitle(pull);
  return [{ kind: 'open-pull', head: branch, base: pull.baseBranch, title, body: companionBody(pull), number: null }];
}

/** Where the commits of a fork and our records meet. */
export function companionBranch(number: number): string {
  return `spec-steward/pull-request-${number}`;
}

/** The number of the pull request from a fork that this one carries; null where it carries none. */
export function originalOf({ isOwn, headBranch }: Pick<PullRequest, 'isOwn' | 'headBranch'>): number | null {
  const [, number] = /^spec-steward\/pull-request-(\d{1,9})$/.exec(headBranch) ?? [];
  return isOwn && number !== undefined ? Number(number) : null;
}
