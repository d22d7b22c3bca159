/** How a branch grew: its own commits, each with what it stands on, the way in which merges are one step. */
import { git, refuseShallow } from './git.js';

/** One step of a branch. */
export interface Step {
  readonly commit: string;
  /** `''` for the very first commit. */
  readonly parent: string;
  readonly isMerge: boolean;
  /** Name of the author: of a merge on GitHub, whoever pressed the button. */
  readonly author: string;
  readonly subject: string;
}

const END = '%x00';

/** The steps that lead to a commit, all of them or those after another one, oldest first. Throws `shallow-clone`. */
export async function stepsOf(root: string, to: string, after = ''): Promise<readonly Step[]> {
  await refuseShallow(root);
  const range = after === '' ? to : `${after}..${to}`;
  const format = ['%H', '%P', '%an', '%s'].join('%x1f');
  const log = await git(root, ['log', '--first-parent', '--reverse', `--format=${format}${END}`, range, '--']);
  return log
    .split('\0')
    .map((line) => line.replace(/^\n/, ''))
    .filter((line) => line !== '')
    .map((line) => {
      const [commit = '', parents = '', author = '', subject = ''] = line.split('\u001f');
      const [parent = '', ...others] = parents.split(' ');
      return { commit, parent, isMerge: others.length > 0, author, subject };
    });
}

/** Where a file first stood on a branch; null where it never did. */
export async function firstCommitWith(root: string, revision: string, path: string): Promise<string | null> {
  const log = await git(root, ['log', '--reverse', '--diff-filter=A', '--format=%H', revision, '--', path]);
  return log.split('\n')[0] || null;
}
