/** A merge group is judged anew on its own commit: proposals that are right alone can be wrong together. */
import type { Config } from '../config/config.js';
import type { Forge, MergeGroup } from '../forge.js';
import { loadSetting, loadSide, type Side } from '../load.js';
import { type ReviewResult, reviewProposal } from '../pipeline.js';
import { mergeGroupChecks } from '../pull-request/merge-group-checks.js';
import { planFor } from '../record-proposal.js';
import { unrecordedSubjects } from '../records/unrecorded.js';
import { notAgreed } from './group-approval.js';
import { readRegisterState } from './read-register.js';
import type { Surrounding } from './surrounding.js';
import { type Judged, judgeOrSay } from './unjudged.js';

/** What the group together would make of the standard. */
export interface GroupState {
  readonly group: MergeGroup;
  readonly config: Config;
  readonly result: ReviewResult;
  readonly head: Side;
  /** Items that changed and have no row in the change log. */
  readonly unrecorded: readonly string[];
  /** Generated files that are not as the group's specification gives them. */
  readonly stale: readonly string[];
}

/** The three checks on the group's commit, which fail where it cannot be judged. */
export async function mergeGroupActions(forge: Forge, group: MergeGroup, surrounding: Surrounding): Promise<Judged> {
  const judge = async () => {
    const state = await deriveGroup(forge, group, surrounding);
    return mergeGroupChecks(state, { notAgreed: await notAgreed(forge, state, surrounding) }, surrounding.hash);
  };
  return judgeOrSay(forge, { commit: group.headCommit, judge }, surrounding);
}

/** Everything about the group, read anew. */
export async function deriveGroup(forge: Forge, group: MergeGroup, surrounding: Surrounding): Promise<GroupState> {
  const { repository } = forge;
  const revision = (commit: string) => ({ name: commit.slice(0, 7), commit });
  const setting = await loadSetting(repository, revision(group.baseCommit), surrounding.bundled);
  const options = { config: setting.config, memo: surrounding.memo, breathe: surrounding.breathe };
  const base = await loadSide(repository, revision(group.baseCommit), options);
  const head = await loadSide(repository, revision(group.headCommit), options);
  const result = await reviewProposal({
    ...setting,
    base,
    head,
    changeRequest: 'merge group',
    statements: [],
    reserved: (await readRegisterState(forge)).reservations.map(({ identifier }) => identifier),
    hash: surrounding.hash,
    breathe: surrounding.breathe,
    earlierNames: async () => new Map(),
  });
  const subjects = unrecordedSubjects(base.specification, head.specification, result.review.changes);
  // With no change of its own to record, what is left to write is what the group's records lack.
  const nothing = {
    review: { ...result.review, changes: [] },
    assignment: { ...result.assignment, identifiers: new Map(), ownEntries: [] },
  };
  const plan = await planFor({
    ...setting,
    ...nothing,
    base,
    head,
    repository,
    breathe: surrounding.breathe,
    restoreEdited: false,
  });
  return {
    group,
    config: setting.config,
    result,
    head,
    unrecorded: subjects.map(({ itemRef, object, codeSet }) => itemRef || object || codeSet),
    stale: plan.actions.map(({ path }) => path),
  };
}
