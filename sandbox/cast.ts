/** Whom one can play in the sandbox. The organisations are those of the real steering group; the people are invented. */
import type { Role } from './twin/model.js';

/** Somebody to play. */
export interface Player {
  readonly login: string;
  readonly name: string;
  /** Of the steering group; `''` for everybody else. */
  readonly organisation: string;
  /** What one is there, in a few words. */
  readonly part: string;
  /** In the repository. */
  readonly role: Role;
  /** CMS that a member answers for. */
  readonly speaksFor: readonly string[];
  /** What a member may do beyond deciding: `chair`, `secretary`. */
  readonly duties: readonly string[];
}

/** The people whom the sandbox itself has do things. */
export const PEOPLE = {
  /** Proposes from a branch of the repository. */
  contributor: 'contributor',
  /** Proposes from a fork. */
  council: 'council-analyst',
  chair: 'dilys-d2i',
  administrator: 'data-to-insight-admin',
} as const;

const player = (login: string, name: string, more: Partial<Player>): Player => {
  return { login, name, organisation: '', part: '', role: 'read', speaksFor: [], duties: [], ...more };
};

const member = (login: string, name: string, { speaksFor = [], ...more }: Partial<Player>): Player => {
  const part = speaksFor.length === 0 ? 'member' : `member, speaks for ${speaksFor.join(' and ')}`;
  return player(login, name, { part, role: 'triage', speaksFor, ...more });
};

/** Whom a visitor plays who has not chosen. */
export const CONTRIBUTOR = player(PEOPLE.contributor, 'Alex Marsh', { part: 'contributor', role: 'write' });

/** In the order in which they are offered. */
export const CAST: readonly Player[] = [
  CONTRIBUTOR,
  member('priya-essex', 'Priya Nair', { organisation: 'Essex', speaksFor: ['mosaic'] }),
  member('edwin-essex', 'Edwin Cole', { organisation: 'Essex', speaksFor: ['caredirector'] }),
  member('tom-herts', 'Tom Ashby', { organisation: 'Hertfordshire', speaksFor: ['liquid_logic'] }),
  member('grace-knowsley', 'Grace Lomax', { organisation: 'Knowsley', speaksFor: ['liquid_logic'] }),
  member('noor-nwadcs', 'Noor Haddad', { organisation: 'NW ADCS', speaksFor: ['eclipse', 'azeus'] }),
  player(PEOPLE.chair, 'Dilys Tranter', { organisation: 'D2I', part: 'chair', role: 'maintain', duties: ['chair'] }),
  player('sam-d2i', 'Sam Okoro', { organisation: 'D2I', part: 'secretary', role: 'maintain', duties: ['secretary'] }),
  player(PEOPLE.council, 'Jo Fenwick', { part: 'analyst of another council' }),
  player('passer-by', 'Kit Rowe', { part: 'stranger' }),
  player(PEOPLE.administrator, 'Robin Vale', { part: 'administrator of the repository', role: 'admin' }),
];

/** The player with the login, or undefined for everybody else. */
export function playerOf(login: string): Player | undefined {
  return CAST.find((candidate) => candidate.login === login);
}

/** Name and part of a player: `Priya Nair, Essex: member, speaks for mosaic`. */
export function introduction({ name, organisation, part }: Player): string {
  return `${name}${organisation === '' ? '' : `, ${organisation}`}: ${part}`;
}
