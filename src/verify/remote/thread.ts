/** A thread that is asked one thing after the other. */
import { Worker, type WorkerOptions } from 'node:worker_threads';
import { StewardError } from '../../errors.js';

/** One running program; it keeps the process alive only while somebody waits for an answer. */
export interface Thread {
  /** True when nothing can be asked any more. */
  readonly isOver: boolean;
  /** Sends plain data, gives what comes back. Throws `no-answer` with the reason when it has ended, or ends meanwhile. */
  ask(question: unknown): Promise<unknown>;
  /** Stops it whatever it does, and its own threads with it; gives the error that whoever asks is told. */
  end(why: string): StewardError;
}

/** Starts a program; what people call it, and what it is started with, are in the options. */
export function openThread(file: string, options: WorkerOptions & { readonly name: string }): Thread {
  const { name } = options;
  const worker = new Worker(file, options);
  let over: StewardError | null = null;
  let fail: (error: StewardError) => void = () => undefined;
  const end = (why: string) => {
    over ??= new StewardError({ code: 'no-answer', place: '', found: why, expected: 'an answer' });
    fail(over);
    void worker.terminate();
    return over;
  };
  worker.on('error', (error) => end(`${name} failed: ${error.message}`));
  worker.on('exit', () => end(`${name} ended without an answer`));
  return {
    get isOver() {
      return over !== null;
    },
    ask: async (question) => {
      if (over !== null) throw over;
      worker.ref();
      try {
        return await new Promise((resolve, reject) => {
          fail = reject;
          worker.once('message', resolve);
          worker.postMessage(question);
        });
      } finally {
        worker.unref();
      }
    },
    end,
  };
}
