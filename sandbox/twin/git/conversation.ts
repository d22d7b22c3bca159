/** A git process that stays: it answers one question after the other, which spares starting it for each. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { GIT_ENVIRONMENT } from './run.js';

/** Where the first whole answer ends in what was received; -1 while it is not whole. */
export type EndOf = (received: Buffer) => number;

interface Waiting {
  readonly endOf: EndOf;
  readonly resolve: (answer: Buffer) => void;
  readonly reject: (error: Error) => void;
}

/** One git command that reads questions from its input. */
export class Conversation {
  readonly #args: readonly string[];
  readonly #waiting: Waiting[] = [];
  #process: ChildProcessWithoutNullStreams | null = null;
  #received = Buffer.alloc(0);

  constructor(folder: string, args: readonly string[]) {
    this.#args = ['--git-dir', folder, ...args];
  }

  /** The answer to a question; answers come in the order of the questions. Rejects where git ends instead. */
  ask(question: string, endOf: EndOf): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ endOf, resolve, reject });
      const child = this.#running();
      hold(child, true);
      child.stdin.write(question);
    });
  }

  close(): void {
    this.#process?.stdin.end();
    this.#process = null;
  }

  #running(): ChildProcessWithoutNullStreams {
    if (this.#process) return this.#process;
    const child = spawn('git', this.#args, { env: GIT_ENVIRONMENT });
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.on('error', (error) => this.#fail(child, error));
    child.on('close', () => this.#fail(child, new Error(complaint.trim() || `git ${this.#args[2]} ended`)));
    child.stdin.on('error', () => undefined);
    this.#process = child;
    return child;
  }

  /** The next question starts git anew. */
  #fail(child: ChildProcessWithoutNullStreams, error: Error): void {
    if (this.#process !== child) return;
    this.#process = null;
    this.#received = Buffer.alloc(0);
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (let [next] = this.#waiting; next; [next] = this.#waiting) {
      const end = next.endOf(this.#received);
      if (end < 0) return;
      this.#waiting.shift();
      next.resolve(Buffer.from(this.#received.subarray(0, end)));
      this.#received = this.#received.subarray(end);
    }
    if (this.#process) hold(this.#process, false);
  }
}

/** Only an answer that is waited for keeps our own process from ending. */
function hold(child: ChildProcessWithoutNullStreams, isHeld: boolean): void {
  const change = isHeld ? 'ref' : 'unref';
  child[change]();
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as unknown as Socket)[change]();
}
