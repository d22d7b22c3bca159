/** What is known of a statement: who was asked, and what came of it. Plain data, as it is printed and cached. */

/**
 * How far a statement was proved, best first: executed on the product itself; its exact text executed on an engine
 * that is compatible with the product; the same mapping executed on another product and the tables compared; parsed.
 */
export type Tier = 'executed' | 'compatible' | 'twin' | 'parsed';

/** The tiers, best first. */
export const TIERS: readonly Tier[] = ['executed', 'compatible', 'twin', 'parsed'];

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
