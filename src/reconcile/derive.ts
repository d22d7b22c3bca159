/** Reads everything about one pull request from GitHub as it is now; decides nothing. */
import type { Hash } from '../changes/diff.js';
import { namesBefore } from '../earlier-names.js';
import type { Comparison, Forge, PullRequest } from '../forge.js';
import { type BundledFiles, loadSetting, loadSide } from '../load.js';
import { reviewProposal } from '../pipeline.js';
import type { Breathe } from '../ports.js';
import { COMMENT_MARKER } from '../pull-request/comment.js';
import { fullReportFile } from '../pull-request/full-report.js';
import { planFor, type Reviewed, scriptsOf } from '../record-proposal.js';
import { givenTo, REGISTER_BRANCH, REGISTER_FILE, readRegister } from '../register/register.js';
import type { Memo } from '../specification/read-specification.js';
import { companionBranch } from './companion.js';
import { conflictOf } from './conflict.js';
import type { Companion, PullRequestState, RegisterState } from './pull-request-state.js';

/** What the App has at hand besides GitHub. */
export interface Surrounding {
  readonly bundled: BundledFiles;
  readonly memo: Memo;
  readonly hash: Hash;
  readonly botLogin: string;
  readonly today: () => string;
  /** Webhooks are answered while a large specification is read and judged. */
  readonly breathe?: Breathe | undefined;
}

/** What this run knows beyond GitHub. */
export interface DeriveOptions {
  /** A push to the fork was refused in this run. */
  readonly pushRefused: boolean;
  /** Somebody asked for the records to be written, over edited blocks too. */
  readonly restoreEdited: boolean;
}

/** Everything about one pull request, read anew. */
export async function derive(
  forge: Forge,
  pull: PullRequest,
  { pushRefused, restoreEdited, ...surrounding }: DeriveOptions & Surrounding,
): Promise<PullRequestState> {
  const comparison = await forge.compare(pull.baseCommit, pull.headCommit);
  const register = await readRegisterState(forge);
  const reviewed = await reviewPull(forge, { pull, comparison, register }, surrounding);
  const { config, vocabulary, base, head, review, assignment } = reviewed;
  const readable = head.specification.problems.every(({ severity }) => severity !== 'error');
  const written = { ...reviewed, scripts: readable ? await scriptsOf(reviewed) : [] };
  const mayPush = pull.isOwn || (pull.maintainerCanModify && pull.headRepository !== null && !pushRefused);
  const changed = await forge.changedFiles(comparison.mergeBase, pull.headCommit);
  return {
    repository: forge.name,
    pull,
    config,
    vocabulary,
    comparison,
    changedPaths: changed.map(({ path }) => path),
    base,
    head,
    result: { review, assignment },
    records: readable ? await planFor(written) : null,
    due: readable ? await planFor({ ...written, restoreEdited }) : null,
    register,
    comment: await forge.ownComment(pull.number, COMMENT_MARKER),
    fullReport: await readOnRegister(forge, register.commit, fullReportFile(pull.number)),
    checks: await forge.checkRuns(pull.headCommit),
    suggestions: review.findings.length === 0 ? [] : await forge.ownSuggestions(pull.number),
    companion: mayPush ? null : await companionOf(forge, pull),
    conflict: await conflictOf(forge, { pull, mergeBase: comparison.mergeBase, layout: config.layout }),
    mayPush,
    botLogin: surrounding.botLogin,
    today: surrounding.today(),
    hash: surrounding.hash,
  };
}

interface Proposal {
  readonly pull: PullRequest;
  readonly comparison: Comparison;
  readonly register: RegisterState;
}

/** The review of what the head changes since it left the base branch. */
async function reviewPull(
  { repository }: Forge,
  { pull, comparison, register }: Proposal,
  { bundled, memo, hash, breathe }: Surrounding,
): Promise<Reviewed> {
  // Policy and vocabulary come from the base branch as it is now: a proposal cannot change the rules it is judged by.
  const setting = await loadSetting(repository, { name: pull.baseBranch, commit: pull.baseCommit }, bundled);
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
    hash,
    breathe,
    earlierNames: (found) => namesBefore(repository, parted, found),
  });
  return { ...setting, ...result, base, head, repository, breathe };
}

/** How the change log names a pull request as the source of its rows. */
export function changeRequestName(number: number): string {
  return `pull request ${number}`;
}

/** The register as it is now; empty where there is none yet. */
export async function readRegisterState(forge: Forge): Promise<RegisterState> {
  const commit = await forge.branch(REGISTER_BRANCH);
  if (commit === null) return { reservations: [], commit: '' };
  const text = await readOnRegister(forge, commit, REGISTER_FILE);
  return { reservations: readRegister(text ?? ''), commit };
}

/** A file on the register's branch, or null where it, or the branch, is not there. */
async function readOnRegister(forge: Forge, commit: string, path: string): Promise<string | null> {
  return commit === '' ? null : forge.repository.readText({ name: REGISTER_BRANCH, commit }, path);
}

async function companionOf(forge: Forge, pull: PullRequest): Promise<Companion> {
  const branch = companionBranch(pull.number);
  const commit = await forge.branch(branch);
  const latest = await forge.latestFrom(branch);
  const holds = async (tip: string | null, of: string) => tip !== null && (await forge.contains(of, tip));
  const isWithdrawn = latest?.state === 'closed' && !latest.merged;
  return {
    branch,
    commit,
    isCurrent: await holds(commit, pull.headCommit),
    pull: latest,
    canReopen: isWithdrawn && (await holds(commit, latest.headCommit)),
    isMerged: latest?.merged === true && (await holds(latest.headCommit, pull.headCommit)),
  };
}
