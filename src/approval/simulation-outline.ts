/** What if somebody said something: how it stands now and then, as a report. */
import type { PlainOutline } from '../report/outline.js';
import { untitled } from '../report/parts.js';
import { PASSING } from './approval-state.js';
import { headline, headlineText } from './headline.js';
import { approvalSummary } from './outline.js';
import { SIMULATION_TITLES, saidTitle, simulatedOn } from './policy-sentences.js';
import type { Simulation } from './simulate.js';

/** Who would say what, and on which pull request. */
export interface Supposed {
  readonly pullRequest: number;
  readonly said: readonly string[];
  readonly commit: string;
}

/** Now, what they would be answered, and then. */
export function simulationOutline({ before, after, answer }: Simulation, supposed: Supposed): PlainOutline {
  const isPassing = PASSING.includes(after.state);
  return {
    mark: isPassing ? '✔' : '✘',
    verdict: isPassing ? 'fine' : 'decide',
    headline: `#${supposed.pullRequest}: ${headlineText(after)}`,
    about: simulatedOn(supposed.commit),
    sections: [
      { ...approvalSummary(before, headline(before)), title: SIMULATION_TITLES.before },
      ...(answer.length > 0 ? [{ title: SIMULATION_TITLES.answer, summary: [], parts: untitled(answer) }] : []),
      { ...approvalSummary(after, headline(after)), title: saidTitle(supposed.said) },
    ],
  };
}
