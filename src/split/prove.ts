/** Whether two parts of a proposal are together exactly the proposal, and each of them could stand. */
import type { Change } from '../changes/change.js';
import { diffSpecifications, type Hash } from '../changes/diff.js';
import type { Config } from '../config/config.js';
import { isIdentified, subjectKey, subjectOf } from '../identifiers/subject.js';
import { compareFindings } from '../lint/compare-findings.js';
import { type Judged, lintSteps } from '../lint/lint.js';
import { MENDED_BY_RECORD } from '../lint/rules.js';
import type { Finding } from '../specification/finding.js';
import type { Specification } from '../specification/model.js';
import type { Vocabulary } from '../specification/vocabulary.js';
import type { Steps } from '../steps.js';

/** What a specification is measured by. */
export interface Measure {
  readonly config: Config;
  readonly vocabulary: Vocabulary;
  readonly hash: Hash;
  /** What has been judged already, see `lint`. */
  readonly judged: Judged;
}

/** The proposal, and the changes in it that a split is about. */
export interface Whole extends Measure {
  readonly base: Specification;
  readonly head: Specification;
  readonly changes: readonly Change[];
}

/** An error that one of the parts has and the whole had not. */
export interface NewError {
  readonly part: 'rest' | 'alone';
  readonly finding: Finding;
}

/** Everything that speaks against the parts; both empty is the proof. */
export interface Objections {
  /** Changes that are in the proposal and in neither part, or the other way round, or in the wrong part. */
  readonly changes: readonly Change[];
  readonly errors: readonly NewError[];
}

/** What speaks against `rest` without, and `alone` with nothing but, the changes of these subjects. With pauses. */
export function* objectionsTo(
  whole: Whole,
  { rest, alone }: Readonly<Record<NewError['part'], Specification>>,
  keys: ReadonlySet<string>,
): Steps<Objections> {
  const remaining = changesOf(whole, rest);
  yield;
  const taken = changesOf(whole, alone);
  yield;
  const isChosen = (change: Change) => keys.has(subjectKey(subjectOf(change)));
  const strays = [
    ...remaining.filter((change) => isIdentified(change) && isChosen(change)),
    ...taken.filter((change) => isIdentified(change) && !isChosen(change)),
  ];
  const told = whole.changes.filter(isTold);
  const together = [...remaining, ...taken];
  const before = yield* introduced(whole, whole.head);
  const after = { rest: yield* introduced(whole, rest), alone: yield* introduced(whole, alone) };
  const errors = (['rest', 'alone'] as const).flatMap((part) =>
    compareFindings(before, after[part]).introduced.map((finding) => ({ part, finding })),
  );
  return { changes: [...without(told, together), ...without(together, told), ...strays], errors };
}

/** Blocks are written by `steward record` alone, and are left to it. */
function isTold({ kind }: Change): boolean {
  return kind !== 'item-metadata-changed';
}

function changesOf({ base, hash }: Whole, part: Specification): Change[] {
  return diffSpecifications(base, part, { hash }).changes.filter(isTold);
}

/** Those of the one list that the other has not, or has less often. */
function without(changes: readonly Change[], others: readonly Change[]): Change[] {
  const left = new Map<string, number>();
  for (const { fingerprint } of others) left.set(fingerprint, (left.get(fingerprint) ?? 0) + 1);
  return changes.filter(({ fingerprint }) => {
    const count = left.get(fingerprint) ?? 0;
    left.set(fingerprint, count - 1);
    return count <= 0;
  });
}

/** Errors that no `steward record` mends, in files that people write. */
function* introduced({ base, config, vocabulary, judged }: Whole, part: Specification): Steps<readonly Finding[]> {
  const { relationships, changeLog, changelogMd } = config.layout;
  const context = { config, vocabulary };
  const before = yield* lintSteps(base, context, judged);
  const all = compareFindings(before, yield* lintSteps(part, context, judged)).introduced;
  return all.filter(
    ({ rule, severity, file }) =>
      severity === 'error' && !MENDED_BY_RECORD.has(rule) && ![relationships, changeLog, changelogMd].includes(file),
  );
}
