import type { Weight } from '../review.js';

/** Type, weight and reason of one change, before the author's statement is heard. */
export interface Verdict {
  readonly changeType: 'bug' | 'new feature' | 'change' | 'undecided';
  readonly weight: Weight;
  readonly reason: string;
}

/** Repairs, or is itself, a fault. */
export const bug = (weight: Weight, reason: string): Verdict => ({ changeType: 'bug', weight, reason });
/** Did not exist before. */
export const feature = (weight: Weight, reason: string): Verdict => ({ changeType: 'new feature', weight, reason });
/** Alters something agreed. */
export const change = (weight: Weight, reason: string): Verdict => ({ changeType: 'change', weight, reason });
/** The evidence does not tell: a person must. */
export const undecided = (weight: Weight, reason: string): Verdict => ({ changeType: 'undecided', weight, reason });
