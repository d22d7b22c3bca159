/** Teams of an organisation and who is in them. */
import { type Call, ok, page, param, routes } from '../http/route.js';
import type { Team, User } from '../model.js';
import { notFound } from '../refusal.js';
import { showOrganization, showTeam, showTeamInFull, showUser } from '../show/user.js';
import { account } from '../world.js';

export const TEAM_ROUTES = routes<Call>([
  ['GET /orgs/{org}/teams', 'teams/list', 'members=read', listTeams],
  ['GET /orgs/{org}/teams/{team_slug}', 'teams/get-by-name', 'members=read', getTeam],
  ['GET /orgs/{org}/teams/{team_slug}/members', 'teams/list-members-in-org', 'members=read', listMembers],
  [
    'GET /orgs/{org}/teams/{team_slug}/memberships/{username}',
    'teams/get-membership-for-user-in-org',
    'members=read',
    getTeamMembership,
  ],
  ['GET /orgs/{org}/memberships/{username}', 'orgs/get-membership-for-user', 'members=read', getMembership],
]);

/** The organisation of the path; an App sees only the one it is installed in. */
function organizationIn(call: Call): User {
  const organization = account(call.world, param(call, 'org'));
  const { actor } = call;
  if (organization.type !== 'Organization') notFound();
  if (actor.kind === 'installation' && actor.installation.account !== organization) notFound();
  if (actor.kind === 'user' && !organization.members.has(actor.user.login.toLowerCase())) notFound();
  return organization;
}

function listTeams(call: Call) {
  const organization = organizationIn(call);
  const items = call.world.teams.filter((team) => team.organization === organization);
  return page(call, { items, show: (team) => showTeam(call.world, team) });
}

function teamIn(call: Call): Team {
  const organization = organizationIn(call);
  const slug = param(call, 'team_slug');
  return call.world.teams.find((team) => team.organization === organization && team.slug === slug) ?? notFound();
}

function getTeam(call: Call) {
  return ok(showTeamInFull(call.world, teamIn(call)));
}

function listMembers(call: Call) {
  const items = [...teamIn(call).members.values()].filter(({ state }) => state === 'active');
  return page(call, { items, show: ({ user }) => showUser(call.world, user) });
}

function getTeamMembership(call: Call) {
  const team = teamIn(call);
  const { user, role, state } = team.members.get(param(call, 'username').toLowerCase()) ?? notFound();
  const url = `${call.world.url}/organizations/${team.organization.id}/team/${team.id}/memberships/${user.login}`;
  return ok({ url, role, state });
}

function getMembership(call: Call) {
  const organization = organizationIn(call);
  const role = organization.members.get(param(call, 'username').toLowerCase()) ?? notFound();
  const user = account(call.world, param(call, 'username'));
  const organization_url = `${call.world.url}/orgs/${organization.login}`;
  const url = `${organization_url}/memberships/${user.login}`;
  const shown = { organization: showOrganization(call.world, organization), user: showUser(call.world, user) };
  return ok({ url, state: 'active', role, organization_url, ...shown });
}
