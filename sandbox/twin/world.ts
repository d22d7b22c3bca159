/** Everything the twin knows, in memory, with the look-ups that all rooms share. */
import type { Faults } from './faults.js';
import type { Deliveries } from './hooks/deliveries.js';
import type { RateLimiter } from './http/rate.js';
import type {
  App,
  CheckRun,
  CheckSuite,
  CommitStatus,
  Installation,
  IssueComment,
  MergeGroup,
  Permissions,
  Pull,
  Release,
  Repo,
  Review,
  ReviewComment,
  Role,
  Team,
  User,
} from './model.js';
import { notFound } from './refusal.js';

/** Something that happened, for those who listen. The payload is asked for at once and may be finished later. */
export interface Happening {
  readonly event: string;
  readonly action: string | null;
  readonly repo: Repo | null;
  readonly sender: User;
  readonly payload: () => Promise<Readonly<Record<string, unknown>>> | Readonly<Record<string, unknown>>;
}

/** What a bearer of a token may do. */
export type Token =
  | { readonly kind: 'user'; readonly user: User }
  | {
      readonly kind: 'installation';
      readonly installation: Installation;
      readonly permissions: Permissions;
      /** Null where the token is for all repositories of the installation. */
      readonly repositories: ReadonlySet<Repo> | null;
      expiresAt: Date;
    };

/** Everything there is. */
export interface World {
  readonly folder: string;
  readonly clock: () => Date;
  /** Where the API is served, without a slash at the end. */
  url: string;
  lastId: number;
  readonly app: App;
  readonly users: Map<string, User>;
  readonly teams: Team[];
  readonly repos: Repo[];
  readonly installations: Installation[];
  readonly pulls: Pull[];
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
  readonly comments: IssueComment[];
  readonly suites: CheckSuite[];
  readonly checks: CheckRun[];
  readonly statuses: CommitStatus[];
  readonly releases: Release[];
  readonly groups: MergeGroup[];
  /** Commits that GitHub has signed itself. */
  readonly verified: Set<string>;
  readonly privateKey: string;
  readonly faults: Faults;
  readonly tokens: Map<string, Token>;
  readonly limiter: RateLimiter;
  readonly deliveries: Deliveries;
}

/** A number that nothing has yet. */
export function nextId(world: World): number {
  world.lastId += 1;
  return world.lastId;
}

/** The clock as GitHub writes times. */
export function now(world: World): string {
  return isoSeconds(world.clock());
}

/** A time as GitHub writes it. */
export function isoSeconds(date: Date): string {
  return date.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The account with this login; throws 404. */
export function account(world: World, login: string): User {
  return world.users.get(login.toLowerCase()) ?? notFound();
}

/** Makes the account where there is none. */
export function ensureUser(world: World, login: string, type: User['type'] = 'User'): User {
  const known = world.users.get(login.toLowerCase());
  if (known) return known;
  const user: User = { id: nextId(world), login, type, createdAt: now(world), emails: new Set(), members: new Map() };
  world.users.set(login.toLowerCase(), user);
  return user;
}

/** `owner/name`. */
export function fullName(repo: Repo): string {
  return `${repo.owner.login}/${repo.name}`;
}

/** The repository `owner/name`; throws 404. */
export function repository(world: World, name: string): Repo {
  const wanted = name.toLowerCase();
  return world.repos.find((repo) => !repo.deleted && fullName(repo).toLowerCase() === wanted) ?? notFound();
}

/** The pull request with this number; throws 404. */
export function pullOf(world: World, repo: Repo, number: number): Pull {
  return world.pulls.find((pull) => pull.repo === repo && pull.number === number) ?? notFound();
}

/** The repository that a fork came from in the end, itself where it is no fork. */
export function source(repo: Repo): Repo {
  return repo.parent ? source(repo.parent) : repo;
}

/** What a person may do in a repository; null is nobody in particular. */
export function roleOf(repo: Repo, user: User | null): Role {
  if (user) {
    if (repo.owner === user || repo.owner.members.get(user.login.toLowerCase()) === 'admin') return 'admin';
    const given = repo.collaborators.get(user.login.toLowerCase());
    if (given) return given;
    if (repo.owner.members.has(user.login.toLowerCase())) return 'read';
  }
  return repo.private ? 'none' : 'read';
}

const ROLES: readonly Role[] = ['none', 'read', 'triage', 'write', 'maintain', 'admin'];

/** Whether a role includes another. */
export function atLeast(role: Role, wanted: Role): boolean {
  return ROLES.indexOf(role) >= ROLES.indexOf(wanted);
}

/** The installation that covers the repository, or null. */
export function installationOn(world: World, repo: Repo): Installation | null {
  return world.installations.find((installation) => covers(installation, repo)) ?? null;
}

/** Whether an installation reaches a repository. */
export function covers(installation: Installation, repo: Repo): boolean {
  if (installation.account !== repo.owner || repo.deleted) return false;
  return installation.repositories === 'all' || installation.repositories.has(repo);
}

/** Where a branch name, tag name, full ref or full commit id points; throws what GitHub answers where it points nowhere. */
export async function resolveCommit(repo: Repo, name: string): Promise<string | null> {
  const { git } = repo;
  const short = name.replace(/^refs\//, '');
  for (const ref of [`refs/heads/${short}`, `refs/tags/${short}`, `refs/${short}`]) {
    const oid = git.resolve(ref);
    if (oid) return oid;
  }
  return (await git.store.read(name.toLowerCase()))?.type === 'commit' ? name.toLowerCase() : null;
}
