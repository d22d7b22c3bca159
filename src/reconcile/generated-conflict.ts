/** Where no person is needed, the base comes in, and the generated files are written anew on top. */
import type { Layout } from '../config/config.js';
import type { ChangedFile } from '../forge.js';
import type { MergeBase, TakenFile } from '../plan.js';
import type { PullRequestState } from './pull-request-state.js';

/** The merge, or null where nothing meets or a person has to solve it. */
export function solveConflict({ conflict, pull, repository, config, mayPush }: PullRequestState): MergeBase | null {
  if (!conflict?.meets || !mayPush || conflict.paths.length > 0) return null;
  const written = conflict.headFiles.filter(({ path }) => !isGenerated(path, config.layout));
  return {
    kind: 'merge-base',
    repository: pull.headRepository ?? repository,
    branch: pull.headBranch,
    expectedHead: pull.headCommit,
    baseCommit: pull.baseCommit,
    message: `Merge ${pull.baseBranch}: only generated files conflict\n\nThey are written anew in the next commit.`,
    take: written.map((file) => taken(file, conflict.merged.get(file.path))),
  };
}

function taken({ path, oid, mode }: ChangedFile, text: string | undefined): TakenFile {
  return text === undefined ? { path, oid, mode } : { path, oid, mode, text };
}

/** Files that are written by us as a whole, or row by row. */
export function isGenerated(path: string, { changeLog, changelogMd, relationships, sql }: Layout): boolean {
  return [changeLog, changelogMd, relationships].includes(path) || path.startsWith(`${sql}/`);
}
