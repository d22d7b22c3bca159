/** Who is in a team of an organisation. */
import { StewardError } from '../errors.js';
import type { Person } from '../forge.js';
import { personOf } from './person.js';
import { failedWith, RequestFailed } from './request-failed.js';
import { allPages, type Connection, PAGE_SIZE } from './requests.js';

/**
 * Active members of the team and of the teams below it: https://docs.github.com/rest/teams/members. Throws
 * `unreadable-team` where GitHub refuses: nobody is taken for a member on a guess.
 */
export async function readTeam({ read }: Connection, organisation: string, team: string): Promise<Person[]> {
  const route = 'GET /orgs/{org}/teams/{team_slug}/members';
  const page = (number: number) =>
    read(route, { org: organisation, team_slug: team, per_page: PAGE_SIZE, page: number });
  const members: Person[] = [];
  try {
    for await (const user of allPages(page, ({ data }) => data)) members.push(personOf(user));
  } catch (error) {
    throw isRefusal(error) ? unreadableTeam(`${organisation}/${team}`, error) : error;
  }
  return members;
}

function isRefusal(error: unknown): error is RequestFailed {
  return failedWith(error, 404) || (error instanceof RequestFailed && error.isForbidden);
}

function unreadableTeam(place: string, cause: RequestFailed): StewardError {
  const found = `the members of the team cannot be read (GitHub answered ${cause.status})`;
  const expected = 'a team of the organisation that the App is installed in, and the permission "Members: read-only"';
  return new StewardError({ code: 'unreadable-team', place, found, expected });
}
