/** Judgements of small comparisons, with the findings that the real rules make of both sides. */

import type { Change } from '../../src/changes/change.js';
import type { ChangeKind } from '../../src/changes/change-kinds.js';
import { classify } from '../../src/classification/classify.js';
import { type Evidence, evidenceOf, type NameHistory } from '../../src/classification/evidence.js';
import type { Statement } from '../../src/classification/statement.js';
import { compareFindings } from '../../src/lint/compare-findings.js';
import { lint } from '../../src/lint/lint.js';
import type { Judgement, Weight } from '../../src/review.js';
import type { MappingProblem } from '../../src/specification/mapping-fault.js';
import type { DataItem, Specification } from '../../src/specification/model.js';
import { compare } from '../changes/build.js';
import { CONFIG, VOCABULARY } from '../fakes/recorded.js';
import { type ItemParts, object, specification } from '../fakes/specification.js';

export type Judged = Change & Judgement;

export interface Given {
  readonly history?: NameHistory;
  readonly unchecked?: boolean;
  /** Faults that the base's mappings have. */
  readonly faults?: readonly MappingProblem[];
  readonly statements?: readonly Statement[];
}

/** What one change is, and why. */
export interface Story {
  readonly reason: string;
  readonly kind: ChangeKind;
  readonly type: 'bug' | 'new feature' | 'change' | 'undecided';
  readonly weight: Weight;
  readonly base: Specification;
  readonly head: Specification;
  /** Which item's change, where several have the kind. */
  readonly itemRef?: string;
  readonly history?: NameHistory;
  /** No check has been asked. */
  readonly unchecked?: boolean;
  readonly faults?: readonly MappingProblem[];
}

export function evidence(
  base: Specification,
  head: Specification,
  { history = new Map(), unchecked = false, faults = [] }: Given = {},
): {
  readonly changes: readonly Change[];
  readonly known: Evidence;
} {
  const comparison = compare(base, head);
  const mappingProblems = (side: Specification) => (side === base ? faults : []);
  const context = { vocabulary: VOCABULARY, config: CONFIG, mappingProblems };
  const findingsOf = (side: Specification) => (unchecked ? [] : lint(side, context));
  const findings = compareFindings(findingsOf(base), findingsOf(head));
  const known = evidenceOf({ base, head, ...comparison, ...findings, vocabulary: VOCABULARY, history });
  return { changes: comparison.changes, known };
}

export function judge(base: Specification, head: Specification, given: Given = {}): readonly Judged[] {
  const { changes, known } = evidence(base, head, given);
  return changes.map((change) => ({ ...change, ...classify(change, known, given.statements ?? []) }));
}

/** The one judgement that a story is about. */
export function judgementOf({ base, head, kind, itemRef, ...given }: Story): Judged {
  const found = judge(base, head, given).filter(
    (change) => change.kind === kind && (itemRef === undefined || change.itemRef === itemRef),
  );
  if (found.length !== 1 || !found[0]) throw new Error(`${found.length} changes of kind ${kind}`);
  return found[0];
}

/** The key of `ssd_person`, with nothing wrong in it. */
export const KEY: ItemParts = {
  ref: 'PERS001A',
  name: 'pers_person_id',
  description: 'Identifier of the child',
  guidance: 'As the CMS has it.',
  size: 48,
  primaryKey: true,
  required: true,
  unique: true,
  constraints: ['pk'],
};

/** `ssd_person` of its key and more items. */
export function people(...items: ItemParts[]): Specification {
  return specification([object('ssd_person', [KEY, ...items])]);
}

/** An item `PERS002A pers_sex` with nothing wrong in it. */
export function sex(parts: Partial<DataItem> = {}): ItemParts {
  const texts = { description: 'Sex of the child', guidance: 'As recorded.' };
  return { ref: 'PERS002A', name: 'pers_sex', size: 1, ...texts, ...parts };
}

/** The stories of one item that becomes another. */
export function steps(
  kind: ChangeKind,
  rows: readonly (readonly [
    reason: string,
    verdict: `${Story['type']}, ${Weight}`,
    before: Partial<DataItem>,
    after: Partial<DataItem>,
  ])[],
): Story[] {
  return rows.map(([reason, verdict, before, after]) => {
    const [type, weight] = verdict.split(', ') as [Story['type'], Weight];
    return {
      reason,
      kind,
      type,
      weight,
      base: people(sex(before)),
      head: people(sex(after)),
      itemRef: after.ref ?? 'PERS002A',
    };
  });
}
