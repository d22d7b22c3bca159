/** The review of a pull request, from its files as they are on GitHub. */
import { namesBefore } from '../earlier-names.js';
import { StewardError } from '../errors.js';
import type { Comparison, Forge, PullRequest } from '../forge.js';
import { loadSide, type Setting } from '../load.js';
import { reviewProposal } from '../pipeline.js';
import type { Reviewed } from '../record-proposal.js';
import { givenTo } from '../register/register.js';
import type { Decided, Review } from '../review.js';
import type { RegisterState } from './pull-request-state.js';
import type { Surrounding } from './surrounding.js';

/** A pull request with what its review is made from. */
export interface Proposal {
  readonly pull: PullRequest;
  readonly comparison: Comparison;
  readonly register: RegisterState;
  readonly setting: Setting;
  /** What people decided, by subject. */
  readonly decided?: ReadonlyMap<string, Decided>;
}

/** The review of what the head changes since it left the base branch. Throws what no contributor can mend. */
export async function reviewPull(
  { repository }: Forge,
  { pull, comparison, register, setting, decided }: Proposal,
  { memo, hash, breathe }: Surrounding,
): Promise<Reviewed> {
  const { config } = setting;
  const parted = { name: `${pull.baseBranch} (${comparison.mergeBase.slice(0, 7)})`, commit: comparison.mergeBase };
  const newest = { name: pull.headCommit.slice(0, 7), commit: pull.headCommit };
  const base = await loadSide(repository, parted, { config, memo, breathe });
  const head = await loadSide(repository, newest, { config, memo, breathe });
  const result = await reviewProposal({
    ...setting,
    base,
    head,
    changeRequest: changeRequestName(pull.number),
    statements: [...comparison.commits.map(({ message }) => message), pull.body],
    reserved: register.reservations.map(({ identifier }) => identifier),
    given: givenTo(pull.number, register.reservations),
    ...(decided ? { decided } : {}),
    hash,
    breathe,
    earlierNames: (found) => namesBefore(repository, parted, found),
  });
  return { ...setting, ...result, base, head, repository, breathe };
}

/** The review of an earlier commit of the pull request; null where that, or a file of it, cannot be read any more. */
export async function reviewAt(
  forge: Forge,
  { commit, ...proposal }: Proposal & { readonly commit: string },
  surrounding: Surrounding,
): Promise<Review | null> {
  try {
    const pull = { ...proposal.pull, headCommit: commit };
    const comparison = await forge.compare(pull.baseCommit, commit);
    const { head, review } = await reviewPull(forge, { ...proposal, pull, comparison }, surrounding);
    const isReadable = head.specification.problems.every(({ severity }) => severity !== 'error');
    return isReadable ? review : null;
  } catch (error) {
    if (error instanceof StewardError) return null;
    throw error;
  }
}

/** How the change log names a pull request as the source of its rows. */
export function changeRequestName(number: number): string {
  return `pull request ${number}`;
}
