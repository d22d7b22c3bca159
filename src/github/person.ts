/** Accounts as GitHub's REST answers give them. */
import type { Person } from '../forge.js';

/** An account as the REST interface shows it. */
export interface RestUser {
  readonly login: string;
  /** Beyond 2^53 Octokit gives a bigint; no account is that young. */
  readonly id: number | bigint;
  readonly type?: string;
}

/** Whom GitHub names where an account was deleted: https://github.com/ghost */
const GHOST: Person = { login: 'ghost', id: 10137, isBot: false };

/** The account, or the ghost that GitHub shows for one that is gone. */
export function personOf(user: RestUser | null): Person {
  return user ? { login: user.login, id: Number(user.id), isBot: user.type === 'Bot' } : GHOST;
}
