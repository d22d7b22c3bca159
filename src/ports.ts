/** What the product needs from outside. Every door brings its own; tests bring fakes. */
import type { SourceFile } from './specification/source-file.js';

/** One revision's files. */
export interface Revision {
  /** As the reader knows it: `v21 (8dc88e7)`, `working tree`. */
  readonly name: string;
  /** Full commit id; `''` for a working tree. */
  readonly commit: string;
}

/** Reads a repository; never checks anything out, never runs anything that it contains. */
export interface Repository {
  /** Throws `unknown-revision`. `'worktree'` is the working tree. */
  resolve(revision: string): Promise<Revision>;
  /** The best common ancestor with the head; throws `no-merge-base`, `shallow-clone`. */
  mergeBase(branch: string, head: Revision): Promise<Revision>;
  /** Whether a folder holds any file in the revision. */
  hasFolder(revision: Revision, folder: string): Promise<boolean>;
  /** The files below the folders and at the paths; each distinct blob is read once for the life of the repository. */
  readFiles(revision: Revision, places: readonly string[]): Promise<readonly SourceFile[]>;
  /** The text of one file, or null where there is none. */
  readText(revision: Revision, path: string): Promise<string | null>;
  /** Messages of the commits that the head has and the base has not, oldest first. */
  messages(base: Revision, head: Revision): Promise<readonly string[]>;
  /** Earlier contents of files, newest first, from at most 40 commits before the revision. */
  earlierTexts(revision: Revision, paths: readonly string[]): Promise<readonly string[]>;
}

/** Lets others have a turn in the middle of long work; where nobody else is served there is none. */
export type Breathe = () => Promise<void>;

/** The one place of the working copy that is written. */
export interface WorkingCopy {
  read(path: string): Promise<string | null>;
  /** Replaces the file as a whole; never through a symbolic link, never outside the working copy. */
  write(path: string, text: string): Promise<void>;
  /** Takes the file out; one that is not there is no error. Within the same bounds. */
  remove(path: string): Promise<void>;
}
