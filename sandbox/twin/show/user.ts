/** Accounts, Apps and teams as GitHub shows them. */
import type { App, Installation, Repo, Team, User } from '../model.js';
import { roleOf, type World } from '../world.js';

/** An object as it is sent. */
export type Json = Readonly<Record<string, unknown>>;

/** A node id: opaque to clients, readable to us. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64');
}

/** Where people would see it. The twin has no pages, so these addresses name github.com. */
export function htmlUrl(path: string): string {
  return `https://github.com/${path}`;
}

/** An account, in short. */
export function showUser(world: World, user: User): Json {
  const api = `${world.url}/users/${encodeURIComponent(user.login)}`;
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId('User', user.id),
    avatar_url: `https://avatars.githubusercontent.com/u/${user.id}?v=4`,
    gravatar_id: '',
    url: api,
    html_url: htmlUrl(user.type === 'Bot' ? `apps/${user.login.replace('[bot]', '')}` : user.login),
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** An account with its public profile. */
export function showPublicUser(world: World, user: User): Json {
  const unknown = { name: null, company: null, blog: '', location: null, email: null, hireable: null, bio: null };
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
  return { ...showUser(world, user), ...unknown, ...counts, created_at: user.createdAt, updated_at: user.createdAt };
}

/** An organization. */
export function showOrganization(world: World, organization: User): Json {
  const api = `${world.url}/orgs/${organization.login}`;
  return {
    login: organization.login,
    id: organization.id,
    node_id: nodeId('Organization', organization.id),
    url: api,
    repos_url: `${api}/repos`,
    events_url: `${api}/events`,
    hooks_url: `${api}/hooks`,
    issues_url: `${api}/issues`,
    members_url: `${api}/members{/member}`,
    public_members_url: `${api}/public_members{/member}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${organization.id}?v=4`,
    description: null,
  };
}

/** An App. */
export function showApp(world: World, app: App): Json {
  return {
    id: app.id,
    slug: app.slug,
    node_id: nodeId('Integration', app.id),
    client_id: `Iv1.${app.id.toString(16).padStart(16, '0')}`,
    owner: showUser(world, app.owner),
    name: app.name,
    description: null,
    external_url: `https://github.com/${app.owner.login}/${app.slug}`,
    html_url: htmlUrl(`apps/${app.slug}`),
    created_at: app.createdAt,
    updated_at: app.createdAt,
    permissions: app.permissions,
    events: app.events,
  };
}

/** An installation of an App. */
export function showInstallation(world: World, installation: Installation): Json {
  const { id, account, app } = installation;
  return {
    id,
    account: showUser(world, account),
    repository_selection: installation.repositories === 'all' ? 'all' : 'selected',
    access_tokens_url: `${world.url}/app/installations/${id}/access_tokens`,
    repositories_url: `${world.url}/installation/repositories`,
    html_url: htmlUrl(`organizations/${account.login}/settings/installations/${id}`),
    app_id: app.id,
    app_slug: app.slug,
    target_id: account.id,
    target_type: account.type,
    permissions: installation.permissions,
    events: app.events,
    created_at: installation.createdAt,
    updated_at: installation.createdAt,
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    suspended_by: null,
    suspended_at: null,
  };
}

/** A team, in short. */
export function showTeam(world: World, team: Team): Json {
  const api = `${world.url}/organizations/${team.organization.id}/team/${team.id}`;
  return {
    id: team.id,
    node_id: nodeId('Team', team.id),
    name: team.name,
    slug: team.slug,
    description: null,
    privacy: 'closed',
    notification_setting: 'notifications_enabled',
    permission: 'pull',
    type: 'organization',
    organization_id: team.organization.id,
    url: api,
    html_url: htmlUrl(`orgs/${team.organization.login}/teams/${team.slug}`),
    members_url: `${api}/members{/member}`,
    repositories_url: `${api}/repos`,
    parent: null,
  };
}

/** A team with its counts. */
export function showTeamInFull(world: World, team: Team): Json {
  const { organization } = team;
  const flags = { has_organization_projects: false, has_repository_projects: false };
  const counts = { public_repos: 0, public_gists: 0, followers: 0, following: 0 };
  return {
    ...showTeam(world, team),
    members_count: team.members.size,
    repos_count: 0,
    created_at: team.createdAt,
    updated_at: team.createdAt,
    organization: {
      ...showOrganization(world, organization),
      ...flags,
      ...counts,
      html_url: htmlUrl(organization.login),
      type: 'Organization',
      created_at: organization.createdAt,
      updated_at: organization.createdAt,
      archived_at: null,
    },
  };
}

/** How an author stands to a repository. */
export function association(world: World, repo: Repo, author: User): string {
  if (repo.owner === author) return 'OWNER';
  if (repo.owner.members.has(author.login.toLowerCase())) return 'MEMBER';
  if (repo.collaborators.has(author.login.toLowerCase()) && roleOf(repo, author) !== 'none') return 'COLLABORATOR';
  const merged = world.pulls.some((pull) => pull.repo === repo && pull.author === author && pull.mergedAt !== null);
  return merged ? 'CONTRIBUTOR' : 'NONE';
}
