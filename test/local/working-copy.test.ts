/** The one place that is written: whole files inside a folder, never through a link; and plans that are carried out. */
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { apply } from '../../src/apply.js';
import { FolderCopy } from '../../src/local/working-copy.js';
import type { WriteFile } from '../../src/plan.js';
import { Clone } from './build.js';

let clone: Clone;
let copy: FolderCopy;

beforeEach(() => {
  clone = new Clone();
  clone.write('spec/a.yml', 'a\n').write('outside.txt', 'untouched\n');
  copy = new FolderCopy(join(clone.root, 'spec'));
});

afterEach(() => clone.end());

const inside = (path: string) => join(clone.root, 'spec', path);

describe('a folder', () => {
  test('gives the text of a file, or null where there is none', async () => {
    expect(await copy.read('a.yml')).toBe('a\n');
    expect(await copy.read('b.yml')).toBeNull();
    expect(await copy.read('no/such/folder/b.yml')).toBeNull();
  });

  test('takes a text as the whole of a file, byte for byte, in folders that it makes', async () => {
    const text = '\uFEFFa: é😀\r\nb: "\0"\n';
    await copy.write('a.yml', text);
    await copy.write('new/deeper/b.yml', text);
    expect(readFileSync(inside('a.yml'), 'utf8')).toBe(text);
    expect(await copy.read('new/deeper/b.yml')).toBe(text);
    expect(readdirSync(inside('.'))).toEqual(['a.yml', 'new']);
  });

  test('lets a file be taken out, and does not miss one that is not there', async () => {
    await copy.remove('a.yml');
    await copy.remove('a.yml');
    expect(existsSync(inside('a.yml'))).toBe(false);
  });

  test('may itself be reached through a link', async () => {
    clone.link('linked', 'spec');
    await new FolderCopy(join(clone.root, 'linked')).write('a.yml', 'b\n');
    expect(readFileSync(inside('a.yml'), 'utf8')).toBe('b\n');
  });
});

describe('what leads out, or is no plain file', () => {
  beforeEach(() => {
    clone
      .link('spec/link.yml', '../outside.txt')
      .link('spec/folder', '..')
      .link('spec/dangling.yml', '/tmp/nowhere-at-all');
    clone
      .write('spec/real/x.yml', 'x\n')
      .write('spec/.git/config', 'untouched\n')
      .write('spec/sub/.GIT/x', 'untouched\n');
  });

  test.each([
    '',
    '.',
    '..',
    '../outside.txt',
    'real/../../outside.txt',
    'link.yml',
    'folder/outside.txt',
    'folder/spec/a.yml',
    'dangling.yml',
    '.git/config',
    '.git',
    'sub/.GIT/x',
    'real',
    'a.yml/b.yml',
  ])('%j is neither read nor written nor taken out', async (path) => {
    const refusal = {
      detail: {
        code: 'unsafe-path',
        place: path,
        found: 'the path is no plain file, or leads through a link or out of the working copy',
        expected: 'a plain file inside the working copy',
      },
    };
    await expect(copy.read(path)).rejects.toMatchObject(refusal);
    await expect(copy.write(path, 'written')).rejects.toMatchObject(refusal);
    await expect(copy.remove(path)).rejects.toMatchObject(refusal);
    for (const untouched of ['outside.txt', 'spec/.git/config', 'spec/sub/.GIT/x']) {
      expect(readFileSync(join(clone.root, untouched), 'utf8')).toBe('untouched\n');
    }
    expect(existsSync('/tmp/nowhere-at-all')).toBe(false);
  });

  test('an absolute path is a path inside', async () => {
    await copy.write('/etc/steward-test', 'x');
    expect(readFileSync(inside('etc/steward-test'), 'utf8')).toBe('x');
  });

  test('names that only look like a way out are fine', async () => {
    for (const path of ['..a', 'a..', '.github/x.yml', '.gitignore', 'real/...']) {
      await copy.write(path, path);
      expect(await copy.read(path)).toBe(path);
    }
  });

  test('a link that waits where the draft is written is not followed', async () => {
    clone.link('spec/a.yml.steward-draft', '../outside.txt');
    await copy.write('a.yml', 'new\n');
    expect(readFileSync(join(clone.root, 'outside.txt'), 'utf8')).toBe('untouched\n');
    expect(readFileSync(inside('a.yml'), 'utf8')).toBe('new\n');
    expect(lstatSync(inside('a.yml')).isFile()).toBe(true);
    expect(existsSync(inside('a.yml.steward-draft'))).toBe(false);
  });
});

describe('a plan', () => {
  const write = (path: string, was: string | null, text: string): WriteFile => ({
    kind: 'write-file',
    path,
    was,
    text,
  });
  const both = { actions: [write('a.yml', 'a\n', 'A\n'), write('b.yml', null, 'B\n')] };

  test('is carried out, and says which files it wrote', async () => {
    expect(await apply(both, copy)).toEqual(['a.yml', 'b.yml']);
    expect([await copy.read('a.yml'), await copy.read('b.yml')]).toEqual(['A\n', 'B\n']);
  });

  test('a second time does nothing', async () => {
    await apply(both, copy);
    const before = lstatSync(inside('a.yml')).ino;
    expect(await apply(both, copy)).toEqual([]);
    expect(lstatSync(inside('a.yml')).ino).toBe(before);
  });

  test('that was stopped halfway is finished', async () => {
    await copy.write('a.yml', 'A\n');
    expect(await apply(both, copy)).toEqual(['b.yml']);
  });

  test.each([
    [
      'a file was changed',
      'b.yml',
      'b by somebody else\n',
      [write('a.yml', 'a\n', 'A\n'), write('b.yml', 'b\n', 'B\n')],
    ],
    ['a file has come', 'b.yml', 'b by somebody else\n', both.actions],
    ['a file is gone', 'c.yml', null, [write('a.yml', 'a\n', 'A\n'), write('c.yml', 'c\n', 'C\n')]],
  ])('when %s meanwhile, nothing is written', async (_, path, now, actions) => {
    if (now !== null) clone.write(`spec/${path}`, now);
    await expect(apply({ actions }, copy)).rejects.toMatchObject({
      message: `${path} changed-meanwhile: the file was changed while the records were being prepared. Expected the command run again.`,
    });
    expect([await copy.read('a.yml'), await copy.read(path)]).toEqual(['a\n', now]);
  });

  test('with one unsafe path writes nothing at all', async () => {
    const actions = [write('a.yml', 'a\n', 'A\n'), write('../outside.txt', 'untouched\n', 'x')];
    await expect(apply({ actions }, copy)).rejects.toMatchObject({ detail: { code: 'unsafe-path' } });
    expect(await copy.read('a.yml')).toBe('a\n');
  });

  test('without actions reads and writes nothing', async () => {
    expect(await apply({ actions: [] }, new FolderCopy('/nowhere'))).toEqual([]);
  });
});
