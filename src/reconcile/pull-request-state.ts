/** Everything that is known of one pull request before anything is decided: read, never remembered. */

import type { Hash } from '../changes/diff.js';
import type { Config } from '../config/config.js';
import type { ChangedFile, CheckRun, Comparison, Conversation, OwnComment, PullRequest } from '../forge.js';
import type { Side } from '../load.js';
import type { ReviewResult } from '../pipeline.js';
import type { FilePlan } from '../plan.js';
import type { Reservation } from '../register/register.js';
import type { Vocabulary } from '../specification/vocabulary.js';
import type { Decisions } from './decisions.js';
import type { Splitting } from './splitting.js';

/** The register, and the commit it was read from. */
export interface RegisterState {
  readonly reservations: readonly Reservation[];
  /** Head commit of the register's branch; `''` where there is none yet. */
  readonly commit: string;
}

/** A pull request of ours that carries a fork's commits and our records. */
export interface Companion {
  readonly branch: string;
  /** Head of the branch; null before it is there. */
  readonly commit: string | null;
  /** The branch holds the contributor's newest commit. */
  readonly isCurrent: boolean;
  /** The newest from the branch, open or not. */
  readonly pull: PullRequest | null;
  /** It was closed without being merged, and the branch has only gone on since. */
  readonly canReopen: boolean;
  /** It was merged, and held the contributor's newest commit then. */
  readonly isMerged: boolean;
}

/** Where head and base cannot both be kept. */
export interface Conflict {
  /** Files that only a person can bring together; generated ones are never among them. */
  readonly paths: readonly string[];
  /** Both sides changed some file, a generated one perhaps. */
  readonly meets: boolean;
  /** All that the head changed. */
  readonly headFiles: readonly ChangedFile[];
  /** Texts by path, of files that both sides changed in different places. */
  readonly merged: ReadonlyMap<string, string>;
}

/** All that deciding and showing may know. */
export interface PullRequestState {
  /** `owner/name` of the base repository. */
  readonly repository: string;
  readonly pull: PullRequest;
  readonly config: Config;
  /** Of the base branch, as the configuration is. */
  readonly vocabulary: Vocabulary;
  readonly comparison: Comparison;
  /** All paths that differ between the merge base and the head. */
  readonly changedPaths: readonly string[];
  readonly base: Side;
  readonly head: Side;
  readonly result: ReviewResult;
  /** What the records still lack; null where a file cannot be read. */
  readonly records: FilePlan | null;
  /** The part of it that is written unasked: all but the blocks that a person edited. */
  readonly due: FilePlan | null;
  readonly register: RegisterState;
  readonly conversation: Conversation;
  readonly decisions: Decisions;
  /** What is asked to be split off; null where nothing is. */
  readonly splitting: Splitting | null;
  /** The changes come from a proposal that has not let go of them yet. */
  readonly awaitsSplit: boolean;
  readonly comment: OwnComment | null;
  /** What the file of the full report has, see `fullReportFile`; null where there is none. */
  readonly fullReport: string | null;
  readonly checks: readonly CheckRun[];
  readonly suggestions: readonly string[];
  readonly companion: Companion | null;
  /** Where both sides changed the same files, and that must be seen to; else null. */
  readonly conflict: Conflict | null;
  /** False for a fork that we may not push to: its records go to the companion. */
  readonly mayPush: boolean;
  /** Login of the App's own account. */
  readonly botLogin: string;
  /** `yyyy-mm-dd`. */
  readonly today: string;
  /** ISO 8601, UTC. */
  readonly now: string;
  readonly hash: Hash;
}
