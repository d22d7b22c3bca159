// What is measured on: throw-away repositories and folders.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** The files below the entries of a folder as texts by path. */
export function readTexts(folder, entries) {
  const paths = entries.flatMap((entry) => {
    if (!existsSync(join(folder, entry))) return [];
    const below = readdirSync(join(folder, entry), { recursive: true, withFileTypes: true });
    return below.filter((file) => file.isFile()).map((file) => relative(folder, join(file.parentPath, file.name)));
  });
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** Writes texts by path into a folder. */
export function writeTexts(folder, texts) {
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A repository whose `main` is the base, with the branch `proposal` checked out. */
export function makeRepository(folder, base, head) {
  writeTexts(folder, base);
  git(folder, 'init', '--quiet', '--initial-branch=main');
  commit(folder, 'base');
  git(folder, 'checkout', '--quiet', '-b', 'proposal');
  writeTexts(folder, new Map([...head].filter(([path, text]) => text !== base.get(path))));
  const gone = [...base.keys()].filter((path) => !head.has(path));
  if (gone.length > 0) git(folder, 'rm', '--quiet', '--', ...gone);
  commit(folder, 'proposal');
  return folder;
}

/** Throws away what earlier runs cached. */
export function forget(folder) {
  rmSync(join(folder, '.git', 'spec-steward'), { recursive: true, force: true });
}

/** Takes back what a command wrote. */
export function restore(folder) {
  git(folder, 'checkout', '--quiet', '.');
  git(folder, 'clean', '--quiet', '--force', '-d');
}

/** The different YAML texts of two revisions, one file each. */
export function writeBlobs(folder, base, head) {
  const yaml = [...base, ...head].filter(([path]) => path.endsWith('.yml')).map(([, text]) => text);
  writeTexts(folder, new Map([...new Set(yaml)].map((text, index) => [`${index}.yml`, text])));
  return folder;
}

function commit(folder, message) {
  git(folder, 'add', '--all');
  git(folder, '-c', 'user.name=bench', '-c', 'user.email=bench@example.org', 'commit', '--quiet', '-m', message);
}

function git(folder, ...args) {
  const quiet = ['-c', 'core.autocrlf=false', '-c', 'commit.gpgsign=false', '-c', 'gc.auto=0'];
  execFileSync('git', ['-C', folder, ...quiet, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });
}
