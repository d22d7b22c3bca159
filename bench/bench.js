// npm run bench: what a review costs, as ratios against baselines measured in the same run. See docs/performance.md.
//
//   npm run bench -- --scales 1,10 --rounds 3
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildAppProcesses } from './app/processes.js';
import { appRows } from './app-rows.js';
import { forget } from './ground.js';
import { measure } from './measure.js';
import { fetchBuf } from './peer.js';
import { FLOOR, largeChange, largeRows, ROOT, smallRows } from './rows.js';
import { buildForProfiling, stagesOf } from './stages.js';
import { appTable, processTable, stageTable, targetTable } from './tables.js';
import { appTargetsAt, sqlTargetAt, targetsAt } from './targets.js';

const { values: options } = parseArgs({
  options: { scales: { type: 'string', default: '1,10,100' }, rounds: { type: 'string', default: '9' } },
});
const scales = options.scales.split(',').map(Number);
/** A sampled stage varies, the more the shorter it is. */
const PROFILES = 3;
const work = mkdtempSync(join(tmpdir(), 'spec-steward-bench-'));
const repositoryAt = (scale) => join(work, `x${scale}`);
try {
  await bench();
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function bench() {
  say('building ...');
  execFileSync(process.execPath, [join(ROOT, 'tools', 'build.js')], { stdio: 'inherit' });
  say('fetching buf from npm ...');
  const buf = fetchBuf(join(work, 'buf'));
  if (!buf) say('SKIPPED: buf is not to be had from npm, so its rows are not run here.');
  const change = largeChange(join(work, 'replay'), say);
  const results = new Map(scales.map((scale) => [scale, measureAt(scale, { buf, change })]));
  const apps = await measureApps(change);
  say('profiling ...');
  const stages = await profile();
  console.log(`Node ${process.version}, ${process.platform} ${process.arch}. The large change: ${change.name}.\n`);
  console.log(processTable(results, scales, FLOOR));
  console.log(appTable(apps, scales));
  const targets = scales.flatMap((scale) => [
    ...targetsAt(scale, results),
    sqlTargetAt(scale, stages),
    ...appTargetsAt(scale, apps, results),
  ]);
  console.log(targetTable(targets));
  console.log(stageTable(stages, scales));
}

/** The larger, the fewer rounds: long runs vary less. */
function measureAt(scale, { buf, change }) {
  say(`x${scale}: preparing ...`);
  const small = smallRows(repositoryAt(scale), scale, buf);
  const rows = [...small, ...largeRows(join(work, `large-x${scale}`), scale, change)];
  const rounds = Math.max(1, Math.round(Number(options.rounds) / (1 + Math.log10(scale))));
  say(`x${scale}: ${rows.length} commands, ${rounds} rounds ...`);
  return measure(rows, rounds);
}

async function measureApps(change) {
  const scripts = await buildAppProcesses(join(work, 'apps'));
  const measured = new Map();
  for (const scale of scales) {
    say(`x${scale}: the App ...`);
    const folder = join(work, `app-x${scale}`);
    measured.set(scale, await appRows(scripts, { scale, folder, rounds: Number(options.rounds), change }));
  }
  return measured;
}

async function profile() {
  const script = await buildForProfiling(ROOT, join(work, 'profiled'));
  const stages = (scale) => {
    const cwd = repositoryAt(scale);
    const folder = join(work, `profile-x${scale}`);
    return stagesOf(script, ['review'], { cwd, folder, before: () => forget(cwd), rounds: PROFILES });
  };
  return new Map(scales.map((scale) => [scale, stages(scale)]));
}

function say(line) {
  console.error(`bench: ${line}`);
}
