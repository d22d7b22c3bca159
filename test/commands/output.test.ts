/** Files that a command is asked to write. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeOut } from '../../src/commands/output.js';
import { temporaryFolder } from '../local/build.js';

test('a file is written with the folders above it', async () => {
  const path = join(temporaryFolder(), 'a/b/review.html');
  await writeOut(path, 'text');
  expect(readFileSync(path, 'utf8')).toBe('text');
});

test('a folder in its place, and a file in place of a folder, are said in words', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'taken'));
  writeFileSync(join(folder, 'file'), '');
  await expect(writeOut(join(folder, 'taken'), '')).rejects.toThrow(
    'cannot-write: a folder stands there. Expected a file that can be written.',
  );
  await expect(writeOut(join(folder, 'file/review.html'), '')).rejects.toThrow(
    'cannot-write: a file stands where a folder is needed.',
  );
});
