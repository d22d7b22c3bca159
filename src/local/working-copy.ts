/** The WorkingCopy port on a folder. */
import { lstat, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { StewardError } from '../errors.js';
import type { WorkingCopy } from '../ports.js';

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

  async write(path: string, text: string): Promise<void> {
    await this.#refuseEscape(path);
    const target = join(this.#root, path);
    await mkdir(dirname(target), { recursive: true });
    const draft = `${target}.steward-draft`;
    await writeFile(draft, text);
    await rename(draft, target);
  }

  /** Every step of the path must be inside the folder and no link. */
  async #refuseEscape(path: string): Promise<void> {
    const inside = relative(this.#root, join(this.#root, path));
    let step = this.#root;
    let bad = inside.startsWith('..') || inside === '' || /(?:^|[\\/])\.git(?:[\\/]|$)/.test(inside);
    for (const name of bad ? [] : inside.split(sep)) {
      step = join(step, name);
      bad ||= (await lstat(step).catch(() => null))?.isSymbolicLink() ?? false;
    }
    if (!bad) return;
    const found = 'the path is a link or leads out of the working copy';
    throw new StewardError({
      code: 'unsafe-path',
      place: path,
      found,
      expected: 'a plain file inside the working copy',
    });
  }
}
