/** The same mapping on two products: Liquid Logic's tables on H2 and on PostgreSQL, row for row. */
import { sha256 } from '../../src/local/review-local.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { targetNamed } from '../../src/sql/targets.js';
import type { DatabaseSession, Engine } from '../../src/verify/engine.js';
import { compatibleEngine, twinEngine } from '../../src/verify/engines.js';
import { preludeOf, twinTexts } from '../../src/verify/prelude.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { proveTwin, type TwinSide } from '../../src/verify/twin.js';
import { mappedStandard, twin } from '../sql/mapped.js';

const standard = mappedStandard();
const target = targetNamed('liquid_logic.sqlserver');
const other = twin('liquid_logic', postgres);
const parse = await loadParser();
const compatible = compatibleEngine('sqlserver') as Engine<DatabaseSession>;

const own = (): TwinSide => ({
  target,
  engine: compatible,
  statements: trialStatements(standard, target, parse),
  prelude: preludeOf(standard, target, compatible, twinTexts(target)[0]),
});

async function onPostgres(engine?: Engine<DatabaseSession>): Promise<TwinSide> {
  const product = engine ?? (await twinEngine());
  return {
    target: other,
    engine: product,
    statements: trialStatements(standard, other, parse),
    prelude: preludeOf(standard, other, product, twinTexts(target)[1]),
  };
}

const absent: Engine<DatabaseSession> = { ...compatible, version: async () => null };

test('no table differs, and nearly all have rows to compare', async () => {
  const proofs = await proveTwin([own(), await onPostgres()], standard, { hash: sha256 });
  if ((await compatible.version()) === null) {
    process.stderr.write(`not run here: ${compatible.name}\n`);
    expect(new Set(proofs.map(({ outcome }) => outcome))).toEqual(new Set(['not run here']));
    return;
  }
  const differing = proofs.filter(({ said }) => said.startsWith('row ') || said.includes(' rows, '));
  expect(differing.map(({ object, said }) => `${object}: ${said}`)).toEqual([]);
  expect(proofs.filter(({ outcome }) => outcome === 'passed').length).toBeGreaterThan(30);
  expect(proofs.every(({ tier, hash }) => tier === 'twin' && /^[0-9a-f]{64}$/.test(hash))).toBe(true);
}, 120_000);

test('where one of the two is not here, nothing is proved and nothing is opened', async () => {
  const closed = { ...absent, open: () => Promise.reject(new Error('it is opened')) };
  const proofs = await proveTwin([{ ...own(), engine: closed }, await onPostgres()], standard, { hash: sha256 });
  expect(proofs.length).toBeGreaterThan(30);
  expect(new Set(proofs.map(({ outcome, version }) => `${outcome} ${version}`))).toEqual(
    new Set(['not run here null']),
  );
});
