/**
 * Contested changes become a proposal of their own, so that the others need not wait for them: branch, commit, pull
 * request, numbers, what remains, the note. One step a round, each safe to repeat. The numbers go along before the
 * changes leave, so that nobody gives them new ones.
 */
import { noteSplit } from '../approval/splits.js';
import { subjectKey } from '../identifiers/subject.js';
import type { Action, CommitFiles } from '../plan.js';
import { coAuthorTrailers, withTrailers } from '../pull-request/co-authors.js';
import { SPLIT_GONE, splitBody, splitTitle } from '../pull-request/decision-sentences.js';
import { takeOutRows } from '../records/take-out-rows.js';
import { commitRegister } from '../register/commit-register.js';
import { textOf } from '../specification/source-file.js';
import type { Parts } from '../split/split.js';
import type { PullRequestState } from './pull-request-state.js';
import { recordMore } from './record-decisions.js';
import { changeRequestName } from './review-pull.js';
import type { Splitting } from './splitting.js';

/** The next step of what is asked to be split off, or none. */
export function splitOff(state: PullRequestState): Action[] {
  const { splitting } = state;
  if (!splitting) return [];
  const { parts, pull } = splitting;
  if (!parts) return [ended(state, splitting, pull ? { pull: pull.number } : { reason: SPLIT_GONE })];
  if (parts.kind === 'refusal') return [ended(state, splitting, { reason: parts.sentence })];
  if (!pull) return [bringOut(state, splitting, parts)];
  return splitting.rows.length > 0 ? [moveNumbers(state, splitting, pull.number)] : [leave(state, splitting, parts)];
}

function ended(
  state: PullRequestState,
  { entry }: Splitting,
  { pull = 0, reason = '' }: { readonly pull?: number; readonly reason?: string },
): Action {
  return recordMore(state, [noteSplit(entry, { at: state.now, pull, reason })], 'split');
}

/** The branch, the commit on it, the pull request from it. */
function bringOut(state: PullRequestState, { branch, commit, isWritten, units }: Splitting, { alone }: Parts): Action {
  const { repository, pull, comparison } = state;
  if (commit === null) return { kind: 'create-branch', branch, commit: comparison.mergeBase };
  const title = splitTitle(units, pull);
  if (isWritten) {
    return {
      kind: 'open-pull',
      head: branch,
      base: pull.baseBranch,
      title,
      body: splitBody(units, pull),
      number: null,
    };
  }
  const message = `${title}\n\n${statements(state).join('\n')}`.trim();
  return commitTexts(state, { repository, branch, expectedHead: commit, message, texts: alone });
}

/** What the author said of types goes along. */
function statements({ pull, comparison }: PullRequestState): string[] {
  const said = [...comparison.commits.map(({ message }) => message), pull.body];
  return said.flatMap((text) => text.split(/\r?\n/).filter((line) => /^\s*Change-Type:/i.test(line)));
}

interface Texts extends Pick<CommitFiles, 'repository' | 'branch' | 'expectedHead' | 'message'> {
  readonly texts: ReadonlyMap<string, string | null>;
}

function commitTexts({ comparison, conversation }: PullRequestState, { texts, message, ...at }: Texts): CommitFiles {
  const trailers = coAuthorTrailers(comparison.commits, conversation.authors);
  const files = [...texts].map(([path, text]) => ({ path, text }));
  return { kind: 'commit-files', ...at, message: withTrailers(message, trailers), files };
}

function moveNumbers({ register, repository, today }: PullRequestState, { rows }: Splitting, number: number): Action {
  const moved = { pullRequest: number, changeRequest: changeRequestName(number), date: today };
  const all = register.reservations.map((row) => (rows.includes(row) ? { ...row, ...moved } : row));
  const message = `register: ${rows.map(({ identifier }) => identifier).join(', ')} to pull request ${number}`;
  return commitRegister(all, { repository, expectedHead: register.commit, message });
}

/** Their rows of the log are the other proposal's now, and are taken out; all other records follow by themselves. */
function leave(state: PullRequestState, { entry, units, pull: other }: Splitting, { rest }: Parts): Action {
  const { pull, repository, head, config } = state;
  const { changeLog } = config.layout;
  const file = head.files.get(changeLog);
  const texts = new Map(rest);
  const rows = {
    identifiers: movedTo(state, other?.number ?? 0, units),
    changeRequest: changeRequestName(pull.number),
  };
  if (file) texts.set(changeLog, takeOutRows(textOf(file), changeLog, rows));
  return commitTexts(state, {
    repository: pull.headRepository ?? repository,
    branch: pull.headBranch,
    expectedHead: pull.headCommit,
    message: `Split off to #${other?.number}: ${entry.covers.map(({ id }) => id).join(', ')}`,
    texts,
  });
}

/** Numbers that went along to the other pull request. */
function movedTo({ register }: PullRequestState, number: number, units: Splitting['units']): readonly string[] {
  const subjects = new Set(units.map(({ subject }) => subject));
  const own = register.reservations.filter(
    (row) => row.pullRequest === number && subjects.has(subjectKey(row.subject)),
  );
  return own.map(({ identifier }) => identifier);
}
