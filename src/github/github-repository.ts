/** The Repository port on GitHub: trees and blobs by their ids, nothing is checked out and nothing is run. */
import { StewardError } from '../errors.js';
import type { Repository, Revision } from '../ports.js';
import { type SourceFile, textOf } from '../specification/source-file.js';
import { type Blobs, openBlobs } from './blobs.js';
import { type Comparisons, noMergeBase } from './comparisons.js';
import { earlierTexts } from './history.js';
import type { ObjectCache } from './object-cache.js';
import { failedWith } from './request-failed.js';
import type { Connection } from './requests.js';
import type { Trees } from './trees.js';

/** Blobs above this are not read: the reader refuses them by their size alone. */
const READ_AT_MOST = 8_000_000;
const EMPTY = new Uint8Array();

/** What the port is put together from. */
export interface Parts {
  readonly comparisons: Comparisons;
  readonly trees: Trees;
  readonly cache: ObjectCache;
}

/** The files of a repository on GitHub, by commit. */
export class GitHubRepository implements Repository {
  readonly #connection: Connection;
  readonly #comparisons: Comparisons;
  readonly #trees: Trees;
  readonly #blobs: Blobs;

  constructor(connection: Connection, { comparisons, trees, cache }: Parts) {
    this.#connection = connection;
    this.#comparisons = comparisons;
    this.#trees = trees;
    this.#blobs = openBlobs(connection, cache);
  }

  /** Takes a branch, a tag or a commit id. */
  async resolve(revision: string): Promise<Revision> {
    const { at, read } = this.#connection;
    try {
      const route = 'GET /repos/{owner}/{repo}/commits/{ref}';
      const { data } = await read(route, { ...at, ref: revision, per_page: 1 });
      const short = data.sha.slice(0, 7);
      return { name: data.sha.startsWith(revision) ? short : `${revision} (${short})`, commit: data.sha };
    } catch (error) {
      if (!failedWith(error, 404, 409, 422)) throw error;
      const found = `"${revision}" is no commit, branch or tag here`;
      throw new StewardError({ code: 'unknown-revision', place: '', found, expected: 'a name that GitHub knows' });
    }
  }

  async mergeBase(branch: string, head: Revision): Promise<Revision> {
    const tip = await this.#comparisons.tip(branch, head.commit);
    if (tip === null) throw noMergeBase(branch);
    const { mergeBase } = await this.#comparisons.compare(tip, head.commit);
    return { name: `${branch} (${mergeBase.slice(0, 7)})`, commit: mergeBase };
  }

  async hasFolder(revision: Revision, folder: string): Promise<boolean> {
    return (await this.#trees.list(revision.commit, [folder])).length > 0;
  }

  async readFiles({ commit }: Revision, places: readonly string[]): Promise<readonly SourceFile[]> {
    const entries = await this.#trees.list(commit, places);
    const readable = entries.filter(({ kind, size }) => kind === 'file' && size <= READ_AT_MOST);
    const contents = await this.#blobs.read(commit, readable);
    return entries.map(({ path, oid, size, kind }) => ({ path, oid, size, kind, bytes: contents.get(oid) ?? EMPTY }));
  }

  async readText(revision: Revision, path: string): Promise<string | null> {
    const file = (await this.readFiles(revision, [path])).find((candidate) => candidate.path === path);
    return file ? textOf(file) : null;
  }

  async messages(base: Revision, head: Revision): Promise<readonly string[]> {
    const { commits } = await this.#comparisons.compare(base.commit, head.commit);
    return commits.map(({ message }) => message);
  }

  async earlierTexts({ commit }: Revision, paths: readonly string[]): Promise<readonly string[]> {
    return earlierTexts(this.#connection, this.#blobs, { commit, paths });
  }
}
