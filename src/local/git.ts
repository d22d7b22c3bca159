/** One git command at a time, without the user's settings in the way. */
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { StewardError } from '../errors.js';

/** How a git command ended, and what it wrote. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Options before every command: no pager, plain paths, no helpers. */
export const QUIET = [
  '--no-pager',
  '-c',
  'core.quotepath=false',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'log.showSignature=false',
];

/** No prompts, no locks for reading, English words, and paths that are only paths. */
export const GIT_ENVIRONMENT: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_LITERAL_PATHSPECS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
};

/** Runs git; resolves whatever the exit code is. Throws `no-git` where git is not installed. */
export function runGit(folder: string, args: readonly string[], input = ''): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = start(folder, args);
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => reject(spawnError(error, folder)));
    child.on('close', (code) =>
      resolve({ code: code ?? 1, stdout: Buffer.concat(out), stderr: Buffer.concat(err).toString() }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** A folder that is missing is an event later, one that is a file is thrown at once. */
function start(folder: string, args: readonly string[]): ChildProcessWithoutNullStreams {
  try {
    return spawn('git', [...QUIET, ...args], { cwd: folder, env: GIT_ENVIRONMENT });
  } catch (error) {
    throw spawnError(error as NodeJS.ErrnoException, folder);
  }
}

/** Runs git and gives its output as text; a failure is `git-failed` with git's own words. */
export async function git(folder: string, args: readonly string[], input = ''): Promise<string> {
  const { code, stdout, stderr } = await runGit(folder, args, input);
  if (code === 0) return stdout.toString();
  throw new StewardError({
    code: 'git-failed',
    place: folder,
    found: `git ${args[0]} said: ${stderr.trim() || `exit ${code}`}`,
    expected: '',
  });
}

/** Throws `shallow-clone`: a history that is cut off would look like one in which nothing happened. */
export async function refuseShallow(root: string): Promise<void> {
  if ((await git(root, ['rev-parse', '--is-shallow-repository'])).trim() !== 'true') return;
  throw new StewardError({
    code: 'shallow-clone',
    place: '',
    found: 'this clone has only part of the history',
    expected: 'all of it: git fetch --unshallow',
  });
}

/** A git or a folder that is missing, said as such. */
export function spawnError(error: NodeJS.ErrnoException, folder: string): Error {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') return error;
  return new StewardError({
    code: 'no-git',
    place: folder,
    found: 'git or the folder is missing',
    expected: 'git installed, and a folder',
  });
}
