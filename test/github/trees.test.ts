import { ObjectCache } from '../../src/github/object-cache.js';
import { openTrees } from '../../src/github/trees.js';
import { type Call, fakeConnection } from './fake-github.js';

const COMMIT = 'c'.repeat(40);
const id = (letter: string) => letter.repeat(40);
const file = (path: string, letter: string) => ({ path, mode: '100644', type: 'blob', sha: id(letter), size: 7 });
const folder = (path: string, letter: string) => ({ path, mode: '040000', type: 'tree', sha: id(letter) });

const TREE = [
  file('README.md', '1'),
  folder('data', '2'),
  folder('data/objects', '3'),
  file('data/objects/a.yml', '4'),
  { ...file('data/objects/link.yml', '5'), mode: '120000' },
  { path: 'data/objects/module', mode: '160000', type: 'commit', sha: id('6') },
  file('data/objects.yml', '7'),
];

/** Trees by what was asked for: `<id>` or `<id> all`. */
function treesOf(trees: Readonly<Record<string, { tree: readonly object[]; truncated: boolean }>>) {
  return ({ path }: Call) => {
    const { pathname, searchParams } = new URL(path, 'https://x');
    const name = `${pathname.split('/').at(-1)}${searchParams.has('recursive') ? ' all' : ''}`;
    const data = trees[name];
    return data ? { data } : undefined;
  };
}

describe('the files of a commit', () => {
  test('are those below the places, with their kinds', async () => {
    const { connection } = fakeConnection(treesOf({ [`${COMMIT} all`]: { tree: TREE, truncated: false } }));
    const trees = openTrees(connection, new ObjectCache());
    await expect(trees.list(COMMIT, ['data/objects', 'README.md'])).resolves.toEqual([
      { path: 'README.md', oid: id('1'), size: 7, kind: 'file', mode: '100644' },
      { path: 'data/objects/a.yml', oid: id('4'), size: 7, kind: 'file', mode: '100644' },
      { path: 'data/objects/link.yml', oid: id('5'), size: 7, kind: 'symbolic link', mode: '120000' },
      { path: 'data/objects/module', oid: id('6'), size: 0, kind: 'submodule', mode: '160000' },
    ]);
    await expect(trees.list(COMMIT, ['data/objects.yml'])).resolves.toMatchObject([{ path: 'data/objects.yml' }]);
    await expect(trees.list(COMMIT, ['data/obj', 'nothing'])).resolves.toEqual([]);
    await expect(trees.list(COMMIT, ['data/objects/link.yml/a'])).resolves.toMatchObject([{ kind: 'symbolic link' }]);
  });

  test('cost one request a commit', async () => {
    const { connection, calls } = fakeConnection(treesOf({ [`${COMMIT} all`]: { tree: TREE, truncated: false } }));
    const trees = openTrees(connection, new ObjectCache());
    for (const place of ['data', 'README.md', 'data/objects', 'nothing']) await trees.list(COMMIT, [place]);
    expect(calls.map(({ path }) => path)).toEqual([`/repos/oxford/standard/git/trees/${COMMIT}?recursive=1`]);
  });

  test('of a tree that is too large are found by walking to the places', async () => {
    const answers = treesOf({
      [`${COMMIT} all`]: { tree: [file('AAA', '9')], truncated: true },
      [COMMIT]: { tree: [file('README.md', '1'), folder('data', '2')], truncated: false },
      [id('2')]: { tree: [folder('objects', '3'), file('objects.yml', '7')], truncated: false },
      [`${id('3')} all`]: { tree: [file('a.yml', '4'), folder('sub', '8'), file('sub/b.yml', '5')], truncated: false },
    });
    const { connection, calls } = fakeConnection(answers);
    const trees = openTrees(connection, new ObjectCache());
    const paths = async (...places: string[]) => (await trees.list(COMMIT, places)).map(({ path }) => path);
    await expect(paths('data/objects', 'README.md', 'data/objects.yml')).resolves.toEqual([
      'data/objects/a.yml',
      'data/objects/sub/b.yml',
      'README.md',
      'data/objects.yml',
    ]);
    await expect(paths('data/none', 'README.md/below', 'data/objects.yml/below')).resolves.toEqual([]);
    expect(calls).toHaveLength(4);
  });

  test('of a tree that is too large include a link in the way to a place', async () => {
    const answers = treesOf({
      [`${COMMIT} all`]: { tree: [], truncated: true },
      [COMMIT]: { tree: [{ ...file('data', '5'), mode: '120000' }], truncated: false },
    });
    const { connection } = fakeConnection(answers);
    await expect(openTrees(connection, new ObjectCache()).list(COMMIT, ['data/objects'])).resolves.toMatchObject([
      { path: 'data', kind: 'symbolic link' },
    ]);
  });

  test('fail closed where a folder of ours is still too large', async () => {
    const answers = treesOf({
      [`${COMMIT} all`]: { tree: [], truncated: true },
      [COMMIT]: { tree: [folder('data', '2')], truncated: false },
      [`${id('2')} all`]: { tree: [file('a.yml', '4')], truncated: true },
    });
    const { connection } = fakeConnection(answers);
    await expect(openTrees(connection, new ObjectCache()).list(COMMIT, ['data'])).rejects.toMatchObject({
      detail: { code: 'truncated-tree', place: 'data' },
    });
  });

  test('fail closed where even one level is too large', async () => {
    const answers = treesOf({
      [`${COMMIT} all`]: { tree: [], truncated: true },
      [COMMIT]: { tree: [], truncated: true },
    });
    const { connection } = fakeConnection(answers);
    await expect(openTrees(connection, new ObjectCache()).list(COMMIT, ['data'])).rejects.toMatchObject({
      detail: { code: 'truncated-tree' },
    });
  });
});

describe('the difference of two commits', () => {
  const after = [
    folder('data', '8'),
    file('data/objects/a.yml', '9'),
    file('data/objects/new.yml', 'a'),
    { ...file('README.md', '1'), mode: '100755' },
    { ...file('data/objects/link.yml', '5'), mode: '120000' },
    { path: 'data/objects/module', mode: '160000', type: 'commit', sha: id('6') },
  ];

  test('has changed, new and removed files, and changed modes', async () => {
    const answers = treesOf({
      [`${COMMIT} all`]: { tree: TREE, truncated: false },
      [`${id('d')} all`]: { tree: after, truncated: false },
    });
    const trees = openTrees(fakeConnection(answers).connection, new ObjectCache());
    await expect(trees.difference(COMMIT, id('d'))).resolves.toEqual([
      { path: 'data/objects/a.yml', oid: id('9'), mode: '100644' },
      { path: 'data/objects/new.yml', oid: id('a'), mode: '100644' },
      { path: 'README.md', oid: id('1'), mode: '100755' },
      { path: 'data/objects.yml', oid: null, mode: '100644' },
    ]);
    await expect(trees.difference(COMMIT, COMMIT)).resolves.toEqual([]);
  });

  test('fails closed where one of them is not listed whole', async () => {
    const answers = treesOf({
      [`${COMMIT} all`]: { tree: TREE, truncated: false },
      [`${id('d')} all`]: { tree: after, truncated: true },
    });
    const trees = openTrees(fakeConnection(answers).connection, new ObjectCache());
    await expect(trees.difference(COMMIT, id('d'))).rejects.toMatchObject({ detail: { code: 'truncated-tree' } });
  });
});
