/** An engine on a thread of its own: nobody waits for it longer than it was given, and webhooks are answered meanwhile. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StewardError } from '../../errors.js';
import { packageRoot } from '../../local/bundled.js';
import type { Engine, Session } from '../engine.js';
import type { Said } from './engine-worker.js';

/** Where the build puts the thread's program. */
export const WORKER_FILE = join(packageRoot(), 'dist', 'engine-worker.js');

/**
 * Takes an engine of the list and how many seconds a session of it may last, gives the same on a thread. Where nothing
 * is built it stays where it is. A session that is out of time throws `no-answer` for every further statement.
 */
export function remoteEngine(engine: Engine, seconds: number, file = WORKER_FILE): Engine {
  if (!existsSync(file)) return engine;
  return { ...engine, open: async () => openThread(engine.name, { seconds, file }) };
}

function openThread(name: string, { seconds, file }: { seconds: number; file: string }): Session {
  const worker = new Worker(file, { workerData: name });
  const noAnswer = new StewardError({
    code: 'no-answer',
    place: '',
    found: `${name} did not answer within ${seconds} seconds`,
    expected: 'an answer in time',
  });
  let over: Error | null = null;
  let fail: (error: Error) => void = () => undefined;
  const end = (error: Error) => {
    over ??= error;
    fail(over);
    return worker.terminate();
  };
  const timer = setTimeout(() => end(noAnswer), seconds * 1_000);
  worker.on('error', end);
  return {
    run: async (statement) => {
      if (over !== null) throw over;
      const said = await new Promise<Said>((resolve, reject) => {
        fail = reject;
        worker.once('message', resolve);
        worker.postMessage(statement);
      });
      if (said === null) return;
      const code = said.isRefused ? 'statement-refused' : 'engine-failed';
      throw new StewardError({ code, place: '', found: said.found, expected: 'a statement it takes' });
    },
    close: async () => {
      clearTimeout(timer);
      await worker.terminate();
    },
  };
}
