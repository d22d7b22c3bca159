/**
 * What really reached a branch. The record of decisions tells which commit a pull request became; what it says was
 * merged is not believed, but worked out anew.
 */
import type { FoundHistory, FoundMerge, FoundPush } from '../approval/audit.js';
import type { EntryOf } from '../approval/entry.js';
import { type PullRecord, recordOf } from '../approval/history.js';
import { type Covered, contentKey } from '../approval/unit.js';
import type { Step } from './first-parents.js';
import { reviewStep, type StepContent, type Workshop } from './review-step.js';

/** How far a merge by rebasing is followed back. */
const MOST_REBASED = 50;

/** The branch, and from which of its steps on it is looked at. */
export interface Landing {
  readonly steps: readonly Step[];
  readonly since: number;
  /** Told how many are left, before each. */
  readonly progress: (left: number) => void;
}

/** Every step that changed the standard, oldest first. */
export async function readLanded({ steps, since, progress }: Landing, workshop: Workshop): Promise<FoundHistory> {
  const merges: FoundMerge[] = [];
  const pushes: FoundPush[] = [];
  const numbers = pullRequestsOf(steps, workshop.records);
  // The newest first: what a rebased pull request consists of is known by its last commit.
  for (let index = steps.length - 1; index >= since; index -= 1) {
    progress(index - since);
    const { step, content, first } = await readStep({ steps, numbers, index }, workshop);
    index = first;
    const { commit, author } = step;
    const pullRequest = numbers.get(commit) ?? 0;
    const noted = mergedOf(pullRequest, workshop.records);
    const by = noted?.who?.login ?? author;
    if (pullRequest > 0 && (content || noted)) merges.push({ pullRequest, commit, by, ...mergedContent(content) });
    else if (content && (content.units?.length !== 0 || content.unlogged.length > 0))
      pushes.push({ commit, by, ...content });
  }
  const earlier = steps.slice(0, since).flatMap(({ commit }) => numbers.get(commit) ?? []);
  return { merges: merges.reverse(), pushes: pushes.reverse(), earlier };
}

/** A merge after which the standard is what it was has brought nothing. */
function mergedContent(content: StepContent | null): Omit<FoundMerge, 'pullRequest' | 'commit' | 'by'> {
  if (!content) return { units: [], asked: [], unlogged: [] };
  return { ...content, isUnreadable: content.units === null };
}

interface Place {
  readonly steps: readonly Step[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly index: number;
}

interface Found {
  readonly step: Step;
  readonly content: StepContent | null;
  /** Index of the first commit that belongs to it. */
  readonly first: number;
}

/** One step; where a pull request was rebased, as many as have what its record says was merged. */
async function readStep({ steps, numbers, index }: Place, workshop: Workshop): Promise<Found> {
  const step = steps[index] as Step;
  const pullRequest = numbers.get(step.commit) ?? 0;
  const read = (from: string) =>
    from === '' ? Promise.resolve(null) : reviewStep({ from, to: step.commit, pullRequest }, workshop);
  const content = await read(step.parent);
  const own = { step, content, first: index };
  const noted = mergedOf(pullRequest, workshop.records);
  if (!noted || step.isMerge || isContent(content, noted.covers)) return own;
  for (let at = index - 1; at >= Math.max(0, index - MOST_REBASED); at -= 1) {
    const earlier = steps[at];
    if (!earlier || earlier.isMerge || numbers.has(earlier.commit)) break;
    const longer = await read(earlier.parent);
    if (isContent(longer, noted.covers)) return { step, content: longer, first: at };
  }
  return own;
}

function isContent(content: StepContent | null, covers: readonly Covered[]): boolean {
  const keys = (units: readonly Covered[]) => JSON.stringify(units.map(contentKey).sort());
  return keys(content?.units ?? []) === keys(covers);
}

/** Where the record begins: at the commit that the register began with, or at the first merge that it knows. */
export function beginningOf(steps: readonly Step[], first: number, records: readonly PullRecord[]): number {
  const noted = new Set(records.flatMap(({ pullRequest }) => mergedOf(pullRequest, records)?.commit ?? []));
  const merge = steps.findIndex(({ commit }) => noted.has(commit));
  return merge === -1 ? first : Math.min(first, merge);
}

function mergedOf(pullRequest: number, records: readonly PullRecord[]): EntryOf<'merged'> | undefined {
  return recordOf(pullRequest, records).find((entry) => entry.kind === 'merged');
}

/** By the record; where that knows nothing of a merge, by the message that GitHub writes, which anybody can write. */
function pullRequestsOf(steps: readonly Step[], records: readonly PullRecord[]): ReadonlyMap<string, number> {
  const noted = new Map(
    records.flatMap(({ pullRequest }) => {
      const merged = mergedOf(pullRequest, records);
      return merged ? [[merged.commit, pullRequest] as const] : [];
    }),
  );
  const known = new Set(noted.values());
  return new Map(
    steps.flatMap((step): (readonly [string, number])[] => {
      const number = noted.get(step.commit) ?? claimed(step);
      const isBelieved = number > 0 && (noted.has(step.commit) || !known.has(number));
      return isBelieved ? [[step.commit, number]] : [];
    }),
  );
}

/** `Merge pull request #12 from ...` of a merge, `... (#12)` of a squash. */
function claimed({ isMerge, subject }: Step): number {
  const pattern = isMerge ? /^Merge pull request #([1-9]\d{0,8}) / : / \(#([1-9]\d{0,8})\)$/;
  return Number(pattern.exec(subject)?.[1] ?? 0);
}
