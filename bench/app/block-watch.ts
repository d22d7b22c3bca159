/**
 * The longest time for which the event loop did not turn. What the thread waited for a core that others had is not part
 * of it, where Linux tells how long that was: it says something of the machine, and nothing of the App.
 */
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** Milliseconds from one turn to the next. */
const TICK = 5;

let last = now();
let longest = 0;

/** Begins to watch; does not keep the process alive. */
export function watchBlocks(): void {
  last = now();
  setInterval(() => {
    const turned = now();
    longest = Math.max(longest, turned - last - TICK);
    last = turned;
  }, TICK).unref();
}

/** Milliseconds of the longest block since this was asked last. */
export function longestBlock(): number {
  const found = longest;
  longest = 0;
  return found;
}

/** A clock that stands still while the thread waits for a core. */
function now(): number {
  return performance.now() - waited();
}

/** The second number: nanoseconds on the queue of the scheduler. */
function waited(): number {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}
