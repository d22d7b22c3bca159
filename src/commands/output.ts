/** Where a command's words go: standard output for what was asked, standard error for everything else. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StewardError } from '../errors.js';

/** Exit codes of every command. */
export const FINE = 0;
/** Something must be mended or decided. */
export const MEND = 1;
/** The command was used wrongly; nothing was done. */
export const WRONG_USE = 2;

/** Writes all of a text before the process may end; a reader that went away (`| head`) is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EPIPE' ? resolve() : reject(error),
    );
    process.stdout.write(text, () => resolve());
  });
}

/** Writes a file with the folders above it; throws `cannot-write` with the reason that the system gives. */
export async function writeOut(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    const found = WRITE_FAULTS[code] ?? message;
    throw new StewardError({ code: 'cannot-write', place: path, found, expected: 'a file that can be written' });
  }
}

/** What the system says, in words. */
const WRITE_FAULTS: Readonly<Record<string, string>> = {
  EISDIR: 'a folder stands there',
  EEXIST: 'a file stands where a folder is needed',
  ENOTDIR: 'a file stands where a folder is needed',
  EACCES: 'nobody may write there',
  EPERM: 'nobody may write there',
  EROFS: 'nobody may write there',
  ENOSPC: 'the disk is full',
};

/** A passing line on a terminal, nothing elsewhere. */
export function progress(line: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${line}`);
}

/** Colour only on a terminal that wants it (https://no-color.org). */
export function isColourful(): boolean {
  return process.stdout.isTTY === true && !process.env.NO_COLOR && process.env.TERM !== 'dumb';
}
