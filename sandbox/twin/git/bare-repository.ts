/** A bare repository: its refs, moved by compare-and-swap with `git update-ref`, over a store that forks share. */
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Conversation } from './conversation.js';
import { ObjectStore } from './object-store.js';

const NOTHING = '0'.repeat(40);
const COMMITTED = 'start: ok\ncommit: ok\n';

export class BareRepository {
  readonly folder: string;
  readonly store: ObjectStore;
  /** What git has, kept here because the twin is the only writer and a process for each reading is slow. */
  readonly #refs = new Map<string, string>();
  readonly #updates: Conversation;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, store: ObjectStore) {
    this.folder = folder;
    this.store = store;
    this.#updates = new Conversation(folder, ['update-ref', '--stdin']);
  }

  /** Makes an empty repository. */
  static async create(folder: string): Promise<BareRepository> {
    await initialise(folder);
    return new BareRepository(folder, new ObjectStore(folder));
  }

  /** Makes a fork: refs of its own, the branches of the origin, the same objects. */
  static fork(folder: string, origin: BareRepository): Promise<BareRepository> {
    return BareRepository.#branchOff(folder, origin, 'refs/heads/');
  }

  /** Makes a copy that goes its own way: all refs, the same objects. */
  static copy(folder: string, origin: BareRepository): Promise<BareRepository> {
    return BareRepository.#branchOff(folder, origin, 'refs/');
  }

  static async #branchOff(folder: string, origin: BareRepository, refs: string): Promise<BareRepository> {
    await initialise(folder);
    await writeFile(join(folder, 'objects/info/alternates'), `${join(origin.store.folder, 'objects')}\n`);
    const branched = new BareRepository(folder, origin.store);
    for (const [ref, oid] of origin.list(refs)) await branched.move(ref, oid, null);
    return branched;
  }

  /** Where a full ref points, or null. */
  resolve(ref: string): string | null {
    return this.#refs.get(ref) ?? null;
  }

  /** Refs that begin with the prefix, by name. */
  list(prefix: string): readonly (readonly [string, string])[] {
    return [...this.#refs].filter(([ref]) => ref.startsWith(prefix)).sort(([a], [b]) => (a < b ? -1 : 1));
  }

  /** Moves a ref from one id to another; null is "not there". False when the ref is not where it was expected. */
  move(ref: string, to: string | null, from: string | null): Promise<boolean> {
    const moved = this.#turn.then(() => this.#update(ref, to, from));
    this.#turn = moved.catch(() => undefined);
    return moved;
  }

  close(): void {
    this.#updates.close();
    if (this.store.folder === this.folder) this.store.close();
  }

  async remove(): Promise<void> {
    this.#updates.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  async #update(ref: string, to: string | null, from: string | null): Promise<boolean> {
    if (this.resolve(ref) !== from) return false;
    const change = to === null ? `delete ${ref}` : `update ${ref} ${to}`;
    const question = `start\n${change} ${from ?? NOTHING}\ncommit\n`;
    const endOf = (received: Buffer) => (received.length < COMMITTED.length ? -1 : COMMITTED.length);
    const isDone = await this.#updates.ask(question, endOf).then(
      () => true,
      () => false,
    );
    if (!isDone) return false;
    if (to === null) this.#refs.delete(ref);
    else this.#refs.set(ref, to);
    return true;
  }
}

/** What `git init --bare` makes, without a process for it: tests make a repository each. */
async function initialise(folder: string): Promise<void> {
  await mkdir(join(folder, 'refs'), { recursive: true });
  await mkdir(join(folder, 'objects/info'), { recursive: true });
  await writeFile(join(folder, 'HEAD'), 'ref: refs/heads/main\n');
  await writeFile(join(folder, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
}
