/** The App in a process of its own: how long a look takes from its webhook, what it asks, how long it blocks. */
import { subscribe } from 'node:diagnostics_channel';
import { performance } from 'node:perf_hooks';
import { type EvidenceLevel, evidenceGiver } from '../../src/app/evidence.js';
import { type AppOptions, type RunningApp, runApp } from '../../src/app/run-app.js';
import { longestBlock, watchBlocks } from './block-watch.js';
import { answerQuestions } from './protocol.js';

/** One look at a pull request. */
interface Look {
  readonly number: number;
  readonly reads: number;
  readonly writes: number;
  readonly rounds: number;
  readonly milliseconds: number;
}

type StartOptions = Omit<AppOptions, 'today' | 'now' | 'log' | 'host' | 'port' | 'throttled' | 'giveEvidence'> & {
  readonly evidence?: EvidenceLevel;
};

type Facts = Omit<Look, 'milliseconds'>;

const looks: Look[] = [];
const errors: string[] = [];
let app: RunningApp;
/** When the first event about a pull request came since the last question. */
let arrived: number | null = null;

subscribe('http.server.request.start', (message) => {
  const { request } = message as { request: { headers: Record<string, unknown> } };
  if (request.headers['x-github-event'] === 'pull_request') arrived ??= performance.now();
});

function note(facts: object): void {
  const { number, ...counts } = facts as Facts;
  const now = performance.now();
  if (number !== undefined) looks.push({ number, ...counts, milliseconds: now - (arrived ?? now) });
}

answerQuestions({
  start: async ({ evidence = 'off', ...options }: StartOptions) => {
    const log = { info: note, error: (facts: object) => void errors.push(JSON.stringify(facts)) };
    const place = { host: '127.0.0.1', port: 0, throttled: false };
    const clock = { today: () => '2026-11-22', now: () => '2026-11-22T09:00:00Z' };
    app = await runApp({ ...options, ...place, ...clock, log, giveEvidence: evidenceGiver(evidence) });
    watchBlocks();
    return { url: app.webhookUrl };
  },
  /** The looks since the last question, and the longest time without a breath. */
  looks: async () => {
    await app.steward.idle();
    const blocked = longestBlock();
    arrived = null;
    return { looks: looks.splice(0), errors: errors.splice(0), blocked };
  },
});
