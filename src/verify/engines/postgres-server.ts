/**
 * The PostgreSQL server where it is installed: a cluster of its own in a temporary folder, reached through a socket in
 * that folder alone, gone with the session. A server never runs as root, so root hands it to the user postgres.
 */
import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DatabaseSession, Engine } from '../engine.js';
import { engineFailed } from '../refused.js';
import { psqlSession } from './psql-session.js';

/** Where Debian has the versions it has. */
const VERSIONS = '/usr/lib/postgresql';
const NAME = 'PostgreSQL';
const run = promisify(execFile);

/** The installed server as an engine; it is the product. */
export const postgresServer: Engine<DatabaseSession> = {
  name: NAME,
  database: 'postgresql',
  tier: 'executed',
  version,
  open,
};

/** Who runs the server; nothing to say where we are not root. */
type User = { readonly uid: number; readonly gid: number } | Record<string, never>;

async function version(): Promise<string | null> {
  const programs = newest();
  if (programs === null || serverUser() === null) return null;
  try {
    const { stdout } = await run(join(programs, 'postgres'), ['--version']);
    return /(\d+(?:\.\d+)+)/.exec(stdout)?.[1] ?? null;
  } catch {
    return null;
  }
}

/** The folder with the programs of the newest version that is here. */
function newest(): string | null {
  if (!existsSync(VERSIONS)) return null;
  const folders = readdirSync(VERSIONS).sort((a, b) => Number(b) - Number(a));
  const programs = folders.map((folder) => join(VERSIONS, folder, 'bin'));
  return programs.find((folder) => existsSync(join(folder, 'postgres'))) ?? null;
}

function serverUser(): User | null {
  if (process.getuid?.() !== 0) return {};
  try {
    const id = (flag: string) =>
      Number(execFileSync('id', [flag, 'postgres'], { stdio: ['ignore', 'pipe', 'ignore'] }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

async function open(): Promise<DatabaseSession> {
  const [programs, user] = [newest(), serverUser()];
  if (programs === null || user === null) throw engineFailed(NAME, 'it is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'steward-pg-'));
  const clear = () => rmSync(folder, { recursive: true, force: true });
  try {
    if ('uid' in user) chownSync(folder, user.uid as number, user.gid as number);
    const server = await startServer(programs, folder, user);
    const session = psqlSession({
      name: NAME,
      command: join(programs, 'psql'),
      connection: `host=${folder} user=postgres dbname=postgres`,
    });
    return {
      ...session,
      close: () =>
        session
          .close()
          .then(() => stop(server))
          .finally(clear),
    };
  } catch (error) {
    clear();
    throw error;
  }
}

async function startServer(programs: string, folder: string, user: User): Promise<ChildProcess> {
  const data = join(folder, 'data');
  const fresh = ['--auth=trust', '--username=postgres', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'];
  await run(join(programs, 'initdb'), [`--pgdata=${data}`, ...fresh], { ...user, cwd: folder }).catch((error) => {
    throw engineFailed(NAME, String(error));
  });
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'fsync=off', 'lc_messages=C'];
  const args = ['-D', data, ...settings.flatMap((setting) => ['-c', setting])];
  const server = spawn(join(programs, 'postgres'), args, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  await ready(server);
  return server;
}

/** The server itself says when it takes connections. */
function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      said = `${said}${text}`.slice(-4_000);
      if (said.includes('ready to accept connections')) resolve();
    });
    server.once('error', (error) => reject(engineFailed(NAME, error.message)));
    server.once('close', () => reject(engineFailed(NAME, said)));
  });
}

/** SIGINT is PostgreSQL's fast shutdown: open sessions are ended. */
function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.once('close', () => resolve());
    if (server.exitCode !== null || !server.kill('SIGINT')) resolve();
  });
}
