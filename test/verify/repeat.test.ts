/** Running a script twice: what is the same afterwards is counted, and what is not is named. */
import { sha256 } from '../../src/local/review-local.js';
import type { Specification } from '../../src/specification/model.js';
import { readSpecification } from '../../src/specification/read-specification.js';
import { postgres } from '../../src/sql/dialects/postgres.js';
import { loadParser } from '../../src/sql/expressions/parser.js';
import { targetNamed } from '../../src/sql/targets.js';
import type { DatabaseSession, Engine, Row } from '../../src/verify/engine.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { preludeOf } from '../../src/verify/prelude.js';
import { refused } from '../../src/verify/refused.js';
import { proveRepeat, type RepeatTrial } from '../../src/verify/repeat.js';
import { type TrialStatement, trialStatements } from '../../src/verify/trial-statements.js';
import { fileOf } from '../fakes/memory-repository.js';
import { config } from '../sql/build.js';
import { narrower, small } from './small-mapping.js';

const parse = await loadParser();

const OBJECT = `nodes:
  - name: ssd_person
    fields: [{name: pers_person_id, type: nvarchar, size: 48, primary_key: true, item_ref: PERS001A}]`;

const specification = readSpecification([fileOf('spec/objects/ssd_person.yml', OBJECT)], config.layout);
const statement = (element: string, text: string, before: readonly string[] = []) =>
  ({
    object: 'ssd_person',
    element,
    name: 'ssd_person',
    text,
    bare: text,
    before,
    requires: element === 'insert_data' ? ['ssd_person'] : [],
    sources: element === 'insert_data' ? ['P'] : [],
    placed: [],
  }) as never;

const statements: readonly TrialStatement[] = [
  statement('create_table', 'make'),
  statement('insert_data', 'load', ['empty']),
];

/** Holds what each reading of a table gives, one after the other; its last reading again and again. */
function engineWith(readings: Record<string, readonly (readonly Row[])[]>, asked: string[] = []) {
  const counts = new Map<string, number>();
  const session: DatabaseSession = {
    run: async (text) => {
      asked.push(text);
    },
    rows: async (query) => {
      const [, table = ''] = /FROM (\S+)$/.exec(query) ?? [];
      const count = counts.get(table) ?? 0;
      counts.set(table, count + 1);
      const own = readings[table.replace(/"/g, '').toLowerCase()] ?? [];
      return own[Math.min(count, own.length - 1)] ?? [];
    },
    close: async () => undefined,
  };
  const engine: Engine = {
    name: 'E',
    database: 'postgresql',
    tier: 'executed',
    version: async () => '1',
    open: async () => session,
  };
  return engine;
}

const trial = (): RepeatTrial & { answers: Map<string, Answer> } => ({
  specification,
  target: { ...targetNamed('eclipse.postgres'), dialect: postgres },
  statements,
  prelude: {
    settings: [],
    sources: new Map([['P', ['make P']]]),
    tables: [{ name: 'P', columns: [{ name: 'ID', type: { name: 'int', size: null } }], rows: [] }],
  },
  answers: new Map(),
  hash: sha256,
});

const SAME = { p: [[['1']]], ssd_person: [[['a']]] };

test('the loads are run twice, each after its table is emptied, and nothing differs', async () => {
  expect(specification.objects.map(({ name }) => name)).toEqual(['ssd_person']);
  const asked: string[] = [];
  const found = await proveRepeat(engineWith(SAME, asked), trial());
  expect(found).toMatchObject({
    outcome: 'passed',
    said: 'sources unchanged: 1 of 1; tables the same after the second run: 1 of 1',
  });
  expect(asked).toEqual(['make P', 'make', 'empty', 'load', 'empty', 'load']);
});

test('a source that is another afterwards is named, and so is a table', async () => {
  const source = await proveRepeat(engineWith({ ...SAME, p: [[['1']], [['2']]] }), trial());
  expect(source).toMatchObject({ outcome: 'refused' });
  expect(source?.said).toContain('sources unchanged: 0 of 1 (not P)');
  const table = await proveRepeat(engineWith({ ...SAME, ssd_person: [[['a']], []] }), trial());
  expect(table?.said).toContain('the second run: 0 of 1 (not ssd_person)');
});

test('a load that the product refuses is named; a limit of a compatible engine is none of the counts', async () => {
  const refusing = (tier: 'executed' | 'compatible', said: string): Engine => {
    const engine = engineWith(SAME);
    const open = async () => ({
      ...(await engine.open()),
      run: async (text: string) => {
        if (text.startsWith('load')) throw refused('E', said);
      },
    });
    return { ...engine, tier, database: 'sqlserver', open };
  };
  const product = await proveRepeat(refusing('executed', 'no such column'), trial());
  expect(product).toMatchObject({ outcome: 'refused' });
  expect(product?.said).toContain('after the second run: 0 of 0; refused: ssd_person: E says: no such column');
  const limited = {
    ...trial(),
    statements: [statements[0], statement('insert_data', 'load CROSS APPLY (x)')] as never,
  };
  expect(await proveRepeat(refusing('compatible', 'no'), limited)).toMatchObject({ outcome: 'passed' });
});

describe('an answer is kept', () => {
  test('and nothing is opened for it', async () => {
    const kept = trial();
    const first = await proveRepeat(engineWith(SAME), kept);
    const closed = { ...engineWith(SAME), open: () => Promise.reject(new Error('it is opened')) };
    expect(await proveRepeat(closed, kept)).toEqual(first);
  });

  test('also where something was another afterwards', async () => {
    const kept = trial();
    const first = await proveRepeat(engineWith({ ...SAME, p: [[['1']], [['2']]] }), kept);
    const closed = { ...engineWith(SAME), open: () => Promise.reject(new Error('it is opened')) };
    expect(await proveRepeat(closed, kept)).toEqual(first);
    expect(first).toMatchObject({ outcome: 'refused' });
  });

  test('for each load: only one that changed is run again, with what it needs', async () => {
    const target = { ...targetNamed('eclipse.postgres'), cms: 'liquid_logic' };
    const run = async (specification: Specification, answers: Map<string, Answer>) => {
      const asked: string[] = [];
      const engine = engineWith({}, asked);
      const own = trialStatements(specification, target, parse);
      const prelude = preludeOf(specification, target, engine);
      const found = await proveRepeat(engine, {
        specification,
        target,
        statements: own,
        prelude,
        answers,
        hash: sha256,
      });
      const tables = asked.flatMap((text) => /^INSERT INTO (\w+)/.exec(text)?.[1] ?? []);
      return { found, ours: tables.filter((name) => name.startsWith('ssd_')), read: new Set(tables) };
    };
    const answers = new Map<string, Answer>();
    const whole = await run(small, answers);
    expect(whole.ours).toHaveLength(6);
    const changed = await run(narrower, answers);
    expect(changed.ours).toEqual(['ssd_person', 'ssd_visits', 'ssd_person', 'ssd_visits']);
    expect(changed.read).toEqual(new Set(['ssd_person', 'ssd_visits', 'p', 'v']));
    expect(changed.found).toEqual(whole.found);
  });
});

test('nothing is said by a parser, by an engine that is not here, and where nothing is loaded', async () => {
  const engine = engineWith(SAME);
  expect(await proveRepeat({ ...engine, tier: 'parsed' }, trial())).toBeNull();
  expect(await proveRepeat({ ...engine, version: async () => null }, trial())).toBeNull();
  expect(await proveRepeat(engine, { ...trial(), statements: statements.slice(0, 1) })).toBeNull();
});
