// The processes of the App's rows: the App and the twin, each alone, so that what one costs is not counted as the other's.
import { fork } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { OUTSIDE_BUNDLE } from '../outside-bundle.js';
import { ROOT } from '../rows.js';

const BANNER =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);";

/** Bundles them into a folder, with the threads that the App starts. */
export async function buildAppProcesses(folder) {
  mkdirSync(folder, { recursive: true });
  for (const name of ['spec', 'node_modules']) symlinkSync(join(ROOT, name), join(folder, name));
  await build({
    absWorkingDir: ROOT,
    entryPoints: {
      'app-process': 'bench/app/app-process.ts',
      'twin-process': 'bench/app/twin-process.ts',
      'evidence-worker': 'src/app/evidence-worker.ts',
      'engine-worker': 'src/verify/remote/engine-worker.ts',
    },
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

/** Starts a script, gives how to ask it and how to end it. */
export function start(script) {
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
