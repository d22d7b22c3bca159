/** Reads everything about one pull request from GitHub as it is now; decides nothing. */
import type { Forge, PullRequest } from '../forge.js';
import { loadSetting } from '../load.js';
import type { FilePlan } from '../plan.js';
import { COMMENT_MARKER } from '../pull-request/comment.js';
import { fullReportFile } from '../pull-request/full-report.js';
import { touchesOurs } from '../pull-request/ours.js';
import { planFor, type Reviewed, scriptsOf } from '../record-proposal.js';
import { hasEditedBlocks } from '../records/plan-records.js';
import { companionBranch } from './companion.js';
import { conflictOf } from './conflict.js';
import { type Decisions, decidedElsewhere, hearPull, judgeHearing, unitsIn } from './decisions.js';
import type { Companion, PullRequestState } from './pull-request-state.js';
import { groundOf, type Spoken } from './read-ground.js';
import { readOnRegister, readRegisterState } from './read-register.js';
import { type Proposal, reviewAt, reviewPull } from './review-pull.js';
import { awaitsSplit, splittingOf } from './splitting.js';
import type { Surrounding } from './surrounding.js';

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
  const spoken = await readSpoken(forge, pull, { pushRefused, ...surrounding });
  const { comparison, register, companion, mayPush, conversation, changedPaths } = spoken;
  const { decisions, reviewed, now } = await decisionsOf(forge, spoken, surrounding);
  const { config, vocabulary, base, head, review, assignment } = reviewed;
  const readable = isReadable(reviewed);
  const plans = readable ? await plansOf(reviewed, restoreEdited) : { records: null, due: null };
  const isHere = decisions.approval !== null && mayPush;
  const question = { pull, reviewed, decisions, reservations: register.reservations, ...surrounding };
  return {
    repository: forge.name,
    pull,
    config,
    vocabulary,
    comparison,
    changedPaths,
    base,
    head,
    result: { review, assignment },
    ...plans,
    register,
    conversation,
    decisions,
    splitting: readable && isHere ? await splittingOf(forge, question) : null,
    awaitsSplit: await awaitsSplit(pull, (file) => readOnRegister(forge, register.commit, file)),
    comment: await forge.ownComment(pull.number, COMMENT_MARKER),
    fullReport: await readOnRegister(forge, register.commit, fullReportFile(pull.number)),
    checks: await forge.checkRuns(pull.headCommit),
    suggestions: review.findings.length === 0 ? [] : await forge.ownSuggestions(pull.number),
    companion,
    conflict: await conflictOf(forge, { pull, mergeBase: comparison.mergeBase, layout: config.layout }),
    mayPush,
    botLogin: surrounding.botLogin,
    today: surrounding.today(),
    now,
    hash: surrounding.hash,
  };
}

/** All that is not in step, and what of it is to be written; edited blocks are all that can tell them apart. */
async function plansOf(
  reviewed: Reviewed,
  restoreEdited: boolean,
): Promise<{ readonly records: FilePlan; readonly due: FilePlan }> {
  const written = { ...reviewed, scripts: await scriptsOf(reviewed) };
  const records = await planFor(written);
  const isSame = restoreEdited || !hasEditedBlocks(reviewed.review.changes);
  return { records, due: isSame ? records : await planFor({ ...written, restoreEdited }) };
}

/** Whether every file of the head can be read. */
export function isReadable({ head }: Pick<Reviewed, 'head'>): boolean {
  return head.specification.problems.every(({ severity }) => severity !== 'error');
}

/** Everything that is not judged by anything else. */
async function readSpoken(
  forge: Forge,
  pull: PullRequest,
  { pushRefused, bundled }: Pick<DeriveOptions, 'pushRefused'> & Surrounding,
): Promise<Spoken & { readonly changedPaths: readonly string[] }> {
  const comparison = await forge.compare(pull.baseCommit, pull.headCommit);
  const register = await readRegisterState(forge);
  const mayPush = pull.isOwn || (pull.maintainerCanModify && pull.headRepository !== null && !pushRefused);
  const companion = mayPush ? null : await companionOf(forge, pull);
  const changed = await forge.changedFiles(comparison.mergeBase, pull.headCommit);
  // Policy and vocabulary come from the base branch as it is now: a proposal cannot change the rules it is judged by.
  const revision = { name: pull.baseBranch, commit: pull.baseCommit };
  const setting = await loadSetting(forge.repository, revision, bundled);
  const conversation = await forge.conversation(pull.number);
  const changedPaths = changed.map(({ path }) => path);
  return { pull, comparison, register, setting, conversation, companion, mayPush, changedPaths };
}

interface Heard {
  readonly decisions: Decisions;
  readonly reviewed: Reviewed;
  readonly now: string;
}

/**
 * Two reviews where people decided types or reasons: what they said is bound to what the first one finds, and the
 * second one counts it.
 */
async function decisionsOf(
  forge: Forge,
  spoken: Spoken & { readonly changedPaths: readonly string[] },
  surrounding: Surrounding,
): Promise<Heard> {
  const { companion, mayPush, changedPaths, setting } = spoken;
  const proposal: Proposal = spoken;
  const first = await reviewPull(forge, proposal, surrounding);
  const ground = await groundOf(forge, spoken, surrounding);
  const earlier = (commit: string) => reviewAt(forge, { ...proposal, commit }, surrounding);
  const hearing = await hearPull(ground, first.review, earlier);
  const { decided } = hearing;
  const isSame = decided.size === 0;
  const reviewed = isSame ? first : await reviewPull(forge, { ...proposal, decided }, surrounding);
  const { review } = reviewed;
  const weighed = { review, units: isSame ? hearing.units : unitsIn(review, ground) };
  await surrounding.breathe?.();
  const isOurs = !mayPush && touchesOurs({ changedPaths, config: setting.config });
  const isElsewhere = isOurs && (companion?.pull?.state === 'open' || (await lacksRecords(reviewed)));
  const decisions = isElsewhere
    ? decidedElsewhere(ground, weighed, companion?.pull ?? null)
    : judgeHearing(ground, weighed, hearing);
  return { decisions, reviewed, now: ground.now };
}

/** Something is to be written that the fork does not let us write. */
async function lacksRecords(reviewed: Reviewed): Promise<boolean> {
  if (!isReadable(reviewed) || reviewed.review.verdict === 'mend') return false;
  return (await planFor(reviewed)).actions.length > 0;
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
