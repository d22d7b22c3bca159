/** Pull requests: reading them, and opening our own. */
import { StewardError } from '../errors.js';
import type { PullRequest } from '../forge.js';
import type { OpenPull } from '../plan.js';
import type { Comparisons } from './comparisons.js';
import { personOf, type RestUser } from './person.js';
import { headOf } from './refs.js';
import { failedWith, lostRace, orNull } from './request-failed.js';
import { allPages, type Connection, once, PAGE_SIZE } from './requests.js';
import { checkLength } from './text-limits.js';

/** What the answers of one pull request and of a list have in common. */
interface RestPull {
  readonly number: number;
  readonly title: string;
  readonly body: string | null;
  readonly state: string;
  readonly merged_at: string | null;
  readonly user: RestUser | null;
  readonly labels: readonly { readonly name?: string }[];
  readonly base: { readonly ref: string; readonly sha: string; readonly repo: { readonly id: number | bigint } };
  readonly head: {
    readonly ref: string;
    readonly sha: string;
    readonly repo: { readonly id: number | bigint; readonly full_name: string } | null;
  };
  /** These are not in lists, or not as they are here. */
  readonly maintainer_can_modify?: boolean;
  readonly mergeable?: boolean | null;
  readonly merge_commit_sha?: string | null;
  readonly merged_by?: RestUser | null;
}

/** One pull request; throws `no-pull-request`. */
export async function readPull(
  { at, read }: Connection,
  comparisons: Comparisons,
  number: number,
): Promise<PullRequest> {
  const route = 'GET /repos/{owner}/{repo}/pulls/{pull_number}';
  const answer = await orNull(read(route, { ...at, pull_number: number }));
  if (!answer) {
    const found = `there is no pull request ${number} in ${at.owner}/${at.repo}`;
    throw new StewardError({ code: 'no-pull-request', place: '', found, expected: 'the number of a pull request' });
  }
  // `base.sha` is where the base branch was when the head was last pushed; comparing tells where it is now.
  const { base, head } = answer.data;
  return pullOf(answer.data, (await comparisons.tip(base.ref, head.sha)) ?? base.sha);
}

/** All that are open, all pages. */
export async function readOpenPulls(connection: Connection): Promise<PullRequest[]> {
  return listPulls(connection, {});
}

/** The open pull request from a branch of the repository itself. */
export async function readPullFrom(connection: Connection, headBranch: string): Promise<PullRequest | null> {
  const [pull] = await listPulls(connection, { head: `${connection.at.owner}:${headBranch}` });
  return pull ?? null;
}

/** The newest pull request from a branch of the repository itself, whatever became of it; an open one first. */
export async function readLatestFrom(connection: Connection, headBranch: string): Promise<PullRequest | null> {
  const pulls = await listPulls(connection, { head: `${connection.at.owner}:${headBranch}`, state: 'all' });
  const newestFirst = pulls.toSorted((one, other) => other.number - one.number);
  return newestFirst.find(({ state }) => state === 'open') ?? newestFirst[0] ?? null;
}

async function listPulls(
  connection: Connection,
  filter: { readonly head?: string; readonly state?: 'all' },
): Promise<PullRequest[]> {
  const { at, read } = connection;
  const route = 'GET /repos/{owner}/{repo}/pulls';
  const page = (number: number) => read(route, { ...at, state: 'open', ...filter, per_page: PAGE_SIZE, page: number });
  const tips = new Map<string, string | null>();
  const pulls: PullRequest[] = [];
  for await (const pull of allPages(page, ({ data }) => data)) {
    const { ref, sha } = pull.base;
    if (!tips.has(ref)) tips.set(ref, await headOf(connection, at, ref));
    pulls.push(pullOf(pull, tips.get(ref) ?? sha));
  }
  return pulls;
}

function pullOf({ base, head, ...pull }: RestPull, baseCommit: string): PullRequest {
  return {
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    state: pull.state === 'open' ? 'open' : 'closed',
    merged: pull.merged_at !== null,
    merge: mergeOf(pull),
    author: personOf(pull.user),
    baseBranch: base.ref,
    baseCommit,
    headBranch: head.ref,
    headCommit: head.sha,
    headRepository: head.repo?.full_name ?? null,
    isOwn: head.repo?.id === base.repo.id,
    maintainerCanModify: pull.maintainer_can_modify ?? false,
    labels: pull.labels.map(({ name }) => name ?? ''),
    mergeable: pull.mergeable ?? null,
  };
}

function mergeOf({ merged_at: at, merge_commit_sha: commit, merged_by: by }: Merged): PullRequest['merge'] {
  return at && commit && by !== undefined ? { commit, at, by: by && personOf(by) } : null;
}

type Merged = Pick<RestPull, 'merged_at' | 'merge_commit_sha' | 'merged_by'>;

/** Opens a pull request, or puts right the title and text of the one that is open from the branch. */
export async function openPull(connection: Connection, action: OpenPull): Promise<void> {
  checkLength('comment body', action.body);
  const open = await readPullFrom(connection, action.head);
  if (open) return editPull(connection, open, action);
  if (action.number !== null) throw lostRace(`pull request ${action.number}`, 'it is not open any more');
  const { at, writeOnce } = connection;
  const { head, base, title, body } = action;
  try {
    const opened = { ...at, head, base, title, body };
    const send = async () => (await writeOnce('POST /repos/{owner}/{repo}/pulls', opened)).data.number;
    await once(send, async () => (await readPullFrom(connection, head))?.number ?? null);
  } catch (error) {
    const opened = failedWith(error, 422) ? await readPullFrom(connection, head) : null;
    if (!opened) throw error;
    await editPull(connection, opened, action);
  }
}

/** Closes a pull request, or opens it again; throws `lost-race` where GitHub refuses what the branch no longer allows. */
export async function setPullState({ at, write }: Connection, number: number, state: 'open' | 'closed'): Promise<void> {
  try {
    await write('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, pull_number: number, state });
  } catch (error) {
    throw failedWith(error, 422) ? lostRace(`pull request ${number}`, `it cannot be ${state} any more`) : error;
  }
}

async function editPull({ at, write }: Connection, open: PullRequest, { title, body }: OpenPull): Promise<void> {
  if (open.title === title && open.body === body) return;
  await write('PATCH /repos/{owner}/{repo}/pulls/{pull_number}', { ...at, pull_number: open.number, title, body });
}
