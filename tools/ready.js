// Makes a fresh clone ready: installs the packages and builds the command where they are missing or out of date.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a program in the clone with its output shown; returns its exit code. */
export function run(program, args, options = {}) {
  const shell = process.platform === 'win32';
  return spawnSync(program, args, { cwd: root, stdio: 'inherit', shell, ...options }).status ?? 1;
}

/** Installs exactly what package-lock.json names, unless it is there. Ends the process when that fails. */
export function install() {
  const installed = join(root, 'node_modules/.package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return;
  console.log('Installing packages (once) ...');
  const code = run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  if (code !== 0) process.exit(code);
}

/** Builds dist/steward.js when a source file is newer. Ends the process when that fails. */
export function build() {
  const bundle = join(root, 'dist/steward.js');
  if (
    existsSync(bundle) &&
    statSync(bundle).mtimeMs >= Math.max(newest(join(root, 'src')), newest(join(root, 'sandbox')))
  )
    return;
  const code = run(process.execPath, ['tools/build.js']);
  if (code !== 0) process.exit(code);
}

function newest(folder) {
  const files = readdirSync(folder, { recursive: true }).map((name) => statSync(join(folder, name)));
  return Math.max(...files.map((stat) => stat.mtimeMs));
}
