/** Reads the record of a pull request, who decides on it, and who answers for it. */
import { decisionsFile, readEntries } from '../approval/log.js';
import { type Author, type Member, rollOf } from '../approval/roll.js';
import type { Policy } from '../config/policy.js';
import type { Conversation, Forge, PullRequest } from '../forge.js';
import { givenIdentifiers } from '../pull-request/identifiers.js';
import { originalOf } from './companion.js';
import type { Ground } from './decisions.js';
import type { Companion } from './pull-request-state.js';
import { readOnRegister } from './read-register.js';
import type { Proposal } from './review-pull.js';
import type { Surrounding } from './surrounding.js';

/** A pull request with what was said on it. */
export interface Spoken extends Proposal {
  readonly conversation: Conversation;
  readonly companion: Companion | null;
  readonly mayPush: boolean;
}

/** The record and everybody who matters for it. Throws `unreadable-decisions`, `unreadable-team`. */
export async function groundOf(
  forge: Forge,
  { setting, ...spoken }: Spoken,
  { botLogin, hash, now }: Surrounding,
): Promise<Ground> {
  const { pull, register, conversation } = spoken;
  const { config } = setting;
  const file = decisionsFile(pull.number);
  const text = (await readOnRegister(forge, register.commit, file)) ?? '';
  const roll = await readRoll(forge, config.approval);
  const entries = readEntries(file, text);
  const authors = await authorsOf(forge, pull, conversation);
  const given = givenIdentifiers(spoken);
  return { pull, config, conversation, text, entries, roll, authors, given, botLogin, hash, now: now() };
}

/** Who decides, the members of the policy's teams among them. Throws `unreadable-team`. */
export async function readRoll(forge: Forge, policy: Policy): Promise<readonly Member[]> {
  const teams = new Map<string, readonly { readonly login: string }[]>();
  for (const { team } of policy.teams) {
    const [organisation = '', slug = ''] = team.split('/');
    teams.set(team, await forge.teamMembers(organisation, slug));
  }
  return rollOf(policy, teams);
}

/** Whoever wrote a commit, opened the pull request, or opened the one that this carries. */
async function authorsOf(forge: Forge, pull: PullRequest, { authors }: Conversation): Promise<readonly Author[]> {
  const original = originalOf(pull);
  const openers = [pull.author, ...(original === null ? [] : [(await forge.pull(original)).author])];
  return [...authors, ...openers.map(({ login }) => ({ login, name: login }))];
}
