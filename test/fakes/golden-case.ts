/** A golden case as it lies on the disk: `test/cases/NAME/`. What the parts are is told in test/cases.test.ts. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from '../../src/specification/source-file.js';
import { type Files, fileOf } from './memory-repository.js';

export const CASES = fileURLToPath(new URL('../cases', import.meta.url));

export interface GoldenCase {
  readonly base: Files;
  readonly head: Files;
  /** States before the base, newest first. */
  readonly earlier: readonly Files[];
  readonly request: string;
  readonly statements: readonly string[];
}

interface PullRequest {
  readonly request?: string;
  /** Its text and the messages of its commits. */
  readonly statements?: readonly string[];
  /** Files that it deletes. */
  readonly removes?: readonly string[];
}

/** A file of the head that no working copy, or no person, would want to hold. */
interface OddFile {
  readonly path: string;
  readonly kind?: SourceFile['kind'];
  /** The file is this text, repeated. */
  readonly text?: string;
  readonly times?: number;
}

/** Where cases begin that bring no base of their own: two objects in step with their records. */
const STANDARD = join(CASES, 'standard');

/** Names of all cases: the folders that have a note. */
export function caseNames(): string[] {
  return readdirSync(CASES).filter((name) => existsSync(join(CASES, name, 'note.md')));
}

/** The input of one case. */
export function readCase(name: string): GoldenCase {
  const folder = join(CASES, name);
  const pull = readJson<PullRequest>(join(folder, 'pull-request.json'), {});
  const odd: readonly OddFile[] = readJson(join(folder, 'odd-files.json'), []);
  const own = join(folder, 'base');
  const base = new Map(readFiles(existsSync(own) ? own : STANDARD));
  const head = new Map([...base, ...readFiles(join(folder, 'head')), ...odd.map(oddFile)]);
  for (const path of pull.removes ?? []) head.delete(path);
  return {
    base,
    head,
    earlier: foldersIn(join(folder, 'earlier')).map((state) => new Map(readFiles(state))),
    request: pull.request ?? 'pull request 12',
    statements: pull.statements ?? [],
  };
}

/** The expected texts by path below `expected/`. */
export function readExpected(name: string): Record<string, string> {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const files = readFiles(join(CASES, name, 'expected'));
  return Object.fromEntries(files.map(([path, { bytes }]) => [path, decoder.decode(bytes)]));
}

/** Replaces `expected/`. */
export function writeExpected(name: string, texts: Readonly<Record<string, string>>): void {
  const folder = join(CASES, name, 'expected');
  rmSync(folder, { recursive: true, force: true });
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function readFiles(folder: string): [string, SourceFile][] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return paths.map((path) => {
    const inside = path.split(sep).join(posix.sep);
    return [inside, fileOf(inside, new Uint8Array(readFileSync(join(folder, path))))];
  });
}

function oddFile({ path, kind = 'file', text = '', times = 1 }: OddFile): [string, SourceFile] {
  return [path, { ...fileOf(path, text.repeat(times)), kind }];
}

function foldersIn(folder: string): string[] {
  return existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
    : [];
}

function readJson<T>(path: string, otherwise: T): T {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : otherwise;
}
