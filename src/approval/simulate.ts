/** What if somebody said something now: `olga:approve`, `esther:object SSD-0031 too short`. Nothing is recorded. */

import type { Policy } from '../config/policy.js';
import type { Phrase } from '../report/phrase.js';
import { answerTo } from './answer.js';
import type { ApprovalState } from './approval-state.js';
import { append, type Entry } from './entry.js';
import { type Context, evaluate } from './evaluate.js';
import { findCommands } from './find-commands.js';
import { speakerOf } from './roll.js';
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

/** How it would stand, and what the speakers would be answered. */
export interface Simulation {
  readonly before: ApprovalState;
  readonly after: ApprovalState;
  /** Sentences of the answers; empty where every word would be taken. */
  readonly answer: readonly Phrase[];
}

/**
 * Takes `LOGIN:WORDS`, or several of them one after the other, the words being a command with or without its slash.
 * What stands there counts as shown.
 */
export function simulate(said: string | readonly string[], simulated: Simulated): Simulation {
  const { policy, content, entries, context } = simulated;
  const before = evaluate(policy, content, entries, context);
  const answer: Phrase[] = [];
  let record = entries;
  for (const one of [said].flat()) {
    const heard = hearOne(one, { ...simulated, entries: record });
    record = heard.entries;
    answer.push(...heard.answer);
  }
  return { before, after: evaluate(policy, content, record, context), answer };
}

function hearOne(
  said: string,
  { policy, content, entries, context, changeTypes }: Simulated,
): { readonly entries: readonly Entry[]; readonly answer: readonly Phrase[] } {
  const [, login = '', words = ''] = /^@?([^:\s]+):\s*\/?(.*)$/s.exec(said) ?? [];
  const [command] = findCommands(`/${words}`);
  if (login === '' || !command) return { entries, answer: [unknownSimulation(said)] };
  const shown = withShown(entries, content, context.now);
  const situation = { ...context, policy, changeTypes, units: content.units, botLogin: '' };
  const saw = shownAt(shown, context.now) ?? { number: 0, commit: '' };
  const around = { situation, entries: shown, speaker: speakerOf(login, situation.roll), saw, at: context.now };
  const { drafts, reply } = answerTo(command, { ...around, source: 'simulated' });
  return { entries: append(shown, drafts), answer: [...reply.lines, ...reply.list] };
}
