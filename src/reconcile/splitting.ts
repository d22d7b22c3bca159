/** Reads what is asked to be split off a proposal, and how far that has come; decides nothing. */
import type { EntryOf } from '../approval/entry.js';
import { decisionsFile, readEntries } from '../approval/log.js';
import { openSplits, stillWanted } from '../approval/splits.js';
import type { Unit } from '../approval/unit.js';
import type { Hash } from '../changes/diff.js';
import type { Forge, PullRequest } from '../forge.js';
import { subjectKey } from '../identifiers/subject.js';
import type { Breathe } from '../ports.js';
import type { Reviewed } from '../record-proposal.js';
import type { Reservation } from '../register/register.js';
import type { Memo } from '../specification/read-specification.js';
import { type Parts, type Refusal, splitSteps } from '../split/split.js';
import { inTurns } from '../steps.js';
import type { Decisions } from './decisions.js';

/** Changes that go into a proposal of their own, and what there is of it. */
export interface Splitting {
  readonly entry: EntryOf<'split'>;
  readonly branch: string;
  /** Head of the branch; null before it is there. */
  readonly commit: string | null;
  /** The branch has the changes. */
  readonly isWritten: boolean;
  readonly pull: PullRequest | null;
  /** Those of the changes that are still in this proposal as they were. */
  readonly units: readonly Unit[];
  /** Rows of the register that are still this proposal's. */
  readonly rows: readonly Reservation[];
  /** Both parts, or why there are none; null where nothing is left to split off. */
  readonly parts: Parts | Refusal | null;
}

/** What is known of a proposal when that is looked for. */
export interface SplitQuestion {
  readonly pull: PullRequest;
  readonly reviewed: Reviewed;
  readonly decisions: Decisions;
  readonly reservations: readonly Reservation[];
  readonly memo: Memo;
  readonly hash: Hash;
  readonly breathe?: Breathe | undefined;
}

/** The first wish that is open, or null. */
export async function splittingOf(forge: Forge, question: SplitQuestion): Promise<Splitting | null> {
  const { pull, decisions, reservations } = question;
  const [entry] = openSplits(decisions.entries.slice(0, decisions.written));
  if (!entry) return null;
  const branch = splitBranch(pull.number, entry);
  const units = stillWanted(entry, decisions.content.units);
  const keys = new Set(units.map(({ subject }) => subject));
  const rows = reservations.filter((row) => row.pullRequest === pull.number && keys.has(subjectKey(row.subject)));
  const commit = await forge.branch(branch);
  const parts = units.length === 0 ? null : await partsOf([...keys], question);
  const isWritten = commit !== null && parts?.kind === 'parts' && (await hasTexts(forge, commit, parts.alone));
  return {
    entry,
    branch,
    commit,
    isWritten,
    pull: commit === null ? null : await forge.pullFrom(branch),
    units,
    rows,
    parts,
  };
}

function partsOf(keys: readonly string[], { reviewed, memo, hash, breathe }: SplitQuestion): Promise<Parts | Refusal> {
  const { base, head, review, assignment, config, vocabulary } = reviewed;
  const { identifiers } = assignment;
  const input = { base, head, changes: review.changes, keys, identifiers, config, vocabulary, hash, memo };
  return inTurns(splitSteps(input), breathe);
}

async function hasTexts(forge: Forge, commit: string, texts: Parts['alone']): Promise<boolean> {
  for (const [path, text] of texts) {
    if ((await forge.repository.readText({ name: commit, commit }, path)) !== text) return false;
  }
  return true;
}

/** The branch of the changes: no two wishes have the same, so that nothing of an earlier one is found there. */
function splitBranch(number: number, { number: wish, covers }: EntryOf<'split'>): string {
  const name = (covers[0]?.id ?? 'changes').replace(/[^A-Za-z0-9_-]+/g, '-');
  return `spec-steward/split-${number}-${name}-${wish}`;
}

/** Whether a pull request holds changes of another one whose splitting has not come to its end. */
export async function awaitsSplit(
  { isOwn, headBranch }: PullRequest,
  readRecord: (file: string) => Promise<string | null>,
): Promise<boolean> {
  const [, number, wish] = /^spec-steward\/split-(\d{1,9})-[\w-]+-(\d{1,9})$/.exec(headBranch) ?? [];
  if (!isOwn || number === undefined) return false;
  const file = decisionsFile(Number(number));
  return openSplits(readEntries(file, (await readRecord(file)) ?? '')).some((entry) => entry.number === Number(wish));
}
