/**
 * Who answers for commits that we make out of somebody else's: nobody may approve what they wrote, also when it stands
 * on another branch under our name.
 */
import type { Commit, Person } from '../forge.js';
import { oneLine } from '../specification/one-line.js';

/** An author or co-author as GitHub resolves the address of the commit; login null: it belongs to no account. */
export interface NamedAuthor {
  readonly login: string | null;
  readonly name: string;
}

/**
 * One `Co-authored-by:` line for everybody who answers for the commits, each once: their authors and committers by the
 * address that leads to the account, the co-authors as the messages have them, and those of `authors` whom neither
 * names. Machines answer for nothing, nor does GitHub itself, the committer of what is done on its pages.
 * https://docs.github.com/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors
 */
export function coAuthorTrailers(commits: readonly Commit[], authors: readonly NamedAuthor[] = []): string[] {
  const people = commits.flatMap(({ author, committer }) => [author, committer]).filter(isSomebody);
  const logins = new Set(people.map(({ login }) => login.toLowerCase()));
  const others = authors.filter(
    ({ login }) => login === null || !(logins.has(login.toLowerCase()) || isMachine(login)),
  );
  const lines = [
    ...people.map(({ login, id }) => trailer(login, `${id}+${login}@${NO_REPLY}`)),
    ...commits.flatMap(({ message }) => trailersIn(message)),
    ...others.map(({ login, name }) => trailer(name, login === null ? NO_ACCOUNT : `${login}@${NO_REPLY}`)),
  ];
  return [...new Map(lines.map((line) => [line.toLowerCase(), line])).values()];
}

/** The message with the lines as its last paragraph, where git and GitHub look for them. */
export function withTrailers(message: string, trailers: readonly string[]): string {
  return trailers.length === 0 ? message : `${message.trimEnd()}\n\n${trailers.join('\n')}`;
}

/** https://docs.github.com/account-and-profile/reference/email-addresses-reference#your-noreply-email-address */
const NO_REPLY = 'users.noreply.github.com';

/** A name without an account, at a domain that nobody can have (RFC 2606): it is told by the name. */
const NO_ACCOUNT = 'no-account@spec-steward.invalid';

/** The account under which GitHub commits what is done on its pages. */
const WEB_FLOW = 'web-flow';

function isSomebody(person: Person | null): person is Person {
  return person !== null && !person.isBot && !isMachine(person.login);
}

function isMachine(login: string): boolean {
  return login.toLowerCase() === WEB_FLOW || login.endsWith('[bot]');
}

/** Wherever in a message they stand: GitHub may find fewer, and none too many must be missed. */
function trailersIn(message: string): string[] {
  const found = message.matchAll(/^[ \t]*co-authored-by:[ \t]*([^<>\r\n]*)<([^<>\s]+)>/gim);
  return [...found].map(([, name = '', address = '']) => trailer(name, address));
}

function trailer(name: string, address: string): string {
  const shown = oneLine(name.replace(/[<>]/g, ' '));
  return `Co-authored-by: ${shown === '' ? 'unknown' : shown} <${oneLine(address)}>`;
}
