/**
 * Shows a pull request its state: one comment, three checks, labels, suggestions, answers to commands. Only what differs from what is there
 * is written, so that showing the same state again does nothing.
 */
import type { Action } from '../plan.js';
import type { PullRequestState } from '../reconcile/pull-request-state.js';
import { putAnswers } from './approval.js';
import { putChecks } from './checks.js';
import { putComment } from './comment.js';
import { setLabels } from './labels.js';
import { putSuggestions } from './suggestions.js';
import { viewOf } from './view.js';

/** The checks come first: they are what a merge waits for. */
export function present(state: PullRequestState): readonly Action[] {
  const view = viewOf(state);
  return [...putChecks(view), ...putComment(view), ...putAnswers(view), ...setLabels(view), ...putSuggestions(view)];
}
