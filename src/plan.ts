/** The closed list of things that we may do; deciding makes a plan, `apply` carries it out. */

/** Everything that may be done; `apply` and the forge know no more than this. */
export type Action =
  | WriteFile
  | CommitFiles
  | CreateBranch
  | MergeBase
  | OpenPull
  | ClosePull
  | ReopenPull
  | PutComment
  | React
  | PutCheck
  | SetLabels
  | Suggest;

/** Puts a text into a file of the working copy, provided that it still has the text that the plan was made from. */
export interface WriteFile {
  readonly kind: 'write-file';
  readonly path: string;
  /** Null takes the file out. */
  readonly text: string | null;
  /** What the file had when the plan was made; null where there was none. */
  readonly was: string | null;
}

/** One commit on a branch of the base repository or of the pull request's own, only if its head is still as expected. */
export interface CommitFiles {
  readonly kind: 'commit-files';
  /** `owner/name` of the repository that has the branch. */
  readonly repository: string;
  readonly branch: string;
  /** Commit that the branch must be at; `''` creates the branch without a parent (the register). */
  readonly expectedHead: string;
  readonly message: string;
  /** Null takes a file out. */
  readonly files: readonly { readonly path: string; readonly text: string | null }[];
}

/** A branch of the base repository at a commit; a branch that is there already at that commit is no error. */
export interface CreateBranch {
  readonly kind: 'create-branch';
  readonly branch: string;
  readonly commit: string;
}

/** One commit with two parents, the branch's head and `baseCommit`: that commit's tree with the files over it. */
export interface MergeBase {
  readonly kind: 'merge-base';
  readonly repository: string;
  readonly branch: string;
  readonly expectedHead: string;
  readonly baseCommit: string;
  readonly message: string;
  /** Files that the tree takes over. */
  readonly take: readonly TakenFile[];
}

/** A file that a merge takes over as it is on the head's side. */
export interface TakenFile {
  readonly path: string;
  /** Blob id; null deletes. */
  readonly oid: string | null;
  readonly mode: string;
  /** Written in place of the blob, where both sides are in it. */
  readonly text?: string;
}

/** A pull request of ours, found again by its head branch. */
export interface OpenPull {
  readonly kind: 'open-pull';
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string;
  /** The one that is open already, whose title and body are then put right. */
  readonly number: number | null;
}

/** Closes a pull request, ours or the one that ours took the place of; one that is closed already stays so. */
export interface ClosePull {
  readonly kind: 'close-pull';
  readonly number: number;
}

/** Opens a pull request of ours again. */
export interface ReopenPull {
  readonly kind: 'reopen-pull';
  readonly number: number;
}

/** A comment of ours on a pull request: one of each marker, which is the first HTML comment of its body. */
export interface PutComment {
  readonly kind: 'put-comment';
  readonly number: number;
  /** Id of the comment that is there; null looks for it by its marker, and writes the first. */
  readonly id: number | null;
  readonly body: string;
}

/** What a comment can be answered with, as GitHub names it. */
export type Reaction = '+1' | '-1' | 'eyes' | 'confused' | 'rocket';

/** A reaction of ours to a comment; one that is there already stays as it is. */
export interface React {
  readonly kind: 'react';
  /** Id of the comment. */
  readonly comment: number;
  readonly reaction: Reaction;
}

/** A line of the head with what is wrong there. */
export interface Annotation {
  readonly path: string;
  readonly line: number;
  readonly level: 'failure' | 'warning' | 'notice';
  /** At most 255 characters. */
  readonly title: string;
  readonly message: string;
}

/** A completed check run on a commit. An existing run with the same `digest` is left alone. */
export interface PutCheck {
  readonly kind: 'put-check';
  readonly commit: string;
  /** `spec-steward/specification`, `spec-steward/records`, `spec-steward/approval`. */
  readonly name: string;
  /** Never neutral, never skipped: those let a merge through. */
  readonly conclusion: 'success' | 'failure';
  readonly title: string;
  /** Markdown, at most 65,535 characters each. */
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  /** Buttons: at most three. */
  readonly buttons: readonly { readonly label: string; readonly description: string; readonly identifier: string }[];
  /** Hash over everything above; stands as the run's `external_id`. */
  readonly digest: string;
}

/** Labels of ours on a pull request; those of people are never touched. */
export interface SetLabels {
  readonly kind: 'set-labels';
  readonly number: number;
  readonly add: readonly LabelWish[];
  readonly remove: readonly string[];
}

/** A label as it has to look where it is made. */
export interface LabelWish {
  readonly name: string;
  /** Six hexadecimal digits. */
  readonly color: string;
  readonly description: string;
}

/** One review comment with a one-click suggestion on a line of the head. */
export interface Suggest {
  readonly kind: 'suggest';
  readonly number: number;
  readonly commit: string;
  readonly path: string;
  readonly line: number;
  /** Markdown with the marker that tells ours apart and which finding it mends. */
  readonly body: string;
}

/** What is to be done, in order. */
export interface Plan {
  readonly actions: readonly Action[];
}

/** A plan for a working copy. */
export interface FilePlan {
  readonly actions: readonly WriteFile[];
}
