/** One git command at a time, without anybody's settings in the way. */
import { spawn } from 'node:child_process';

/** How a git command ended, and what it wrote. */
export interface GitResult {
  readonly code: number;
  readonly out: Buffer;
  readonly err: string;
}

/** The environment of every git process of the twin. */
export const GIT_ENVIRONMENT: NodeJS.ProcessEnv = {
  PATH: process.env.PATH,
  HOME: '/nowhere',
  LC_ALL: 'C',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
};

/** Runs git in a bare repository; resolves whatever the exit code is. Rejects where git cannot be started. */
export function run(folder: string, args: readonly string[], input = ''): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', ['--git-dir', folder, ...args], { env: GIT_ENVIRONMENT });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) =>
      resolve({ code: code ?? 1, out: Buffer.concat(out), err: Buffer.concat(err).toString() }),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}

/** Runs git and gives its output; throws an Error with git's own words when it fails. */
export async function output(folder: string, args: readonly string[], input = ''): Promise<string> {
  const { code, out, err } = await run(folder, args, input);
  if (code === 0) return out.toString();
  throw new Error(`git ${args[0]} failed in ${folder}: ${err.trim() || `exit ${code}`}`);
}
