/** What the people on a pull request do next. */
import type { Phrase } from '../report/phrase.js';
import { checksStep, conflictStep, STEPS, stateTypeStep } from './sentences.js';
import { repairsOf } from './suggestions.js';
import type { View } from './view.js';

/** First things first. */
export function nextSteps(view: View): Phrase[] {
  const { state, review, records, verdict } = view;
  const { pull, config, repository } = state;
  const isMended = review.verdict !== 'mend';
  const isOpen = review.changes.some(({ changeType, doubt }) => changeType === 'undecided' || doubt !== '');
  const conflicts = state.conflict?.paths ?? [];
  const steps: readonly (readonly [boolean, Phrase])[] = [
    [!isMended, STEPS.find],
    [!isMended, STEPS.edit],
    [repairsOf(view).length > 0, STEPS.suggestions],
    [review.questions.length > 0, STEPS.questions],
    [isOpen, stateTypeStep(config.changeTypes[0] ?? '')],
    [records === 'stale' || records === 'edited', STEPS.records],
    [conflicts.length > 0, conflictStep(pull.baseBranch, conflicts)],
    [verdict === 'fine' && conflicts.length === 0, STEPS.fine],
    [true, checksStep(`/${repository}/pull/${pull.number}/checks`)],
    [true, STEPS.look],
  ];
  return steps.flatMap(([due, step]) => (due ? [step] : []));
}
