/**
 * Long work in steps: it pauses wherever others may have a turn, and whoever drives it decides whether they get one. So
 * one and the same pure function serves the command, which is alone, and the App, which answers webhooks meanwhile.
 */
import type { Breathe } from './ports.js';

/** Work that pauses, and gives its result in the end. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Does it all without a pause. */
export function atOnce<T>(steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Lets others have a turn at every pause; where nobody else is served there is none. */
export async function inTurns<T>(steps: Steps<T>, breathe: Breathe | undefined): Promise<T> {
  if (breathe === undefined) return atOnce(steps);
  let step = steps.next();
  while (!step.done) {
    await breathe();
    step = steps.next();
  }
  return step.value;
}
