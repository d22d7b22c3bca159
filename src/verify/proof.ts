/** What is known of a statement: who was asked, and what came of it. Plain data, as it is printed and cached. */
import type { Tier } from './engine.js';

/** `not run here` is no proof of anything. */
export type Outcome = 'passed' | 'refused' | 'not run here';

/** One statement on one engine. */
export interface Proof {
  readonly target: string;
  readonly object: string;
  readonly element: string;
  readonly statement: string;
  /** Hash of the statement's text as it was tried: that of the script, but for a twin with values that are made up. */
  readonly hash: string;
  readonly tier: Tier;
  readonly engine: string;
  /** Null where the engine is not here. */
  readonly version: string | null;
  readonly outcome: Outcome;
  /** The engine's own words where it refuses; why nothing was proved where it is here all the same. */
  readonly said: string;
  readonly rewrites: readonly string[];
}
