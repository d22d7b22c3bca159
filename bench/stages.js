// Where the time of one process goes: V8's sampling profiler, each sample counted for the stage whose code it is in.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { OUTSIDE_BUNDLE } from './outside-bundle.js';

/** Folders of src/ and the stage they are; what is not listed is `the rest`. */
const STAGES = new Map([
  ['cli', 'node and start'],
  ['local', 'git and files'],
  ['specification', 'read'],
  ['changes', 'diff'],
  ['lint', 'lint'],
  ['classification', 'classify'],
  ['identifiers', 'classify'],
  ['sql', 'sql'],
  ['report', 'render'],
]);
const OUTSIDE = new Map([
  ['(garbage collector)', 'garbage collector'],
  ['(idle)', 'waiting for git'],
]);

/** Bundles the command with source maps, gives the path of its entry. */
export async function buildForProfiling(root, folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['spec', 'node_modules']) symlinkSync(join(root, name), join(folder, name));
  await build({
    absWorkingDir: root,
    entryPoints: ['src/cli.ts'],
    outdir: join(folder, 'dist'),
    entryNames: 'steward',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external: OUTSIDE_BUNDLE,
    sourcemap: 'linked',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return join(folder, 'dist', 'steward.js');
}

/** Runs the command under the profiler, each time after `before`, gives milliseconds of one run by stage, on average. */
export function stagesOf(script, args, { cwd, folder, before, rounds }) {
  const sums = new Map();
  for (let round = 0; round < rounds; round += 1) {
    before();
    const once = stagesOnce(script, args, { cwd, folder: join(folder, String(round)) });
    for (const [stage, milliseconds] of once) sums.set(stage, (sums.get(stage) ?? 0) + milliseconds / rounds);
  }
  return sums;
}

/** Findings are no failure; a command that broke off has no stages to be compared. */
function stagesOnce(script, args, { cwd, folder }) {
  mkdirSync(folder, { recursive: true });
  const command = ['--cpu-prof', `--cpu-prof-dir=${folder}`, script, ...args];
  const { status, stderr } = spawnSync(process.execPath, command, { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
  if (![0, 1].includes(status) || String(stderr).includes('internal error')) throw new Error(String(stderr));
  const [name] = readdirSync(folder);
  return sumByStage(JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

function sumByStage({ nodes, samples, timeDeltas }) {
  const stages = stagesByNode(nodes);
  const sums = new Map();
  samples.forEach((id, index) => {
    const stage = stages.get(id);
    sums.set(stage, (sums.get(stage) ?? 0) + timeDeltas[index] / 1000);
  });
  return sums;
}

/** A function outside src/ (a package, Node itself) counts for the stage that called it. Parents come first. */
function stagesByNode(nodes) {
  const sourceOf = sourceFinder();
  const stages = new Map([[nodes[0].id, 'node and start']]);
  for (const { id, callFrame, children = [] } of nodes) {
    const own = OUTSIDE.get(callFrame.functionName) ?? stageOf(sourceOf(callFrame)) ?? stages.get(id);
    stages.set(id, own);
    for (const child of children) stages.set(child, own);
  }
  return stages;
}

function stageOf(source) {
  const [, folder] = /(?:^|\/)src\/([\w-]+)(?:\/|\.ts)/.exec(source) ?? [];
  if (folder === undefined || source.includes('node_modules')) return null;
  return STAGES.get(folder.replace(/-.*/, '')) ?? 'the rest';
}

function sourceFinder() {
  const maps = new Map();
  return ({ url, lineNumber, columnNumber }) => {
    if (!url.startsWith('file:')) return '';
    if (!maps.has(url)) maps.set(url, mapOf(`${fileURLToPath(url)}.map`));
    return maps.get(url)?.findEntry(lineNumber, columnNumber).originalSource ?? '';
  };
}

/** What is not bundled has none. */
function mapOf(file) {
  return existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : null;
}
