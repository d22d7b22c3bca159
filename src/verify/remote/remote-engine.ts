/** An engine on a thread of its own: nobody waits for it longer than it was given, and webhooks are answered meanwhile. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { StewardError } from '../../errors.js';
import { packageRoot } from '../../local/bundled.js';
import type { Engine, Session } from '../engine.js';
import type { Said } from './engine-worker.js';
import { openThread } from './thread.js';

/** Where the build puts the thread's program. */
const ENGINE_FILE = join(packageRoot(), 'dist', 'engine-worker.js');

/**
 * Takes an engine of the list and how many seconds a session of it may last, gives the same on a thread. Where nothing
 * is built it stays where it is. A session that is out of time, or whose engine does not work, throws `no-answer` with
 * the reason for every further statement.
 */
export function remoteEngine(engine: Engine, seconds: number, file = ENGINE_FILE): Engine {
  if (!existsSync(file)) return engine;
  return { ...engine, open: async () => openSession(engine.name, { seconds, file }) };
}

function openSession(name: string, { seconds, file }: { seconds: number; file: string }): Session {
  const thread = openThread(file, { name, workerData: name });
  const timer = setTimeout(() => thread.end(`${name} did not answer within ${seconds} seconds`), seconds * 1_000);
  return {
    run: async (statement) => {
      const said = (await thread.ask(statement)) as Said;
      if (said === null) return;
      const { isRefused, found } = said;
      if (!isRefused) throw thread.end(found);
      throw new StewardError({ code: 'statement-refused', place: '', found, expected: 'a statement it takes' });
    },
    close: async () => {
      clearTimeout(timer);
      thread.end(`${name} is closed`);
    },
  };
}
