/**
 * What blobs say, kept between runs in git's own folder. Keyed by blob id and path, and only for the very build that
 * wrote it; safe to delete, and never trusted when it does not look as it must.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileContents } from '../specification/read-file.js';
import type { Memo } from '../specification/read-specification.js';

/** Set when the command is bundled; code that is not bundled has no cache. */
const BUILD = process.env.STEWARD_BUILD ?? '';

interface Stored {
  readonly build: string;
  readonly entries: readonly (readonly [key: string, contents: FileContents])[];
}

/** A memo that remembers which of its entries were asked for. */
export class MemoFile {
  readonly #used: FallbackMap;
  readonly #path: string;
  readonly #known: ReadonlyMap<string, FileContents>;

  private constructor(path: string, known: ReadonlyMap<string, FileContents>) {
    this.#path = path;
    this.#known = known;
    this.#used = new FallbackMap(known);
  }

  /** For one run: what it gives and takes is what the file will hold. */
  get memo(): Memo {
    return this.#used;
  }

  /** Opens the cache of a repository by its git folder; an unreadable or foreign one is empty. */
  static async open(gitFolder: string): Promise<MemoFile> {
    const path = join(gitFolder, 'spec-steward', 'read-cache.json');
    const text = BUILD === '' ? '' : await readFile(path, 'utf8').catch(() => '');
    return new MemoFile(path, new Map(entriesOf(text)));
  }

  /** Writes what this run used, if it is not what is there; a folder that cannot be written has no cache. */
  async save(): Promise<void> {
    const used = [...this.#used];
    if (BUILD === '' || (used.length === this.#known.size && used.every(([key]) => this.#known.has(key)))) return;
    const stored: Stored = { build: BUILD, entries: used };
    const draft = `${this.#path}.${process.pid}`;
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      await writeFile(draft, JSON.stringify(stored));
      await rename(draft, this.#path);
    } catch {
      // Reading again next time is all that is lost.
    }
  }
}

/** Takes over an entry of the file when it is asked for, so that the file never grows beyond what one run uses. */
class FallbackMap extends Map<string, FileContents> {
  readonly #known: ReadonlyMap<string, FileContents>;

  constructor(known: ReadonlyMap<string, FileContents>) {
    super();
    this.#known = known;
  }

  override get(key: string): FileContents | undefined {
    const own = super.get(key);
    if (own) return own;
    const known = this.#known.get(key);
    if (known) this.set(key, known);
    return known;
  }
}

function entriesOf(text: string): Stored['entries'] {
  try {
    const stored = text === '' ? null : (JSON.parse(text) as Partial<Stored>);
    const entries: unknown = stored?.build === BUILD ? stored.entries : [];
    return Array.isArray(entries) && entries.every(isEntry) ? entries : [];
  } catch {
    return [];
  }
}

function isEntry(entry: unknown): entry is Stored['entries'][number] {
  const [key, contents] = Array.isArray(entry) ? entry : [];
  return typeof key === 'string' && Array.isArray(contents?.objects) && Array.isArray(contents?.problems);
}
