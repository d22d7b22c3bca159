/** The Repository port on a clone: revisions, files, messages and history, each read without checking anything out. */
import { type GitRepository, openRepository } from '../../src/local/git-repository.js';
import type { Revision } from '../../src/ports.js';
import { decode, type SourceFile } from '../../src/specification/source-file.js';
import { Clone, refusalOf, temporaryFolder } from './build.js';

const clone = new Clone();
const WORK_TREE: Revision = { name: 'working tree', commit: '' };

let repository: GitRepository;
let first: string;
let second: string;

beforeAll(async () => {
  first = clone
    .write('spec/objects/a.yml', 'a: 1\n')
    .write('spec/objects/deep/b.yml', 'b: 1\n')
    .write('spec/twin.yml', 'a: 1\n')
    .write('spec-other/c.yml', 'c: 1\n')
    .write('odd/ü *[x] "q".yml', 'odd: 1\n')
    .write('odd/:(top)x.yml', 'top: 1\n')
    .write('data', 'a file\n')
    .commit('first');
  clone.git('tag', 'light');
  clone.git('tag', '-a', 'heavy', '-m', 'an annotated tag');
  clone.git('checkout', '--quiet', '-b', 'topic');
  second = clone.write('spec/objects/a.yml', 'a: 2\n').remove('spec/twin.yml').commit('second');
  repository = await openRepository(clone.root);
});

afterAll(() => clone.end());

const textsOf = (files: readonly SourceFile[]) =>
  Object.fromEntries(files.map((file) => [file.path, decode(file).text]).sort());

const readAt = async (revision: string, ...places: string[]) =>
  textsOf(await repository.readFiles(await repository.resolve(revision), places));

describe('opening', () => {
  test('a folder inside a clone opens the clone', async () => {
    expect((await openRepository(`${clone.root}/spec/objects`)).root).toBe(clone.root);
  });

  test('a folder outside every clone is refused', async () => {
    const folder = temporaryFolder();
    expect(await refusalOf(openRepository(folder))).toBe('not-a-repository: the folder is not in a git repository');
  });

  test.each(['nowhere', 'data'])('%s, which is no folder, is refused', async (name) => {
    expect(await refusalOf(openRepository(`${clone.root}/${name}`))).toBe('no-git: git or the folder is missing');
  });

  test('the checked out branch has a name, a detached head has none', async () => {
    const other = new Clone();
    const commit = other.commit('one');
    const opened = await openRepository(other.root);
    expect(await opened.branch()).toBe('main');
    other.git('checkout', '--quiet', '-b', 'topic/with-slash');
    expect(await opened.branch()).toBe('topic/with-slash');
    other.git('checkout', '--quiet', commit);
    expect(await opened.branch()).toBe('');
    other.end();
  });
});

describe('revisions', () => {
  test('have the name that the reader knows, and the whole id', async () => {
    expect(await repository.resolve('main')).toEqual({ name: `main (${first.slice(0, 7)})`, commit: first });
    expect(await repository.resolve('topic')).toEqual({ name: `topic (${second.slice(0, 7)})`, commit: second });
    expect(await repository.resolve('HEAD~1')).toEqual({ name: `HEAD~1 (${first.slice(0, 7)})`, commit: first });
    expect(await repository.resolve('worktree')).toEqual(WORK_TREE);
  });

  test('an id, whole or short, is named by its first seven digits', async () => {
    for (const id of [first, first.slice(0, 10)]) {
      expect(await repository.resolve(id)).toEqual({ name: first.slice(0, 7), commit: first });
    }
  });

  test('a tag, light or annotated, is its commit', async () => {
    expect((await repository.resolve('light')).commit).toBe(first);
    expect((await repository.resolve('heavy')).commit).toBe(first);
  });

  test.each([
    'nothing',
    '',
    '-x',
    '--help',
    '--output=/tmp/x',
    '^HEAD',
    'main..topic',
    'HEAD:data',
    'HEAD^{tree}',
    'HEAD~99',
    'HEAD\nHEAD',
    'main topic',
    '0'.repeat(40),
    'main;id',
  ])('%j is refused', async (revision) => {
    expect(await refusalOf(repository.resolve(revision))).toBe(
      `unknown-revision: "${revision}" is no commit, branch or tag here`,
    );
  });
});

describe('the files of a commit', () => {
  test('are those at and below the places, each once', async () => {
    expect(await readAt('main', 'spec/objects', 'spec/twin.yml', 'spec/objects/a.yml')).toEqual({
      'spec/objects/a.yml': 'a: 1\n',
      'spec/objects/deep/b.yml': 'b: 1\n',
      'spec/twin.yml': 'a: 1\n',
    });
    expect(await readAt('topic', 'spec')).toEqual({
      'spec/objects/a.yml': 'a: 2\n',
      'spec/objects/deep/b.yml': 'b: 1\n',
    });
  });

  test.each(['nothing', 'spec/obj', 'spec/objects/a.yml/b', 'data/objects', '*', 'spec/*', '../x', ':/', ':(top)spec'])(
    'there are none at %s',
    async (place) => {
      expect(await readAt('main', place)).toEqual({});
      expect(await readAt('worktree', place)).toEqual({});
      expect(await repository.hasFolder(await repository.resolve('main'), place)).toBe(false);
    },
  );

  test('no places are no files', async () => {
    expect(await readAt('main')).toEqual({});
    expect(await readAt('worktree')).toEqual({});
  });

  test('names may have any characters', async () => {
    const odd = { 'odd/:(top)x.yml': 'top: 1\n', 'odd/ü *[x] "q".yml': 'odd: 1\n' };
    expect(await readAt('main', 'odd')).toEqual(odd);
    expect(await readAt('worktree', ...Object.keys(odd))).toEqual(odd);
  });

  test('have their ids, and equal contents are one value, read once', async () => {
    const base = await repository.resolve('main');
    const [a, twin] = await repository.readFiles(base, ['spec/objects/a.yml', 'spec/twin.yml']);
    expect(a?.oid).toBe(clone.git('rev-parse', 'main:spec/objects/a.yml'));
    expect(twin?.oid).toBe(a?.oid);
    expect(twin?.bytes).toBe(a?.bytes);
    const [again] = await repository.readFiles(base, ['spec/twin.yml']);
    expect(again?.bytes).toBe(a?.bytes);
  });

  test('that the working tree has too are not read a second time', async () => {
    const opened = await openRepository(clone.root);
    const [here] = await opened.readFiles(WORK_TREE, ['spec/objects/deep/b.yml']);
    const [there] = await opened.readFiles(await opened.resolve('main'), ['spec/objects/deep/b.yml']);
    expect(here?.oid).toBe(clone.git('rev-parse', 'main:spec/objects/deep/b.yml'));
    expect(there?.bytes).toBe(here?.bytes);
  });

  test('nothing is checked out, whatever is read', async () => {
    await readAt('main', 'spec');
    expect(clone.git('status', '--porcelain')).toBe('');
    expect(clone.git('rev-parse', '--abbrev-ref', 'HEAD')).toBe('topic');
  });

  test('the text of one file is there or is not', async () => {
    const base = await repository.resolve('main');
    expect(await repository.readText(base, 'spec/twin.yml')).toBe('a: 1\n');
    expect(await repository.readText(base, 'spec/nothing.yml')).toBeNull();
    expect(await repository.readText(base, 'spec')).toBeNull();
    expect(await repository.readText(WORK_TREE, 'spec/twin.yml')).toBeNull();
  });

  test('a folder is there when it holds a file', async () => {
    const base = await repository.resolve('main');
    const answers = ['spec', 'spec/objects/deep', 'spec-other', 'spe'].map((folder) =>
      repository.hasFolder(base, folder),
    );
    expect(await Promise.all(answers)).toEqual([true, true, true, false]);
    expect(await repository.hasFolder(WORK_TREE, 'spec')).toBe(true);
  });
});

describe('the working tree', () => {
  const other = new Clone();
  let opened: GitRepository;

  beforeAll(async () => {
    other.write('spec/kept.yml', 'a: 1\n').write('spec/gone.yml', 'b: 1\n').write('.gitignore', 'ignored.yml\n');
    other.commit('one');
    other.write('spec/kept.yml', 'a: 2\r\n').write('spec/new.yml', 'c: 1\n').write('spec/ignored.yml', 'd: 1\n');
    other.remove('spec/gone.yml');
    opened = await openRepository(other.root);
  });

  afterAll(() => other.end());

  test('is what lies in the folder now, byte by byte', async () => {
    expect(textsOf(await opened.readFiles(WORK_TREE, ['spec']))).toEqual({
      'spec/ignored.yml': 'd: 1\n',
      'spec/kept.yml': 'a: 2\r\n',
      'spec/new.yml': 'c: 1\n',
    });
  });

  test('gives each file the id that git would', async () => {
    for (const { path, oid } of await opened.readFiles(WORK_TREE, ['spec'])) {
      expect(oid).toBe(other.git('hash-object', '--no-filters', path));
    }
  });
});

describe('links, submodules and large files', () => {
  const other = new Clone();
  let opened: GitRepository;
  let head: Revision;

  beforeAll(async () => {
    other.write('real/objects/a.yml', 'secret: 1\n').write('spec/large.yml', new Uint8Array(8_000_001));
    other
      .link('spec/link.yml', '../real/objects/a.yml')
      .link('spec/folder', '../real')
      .link('spec/nowhere', '/nowhere');
    other.link('outside', '/etc').link('linked', 'real');
    other.git('add', '--all');
    other.submodule('spec/sub').git('commit', '--quiet', '-m', 'one');
    other.git('init', '--quiet', 'spec/sub');
    opened = await openRepository(other.root);
    head = await opened.resolve('HEAD');
  });

  afterAll(() => other.end());

  const kinds = async (revision: Revision, ...places: string[]) => {
    const files = await opened.readFiles(revision, places);
    return Object.fromEntries(files.map(({ path, kind, bytes }) => [path, `${kind}, ${bytes.length} bytes`]));
  };

  test.each(['a commit', 'the working tree'])('of %s are named, and nothing is read through them', async (which) => {
    const revision = which === 'a commit' ? head : WORK_TREE;
    expect(await kinds(revision, 'spec')).toEqual({
      'spec/large.yml': 'file, 0 bytes',
      'spec/link.yml': 'symbolic link, 0 bytes',
      'spec/folder': 'symbolic link, 0 bytes',
      'spec/nowhere': 'symbolic link, 0 bytes',
      'spec/sub': 'submodule, 0 bytes',
    });
    expect(await kinds(revision, 'linked/objects', 'outside/passwd')).toEqual({
      linked: 'symbolic link, 0 bytes',
      outside: 'symbolic link, 0 bytes',
    });
    expect(await kinds(revision, 'spec/sub/objects')).toEqual({ 'spec/sub': 'submodule, 0 bytes' });
    expect(await kinds(revision, 'linked', 'linked/objects/a.yml')).toEqual({ linked: 'symbolic link, 0 bytes' });
  });

  test.each(['a commit', 'the working tree'])('a file of %s that is too large says its size', async (which) => {
    const [file] = await opened.readFiles(which === 'a commit' ? head : WORK_TREE, ['spec/large.yml']);
    expect(file && decode(file).problem?.message).toBe('the file has 8000001 bytes');
  });

  test('have no text', async () => {
    const refusals = ['spec/link.yml', 'spec/sub', 'spec/large.yml'].map((path) =>
      refusalOf(opened.readText(head, path)),
    );
    expect(await Promise.all(refusals)).toEqual([
      'not-a-file: there is a symbolic link where a file is expected',
      'not-a-file: there is a submodule where a file is expected',
      'file-too-large: the file has 8000001 bytes',
    ]);
  });
});

describe('the history', () => {
  const other = new Clone();
  const path = 'spec/a.yml';
  let opened: GitRepository;

  beforeAll(async () => {
    other.write(path, 'version 1\n').commit('one');
    other.write(path, 'version 2\n').commit('Two\n\nChange-Type: bug\n');
    other.write('spec/b.yml', 'b\n').commit('three');
    other.write(path, 'version 1\n').commit('four');
    other.write(path, 'version 3\n').commit('five');
    opened = await openRepository(other.root);
  });

  afterAll(() => other.end());

  const messages = async (base: string, head: string) =>
    opened.messages(await opened.resolve(base), await opened.resolve(head));

  test('messages are whole, oldest first, of what the head has and the base has not', async () => {
    expect(await messages('HEAD~4', 'HEAD~2')).toEqual(['Two\n\nChange-Type: bug\n', 'three\n']);
    expect(await messages('HEAD~1', 'worktree')).toEqual(['five\n']);
    expect(await messages('HEAD', 'HEAD')).toEqual([]);
    expect(await messages('HEAD', 'worktree')).toEqual([]);
    expect(await messages('HEAD', 'HEAD~2')).toEqual([]);
  });

  test('earlier texts are each once, newest first; the last one is not earlier', async () => {
    const texts = async (revision: string, ...paths: string[]) =>
      opened.earlierTexts(await opened.resolve(revision), paths);
    expect(await texts('HEAD', path)).toEqual(['version 1\n', 'version 2\n']);
    expect(await texts('worktree', path)).toEqual(['version 1\n', 'version 2\n']);
    expect(await texts('HEAD~3', path)).toEqual(['version 1\n']);
    expect(await texts('HEAD', 'spec/nothing.yml', 'spec/*')).toEqual([]);
  });

  test('a file that was once a link, a submodule, or no text has only its texts', async () => {
    const odd = new Clone();
    odd.write('a.yml', 'first\n').commit('one');
    odd.remove('a.yml').link('a.yml', 'elsewhere').commit('two');
    odd.remove('a.yml').git('rm', '--quiet', '--cached', 'a.yml');
    odd.submodule('a.yml').git('commit', '--quiet', '-m', 'three');
    odd.git('rm', '--quiet', '--cached', 'a.yml');
    odd.write('a.yml', new Uint8Array([0xff, 0xfe])).commit('four');
    odd.write('a.yml', 'last\n').commit('five');
    const repo = await openRepository(odd.root);
    expect(await repo.earlierTexts(await repo.resolve('HEAD'), ['a.yml'])).toEqual(['first\n']);
    odd.end();
  });

  test('of many commits no message is lost, and no more than 40 texts are read', async () => {
    const many = new Clone();
    const commit = (n: number) =>
      `commit refs/heads/main\ncommitter T <t@example.org> ${1700000000 + n} +0000\ndata 12\nmessage ${String(n).padStart(3, '0')}\n` +
      `M 100644 inline a.yml\ndata 4\n${String(n).padStart(3, '0')}\n`;
    many.feed(Array.from({ length: 301 }, (_, n) => commit(n)).join(''), 'fast-import', '--quiet');
    const repo = await openRepository(many.root);
    const [base, head] = [await repo.resolve('main~300'), await repo.resolve('main')];
    const found = await repo.messages(base, head);
    expect(found).toHaveLength(300);
    expect([found[0], found[299]]).toEqual(['message 001\n', 'message 300\n']);
    expect(await repo.earlierTexts(head, ['a.yml'])).toHaveLength(40);
    many.end();
  });
});
