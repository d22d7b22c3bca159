/** Where a proposal and its base branch changed the same files, and what of it can be brought together. */
import type { Layout } from '../config/config.js';
import type { ChangedFile, Forge, PullRequest } from '../forge.js';
import type { Revision } from '../ports.js';
import { decode } from '../specification/source-file.js';
import { isGenerated } from './generated-conflict.js';
import { mergeTexts } from './merge-texts.js';
import type { Conflict } from './pull-request-state.js';

/** Which commits are to be brought together, and which of their files are generated. */
export interface ConflictQuestion {
  readonly pull: PullRequest;
  readonly mergeBase: string;
  readonly layout: Layout;
}

/**
 * Null where nothing need be done: the base stands still, or git brings both together and no generated file is changed
 * by both. Lines of generated files that merge by themselves need not be what the merged specification gives.
 */
export async function conflictOf(
  forge: Forge,
  { pull, mergeBase, layout }: ConflictQuestion,
): Promise<Conflict | null> {
  if (mergeBase === pull.baseCommit) return null;
  const headFiles = await forge.changedFiles(mergeBase, pull.headCommit);
  const both = changedByBoth(headFiles, await forge.changedFiles(mergeBase, pull.baseCommit));
  const written = both.filter(({ path }) => !isGenerated(path, layout));
  if (pull.mergeable !== false && written.length === both.length) return null;
  if (pull.mergeable === true && (await isQueued(forge, pull))) return null;
  const merged = await mergedTexts(forge, { pull, mergeBase }, written);
  const paths = written.map(({ path }) => path).filter((path) => !merged.has(path));
  // Git may find a way where we find none; then there is no conflict, and nothing that we could bring in.
  if (pull.mergeable === true && paths.length > 0) return null;
  return { paths, meets: both.length > 0, headFiles, merged };
}

/** A commit would take it out of the queue, where it may be about to pass; put out by the queue, it is brought up. */
async function isQueued(forge: Forge, { number }: PullRequest): Promise<boolean> {
  return (await forge.mergeGroups()).some(({ pullRequest }) => pullRequest === number);
}

function changedByBoth(ours: readonly ChangedFile[], theirs: readonly ChangedFile[]): ChangedFile[] {
  const known = new Map(theirs.map(({ path, oid }) => [path, oid]));
  return ours.filter(({ path, oid }) => known.has(path) && known.get(path) !== oid);
}

type Ends = Pick<ConflictQuestion, 'pull' | 'mergeBase'>;

/** Texts by path, of the files that can be brought together line by line. */
async function mergedTexts(
  { repository }: Forge,
  { pull, mergeBase }: Ends,
  files: readonly ChangedFile[],
): Promise<Map<string, string>> {
  const paths = files.filter(({ oid, mode }) => oid !== null && mode === PLAIN).map(({ path }) => path);
  if (paths.length === 0) return new Map();
  const sides = [mergeBase, pull.headCommit, pull.baseCommit].map(async (commit) =>
    textsAt(await repository.readFiles(revisionOf(commit), paths)),
  );
  const [base, ours, theirs] = await Promise.all(sides);
  return new Map(
    paths.flatMap((path) => {
      const [was, own, other] = [base?.get(path), ours?.get(path), theirs?.get(path)];
      const text = was && own && other ? mergeTexts(was, own, other) : null;
      return text === null ? [] : [[path, text]];
    }),
  );
}

const PLAIN = '100644';

function revisionOf(commit: string): Revision {
  return { name: commit.slice(0, 7), commit };
}

function textsAt(files: Awaited<ReturnType<Forge['repository']['readFiles']>>): Map<string, string | null> {
  return new Map(files.map((file) => [file.path, decode(file).text]));
}
