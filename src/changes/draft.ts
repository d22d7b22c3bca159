import type { DataItem, Spot } from '../specification/model.js';
import type { Value } from './change.js';
import type { ChangeKind } from './change-kinds.js';

/** What a change needs before it is complete; see `Change`. */
export interface Draft {
  readonly kind: ChangeKind;
  readonly item?: DataItem | null;
  readonly was?: DataItem | null;
  readonly object: string;
  readonly name: string;
  readonly before: Value;
  readonly after: Value;
  readonly spot: Spot;
  readonly side: 'base' | 'head';
  readonly key?: string;
  readonly part?: string;
  readonly source?: 'yaml' | 'spreadsheet';
}
