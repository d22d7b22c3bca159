/** What if somebody said something now: `olga:approve`, `esther:object SSD-0031 too short`. Nothing is recorded. */

import type { Policy } from '../config/policy.js';
import type { Phrase } from '../report/phrase.js';
import { answerTo } from './answer.js';
import type { ApprovalState } from './approval-state.js';
import { append, type Entry } from './entry.js';
import { type Context, evaluate } from './evaluate.js';
import { findCommands } from './find-commands.js';
import { speakerOf } from './hear.js';
import { unknownSimulation } from './sentences.js';
import { type Content, shownAt, withShown } from './shown.js';

/** How it stands, and everything that a simulation is made on. */
export interface Simulated {
  readonly policy: Policy;
  readonly content: Content;
  readonly entries: readonly Entry[];
  readonly context: Context;
  readonly changeTypes: readonly string[];
}

/** How it would stand, and what the speaker would be answered. */
export interface Simulation {
  readonly before: ApprovalState;
  readonly after: ApprovalState;
  /** Sentences of the answer; empty where the word would be taken. */
  readonly answer: readonly Phrase[];
}

/** Takes `LOGIN:WORDS`, the words being a command with or without its slash. What stands there counts as shown. */
export function simulate(said: string, { policy, content, entries, context, changeTypes }: Simulated): Simulation {
  const before = evaluate(policy, content, entries, context);
  const [, login = '', words = ''] = /^@?([^:\s]+):\s*\/?(.*)$/s.exec(said) ?? [];
  const [command] = findCommands(`/${words}`);
  if (login === '' || !command) return { before, after: before, answer: [unknownSimulation(said)] };
  const shown = withShown(entries, content, context.now);
  const situation = { ...context, policy, changeTypes, units: content.units, botLogin: '' };
  const saw = shownAt(shown, context.now) ?? { number: 0, commit: '' };
  const around = { situation, entries: shown, speaker: speakerOf(login, situation), saw, at: context.now };
  const { drafts, reply } = answerTo(command, { ...around, source: 'simulated' });
  const after = evaluate(policy, content, append(shown, drafts), context);
  return { before, after, answer: [...reply.lines, ...reply.list] };
}
