/** What is said of a run on engines, beside the words that a review has too (`report/evidence-words.ts`). */
import type { Cell, MadeUp } from './evidence.js';
import type { Repeat } from './repeat.js';

/** Two empty tables are the same, and prove nothing. */
export const NO_ROWS = 'no synthetic row comes through, so there is nothing to compare';

/** Said where an engine is here and was not waited for any longer. */
export const NO_ANSWER = 'there was no answer in time';

/** `175 of 175 (PGlite 0.5.16)`. */
export function cellText({ engine, version, passed, all, isMissing }: Cell): string {
  if (isMissing) return `not run here (${engine})`;
  return `${passed} of ${all} (${engine} ${version ?? ''})`;
}

/** What stands above the refused statements. */
export function refusedTitle(count: number): string {
  return count === 0 ? 'No statement is refused.' : `Refused (${count}):`;
}

/** What stands above statements that were tried and showed nothing. */
export const UNPROVED = 'Neither proved nor refused:';

/** What stands above what scripts leave as it is. */
export const REPEATS = 'Run twice on the same synthetic sources:';

interface Changes {
  readonly all: number;
  readonly changed: readonly string[];
}

/** `sources unchanged: 61 of 61; tables the same after the second run: 38 of 38` */
export function repeatSaid(sources: Changes, tables: Changes, refused: readonly string[] = []): string {
  const same = ({ all, changed }: Changes) =>
    `${all - changed.length} of ${all}${changed.length === 0 ? '' : ` (not ${changed.join(', ')})`}`;
  const counts = `sources unchanged: ${same(sources)}; tables the same after the second run: ${same(tables)}`;
  return [counts, ...refused.map((words) => `refused: ${words}`)].join('; ');
}

/** `eclipse.postgres on PGlite 0.5.16: ...` */
export function repeatLine({ target, engine, version, said }: Repeat): string {
  return `${target} on ${engine} ${version}: ${said}`;
}

/** What stands above the parameters that values were made up for. */
export function madeUpTitle(madeUp: readonly MadeUp[]): string {
  const count = madeUp.reduce((sum, { parameters }) => sum + parameters.length, 0);
  const what = count === 1 ? '1 parameter' : `${count} parameters`;
  return `Values made up for ${what} that every authority has to give, so that rows come through; only where tables are compared or scripts run twice, in no script:`;
}

/** `mosaic: sm_question, icpc_question` */
export function madeUpLine({ cms, parameters }: MadeUp): string {
  return `${cms}: ${parameters.join(', ')}`;
}

/** `eclipse.postgres ssd_person create_table ssd_person: PGlite says: ...` */
export function refusedLine(proof: {
  target: string;
  object: string;
  element: string;
  statement: string;
  said: string;
}): string {
  return `${proof.target} ${proof.object} ${proof.element} ${proof.statement}: ${proof.said}`;
}
