/** A git repository for one test file, thrown away at its end; nobody's settings reach it. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { StewardError } from '../../src/errors.js';

const WHO = { name: 'Test', email: 'test@example.org', date: '2024-02-01T12:00:00Z' };

const ENVIRONMENT = {
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: WHO.name,
  GIT_AUTHOR_EMAIL: WHO.email,
  GIT_AUTHOR_DATE: WHO.date,
  GIT_COMMITTER_NAME: WHO.name,
  GIT_COMMITTER_EMAIL: WHO.email,
  GIT_COMMITTER_DATE: WHO.date,
};

/** A folder below the system's own for temporary files. */
export function temporaryFolder(): string {
  return realpathSync(mkdtempSync(join(tmpdir(), 'steward-local-')));
}

/** Where tests may do what they like. */
export class Clone {
  readonly root = temporaryFolder();

  constructor() {
    this.git('init', '--quiet', '-b', 'main');
  }

  /** What git says, without the last line break. */
  git(...args: string[]): string {
    return this.feed('', ...args);
  }

  /** The same, with something to read. */
  feed(input: string, ...args: string[]): string {
    const options = { cwd: this.root, env: ENVIRONMENT, input, stdio: ['pipe', 'pipe', 'pipe'] as const };
    return execFileSync('git', args, { ...options, stdio: [...options.stdio] })
      .toString()
      .replace(/\n$/, '');
  }

  write(path: string, content: string | Uint8Array): this {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), content);
    return this;
  }

  link(path: string, target: string): this {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    symlinkSync(target, join(this.root, path));
    return this;
  }

  remove(path: string): this {
    rmSync(join(this.root, path), { recursive: true, force: true });
    return this;
  }

  /** Commits everything there is; gives the commit's id. */
  commit(message: string): string {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** Puts another repository's commit at a path of the next commit, as a submodule is. */
  submodule(path: string): this {
    this.git('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},${path}`);
    return this;
  }

  end(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** `code: what was found` of the error that a promise ends in. */
export async function refusalOf(promise: Promise<unknown>): Promise<string> {
  const error = await promise.then(
    () => new Error('nothing was refused'),
    (thrown: unknown) => thrown,
  );
  if (error instanceof StewardError) return `${error.detail.code}: ${error.detail.found}`;
  throw error;
}
