/** The same mapping on two products, row for row: the tables of every script that H2 can run and PostgreSQL as well. */
import { sha256 } from '../../src/local/review-local.js';
import type { Specification } from '../../src/specification/model.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { targetNamed } from '../../src/sql/targets.js';
import type { DatabaseSession, Engine, Row } from '../../src/verify/engine.js';
import { compatibleEngine, twinEngine } from '../../src/verify/engines.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { withMadeUpValues } from '../../src/verify/made-up-values.js';
import { preludeOf, twinTexts } from '../../src/verify/prelude.js';
import { refused } from '../../src/verify/refused.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { proveTwin, type TwinSide } from '../../src/verify/twin.js';
import { mappedStandard, twin } from '../sql/mapped.js';
import { narrower, small } from './small-mapping.js';

const standard = withMadeUpValues(mappedStandard());
const parse = await loadParser();

type Databases = readonly [own: Engine<DatabaseSession>, twin: Engine<DatabaseSession>];

function sides(name: string, specification: Specification, [own, product]: Databases): [TwinSide, TwinSide] {
  const target = targetNamed(name);
  const other = twin(target.cms, postgres);
  const [ours, theirs] = twinTexts(target);
  return [
    {
      target,
      engine: own,
      statements: trialStatements(specification, target, parse),
      prelude: preludeOf(specification, target, own, ours),
    },
    {
      target: other,
      engine: product,
      statements: trialStatements(specification, other, parse),
      prelude: preludeOf(specification, other, product, theirs),
    },
  ];
}

const trial = (specification: Specification, answers = new Map<string, Answer>()) => ({
  specification,
  answers,
  hash: sha256,
});

describe.each(['liquid_logic.sqlserver', 'mosaic.sqlserver', 'mosaic.oracle'])('%s', (name) => {
  test('every loaded table has rows, and the same on both', async () => {
    const compatible = compatibleEngine(targetNamed(name).dialect.database) as Engine<DatabaseSession>;
    const proofs = await proveTwin(sides(name, standard, [compatible, await twinEngine()]), trial(standard));
    expect(proofs.length).toBeGreaterThan(36);
    if ((await compatible.version()) === null) {
      process.stderr.write(`not run here: ${compatible.name}\n`);
      expect(new Set(proofs.map(({ outcome }) => outcome))).toEqual(new Set(['not run here']));
      return;
    }
    const others = proofs.filter(({ outcome }) => outcome !== 'passed');
    expect(others.map(({ object, said }) => `${object}: ${said}`)).toEqual([]);
    expect(proofs.every(({ tier, hash }) => tier === 'twin' && /^[0-9a-f]{64}$/.test(hash))).toBe(true);
  }, 300_000);
});

/** Gives one row of every table, and notes what it is asked. */
function fake(name: string, tier: 'compatible' | 'executed', is: { row?: Row; refuses?: string } = {}) {
  const asked: string[] = [];
  const state = { opened: 0 };
  const engine: Engine<DatabaseSession> = {
    name,
    database: tier === 'compatible' ? 'sqlserver' : 'postgresql',
    tier,
    version: async () => '1',
    open: async () => {
      state.opened += 1;
      return {
        run: async (text) => {
          asked.push(text);
          if (is.refuses !== undefined && text.includes(is.refuses)) throw refused(name, 'no');
        },
        rows: async () => (is.row === undefined ? [] : [is.row]),
        close: async () => undefined,
      };
    },
  };
  return { engine, asked, state };
}

const LITTLE = 'liquid_logic.sqlserver';
const ROW = ['1', '2', '3'];

async function proved(
  specification: Specification,
  [own, product]: readonly [ReturnType<typeof fake>, ReturnType<typeof fake>],
  answers = new Map<string, Answer>(),
) {
  const proofs = await proveTwin(
    sides(LITTLE, specification, [own.engine, product.engine]),
    trial(specification, answers),
  );
  return Object.fromEntries(proofs.map(({ object, outcome, said }) => [object, [outcome, said]]));
}

test('tables that differ are refused, with the difference; empty ones prove nothing', async () => {
  const differing = await proved(small, [
    fake('A', 'compatible', { row: ROW }),
    fake('B', 'executed', { row: ['1', '2', '4'] }),
  ]);
  expect(differing.ssd_visits).toEqual(['refused', expect.stringContaining('visi_note is "3" in A, "4" in B')]);
  const empty = await proved(small, [fake('A', 'compatible'), fake('B', 'executed')]);
  expect(empty.ssd_visits).toEqual(['not run here', expect.stringContaining('no synthetic row comes through')]);
});

test('a load that one of them refuses is refused with its words', async () => {
  const found = await proved(small, [
    fake('A', 'compatible', { row: ROW, refuses: 'INSERT INTO ssd_visits' }),
    fake('B', 'executed', { row: ROW }),
  ]);
  expect(found.ssd_visits).toEqual(['refused', 'A says: no']);
  expect(found.ssd_person?.[0]).toBe('passed');
});

describe('what was compared before', () => {
  test('is not asked again', async () => {
    const answers = new Map<string, Answer>();
    const first = await proved(
      small,
      [fake('A', 'compatible', { row: ROW }), fake('B', 'executed', { row: ROW })],
      answers,
    );
    const again = [fake('A', 'compatible'), fake('B', 'executed')] as const;
    expect(await proved(small, again, answers)).toEqual(first);
    expect(again.map(({ state }) => state.opened)).toEqual([0, 0]);
  });

  test('is asked again of an object that changed, with what it needs and nothing else', async () => {
    const answers = new Map<string, Answer>();
    await proved(small, [fake('A', 'compatible', { row: ROW }), fake('B', 'executed', { row: ROW })], answers);
    const again = [fake('A', 'compatible', { row: ROW }), fake('B', 'executed', { row: ROW })] as const;
    const found = await proved(narrower, again, answers);
    expect(Object.keys(found).sort()).toEqual(['ssd_person', 'ssd_teams', 'ssd_visits']);
    for (const { asked } of again) {
      const own = asked.map((text) => /^(?:CREATE TABLE|INSERT INTO)(?: IF NOT EXISTS)? (ssd_\w+)/.exec(text)?.[1]);
      expect(own.filter((table) => table !== undefined)).toEqual([
        'ssd_person',
        'ssd_visits',
        'ssd_person',
        'ssd_visits',
      ]);
      expect(asked.some((text) => /^CREATE TABLE "?\[?t\]?"? /i.test(text))).toBe(false);
    }
  });
});

test('where one of the two is not here, nothing is proved and nothing is opened', async () => {
  const closed = { version: async () => null, open: () => Promise.reject(new Error('it is opened')) };
  const own = fake('A', 'compatible');
  const absent = { ...own.engine, ...closed };
  const proofs = await proveTwin(sides(LITTLE, small, [absent, fake('B', 'executed').engine]), trial(small));
  expect(proofs.map(({ outcome, version }) => `${outcome} ${version}`)).toEqual(Array(3).fill('not run here null'));
});
