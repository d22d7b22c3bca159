// `npm start`: shows Spec Steward at work on a demonstration proposal. Nothing is needed but Node, git and npm.
// At a terminal it serves a page until Ctrl-C; with --once, in CI, or into a pipe it prints the outcome and ends.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { build, install, root } from './ready.js';

install();
build();

const isWatched = process.stdout.isTTY && !['true', '1'].includes(process.env.CI ?? '');
const wished = process.argv.slice(2);
const args = isWatched || wished.includes('--once') ? wished : [...wished, '--once'];
const sandbox = spawn(process.execPath, [join(root, 'bin/steward'), 'sandbox', ...args], { stdio: 'inherit' });

// Ctrl-C reaches the sandbox as well, which then cleans up; this process only waits for it.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => sandbox.kill('SIGTERM'));
sandbox.on('exit', (code) => process.exit(code ?? 1));
