/** Reads everything about one pull request from GitHub as it is now; decides nothing. */
import { decisionsFile, readEntries } from '../approval/log.js';
import type { Author, Member } from '../approval/roll.js';
import { rollOf } from '../approval/roll.js';
import type { Unit } from '../approval/unit.js';
import type { Hash } from '../changes/diff.js';
import type { Policy } from '../config/policy.js';
import { namesBefore } from '../earlier-names.js';
import { StewardError } from '../errors.js';
import type { Comparison, Conversation, Forge, PullRequest } from '../forge.js';
import { type BundledFiles, loadSetting, loadSide, type Setting } from '../load.js';
import { reviewProposal } from '../pipeline.js';
import { COMMENT_MARKER } from '../pull-request/comment.js';
import { fullReportFile } from '../pull-request/full-report.js';
import { givenIdentifiers } from '../pull-request/identifiers.js';
import { touchesOurs } from '../pull-request/ours.js';
import { planFor, type Reviewed } from '../record-proposal.js';
import { givenTo, REGISTER_BRANCH, REGISTER_FILE, readRegister } from '../register/register.js';
import type { Decided } from '../review.js';
import type { Memo } from '../specification/read-specification.js';
import { companionBranch, originalOf } from './companion.js';
import { decidedElsewhere, type Ground, hearPull, judgeHearing, unitsIn } from './decisions.js';
import type { Companion, Conflict, PullRequestState, RegisterState } from './pull-request-state.js';
import { awaitsSplit, splittingOf } from './splitting.js';

/** What the App has at hand besides GitHub. */
export interface Surrounding {
  readonly bundled: BundledFiles;
  readonly memo: Memo;
  readonly hash: Hash;
  readonly botLogin: string;
  /** `yyyy-mm-dd`. */
  readonly today: () => string;
  /** ISO 8601, UTC. */
  readonly now: () => string;
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
  const mayPush = pull.isOwn || (pull.maintainerCanModify && pull.headRepository !== null && !pushRefused);
  const companion = mayPush ? null : await companionOf(forge, pull);
  const changed = await forge.changedFiles(comparison.mergeBase, pull.headCommit);
  const changedPaths = changed.map(({ path }) => path);
  // Policy and vocabulary come from the base branch as it is now: a proposal cannot change the rules it is judged by.
  const revision = { name: pull.baseBranch, commit: pull.baseCommit };
  const setting = await loadSetting(forge.repository, revision, surrounding.bundled);
  const proposal: Proposal = { pull, comparison, register, setting };
  const conversation = await forge.conversation(pull.number);
  const first = await reviewPull(forge, proposal, surrounding);
  const ground = await groundOf(forge, { ...proposal, conversation, companion, mayPush }, surrounding);
  const hearing = await hearPull(ground, first.review, async (commit) =>
    contentAt(forge, { ...proposal, commit, ground }, surrounding),
  );
  const isDecided = hearing.decided.size > 0;
  const reviewed = isDecided ? await reviewPull(forge, { ...proposal, decided: hearing.decided }, surrounding) : first;
  const { config, vocabulary, base, head, review, assignment } = reviewed;
  const readable = head.specification.problems.every(({ severity }) => severity !== 'error');
  const records = readable ? await planFor(reviewed) : null;
  const lacks = review.verdict !== 'mend' && (records?.actions.length ?? 0) > 0;
  const isElsewhere = !mayPush && touchesOurs({ changedPaths, config }) && (lacks || companion?.pull !== null);
  const decisions = isElsewhere
    ? decidedElsewhere(ground, review, companion?.pull ?? null)
    : judgeHearing(ground, review, hearing);
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
    records,
    due: readable ? await planFor({ ...reviewed, restoreEdited }) : null,
    register,
    conversation,
    decisions,
    splitting: readable && mayPush && !isElsewhere ? await splittingOf(forge, question) : null,
    awaitsSplit: await awaitsSplit(pull, (file) => readOnRegister(forge, register.commit, file)),
    comment: await forge.ownComment(pull.number, COMMENT_MARKER),
    fullReport: await readOnRegister(forge, register.commit, fullReportFile(pull.number)),
    checks: await forge.checkRuns(pull.headCommit),
    suggestions: review.findings.length === 0 ? [] : await forge.ownSuggestions(pull.number),
    companion,
    conflict: pull.mergeable === false ? await conflictOf(forge, pull, comparison.mergeBase) : null,
    mayPush,
    botLogin: surrounding.botLogin,
    today: surrounding.today(),
    now: ground.now,
    hash: surrounding.hash,
  };
}

interface Proposal {
  readonly pull: PullRequest;
  readonly comparison: Comparison;
  readonly register: RegisterState;
  readonly setting: Setting;
  /** What people decided, by subject. */
  readonly decided?: ReadonlyMap<string, Decided>;
}

/** The review of what the head changes since it left the base branch. */
async function reviewPull(
  { repository }: Forge,
  { pull, comparison, register, setting, decided }: Proposal,
  { memo, hash }: Surrounding,
): Promise<Reviewed> {
  const { config } = setting;
  const parted = { name: `${pull.baseBranch} (${comparison.mergeBase.slice(0, 7)})`, commit: comparison.mergeBase };
  const newest = { name: pull.headCommit.slice(0, 7), commit: pull.headCommit };
  const base = await loadSide(repository, parted, { config, memo });
  const head = await loadSide(repository, newest, { config, memo });
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
    earlierNames: (found) => namesBefore(repository, parted, found),
  });
  return { ...setting, ...result, base, head, repository };
}

interface Spoken extends Proposal {
  readonly conversation: Conversation;
  readonly companion: Companion | null;
  readonly mayPush: boolean;
}

/** The record and everybody who matters for it. Throws `unreadable-decisions`, `unreadable-team`. */
async function groundOf(
  forge: Forge,
  { setting, ...spoken }: Spoken,
  { botLogin, hash, now }: Surrounding,
): Promise<Ground> {
  const { pull, register, conversation } = spoken;
  const { config } = setting;
  const file = decisionsFile(pull.number);
  const text = (await readOnRegister(forge, register.commit, file)) ?? '';
  const roll = await readRoll(forge, config.approval);
  const entries = readEntries(file, text);
  const authors = await authorsOf(forge, pull, conversation);
  const given = givenIdentifiers(spoken);
  return { pull, config, conversation, text, entries, roll, authors, given, botLogin, hash, now: now() };
}

/** Who decides, the members of the policy's teams among them. Throws `unreadable-team`. */
export async function readRoll(forge: Forge, policy: Policy): Promise<readonly Member[]> {
  const teams = new Map<string, readonly { readonly login: string }[]>();
  for (const { team } of policy.teams) {
    const [organisation = '', slug = ''] = team.split('/');
    teams.set(team, await forge.teamMembers(organisation, slug));
  }
  return rollOf(policy, teams);
}

/** Whoever wrote a commit, opened the pull request, or opened the one that this carries. */
async function authorsOf(forge: Forge, pull: PullRequest, { authors }: Conversation): Promise<readonly Author[]> {
  const original = originalOf(pull);
  const openers = [pull.author, ...(original === null ? [] : [(await forge.pull(original)).author])];
  return [...authors, ...openers.map(({ login }) => ({ login, name: login }))];
}

interface Earlier extends Proposal {
  readonly commit: string;
  readonly ground: Ground;
}

/** What stood at a commit; null where that cannot be read any more. */
async function contentAt(
  forge: Forge,
  { commit, ground, ...proposal }: Earlier,
  surrounding: Surrounding,
): Promise<readonly Unit[] | null> {
  try {
    const pull = { ...proposal.pull, headCommit: commit };
    const comparison = await forge.compare(pull.baseCommit, commit);
    const { head, review } = await reviewPull(forge, { ...proposal, pull, comparison }, surrounding);
    const isReadable = head.specification.problems.every(({ severity }) => severity !== 'error');
    return isReadable ? unitsIn(review, ground) : null;
  } catch (error) {
    if (error instanceof StewardError) return null;
    throw error;
  }
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
export async function readOnRegister(forge: Forge, commit: string, path: string): Promise<string | null> {
  return commit === '' ? null : forge.repository.readText({ name: REGISTER_BRANCH, commit }, path);
}

async function companionOf(forge: Forge, pull: PullRequest): Promise<Companion> {
  const branch = companionBranch(pull.number);
  const commit = await forge.branch(branch);
  if (commit === null) return { branch, commit, isCurrent: false, pull: null };
  const isCurrent = await forge.contains(pull.headCommit, commit);
  return { branch, commit, isCurrent, pull: await forge.pullFrom(branch) };
}

async function conflictOf(forge: Forge, pull: PullRequest, mergeBase: string): Promise<Conflict> {
  const headFiles = await forge.changedFiles(mergeBase, pull.headCommit);
  const baseFiles = await forge.changedFiles(mergeBase, pull.baseCommit);
  const theirs = new Map(baseFiles.map(({ path, oid }) => [path, oid]));
  const both = headFiles.filter(({ path, oid }) => theirs.has(path) && theirs.get(path) !== oid);
  return { paths: both.map(({ path }) => path), headFiles };
}
