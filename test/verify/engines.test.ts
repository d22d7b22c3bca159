/** Every engine answers in the same way, and says in its own words what it refuses; one that is not here says so. */
import type { DatabaseSession, Engine } from '../../src/verify/engine.js';
import { h2 } from '../../src/verify/engines/h2.js';
import { pglite } from '../../src/verify/engines/pglite.js';
import { postgresServer } from '../../src/verify/engines/postgres-server.js';

const ENGINES: readonly Engine<DatabaseSession>[] = [pglite, postgresServer, h2('sqlserver'), h2('oracle')];
const versions = new Map(
  await Promise.all(ENGINES.map(async (engine) => [engine.name, await engine.version()] as const)),
);

const HOSTILE = ["it's", 'a "b" \\ c', 'x\r\ny', '\u{1F600}', '\u0430', 'steward-end true', '{"a": [1]}', ' '];

for (const engine of ENGINES) {
  const here = versions.get(engine.name) === null ? describe.skip : describe;
  if (versions.get(engine.name) === null) process.stderr.write(`skipped, not run here: ${engine.name}\n`);

  here(engine.name, () => {
    let session: DatabaseSession;
    beforeAll(async () => {
      session = await engine.open();
    }, 120_000);
    afterAll(() => session.close());

    test('has a version', () => expect(versions.get(engine.name)).toMatch(/^\d+\.\d+/));

    test('keeps what it is given, to the letter', async () => {
      await session.run('CREATE TABLE ssd_texts (n integer, t varchar(100))');
      for (const [n, text] of HOSTILE.entries()) {
        await session.run(`INSERT INTO ssd_texts (n, t) VALUES (${n}, '${text.replaceAll("'", "''")}')`);
      }
      await session.run('INSERT INTO ssd_texts (n, t) VALUES (99, NULL)');
      const rows = await session.rows('SELECT n, t FROM ssd_texts ORDER BY n');
      expect(rows).toEqual([...HOSTILE.map((text, n) => [String(n), text]), ['99', null]]);
      expect(await session.rows('SELECT n FROM ssd_texts WHERE n > 100')).toEqual([]);
    });

    test('says what it refuses, and goes on', async () => {
      await expect(session.run('CREATE TABEL x (y integer)')).rejects.toThrow(
        new RegExp(`^statement-refused: ${engine.name} says: .*. Expected a statement it takes\\.$`),
      );
      await expect(session.rows('SELECT nothing FROM nowhere')).rejects.toThrow(/says: .*nowhere/i);
      await session.run('CREATE TABLE ssd_after (y integer);');
      expect(await session.rows('SELECT count(*) FROM ssd_after;')).toEqual([['0']]);
    });
  });
}

test('an engine that is not installed is not here', async () => {
  expect(await h2('oracle', '/nowhere/h2.jar').version()).toBeNull();
  await expect(h2('oracle', '/nowhere/h2.jar').open()).rejects.toThrow(
    /^engine-failed: H2 in Oracle mode did not start: /,
  );
});

test('what an engine is worth: PostgreSQL is executed, H2 is compatible and nothing more', () => {
  expect(ENGINES.map(({ name, database, tier }) => [name, database, tier])).toEqual([
    ['PGlite', 'postgresql', 'executed'],
    ['PostgreSQL', 'postgresql', 'executed'],
    ['H2 in MSSQLServer mode', 'sqlserver', 'compatible'],
    ['H2 in Oracle mode', 'oracle', 'compatible'],
  ]);
});
