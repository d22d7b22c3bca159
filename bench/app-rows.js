// The App on the twin, each in a process of its own: what one proposal of five files costs.
import { execFileSync, fork } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { enlarge } from './enlarge.js';
import { makeRepository, readTexts } from './ground.js';
import { OUTSIDE_BUNDLE } from './outside-bundle.js';
import { fiveItems } from './proposals.js';
import { ROOT } from './rows.js';

/** Names that the targets refer to. */
export const READS = 'requests read, from webhook to plan, warm';
export const PLAN = 'milliseconds from webhook to plan, warm';
export const BLOCKED = 'longest block of the event loop, ms, warm';

/** A larger one would measure the twin. */
const LARGEST = 10;

const BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Bundles both processes into a folder. */
export async function buildAppProcesses(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['spec', 'node_modules']) symlinkSync(join(ROOT, name), join(folder, name));
  await build({
    absWorkingDir: ROOT,
    entryPoints: ['bench/app/app-process.ts', 'bench/app/twin-process.ts'],
    outdir: join(folder, 'dist'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: OUTSIDE_BUNDLE,
    banner: { js: BANNER },
  });
  return join(folder, 'dist');
}

/** Values by row, or null above the scale that is measured. */
export async function appRows(scripts, { scale, folder, rounds }) {
  if (scale > LARGEST) return null;
  const base = recorded(`${folder}-base`, scale);
  const twin = start(join(scripts, 'twin-process.js'));
  const deciding = start(join(scripts, 'app-process.js'));
  const acting = start(join(scripts, 'app-process.js'));
  try {
    const { id, slug, ...credentials } = await twin.ask('start', { folder, files: Object.fromEntries(base) });
    const connection = { appId: String(id), baseUrl: credentials.url, ...credentials };
    const propose = proposer(twin, base);
    const plans = await looksOf(twin, deciding, { options: { ...connection, dryRun: true }, propose, rounds });
    const acts = await looksOf(twin, acting, { options: { ...connection, dryRun: false }, propose, rounds });
    return new Map([...planRows(plans), ...actRows(acts), ...blockRows([plans, acts])]);
  } finally {
    for (const process of [twin, deciding, acting]) process.end();
  }
}

function planRows({ cold, warm }) {
  const plan = median(warm, 'milliseconds');
  return [
    ['requests read, from webhook to plan, cold', cold.reads],
    [READS, median(warm, 'reads')],
    ['milliseconds from webhook to plan, cold', cold.milliseconds],
    [PLAN, plan],
  ];
}

function actRows({ cold, warm }) {
  return [
    ['requests read, from webhook to rest, warm', median(warm, 'reads')],
    ['requests that write, from webhook to rest, warm', median(warm, 'writes')],
    ['rounds from webhook to rest, warm', median(warm, 'rounds')],
    ['milliseconds from webhook to rest, cold', cold.milliseconds],
    ['milliseconds from webhook to rest, warm', median(warm, 'milliseconds')],
  ];
}

function blockRows(runs) {
  return [
    ['longest block of the event loop, ms, cold', Math.max(...runs.map(({ coldBlock }) => coldBlock))],
    [BLOCKED, Math.max(...runs.map(({ warmBlock }) => warmBlock))],
  ];
}

/** A first look with nothing known, and as many with all but the proposal known. */
async function looksOf(twin, app, { options, propose, rounds }) {
  const { url } = await app.ask('start', options);
  await twin.ask('aim', { url });
  const first = [];
  const blocks = [];
  for (let round = 0; round <= rounds; round += 1) {
    const number = await propose();
    await twin.ask('settled');
    const answer = await app.ask('looks');
    if (answer.errors.length > 0) throw new Error(`the App failed: ${answer.errors.join(' ')}`);
    first.push(answer.looks.find((look) => look.number === number));
    blocks.push(answer.blocked);
    // What its own commit made the App look at is not part of the next proposal.
    await twin.ask('settled');
    await app.ask('looks');
  }
  const [cold, ...warm] = first;
  const [coldBlock, ...warmBlocks] = blocks;
  return { cold, warm, coldBlock, warmBlock: Math.max(...warmBlocks) };
}

/** Each proposal has five files that nobody has seen. */
function proposer(twin, base) {
  const changed = [...fiveItems(base)].filter(([path, text]) => text !== base.get(path));
  let count = 0;
  return () => {
    count += 1;
    const files = Object.fromEntries(changed.map(([path, text]) => [path, `${text}# proposal ${count}\n`]));
    return twin.ask('propose', { branch: `proposal-${count}`, files });
  };
}

/** The specification of that scale with its generated files in step. */
function recorded(folder, scale) {
  const base = enlarge(readTexts(ROOT, ['spec']), scale);
  const cwd = makeRepository(folder, base, new Map([...base, ['README.md', 'The standard\n']]));
  for (const command of ['record', 'sql']) run(command, cwd);
  return new Map([...readTexts(cwd, ['.'])].filter(([path]) => !path.startsWith('.git/')));
}

function run(command, cwd) {
  execFileSync(process.execPath, [join(ROOT, 'bin', 'steward'), command], { cwd, stdio: 'ignore' });
}

function start(script) {
  const child = fork(script, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const waiting = new Map();
  child.on('message', ({ id, result, error }) => {
    const { resolve, reject } = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) resolve(result);
    else reject(new Error(error));
  });
  child.on('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${script} ended with ${code}`));
  });
  let last = 0;
  return {
    ask: (name, value) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, { resolve, reject });
        child.send({ id: last, name, value });
      }),
    end: () => child.disconnect(),
  };
}

function median(looks, name) {
  const sorted = looks.map((look) => look[name]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
