/**
 * A product that somebody else runs, reached through its own command line client: `sqlcmd`, `sqlplus`, `psql`. What is
 * run at once is a process of its own, because that is the one way in which every client says whether it went well; what
 * holds only as long as the client is said again to each.
 * The database has to be an empty one: what is there already is left as it is, and nothing of it is shown.
 */
import { spawn } from 'node:child_process';
import { StewardError } from '../../errors.js';
import type { Engine, Session } from '../engine.js';
import { engineFailed, refused } from '../refused.js';

interface Client {
  /** The product; the word beside it keeps it apart from one that is installed here. */
  readonly name: string;
  readonly versionQuery: string;
  /** The input that runs statements, each after those that are said again, and fails where one fails. */
  readonly input: (statements: readonly string[], again: readonly string[]) => string;
  /** What holds only as long as the client. */
  readonly passing: RegExp;
  /** What the client prints of faults that its exit code keeps to itself. */
  readonly fault: RegExp;
}

const ended = (statement: string) => (statement.trimEnd().endsWith(';') ? statement : `${statement};`);
/** A block ends with the slash; a plain statement that had one too would run twice. */
const oracleStatement = (statement: string) =>
  /^\s*(?:DECLARE|BEGIN)\b/i.test(statement) ? `${statement}\n/` : ended(statement);

const CLIENTS: Readonly<Record<string, Client>> = {
  sqlserver: {
    name: 'SQL Server, connected',
    versionQuery: "SELECT CAST(SERVERPROPERTY('ProductVersion') AS nvarchar(128));",
    // A variable holds as long as its batch.
    input: (statements, again) => {
      const batches = statements.map((statement) => [...again, statement, 'GO', ''].join('\n'));
      return `:ON ERROR EXIT\nSET NOCOUNT ON;\nGO\n${batches.join('')}`;
    },
    passing: /^DECLARE @/,
    fault: /^Msg \d+, Level (?:1[1-9]|2\d),/m,
  },
  oracle: {
    name: 'Oracle, connected',
    versionQuery: 'SELECT version_full FROM product_component_version FETCH FIRST 1 ROW ONLY;',
    input: (statements) =>
      [
        'WHENEVER SQLERROR EXIT FAILURE',
        'WHENEVER OSERROR EXIT FAILURE',
        'SET DEFINE OFF SQLBLANKLINES ON FEEDBACK OFF HEADING OFF PAGESIZE 0',
        ...statements.map(oracleStatement),
        'EXIT',
        '',
      ].join('\n'),
    passing: /^(?!)/,
    fault: /^(?:SP2|ORA|PLS)-\d+/m,
  },
  postgresql: {
    name: 'PostgreSQL, connected',
    versionQuery: 'SHOW server_version;',
    input: (statements, again) =>
      ['\\set ON_ERROR_STOP on', '\\pset tuples_only on', ...[...again, ...statements].map(ended), ''].join('\n'),
    passing: /^SELECT set_config\(/,
    fault: /^ERROR: /m,
  },
};

/** The databases that a client can be named for. */
export const CONNECTABLE: readonly string[] = Object.keys(CLIENTS);

/**
 * Takes `sqlserver=sqlcmd -S localhost -d trial ...`, gives the engine. The command is run by the shell, so that it may
 * take secrets from the environment. Throws `bad-connection` for anything else.
 */
export function connectedEngine(written: string): Engine {
  const [, database = '', command = ''] = /^(\w+)=(.+)$/s.exec(written) ?? [];
  const client = CLIENTS[database];
  if (client === undefined || !Object.hasOwn(CLIENTS, database)) {
    const expected = `${CONNECTABLE.join('=..., ')}=... with the command of its client, sqlserver=sqlcmd -S localhost for one`;
    // What follows the sign may hold a password.
    const [begin = ''] = written.split(/[\s=]/, 1);
    throw new StewardError({
      code: 'bad-connection',
      place: '',
      found: `${JSON.stringify(begin)} is no connection`,
      expected,
    });
  }
  return {
    name: client.name,
    database,
    tier: 'executed',
    version: async () => {
      const { isFine, said } = await sent(command, client, client.input([client.versionQuery], []));
      if (!isFine) throw engineFailed(client.name, said);
      return /\d+(?:\.\d+)+/.exec(said)?.[0] ?? 'unknown version';
    },
    open: async () => session(command, client),
  };
}

function session(command: string, client: Client): Session {
  const again: string[] = [];
  const runAll = async (statements: readonly string[]) => {
    again.push(...statements.filter((statement) => client.passing.test(statement)));
    const others = statements.filter((statement) => !client.passing.test(statement));
    if (others.length === 0) return;
    const { isFine, said } = await sent(command, client, client.input(others, again));
    if (!isFine) throw refused(client.name, said);
  };
  return { run: (statement) => runAll([statement]), runAll, close: async () => undefined };
}

function sent(command: string, { fault }: Client, input: string): Promise<{ isFine: boolean; said: string }> {
  return new Promise((resolve) => {
    const shell = spawn('sh', ['-c', command], { stdio: 'pipe' });
    let said = '';
    const hear = (text: string) => {
      said = `${said}${text}`.slice(-2_000);
    };
    shell.stdout.setEncoding('utf8').on('data', hear);
    shell.stderr.setEncoding('utf8').on('data', hear);
    // A client that ends before it has read all says so by its exit code.
    shell.stdin.on('error', () => undefined);
    shell.on('error', (error) => resolve({ isFine: false, said: error.message }));
    shell.on('close', (code) => resolve({ isFine: code === 0 && !fault.test(said), said }));
    shell.stdin.end(input);
  });
}
