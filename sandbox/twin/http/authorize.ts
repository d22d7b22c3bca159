/** Whether the actor may use an endpoint. */
import type { Pull, Repo, Role } from '../model.js';
import { notAccessible, notFound, Refusal } from '../refusal.js';
import { atLeast, covers, roleOf, type World } from '../world.js';
import type { Actor, Route } from './route.js';

type Need = Pick<Route, 'needs' | 'role' | 'method'>;

/** Throws 401, 403 or 404 where the actor may not use an endpoint that belongs to no repository. */
export function authorize(actor: Actor, { needs }: Pick<Route, 'needs'>): void {
  if (needs === 'none') return;
  if (needs === 'app') {
    if (actor.kind !== 'app') throw new Refusal(401, 'A JSON web token could not be decoded');
    return;
  }
  if (actor.kind === 'anonymous' || actor.kind === 'app') throw new Refusal(401, 'Requires authentication');
  if (actor.kind === 'installation' && !grants(actor.permissions, needs)) notAccessible();
}

/** Throws 401, 403 or 404 where the actor may not use an endpoint of the repository. */
export function authorizeOn(repo: Repo, actor: Actor, need: Need): void {
  const writes = /=write/.test(need.needs);
  if (need.needs === 'app') authorize(actor, need);
  else if (actor.kind === 'installation') authorizeInstallation(repo, actor, { ...need, writes });
  else authorizePerson(repo, actor, { ...need, writes });
}

function authorizePerson(repo: Repo, actor: Actor, need: Need & { writes: boolean }): void {
  const { writes } = need;
  if (actor.kind === 'app') throw new Refusal(401, 'Requires authentication');
  const role = roleOf(repo, actor.kind === 'user' ? actor.user : null);
  if (role === 'none') notFound();
  if (actor.kind === 'anonymous' && (writes || need.method !== 'GET'))
    throw new Refusal(401, 'Requires authentication');
  if (/checks=write/.test(need.needs) && need.role === null) {
    throw new Refusal(403, 'You must authenticate via a GitHub App.');
  }
  const wanted: Role = need.role ?? (writes ? 'write' : 'read');
  if (!atLeast(role, wanted)) throw new Refusal(403, 'Must have admin rights to Repository.');
}

function authorizeInstallation(
  repo: Repo,
  { installation, permissions, repositories }: Actor & { kind: 'installation' },
  { needs, writes }: Need & { writes: boolean },
): void {
  const covered = covers(installation, repo) && (repositories === null || repositories.has(repo));
  if (covered && grants(permissions, needs)) return;
  if (covered) notAccessible();
  // What everybody may read, an App may read; what lies elsewhere it never writes, but see `mayWriteFork`.
  if (repo.private) notFound();
  if (writes) notAccessible();
}

/**
 * Whether an installation may write a branch of a fork: of a person's fork, with "allow edits by maintainers" ticked on
 * an open pull request into a repository that the installation may write.
 */
export function mayWriteFork(world: World, actor: Actor, { repo, branch }: { repo: Repo; branch: string }): boolean {
  if (actor.kind !== 'installation' || repo.owner.type === 'Organization') return false;
  const opens = (pull: Pull) => pull.state === 'open' && pull.head.repo === repo && pull.head.ref === branch;
  const base = world.pulls.find((pull) => opens(pull) && pull.maintainerCanModify)?.repo;
  return base !== undefined && covers(actor.installation, base) && grants(actor.permissions, 'contents=write');
}

/** Whether permissions meet a need such as `issues=write; pull_requests=write`, of which either will do. */
function grants(permissions: Readonly<Record<string, string>>, needs: string): boolean {
  return needs.split('; ').some((need) => {
    const [name = '', level] = need.split('=');
    if (name === 'metadata' && level === 'read') return true;
    return permissions[name] === 'write' || permissions[name] === level;
  });
}
