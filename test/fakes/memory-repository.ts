/** The ports on maps of files: a repository without git, a working copy without a disk. */
import { createHash } from 'node:crypto';
import { StewardError } from '../../src/errors.js';
import type { Repository, Revision, WorkingCopy } from '../../src/ports.js';
import type { SourceFile } from '../../src/specification/source-file.js';

/** One revision's files by path. */
export type Files = ReadonlyMap<string, SourceFile>;

export interface History {
  /** Revisions by the name that `resolve` takes; the first is the base of all. */
  readonly revisions: ReadonlyMap<string, Files>;
  /** Earlier states of the base, newest first. */
  readonly earlier?: readonly Files[];
  /** Messages of the commits between any two revisions. */
  readonly messages?: readonly string[];
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** A file as a repository gives it; the same text always has the same id. */
export function fileOf(path: string, content: string | Uint8Array): SourceFile {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  const oid = createHash('sha1').update(bytes).digest('hex');
  return { path, oid, bytes, size: bytes.length, kind: 'file' };
}

/** Files from texts by path. */
export function filesOf(texts: Readonly<Record<string, string>>): Files {
  return new Map(Object.entries(texts).map(([path, text]) => [path, fileOf(path, text)]));
}

export class MemoryRepository implements Repository {
  readonly #history: History;
  /** How often a revision was listed, for tests of what is read. */
  reads = 0;

  constructor(history: History) {
    this.#history = history;
  }

  async resolve(revision: string): Promise<Revision> {
    if (this.#history.revisions.has(revision)) return { name: revision, commit: revision };
    const found = `"${revision}" is no revision here`;
    throw new StewardError({ code: 'unknown-revision', place: '', found, expected: 'one of the revisions' });
  }

  async mergeBase(): Promise<Revision> {
    const [first] = this.#history.revisions.keys();
    return this.resolve(first ?? '');
  }

  async hasFolder(revision: Revision, folder: string): Promise<boolean> {
    return (await this.readFiles(revision, [folder])).length > 0;
  }

  async readFiles({ commit }: Revision, places: readonly string[]): Promise<readonly SourceFile[]> {
    this.reads += 1;
    const files = [...(this.#history.revisions.get(commit)?.values() ?? [])];
    return files.filter(({ path }) => places.some((place) => path === place || path.startsWith(`${place}/`)));
  }

  async readText(revision: Revision, path: string): Promise<string | null> {
    const [file] = await this.readFiles(revision, [path]);
    return file?.path === path && file.kind === 'file' ? decoder.decode(file.bytes) : null;
  }

  async messages(): Promise<readonly string[]> {
    return this.#history.messages ?? [];
  }

  async earlierTexts(_revision: Revision, paths: readonly string[]): Promise<readonly string[]> {
    const states = this.#history.earlier ?? [];
    return states.flatMap((files) => paths.flatMap((path) => files.get(path) ?? [])).map(textOf);
  }
}

/** A working copy that begins with the files and can be asked for what was written. */
export class MemoryCopy implements WorkingCopy {
  readonly #files: Map<string, SourceFile>;
  readonly written = new Map<string, string>();

  constructor(files: Files) {
    this.#files = new Map(files);
  }

  get files(): Files {
    return this.#files;
  }

  async read(path: string): Promise<string | null> {
    const file = this.#files.get(path);
    return file ? textOf(file) : null;
  }

  async write(path: string, text: string): Promise<void> {
    this.#files.set(path, fileOf(path, text));
    this.written.set(path, text);
  }

  async remove(path: string): Promise<void> {
    this.#files.delete(path);
  }
}

/** The text of a file that is known to be UTF-8, a byte order mark kept. */
export function textOf({ bytes }: SourceFile): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}
