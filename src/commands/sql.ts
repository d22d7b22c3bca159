/** `steward sql`: the generated scripts - printed, written, or held against what the specification gives. */
import { join } from 'node:path';
import { type LocalSide, loadLocalSide } from '../local/review-local.js';
import { FolderCopy } from '../local/working-copy.js';
import { checkTargets } from '../sql/check-targets.js';
import { coverageWords } from '../sql/coverage.js';
import { loadParser } from '../sql/expressions/parser.js';
import { needsParser, renderTarget, type TargetOptions } from '../sql/render-target.js';
import { type Target, targetNamed } from '../sql/targets.js';
import { FINE, MEND, print } from './output.js';
import { authorityCommand } from './sql-authority.js';

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
  const side = await loadLocalSide(folder, command.head);
  if (command.la !== undefined) return authorityCommand(side, { ...command, la: command.la });
  const names = command.target ? [command.target] : side.config.targets;
  const targets = names.map(targetNamed);
  const parse = needsParser(side.specification, targets) ? await loadParser() : null;
  const options = { ...side.config, parse };
  if (command.check) return check(side, targets, options);
  const scripts = targets.map((target) => ({ target, ...renderTarget(side.specification, target, options) }));
  for (const script of scripts) {
    if (command.target) await print(script.text);
    else for (const { file, text } of [script, ...script.objects]) await write(side, file, text);
  }
  for (const { target, coverage } of scripts) process.stderr.write(`${target.name}: ${coverageWords(coverage)}\n`);
  const problems = [...new Set(scripts.flatMap((script) => script.problems.map(({ message }) => message)))];
  for (const message of problems) process.stderr.write(`steward: ${message}\n`);
  return problems.length === 0 ? FINE : MEND;
}

async function write({ repository }: LocalSide, file: string, text: string): Promise<void> {
  await new FolderCopy(repository.root).write(file, text);
  await print(`${join(repository.root, file)}\n`);
}

async function check(
  { repository, revision, specification }: LocalSide,
  targets: readonly Target[],
  config: TargetOptions,
): Promise<number> {
  const files = await repository.readFiles(revision, [config.layout.sql]);
  const texts = new Map(files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]));
  const stale = checkTargets(specification, texts, { targets, config });
  for (const { file, line, found, expected } of stale) {
    const what = line === null ? 'missing' : `${JSON.stringify(found)}. Expected ${JSON.stringify(expected)}`;
    await print(`${file}:${line ?? 1}: ${what}.\n`);
  }
  await print(stale.length === 0 ? 'The SQL is what the specification gives.\n' : '`steward sql` writes it again.\n');
  return stale.length === 0 ? FINE : MEND;
}
