/**
 * Our own pull request with the records of direct pushes. What it records came before it, so it is not judged as a
 * proposal but by what the branch would be with it: nothing unrecorded, everything in step.
 */
import type { Forge, PullRequest } from '../forge.js';
import type { Action } from '../plan.js';
import { mergeGroupChecks } from '../pull-request/merge-group-checks.js';
import { readGoverned } from '../register/governed.js';
import { AGREED_BRANCH } from './agreed-branch.js';
import { DIRECT_PUSH_BRANCH, readGovernedText } from './direct-push.js';
import { askedIn } from './group-approval.js';
import { deriveGroup } from './merge-group.js';
import { readRegisterState } from './read-register.js';
import type { Surrounding } from './surrounding.js';

/** Whether a pull request is one of ours that records what has happened: direct pushes, or what is agreed. */
export function isRecordsPull(
  { isOwn, headBranch, author }: Pick<PullRequest, 'isOwn' | 'headBranch' | 'author'>,
  { botLogin }: Pick<Surrounding, 'botLogin'>,
): boolean {
  // Anybody who can write can give a branch such a name.
  const isOurs = isOwn && author.login === botLogin;
  return isOurs && (headBranch === DIRECT_PUSH_BRANCH || headBranch === AGREED_BRANCH);
}

/** Its three checks; there is nobody to tell more. Whoever pushed anything else to it gets no approval by that. */
export async function recordsPullActions(
  forge: Forge,
  { baseBranch, baseCommit, headCommit }: PullRequest,
  surrounding: Surrounding,
): Promise<readonly Action[]> {
  const { mergeBase } = await forge.compare(baseCommit, headCommit);
  const register = await readRegisterState(forge);
  const governed = readGoverned(await readGovernedText(forge, register.commit), baseBranch);
  const own = await deriveGroup(forge, { headCommit, baseCommit: mergeBase }, surrounding);
  const all = await deriveGroup(forge, { headCommit, baseCommit: governed ?? mergeBase }, surrounding);
  const beyondRecords = askedIn(own, surrounding);
  return mergeGroupChecks({ ...own, unrecorded: all.unrecorded }, { beyondRecords }, surrounding.hash);
}
