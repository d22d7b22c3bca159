/** The thread that tries statements: one, as long as it is needed, and never in the way of anybody. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { evidenceGiver } from '../../src/app/evidence.js';
import { EvidenceThread } from '../../src/app/evidence-thread.js';
import { packageRoot } from '../../src/local/bundled.js';
import type { Review } from '../../src/review.js';
import { aReview } from '../report/build.js';
import { object, specification } from '../sql/build.js';

const folder = mkdtempSync(join(tmpdir(), 'steward-thread-'));
const file = join(folder, 'program.mjs');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the thread does with a message. */
function program(answer: string): void {
  const head = "import { parentPort, threadId, workerData } from 'node:worker_threads';";
  writeFileSync(file, `${head}\nparentPort.on('message', (question) => { ${answer} });\n`);
}

/** Answers with its own number, and with how many answers it was given; and has one more to keep. */
const ANSWERS = `
  const evidence = { tiers: [String(threadId)], proofs: [], noEngine: [], freeSql: workerData.answers.length };
  parentPort.postMessage({ evidence, fresh: [['key', { outcome: 'passed', said: '' }]] });`;
const NEVER = 'setInterval(() => undefined, 1000);';
const FAILS = "throw new Error('out of breath');";

const head = specification(object('ssd_x', [{ name: 'x', ref: 'X1' }]));
const question = { scripts: [{ target: 'azeus.oracle', objects: ['ssd_x'] }], specification: head };

/** A review whose SQL is known by a digest. */
function changed(digest: string): Review {
  const none = { summary: '', added: 1, removed: 0, rerun: true, byHand: [], subjects: [] };
  const migration = { safety: 'none', steps: [] } as const;
  const objects = [{ object: 'ssd_x', hunks: [] }];
  return aReview({
    sql: [{ ...none, target: 'azeus.oracle', file: 'sql/azeus.oracle.sql', migration, objects, digest }],
  });
}

/** Which thread answered, and how many answers it was started with. */
async function asked(thread: EvidenceThread): Promise<readonly [id: string, answers: number]> {
  const { tiers, freeSql } = await thread.ask(question);
  return [String(tiers[0]), freeSql];
}

test('one thread answers all that is asked; it ends when nothing is, and the next knows what was answered', async () => {
  program(ANSWERS);
  const thread = new EvidenceThread({ file, tiers: ['parsed'], patience: 60, idle: 0.05 });
  const [[first, none], [second]] = await Promise.all([asked(thread), asked(thread)]);
  expect([second, none]).toEqual([first, 0]);
  await pause(500);
  const [third, known] = await asked(thread);
  expect(third).not.toBe(first);
  expect(known).toBe(1);
});

test('while nothing is asked the thread does not keep the process alive', async () => {
  program(ANSWERS);
  const bundle = join(folder, 'ask.mjs');
  const code = `
    import { EvidenceThread } from './src/app/evidence-thread.ts';
    const thread = new EvidenceThread({ file: ${JSON.stringify(file)}, tiers: [], patience: 600, idle: 600 });
    console.log((await thread.ask({})).freeSql);`;
  const stdin = { contents: code, resolveDir: packageRoot() };
  await build({ stdin, bundle: true, platform: 'node', format: 'esm', outfile: bundle, logLevel: 'error' });
  const { stdout } = await promisify(execFile)(process.execPath, [bundle]);
  expect(stdout).toBe('0\n');
});

test.each([
  ['fails', FAILS, { patience: 60 }, 'the thread of evidence failed: out of breath'],
  ['has no answer', NEVER, { patience: 0.2 }, 'nothing was tried within 0.2 seconds'],
  ['ends', 'process.exit();', { patience: 60 }, 'the thread of evidence ended without an answer'],
])('a thread that %s is told as that, and not asked the same again', async (_, answer, options, said) => {
  program(answer);
  const give = evidenceGiver('parsed', { file, idle: 60, ...options });
  const proofs = [expect.objectContaining({ object: 'ssd_x', outcome: 'not run here', said })];
  expect(await give(changed('a'), head)).toMatchObject({ proofs });
  program(ANSWERS);
  expect(await give(changed('a'), head)).toMatchObject({ proofs });
  expect(await give(changed('b'), head)).toMatchObject({ proofs: [] });
});

test('no thread is started where nothing is asked, nothing changes, or nothing is built', async () => {
  program(FAILS);
  expect(await evidenceGiver('off', { file })(changed('a'), head)).toBeNull();
  expect(await evidenceGiver('parsed', { file })(aReview({ sql: [] }), head)).toBeNull();
  expect(await evidenceGiver('parsed', { file: join(folder, 'not-built.js') })(changed('a'), head)).toBeNull();
});
