/** The WorkingCopy port on a folder. */
import { lstat, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { StewardError } from '../errors.js';
import type { WorkingCopy } from '../ports.js';

/** A folder whose files are replaced as a whole, each by renaming a draft; throws `unsafe-path`. */
export class FolderCopy implements WorkingCopy {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  async read(path: string): Promise<string | null> {
    await this.#refuseEscape(path);
    return readFile(join(this.#root, path), 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return null;
      throw error;
    });
  }

  /** The draft is always a new file: one that is there already could be a link that leads out. */
  async write(path: string, text: string): Promise<void> {
    await this.#refuseEscape(path);
    const target = join(this.#root, path);
    await mkdir(dirname(target), { recursive: true });
    const draft = `${target}.steward-draft`;
    await rm(draft, { force: true });
    await writeFile(draft, text, { flag: 'wx' });
    await rename(draft, target);
  }

  async remove(path: string): Promise<void> {
    await this.#refuseEscape(path);
    await rm(join(this.#root, path), { force: true });
  }

  /** Every step of the path must be inside the folder, all but the last a folder, the last a file or nothing yet. */
  async #refuseEscape(path: string): Promise<void> {
    const inside = relative(this.#root, join(this.#root, path));
    const steps = inside.split(sep);
    let bad = inside === '' || steps.some((name) => name === '..' || /^\.git$/i.test(name));
    let step = this.#root;
    for (const [index, name] of bad ? [] : steps.entries()) {
      step = join(step, name);
      const stat = await lstat(step).catch(() => null);
      if (!stat) break;
      bad ||= index < steps.length - 1 ? !stat.isDirectory() : !stat.isFile();
    }
    if (!bad) return;
    const found = 'the path is no plain file, or leads through a link or out of the working copy';
    throw new StewardError({
      code: 'unsafe-path',
      place: path,
      found,
      expected: 'a plain file inside the working copy',
    });
  }
}
