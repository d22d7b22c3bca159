/** `steward record` writes the records of a proposal; `steward check` proves that they agree. */
import { apply } from '../apply.js';
import { reviewLocal } from '../local/review-local.js';
import { FolderCopy } from '../local/working-copy.js';
import type { ReviewResult } from '../pipeline.js';
import type { FilePlan } from '../plan.js';
import { byHand, planFor, recordFaults } from '../record-proposal.js';
import { terminalText } from '../report/defuse.js';
import type { Review } from '../review.js';
import { FINE, MEND, print } from './output.js';

/** Options of `steward record` and `steward check`. */
export interface RecordsCommand {
  readonly base?: string;
  readonly request?: string;
}

/** Exit 0 when everything is written or was already as it must be; a file that cannot be read stops everything. */
export async function recordCommand(
  folder: string,
  command: RecordsCommand & { readonly dryRun: boolean },
): Promise<number> {
  const result = await reviewLocal({ folder, ...command, head: 'worktree' });
  const plan = await planFor(result);
  if (command.dryRun) {
    await print(`${JSON.stringify(plan, null, 2)}\n`);
    return FINE;
  }
  const written = await apply(plan, new FolderCopy(result.repository.root));
  await print(
    recordText(
      result,
      written.map((path) => (isTakenOut(path, plan) ? `${path} (taken out)` : path)),
    ),
  );
  return FINE;
}

function isTakenOut(path: string, { actions }: FilePlan): boolean {
  return actions.some((action) => action.path === path && action.text === null);
}

/** What `steward record` says of the files that it wrote. */
export function recordText({ review, assignment }: ReviewResult, written: readonly string[]): string {
  return `${summary(written, [...assignment.identifiers.values()])}\n${blockedNote(review)}`;
}

function summary(written: readonly string[], given: readonly string[]): string {
  const identifiers = given.toSorted(new Intl.Collator('en', { numeric: true }).compare);
  const span = identifiers.length > 1 ? `${identifiers[0]} to ${identifiers.at(-1)}` : (identifiers[0] ?? '');
  const changes = identifiers.length === 0 ? 'No change to record.' : `${identifiers.length} recorded: ${span}.`;
  if (written.length === 0) return `${changes} The records agree already; nothing was written.`;
  return [`${changes} Written:`, ...written.map((path) => `  ${path}`)].join('\n');
}

/** What is recorded is pending; whether it may be agreed is another question, and it is not kept quiet. */
function blockedNote(review: Review): string {
  if (review.verdict !== 'mend') return '';
  return `Not ready to be agreed: ${terminalText(review.headline)}\nSee \`steward review\`.\n`;
}

/** Exit 0 when change log, metadata blocks, CHANGELOG.md, relationships and SQL agree, else 1 with what does not. */
export async function checkCommand(
  folder: string,
  command: RecordsCommand & { readonly head: string },
): Promise<number> {
  const result = await reviewLocal({ folder, ...command });
  const faults = recordFaults(result, await planFor(result));
  await print(checkText(result, faults));
  return faults.length === 0 ? FINE : MEND;
}

/** What `steward check` says, and who can mend it. */
export function checkText({ review, assignment: { identifiers } }: ReviewResult, faults: readonly string[]): string {
  if (faults.length === 0) {
    return `The records agree: ${identifiers.size} changed ${identifiers.size === 1 ? 'item' : 'items'} recorded.\n`;
  }
  const mended = byHand(review);
  const isAmong = (wanted: string) => mended.some(({ rule }) => rule === wanted);
  const hints = [
    ...(faults.length > mended.length ? ['`steward record` writes them.'] : []),
    ...Object.entries(BY_HAND_HINTS).flatMap(([rule, hint]) => (isAmong(rule) ? [hint] : [])),
  ];
  return `${faults.join('\n')}\n\nThe records do not agree. ${hints.join(' ')}\n`;
}

/** What a person has to do, by rule. */
const BY_HAND_HINTS: Readonly<Record<string, string>> = {
  'identifier-not-given': 'Rows with an identifier that nobody gave must be taken out by hand.',
  'change-log-row-altered': 'Rows that say something else than they did must be put back by hand.',
  'change-log-row-lost': 'Rows that the change log lost must be put back by hand.',
  'metadata-unlogged': 'Metadata blocks without a row must be taken out, or their row put back, by hand.',
};
