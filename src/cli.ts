/** The command line: a thin door. Each command is loaded when it is called. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { StewardError } from './errors.js';

const program = new Command('steward')
  .description('Change governance for data standards kept as YAML: review, identify, record.')
  .version(packageVersion(), '-V, --version', 'print the version')
  .option('-C, --directory <folder>', 'work in this folder', '.')
  .exitOverride()
  .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, 'steward: ')) });

const base = () =>
  new Option('--base <revision>', 'compare with this revision (default: the merge base with main)').argParser(revision);
const head = () =>
  new Option('--head <revision>', 'the revision to judge, or "worktree" for the working tree')
    .default('worktree')
    .argParser(revision);
const request = () =>
  new Option('--request <name>', 'name of the change request (default: the branch)').argParser(requestName);

let exitCode = 0;
/** Runs a command's own module in the chosen folder. */
const run = (command: (folder: string) => Promise<number>) => async () => {
  exitCode = await command(program.opts<{ directory: string }>().directory);
};

const review = program.command('review').description('what changed, what it is, who is hit, and what must be decided');
review
  .addOption(base())
  .addOption(head())
  .addOption(request())
  .addOption(new Option('--format <format>').choices(['text', 'markdown', 'json', 'html']).default('text'))
  .option('-o, --output <file>', 'write to this file')
  .addOption(
    new Option('--verify [tier]', 'try the statements of changed objects on the engines that are here').choices([
      'executed',
      'compatible',
      'parsed',
    ]),
  )
  .action(run(async (folder) => (await import('./commands/review.js')).reviewCommand(folder, review.opts())));

const record = program
  .command('record')
  .description('write identifiers, change log, metadata blocks, CHANGELOG.md and SQL');
record
  .addOption(base())
  .addOption(request())
  .option('--dry-run', 'print the plan as JSON and write nothing', false)
  .action(run(async (folder) => (await import('./commands/records.js')).recordCommand(folder, record.opts())));

const check = program.command('check').description('prove that all records agree');
check
  .addOption(base())
  .addOption(head())
  .addOption(request())
  .action(run(async (folder) => (await import('./commands/records.js')).checkCommand(folder, check.opts())));

const lint = program.command('lint').description('every fault of the specification, with its place and how to mend it');
lint
  .addOption(head())
  .addOption(new Option('--format <format>').choices(['text', 'json']).default('text'))
  .option('--notes', 'list the notes too', false)
  .action(run(async (folder) => (await import('./commands/lint.js')).lintCommand(folder, lint.opts())));
program
  .command('rules')
  .description('what lint checks, and why')
  .action(run(async () => (await import('./commands/lint.js')).rulesCommand()));

const sql = program.command('sql').description('generate the SQL of every target');
sql
  .addOption(head())
  .option('--check', 'only say which files are not what the specification gives', false)
  .option('--target <target>', 'print the script of one target, such as mosaic.sqlserver')
  .addOption(
    new Option('--la <code>', 'print the script of a local authority, such as 845; "all" lists what each would get')
      .argParser(authorityCode)
      .conflicts('check'),
  )
  .action(run(async (folder) => (await import('./commands/sql.js')).sqlCommand(folder, sql.opts())));

const register = () =>
  new Option('--register <revision>', 'where the record of decisions is (default: spec-steward/register)').argParser(
    revision,
  );
const outlineFormat = () => new Option('--format <format>').choices(['text', 'markdown', 'json']).default('text');

const history = program
  .command('history')
  .description('what was decided about an item or a change, when, by whom, in which words')
  .argument('<item>', 'an item such as PERS001A, or an identifier such as SSD-0031');
history
  .addOption(head())
  .addOption(register())
  .addOption(outlineFormat())
  .action((item: string) =>
    run(async (folder) => (await import('./commands/history.js')).historyCommand(folder, item, history.opts()))(),
  );

const audit = program
  .command('audit')
  .description('has every agreed change a decision that covers it, and was every merge agreed to?');
audit
  .addOption(
    new Option('--head <revision>', 'the branch to audit (default: that of the configuration)').argParser(revision),
  )
  .addOption(
    new Option('--since <revision>', 'judge what came after this (default: where the register began)').argParser(
      revision,
    ),
  )
  .addOption(register())
  .addOption(outlineFormat())
  .action(run(async (folder) => (await import('./commands/audit.js')).auditCommand(folder, audit.opts())));

const policy = program.command('policy').description('who agrees to what, in plain words, and what cannot work in it');
policy
  .addOption(head())
  .addOption(outlineFormat())
  .action(run(async (folder) => (await import('./commands/policy.js')).policyCommand(folder, policy.opts())));

const verify = program
  .command('verify')
  .description('try every statement on the engines that are here, and say what that proves');
verify
  .addOption(head())
  .option('--cms <cms>', 'only the scripts of this CMS, such as mosaic')
  .addOption(
    new Option('--tier <tier>', 'only this kind of evidence').choices(['executed', 'compatible', 'twin', 'parsed']),
  )
  .addOption(
    new Option('--connect <database=command>', 'a product that runs elsewhere, by the command of its client')
      .argParser((value: string, before: string[]) => [...before, value])
      .default([], 'none'),
  )
  .addOption(new Option('--format <format>').choices(['text', 'json', 'markdown']).default('text'))
  .action(run(async (folder) => (await import('./commands/verify.js')).verifyCommand(folder, verify.opts())));

const sandbox = program
  .command('sandbox')
  .description('the App at work on a double of GitHub, with one page to watch it and take part; no account');
sandbox
  .option('--once', 'print how the pull request stands, before and after it is mended, and end', false)
  .addOption(
    new Option('--port <number>', 'port of the page (default: 4040, or any that is free)').argParser(portNumber),
  )
  .action(run(async () => (await import('./commands/sandbox.js')).sandboxCommand(sandbox.opts())));

program
  .command('serve')
  .description('the GitHub App itself; the environment configures it, see .env.example')
  .action(run(async (folder) => (await import('./commands/serve.js')).serveCommand(folder)));

const repo = () =>
  new Option('--repo <owner/name>', 'the repository on GitHub (default: the origin of the clone)').argParser(
    repositoryName,
  );

const doctor = program
  .command('doctor')
  .description('is the App installed as it must be? What is wrong, and how to mend it');
doctor
  .addOption(
    new Option('--repo <owner/name>', 'only this repository (default: all that the App is installed in)').argParser(
      repositoryName,
    ),
  )
  .action(run(async (folder) => (await import('./commands/doctor.js')).doctorCommand(folder, doctor.opts())));

const reconcile = program.command('reconcile').description('one look of the App at one pull request, by hand');
reconcile
  .addOption(repo())
  .addOption(new Option('--pull <number>', 'the pull request').argParser(pullNumber).makeOptionMandatory())
  .option('--dry-run', 'print the plan as JSON and do nothing', false)
  .action(run(async (folder) => (await import('./commands/reconcile.js')).reconcileCommand(folder, reconcile.opts())));

const agenda = program
  .command('agenda')
  .description('the meeting pack: every open change request on a page of its own, with the votes that are missing');
agenda
  .addOption(repo())
  .addOption(new Option('--format <format>').choices(['text', 'markdown', 'html']).default('text'))
  .addOption(new Option('--meeting <date>', 'day of the meeting, for the commands that minute it').argParser(day))
  .option('-o, --output <file>', 'write to this file')
  .action(run(async (folder) => (await import('./commands/agenda.js')).agendaCommand(folder, agenda.opts())));

const simulate = policy
  .command('simulate')
  .description('what if somebody said something on a pull request: how it stands now, and then');
simulate
  .addOption(repo())
  .addOption(new Option('--pr <number>', 'the pull request').argParser(pullNumber).makeOptionMandatory())
  .addOption(
    new Option('--as <login:command>', 'who says what, such as priya-essex:approve; may be given several times')
      .argParser((value: string, others: readonly string[] = []) => [...others, value])
      .makeOptionMandatory(),
  )
  .addOption(outlineFormat())
  .action(run(async (folder) => (await import('./commands/policy.js')).simulateCommand(folder, simulate.opts())));

/** The package's own, which stands one folder above the source as above the bundle. */
function packageVersion(): string {
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}

/** A revision that begins with a dash would be an option to git. */
function revision(value: string): string {
  if (value === '' || value.startsWith('-') || /[\s\p{Cc}]/u.test(value))
    throw new InvalidArgumentError('Expected a revision.');
  return value;
}

function requestName(value: string): string {
  const name = value.replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  if (name === '' || name.length > 100) throw new InvalidArgumentError('Expected a name of at most 100 characters.');
  return name;
}

function portNumber(value: string): number {
  if (!/^[0-9]{1,5}$/.test(value) || Number(value) > 65_535) throw new InvalidArgumentError('Expected a port.');
  return Number(value);
}

function repositoryName(value: string): string {
  if (!/^[\w-]+\/(?!\.{1,2}$)[\w.-]+$/.test(value)) throw new InvalidArgumentError('Expected owner/name.');
  return value;
}

function authorityCode(value: string): string {
  if (!/^(?:all|\d{3})$/.test(value)) throw new InvalidArgumentError('Expected a code of three digits, or all.');
  return value;
}

function pullNumber(value: string): number {
  if (!/^[1-9][0-9]{0,8}$/.test(value)) throw new InvalidArgumentError('Expected the number of a pull request.');
  return Number(value);
}

function day(value: string): string {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(value))
    throw new InvalidArgumentError('Expected a day such as 2026-11-20.');
  return value;
}

try {
  await program.parseAsync();
} catch (error) {
  exitCode = failure(error);
}
process.exitCode = exitCode;

/** What a proposal wrote cannot move the cursor. */
function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
}

/** Wrong use and what a person can mend is one line; a fault of ours shows its trace. Both are exit 2. */
function failure(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof StewardError) console.error(`steward: ${plainLine(error.message)}`);
  else console.error('steward: internal error', error);
  return 2;
}
