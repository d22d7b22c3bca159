/** The Repository port on a local clone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StewardError } from '../errors.js';
import type { Repository, Revision } from '../ports.js';
import { decode, type SourceFile, textOf } from '../specification/source-file.js';
import { git, refuseShallow, runGit } from './git.js';
import { ObjectStore, type TreeEntry } from './git-objects.js';
import { ObjectReader } from './object-reader.js';
import { readWorkTree } from './work-tree.js';

const HISTORY_DEPTH = 40;
const WORK_TREE: Revision = { name: 'working tree', commit: '' };

/** Opens the repository that the folder is in; throws `not-a-repository`. */
export async function openRepository(folder: string): Promise<GitRepository> {
  const { code, stdout } = await runGit(folder, ['rev-parse', '--show-toplevel', '--absolute-git-dir']);
  const [root = '', gitFolder = ''] = stdout.toString().split(/\r?\n/);
  if (code === 0) return new GitRepository(root, gitFolder);
  throw new StewardError({
    code: 'not-a-repository',
    place: folder,
    found: 'the folder is not in a git repository',
    expected: 'the command run in a clone of the specification',
  });
}

/** A clone, read through git objects; nothing is ever checked out. */
export class GitRepository implements Repository {
  readonly root: string;
  /** Git's own folder: nothing in it is ever committed. */
  readonly gitFolder: string;
  readonly #reader: ObjectReader;
  readonly #objects: ObjectStore;

  constructor(root: string, gitFolder: string) {
    this.root = root;
    this.gitFolder = gitFolder;
    this.#reader = new ObjectReader(root);
    this.#objects = new ObjectStore(this.#reader);
  }

  async resolve(revision: string): Promise<Revision> {
    if (revision === 'worktree') return WORK_TREE;
    const commit = await this.#commitOf(revision);
    if (commit === null) {
      const found = `"${revision}" is no commit, branch or tag here`;
      throw new StewardError({ code: 'unknown-revision', place: '', found, expected: 'a name that `git log` takes' });
    }
    const short = commit.slice(0, 7);
    return { name: commit.startsWith(revision) ? short : `${revision} (${short})`, commit };
  }

  /** Of the branch here or as origin has it, whichever the head left later: a branch here may be long behind. */
  async mergeBase(branch: string, head: Revision): Promise<Revision> {
    const tips = [await this.#commitOf(branch), await this.#commitOf(`origin/${branch}`)].filter((tip) => tip !== null);
    const from = head.commit || ((await this.#commitOf('HEAD')) ?? '');
    let commit = '';
    for (const tip of from ? new Set(tips) : []) {
      const found = await this.#git('merge-base', tip, from);
      const isLater =
        commit === '' || (await runGit(this.root, ['merge-base', '--is-ancestor', commit, found])).code === 0;
      if (found && isLater) commit = found;
    }
    if (commit) return { name: `${branch} (${commit.slice(0, 7)})`, commit };
    await refuseShallow(this.root);
    const found =
      tips.length > 0
        ? `there is no common commit with the branch "${branch}"`
        : `there is no branch "${branch}" here, and no "origin/${branch}"`;
    const expected = `${tips.length > 0 ? '' : 'that branch, or '}\`--base\` with the revision to compare with`;
    throw new StewardError({ code: 'no-merge-base', place: '', found, expected });
  }

  async hasFolder(revision: Revision, folder: string): Promise<boolean> {
    return (await this.#list(revision, [folder])).length > 0;
  }

  async readFiles(revision: Revision, places: readonly string[]): Promise<readonly SourceFile[]> {
    const files = revision.commit === '' ? await readWorkTree(this.root, places) : null;
    for (const { oid, bytes } of files ?? []) if (oid !== '') this.#objects.remember(oid, bytes);
    return files ?? this.#objects.files(await this.#objects.list(revision.commit, places));
  }

  async readText(revision: Revision, path: string): Promise<string | null> {
    const file = (await this.readFiles(revision, [path])).find((candidate) => candidate.path === path);
    return file ? textOf(file) : null;
  }

  async messages(base: Revision, head: Revision): Promise<readonly string[]> {
    if (base.commit === (head.commit || (await this.#commitOf('HEAD')))) return [];
    const range = `${base.commit}..${head.commit || 'HEAD'}`;
    const log = await git(this.root, ['log', '--reverse', '-z', '--format=%B', range, '--']);
    return log.split('\0').filter((message) => message.trim() !== '');
  }

  async earlierTexts(revision: Revision, paths: readonly string[]): Promise<readonly string[]> {
    const args = ['log', '-n', String(HISTORY_DEPTH), '--format=', '--raw', '--no-abbrev', '--no-renames'];
    const log = await git(this.root, [...args, revision.commit || 'HEAD', '--', ...paths]);
    const oids = [...log.matchAll(/^:100\d{3} \d{6} ([0-9a-f]+) [0-9a-f]+ [MDT]\t/gm)].map((match) => match[1] ?? '');
    const entries = [...new Set(oids)].map((oid): TreeEntry => ({ path: oid, oid, kind: 'file' }));
    const files = (await this.#objects.files(entries)).map(({ path, oid, bytes }) => decode({ path, oid, bytes }));
    return files.flatMap(({ text }) => text ?? []);
  }

  /** Name of the checked out branch, or `''` when none is. */
  async branch(): Promise<string> {
    const head = await readFile(join(this.gitFolder, 'HEAD'), 'utf8').catch(() => '');
    return /^ref: refs\/heads\/(.+?)\s*$/.exec(head)?.[1] ?? '';
  }

  /** What git says, without the last line break; nothing where it fails. */
  async #git(...args: string[]): Promise<string> {
    const { code, stdout } = await runGit(this.root, args);
    return code === 0 ? stdout.toString().trim() : '';
  }

  async #commitOf(revision: string): Promise<string | null> {
    const object = await this.#reader.read(`${revision}^{commit}`);
    return object?.type === 'commit' ? object.oid : null;
  }

  async #list(revision: Revision, places: readonly string[]): Promise<readonly { readonly path: string }[]> {
    if (revision.commit === '') return readWorkTree(this.root, places);
    return this.#objects.list(revision.commit, places);
  }
}

/** The first of several revisions that the clone has; null where it has none of them. */
export async function firstRevision(repository: GitRepository, names: readonly string[]): Promise<Revision | null> {
  for (const name of names) {
    const found = await repository.resolve(name).catch((error: unknown) => {
      if (error instanceof StewardError && error.detail.code === 'unknown-revision') return null;
      throw error;
    });
    if (found) return found;
  }
  return null;
}
