/** What stands between two commits. Commits do not change, so what is known of a pair is kept. */
import { StewardError } from '../errors.js';
import type { Commit, Comparison, Person } from '../forge.js';
import { BoundedMap } from './bounded-map.js';
import { personOf, type RestUser } from './person.js';
import { orNull } from './request-failed.js';
import { type Connection, PAGE_SIZE } from './requests.js';

const COMMITS_AT_MOST = 250;
const KEEP_AT_MOST = 20_000;
const COMMIT_ID = /^[0-9a-f]{40}$/;

/** How commits stand to each other. */
export interface Comparisons {
  /** Throws `no-merge-base`, `too-many-commits`. */
  compare(base: string, head: string): Promise<Comparison>;
  /** Whether the ancestor is in the descendant's history. */
  contains(ancestor: string, descendant: string): Promise<boolean>;
  /** The commit that a branch is at, found on the way of comparing it; null where they have nothing in common. */
  tip(branch: string, head: string): Promise<string | null>;
}

interface Begun extends Comparison {
  readonly baseCommit: string;
  readonly total: number;
}

interface RestCommit {
  readonly sha: string;
  readonly commit: { readonly message: string };
  readonly parents: readonly { readonly sha: string }[];
  readonly author: RestAuthor;
  readonly committer: RestAuthor;
}

/** Null, or in old commits an empty object, for an address that belongs to no account. */
type RestAuthor = RestUser | { readonly login?: never } | null;

/** The comparisons of one repository; two commits never compare otherwise later, so they are kept. */
export function openComparisons({ at, read }: Connection): Comparisons {
  const known = new BoundedMap<Begun>(KEEP_AT_MOST, ({ commits }) => commits.length + 1);

  async function page(basehead: string, number: number) {
    const route = 'GET /repos/{owner}/{repo}/compare/{basehead}';
    const { data } = await read(route, { ...at, basehead, page: number, per_page: PAGE_SIZE });
    return { ...data, commits: data.commits.map(commitOf) };
  }

  /** Only a pair of ids stays what it is: a branch would be somewhere else tomorrow. */
  function keep(head: string, begun: Begun): void {
    if (COMMIT_ID.test(head)) known.set(`${begun.baseCommit}...${head}`, begun);
  }

  async function begin(base: string, head: string): Promise<Begun | null> {
    const kept = known.get(`${base}...${head}`);
    if (kept) return kept;
    const first = await orNull(page(`${base}...${head}`, 1));
    if (!first) return null;
    const baseCommit = first.base_commit.sha;
    const { commits, merge_base_commit, total_commits: total } = first;
    const begun = { baseCommit, mergeBase: merge_base_commit.sha, commits, total };
    keep(head, begun);
    return begun;
  }

  return {
    async tip(branch, head) {
      return (await begin(branch, head))?.baseCommit ?? null;
    },
    async contains(ancestor, descendant) {
      return (await begin(ancestor, descendant))?.mergeBase === ancestor;
    },
    async compare(base, head) {
      const begun = await begin(base, head);
      if (!begun) throw noMergeBase(base);
      const { baseCommit, mergeBase, total } = begun;
      if (total > COMMITS_AT_MOST) throw tooManyCommits(total);
      const commits = [...begun.commits];
      for (let number = 2; commits.length < total; number++) {
        const next = await page(`${baseCommit}...${head}`, number);
        if (next.commits.length === 0) throw tooManyCommits(total);
        commits.push(...next.commits);
      }
      keep(head, { ...begun, commits });
      return { mergeBase, commits };
    },
  };
}

function commitOf({ sha, commit, parents, author, committer }: RestCommit): Commit {
  return {
    id: sha,
    message: commit.message,
    parents: parents.map((parent) => parent.sha),
    author: personOrNull(author),
    committer: personOrNull(committer),
  };
}

function personOrNull(user: RestAuthor): Person | null {
  return user?.login === undefined ? null : personOf(user);
}

/** Two branches that never met. */
export function noMergeBase(base: string): StewardError {
  const found = `there is no common commit with "${base}"`;
  return new StewardError({
    code: 'no-merge-base',
    place: '',
    found,
    expected: 'a head that began at the base branch',
  });
}

function tooManyCommits(total: number): StewardError {
  const expected = `at most ${COMMITS_AT_MOST} commits: GitHub does not list more of a pull request`;
  return new StewardError({ code: 'too-many-commits', place: '', found: `the head has ${total} commits`, expected });
}
