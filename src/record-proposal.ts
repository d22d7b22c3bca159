/** After the review: which records of a proposal are not yet as they must be. */
import { StewardError } from './errors.js';
import type { Setting, Side } from './load.js';
import type { ReviewResult } from './pipeline.js';
import type { FilePlan, WriteFile } from './plan.js';
import type { Breathe, Repository } from './ports.js';
import { planRecords } from './records/plan-records.js';
import { describeChange } from './report/change-sentences.js';
import { terminalText } from './report/defuse.js';
import type { Finding } from './specification/finding.js';
import type { ReadProblem } from './specification/model.js';
import { decode } from './specification/source-file.js';
import { loadParser } from './sql/expressions/parser.js';
import { needsParser, renderSteps, type ScriptFile } from './sql/render-target.js';
import { targetNamed } from './sql/targets.js';
import { inTurns } from './steps.js';

/** One line for each record that is not as the plan would have it, or that nobody gave. */
export function recordFaults({ review }: ReviewResult, plan: FilePlan): string[] {
  const forged = review.findings.filter(({ rule }) => NOT_WRITTEN.has(rule));
  return [...plan.actions.map(outOfStep), ...forged.map(forgery)];
}

function outOfStep({ path, text, was }: WriteFile): string {
  if (was === null) return `${path}: missing`;
  const [has, wants] = [linesOf(was), linesOf(text)];
  const at = wants.findIndex((line, index) => line !== has[index]);
  const line = at < 0 ? wants.length : at;
  return `${path}:${line + 1}: out-of-step: ${shownLine(has[line])}. Expected ${shownLine(wants[line])}.`;
}

/** The line break at the end of a file begins no line. */
function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

const LONGEST_LINE = 120;

function shownLine(line: string | undefined): string {
  if (line === undefined) return 'nothing';
  const shown = [...terminalText(line)];
  return shown.length > LONGEST_LINE ? `"${shown.slice(0, LONGEST_LINE).join('')}…"` : `"${shown.join('')}"`;
}

/** Faults of the records that no writing mends: a person has to take them out. */
const NOT_WRITTEN: ReadonlySet<string> = new Set(['identifier-not-given', 'metadata-unlogged']);

function forgery({ file, line, message, expected }: Finding): string {
  return `${file}:${line ?? 1}: ${terminalText(message)}. Expected ${expected}.`;
}

/** A review with what it was made from, through whatever port it was read. */
export interface Reviewed extends ReviewResult, Setting {
  readonly base: Side;
  readonly head: Side;
  readonly repository: Repository;
  /** See `RecordInput`; on one's own desk everything is put right. */
  readonly restoreEdited?: boolean;
  /** The scripts, where they are made already. */
  readonly scripts?: readonly ScriptFile[];
  /** In the middle of long work. */
  readonly breathe?: Breathe | undefined;
}

/** The script of each target and its objects one by one, as the head's specification gives them. */
export async function scriptsOf({
  head: { specification },
  config,
  breathe,
}: Pick<Reviewed, 'head' | 'config' | 'breathe'>): Promise<readonly ScriptFile[]> {
  const targets = config.targets.map(targetNamed);
  const parse = needsParser(specification, targets) ? await loadParser() : null;
  const files: ScriptFile[] = [];
  for (const target of targets) {
    const script = await inTurns(renderSteps(specification, target, { ...config, parse }), breathe);
    files.push(script, ...script.objects);
  }
  return files;
}

/** The records of a proposal that must be written. Throws with the place of the first file that cannot be read. */
export async function planFor(reviewed: Reviewed): Promise<FilePlan> {
  const { base, head, review, assignment, config, repository, restoreEdited = true, breathe } = reviewed;
  refuseUnreadable(head.specification.problems);
  const generated = await repository.readFiles(head.revision, [config.layout.sql]);
  const files = new Map([...head.files, ...generated.map((file) => [file.path, file] as const)]);
  const steps = planRecords({
    base: base.specification,
    head: head.specification,
    changes: review.changes,
    assignment,
    changeRequest: review.changeRequest,
    config,
    describe: describeChange,
    restoreEdited,
    textOf: (path) => {
      const file = files.get(path);
      return file ? decode(file).text : null;
    },
    scripts: reviewed.scripts ?? (await scriptsOf(reviewed)),
  });
  return inTurns(steps, breathe);
}

/** Records of a file that cannot be read would say that its items are gone. */
function refuseUnreadable(problems: readonly ReadProblem[]): void {
  const problem = problems.find(({ severity }) => severity === 'error');
  if (!problem) return;
  const { code, file, line, column, message, expected } = problem;
  const place = line ? `${file}:${line}:${column ?? 1}` : file;
  throw new StewardError({ code, place, found: message, expected: `${expected}; nothing was written` });
}
