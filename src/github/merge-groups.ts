/** Groups that wait in the merge queue: GitHub keeps each on a branch of its own, named for what it is built on. */
import type { QueuedGroup } from '../forge.js';
import type { Connection } from './requests.js';

const QUEUE = 'heads/gh-readonly-queue/';

/** `gh-readonly-queue/main/pr-12-<commit that the group is built on>`, as in the events about groups. */
const GROUP = /^refs\/heads\/gh-readonly-queue\/.+\/pr-(\d+)-([0-9a-f]{40})$/;

/** All groups of the repository; GitHub gives them in one answer. */
export async function readMergeGroups({ at, read }: Connection): Promise<QueuedGroup[]> {
  const route = 'GET /repos/{owner}/{repo}/git/matching-refs/{ref}';
  const { data } = await read(route, { ...at, ref: QUEUE });
  return data.flatMap(({ ref, object }) => {
    const [, number, baseCommit] = GROUP.exec(ref) ?? [];
    if (baseCommit === undefined) return [];
    return [{ headCommit: object.sha, baseCommit, pullRequest: Number(number) }];
  });
}
