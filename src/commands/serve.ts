/** `steward serve`: the App, configured by the environment. */
import { clockOf } from '../app/connect.js';
import { howToConfigure, missingVariables, readEnvironment, variablesIn } from '../app/environment.js';
import { evidenceGiver } from '../app/evidence.js';
import { runApp } from '../app/run-app.js';
import type { Log } from '../app/steward.js';
import { FINE, print, WRONG_USE } from './output.js';

/** Runs until it is told to stop. Without credentials it says what to set; throws `not-configured`, `not-connected`. */
export async function serveCommand(folder: string): Promise<number> {
  const variables = variablesIn(folder);
  const missing = missingVariables(variables);
  if (missing.length > 0) {
    process.stderr.write(howToConfigure(missing));
    return WRONG_USE;
  }
  const environment = readEnvironment(variables);
  const giveEvidence = evidenceGiver(environment.evidence);
  const clock = clockOf(() => new Date());
  const app = await runApp({ ...environment, ...clock, giveEvidence, log: lines, throttled: true });
  await print(`Listening at ${app.webhookUrl}\n`);
  const sweep = () => app.sweep().catch((error: unknown) => lines.error({ error: String(error) }, 'sweep failed'));
  await sweep();
  const timer = setInterval(sweep, environment.sweepMinutes * 60_000);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  clearInterval(timer);
  await app.close();
  await app.steward.idle();
  return FINE;
}

/** One line of JSON an event, for whatever collects logs. */
const lines: Log = {
  info: (facts, message) => write('info', facts, message),
  error: (facts, message) => write('error', facts, message),
};

function write(level: string, facts: object, message: string): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...facts })}\n`);
}
