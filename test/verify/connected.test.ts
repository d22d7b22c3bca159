/** Products of somebody else: what their clients are told, and how they say no. The clients here are played by a shell. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '../../src/local/review-local.js';
import { oracle } from '../../src/sql/dialects/oracle.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { sqlserver } from '../../src/sql/dialects/sqlserver.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { CONNECTABLE, connectedEngine } from '../../src/verify/engines/connected.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { parseSqlServer } from '../../src/verify/parsers/sqlserver-parser.js';
import { preludeOf } from '../../src/verify/prelude.js';
import { prove } from '../../src/verify/prove.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { twin } from '../sql/mapped.js';
import { smallWith } from './small-mapping.js';

const folder = mkdtempSync(join(tmpdir(), 'steward-client-'));
const heard = join(folder, 'heard');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A client that notes what it is told, prints a line, and ends with a code. */
const client = (said: string, code = 0) => `cat > ${heard}; printf '%s\\n' '${said}'; exit ${code}`;

async function told(database: string, statement: string): Promise<string> {
  const session = await connectedEngine(`${database}=${client('fine')}`).open();
  await session.run(statement);
  await session.close();
  return readFileSync(heard, 'utf8');
}

test('each client is told to stop at a fault, and to run the statement once', async () => {
  expect(await told('sqlserver', 'CREATE TABLE a (b int);')).toBe(
    ':ON ERROR EXIT\nSET NOCOUNT ON;\nGO\nCREATE TABLE a (b int);\nGO\n',
  );
  expect(await told('postgresql', 'CREATE TABLE a (b int)')).toBe(
    '\\set ON_ERROR_STOP on\n\\pset tuples_only on\nCREATE TABLE a (b int);\n',
  );
  const oracle = await told('oracle', 'DECLARE\nBEGIN\nNULL;\nEND;');
  expect(oracle).toMatch(/^WHENEVER SQLERROR EXIT FAILURE\n/);
  expect(oracle).toContain('\nSET DEFINE OFF SQLBLANKLINES ON ');
  expect(oracle).toMatch(/\nDECLARE\nBEGIN\nNULL;\nEND;\n\/\nEXIT\n$/);
  expect(await told('oracle', 'CREATE INDEX a ON b (c);')).toMatch(/\nCREATE INDEX a ON b \(c\);\nEXIT\n$/);
});

describe('a script with loads', () => {
  const dated = smallWith({
    'spec/cms/liquid_logic/_sources.yml': `schema: {sqlserver: HDM.Social, oracle: SOCIAL}
tables:
  P: {ID: int key, SEX: str10, KIND: str20, SEEN: dt}
  V: {ID: int key, PERSON: int, NOTE: str200}
  T: {ID: int key, NAME: str100}`,
    'spec/cms/liquid_logic/ssd_person.yml':
      'from: P p\nwhere: p.SEEN < today()\nitems: {PERS001A: p.ID, PERS002A: p.SEX, PERS003A: p.KIND}',
  });

  async function heardOf(
    database: string,
    dialect: typeof oracle,
  ): Promise<{ inputs: string[]; rewrites: string[]; count: number }> {
    const file = join(folder, `${database}-script`);
    const engine = connectedEngine(`${database}=cat >> ${file}; printf '\\n-- end\\n' >> ${file}; echo 1.2`);
    const target = twin('liquid_logic', dialect);
    const prelude = preludeOf(dated, target, engine);
    const statements = trialStatements(dated, target, await loadParser());
    const options = { answers: new Map<string, Answer>(), hash: sha256, prelude };
    const proofs = await prove(statements, engine, options);
    expect(new Set(proofs.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
    const inputs = readFileSync(file, 'utf8').split('\n-- end\n').slice(1, -1);
    return { inputs, rewrites: [...new Set(proofs.flatMap(({ rewrites }) => rewrites))], count: statements.length };
  }

  test('each batch of SQL Server is whole by itself, on sources that stand beside the tables', async () => {
    const { inputs, rewrites, count } = await heardOf('sqlserver', sqlserver);
    const batches = inputs.flatMap((input) => input.split('\nGO\n').slice(1, -1));
    for (const batch of batches) expect(await parseSqlServer(batch)).toEqual([]);
    const load = batches.find((batch) => batch.includes('INSERT INTO ssd_person'));
    expect(load).toMatch(
      /^DECLARE @ssd_today datetime = [^\n]*\nDECLARE @ssd_window_start [^\n]*\nINSERT INTO ssd_person/,
    );
    expect(batches.join()).not.toMatch(/\[HDM\]|\$\(/);
    expect(rewrites).toEqual(['sources without their schema']);
    // Each source, and each statement with its second run, are a process each.
    expect(inputs).toHaveLength(3 + count);
  });

  test('Oracle has its settings as a table, and is told every row on lines that it reads', async () => {
    const { inputs } = await heardOf('oracle', oracle);
    expect(inputs[0]).toContain('CREATE TABLE ssd_extract_settings ');
    expect(inputs.join()).not.toContain('SOCIAL.');
    expect(Math.max(...inputs.flatMap((input) => input.split('\n').map((line) => line.length)))).toBeLessThan(5_000);
  });

  test('PostgreSQL is told the settings before each', async () => {
    const { inputs } = await heardOf('postgresql', postgres);
    for (const input of inputs) {
      expect(input).toMatch(/tuples_only on\nSELECT set_config\('ssd\.years'[^\n]*\nSELECT set_config\('ssd\.today'/);
    }
  });
});

test.each([
  ['sqlserver', 'Msg 2714, Level 16, State 6, Line 1', 0],
  ['sqlserver', 'Sqlcmd: Error', 1],
  ['oracle', 'ORA-00955: name is already used', 0],
  ['oracle', 'SP2-0734: unknown command', 0],
  ['oracle', '', 1],
  ['postgresql', 'ERROR:  relation exists', 0],
  ['postgresql', '', 3],
])('%s refuses with %j and code %d', async (database, said, code) => {
  const session = await connectedEngine(`${database}=${client(said, code)}`).open();
  await expect(session.run('x')).rejects.toThrow(/^statement-refused: [\w ]+, connected says: /);
});

test('a message that is none passes', async () => {
  const session = await connectedEngine(`sqlserver=${client('Msg 5701, Level 10, State 2: changed database')}`).open();
  await session.run('x');
});

test('the version is the product\u2019s own, and a client that does not work is no engine', async () => {
  expect(await connectedEngine(`sqlserver=${client('16.0.4135.4')}`).version()).toBe('16.0.4135.4');
  await expect(connectedEngine('oracle=exit 127').version()).rejects.toThrow(
    'engine-failed: Oracle, connected did not start',
  );
});

test('each database with a client is executed on, and on the product', () => {
  const engines = CONNECTABLE.map((database) => connectedEngine(`${database}=true`));
  expect(engines.map(({ name, database, tier }) => [name, database, tier])).toEqual([
    ['SQL Server, connected', 'sqlserver', 'executed'],
    ['Oracle, connected', 'oracle', 'executed'],
    ['PostgreSQL, connected', 'postgresql', 'executed'],
  ]);
});

test.each(['', 'sqlserver', 'sqlserver=', 'mysql=x', '__proto__=x', 'constructor=x'])('%j is refused', (written) => {
  expect(() => connectedEngine(written)).toThrow(
    /^bad-connection: .*Expected sqlserver=\.\.\., oracle=\.\.\., postgresql=/,
  );
});

test('what is refused is named, but for what may hold a password', () => {
  expect(() => connectedEngine('foo')).toThrow('bad-connection: "foo" is no connection. Expected sqlserver=...');
  expect(() => connectedEngine('mysql=client -p secret')).toThrow('bad-connection: "mysql" is no connection.');
  expect(() => connectedEngine('mysql=client -p secret')).not.toThrow('secret');
});
