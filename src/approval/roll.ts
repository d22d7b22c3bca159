/** Who may decide at this moment: the people of the policy and of its teams, each once. */
import type { Policy, PolicyPerson } from '../config/policy.js';
import { StewardError } from '../errors.js';
import type { Speaker } from './entry.js';

/** One voice of the steering group: a person whom the policy names, or a member of one of its teams. */
export type Member = PolicyPerson;

/** An account, as far as a team tells. */
export interface TeamMember {
  readonly login: string;
}

/** The members of each team of the policy, by `organisation/team`. */
export type TeamMembers = ReadonlyMap<string, readonly TeamMember[]>;

/** Who answers for a commit of the pull request; the login is null where the address belongs to no account. */
export interface Author {
  readonly login: string | null;
  readonly name: string;
}

/** The roll; a person who is named counts as named, also as a member of a team. Throws `unread-team`. */
export function rollOf(policy: Pick<Policy, 'people' | 'teams'>, teams: TeamMembers): readonly Member[] {
  const roll = new Map<string, Member>(policy.people.map((person) => [memberKey(person), person]));
  for (const { team, organisation, speaksFor } of policy.teams) {
    const members = teams.get(team);
    if (!members) {
      const found = `the members of the team ${team} are not known`;
      throw new StewardError({ code: 'unread-team', place: '', found, expected: 'a team that the App may read' });
    }
    for (const { login } of members) {
      const member: Member = { login, name: login, organisation, speaksFor, roles: [] };
      if (!roll.has(memberKey(member))) roll.set(memberKey(member), member);
    }
  }
  return [...roll.values()];
}

/** Tells people apart: by account, which GitHub compares without letter case, or by name where there is none. */
export function memberKey({ login, name }: Pick<Member, 'login' | 'name'>): string {
  return login === '' ? `name ${foldedName(name)}` : `@${login.toLowerCase()}`;
}

/** The member with an account. */
export function memberByLogin(roll: readonly Member[], login: string): Member | undefined {
  return roll.find((member) => member.login !== '' && member.login.toLowerCase() === login.toLowerCase());
}

/** The member of a name, whatever its letter case and spacing. */
export function memberByName(roll: readonly Member[], name: string): Member | undefined {
  return roll.find((member) => foldedName(member.name) === foldedName(name));
}

/** Who speaks, as the policy knows them now. */
export function speakerOf(login: string, roll: readonly Member[]): Speaker {
  const member = memberByLogin(roll, login);
  if (!member) return { login, name: login, organisation: '', roles: [] };
  return { login: member.login, name: member.name, organisation: member.organisation, roles: member.roles };
}

/** Why a member has no voice on a proposal: wrote part of it, or has the name of somebody who did. */
export type Partiality = 'author' | 'namesake';

/** Whether a member answers for part of the proposal; an author without an account is known by name only. */
export function partialityOf(member: Member, authors: readonly Author[]): Partiality | null {
  const own = member.login.toLowerCase();
  if (own !== '' && authors.some(({ login }) => login?.toLowerCase() === own)) return 'author';
  const isNamesake = ({ login, name }: Author) =>
    (login === null || own === '') && name.trim() !== '' && foldedName(name) === foldedName(member.name);
  return authors.some(isNamesake) ? 'namesake' : null;
}

/** A name as it is compared: compatible letters, no marks that cannot be seen, no letter case, single spaces. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .trim()
    .replace(/\s+/g, ' ')
    .toLowerCase();
}
