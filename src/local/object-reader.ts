/** One `git cat-file --batch` that stays open: names, commits, trees and blobs are read through it without a new process. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { GIT_ENVIRONMENT, QUIET, spawnError } from './git.js';

/** What git has under a name. `bytes` is empty for an object too large to keep. */
export interface GitObject {
  readonly oid: string;
  readonly type: string;
  readonly size: number;
  readonly bytes: Buffer;
}

/** Objects above this are passed over as they stream by: the reader refuses such files by their size alone. */
export const READ_AT_MOST = 8_000_000;

interface Waiting {
  resolve(object: GitObject | null): void;
  reject(error: Error): void;
}

interface Current {
  readonly oid: string;
  readonly type: string;
  readonly size: number;
  /** Bytes still to come, the closing line break among them. */
  left: number;
  readonly chunks: Buffer[];
}

/** Answers come in the order of the questions. The process ends with ours, and keeps it alive only while it answers. */
export class ObjectReader {
  readonly #folder: string;
  readonly #waiting: Waiting[] = [];
  #child: ChildProcessWithoutNullStreams | null = null;
  #header: Buffer = Buffer.alloc(0);
  #current: Current | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The object that a name means, in git's own syntax, or null when there is none. Throws `no-git`. */
  read(name: string): Promise<GitObject | null> {
    if (/[\r\n]/.test(name)) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      const child = this.#open();
      setAlive(child, true);
      child.stdin.write(`${name}\n`);
    });
  }

  #open(): ChildProcessWithoutNullStreams {
    if (this.#child) return this.#child;
    const child = spawn('git', [...QUIET, 'cat-file', '--batch'], { cwd: this.#folder, env: GIT_ENVIRONMENT });
    const fail = (error: Error) => this.#fail(error);
    child.on('error', (error: NodeJS.ErrnoException) => fail(spawnError(error, this.#folder)));
    child.on('close', () => fail(new Error('git cat-file ended early')));
    child.stdin.on('error', () => undefined);
    child.stderr.resume();
    child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#child = child;
    return child;
  }

  #fail(error: Error): void {
    this.#child = null;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) rest = this.#current ? this.#body(rest, this.#current) : this.#head(rest);
  }

  #head(chunk: Buffer): Buffer {
    const end = chunk.indexOf(10);
    if (end < 0) {
      this.#header = Buffer.concat([this.#header, chunk]);
      return chunk.subarray(chunk.length);
    }
    const line = Buffer.concat([this.#header, chunk.subarray(0, end)]).toString();
    this.#header = Buffer.alloc(0);
    const match = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line);
    if (match) {
      const [, oid = '', type = '', digits = ''] = match;
      const size = Number(digits);
      this.#current = { oid, type, size, left: size + 1, chunks: [] };
    } else this.#answer(null);
    return chunk.subarray(end + 1);
  }

  #body(chunk: Buffer, current: Current): Buffer {
    const part = chunk.subarray(0, current.left);
    if (current.size <= READ_AT_MOST) current.chunks.push(part);
    current.left -= part.length;
    if (current.left === 0) {
      const { oid, type, size, chunks } = current;
      const whole = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      this.#current = null;
      this.#answer({ oid, type, size, bytes: whole.subarray(0, Math.min(size, whole.length)) });
    }
    return chunk.subarray(part.length);
  }

  #answer(object: GitObject | null): void {
    this.#waiting.shift()?.resolve(object);
    if (this.#waiting.length === 0 && this.#child) setAlive(this.#child, false);
  }
}

/** Streams of a child are sockets that can be held or let go; an idle reader must not keep the process from ending. */
function setAlive(child: ChildProcessWithoutNullStreams, alive: boolean): void {
  const handles = [child, child.stdin, child.stdout, child.stderr] as unknown as { ref?(): void; unref?(): void }[];
  for (const handle of handles) alive ? handle.ref?.() : handle.unref?.();
}
