/** What is wrong with the SQL of a mapping: found where SQL is made, and told where rules are told. */
import type { Spot } from './model.js';

/** One fault with its place. `code` is the rule that it breaks. */
export interface MappingProblem extends Spot {
  readonly code: string;
  readonly object: string;
  readonly itemRef: string;
  readonly message: string;
  readonly expected: string;
}
