/** The thread of one engine: takes statements one after the other, and says what came of each. */
import { parentPort, workerData } from 'node:worker_threads';
import { StewardError } from '../../errors.js';
import { ENGINES } from '../engines.js';

/** What the thread says of a statement: nothing where it passed. */
export type Said = { readonly isRefused: boolean; readonly found: string } | null;

const engine = ENGINES.find(({ name }) => name === workerData);
if (engine === undefined || parentPort === null) throw new Error(`no engine ${String(workerData)}, or no thread`);
const port = parentPort;
const opened = engine.open();

port.on('message', async (statement: string) => {
  try {
    await (await opened).run(statement);
    port.postMessage(null);
  } catch (error) {
    const detail = error instanceof StewardError ? error.detail : { code: '', found: String(error) };
    port.postMessage({ isRefused: detail.code === 'statement-refused', found: detail.found });
  }
});
