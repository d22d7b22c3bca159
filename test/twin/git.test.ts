/** The git layer by itself: what it writes must be git to git. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type Content, commitFiles } from '../../sandbox/twin/actions/commit-files.js';
import { BareRepository } from '../../sandbox/twin/git/bare-repository.js';
import { readCommit } from '../../sandbox/twin/git/commit.js';
import { differences } from '../../sandbox/twin/git/diff.js';
import {
  commitsBetween,
  isAncestor,
  log,
  mergeBase,
  mergeCommits,
  mergeTrees,
  treeOf,
} from '../../sandbox/twin/git/history.js';
import { editTree, entryAt, listTree } from '../../sandbox/twin/git/tree.js';
import { namesByStatus } from '../../sandbox/twin/git/tree-changes.js';

const BY = { name: 'ana', email: 'ana@example.org', date: '2026-01-02T03:04:05Z' };

let folder: string;
let repository: BareRepository;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twin-git-'));
  repository = await BareRepository.create(join(folder, 'a.git'));
});
afterEach(async () => {
  repository.close();
  await rm(folder, { recursive: true, force: true });
});

const git = (...args: string[]) => execFileSync('git', ['--git-dir', repository.folder, ...args]).toString();

const commit = (parent: string | null, files: Record<string, Content>, message?: string) =>
  commitFiles(repository.store, parent, { files, by: BY, ...(message ? { message } : {}) });

const paths = async (oid: string) =>
  (await listTree(repository.store, await treeOf(repository.store, oid)))
    .filter(({ mode }) => mode !== '40000')
    .map(({ name }) => name);

describe('objects', () => {
  it('are what git reads', async () => {
    const oid = await commit(null, { 'a/b.txt': 'text\n', 'z.txt': 'ö' }, 'First\n\nwith a body');
    expect(git('cat-file', '-p', `${oid}:a/b.txt`)).toBe('text\n');
    expect(git('log', '-1', '--format=%an %ae %aI %B', oid)).toContain(
      'ana ana@example.org 2026-01-02T03:04:05+00:00 First',
    );
    expect(() => git('fsck', '--strict', oid)).not.toThrow();
  });

  it('are read back as they were written by git itself', async () => {
    const oid = execFileSync('git', ['--git-dir', repository.folder, 'hash-object', '-w', '--stdin'], {
      input: 'by git',
    });
    const object = await repository.store.read(oid.toString().trim());
    expect(object).toEqual({ type: 'blob', bytes: Buffer.from('by git') });
  });

  it('that are not there are null, and so are names that are no full ids', async () => {
    await expect(repository.store.read('0'.repeat(40))).resolves.toBeNull();
    await expect(repository.store.read('main')).resolves.toBeNull();
    await expect(repository.store.read('main\nHEAD')).resolves.toBeNull();
  });

  it('survive many readers at once', async () => {
    const oids = await Promise.all(
      Array.from({ length: 50 }, (_, at) => repository.store.write('blob', Buffer.from(`${at}`))),
    );
    const other = await BareRepository.fork(join(folder, 'b.git'), repository);
    const read = await Promise.all(oids.map((oid) => other.store.read(oid)));
    expect(read.map((object) => object?.bytes.toString())).toEqual(oids.map((_, at) => `${at}`));
  });

  it('hold bytes that are no text', async () => {
    const bytes = Buffer.from([0, 255, 10, 0, 13]);
    const oid = await commit(null, { 'x.bin': bytes });
    expect(execFileSync('git', ['--git-dir', repository.folder, 'cat-file', 'blob', `${oid}:x.bin`])).toEqual(bytes);
  });
});

describe('trees', () => {
  it('hold links, executables and submodules', async () => {
    const oid = await commit(null, { l: { link: 'a' }, x: { executable: '#!' }, s: { submodule: 'a'.repeat(40) } });
    expect(
      git('ls-tree', oid)
        .split('\n')
        .map((line) => line.split(' ')[0]),
    ).toEqual(['120000', '160000', '100755', '']);
  });

  it('hold hostile names, which git then calls bad', async () => {
    const oid = await commit(null, { '../x': '1', '.git/config': '2', 'A.yml': '3', 'a.yml': '4' });
    await expect(paths(oid)).resolves.toEqual(['../x', '.git/config', 'A.yml', 'a.yml']);
    expect(() => git('fsck', '--strict', oid)).toThrow();
  });

  it('lose folders that become empty, and only these', async () => {
    const first = await commit(null, { 'a/b/c.txt': '1', 'a/d.txt': '2', 'e.txt': '3' });
    await expect(paths(await commit(first, { 'a/b/c.txt': null }))).resolves.toEqual(['a/d.txt', 'e.txt']);
    await expect(paths(await commit(first, { 'e.txt/no': null }))).resolves.toEqual(['a/b/c.txt', 'a/d.txt', 'e.txt']);
  });

  it('put a file in place of a folder, and a folder in place of a file', async () => {
    const first = await commit(null, { 'a/b.txt': '1', c: '2' });
    const second = await commit(first, { a: 'file', 'c/d.txt': 'below' });
    await expect(paths(second)).resolves.toEqual(['a', 'c/d.txt']);
  });

  it('find what lies at a path', async () => {
    const tree = await treeOf(repository.store, await commit(null, { 'a/b.txt': '1' }));
    await expect(entryAt(repository.store, tree, 'a/b.txt')).resolves.toMatchObject({ mode: '100644', name: 'b.txt' });
    await expect(entryAt(repository.store, tree, '')).resolves.toMatchObject({ mode: '40000', oid: tree });
    await expect(entryAt(repository.store, tree, 'a/none')).resolves.toBeNull();
    await expect(entryAt(repository.store, tree, 'a/b.txt/deeper')).resolves.toBeNull();
  });

  it('are the same tree whatever the order in which files came', async () => {
    const part = fc.constantFrom('a', 'a-b', 'a.b', 'b', 'aa');
    const path = fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => `${parts.join('/')}.txt`);
    const oid = await repository.store.write('blob', Buffer.from('x'));
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(path, { minLength: 1, maxLength: 8 }), async (names) => {
        const edits = names.map((name) => [name, { mode: '100644', oid }] as const);
        const whole = await editTree(repository.store, null, new Map(edits));
        let stepwise: string | null = null;
        for (const edit of [...edits].reverse()) stepwise = await editTree(repository.store, stepwise, new Map([edit]));
        expect(stepwise).toBe(whole);
        expect(git('ls-tree', '-r', '--name-only', whole).trim().split('\n').sort()).toEqual([...names].sort());
      }),
      { numRuns: 15 },
    );
  });
});

describe('refs', () => {
  it('move only from where they were expected', async () => {
    const first = await commit(null, { a: '1' });
    const second = await commit(first, { a: '2' });
    await expect(repository.move('refs/heads/main', first, null)).resolves.toBe(true);
    await expect(repository.move('refs/heads/main', second, null)).resolves.toBe(false);
    await expect(repository.move('refs/heads/main', second, second)).resolves.toBe(false);
    await expect(repository.move('refs/heads/main', second, first)).resolves.toBe(true);
    expect(git('rev-parse', 'main').trim()).toBe(second);
    await expect(repository.move('refs/heads/main', null, second)).resolves.toBe(true);
    expect(repository.resolve('refs/heads/main')).toBeNull();
  });

  it('let one of thirty racers win', async () => {
    const first = await commit(null, { a: '1' });
    await repository.move('refs/heads/main', first, null);
    const others = await Promise.all(Array.from({ length: 30 }, (_, at) => commit(first, { a: `${at + 2}` })));
    const won = await Promise.all(others.map((oid) => repository.move('refs/heads/main', oid, first)));
    expect(won.filter(Boolean)).toHaveLength(1);
    expect(repository.resolve('refs/heads/main')).toBe(others[won.indexOf(true)]);
  });

  it('refuse a name that is a folder of another', async () => {
    const first = await commit(null, { a: '1' });
    await repository.move('refs/heads/a/b', first, null);
    await expect(repository.move('refs/heads/a', first, null)).resolves.toBe(false);
  });

  it('of a fork are its own, over shared objects', async () => {
    const first = await commit(null, { a: '1' });
    await repository.move('refs/heads/main', first, null);
    const fork = await BareRepository.fork(join(folder, 'fork.git'), repository);
    const second = await commit(first, { a: '2' });
    await fork.move('refs/heads/main', second, first);
    expect(repository.resolve('refs/heads/main')).toBe(first);
    expect(fork.list('refs/heads/')).toEqual([['refs/heads/main', second]]);
  });
});

describe('history', () => {
  it('merges what does not conflict, with both parents', async () => {
    const base = await commit(null, { 'a.yml': '1\n2\n3\n4\n5\n', 'b.yml': 'b\n' });
    const ours = await commit(base, { 'a.yml': 'one\n2\n3\n4\n5\n' });
    const theirs = await commit(base, { 'a.yml': '1\n2\n3\n4\nfive\n', 'c.yml': 'c\n' });
    const merge = await mergeCommits(repository.store, { ours, theirs, message: 'M', author: BY, committer: BY });
    expect(git('show', `${merge}:a.yml`)).toBe('one\n2\n3\n4\nfive\n');
    expect((await readCommit(repository.store, merge ?? ''))?.parents).toEqual([ours, theirs]);
    await expect(isAncestor(repository.store, theirs, merge ?? '')).resolves.toBe(true);
    await expect(commitsBetween(repository.store, ours, merge ?? '')).resolves.toEqual([theirs, merge]);
  });

  it('names the paths in conflict, and writes no merge of them', async () => {
    const base = await commit(null, { 'a.yml': '1\n' });
    const ours = await commit(base, { 'a.yml': '2\n' });
    const theirs = await commit(base, { 'a.yml': '3\n' });
    await expect(mergeTrees(repository.store, ours, theirs)).resolves.toEqual({ conflicts: ['a.yml'] });
    const request = { ours, theirs, message: 'M', author: BY, committer: BY };
    await expect(mergeCommits(repository.store, request)).resolves.toBeNull();
  });

  it('says the same of a straight line, a long one and a branched one as git does', async () => {
    const line = [await commit(null, { n: '0' })];
    for (let at = 1; at <= 55; at += 1) line.push(await commit(line[at - 1] ?? null, { n: `${at}` }));
    const side = await commit(line[3] ?? null, { side: '1' });
    const merge = await mergeCommits(repository.store, {
      ours: line[5] ?? '',
      theirs: side,
      message: 'M',
      author: BY,
      committer: BY,
    });
    for (const [from, to] of [
      [line[0], line[4]],
      [line[0], line[55]],
      [line[4], line[0]],
      [line[4], side],
      [line[4], merge],
    ]) {
      const [a = '', b = ''] = [from ?? '', to ?? ''];
      await expect(mergeBase(repository.store, a, b)).resolves.toBe(git('merge-base', a, b).trim());
      const listed = git('rev-list', '--reverse', '--topo-order', `${a}..${b}`).split('\n').filter(Boolean);
      await expect(commitsBetween(repository.store, a, b)).resolves.toEqual(listed);
    }
  });

  it('has no common ancestor for strangers, and does not merge them', async () => {
    const one = await commit(null, { a: '1' });
    const other = await commit(null, { b: '1' }, 'Other root');
    await expect(mergeBase(repository.store, one, other)).resolves.toBeNull();
    await expect(mergeTrees(repository.store, one, other)).resolves.toEqual({ conflicts: [] });
  });
});

describe('differences', () => {
  it('name every status, count lines and show hunks', async () => {
    const long = Array.from({ length: 20 }, (_, at) => `line ${at}\n`).join('');
    const from = await commit(null, {
      changed: 'a\nb\n',
      gone: 'x\n',
      old: long,
      type: 'text\n',
      bin: Buffer.from([0, 1]),
    });
    const to = await commit(from, {
      changed: 'a\nc\n',
      gone: null,
      old: null,
      'new name': long,
      added: 'n\n',
      type: { link: 'changed' },
      bin: Buffer.from([0, 2]),
    });
    const files = await differences(repository.store, from, to);
    const brief = files.map(({ path, status, additions, deletions, previousPath }) => [
      path,
      status,
      additions,
      deletions,
      previousPath,
    ]);
    expect(brief).toEqual([
      ['added', 'added', 1, 0, null],
      ['bin', 'modified', 0, 0, null],
      ['changed', 'modified', 1, 1, null],
      ['gone', 'removed', 0, 1, null],
      ['new name', 'renamed', 0, 0, 'old'],
      ['type', 'changed', 1, 1, null],
    ]);
    expect(files[2]?.patch).toBe('@@ -1,2 +1,2 @@\n a\n-b\n+c');
    expect(files[1]?.patch).toBeNull();
  });

  it('of a first commit are against nothing', async () => {
    const first = await commit(null, { a: '1\n' });
    await expect(differences(repository.store, null, first)).resolves.toMatchObject([{ path: 'a', status: 'added' }]);
  });

  it('keep lines that look like headers in their file', async () => {
    const from = await commit(null, { a: 'x\n', b: 'x\n' });
    const to = await commit(from, { a: 'x\ndiff --git a/b b/b\n@@ -1 +1 @@\n', b: 'y\n' });
    const files = await differences(repository.store, from, to);
    expect(files.map(({ path, additions }) => [path, additions])).toEqual([
      ['a', 2],
      ['b', 1],
    ]);
  });

  it('tell a list of names with line breaks and quotes apart', async () => {
    const from = await commit(null, { a: '1' });
    const to = await commit(from, { 'with\nbreak': '1', 'with "quotes"': '2', ö: '3' });
    const files = await differences(repository.store, from, to);
    expect(files.map(({ path }) => path)).toEqual(['with\nbreak', 'with "quotes"', 'ö']);
  });
});

describe('what is worked out without git', () => {
  /** What git says of two commits: letter and name. */
  const byGit = (from: string, to: string) => {
    const fields = git('diff-tree', '-r', '--no-renames', '--name-status', '-z', from, to).split('\0').filter(Boolean);
    const named = (letter: RegExp) =>
      fields.filter((_, at) => at % 2 === 1 && letter.test(fields[at - 1] ?? '')).sort();
    return { added: named(/A/), removed: named(/D/), modified: named(/[MT]/) };
  };

  it('is which files differ, as git has it', async () => {
    const from = await commit(null, { a: '1', 'b/c': '2', 'b/d': '3', e: '4', 'f/g': '5', h: '6' });
    const to = await commit(from, { a: '2', 'b/c': null, e: null, 'e/x': '4', 'f/g': null, f: '5', h: { link: '6' } });
    const found = await namesByStatus(
      repository.store,
      await treeOf(repository.store, from),
      await treeOf(repository.store, to),
    );
    const sorted = Object.fromEntries(Object.entries(found).map(([status, names]) => [status, [...names].sort()]));
    expect(sorted).toEqual(byGit(from, to));
  });

  it('is who is whose ancestor, also through merges', async () => {
    const root = await commit(null, { a: '1' });
    const [left, right] = [await commit(root, { b: '1' }), await commit(root, { c: '1' })];
    const merge = await mergeCommits(repository.store, {
      ours: left,
      theirs: right,
      message: 'M',
      author: BY,
      committer: BY,
    });
    const all = [root, left, right, merge ?? ''];
    for (const old of all) {
      for (const young of all) {
        const answer = spawnSync('git', ['--git-dir', repository.folder, 'merge-base', '--is-ancestor', old, young]);
        await expect(isAncestor(repository.store, old, young)).resolves.toBe(answer.status === 0);
      }
    }
  });

  it('is which commits touched a path, where the history is a line', async () => {
    const first = await commit(null, { 'a/b': '1', c: '1' });
    const second = await commit(first, { c: '2' });
    const third = await commit(second, { 'a/b': '2' });
    const fourth = await commit(third, { 'a/b': null });
    for (const path of ['a/b', 'a', 'c', 'none']) {
      const expected = git('rev-list', fourth, '--', path).split('\n').filter(Boolean);
      await expect(log(repository.store, fourth, { path })).resolves.toEqual(expected);
    }
  });
});

describe('a copy', () => {
  it('has every ref, and goes its own way', async () => {
    const first = await commit(null, { a: '1' });
    await repository.move('refs/heads/main', first, null);
    await repository.move('refs/pull/1/head', first, null);
    const copy = await BareRepository.copy(join(folder, 'copy.git'), repository);
    expect(copy.list('refs/')).toEqual(repository.list('refs/'));
    const second = await commit(first, { a: '2' });
    await expect(copy.move('refs/heads/main', second, first)).resolves.toBe(true);
    expect(repository.resolve('refs/heads/main')).toBe(first);
    copy.close();
  });
});
