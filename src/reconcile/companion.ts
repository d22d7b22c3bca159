/**
 * A fork that we may not push to gets a companion: a branch and a pull request of ours in the base repository that
 * hold the contributor's commits. The companion is then a pull request like any other, and gets the records. The two
 * open and close together.
 */
import type { Forge, PullRequest } from '../forge.js';
import type { Action } from '../plan.js';
import {
  companionBody,
  companionClosed,
  companionMerged,
  companionTitle,
  STANDING_MARKER,
} from '../pull-request/sentences.js';
import type { PullRequestState } from './pull-request-state.js';

const PREFIX = 'spec-steward/pull-request-';

/** Where the commits of a fork and our records meet. */
export function companionBranch(number: number): string {
  return `${PREFIX}${number}`;
}

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
  if (companion.pull?.state === 'open') return [];
  if (companion.pull && companion.canReopen) return [{ kind: 'reopen-pull', number: companion.pull.number }];
  const title = companionTitle(pull);
  return [{ kind: 'open-pull', head: branch, base: pull.baseBranch, title, body: companionBody(pull), number: null }];
}

/** The contributor's pull request is done with when all that it has was merged with the companion. */
export function closeMerged({ companion, pull }: PullRequestState): Action[] {
  return companion?.pull && companion.isMerged ? closed(pull.number, companionMerged(companion.pull)) : [];
}

/** An open companion of a pull request that is closed is closed as well. */
export async function closeCompanion(forge: Forge, original: PullRequest, botLogin: string): Promise<Action[]> {
  if (original.isOwn) return [];
  const companion = await forge.pullFrom(companionBranch(original.number));
  return companion?.author.login === botLogin ? closed(companion.number, companionClosed(original)) : [];
}

/** The same, found from the companion: events are lost. */
export async function closeWithOriginal(forge: Forge, companion: PullRequest, botLogin: string): Promise<Action[]> {
  const number = originalOf(companion);
  // Anybody who can write can give a branch such a name.
  if (number === null || companion.author.login !== botLogin) return [];
  const original = await forge.pull(number);
  return original.state === 'closed' ? closed(companion.number, companionClosed(original)) : [];
}

/** Number of the pull request that a companion carries; null for every other one. */
export function originalOf({ isOwn, headBranch }: Pick<PullRequest, 'isOwn' | 'headBranch'>): number | null {
  const digits = headBranch.startsWith(PREFIX) ? headBranch.slice(PREFIX.length) : '';
  return isOwn && /^[1-9]\d*$/.test(digits) ? Number(digits) : null;
}

/** The sentence comes first: a closed pull request that nobody explains is worse than an open one with a sentence. */
function closed(number: number, sentence: string): Action[] {
  const body = `${STANDING_MARKER}\n\n${sentence}`;
  return [
    { kind: 'put-comment', number, id: null, body },
    { kind: 'close-pull', number },
  ];
}
