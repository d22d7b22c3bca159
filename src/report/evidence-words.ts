/** Every word about evidence. Nothing here says that SQL Server or Oracle ran anything where they did not. */
import type { Proof, Tier } from '../proof.js';
import type { ReviewEvidence } from '../review.js';

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
