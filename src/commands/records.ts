/** `steward record` writes the records of a proposal; `steward check` proves that they agree. */
import { apply } from '../apply.js';
import { StewardError } from '../errors.js';
import { type LocalReview, reviewLocal } from '../local/review-local.js';
import { FolderCopy } from '../local/working-copy.js';
import type { ReviewResult } from '../pipeline.js';
import type { Plan, WriteFile } from '../plan.js';
import type { Repository } from '../ports.js';
import { planRecords } from '../records/plan-records.js';
import { describeChange } from '../report/change-sentences.js';
import { terminalText } from '../report/defuse.js';
import type { Review } from '../review.js';
import type { Finding } from '../specification/finding.js';
import type { ReadProblem } from '../specification/model.js';
import { decode } from '../specification/source-file.js';
import { renderTarget } from '../sql/render-target.js';
import { targetNamed } from '../sql/targets.js';
import { FINE, MEND, print } from './output.js';

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
  await print(recordText(result, written));
  return FINE;
}

/** What `steward record` says of the files that it wrote. */
export function recordText({ review, assignment }: ReviewResult, written: readonly string[]): string {
  return `${summary(written, [...assignment.identifiers.values()])}\n${blockedNote(review)}`;
}

function summary(written: readonly string[], identifiers: readonly string[]): string {
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

/** One line for each record that is not as the plan would have it, or that nobody gave. */
export function recordFaults({ review }: ReviewResult, plan: Plan): string[] {
  const forged = review.findings.filter(({ rule }) => rule === 'identifier-not-given');
  return [...plan.actions.map(outOfStep), ...forged.map(forgery)];
}

/** What `steward check` says. */
export function checkText({ assignment: { identifiers } }: ReviewResult, faults: readonly string[]): string {
  if (faults.length > 0) return `${faults.join('\n')}\n\nThe records do not agree. \`steward record\` writes them.\n`;
  return `The records agree: ${identifiers.size} changed ${identifiers.size === 1 ? 'item' : 'items'} recorded.\n`;
}

function outOfStep({ path, text, was }: WriteFile): string {
  if (was === null) return `${path}: missing`;
  const [has, wants] = [was.split('\n'), text.split('\n')];
  const at = wants.findIndex((line, index) => line !== has[index]);
  const line = at < 0 ? wants.length : at;
  const show = (value: string | undefined) =>
    value === undefined ? 'nothing' : `"${terminalText(value).slice(0, 120)}"`;
  return `${path}:${line + 1}: out-of-step: ${show(has[line])}. Expected ${show(wants[line])}.`;
}

function forgery({ file, line, message, expected }: Finding): string {
  return `${file}:${line ?? 1}: ${terminalText(message)}. Expected ${expected}.`;
}

/** A review with what it was made from, through whatever port it was read. */
export type Reviewed = Omit<LocalReview, 'repository'> & { readonly repository: Repository };

/** The records of a proposal that must be written. Throws with the place of the first file that cannot be read. */
export async function planFor({ base, head, review, assignment, config, repository }: Reviewed): Promise<Plan> {
  refuseUnreadable(head.specification.problems);
  const generated = await repository.readFiles(head.revision, [config.layout.sql]);
  const files = new Map([...head.files, ...generated.map((file) => [file.path, file] as const)]);
  return planRecords({
    base: base.specification,
    head: head.specification,
    changes: review.changes,
    assignment,
    changeRequest: review.changeRequest,
    config,
    describe: describeChange,
    textOf: (path) => {
      const file = files.get(path);
      return file ? decode(file).text : null;
    },
    scripts: config.targets.map((name) => renderTarget(head.specification, targetNamed(name), config)),
  });
}

/** Records of a file that cannot be read would say that its items are gone. */
function refuseUnreadable(problems: readonly ReadProblem[]): void {
  const problem = problems.find(({ severity }) => severity === 'error');
  if (!problem) return;
  const { code, file, line, column, message, expected } = problem;
  const place = line ? `${file}:${line}:${column ?? 1}` : file;
  throw new StewardError({ code, place, found: message, expected: `${expected}; nothing was written` });
}
