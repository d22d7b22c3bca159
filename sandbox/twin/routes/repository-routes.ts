/** Repositories, branches and their rules, collaborators, tags and releases. */

import { push } from '../actions/push.js';
import {
  type Answer,
  actingUser,
  created,
  numberParam,
  ok,
  page,
  param,
  type RepoCall,
  routes,
} from '../http/route.js';
import type { BranchRules, Release } from '../model.js';
import { demand, invalid, notFound } from '../refusal.js';
import { showCommit } from '../show/commit.js';
import { apiUrl, showAsset, showProtection, showRelease, showRepository } from '../show/repository.js';
import { htmlUrl, type Json, nodeId, showUser } from '../show/user.js';
import { account, fullName, nextId, now, resolveCommit, roleOf } from '../world.js';

export const REPOSITORY_ROUTES = routes<RepoCall>([
  ['GET ', 'repos/get', 'metadata=read', ({ world, repo }) => ok(showRepository(world, repo))],
  ['GET /branches', 'repos/list-branches', 'contents=read', listBranches],
  ['GET /branches/{branch}', 'repos/get-branch', 'contents=read', getBranch],
  ['GET /rules/branches/{branch}', 'repos/get-branch-rules', 'metadata=read', getBranchRules],
  [
    'GET /collaborators/{username}/permission',
    'repos/get-collaborator-permission-level',
    'metadata=read',
    getPermission,
  ],
  ['GET /tags', 'repos/list-tags', 'contents=read', listTags],
  ['GET /releases', 'repos/list-releases', 'contents=read', listReleases],
  ['POST /releases', 'repos/create-release', 'contents=write', createRelease],
  ['GET /releases/tags/{tag}', 'repos/get-release-by-tag', 'contents=read', getReleaseByTag],
  ['GET /releases/{release_id}/assets', 'repos/list-release-assets', 'contents=read', listAssets],
  ['POST /releases/{release_id}/assets', 'repos/upload-release-asset', 'contents=write', uploadAsset],
]);

function listBranches(call: RepoCall) {
  const { world, repo } = call;
  const show = ([ref, sha]: readonly [string, string]): Json => {
    const name = ref.slice('refs/heads/'.length);
    return { name, commit: { sha, url: `${apiUrl(world, repo)}/commits/${sha}` }, protected: repo.rules.has(name) };
  };
  return page(call, { items: repo.git.list('refs/heads/'), show });
}

async function getBranch(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  const name = param(call, 'branch');
  const sha = repo.git.resolve(`refs/heads/${name}`) ?? notFound('Branch not found');
  const self = `${apiUrl(world, repo)}/branches/${name}`;
  const rules = repo.rules.get(name);
  return ok({
    name,
    commit: await showCommit(world, repo, sha),
    _links: { self, html: htmlUrl(`${fullName(repo)}/tree/${name}`) },
    protected: rules !== undefined,
    protection: showProtection(rules),
    protection_url: `${self}/protection`,
  });
}

function getBranchRules(call: RepoCall) {
  const { repo } = call;
  const rules = repo.rules.get(param(call, 'branch'));
  const from = { ruleset_source_type: 'Repository', ruleset_source: fullName(repo), ruleset_id: repo.id };
  const items = rules ? showRules(rules).map((rule) => ({ ...rule, ...from })) : [];
  return page(call, { items, show: (rule) => rule });
}

function showRules({ pullRequest, restricted, approvals, dismissStale, checks, mergeQueue }: BranchRules): Json[] {
  const review = {
    allowed_merge_methods: ['merge', 'squash'],
    dismiss_stale_reviews_on_push: dismissStale,
    require_code_owner_review: false,
    require_last_push_approval: false,
    required_approving_review_count: approvals,
    required_review_thread_resolution: false,
  };
  const required = checks.map(({ context, appId }) => ({
    context,
    ...(appId === null ? {} : { integration_id: appId }),
  }));
  const strict = { strict_required_status_checks_policy: false };
  return [
    ...(restricted ? [{ type: 'update' }] : []),
    ...(pullRequest ? [{ type: 'pull_request', parameters: review }] : []),
    ...(checks.length > 0
      ? [{ type: 'required_status_checks', parameters: { ...strict, required_status_checks: required } }]
      : []),
    ...(mergeQueue ? [{ type: 'merge_queue' }] : []),
  ];
}

/** The old four words for what the newer role names say. */
const PERMISSION = { none: 'none', read: 'read', triage: 'read', write: 'write', maintain: 'write', admin: 'admin' };

function getPermission(call: RepoCall) {
  const { world, repo } = call;
  const user = account(world, param(call, 'username'));
  const role = roleOf(repo, user);
  return ok({ permission: PERMISSION[role], role_name: role, user: { ...showUser(world, user), role_name: role } });
}

function listTags(call: RepoCall) {
  const { world, repo } = call;
  const show = ([ref, sha]: readonly [string, string]): Json => {
    const name = ref.slice('refs/tags/'.length);
    const archives = {
      zipball_url: `${apiUrl(world, repo)}/zipball/${ref}`,
      tarball_url: `${apiUrl(world, repo)}/tarball/${ref}`,
    };
    const commit = { sha, url: `${apiUrl(world, repo)}/commits/${sha}` };
    return { name, commit, ...archives, node_id: nodeId('Ref', `${repo.id}:${ref}`) };
  };
  return page(call, { items: [...repo.git.list('refs/tags/')].reverse(), show });
}

function releasesOf({ world, repo }: RepoCall): readonly Release[] {
  return world.releases.filter((release) => release.repo === repo);
}

function listReleases(call: RepoCall) {
  return page(call, { items: [...releasesOf(call)].reverse(), show: (release) => showRelease(call.world, release) });
}

interface NewRelease {
  readonly tag_name: string;
  readonly target_commitish?: string;
  readonly name?: string;
  readonly body?: string;
  readonly draft?: boolean;
  readonly prerelease?: boolean;
}

async function createRelease(call: RepoCall): Promise<Answer> {
  const { world, repo } = call;
  demand(call.body, 'tag_name');
  const wanted = call.body as unknown as NewRelease;
  const { tag_name: tag, target_commitish: target = repo.defaultBranch, draft = false, prerelease = false } = wanted;
  if (releasesOf(call).some((release) => release.tag === tag && !release.draft)) {
    invalid({ resource: 'Release', code: 'already_exists', field: 'tag_name' });
  }
  const commit = await resolveCommit(repo, target);
  const author = actingUser(call);
  if (commit === null) return invalid({ resource: 'Release', code: 'invalid', field: 'target_commitish' });
  const ref = `refs/tags/${tag}`;
  if (!draft && repo.git.resolve(ref) === null) await push(world, { repo, ref, from: null, to: commit, actor: author });
  const about = { tag, target, name: wanted.name ?? null, body: wanted.body ?? null, draft, prerelease };
  const release: Release = { id: nextId(world), repo, author, ...about, createdAt: now(world), assets: [] };
  world.releases.push(release);
  return created(showRelease(world, release));
}

function getReleaseByTag(call: RepoCall) {
  const tag = param(call, 'tag');
  const release = releasesOf(call).find((one) => one.tag === tag && !one.draft);
  return ok(showRelease(call.world, release ?? notFound()));
}

function releaseOf(call: RepoCall): Release {
  const id = numberParam(call, 'release_id');
  return releasesOf(call).find((release) => release.id === id) ?? notFound();
}

function listAssets(call: RepoCall) {
  const release = releaseOf(call);
  return page(call, { items: release.assets, show: (asset) => showAsset(call.world, release, asset) });
}

function uploadAsset(call: RepoCall) {
  const { world, query, bytes, headers } = call;
  const release = releaseOf(call);
  const name = query.get('name') ?? '';
  if (name === '') invalid({ resource: 'ReleaseAsset', code: 'missing_field', field: 'name' });
  if (release.assets.some((asset) => asset.name === name)) {
    invalid({ resource: 'ReleaseAsset', code: 'already_exists', field: 'name' });
  }
  const contentType = headers['content-type'] ?? 'application/octet-stream';
  const about = { name, label: query.get('label'), contentType, uploader: actingUser(call), createdAt: now(world) };
  const asset = { id: nextId(world), bytes, ...about };
  release.assets.push(asset);
  return created(showAsset(world, release, asset));
}
