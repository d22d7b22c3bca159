/** What a branch's rules say to an update, and to the merge of a pull request. */

import type { BranchRules, Pull, Repo, Review, User } from '../model.js';
import { latest } from '../show/check.js';
import { atLeast, roleOf, type World } from '../world.js';

/** The rules of a branch, or undefined where it is free. */
export function rulesOf(repo: Repo, branch: string): BranchRules | undefined {
  return repo.rules.get(branch);
}

/** Why the person may not update the branch directly; null where they may. */
export function refusedUpdate(repo: Repo, ref: string, actor: User): string | null {
  const rules = rulesOf(repo, ref.replace(/^refs\/heads\//, ''));
  if (!rules || rules.bypass.includes(actor.login)) return null;
  if (rules.restricted) return violation('Cannot update this protected ref.');
  return rules.pullRequest ? violation('Changes must be made through a pull request.') : null;
}

/** Why the pull request may not be merged yet; null where its rules are met. */
export function mergeObstacle(world: World, pull: Pull): string | null {
  const rules = rulesOf(pull.repo, pull.base.ref);
  const queue = rules?.mergeQueue ? violation('Changes must be made through the merge queue') : null;
  return unmetRequirement(world, pull) ?? queue;
}

/** Why the pull request may not even be put into the merge queue; null where it is approved and its checks are good. */
export function unmetRequirement(world: World, pull: Pull): string | null {
  const rules = rulesOf(pull.repo, pull.base.ref);
  if (!rules) return null;
  const approved = approvals(world, pull);
  if (approved.objections > 0) return violation('Changes were requested by reviewers with write access.');
  if (approved.approvals < rules.approvals) return violation(missingApprovals(rules.approvals));
  const check = missingCheck(world, pull.repo, pull.head.sha, rules);
  return check ? violation(check) : null;
}

/** The first required check that a commit does not have yet, as a sentence. */
export function missingCheck(world: World, repo: Repo, sha: string, rules: BranchRules): string | null {
  const runs = latest(world.checks.filter(({ suite }) => suite.repo === repo && suite.headSha === sha));
  const statuses = new Map(
    world.statuses.filter((s) => s.repo === repo && s.sha === sha).map((s) => [s.context, s.state]),
  );
  for (const { context, appId } of rules.checks) {
    const run = runs.find(({ name, suite }) => name === context && (appId === null || suite.app.id === appId));
    const state = run ? runState(run) : appId === null ? statuses.get(context) : undefined;
    if (state !== 'success') return `Required status check "${context}" is ${WORDS[state ?? ''] ?? 'expected'}.`;
  }
  return null;
}

/** The newest opinion of each reviewer with write access. */
export function approvals(world: World, pull: Pull): { approvals: number; objections: number } {
  const opinions = new Map<User, Review['state']>();
  for (const review of world.reviews) {
    if (review.pull !== pull || review.state === 'COMMENTED') continue;
    if (atLeast(roleOf(pull.repo, review.author), 'write')) opinions.set(review.author, review.state);
  }
  const count = (state: Review['state']) => [...opinions.values()].filter((opinion) => opinion === state).length;
  return { approvals: count('APPROVED'), objections: count('CHANGES_REQUESTED') };
}

const WORDS: Readonly<Record<string, string>> = { pending: 'in progress', failure: 'failing', error: 'failing' };

/** A check that is neutral or skipped lets a merge through, as on GitHub. */
function runState({ status, conclusion }: { status: string; conclusion: string | null }): string {
  if (status !== 'completed') return 'pending';
  return ['success', 'neutral', 'skipped'].includes(conclusion ?? '') ? 'success' : 'failure';
}

function missingApprovals(wanted: number): string {
  return `At least ${wanted} approving review${wanted === 1 ? ' is' : 's are'} required by reviewers with write access.`;
}

function violation(sentence: string): string {
  return `Repository rule violations found\n\n${sentence}\n\n`;
}
