/**
 * Shows a pull request its state: one comment, three checks, labels, suggestions, answers to commands. Only what differs from what is there
 * is written, so that showing the same state again does nothing.
 */
import type { Action } from '../plan.js';
import type { PullRequestState } from '../reconcile/pull-request-state.js';
import { atOnce, type Steps } from '../steps.js';
import { putAnswers } from './approval.js';
import { putChecks } from './checks.js';
import { putComment } from './comment.js';
import { setLabels } from './labels.js';
import { putSuggestions } from './suggestions.js';
import { type View, viewOf } from './view.js';

/** What there is to show, each of it from the same view. The checks come first: they are what a merge waits for. */
const PARTS: readonly ((view: View) => readonly Action[])[] = [
  putChecks,
  putComment,
  putAnswers,
  setLabels,
  putSuggestions,
];

/** What must be written for the pull request to show its state. */
export function present(state: PullRequestState): readonly Action[] {
  return atOnce(presentSteps(state));
}

/** The same, with a pause before each part. */
export function* presentSteps(state: PullRequestState): Steps<readonly Action[]> {
  const view = viewOf(state);
  const actions: Action[] = [];
  for (const part of PARTS) {
    yield;
    actions.push(...part(view));
  }
  return actions;
}
