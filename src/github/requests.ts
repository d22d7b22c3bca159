/** Every request to GitHub: counted, named when it fails, and repeated only where that cannot do a thing twice. */
import type { ProbotOctokit } from 'probot';
import { RequestFailed, requestFailed } from './request-failed.js';

/** What is needed of the client that Probot gives: it authenticates, waits out rate limits and repeats what failed. */
export type Octokit = Pick<ProbotOctokit, 'request' | 'graphql'>;
type Request = Octokit['request'];
type RequestParameters = Parameters<Request>[1];
type Query = <T>(text: string, variables?: Readonly<Record<string, unknown>>) => Promise<T>;

/** How many requests were made. */
export interface Counts {
  readonly reads: number;
  readonly writes: number;
}

/** The ways of asking GitHub, by what may happen twice. */
export interface Requests {
  readonly read: Request;
  /** For what may happen twice without harm: Octokit repeats it after a 5xx. */
  readonly write: Request;
  /** For what must not happen twice: never repeated by Octokit, to be wrapped in `once`. */
  readonly writeOnce: Request;
  readonly query: Query;
  readonly mutateOnce: Query;
  /** Requests since the last call; those that Octokit repeats count once. */
  readonly takeCounts: () => Counts;
}

/** A repository on GitHub. */
export interface Location {
  readonly owner: string;
  readonly repo: string;
}

/** The requests of one repository. */
export interface Connection extends Requests {
  readonly at: Location;
  /** Login of the App's own account, `slug[bot]`: only GitHub can give out such a login. */
  readonly botLogin: string;
}

/** The version whose answers this code was written for; https://docs.github.com/rest/about-the-rest-api/api-versions */
const HEADERS = { 'x-github-api-version': '2022-11-28' };

/** Counts every request, and turns failures into errors of ours. */
export function openRequests({ request, graphql }: Octokit): Requests {
  const counts = { reads: 0, writes: 0 };
  const countRead = () => void counts.reads++;
  const countWrite = () => void counts.writes++;
  const once = { headers: HEADERS, request: { retries: 0 } };
  return {
    read: watchRequest(request.defaults({ headers: HEADERS }), countRead),
    write: watchRequest(request.defaults({ headers: HEADERS }), countWrite),
    writeOnce: watchRequest(request.defaults(once), countWrite),
    query: watchQuery(graphql.defaults({ headers: HEADERS }), countRead),
    mutateOnce: watchQuery(graphql.defaults(once), countWrite),
    takeCounts: () => {
      const taken = { ...counts };
      Object.assign(counts, { reads: 0, writes: 0 });
      return taken;
    },
  };
}

function watchRequest(request: Request, count: () => void): Request {
  const watched = (route: string, parameters?: RequestParameters) => {
    count();
    return request(route, parameters).catch((error: unknown) => Promise.reject(requestFailed(error, route)));
  };
  return Object.assign(watched, request);
}

function watchQuery(graphql: Octokit['graphql'], count: () => void): Query {
  return <T>(text: string, variables?: Readonly<Record<string, unknown>>) => {
    count();
    const name = `GraphQL ${/^\s*(\w+ \w+)/.exec(text)?.[1] ?? ''}`;
    return graphql<T>(text, variables).catch((error: unknown) => Promise.reject(requestFailed(error, name)));
  };
}

/**
 * Sends what must not happen twice. Where nobody knows whether it happened - a 5xx, a broken connection - `look` says
 * what is there, and only if nothing is, it is sent once more.
 */
export async function once<T>(send: () => Promise<T>, look: () => Promise<T | null>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    if (!(error instanceof RequestFailed && error.isUncertain)) throw error;
    return (await look()) ?? send();
  }
}

/** The most that GitHub puts on a page. */
export const PAGE_SIZE = 100;

/** All items of all pages, as the `Link` header leads; `read` takes the number of the page, from 1. */
export async function* allPages<Answer extends { headers: { link?: string | undefined } }, Item>(
  read: (page: number) => Promise<Answer>,
  itemsOf: (answer: Answer) => readonly Item[],
): AsyncGenerator<Item> {
  for (let page = 1, more = true; more; page++) {
    const answer = await read(page);
    more = answer.headers.link?.includes('rel="next"') ?? false;
    yield* itemsOf(answer);
  }
}
