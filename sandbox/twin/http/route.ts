/** What an endpoint is: one row of a table, and the call that it answers. */
import type { IncomingHttpHeaders } from 'node:http';
import type { App, Installation, Permissions, Repo, Role, User } from '../model.js';
import { notFound } from '../refusal.js';
import type { World } from '../world.js';

/** Who asks. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'app'; readonly app: App }
  | { readonly kind: 'user'; readonly user: User }
  | {
      readonly kind: 'installation';
      readonly installation: Installation;
      readonly permissions: Permissions;
      readonly repositories: ReadonlySet<Repo> | null;
    };

/** The JSON of a request. */
export type Body = Readonly<Record<string, unknown>>;

/** A request that found its route. */
export interface Call {
  readonly world: World;
  readonly actor: Actor;
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  /** The body before it was understood: an upload. */
  readonly bytes: Buffer;
  readonly headers: IncomingHttpHeaders;
}

/** A request about a repository. */
export interface RepoCall extends Call {
  readonly repo: Repo;
}

/** What is sent back. */
export interface Answer {
  readonly status: number;
  readonly body?: unknown;
  /** Sent as it is, in place of a body. */
  readonly raw?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers one kind of request. */
export type Answerer<C extends Call> = (call: C) => Answer | Promise<Answer>;

/** One endpoint. */
export interface Route<C extends Call = Call> {
  readonly method: string;
  /** The template of GitHub's description; below `/repos/{owner}/{repo}` for routes of a repository. */
  readonly path: string;
  /** GitHub's operation id. */
  readonly operation: string;
  /**
   * `none`, `app` for the App itself, or the permission that an installation needs, as in GitHub's header:
   * `contents=read`, `issues=write; pull_requests=write` where either will do.
   */
  readonly needs: string;
  /** What a person needs where it is not what the permission says. */
  readonly role: Role | null;
  readonly answer: Answerer<C>;
}

/** One line of a table of endpoints: `GET /path/{of_template}`, operation, needs, answer, role. */
export type Row<C extends Call> = readonly [string, string, string, Answerer<C>, Role?];

/** The routes of a table. */
export function routes<C extends Call>(rows: readonly Row<C>[]): readonly Route<C>[] {
  return rows.map(([endpoint, operation, needs, answer, role = null]) => {
    const [method = '', path = ''] = endpoint.split(' ');
    return { method, path, operation, needs, role, answer };
  });
}

/** 200. */
export function ok(body: unknown): Answer {
  return { status: 200, body };
}

/** 201. */
export function created(body: unknown): Answer {
  return { status: 201, body };
}

/** 204. */
export const NO_CONTENT: Answer = { status: 204 };

/** A parameter of the path. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? notFound();
}

/** A number of the path. */
export function numberParam(call: Call, name: string): number {
  return Number(param(call, name));
}

/** The account that acts: a person, or the App's bot. Throws 404 for nobody. */
export function actingUser({ actor }: Call): User {
  if (actor.kind === 'user') return actor.user;
  return actor.kind === 'installation' ? actor.installation.app.bot : notFound();
}

/** The App that acts, or null for a person. */
export function actingApp({ actor }: Call): App | null {
  return actor.kind === 'installation' ? actor.installation.app : null;
}

const MOST_A_PAGE = 100;
const USUAL_A_PAGE = 30;

/** A list, and how its entries are shown. */
export interface Listing<T> {
  readonly items: readonly T[];
  readonly show: (item: T) => unknown;
  /** For answers that put the page in an object. */
  readonly wrap?: (shown: readonly unknown[], total: number) => unknown;
  /** Items a page holds at most, and where nobody asks for a number. */
  readonly most?: number;
  readonly usual?: number;
}

/** One page of a list, with a Link header to the others. */
export async function page<T>(
  call: Call,
  { items, show, wrap, most = MOST_A_PAGE, usual = USUAL_A_PAGE }: Listing<T>,
): Promise<Answer> {
  const size = Math.min(most, Math.max(1, Number(call.query.get('per_page')) || usual));
  const number = Math.max(1, Number(call.query.get('page')) || 1);
  const last = Math.max(1, Math.ceil(items.length / size));
  const shown = await Promise.all(items.slice((number - 1) * size, number * size).map(show));
  const link = linkHeader(call, { number, last });
  const body = wrap ? wrap(shown, items.length) : shown;
  return { status: 200, body, ...(link ? { headers: { link } } : {}) };
}

function linkHeader({ world, path, query }: Call, { number, last }: { number: number; last: number }): string {
  const to = (target: number, rel: string) => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(target));
    return `<${world.url}${path}?${parameters}>; rel="${rel}"`;
  };
  const back = number > 1 ? [to(number - 1, 'prev')] : [];
  const on = number < last ? [to(number + 1, 'next'), to(last, 'last')] : [];
  return [...back, ...on, ...(number > 1 ? [to(1, 'first')] : [])].join(', ');
}
