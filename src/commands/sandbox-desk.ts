/** The same proposal on a desk: a git clone of it, the report of the command line, and the files that would be written. */
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apply } from '../apply.js';
import { git } from '../local/git.js';
import { type LocalReview, reviewLocal } from '../local/review-local.js';
import { FolderCopy } from '../local/working-copy.js';
import { planFor } from '../record-proposal.js';
import { renderHtml } from '../report/render-html.js';
import { writeOut } from './output.js';
import { recordText } from './records.js';

/** The review, what recording it says, and where everything is. */
export interface Desk {
  readonly result: LocalReview;
  readonly recorded: string;
  /** The git clone, the report as a page, and what recording changes in the records and in the SQL. */
  readonly places: Readonly<Record<'clone' | 'report' | 'records' | 'sql', string>>;
}

/** Clones a branch of a repository to a new folder, reviews it against main, and records it there. */
export async function workOnDesk({ origin, branch }: { origin: string; branch: string }): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'spec-steward-demo-'));
  const clone = join(folder, 'standard');
  await git(folder, ['clone', '--quiet', '--branch', branch, origin, clone]);
  await git(clone, ['branch', '--quiet', 'main', 'origin/main']);
  await git(clone, ['remote', 'remove', 'origin']);
  const result = await reviewLocal({ folder: clone, base: 'main', head: 'worktree' });
  const written = await apply(await planFor(result), new FolderCopy(clone));
  const save = async (name: string, text: string) => {
    await writeOut(join(folder, name), text);
    return join(folder, name);
  };
  return {
    result,
    recorded: (recordText(result, written).split('\n')[0] ?? '').replace(/ Written:$/, ''),
    places: {
      clone,
      report: await save('review.html', renderHtml(result.review)),
      records: await save('records.diff', await git(clone, ['diff', '--', 'spec', 'CHANGELOG.md'])),
      sql: await save('sql.diff', await git(clone, ['diff', '--', 'sql'])),
    },
  };
}
