/** Making the world: accounts, repositories, forks, rules and installations. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type Content, commitFiles } from './actions/commit-files.js';
import { BareRepository } from './git/bare-repository.js';
import type { App, BranchRules, Installation, Permissions, Repo, Role, Team, TeamMembership, User } from './model.js';
import { signatureOf } from './show/commit.js';
import { showRepository } from './show/repository.js';
import { showInstallation } from './show/user.js';
import { ensureUser, fullName, nextId, now, repository, type World } from './world.js';

/** An organization as it shall be. */
export interface OrganizationWish {
  readonly login: string;
  /** Logins; who is made here is made as a person. */
  readonly owners?: readonly string[];
  readonly members?: readonly string[];
  /** Logins by the team's name. */
  readonly teams?: Readonly<Record<string, readonly string[]>>;
}

/** Makes an organisation with its people and teams, or adds them to one that is there: a team then has these members. */
export function makeOrganization(world: World, wish: OrganizationWish): User {
  const organization = ensureUser(world, wish.login, 'Organization');
  for (const login of wish.members ?? [])
    organization.members.set(ensureUser(world, login).login.toLowerCase(), 'member');
  for (const login of wish.owners ?? [])
    organization.members.set(ensureUser(world, login).login.toLowerCase(), 'admin');
  for (const [name, logins] of Object.entries(wish.teams ?? {})) makeTeam(world, organization, { name, logins });
  return organization;
}

function makeTeam(
  world: World,
  organization: User,
  { name, logins }: { name: string; logins: readonly string[] },
): void {
  const members = logins.map((login): [string, TeamMembership] => {
    const user = ensureUser(world, login);
    const key = user.login.toLowerCase();
    if (!organization.members.has(key)) organization.members.set(key, 'member');
    return [key, { user, role: 'member', state: 'active' }];
  });
  const slug = name.toLowerCase().replace(/\W+/g, '-');
  const known = world.teams.find((team) => team.organization === organization && team.slug === slug);
  if (known) {
    known.members.clear();
    for (const [key, membership] of members) known.members.set(key, membership);
    return;
  }
  const team: Team = { id: nextId(world), organization, name, slug, createdAt: now(world), members: new Map(members) };
  world.teams.push(team);
}

/** A repository as it shall be. */
export interface RepositoryWish {
  /** `owner/name`; the owner is made as a person where there is none. */
  readonly name: string;
  readonly files: Readonly<Record<string, Content>>;
  readonly private?: boolean;
  readonly collaborators?: Readonly<Record<string, Role>>;
  readonly defaultBranch?: string;
}

/** Makes a repository with one commit on its default branch. */
export async function makeRepository(world: World, wish: RepositoryWish): Promise<Repo> {
  const [login = '', name = ''] = wish.name.split('/');
  const owner = ensureUser(world, login);
  const git = await BareRepository.create(await folderFor(world, wish.name));
  const repo = bareRecord(world, { owner, name, git, parent: null, ...(wish.private ? { private: true } : {}) });
  repo.defaultBranch = wish.defaultBranch ?? 'main';
  for (const [person, role] of Object.entries(wish.collaborators ?? {})) {
    repo.collaborators.set(ensureUser(world, person).login.toLowerCase(), role);
  }
  const by = signatureOf(owner, now(world));
  const commit = await commitFiles(git.store, null, { files: wish.files, message: 'First commit', by });
  await git.move(`refs/heads/${repo.defaultBranch}`, commit, null);
  world.repos.push(repo);
  return repo;
}

/** Forks a repository; a second fork of one owner is the first. */
export async function forkRepository(world: World, parent: Repo, owner: User): Promise<Repo> {
  const known = world.repos.find((repo) => repo.parent === parent && repo.owner === owner && !repo.deleted);
  if (known) return known;
  const git = await BareRepository.fork(await folderFor(world, `${owner.login}/${parent.name}`), parent.git);
  const fork = bareRecord(world, { owner, name: parent.name, git, parent, private: parent.private });
  fork.defaultBranch = parent.defaultBranch;
  world.repos.push(fork);
  return fork;
}

/** Puts rules on a branch; what is left out asks for nothing. */
export function protect(
  world: World,
  name: string,
  { branch, rules }: { branch: string; rules: Partial<BranchRules> },
): void {
  const reviews = { pullRequest: true, approvals: 0, dismissStale: false };
  const none = { ...reviews, restricted: false, checks: [], mergeQueue: false, bypass: [] };
  repository(world, name).rules.set(branch, { ...none, ...rules });
}

/** Where the App shall be installed, and what it may do there. */
export interface InstallationWish {
  readonly account: string;
  /** The App's own where they are left out. */
  readonly permissions?: Permissions;
  /** `owner/name` of each; all where they are left out. */
  readonly repositories?: readonly string[];
}

/** Installs the App on an account, and tells the App. */
export function install(world: World, wish: InstallationWish): Installation {
  const account = ensureUser(world, wish.account, 'Organization');
  const installation: Installation = {
    id: nextId(world),
    app: world.app,
    account,
    permissions: { metadata: 'read', ...(wish.permissions ?? world.app.permissions) },
    repositories: wish.repositories ? new Set(wish.repositories.map((name) => repository(world, name))) : 'all',
    createdAt: now(world),
  };
  world.installations.push(installation);
  installationEvent(world, installation, 'created');
  return installation;
}

/** Takes the App away from an account; its tokens are worth nothing from now on. */
export function uninstall(world: World, login: string): void {
  const at = world.installations.findIndex(({ account }) => account.login === login);
  const [installation] = at < 0 ? [] : world.installations.splice(at, 1);
  if (installation) installationEvent(world, installation, 'deleted');
}

function installationEvent(world: World, installation: Installation, action: 'created' | 'deleted'): void {
  const mine = world.repos.filter((repo) => repo.owner === installation.account && !repo.deleted);
  const repositories = mine.map((repo) => {
    const { id, node_id, name, full_name } = showRepository(world, repo);
    return { id, node_id, name, full_name, private: repo.private };
  });
  const payload = { installation: showInstallation(world, installation), repositories, requester: null };
  const sender = installation.account;
  world.deliveries.happened({ event: 'installation', action, repo: null, sender, payload: () => payload });
}

/** An App that is not ours, such as GitHub Actions, whose checks must not pass for ours. */
export function otherApp(world: World, slug: string): App {
  const owner = ensureUser(world, 'github', 'Organization');
  const bot = ensureUser(world, `${slug}[bot]`, 'Bot');
  const about = { name: slug, owner, bot, permissions: {}, events: [], createdAt: now(world) };
  return { id: bot.id, slug, ...about };
}

type NewRecord = Pick<Repo, 'owner' | 'name' | 'git' | 'parent'> & { readonly private?: boolean };

function bareRecord(world: World, wish: NewRecord): Repo {
  const at = now(world);
  const empty = { collaborators: new Map(), rules: new Map(), labels: [], lastNumber: 0, deleted: false };
  const times = { createdAt: at, pushedAt: at };
  return { id: nextId(world), private: false, ...wish, ...empty, ...times, defaultBranch: 'main' };
}

/** A folder of its own even for a repository that is made a second time. */
async function folderFor(world: World, name: string): Promise<string> {
  const times = world.repos.filter((repo) => fullName(repo) === name).length;
  const folder = join(world.folder, `${name}${times > 0 ? `-${times}` : ''}.git`);
  await mkdir(folder, { recursive: true });
  return folder;
}
