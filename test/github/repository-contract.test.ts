/** One history, read through both ports: what a clone says, GitHub says. */

import { blobId } from '../../src/github/object-cache.js';
import { GitRepository } from '../../src/local/git-repository.js';
import type { Repository, Revision } from '../../src/ports.js';
import type { SourceFile } from '../../src/specification/source-file.js';
import { REPO, type Stage, setStage } from './stage.js';

const LARGE = 'large: text\n'.repeat(60_000);

const FIRST = {
  'README.md': '# Standard\n',
  'spec-steward.yml': 'name: Standard\n',
  'data/objects/a.yml': 'name: first\n',
  'data/objects/b.yml': 'name: b\r\nnext: b\r\n',
  'data/objects/nested/deep/c.yml': 'name: c\n',
  'data/objects/empty.yml': '',
  'data/objects/marked.yml': '\uFEFFname: marked\n',
  'data/objects/grüße und 100 %.yml': 'name: ü\n',
  'data/objects/latin.yml': Uint8Array.from([0x6e, 0x3a, 0xe9, 0x0a]),
  'data/objects/binary.yml': Uint8Array.from([0, 1, 2, 3, 255]),
  'data/objects/large.yml': LARGE,
  'data/objects/link.yml': { link: 'a.yml' },
  'data/objects/run.yml': { executable: 'name: run\n' },
  'data/objects/module': { submodule: 'd'.repeat(40) },
  'data/linked': { link: 'objects' },
  'data/objects.yml': 'not below the folder\n',
  'data/objects2/d.yml': 'not below the folder\n',
  'data/objects/kept-from-archives.yml': 'name: kept\n',
  'data/objects/changed-in-archives.yml': '$Format:%H$\n',
  '.gitattributes':
    'data/objects/kept-* export-ignore\ndata/objects/changed-* export-subst\ndata/objects/b.yml text eol=lf\n',
};

let stage: Stage;
const repositories = new Map<string, Repository>();
let time = Date.UTC(2026, 0, 1);

beforeAll(async () => {
  stage = await setStage(FIRST, { clock: () => new Date(time) });
  await stage.repo.git.move('refs/tags/v1', await stage.twin.head(REPO, 'main'), null);
  await push('main', 'Second', { 'data/objects/a.yml': 'name: second\n' });
  await push('main', 'Third', { 'data/objects/a.yml': 'name: third\n', 'data/objects/b.yml': 'name: b2\n' });
  await push('proposal', 'Fourth\n\nWith a body.\n', { 'data/objects/a.yml': 'name: fourth\n' }, 'main');
  await push('proposal', 'Fifth', { 'data/objects/b.yml': null, 'data/objects/new.yml': 'name: new\n' });
  await push('main', 'Sixth', { 'README.md': '# Changed\n' });
  const { head } = stage.twin;
  const unrelated = await stage.octokit.request('POST /repos/{owner}/{repo}/git/commits', {
    owner: 'd2i',
    repo: 'standard',
    message: 'Unrelated',
    tree: (await commitAt(await head(REPO, 'main'))).tree.sha,
    parents: [],
  });
  await stage.repo.git.move('refs/heads/unrelated', unrelated.data.sha, null);
  repositories.set('a clone', new GitRepository(stage.repo.git.folder, stage.repo.git.folder));
  repositories.set('GitHub', stage.forge.repository);
});
afterAll(() => stage.strike());

async function push(branch: string, message: string, files: Record<string, string | null>, base?: string) {
  time += 60_000;
  await stage.twin.as('ana').push(REPO, branch, { message, files, ...(base ? { base } : {}) });
}

async function commitAt(commit_sha: string) {
  const route = 'GET /repos/{owner}/{repo}/git/commits/{commit_sha}';
  return (await stage.octokit.request(route, { owner: 'd2i', repo: 'standard', commit_sha })).data;
}

/** Texts by path; of what is no file its kind. */
function contents(files: readonly SourceFile[]): Record<string, string> {
  const shown = files.map(({ path, kind, bytes }) => [path, kind === 'file' ? Buffer.from(bytes).toString() : kind]);
  return Object.fromEntries(shown);
}

describe.each(['a clone', 'GitHub'])('%s', (door) => {
  const repository = () => repositories.get(door) as Repository;
  const at = (name: string): Promise<Revision> => repository().resolve(name);

  test('resolves branches, tags and ids', async () => {
    const main = await stage.twin.head(REPO, 'main');
    const tagged = await stage.twin.head(REPO, 'v1');
    await expect(at('main')).resolves.toEqual({ name: `main (${main.slice(0, 7)})`, commit: main });
    await expect(at('v1')).resolves.toEqual({ name: `v1 (${tagged.slice(0, 7)})`, commit: tagged });
    await expect(at(main)).resolves.toEqual({ name: main.slice(0, 7), commit: main });
  });

  test.each(['nothing', 'a'.repeat(40), 'refs/heads/', '--help'])('does not resolve %j', async (name) => {
    await expect(at(name)).rejects.toMatchObject({ detail: { code: 'unknown-revision' } });
  });

  test('finds where a branch and a commit parted', async () => {
    const third = (await commitAt((await commitAt((await at('proposal')).commit)).parents[0]?.sha ?? '')).parents[0];
    await expect(repository().mergeBase('main', await at('proposal'))).resolves.toEqual({
      name: `main (${third?.sha.slice(0, 7)})`,
      commit: third?.sha,
    });
  });

  test.each(['unrelated', 'no-such-branch'])('finds no common commit with the branch %s', async (branch) => {
    await expect(repository().mergeBase(branch, await at('proposal'))).rejects.toMatchObject({
      detail: { code: 'no-merge-base' },
    });
  });

  test('reads the files below a folder, byte for byte', async () => {
    expect(contents(await repository().readFiles(await at('v1'), ['data/objects']))).toEqual({
      'data/objects/a.yml': 'name: first\n',
      'data/objects/b.yml': 'name: b\r\nnext: b\r\n',
      'data/objects/nested/deep/c.yml': 'name: c\n',
      'data/objects/empty.yml': '',
      'data/objects/marked.yml': '\uFEFFname: marked\n',
      'data/objects/grüße und 100 %.yml': 'name: ü\n',
      'data/objects/latin.yml': 'n:\uFFFD\n',
      'data/objects/binary.yml': '\0\u0001\u0002\u0003\uFFFD',
      'data/objects/large.yml': LARGE,
      'data/objects/link.yml': 'symbolic link',
      'data/objects/run.yml': 'name: run\n',
      'data/objects/module': 'submodule',
      'data/objects/kept-from-archives.yml': 'name: kept\n',
      'data/objects/changed-in-archives.yml': '$Format:%H$\n',
    });
  });

  test('reads nothing of what is not there', async () => {
    await expect(repository().readFiles(await at('v1'), ['data/obj', 'nothing/at/all'])).resolves.toEqual([]);
  });

  test('reads nothing through a link, but says what stands in the way', async () => {
    const places = ['data/linked/a.yml', 'README.md/below'];
    expect(contents(await repository().readFiles(await at('v1'), places))).toEqual({
      'data/linked': 'symbolic link',
    });
  });

  test.each([
    ['data/objects', true],
    ['data', true],
    ['data/objects/nested', true],
    ['data/obj', false],
    ['spec', false],
  ])('has the folder %s: %s', async (folder, expected) => {
    await expect(repository().hasFolder(await at('v1'), folder)).resolves.toBe(expected);
  });

  test('reads the text of one file', async () => {
    await expect(repository().readText(await at('v1'), 'spec-steward.yml')).resolves.toBe('name: Standard\n');
    await expect(repository().readText(await at('proposal'), 'data/objects/a.yml')).resolves.toBe('name: fourth\n');
    await expect(repository().readText(await at('proposal'), 'data/objects/b.yml')).resolves.toBeNull();
    await expect(repository().readText(await at('v1'), 'data/objects')).resolves.toBeNull();
  });

  test.each([
    ['data/objects/link.yml', 'not-a-file'],
    ['data/objects/latin.yml', 'not-utf8'],
  ])('does not read %s as a text: %s', async (path, code) => {
    await expect(repository().readText(await at('v1'), path)).rejects.toMatchObject({ detail: { code, place: path } });
  });

  test('gives the messages of a proposal, oldest first', async () => {
    const messages = await repository().messages(await at('main'), await at('proposal'));
    expect(messages.map((message) => message.trim())).toEqual(['Fourth\n\nWith a body.', 'Fifth']);
    await expect(repository().messages(await at('main'), await at('main'))).resolves.toEqual([]);
  });

  test('gives the earlier texts of files, newest first', async () => {
    await expect(repository().earlierTexts(await at('proposal'), ['data/objects/a.yml'])).resolves.toEqual([
      'name: third\n',
      'name: second\n',
      'name: first\n',
    ]);
    await expect(
      repository().earlierTexts(await at('proposal'), ['data/objects/b.yml', 'data/objects/a.yml']),
    ).resolves.toEqual(['name: b2\n', 'name: third\n', 'name: second\n', 'name: b\r\nnext: b\r\n', 'name: first\n']);
    await expect(repository().earlierTexts(await at('v1'), ['data/objects/a.yml'])).resolves.toEqual([]);
  });
});

describe('both', () => {
  const byPath = (files: readonly SourceFile[]) =>
    [...files]
      .sort((a, b) => (a.path < b.path ? -1 : 1))
      .map(({ path, oid, size, kind, bytes }) => [path, oid, kind, kind === 'file' ? size : 0, blobId(bytes)]);

  test.each(['v1', 'main', 'proposal', 'unrelated'])(
    'give the same files of %s, by id, size and kind',
    async (name) => {
      const places = ['data/objects', 'README.md', 'data/linked', '.gitattributes', 'data/objects/a.yml', 'nothing'];
      const [clone, github] = await Promise.all(
        [...repositories.values()].map(async (repository) => {
          return byPath(await repository.readFiles(await repository.resolve(name), places));
        }),
      );
      expect(github).toEqual(clone);
      expect(clone?.length).toBeGreaterThan(10);
    },
  );

  test('leave a file of more than eight million bytes unread, and say its size', async () => {
    await push('huge', 'Huge', { 'data/objects/huge.yml': 'x'.repeat(8_000_001) }, 'v1');
    for (const repository of repositories.values()) {
      const [huge] = await repository.readFiles(await repository.resolve('huge'), ['data/objects/huge.yml']);
      expect(huge).toMatchObject({ size: 8_000_001, kind: 'file', bytes: new Uint8Array() });
    }
  });

  test('give the same files from an archive, whatever its attributes did', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [`data/objects/${index}.yml`, `n: ${index}\n`]),
    );
    await push('many', 'Many', many, 'v1');
    const cold = stage.openForge().repository;
    stage.twin.requests.clear();
    const commit = await stage.twin.head(REPO, 'many');
    const github = byPath(await cold.readFiles({ name: 'many', commit }, ['data/objects']));
    const asked = stage.twin.requests.all().map(({ template }) => template);
    const clone = repositories.get('a clone') as Repository;
    expect(github).toEqual(byPath(await clone.readFiles({ name: 'many', commit }, ['data/objects'])));
    expect(asked).toContain('/repos/{owner}/{repo}/tarball/{ref}');
    expect(asked.filter((template) => template === '/graphql')).toHaveLength(1);
    expect(asked.filter((template) => template?.includes('/git/blobs/'))).toHaveLength(0);
  });
});
