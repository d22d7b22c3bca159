/**
 * The objects that a repository and all its forks share. Reading goes through one `git cat-file --batch`; writing puts
 * loose objects where git looks for them, which spares a process for each object.
 */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { GIT_ENVIRONMENT } from './run.js';

/** The four kinds of objects. */
export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** An object, not yet understood. */
export interface GitObject {
  readonly type: ObjectType;
  readonly bytes: Buffer;
}

interface Waiting {
  readonly resolve: (object: GitObject | null) => void;
  readonly reject: (error: Error) => void;
}

/** The objects of one repository, each read once. */
export class ObjectStore {
  /** The bare repository that owns the objects. */
  readonly folder: string;
  readonly #known = new Map<string, GitObject>();
  readonly #results = new Map<string, Promise<unknown>>();
  readonly #folders = new Set<string>();
  readonly #waiting: Waiting[] = [];
  #reader: ChildProcessWithoutNullStreams | null = null;
  #received = Buffer.alloc(0);

  constructor(folder: string) {
    this.folder = folder;
  }

  /** Gives the object, or null where there is none with this full id. */
  async read(oid: string): Promise<GitObject | null> {
    const known = this.#known.get(oid);
    if (known) return known;
    if (!/^[0-9a-f]{40}$/.test(oid)) return null;
    const object = await new Promise<GitObject | null>((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#process().stdin.write(`${oid}\n`);
    });
    if (object) this.#known.set(oid, object);
    return object;
  }

  /** Writes the object and gives its id. */
  async write(type: ObjectType, bytes: Buffer): Promise<string> {
    const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
    const oid = createHash('sha1').update(whole).digest('hex');
    if (this.#known.has(oid)) return oid;
    const folder = join(this.folder, 'objects', oid.slice(0, 2));
    if (!this.#folders.has(folder)) await mkdir(folder, { recursive: true });
    this.#folders.add(folder);
    await place(join(folder, oid.slice(2)), deflateSync(whole, { level: 1 }));
    this.#known.set(oid, { type, bytes });
    return oid;
  }

  /** What follows from objects alone never changes: computed once a key. */
  once<T>(key: string, compute: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key) as Promise<T> | undefined;
    if (known) return known;
    const result = compute();
    this.#results.set(key, result);
    result.catch(() => this.#results.delete(key));
    return result;
  }

  close(): void {
    this.#reader?.stdin.end();
    this.#reader = null;
  }

  #process(): ChildProcessWithoutNullStreams {
    if (this.#reader) return this.#reader;
    const child = spawn('git', ['--git-dir', this.folder, 'cat-file', '--batch'], { env: GIT_ENVIRONMENT });
    child.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    child.on('error', (error) => this.#fail(error));
    child.on('close', () => this.#fail(new Error('git cat-file ended')));
    child.stdin.on('error', () => undefined);
    this.#reader = child;
    return child;
  }

  #fail(error: Error): void {
    this.#reader = null;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #receive(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (let next = this.#take(); next !== undefined; next = this.#take()) this.#waiting.shift()?.resolve(next);
  }

  /** The next whole answer: `<oid> <type> <size>\n<bytes>\n` or `<oid> missing\n`. */
  #take(): GitObject | null | undefined {
    const end = this.#received.indexOf(10);
    if (end < 0) return undefined;
    const [, type = '', size] = this.#received.subarray(0, end).toString().split(' ');
    const length = size === undefined ? 0 : Number(size) + 1;
    if (this.#received.length < end + 1 + length) return undefined;
    const bytes = Buffer.from(this.#received.subarray(end + 1, end + 1 + Math.max(0, length - 1)));
    this.#received = this.#received.subarray(end + 1 + length);
    return size === undefined ? null : { type: type as ObjectType, bytes };
  }
}

/** Git never sees half an object: it is written aside and then named. */
async function place(path: string, bytes: Buffer): Promise<void> {
  const draft = join(dirname(path), `tmp_${randomUUID()}`);
  await writeFile(draft, bytes);
  await rename(draft, path);
}
