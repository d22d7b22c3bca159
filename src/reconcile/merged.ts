/**
 * After the merge: the record says what was merged, by whom, and whether the policy was met for exactly that; then the
 * rows of the change log become agreed and name their decision. Each step is a round, and safe to repeat.
 */
import { PASSING } from '../approval/approval-state.js';
import { APPROVAL_CHECK } from '../approval/check.js';
import { append, type Draft } from '../approval/entry.js';
import { headlineText } from '../approval/headline.js';
import { appendEntries, decisionsFile, readEntries } from '../approval/log.js';
import { noteAgreed, noteMerged } from '../approval/notes.js';
import type { Member } from '../approval/roll.js';
import { speakerOf } from '../approval/roll.js';
import type { Config } from '../config/config.js';
import type { Forge, PullMerge, PullRequest } from '../forge.js';
import type { Action, FilePlan } from '../plan.js';
import { markAgreed } from '../records/mark-agreed.js';
import { commitRegister } from '../register/commit-register.js';
import { moveTo } from '../register/register.js';
import { readChangeLog } from '../specification/read-change-log.js';
import { readCsv } from '../specification/read-csv.js';
import { type AgreedBranch, deriveAgreedBranch, planAgreed } from './agreed-branch.js';
import { type DeriveOptions, derive } from './derive.js';
import type { PullRequestState, RegisterState } from './pull-request-state.js';
import { readRoll } from './read-ground.js';
import { readOnRegister, readRegisterState } from './read-register.js';
import type { Surrounding } from './surrounding.js';

/** A merged pull request, as it was when it was merged, and what its base branch still lacks. */
export interface MergedState {
  readonly proposal: PullRequestState;
  readonly merge: PullMerge;
  readonly roll: readonly Member[];
  /** What makes its rows agreed on the base branch; no action where they are, or where nobody agreed. */
  readonly due: FilePlan;
  /** Head of the base branch now. */
  readonly baseHead: string;
  /** Where the rows go if the base branch refuses them. */
  readonly branch: AgreedBranch | null;
}

/** What the record says of the merge of a pull request already. */
async function isClosed(forge: Forge, { number }: PullRequest, register: RegisterState): Promise<boolean> {
  const file = decisionsFile(number);
  const entries = readEntries(file, (await readOnRegister(forge, register.commit, file)) ?? '');
  const has = (kind: string) => entries.some((entry) => entry.kind === kind);
  const isHeld = register.reservations.some((row) => row.pullRequest === number && row.state === 'reserved');
  return has('merged') && (has('agreed') || !isHeld);
}

/** Everything about a merged pull request; null where its record is closed. Policy is that of just before the merge. */
export async function deriveMerged(
  forge: Forge,
  pull: PullRequest & { readonly merge: PullMerge },
  options: DeriveOptions & Surrounding,
): Promise<MergedState | null> {
  const { merge } = pull;
  if (await isClosed(forge, pull, await readRegisterState(forge))) return null;
  const before = (await forge.firstParent(merge.commit)) ?? pull.baseCommit;
  const then = { ...options, now: () => merge.at };
  const proposal = await derive(upTo(forge, merge.at), { ...pull, baseCommit: before }, then);
  const roll = await readRoll(forge, proposal.config.approval);
  const baseHead = (await forge.branch(pull.baseBranch)) ?? before;
  const due = isMet(proposal) ? await dueOn(forge, proposal, { commit: baseHead, merge }) : { actions: [] };
  const branch = due.actions.length === 0 ? null : await deriveAgreedBranch(forge, baseHead);
  const rows = branch?.isCurrent ? await dueOn(forge, proposal, { commit: branch.commit, merge }) : due;
  return { proposal, merge, roll, due, baseHead, branch: branch && { ...branch, lacks: rows, base: pull.baseBranch } };
}

/** What was said after the merge is too late for it. */
function upTo(forge: Forge, end: string): Forge {
  const isBefore = ({ at }: { readonly at: string }) => Date.parse(at) <= Date.parse(end);
  return {
    ...forge,
    conversation: async (number) => {
      const { comments, reviews, authors } = await forge.conversation(number);
      return { comments: comments.filter(isBefore), reviews: reviews.filter(isBefore), authors };
    },
  };
}

function isMet({ decisions: { approval } }: PullRequestState): boolean {
  return approval !== null && PASSING.includes(approval.state);
}

interface Place {
  readonly commit: string;
  readonly merge: PullMerge;
}

/** What makes the rows of the proposal agreed at a commit of the base branch, or of ours. */
async function dueOn(
  forge: Forge,
  { pull, config, register, decisions }: PullRequestState,
  { commit, merge }: Place,
): Promise<FilePlan> {
  const { changeLog, changelogMd } = config.layout;
  const texts = new Map<string, string>();
  for (const path of [changeLog, changelogMd]) {
    const text = await forge.repository.readText({ name: pull.baseBranch, commit }, path);
    if (text !== null) texts.set(path, text);
  }
  const own = register.reservations.filter(({ pullRequest }) => pullRequest === pull.number);
  const merged = new Set(decisions.content.units.map(({ id }) => id));
  const logged = loggedIn(texts.get(changeLog) ?? '', config);
  const identifiers = own.map(({ identifier }) => identifier).filter((id) => merged.has(id) && logged.has(id));
  const agreement = { reference: decisionsFile(pull.number), date: merge.at.slice(0, 10) };
  return markAgreed({ identifiers, agreement, config, textOf: (path) => texts.get(path) ?? null });
}

function loggedIn(text: string, { layout }: Config): ReadonlySet<string> {
  const { table } = readCsv(text);
  const entries = table ? readChangeLog(layout.changeLog, table).entries : [];
  return new Set(entries.map(({ changeId }) => changeId));
}

/** The note of the merge; the rows on the base branch, or where that refuses them on ours; the note that they are. */
export function decideMerged(state: MergedState, pushRefused: boolean): readonly Action[] {
  const { proposal, due, branch, merge } = state;
  const { entries, content } = proposal.decisions;
  const isNoted = entries.some(({ kind }) => kind === 'merged');
  const agreed = noteAgreed({ commit: merge.commit, units: content.units }, merge.at);
  if (!isNoted) {
    const isDone = due.actions.length === 0;
    return [closing(proposal, [mergedNote(state), ...(isDone && isMet(proposal) ? [agreed] : [])], isDone)];
  }
  if (due.actions.length === 0) return [closing(proposal, isMet(proposal) ? [agreed] : [], true)];
  if (branch && (pushRefused || branch.pull)) return planAgreed(branch, proposal);
  return [
    {
      kind: 'commit-files',
      repository: proposal.repository,
      branch: proposal.pull.baseBranch,
      expectedHead: state.baseHead,
      message: agreedMessage(proposal),
      files: due.actions.map(({ path, text }) => ({ path, text })),
    },
  ];
}

function agreedMessage({ pull }: PullRequestState): string {
  return `records: pull request ${pull.number} is agreed\n\nThe decisions are in ${decisionsFile(pull.number)}.`;
}

/** Over which checks it went is told in words, for whoever reads the record. */
function mergedNote({ proposal, merge, roll }: MergedState): Draft {
  const { approval, content } = proposal.decisions;
  const failing = new Set(proposal.checks.filter(({ conclusion }) => conclusion !== 'success').map(({ name }) => name));
  if (!isMet(proposal)) failing.add(APPROVAL_CHECK);
  const by = speakerOf(merge.by?.login ?? 'ghost', roll);
  const note = noteMerged({ ...content, commit: merge.commit, at: merge.at, by, forced: failing.size > 0 });
  const why = approval && !isMet(proposal) ? `; ${headlineText(approval)}` : '';
  return { ...note, words: failing.size > 0 ? `over ${[...failing].sort().join(', ')}${why}` : '' };
}

/** One commit: the notes, and where nothing is left to do the numbers, which are published now. */
function closing(
  { repository, register, pull, decisions, today }: PullRequestState,
  notes: Draft[],
  isDone: boolean,
): Action {
  const path = decisionsFile(pull.number);
  const text = appendEntries(decisions.text, append(decisions.entries, notes));
  const rows = isDone
    ? moveTo(register.reservations, { pullRequest: pull.number, state: 'merged', date: today })
    : register.reservations;
  const message = `decisions: pull request ${pull.number}, ${notes.map(({ kind }) => kind).join(', ') || 'closed'}`;
  const files = [{ path, text }];
  return commitRegister(rows, { repository, expectedHead: register.commit, message, files });
}

/** Whether anything of the proposal is ours to record. */
export function concernsUs({ proposal }: MergedState): boolean {
  const { register, pull, decisions } = proposal;
  const isOwn = register.reservations.some(({ pullRequest }) => pullRequest === pull.number);
  return isOwn || decisions.content.units.length > 0 || decisions.entries.length > 0;
}
