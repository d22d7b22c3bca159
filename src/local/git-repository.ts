/** The Repository port on a local clone. */
import { StewardError } from '../errors.js';
import type { Repository, Revision } from '../ports.js';
import type { SourceFile } from '../specification/source-file.js';
import { git, runGit } from './git.js';
import { BlobReader, listTree, type TreeEntry } from './git-objects.js';
import { readWorkTree } from './work-tree.js';

const HISTORY_DEPTH = 40;
const WORK_TREE: Revision = { name: 'working tree', commit: '' };

/** Opens the repository that the folder is in; throws `not-a-repository`. */
export async function openRepository(folder: string): Promise<GitRepository> {
  const { code, stdout } = await runGit(folder, ['rev-parse', '--show-toplevel']);
  if (code === 0) return new GitRepository(stdout.toString().replace(/\r?\n$/, ''));
  throw new StewardError({
    code: 'not-a-repository',
    place: folder,
    found: 'the folder is not in a git repository',
    expected: 'the command run in a clone of the specification',
  });
}

export class GitRepository implements Repository {
  readonly root: string;
  readonly #blobs: BlobReader;

  constructor(root: string) {
    this.root = root;
    this.#blobs = new BlobReader(root);
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

  async mergeBase(branch: string, head: Revision): Promise<Revision> {
    const tip = (await this.#commitOf(branch)) ?? (await this.#commitOf(`origin/${branch}`));
    const from = head.commit || ((await this.#commitOf('HEAD')) ?? '');
    const { code, stdout } = tip && from ? await runGit(this.root, ['merge-base', tip, from]) : NOTHING;
    const commit = stdout.toString().trim();
    if (code === 0 && commit) return { name: `${branch} (${commit.slice(0, 7)})`, commit };
    const found = `there is no common commit with the branch "${branch}"`;
    throw new StewardError({
      code: 'no-merge-base',
      place: '',
      found,
      expected: '`--base` with the revision to compare with',
    });
  }

  async hasFolder(revision: Revision, folder: string): Promise<boolean> {
    return (await this.#list(revision, [folder])).length > 0;
  }

  async readFiles(revision: Revision, places: readonly string[]): Promise<readonly SourceFile[]> {
    const files = revision.commit === '' ? await readWorkTree(this.root, places) : null;
    for (const { oid, bytes } of files ?? []) if (oid !== '') this.#blobs.remember(oid, bytes);
    return files ?? this.#blobs.files(await listTree(this.root, revision.commit, places));
  }

  async readText(revision: Revision, path: string): Promise<string | null> {
    const [file] = await this.readFiles(revision, [path]);
    return file?.path === path && file.kind === 'file' ? new TextDecoder().decode(file.bytes) : null;
  }

  async messages(base: Revision, head: Revision): Promise<readonly string[]> {
    const range = `${base.commit}..${head.commit || 'HEAD'}`;
    const log = await git(this.root, ['log', '--reverse', '-z', '-n', '250', '--format=%B', range, '--']);
    return log.split('\0').filter((message) => message.trim() !== '');
  }

  async earlierTexts(revision: Revision, paths: readonly string[]): Promise<readonly string[]> {
    const args = ['log', '-n', String(HISTORY_DEPTH), '--format=', '--raw', '--no-abbrev', '--no-renames'];
    const log = await git(this.root, [...args, revision.commit || 'HEAD', '--', ...paths]);
    const oids = [...log.matchAll(/^:\d{6} \d{6} ([0-9a-f]+) [0-9a-f]+ [MDT]\t/gm)].map((match) => match[1] ?? '');
    const entries = [...new Set(oids)].map((oid): TreeEntry => ({ path: oid, oid, size: 0, kind: 'file' }));
    const decoder = new TextDecoder();
    return (await this.#blobs.files(entries)).map(({ bytes }) => decoder.decode(bytes));
  }

  /** Name of the checked out branch, or `''` when none is. */
  async branch(): Promise<string> {
    const { code, stdout } = await runGit(this.root, ['symbolic-ref', '--quiet', '--short', 'HEAD']);
    return code === 0 ? stdout.toString().trim() : '';
  }

  async #commitOf(revision: string): Promise<string | null> {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`];
    const { code, stdout } = await runGit(this.root, args);
    return code === 0
      ? stdout
          .toString()
          .trim()
          .replace(/^--end-of-options\s+/, '')
      : null;
  }

  async #list(revision: Revision, places: readonly string[]): Promise<readonly { readonly path: string }[]> {
    if (revision.commit === '') return readWorkTree(this.root, places);
    return listTree(this.root, revision.commit, places);
  }
}

const NOTHING = { code: 1, stdout: Buffer.alloc(0) };
