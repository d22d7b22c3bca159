/** A running psql as a session: it says of every statement whether it went well, and gives rows on one line. */
import type { DatabaseSession } from '../engine.js';
import { refused } from '../refused.js';
import { jsonQuery, jsonRows } from './json-rows.js';
import { LineProcess } from './line-process.js';

/** Which psql, of which server, and how people call it. */
export interface PsqlOptions {
  readonly name: string;
  readonly command: string;
  /** Connection as psql takes it: a URI or `host=... user=...`. */
  readonly connection: string;
}

/** Ends every answer; no row of ours is this. */
const END = 'steward-end';

const isEnd = (line: string) => line.startsWith(`${END} `);

/** Opens a session; the first question tells whether there is a connection at all. */
export function psqlSession({ name, command, connection }: PsqlOptions): DatabaseSession {
  const args = ['--no-psqlrc', '--quiet', '--tuples-only', '--no-align', '--dbname', connection];
  const env = { ...process.env, PGCLIENTENCODING: 'UTF8', LC_ALL: 'C' };
  const psql = new LineProcess({ name, command, args, env });
  const ask = async (statement: string, into: string) => {
    const sent = `${statement.trim().replace(/;$/, '')}\n\\g ${into}\n\\echo :LAST_ERROR_MESSAGE\n\\echo ${END} :ERROR`;
    const lines = (await psql.ask(sent, isEnd)).split('\n');
    if (lines.at(-1) === `${END} true`) throw refused(name, lines.slice(0, -1).join(' '));
    return lines[0] ?? '';
  };
  return {
    run: async (statement) => {
      await ask(statement, '/dev/null');
    },
    rows: async (query) => {
      const line = await ask(`SELECT ${onOneLine(`(${jsonQuery(query)})`)}`, '');
      return jsonRows(Buffer.from(line, 'base64').toString());
    },
    close: () => psql.end(),
  };
}

function onOneLine(text: string): string {
  return `translate(encode(convert_to(${text}, 'UTF8'), 'base64'), E'\\n', '')`;
}
