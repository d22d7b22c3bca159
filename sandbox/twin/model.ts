/** The records of the twin's database: plain objects that change in place, as rows of a database would. */
import type { BareRepository } from './git/bare-repository.js';

/** What somebody may do in a repository, weakest first. */
export type Role = 'none' | 'read' | 'triage' | 'write' | 'maintain' | 'admin';
/** What an App may do with a kind of thing. */
export type Level = 'read' | 'write';
/** Levels by the name of the permission. */
export type Permissions = Readonly<Record<string, Level>>;

/** An account of any kind. */
export interface User {
  readonly id: number;
  readonly login: string;
  readonly type: 'User' | 'Organization' | 'Bot';
  readonly createdAt: string;
  /** Registered with the account, in lower case: whose commits these are. */
  readonly emails: Set<string>;
  /** Of an organisation only. */
  readonly members: Map<string, 'admin' | 'member'>;
}

/** A team of an organization. */
export interface Team {
  readonly id: number;
  readonly organization: User;
  readonly name: string;
  readonly slug: string;
  readonly createdAt: string;
  /** By login in lower case. */
  readonly members: Map<string, TeamMembership>;
}

/** Somebody in a team, or asked into it. */
export interface TeamMembership {
  readonly user: User;
  readonly role: 'member' | 'maintainer';
  readonly state: 'active' | 'pending';
}

/** A GitHub App. */
export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: User;
  readonly bot: User;
  readonly permissions: Permissions;
  readonly events: readonly string[];
  readonly createdAt: string;
}

/** An App in an account. */
export interface Installation {
  readonly id: number;
  readonly app: App;
  readonly account: User;
  permissions: Permissions;
  readonly repositories: 'all' | Set<Repo>;
  readonly createdAt: string;
}

/** What a branch asks of those who change it. */
export interface BranchRules {
  /** No direct updates, except by those who bypass. */
  readonly pullRequest: boolean;
  /** No updates at all, except by those who bypass. */
  readonly restricted: boolean;
  readonly approvals: number;
  readonly dismissStale: boolean;
  /** A check pinned to an App counts only from that App. */
  readonly checks: readonly { readonly context: string; readonly appId: number | null }[];
  readonly mergeQueue: boolean;
  /** Logins that may update the branch directly; a bot's login ends in `[bot]`. */
  readonly bypass: readonly string[];
}

/** A repository with its git. */
export interface Repo {
  readonly id: number;
  readonly owner: User;
  readonly name: string;
  readonly private: boolean;
  readonly parent: Repo | null;
  readonly git: BareRepository;
  readonly collaborators: Map<string, Role>;
  readonly rules: Map<string, BranchRules>;
  readonly labels: Label[];
  readonly createdAt: string;
  defaultBranch: string;
  pushedAt: string;
  lastNumber: number;
  deleted: boolean;
}

/** A label of a repository. */
export interface Label {
  readonly id: number;
  name: string;
  color: string;
  description: string | null;
}

/** A pull request. */
export interface Pull {
  readonly id: number;
  readonly number: number;
  readonly repo: Repo;
  readonly author: User;
  readonly head: PullHead;
  base: { ref: string; sha: string };
  title: string;
  body: string | null;
  state: 'open' | 'closed';
  draft: boolean;
  maintainerCanModify: boolean;
  labels: Label[];
  mergedBy: User | null;
  mergeCommit: string | null;
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
}

/** Where a pull request comes from. */
export interface PullHead {
  readonly ref: string;
  readonly owner: User;
  /** Null once the fork is gone. */
  repo: Repo | null;
  sha: string;
}

/** One review of a pull request. */
export interface Review {
  readonly id: number;
  readonly pull: Pull;
  readonly author: User;
  readonly commit: string;
  readonly submittedAt: string;
  body: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
}

/** What one can react with, in the words of REST. */
export const REACTIONS: readonly string[] = ['+1', '-1', 'laugh', 'confused', 'heart', 'hooray', 'rocket', 'eyes'];

/** A reaction to a comment. */
export interface Reaction {
  readonly id: number;
  readonly user: User;
  readonly content: string;
  readonly createdAt: string;
}

/** A comment on a pull request as a whole. */
export interface IssueComment {
  readonly id: number;
  readonly repo: Repo;
  readonly number: number;
  readonly author: User;
  readonly app: App | null;
  readonly reactions: Reaction[];
  readonly createdAt: string;
  updatedAt: string;
  /** When its text was last changed; null where it is as it was created. */
  editedAt: string | null;
  body: string;
  minimized: string | null;
}

/** A comment on a line. */
export interface ReviewComment {
  readonly id: number;
  readonly pull: Pull;
  readonly review: Review;
  readonly author: User;
  readonly path: string;
  readonly commit: string;
  readonly side: 'LEFT' | 'RIGHT';
  readonly line: number | null;
  readonly startLine: number | null;
  readonly inReplyTo: number | null;
  readonly diffHunk: string;
  readonly reactions: Reaction[];
  readonly createdAt: string;
  updatedAt: string;
  body: string;
}

/** The checks of one App on one commit. */
export interface CheckSuite {
  readonly id: number;
  readonly repo: Repo;
  readonly app: App;
  readonly headSha: string;
  readonly createdAt: string;
}

/** An annotation in the shape in which it is sent. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: string;
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
  readonly start_column?: number;
  readonly end_column?: number;
}

/** A button of a check run. */
export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

/** One check. */
export interface CheckRun {
  readonly id: number;
  readonly suite: CheckSuite;
  readonly startedAt: string;
  readonly annotations: Annotation[];
  name: string;
  status: string;
  conclusion: string | null;
  completedAt: string | null;
  externalId: string;
  detailsUrl: string;
  output: { title: string | null; summary: string | null; text: string | null };
  actions: readonly CheckAction[];
}

/** A status of the older kind. */
export interface CommitStatus {
  readonly id: number;
  readonly repo: Repo;
  readonly sha: string;
  readonly creator: User;
  readonly context: string;
  readonly state: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly createdAt: string;
}

/** A release with its files. */
export interface Release {
  readonly id: number;
  readonly repo: Repo;
  readonly author: User;
  readonly tag: string;
  readonly target: string;
  readonly name: string | null;
  readonly body: string | null;
  readonly draft: boolean;
  readonly prerelease: boolean;
  readonly createdAt: string;
  readonly assets: Asset[];
}

/** A file of a release. */
export interface Asset {
  readonly id: number;
  readonly name: string;
  readonly label: string | null;
  readonly contentType: string;
  readonly bytes: Buffer;
  readonly uploader: User;
  readonly createdAt: string;
}

/** Pull requests in the merge queue, as one commit. */
export interface MergeGroup {
  readonly repo: Repo;
  readonly pulls: readonly Pull[];
  readonly baseRef: string;
  readonly baseSha: string;
  readonly headRef: string;
  readonly headSha: string;
  state: 'waiting' | 'merged' | 'invalidated' | 'dequeued';
}
