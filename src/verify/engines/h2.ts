/**
 * H2 (Debian's libh2-java), which reads the SQL of SQL Server or of Oracle in a mode of its own. It is compatible, not
 * the product. One JVM serves both modes; it ends with its last session.
 */
import { execFile } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../local/bundled.js';
import type { DatabaseSession, Engine, Row } from '../engine.js';
import { engineFailed, refused } from '../refused.js';
import { LineProcess } from './line-process.js';

/** Where Debian has it. */
const JAR = '/usr/share/java/h2.jar';

const MODES: Readonly<Record<string, string>> = { sqlserver: 'MSSQLServer', oracle: 'Oracle' };

/** H2 as an engine for the SQL of one database: `sqlserver` or `oracle`. */
export function h2(database: 'sqlserver' | 'oracle', jar = JAR): Engine<DatabaseSession> {
  const name = `H2 in ${MODES[database]} mode`;
  return {
    name,
    database,
    tier: 'compatible',
    version: () => versionOf(jar),
    open: () => openSession(name, { mode: MODES[database] ?? '', jar }),
  };
}

/** Where the product puts rows without a value: SQL Server before all others, Oracle behind. */
const NULL_ORDER: Readonly<Record<string, string>> = { MSSQLServer: 'LOW', Oracle: 'HIGH' };

/** A source file is run as it is, so a JVM without a compiler is as good as none. */
async function versionOf(jar: string): Promise<string | null> {
  if (!existsSync(jar)) return null;
  try {
    const { stdout } = await promisify(execFile)('java', ['--list-modules']);
    if (!stdout.includes('jdk.compiler')) return null;
    return /(\d+(?:\.\d+)+)/.exec(basename(realpathSync(jar)))?.[1] ?? 'unknown version';
  } catch {
    return null;
  }
}

interface Jvm {
  readonly process: LineProcess;
  users: number;
}

/** The running JVM of each jar, while it has users. */
const running = new Map<string, Jvm>();
let opened = 0;

async function openSession(name: string, { mode, jar }: { mode: string; jar: string }): Promise<DatabaseSession> {
  const jvm = running.get(jar) ?? { process: started(jar), users: 0 };
  running.set(jar, jvm);
  jvm.users += 1;
  opened += 1;
  const session = `s${opened}`;
  const ask = async (verb: string, text: string) => {
    const answer = await jvm.process.ask(`${verb} ${session} ${Buffer.from(text).toString('base64')}`);
    const [kind = '', said = ''] = answer.split(' ');
    return { kind, said: Buffer.from(said, 'base64').toString() };
  };
  const expectAnswer = async (verb: string, text: string) => {
    const { kind, said } = await ask(verb, text);
    if (kind === 'no') throw refused(name, fault(said));
    return said;
  };
  // Words that are names in either product.
  const nulls = NULL_ORDER[mode];
  const url = `jdbc:h2:mem:;MODE=${mode};DEFAULT_NULL_ORDERING=${nulls};CASE_INSENSITIVE_IDENTIFIERS=TRUE;NON_KEYWORDS=DAY,MONTH,YEAR,VALUE`;
  const first = await ask('open', url).catch((error: Error) => ({ kind: 'no', said: error.message }));
  if (first.kind === 'no') {
    await release(jar, jvm);
    throw engineFailed(name, first.said);
  }
  return {
    run: async (statement) => {
      await expectAnswer('run', statement);
    },
    rows: async (query) => JSON.parse(await expectAnswer('rows', query)) as readonly Row[],
    close: async () => {
      await ask('close', '').finally(() => release(jar, jvm));
    },
  };
}

/** The last user ends the JVM. */
async function release(jar: string, jvm: Jvm): Promise<void> {
  jvm.users -= 1;
  if (jvm.users > 0) return;
  if (running.get(jar) === jvm) running.delete(jar);
  await jvm.process.end();
}

function started(jar: string): LineProcess {
  const args = ['-Xshare:auto', '-cp', jar, join(packageRoot(), 'java', 'H2Session.java')];
  return new LineProcess({ name: 'H2', command: 'java', args });
}

/** What is wrong; the statement, which H2 says again around it, is known. */
function fault(said: string): string {
  return said
    .replace(/ \[[0-9A-Z]{5}-\d+\]$/, '')
    .replace(/; SQL statement:\n.*/s, '')
    .replace(/ in SQL statement ".*"(?=; expected|$)/s, '');
}
