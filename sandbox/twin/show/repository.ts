/** Repositories, branches, refs and releases as GitHub shows them. */
import type { Asset, BranchRules, Release, Repo } from '../model.js';
import { fullName, type World } from '../world.js';
import { htmlUrl, type Json, nodeId, showUser } from './user.js';

/** Fields that are addresses below the repository's own. */
const BELOW: Readonly<Record<string, string>> = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

const FEATURES: Json = {
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: false,
  has_discussions: false,
  archived: false,
  disabled: false,
  allow_forking: true,
  is_template: false,
  web_commit_signoff_required: false,
  topics: [],
};

/** Address of a repository in the API. */
export function apiUrl(world: World, repo: Repo): string {
  return `${world.url}/repos/${fullName(repo)}`;
}

/** The whole of it: every shape in which GitHub shows a repository is a part of this. */
export function showRepository(world: World, repo: Repo): Json {
  const api = apiUrl(world, repo);
  const html = htmlUrl(fullName(repo));
  const below = Object.fromEntries(Object.entries(BELOW).map(([field, path]) => [field, api + path]));
  return {
    id: repo.id,
    node_id: nodeId('Repository', repo.id),
    name: repo.name,
    full_name: fullName(repo),
    owner: showUser(world, repo.owner),
    private: repo.private,
    visibility: repo.private ? 'private' : 'public',
    html_url: html,
    description: null,
    fork: repo.parent !== null,
    url: api,
    ...below,
    git_url: `git://github.com/${fullName(repo)}.git`,
    ssh_url: `git@github.com:${fullName(repo)}.git`,
    clone_url: `${html}.git`,
    svn_url: html,
    mirror_url: null,
    homepage: null,
    language: null,
    license: null,
    size: 0,
    default_branch: repo.defaultBranch,
    created_at: repo.createdAt,
    updated_at: repo.pushedAt,
    pushed_at: repo.pushedAt,
    ...FEATURES,
    ...counts(world, repo),
  };
}

function counts(world: World, repo: Repo): Json {
  const forks = world.repos.filter((other) => other.parent === repo && !other.deleted).length;
  const open = world.pulls.filter((pull) => pull.repo === repo && pull.state === 'open').length;
  const nobody = { stargazers_count: 0, watchers_count: 0, watchers: 0, subscribers_count: 0 };
  return { ...nobody, forks_count: forks, forks, network_count: forks, open_issues_count: open, open_issues: open };
}

/** A branch or a tag. */
export function showRef(world: World, repo: Repo, [ref, oid]: readonly [string, string]): Json {
  const url = `${apiUrl(world, repo)}/git/${ref}`;
  const object = { sha: oid, type: 'commit', url: `${apiUrl(world, repo)}/git/commits/${oid}` };
  return { ref, node_id: nodeId('Ref', `${repo.id}:${ref}`), url, object };
}

/** What a branch's rules look like in the answer on the branch itself. */
export function showProtection(rules: BranchRules | undefined): Json {
  const checks = (rules?.checks ?? []).map(({ context, appId }) => ({ context, app_id: appId }));
  const contexts = checks.map(({ context }) => context);
  const level = checks.length > 0 ? 'everyone' : 'off';
  return { enabled: rules !== undefined, required_status_checks: { enforcement_level: level, contexts, checks } };
}

/** A release. */
export function showRelease(world: World, release: Release): Json {
  const api = `${apiUrl(world, release.repo)}/releases/${release.id}`;
  const html = `${htmlUrl(fullName(release.repo))}/releases`;
  const archive = `${apiUrl(world, release.repo)}`;
  return {
    url: api,
    html_url: `${html}/tag/${release.tag}`,
    assets_url: `${api}/assets`,
    upload_url: `${api}/assets{?name,label}`,
    tarball_url: `${archive}/tarball/${release.tag}`,
    zipball_url: `${archive}/zipball/${release.tag}`,
    id: release.id,
    node_id: nodeId('Release', release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    body: release.body,
    draft: release.draft,
    prerelease: release.prerelease,
    created_at: release.createdAt,
    published_at: release.draft ? null : release.createdAt,
    author: showUser(world, release.author),
    assets: release.assets.map((asset) => showAsset(world, release, asset)),
  };
}

/** A file of a release. */
export function showAsset(world: World, release: Release, asset: Asset): Json {
  return {
    url: `${apiUrl(world, release.repo)}/releases/assets/${asset.id}`,
    browser_download_url: htmlUrl(`${fullName(release.repo)}/releases/download/${release.tag}/${asset.name}`),
    id: asset.id,
    node_id: nodeId('ReleaseAsset', asset.id),
    name: asset.name,
    label: asset.label,
    state: 'uploaded',
    content_type: asset.contentType,
    size: asset.bytes.length,
    digest: null,
    download_count: 0,
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
    uploader: showUser(world, asset.uploader),
  };
}
