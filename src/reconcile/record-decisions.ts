/**
 * The two commits to the record of decisions: what people said, as soon as it is heard, and what stands on the pull
 * request before it is shown, so that a word can be held against what its speaker had before them.
 */
import { append, type Draft, type Entry } from '../approval/entry.js';
import { appendEntries, decisionsFile } from '../approval/log.js';
import { noteShown } from '../approval/shown.js';
import type { Action } from '../plan.js';
import { REGISTER_BRANCH } from '../register/register.js';
import { isReady } from './is-ready.js';
import type { PullRequestState } from './pull-request-state.js';

/** What was said since the record was written last. */
export function recordDecisions(state: PullRequestState): Action[] {
  const { entries, written } = state.decisions;
  if (entries.length === written) return [];
  const kinds = [...new Set(entries.slice(written).map(({ kind }) => kind))];
  return [commitEntries(state, entries, kinds.join(', '))];
}

/** What is about to be shown, where that is not what the record says was shown last. */
export function recordShown(state: PullRequestState): Action[] {
  const { entries, content, approval } = state.decisions;
  if (approval === null || !isReady(state)) return [];
  if (content.units.length === 0 && entries.length === 0) return [];
  const note = noteShown(entries, content, state.now);
  return note ? [recordMore(state, [note], 'shown')] : [];
}

/** The commit that adds entries to the record. */
export function recordMore(state: PullRequestState, drafts: readonly Draft[], what: string): Action {
  return commitEntries(state, append(state.decisions.entries, drafts), what);
}

function commitEntries(
  { repository, register, pull, decisions }: PullRequestState,
  entries: readonly Entry[],
  what: string,
): Action {
  const path = decisionsFile(pull.number);
  return {
    kind: 'commit-files',
    repository,
    branch: REGISTER_BRANCH,
    expectedHead: register.commit,
    message: `decisions: pull request ${pull.number}, ${what}`,
    files: [{ path, text: appendEntries(decisions.text, entries) }],
  };
}
