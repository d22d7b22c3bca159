/** Every word about evidence. Nothing here says that SQL Server or Oracle ran anything where they did not. */
import type { ReviewEvidence } from '../review.js';
import type { Tier } from './engine.js';
import type { Cell, MadeUp } from './evidence.js';
import type { Proof } from './proof.js';
import type { Repeat } from './repeat.js';

/** What a tier is called. */
export const TIER_TITLES: Readonly<Record<Tier, string>> = {
  executed: 'executed on the product',
  compatible: 'exact text executed on a compatible engine',
  twin: 'same mapping executed on PostgreSQL, tables compared',
  parsed: 'strictly parsed',
};

/** Said where a product exists that no engine of ours is. */
export const NO_ENGINE = 'no engine here';

/** What no engine shows, whatever the numbers. */
export const NOT_VERIFIED: readonly string[] = [
  'collation: which texts count as equal, and in which order they come',
  'trailing blanks in comparisons',
  'where a size cuts a text with letters that one product counts as one and another as two, such as emoji',
  'rounding of datetime to three hundredths of a second on SQL Server',
  'the real names and types of the columns of a local authority',
];

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

/** Title of what an engine refuses, in a review. */
export const REFUSED_STATEMENTS = 'Refused statements';

/** Title of all proofs of a review. */
export const PROOFS_TITLE = 'Each statement of a changed object';

/** Title of what no engine shows. */
export const NOT_VERIFIED_TITLE = 'Not verified by any of this';

/** `executed on the product: passed` */
export function proofSentence({ tier, outcome, said }: Proof): string {
  return `${TIER_TITLES[tier]}: ${outcome}${said === '' ? '' : `; ${said}`}`;
}

/** What was asked, how much of it passed, and how much SQL nobody but a person wrote. */
export function evidenceSummary({ tiers, proofs, noEngine, freeSql }: ReviewEvidence): string {
  const count = (outcome: Proof['outcome']) => proofs.filter((proof) => proof.outcome === outcome).length;
  const statements = new Set(proofs.map(({ target, hash }) => `${target} ${hash}`)).size;
  const asked = tiers.map((tier) => TIER_TITLES[tier]).join('; ');
  const counts = `passed ${count('passed')}, refused ${count('refused')}, not run here ${count('not run here')}`;
  const absent = noEngine.length === 0 ? '' : ` ${TIER_TITLES.executed}: ${NO_ENGINE} for ${noEngine.join(', ')}.`;
  return `${statements} statements of changed objects (asked: ${asked}): ${counts}.${absent} SQL written by hand: ${freeSql}.`;
}
