/** Stage 3: what each change is - bug, new feature or change - with its weight and the reason. */
import type { Change } from '../changes/change.js';
import type { ChangeKind } from '../changes/change-kinds.js';
import type { Judgement } from '../review.js';
import type { Evidence } from './evidence.js';
import {
  judgeAdded,
  judgeMoved,
  judgeObjectAdded,
  judgeObjectRemoved,
  judgeObjectRenamed,
  judgeOrder,
  judgeRefChanged,
  judgeRemoved,
  judgeRenamed,
} from './judge-identity.js';
import { judgeCategories, judgeCms, judgeMapping, judgeReturns } from './judge-lists.js';
import { judgeSource } from './judge-source.js';
import {
  judgeConstraints,
  judgeForeignKey,
  judgePrimaryKey,
  judgeSize,
  judgeType,
  judgeValidators,
} from './judge-structure.js';
import {
  judgeCodeAdded,
  judgeCodeRedefined,
  judgeCodeRemoved,
  judgeCodeSet,
  judgeMetadata,
  judgeText,
} from './judge-texts.js';
import { type Statement, statedType } from './statement.js';
import type { Verdict } from './verdict.js';

type Judge = (change: Change, evidence: Evidence) => Verdict;

/** One row a kind: who judges it. */
const JUDGES: Readonly<Record<ChangeKind, Judge>> = {
  'object-added': judgeObjectAdded,
  'object-removed': judgeObjectRemoved,
  'object-renamed': judgeObjectRenamed,
  'item-order-changed': judgeOrder,
  'object-mapping-changed': judgeSource,
  'item-added': judgeAdded,
  'item-removed': judgeRemoved,
  'item-renamed': judgeRenamed,
  'item-moved': judgeMoved,
  'item-ref-changed': judgeRefChanged,
  'item-type-changed': judgeType,
  'item-size-changed': judgeSize,
  'item-primary-key-changed': judgePrimaryKey,
  'item-constraints-changed': judgeConstraints,
  'item-foreign-key-changed': judgeForeignKey,
  'item-validators-changed': judgeValidators,
  'item-cms-changed': judgeCms,
  'item-cms-field-changed': judgeMapping,
  'item-cms-table-changed': judgeMapping,
  'item-mapping-changed': judgeSource,
  'item-returns-changed': judgeReturns,
  'item-categories-changed': judgeCategories,
  'item-code-set-changed': judgeCodeSet,
  'item-description-changed': judgeText,
  'item-guidance-changed': judgeText,
  'item-metadata-changed': judgeMetadata,
  'code-set-value-added': judgeCodeAdded,
  'code-set-value-removed': judgeCodeRemoved,
  'code-set-value-redefined': judgeCodeRedefined,
};

/** Judges one change; a stated type wins, and is doubted where the evidence says otherwise. */
export function classify(change: Change, evidence: Evidence, statements: readonly Statement[]): Judgement {
  const { changeType, weight, reason } = JUDGES[change.kind](change, evidence);
  const blockedBy = evidence.blockedBy(change);
  const stated = change.class === 'cosmetic' ? null : statedType(statements, change.itemRef);
  if (stated === null) return { changeType, weight, reason, stated: false, doubt: '', blockedBy };
  const doubt = changeType === 'undecided' || changeType === stated ? '' : `The evidence says ${changeType}: ${reason}`;
  return { changeType: stated, weight, reason: `Stated by the author. ${reason}`, stated: true, doubt, blockedBy };
}
