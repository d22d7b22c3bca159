/** After the review: which records of a proposal are not yet as they must be. */
import { StewardError } from './errors.js';
import type { Setting, Side } from './load.js';
import type { ReviewResult } from './pipeline.js';
import type { FilePlan, WriteFile } from './plan.js';
import type { Breathe, Repository } from './ports.js';
import { planRecords } from './records/plan-records.js';
import { describeChange } from './report/change-sentences.js';
import { terminalText } from './report/defuse.js';
import type { Review } from './review.js';
import type { Finding } from './specification/finding.js';
import type { ReadProblem } from './specification/model.js';
import { decode, type SourceFile } from './specification/source-file.js';
import { loadParser } from './sql/expressions/parser.js';
import { needsParser, renderSteps, type ScriptFile } from './sql/render-target.js';
import { targetNamed } from './sql/targets.js';
import { inTurns } from './steps.js';

/** One line for each record that is not as the plan would have it, and for each fault that only a person can mend. */
export function recordFaults({ review }: ReviewResult, plan: FilePlan): string[] {
  return [...plan.actions.map(outOfStep), ...byHand(review).map(faultLine)];
}

/** Faults of the records that no writing mends, in the order of the review. */
export function byHand({ findings }: Review): Finding[] {
  return findings.filter(({ rule }) => BY_HAND.has(rule));
}

function outOfStep({ path, text, was }: WriteFile): string {
  if (was === null) return `${path}: missing`;
  if (text === null) return `${path}:1: nothing is generated here. Expected no file.`;
  const [has, wants] = [linesOf(was), linesOf(text)];
  const at = wants.findIndex((line, index) => line !== has[index]);
  const line = at < 0 ? wants.length : at;
  const from = differsAt(has[line] ?? '', wants[line] ?? '');
  return `${path}:${line + 1}: out-of-step: ${shownLine(has[line], from)}. Expected ${shownLine(wants[line], from)}.`;
}

/** Where two lines begin to differ, in characters. */
function differsAt(one: string, other: string): number {
  const [left, right] = [[...terminalText(one)], [...terminalText(other)]];
  const at = left.findIndex((letter, index) => letter !== right[index]);
  return at < 0 ? left.length : at;
}

/** The line break at the end of a file begins no line. */
function linesOf(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

const LONGEST_LINE = 120;
/** As much is shown before the place that matters, where the beginning of the line would not show it. */
const BEFORE = 40;

function shownLine(line: string | undefined, place: number): string {
  if (line === undefined) return 'nothing';
  const shown = [...terminalText(line)];
  const from = place < LONGEST_LINE - BEFORE ? 0 : place - BEFORE;
  const [before, after] = [from > 0 ? '…' : '', shown.length > from + LONGEST_LINE ? '…' : ''];
  return `"${before}${shown.slice(from, from + LONGEST_LINE).join('')}${after}"`;
}

const BY_HAND: ReadonlySet<string> = new Set([
  'change-log-row-altered',
  'change-log-row-lost',
  'identifier-not-given',
  'metadata-unlogged',
]);

function faultLine({ file, line, message, expected }: Finding): string {
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
  const scripts = reviewed.scripts ?? (await scriptsOf(reviewed));
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
    scripts,
    leftOver: leftOver(generated, scripts, config),
  });
  return inTurns(steps, breathe);
}

/** The second line of a file that holds one object for reading. */
const FOR_READING = /^.*\n-- .+, for reading: the script that is run is /;

/** Files of objects that are gone. What a person put beside them is not ours to take out. */
function leftOver(
  present: readonly SourceFile[],
  scripts: readonly ScriptFile[],
  { targets, layout }: Reviewed['config'],
): readonly string[] {
  const known = new Set(scripts.map(({ file }) => file));
  const folders = targets.map((target) => `${layout.sql}/${target}/`);
  return present
    .filter(({ path }) => !known.has(path) && folders.some((folder) => path.startsWith(folder)))
    .filter((file) => FOR_READING.test(decode(file).text ?? ''))
    .map(({ path }) => path);
}

/** Records of a file that cannot be read would say that its items are gone. */
function refuseUnreadable(problems: readonly ReadProblem[]): void {
  const problem = problems.find(({ severity }) => severity === 'error');
  if (!problem) return;
  const { code, file, line, column, message, expected } = problem;
  const place = line ? `${file}:${line}:${column ?? 1}` : file;
  throw new StewardError({ code, place, found: message, expected: `${expected}; nothing was written` });
}
