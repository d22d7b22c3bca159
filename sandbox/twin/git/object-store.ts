/**
 * The objects that a repository and all its forks share. Reading and comparing go through processes of git that stay;
 * writing puts loose objects where git looks for them, which spares a process for each object.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { Conversation } from './conversation.js';

/** The four kinds of objects. */
export type ObjectType = 'blob' | 'tree' | 'commit' | 'tag';

/** An object, not yet understood. */
export interface GitObject {
  readonly type: ObjectType;
  readonly bytes: Buffer;
}

const DIFF_OPTIONS = ['-r', '-M', '--raw', '-p', '-z', '--full-index', '--no-color', '--no-ext-diff'];

/** The objects of one repository, each read once. */
export class ObjectStore {
  /** The bare repository that owns the objects. */
  readonly folder: string;
  readonly #known = new Map<string, GitObject>();
  readonly #results = new Map<string, Promise<unknown>>();
  readonly #folders = new Set<string>();
  readonly #reader: Conversation;
  readonly #differ: Conversation;

  constructor(folder: string) {
    this.folder = folder;
    this.#reader = new Conversation(folder, ['cat-file', '--batch']);
    this.#differ = new Conversation(folder, ['diff-tree', '--stdin', ...DIFF_OPTIONS]);
  }

  /** Gives the object, or null where there is none with this full id. */
  async read(oid: string): Promise<GitObject | null> {
    const known = this.#known.get(oid);
    if (known) return known;
    if (!/^[0-9a-f]{40}$/.test(oid)) return null;
    const object = objectIn(await this.#reader.ask(`${oid}\n`, endOfObject));
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

  /** What git says of the difference of two trees: raw records, then patches. */
  async difference(from: string, to: string): Promise<string> {
    // Git gives back a line that is no pair of trees, which shows where its answer ends.
    const mark = Buffer.from(`end-${randomUUID()}\n`);
    const endOf = (received: Buffer) => received.indexOf(mark) + (received.includes(mark) ? mark.length : 0);
    const answer = await this.#differ.ask(`${from} ${to}\n${mark}`, endOf);
    return answer.subarray(answer.indexOf(10) + 1, answer.length - mark.length).toString();
  }

  close(): void {
    this.#reader.close();
    this.#differ.close();
  }
}

/** `<oid> <type> <size>\n<bytes>\n` or `<oid> missing\n`. */
function endOfObject(received: Buffer): number {
  const { start, size } = headOf(received);
  const end = start + (size === null ? 0 : size + 1);
  return start === 0 || received.length < end ? -1 : end;
}

function objectIn(answer: Buffer): GitObject | null {
  const { start, type, size } = headOf(answer);
  return size === null ? null : { type, bytes: answer.subarray(start, start + size) };
}

function headOf(received: Buffer): { readonly start: number; readonly type: ObjectType; readonly size: number | null } {
  const start = received.indexOf(10) + 1;
  const [, type = '', size] = received.subarray(0, start).toString().trim().split(' ');
  return { start, type: type as ObjectType, size: size === undefined ? null : Number(size) };
}

/** Git never sees half an object: it is written aside and then named. */
async function place(path: string, bytes: Buffer): Promise<void> {
  const draft = join(dirname(path), `tmp_${randomUUID()}`);
  await writeFile(draft, bytes);
  await rename(draft, path);
}
