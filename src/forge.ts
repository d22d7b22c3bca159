/** What the App needs from the place where pull requests live, for one repository. `github/` brings it. */
import type { Action, Reaction } from './plan.js';
import type { Repository } from './ports.js';

/** An account, as far as decisions need it. */
export interface Person {
  readonly login: string;
  readonly id: number;
  /** True for Apps and other machines. */
  readonly isBot: boolean;
}

/** A pull request as it is now. */
export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly state: 'open' | 'closed';
  readonly merged: boolean;
  /** How it was merged; null where it was not, and in lists. */
  readonly merge: PullMerge | null;
  readonly author: Person;
  readonly baseBranch: string;
  /** Head of the base branch now. */
  readonly baseCommit: string;
  readonly headBranch: string;
  readonly headCommit: string;
  /** `owner/name` of the head's repository; null when the fork is gone. */
  readonly headRepository: string | null;
  /** The head branch is in the base repository itself. */
  readonly isOwn: boolean;
  /** GitHub says that we may push to the fork's branch; a refusal is possible all the same. */
  readonly maintainerCanModify: boolean;
  readonly labels: readonly string[];
  /** False where it conflicts with the base branch; null while GitHub has not found out. */
  readonly mergeable: boolean | null;
}

/** What a merge made of a pull request. */
export interface PullMerge {
  /** On the base branch; the last one where the commits were rebased. */
  readonly commit: string;
  /** ISO 8601. */
  readonly at: string;
  /** Null where the account is gone. */
  readonly by: Person | null;
}

/** A file that differs between two commits. */
export interface ChangedFile {
  readonly path: string;
  /** Blob id on the far side; null where the file is gone there. */
  readonly oid: string | null;
  /** Git's mode on the far side, `100644` for a plain file. */
  readonly mode: string;
}

/** A commit with those who answer for it. */
export interface Commit {
  readonly id: string;
  readonly message: string;
  readonly parents: readonly string[];
  readonly author: Person | null;
  readonly committer: Person | null;
}

/** What stands between base branch and head: the commits, oldest first, and where they parted. */
export interface Comparison {
  readonly mergeBase: string;
  readonly commits: readonly Commit[];
}

/** Pull requests that GitHub is about to merge together. */
export interface MergeGroup {
  readonly headCommit: string;
  readonly baseCommit: string;
}

/** A group that waits in the queue. */
export interface QueuedGroup extends MergeGroup {
  /** The last of its pull requests; GitHub builds one group for each that waits. */
  readonly pullRequest: number;
}

/** A comment of ours. */
export interface OwnComment {
  readonly id: number;
  readonly body: string;
}

/** What people said on a pull request, all pages, oldest first, and who answers for its commits. */
export interface Conversation {
  readonly comments: readonly PullComment[];
  readonly reviews: readonly PullReview[];
  /** Authors, co-authors (trailers) and committers of every commit of the pull request, each once. */
  readonly authors: readonly CommitAuthor[];
}

/** A comment on a pull request as a whole. */
export interface PullComment {
  readonly id: number;
  /** Null where the account is gone. */
  readonly author: Person | null;
  readonly body: string;
  /** When it was created: ISO 8601. */
  readonly at: string;
  /** Its text is not what it was created with. */
  readonly isEdited: boolean;
  /** What we ourselves reacted with. */
  readonly ownReactions: readonly Reaction[];
}

/** A review that was submitted. */
export interface PullReview {
  readonly id: number;
  /** Null where the account is gone. */
  readonly author: Person | null;
  readonly state: 'approved' | 'changes-requested' | 'commented' | 'dismissed';
  /** The commit that it was given on; `''` where that is gone. */
  readonly commit: string;
  /** When it was submitted: ISO 8601. */
  readonly at: string;
  readonly body: string;
}

/** Somebody who answers for a commit. */
export interface CommitAuthor {
  /** Null where the address belongs to no account. */
  readonly login: string | null;
  /** As the commit gives it. */
  readonly name: string;
}

/** A check of ours on a commit. */
export interface CheckRun {
  readonly id: number;
  readonly name: string;
  readonly conclusion: string | null;
  /** What we gave as `external_id`. */
  readonly digest: string;
}

/** The port; every method reads what is there now. Blobs are remembered, and a conversation for one look. */
export interface Forge {
  /** `owner/name`. */
  readonly name: string;
  defaultBranch(): Promise<string>;
  /** The repository's files by commit, blobs remembered by id over reviews. */
  readonly repository: Repository;
  /** Throws `no-pull-request` when there is none. */
  pull(number: number): Promise<PullRequest>;
  /** All pages. */
  openPulls(): Promise<readonly PullRequest[]>;
  /** Open pull request of ours by its head branch. */
  pullFrom(headBranch: string): Promise<PullRequest | null>;
  /** The newest pull request of ours by its head branch, open or not. */
  latestFrom(headBranch: string): Promise<PullRequest | null>;
  /** All that wait in the merge queue. */
  mergeGroups(): Promise<readonly QueuedGroup[]>;
  /** All pages, at most 250 commits; more fail closed with `too-many-commits`. */
  compare(base: string, head: string): Promise<Comparison>;
  /** Files that differ from the first commit to the second, by their trees; renames are two files. */
  changedFiles(from: string, to: string): Promise<readonly ChangedFile[]>;
  /** Whether the second commit holds the first among its ancestors. */
  contains(ancestor: string, descendant: string): Promise<boolean>;
  /** The first parent of a commit; null of the first commit. */
  firstParent(commit: string): Promise<string | null>;
  /** Commit of a branch, or null. */
  branch(name: string): Promise<string | null>;
  /**
   * Everything that was said on a pull request. Throws `partial-answer` where GitHub gave less than there is. Until the
   * pull request is read again, our own comment and suggestions are known from it.
   */
  conversation(number: number): Promise<Conversation>;
  /** Our comment on a pull request, found by author and marker. */
  ownComment(number: number, marker: string): Promise<OwnComment | null>;
  /** Bodies of our own review comments (suggestions). */
  ownSuggestions(number: number): Promise<readonly string[]>;
  /** Who is in a team, named as `organisation/team`, all pages. Throws `unreadable-team`. */
  teamMembers(organisation: string, team: string): Promise<readonly Person[]>;
  /** Check runs of our App on a commit, the newest of each name. */
  checkRuns(commit: string): Promise<readonly CheckRun[]>;
  /** Carries out one action; throws `lost-race` when somebody was faster, `may-not-push` when refused. */
  act(action: Action): Promise<void>;
  /** Requests since the last call, for the log. */
  takeCounts(): { readonly reads: number; readonly writes: number };
}
