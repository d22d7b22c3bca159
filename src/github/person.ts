/** Accounts as GitHub's answers give them. */
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

/** What is asked of an account by GraphQL, to be spread as `...person`. */
export const PERSON_FRAGMENT = `fragment person on Actor {
  __typename login
  ... on User { databaseId } ... on Bot { databaseId } ... on Organization { databaseId } ... on Mannequin { databaseId }
}`;

/** An account as the GraphQL interface shows it. */
export interface Actor {
  readonly __typename: string;
  readonly login: string;
  readonly databaseId?: number | null;
}

/** The same account as REST names it: GraphQL leaves the `[bot]` out. Null for one that is gone. */
export function personOfActor(actor: Actor | null): Person | null {
  if (!actor) return null;
  const isBot = actor.__typename === 'Bot';
  const login = isBot && !actor.login.endsWith('[bot]') ? `${actor.login}[bot]` : actor.login;
  return { login, id: actor.databaseId ?? 0, isBot };
}
