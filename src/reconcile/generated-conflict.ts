/** A conflict in generated files only is ours to solve: the base comes in, and the files are written anew. */
import type { Layout } from '../config/config.js';
import type { MergeBase } from '../plan.js';
import type { PullRequestState } from './pull-request-state.js';

/** The merge, or null where there is no conflict or a person has to solve it. */
export function solveConflict({ conflict, pull, repository, config, mayPush }: PullRequestState): MergeBase | null {
  if (!conflict || !mayPush || conflict.paths.length === 0) return null;
  if (!conflict.paths.every((path) => isGenerated(path, config.layout))) return null;
  return {
    kind: 'merge-base',
    repository: pull.headRepository ?? repository,
    branch: pull.headBranch,
    expectedHead: pull.headCommit,
    baseCommit: pull.baseCommit,
    message: `Merge ${pull.baseBranch}: only generated files conflict\n\nThey are written anew in the next commit.`,
    take: conflict.headFiles.filter(({ path }) => !isGenerated(path, config.layout)),
  };
}

/** Files that are written by us as a whole, or row by row. */
export function isGenerated(path: string, { changeLog, changelogMd, relationships, sql }: Layout): boolean {
  return [changeLog, changelogMd, relationships].includes(path) || path.startsWith(`${sql}/`);
}
