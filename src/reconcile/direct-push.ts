/**
 * Pushes that bypass pull requests: what they changed without records is recorded in one pull request of ours.
 *
 * How far a branch has been governed stands on the register's branch: the last commit up to which every change is
 * recorded. Until the records are merged, later pushes are compared with the same commit, so nothing is lost or
 * asked twice.
 */
import { namesBefore } from '../earlier-names.js';
import type { Commit, Forge, PullRequest } from '../forge.js';
import { type Subject, subjectKey, subjectOf } from '../identifiers/subject.js';
import { loadSetting, loadSide } from '../load.js';
import { type ReviewResult, reviewProposal } from '../pipeline.js';
import type { Action, CommitFiles } from '../plan.js';
import { directPushBody, directPushTitle } from '../pull-request/sentences.js';
import { planFor } from '../record-proposal.js';
import { unrecordedSubjects } from '../records/unrecorded.js';
import { commitRegister } from '../register/commit-register.js';
import { GOVERNED_FILE, readGoverned, writeGoverned } from '../register/governed.js';
import { givenTo, REGISTER_BRANCH, reserve } from '../register/register.js';
import type { RegisterState } from './pull-request-state.js';
import { readRegisterState } from './read-register.js';
import type { Surrounding } from './surrounding.js';

/** Where changes are recorded that came without a pull request. */
export const DIRECT_PUSH_BRANCH = 'spec-steward/direct-push';

/** Rows of the register that belong to no pull request. */
const NO_PULL_REQUEST = 0;

/** Commits that reached a branch. */
export interface Push {
  readonly branch: string;
  readonly before: string;
  readonly after: string;
  /** Login, or the name in the commit. */
  readonly author: string;
}

interface PushState {
  readonly repository: string;
  readonly push: Push;
  /** The newest commit that nobody was asked about, for the records to name; the same whoever looks, and when. */
  readonly source: Push;
  readonly register: RegisterState;
  readonly governed: { readonly text: string; readonly commit: string | null };
  /** What changed and is recorded nowhere. */
  readonly subjects: readonly Subject[];
  readonly identifiers: ReadonlyMap<string, string>;
  /** Our branch: its head, whether it holds the push, and which records it lacks. */
  readonly branch: {
    readonly commit: string;
    readonly isCurrent: boolean;
    readonly lacks: CommitFiles['files'];
  } | null;
  readonly pull: PullRequest | null;
  readonly today: string;
}

/** What to do next about a push to the default branch; an empty list is rest. */
export async function directPushActions(
  forge: Forge,
  push: Push,
  surrounding: Surrounding,
): Promise<readonly Action[]> {
  return decidePush(await derivePush(forge, push, surrounding));
}

async function derivePush(forge: Forge, push: Push, surrounding: Surrounding): Promise<PushState> {
  const { repository } = forge;
  const register = await readRegisterState(forge);
  const governedText = await readGovernedText(forge, register.commit);
  const governed = readGoverned(governedText, push.branch);
  const from = governed ?? push.before;
  const source = sourceOf(push, (await forge.compare(from, push.after)).commits);
  const revisions = {
    base: { name: from.slice(0, 7), commit: from },
    head: { name: push.after.slice(0, 7), commit: push.after },
  };
  const setting = await loadSetting(repository, revisions.head, surrounding.bundled);
  const options = { config: setting.config, memo: surrounding.memo, breathe: surrounding.breathe };
  const base = await loadSide(repository, revisions.base, options);
  const head = await loadSide(repository, revisions.head, options);
  const result = await reviewProposal({
    ...setting,
    base,
    head,
    changeRequest: changeRequestOf(source),
    statements: await repository.messages(revisions.base, revisions.head),
    reserved: register.reservations.map(({ identifier }) => identifier),
    given: givenTo(NO_PULL_REQUEST, register.reservations),
    hash: surrounding.hash,
    breathe: surrounding.breathe,
    earlierNames: (found) => namesBefore(repository, base.revision, found),
  });
  const open = unrecordedSubjects(base.specification, head.specification, result.review.changes);
  const reviewed = { ...setting, ...only(result, open), base, head, repository, breathe: surrounding.breathe };
  const files = open.length === 0 ? [] : (await planFor(reviewed)).actions.map(({ path, text }) => ({ path, text }));
  const commit = await forge.branch(DIRECT_PUSH_BRANCH);
  return {
    repository: forge.name,
    push,
    source,
    register,
    governed: { text: governedText, commit: governed },
    subjects: open,
    identifiers: result.assignment.identifiers,
    branch: commit === null ? null : await branchState(forge, { commit, push, files }),
    pull: commit === null ? null : await forge.pullFrom(DIRECT_PUSH_BRANCH),
    today: surrounding.today(),
  };
}

/** Along the branch itself a commit with one parent was pushed; what was merged was proposed first. */
function sourceOf(push: Push, commits: readonly Commit[]): Push {
  const known = new Map(commits.map((commit) => [commit.id, commit]));
  let commit = known.get(push.after);
  while (commit && commit.parents.length > 1) commit = known.get(commit.parents[0] ?? '');
  return commit ? { ...push, after: commit.id, author: commit.author?.login ?? push.author } : push;
}

/** How the change log names a push as the source of its rows. */
function changeRequestOf({ after, author }: Push): string {
  return `direct push ${after.slice(0, 7)} by ${author}`;
}

/** The review as if only these subjects had changed: what others recorded is not recorded twice. */
function only({ review, assignment }: ReviewResult, subjects: readonly Subject[]): ReviewResult {
  const keys = new Set(subjects.map(subjectKey));
  const changes = review.changes.filter((change) => keys.has(subjectKey(subjectOf(change))));
  const identifiers = new Map([...assignment.identifiers].filter(([key]) => keys.has(key)));
  return { review: { ...review, changes }, assignment: { ...assignment, identifiers, ownEntries: [] } };
}

interface BranchQuestion {
  readonly commit: string;
  readonly push: Push;
  readonly files: CommitFiles['files'];
}

async function branchState(forge: Forge, { commit, push, files }: BranchQuestion): Promise<PushState['branch']> {
  const lacks = [];
  for (const file of files) {
    const present = await forge.repository.readText({ name: DIRECT_PUSH_BRANCH, commit }, file.path);
    if (present !== file.text) lacks.push(file);
  }
  return { commit, isCurrent: await forge.contains(push.after, commit), lacks };
}

/** The text of the file of governed commits; `''` where there is none yet. */
export async function readGovernedText(forge: Forge, commit: string): Promise<string> {
  if (commit === '') return '';
  return (await forge.repository.readText({ name: REGISTER_BRANCH, commit }, GOVERNED_FILE)) ?? '';
}

/** One step a round: the numbers, the branch at the push, the records on it, the pull request. */
function decidePush(state: PushState): readonly Action[] {
  if (state.subjects.length === 0) return advance(state);
  const reserved = reserveNumbers(state);
  return reserved.length > 0 ? reserved : bringRecords(state);
}

/** Everything is recorded: the branch is governed up to here. */
function advance({ repository, push, governed, register }: PushState): readonly Action[] {
  if (governed.commit === push.after) return [];
  const files = [{ path: GOVERNED_FILE, text: writeGoverned(governed.text, push.branch, push.after) }];
  const message = `governed: ${push.branch} up to ${push.after.slice(0, 7)}`;
  return [commitRegister(register.reservations, { repository, expectedHead: register.commit, message, files })];
}

/** The numbers, and the commit that later pushes are compared with until the records are merged. */
function reserveNumbers(state: PushState): Action[] {
  const { repository, push, source, governed, register, subjects, identifiers, today } = state;
  const claim = { pullRequest: NO_PULL_REQUEST, changeRequest: changeRequestOf(source), subjects, date: today };
  const rows = reserve(register.reservations, identifiers, claim);
  if (rows === register.reservations && governed.commit !== null) return [];
  const files = governed.commit
    ? []
    : [{ path: GOVERNED_FILE, text: writeGoverned(governed.text, push.branch, push.before) }];
  const message = `register: ${subjects.length} for direct pushes to ${push.branch}`;
  return [commitRegister(rows, { repository, expectedHead: register.commit, message, files })];
}

function bringRecords({ repository, push, source, branch, pull, subjects }: PushState): Action[] {
  if (!branch) return [{ kind: 'create-branch', branch: DIRECT_PUSH_BRANCH, commit: push.after }];
  const on = { repository, branch: DIRECT_PUSH_BRANCH, expectedHead: branch.commit };
  if (!branch.isCurrent) {
    const message = `Bring in ${push.after.slice(0, 7)}`;
    return [{ kind: 'merge-base', ...on, baseCommit: push.after, message, take: [] }];
  }
  if (branch.lacks.length > 0)
    return [{ kind: 'commit-files', ...on, message: recordsTitle(subjects.length), files: branch.lacks }];
  const title = directPushTitle(source);
  const body = directPushBody(source, subjects.length);
  if (pull && pull.title === title && pull.body === body) return [];
  return [
    { kind: 'open-pull', head: DIRECT_PUSH_BRANCH, base: push.branch, title, body, number: pull?.number ?? null },
  ];
}

function recordsTitle(count: number): string {
  return `records: ${count} ${count === 1 ? 'item' : 'items'} changed by a direct push`;
}
