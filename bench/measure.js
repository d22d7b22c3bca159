// Whole processes, by a monotonic clock: run in turn so that a busy machine hits all of them alike.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const SCRATCH = join(tmpdir(), `spec-steward-bench-memory-${process.pid}`);
const HAS_GNU_TIME = spawnSync('/usr/bin/time', ['-f', '%M', '-o', SCRATCH, 'true']).status === 0;
/** Loaded into a Node process, tells its own peak where GNU time is missing. */
const TELL_MEMORY = `data:text/javascript,import{writeFileSync}from'node:fs';process.on('exit',()=>writeFileSync('${SCRATCH}',String(process.resourceUsage().maxRSS)))`;

/**
 * Takes rows `{name, command, cwd, before, after}`, gives by name the median seconds and the peak memory in MiB (null
 * where it cannot be had). Every round runs every row once, in their order; memory is taken in a run of its own. What
 * is done before and after a row is not measured.
 */
export function measure(rows, rounds) {
  const seconds = new Map(rows.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const row of rows) seconds.get(row.name).push(timed(row));
  }
  return new Map(rows.map((row) => [row.name, { seconds: median(seconds.get(row.name)), mebibytes: memory(row) }]));
}

function timed(row) {
  row.before?.();
  const start = process.hrtime.bigint();
  run(row, row.command);
  const end = process.hrtime.bigint();
  row.after?.();
  return Number(end - start) / 1e9;
}

function memory(row) {
  const [program] = row.command;
  if (!HAS_GNU_TIME && program !== process.execPath) return null;
  row.before?.();
  if (HAS_GNU_TIME) run(row, ['/usr/bin/time', '-f', '%M', '-o', SCRATCH, ...row.command]);
  else run(row, row.command, { NODE_OPTIONS: `--import=${TELL_MEMORY}` });
  row.after?.();
  const kibibytes = Number(readFileSync(SCRATCH, 'utf8').trim().split('\n').at(-1));
  rmSync(SCRATCH);
  return kibibytes / 1024;
}

/** Findings are no failure: `steward` says 1 to them, `buf` 100. */
function run({ name, cwd }, [program, ...args], env = {}) {
  const { status, error, stderr } = spawnSync(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (![0, 1, 100].includes(status)) throw error ?? new Error(`${name} ended with ${status}: ${stderr}`);
}

function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
