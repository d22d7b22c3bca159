/** Accounts in GraphQL. Unlike in REST, the login of an App's account has no `[bot]` behind it. */
import type { Call } from '../http/route.js';
import type { User } from '../model.js';
import { nodeId } from '../show/user.js';
import { type Node, node, type ObjectType } from './execute.js';

function accountType(name: string, login: (user: User) => string): ObjectType<Call> {
  return {
    name,
    fields: {
      id: ({ id }: User) => nodeId('User', id),
      databaseId: ({ id }: User) => id,
      login,
    },
  };
}

const TYPES: Readonly<Record<User['type'], ObjectType<Call>>> = {
  User: accountType('User', ({ login }) => login),
  Organization: accountType('Organization', ({ login }) => login),
  Bot: accountType('Bot', ({ login }) => login.replace(/\[bot\]$/, '')),
};

/** Whoever wrote something, as an `Actor`. */
export function actorNode(user: User): Node<Call> {
  return node(TYPES[user.type], user);
}

/** The account that asks. Of an App it is shown as a user, under the name that REST gives it. */
export function viewerNode({ actor }: Call): Node<Call> | null {
  if (actor.kind === 'user') return node(TYPES.User, actor.user);
  return actor.kind === 'installation' ? node(TYPES.User, actor.installation.app.bot) : null;
}
