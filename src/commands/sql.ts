/** `steward sql`: the generated scripts - printed, written, or held against what the specification gives. */
import { join } from 'node:path';
import { StewardError } from '../errors.js';
import { type LocalSide, loadLocalSide } from '../local/review-local.js';
import { FolderCopy } from '../local/working-copy.js';
import { checkTargets, leftOver, type StaleScript } from '../sql/check-targets.js';
import { coverageWords } from '../sql/coverage.js';
import { loadParser } from '../sql/expressions/parser.js';
import { needsParser, renderTarget, type ScriptFile, type TargetOptions } from '../sql/render-target.js';
import { type Target, targetNamed } from '../sql/targets.js';
import { FINE, MEND, print } from './output.js';
import { authorityCommand } from './sql-authority.js';
import { problemLines } from './sql-problems.js';

/** Options of `steward sql`. */
export interface SqlCommand {
  readonly head: string;
  readonly check: boolean;
  /** One target to print; without it all are written. */
  readonly target?: string;
  /** The code of a local authority whose script is printed, or `all` for what each would get. */
  readonly la?: string;
}

/** Exit 1 when a generated file is not what the specification gives, or the specification asks for what SQL cannot have. */
export async function sqlCommand(folder: string, command: SqlCommand): Promise<number> {
  refuseOldScripts(command);
  const side = await loadLocalSide(folder, command.head);
  if (command.la !== undefined) return authorityCommand(side, { ...command, la: command.la });
  const names = command.target ? [command.target] : side.config.targets;
  const targets = names.map(targetNamed);
  const parse = needsParser(side.specification, targets) ? await loadParser() : null;
  const options = { ...side.config, parse };
  if (command.check) return check(side, targets, options);
  const scripts = targets.map((target) => ({ target, ...renderTarget(side.specification, target, options) }));
  if (command.target) await print(scripts.map(({ text }) => text).join(''));
  else
    await write(
      side,
      scripts.flatMap((script) => [script, ...script.objects]),
    );
  const isMapped = side.specification.cms.length > 0;
  for (const { target, coverage } of isMapped ? scripts : []) {
    process.stderr.write(`${target.name}: ${coverageWords(coverage)}\n`);
  }
  const problems = problemLines(
    scripts.flatMap((script) => script.problems),
    side,
  );
  for (const line of problems) process.stderr.write(line);
  return problems.length === 0 ? FINE : MEND;
}

/** What is written stands beside the specification of the working tree, and must be what that gives. */
function refuseOldScripts({ head, check: isCheck, target, la }: SqlCommand): void {
  if (head === 'worktree' || isCheck || target !== undefined || la !== undefined) return;
  throw new StewardError({
    code: 'not-the-working-tree',
    place: '--head',
    found: `the scripts of ${head} would be written over those of the working tree`,
    expected: '--target to print a script of another revision, --check to compare, or no --head',
  });
}

async function write({ repository }: LocalSide, files: readonly ScriptFile[]): Promise<void> {
  const copy = new FolderCopy(repository.root);
  for (const { file, text } of files) await copy.write(file, text);
  await print(files.map(({ file }) => `${join(repository.root, file)}\n`).join(''));
}

async function check(
  { repository, revision, specification }: LocalSide,
  targets: readonly Target[],
  config: TargetOptions,
): Promise<number> {
  const files = await repository.readFiles(revision, [config.layout.sql]);
  const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  const stale = checkTargets(specification, texts, { targets, config });
  const left = leftOver(specification, [...texts.keys()], { targets, config });
  const lines = [
    ...stale.map(staleLine),
    ...left.map((file) => `${file}:1: nothing is generated here. Expected no file.\n`),
  ];
  const written = stale.length === 0 ? '' : '`steward sql` writes it again.\n';
  await print(lines.length === 0 ? 'The SQL is what the specification gives.\n' : `${lines.join('')}${written}`);
  return lines.length === 0 ? FINE : MEND;
}

function staleLine({ file, line, found, expected }: StaleScript): string {
  const what = line === null ? 'missing' : `${JSON.stringify(found)}. Expected ${JSON.stringify(expected)}`;
  return `${file}:${line ?? 1}: ${what}.\n`;
}
