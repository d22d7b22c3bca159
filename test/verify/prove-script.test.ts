/** A whole script: what is tried as it stands, what with values that are made up, and what is tried again after a change. */
import { sha256 } from '../../src/local/review-local.js';
import type { Specification } from '../../src/specification/model.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import type { DatabaseSession, Engine } from '../../src/verify/engine.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { proveScript } from '../../src/verify/prove-script.js';
import { twin } from '../sql/mapped.js';
import { narrower, small } from './small-mapping.js';

const parse = await loadParser();
const target = twin('liquid_logic', postgres);

/** Runs a script on a product and on a parser that take everything; gives what came of it and what they were asked. */
async function run(specification: Specification, answers = new Map<string, Answer>()) {
  const asked = { executed: [] as string[], parsed: [] as string[] };
  const engine = (tier: 'executed' | 'parsed'): Engine => {
    const session: DatabaseSession = {
      run: async (text) => void asked[tier].push(text),
      rows: async () => [],
      close: async () => undefined,
    };
    return { name: tier, database: 'postgresql', tier, version: async () => '1', open: async () => session };
  };
  const engines = [engine('executed'), engine('parsed')];
  const trial = { specification, parse, engines, tiers: ['executed', 'parsed'] as const, answers, hash: sha256 };
  return { found: await proveScript(target, trial), asked, answers };
}

/** Tables that were made or filled, or had a key or an index, by name. */
function tablesIn(texts: readonly string[]): Record<string, number> {
  const names = texts.flatMap(
    (text) => /(?:CREATE TABLE(?: IF NOT EXISTS)?|INSERT INTO|ALTER TABLE|INDEX [^\n]* ON) (\w+)/.exec(text)?.[1] ?? [],
  );
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, names.filter((one) => one === name).length]),
  );
}

test('statements are tried as they stand; tables are looked at with values for what an authority has to give', async () => {
  const { found, asked } = await run(small);
  expect(new Set(found.proofs.map(({ outcome }) => outcome))).toEqual(new Set(['passed']));
  expect(found.repeats).toMatchObject([{ outcome: 'passed', said: expect.stringContaining('second run: 3 of 3') }]);
  const loads = (texts: readonly string[]) => texts.filter((text) => text.includes('INSERT INTO ssd_teams'));
  const standing = (text: string) => text.includes('t.name IN (NULL /* own_teams */)');
  expect(loads(asked.parsed).map(standing)).toEqual([true]);
  // Twice as it stands, and twice with a value.
  expect(loads(asked.executed).map(standing).sort()).toEqual([false, false, true, true]);
  expect(loads(asked.executed).filter((text) => text.includes("t.name IN ('1')"))).toHaveLength(2);
});

describe('a second time', () => {
  test('nothing is asked where nothing changed', async () => {
    const first = await run(small);
    const again = await run(small, first.answers);
    expect(again.asked).toEqual({ executed: [], parsed: [] });
    expect(again.found).toEqual(first.found);
  });

  test('after a change of one item its object is asked for, with what it needs, and nothing else', async () => {
    const { answers } = await run(small);
    const { asked, found } = await run(narrower, answers);
    // Its table and its load: key and index are as they were.
    expect(tablesIn(asked.parsed)).toEqual({ ssd_visits: 2 });
    // Both sources for either trial; person made and filled twice, and made once and filled twice; visits with key and index.
    expect(tablesIn(asked.executed)).toEqual({ p: 12, v: 12, ssd_person: 4 + 3, ssd_visits: 8 + 3 });
    expect(found.repeats).toMatchObject([{ said: expect.stringContaining('second run: 3 of 3') }]);
  });
});
