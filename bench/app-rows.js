// The App on the twin, each in a process of its own: what a proposal costs.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { start } from './app/processes.js';
import { enlarge } from './enlarge.js';
import { makeRepository, readTexts } from './ground.js';
import { fiveItems } from './proposals.js';
import { ROOT } from './rows.js';

/** Names that the targets refer to. */
export const READS = 'requests read, from webhook to plan, warm';
export const PLAN = 'milliseconds from webhook to plan, warm';
export const BLOCKED = 'longest block of the event loop, ms, warm';
export const PROVING_BLOCKED = 'longest block of the event loop, ms, PostgreSQL runs too';
export const LARGE_BLOCKED = 'the large change: longest block of the event loop, ms, warm';

/** A larger one would measure the twin. */
const LARGEST = 10;

/** Values by row, or null above the scale that is measured; the large change is measured as it is. */
export async function appRows(scripts, { scale, folder, rounds, change }) {
  if (scale > LARGEST) return null;
  const five = await fiveRows(scripts, { base: recorded(`${folder}-base`, scale), folder, rounds });
  return new Map([
    ...five,
    ...(scale === 1 ? await largeRows(scripts, { change, folder: `${folder}-large`, rounds }) : []),
  ]);
}

/** A proposal of five files: decided only, carried out, and carried out with all that its statements are proved by. */
async function fiveRows(scripts, { base, folder, rounds }) {
  const head = fiveItems(base);
  return onTwin(scripts, { base, head, folder, rounds }, async (looks) => {
    const plans = await looks({ dryRun: true });
    const acts = await looks({ dryRun: false });
    const proofs = await looks({ dryRun: false, evidence: 'executed' });
    return [
      ...planRows(plans),
      ...actRows(acts),
      ...blockRows([plans, acts]),
      ['milliseconds from webhook to rest, PostgreSQL runs too, cold', proofs.cold.milliseconds],
      ['milliseconds from webhook to rest, PostgreSQL runs too, warm', median(proofs.warm, 'milliseconds')],
      [PROVING_BLOCKED, Math.max(proofs.coldBlock, proofs.warmBlock)],
    ];
  });
}

/** The largest recorded change, carried out. */
function largeRows(scripts, { change: { base, head }, folder, rounds }) {
  return onTwin(scripts, { base, head, folder, rounds }, async (looks) => {
    const { warm, coldBlock, warmBlock } = await looks({ dryRun: false });
    return [
      ['the large change: milliseconds from webhook to rest, warm', median(warm, 'milliseconds')],
      ['the large change: longest block of the event loop, ms, cold', coldBlock],
      [LARGE_BLOCKED, warmBlock],
    ];
  });
}

/** The twin with a repository, and what measures the looks of a new App at proposals to it. */
async function onTwin(scripts, { base, head, folder, rounds }, measured) {
  const twin = start(join(scripts, 'twin-process.js'));
  const apps = [];
  try {
    const { id, slug, ...credentials } = await twin.ask('start', { folder, files: Object.fromEntries(base) });
    const propose = proposer(twin, base, head);
    return await measured((options) => {
      const app = start(join(scripts, 'app-process.js'));
      apps.push(app);
      const connection = { appId: String(id), baseUrl: credentials.url, ...credentials };
      return looksOf(twin, app, { options: { ...connection, ...options }, propose, rounds });
    });
  } finally {
    for (const process of [twin, ...apps]) process.end();
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

/** Each proposal has files that nobody has seen. */
function proposer(twin, base, head) {
  const changed = [...head].filter(([path, text]) => text !== base.get(path));
  const gone = [...base.keys()].filter((path) => !head.has(path));
  let count = 0;
  const unseen = ([path, text]) => [path, path.endsWith('.yml') ? `${text}# proposal ${count}\n` : text];
  return () => {
    count += 1;
    const files = Object.fromEntries([...gone.map((path) => [path, null]), ...changed.map(unseen)]);
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

function median(looks, name) {
  const sorted = looks.map((look) => look[name]).sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
