/** The App itself: its installations, its tokens, and the deliveries of its webhook. */
import { issueToken } from '../http/authenticate.js';
import { type Call, created, numberParam, ok, page, param, type RepoCall, routes } from '../http/route.js';
import type { Installation, Level, Repo } from '../model.js';
import { notFound, Refusal } from '../refusal.js';
import { showRepository } from '../show/repository.js';
import { showApp, showInstallation, showPublicUser } from '../show/user.js';
import { account, covers, installationOn, isoSeconds, type World } from '../world.js';

/** What an App asks about itself. */
export const APP_ROUTES = routes<Call>([
  ['GET /app', 'apps/get-authenticated', 'app', getApp],
  ['GET /app/installations', 'apps/list-installations', 'app', listInstallations],
  ['GET /app/installations/{installation_id}', 'apps/get-installation', 'app', getInstallation],
  [
    'POST /app/installations/{installation_id}/access_tokens',
    'apps/create-installation-access-token',
    'app',
    createToken,
  ],
  ['GET /installation/repositories', 'apps/list-repos-accessible-to-installation', 'metadata=read', listRepositories],
  ['GET /rate_limit', 'rate-limit/get', 'none', getRateLimit],
  ['GET /users/{username}', 'users/get-by-username', 'none', getUser],
]);

/** Which installation covers a repository. */
export const INSTALLATION_ROUTES = routes<RepoCall>([
  ['GET /installation', 'apps/get-repo-installation', 'app', getRepositoryInstallation],
]);

function getApp({ world }: Call) {
  return ok({ ...showApp(world, world.app), installations_count: world.installations.length });
}

function listInstallations(call: Call) {
  return page(call, { items: call.world.installations, show: (one) => showInstallation(call.world, one) });
}

function getInstallation(call: Call) {
  return ok(showInstallation(call.world, installationOf(call)));
}

function getRepositoryInstallation({ world, repo }: RepoCall) {
  return ok(showInstallation(world, installationOn(world, repo) ?? notFound()));
}

function getUser(call: Call) {
  return ok(showPublicUser(call.world, account(call.world, param(call, 'username'))));
}

function installationOf(call: Call): Installation {
  const id = numberParam(call, 'installation_id');
  return call.world.installations.find((installation) => installation.id === id) ?? notFound();
}

interface Narrowing {
  readonly permissions?: Readonly<Record<string, Level>>;
  readonly repositories?: readonly string[];
  readonly repository_ids?: readonly number[];
}

function createToken(call: Call) {
  const { world } = call;
  const installation = installationOf(call);
  const { permissions, repositories, repository_ids } = call.body as Narrowing;
  for (const [name, level] of Object.entries(permissions ?? {})) checkPermission(installation, name, level);
  const named = (repo: Repo) => repositories?.includes(repo.name) || repository_ids?.includes(repo.id);
  const all = reach(world, installation);
  const chosen = repositories || repository_ids ? new Set(all.filter(named)) : null;
  if (chosen && chosen.size < (repositories?.length ?? 0) + (repository_ids?.length ?? 0)) {
    throw new Refusal(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  const { value, token } = issueToken(world, installation, { permissions, repositories: chosen });
  return created({
    token: value,
    expires_at: isoSeconds(token.expiresAt),
    permissions: token.permissions,
    repository_selection: chosen ? 'selected' : installation.repositories === 'all' ? 'all' : 'selected',
    ...(chosen ? { repositories: [...chosen].map((repo) => showRepository(world, repo)) } : {}),
  });
}

function checkPermission({ permissions }: Installation, name: string, level: Level): void {
  const has = permissions[name];
  if (has === 'write' || has === level) return;
  throw new Refusal(422, 'The permissions requested are not granted to this installation.');
}

function listRepositories(call: Call) {
  const { world, actor } = call;
  if (actor.kind !== 'installation') throw new Refusal(403, 'You must authenticate with an installation access token');
  const items = actor.repositories ? [...actor.repositories] : reach(world, actor.installation);
  const selection = actor.installation.repositories === 'all' ? 'all' : 'selected';
  return page(call, {
    items,
    show: (repo) => showRepository(world, repo),
    wrap: (repositories, total_count) => ({ total_count, repository_selection: selection, repositories }),
  });
}

function reach(world: World, installation: Installation): readonly Repo[] {
  return world.repos.filter((repo) => covers(installation, repo));
}

function getRateLimit({ world, actor }: Call) {
  const rate = world.limiter.state(actor);
  return ok({ resources: { core: rate, search: rate, graphql: rate }, rate });
}
