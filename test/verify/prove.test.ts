/** Trials: what each kind of engine is given, what is asked again, and what counts as proof. */
import { sha256 } from '../../src/local/review-local.js';
import type { Tier } from '../../src/proof.js';
import { targetNamed } from '../../src/sql/targets.js';
import type { Engine } from '../../src/verify/engine.js';
import type { Answer } from '../../src/verify/evidence-cache.js';
import { prove } from '../../src/verify/prove.js';
import { refused } from '../../src/verify/refused.js';
import { trialStatements } from '../../src/verify/trial-statements.js';
import { address, object, person, specification, withItem } from '../sql/build.js';

const standard = specification(person, address);

/** An engine that notes what it is given, and refuses texts that hold a word. */
class FakeEngine implements Engine {
  readonly name = 'Fake';
  readonly database = 'oracle';
  readonly given: string[] = [];
  opened = 0;
  closed = 0;

  readonly tier: Tier;
  readonly is: { version?: string | null; refuses?: string; breaks?: boolean };

  constructor(tier: Tier, is: FakeEngine['is'] = {}) {
    this.tier = tier;
    this.is = is;
  }

  version = async () => (this.is.version === undefined ? '1.0' : this.is.version);

  open = async () => {
    this.opened += 1;
    return {
      run: async (text: string) => {
        this.given.push(text);
        if (this.is.breaks) throw new Error('the engine is gone');
        if (this.is.refuses && text.includes(this.is.refuses)) throw refused(this.name, `no\n${this.is.refuses}`);
      },
      close: async () => {
        this.closed += 1;
      },
    };
  };
}

const statements = (spec = standard, target = 'azeus.oracle') => trialStatements(spec, targetNamed(target));
const trial = (engine: Engine, answers = new Map<string, Answer>(), own = statements()) =>
  prove(own, engine, { answers, hash: sha256 });

test('the statements of a script, each with what has to be there before it', () => {
  expect(statements().map(({ element, name, requires }) => [element, name, requires])).toEqual([
    ['create_table', 'ssd_person', []],
    ['create_table', 'ssd_address', []],
    ['create_fk', 'fk_ssd_address_addr_person_id', ['ssd_address', 'ssd_person']],
    ['create_idx', 'ix_ssd_address_addr_person_id', ['ssd_address']],
  ]);
  const [first] = statements();
  expect(first?.text).toMatch(/^DECLARE\n[\s\S]*\nEND;$/);
  expect(first?.bare).toMatch(/^CREATE TABLE ssd_person \([\s\S]*\);$/);
});

test('what is only shown as a comment is not tried, and remarks are no statements', () => {
  const cms = object('person', [{ name: 'id', primaryKey: true }]);
  expect(statements(specification(cms, object('ssd_x', [{ name: 'a\n' }])))).toEqual([]);
});

describe('what an engine is given', () => {
  const [first] = statements();

  test('the product twice the text of the script, because it promises to be run again', async () => {
    const engine = new FakeEngine('executed');
    await trial(engine);
    expect(engine.given.slice(0, 2)).toEqual([first?.text, first?.text]);
    expect(engine.given).toHaveLength(8);
  });

  test('a parser the text, and what the guard holds as a text', async () => {
    const engine = new FakeEngine('parsed');
    await trial(engine);
    // The shortest are read first.
    const at = engine.given.indexOf(first?.text ?? '');
    expect(engine.given.slice(at, at + 2)).toEqual([first?.text, first?.bare]);
  });

  test('a compatible engine what stands within the guard, and that is counted', async () => {
    const engine = new FakeEngine('compatible');
    const proofs = await trial(engine);
    expect(engine.given).toEqual(statements().map(({ bare }) => bare));
    expect(proofs.map(({ rewrites }) => rewrites)).toEqual(Array(4).fill(['guard taken off']));
    expect((await trial(new FakeEngine('parsed'))).flatMap(({ rewrites }) => rewrites)).toEqual([]);
  });
});

test('a proof says what was tried, where, and what came of it', async () => {
  const proofs = await trial(new FakeEngine('parsed', { refuses: 'CREATE INDEX' }));
  expect(proofs.map(({ outcome }) => outcome)).toEqual(['passed', 'passed', 'passed', 'refused']);
  expect(proofs[3]).toEqual({
    target: 'azeus.oracle',
    object: 'ssd_address',
    element: 'create_idx',
    statement: 'ix_ssd_address_addr_person_id',
    hash: sha256(statements()[3]?.text ?? ''),
    tier: 'parsed',
    engine: 'Fake',
    version: '1.0',
    outcome: 'refused',
    said: 'Fake says: no CREATE INDEX',
    rewrites: [],
  });
});

test('an engine that is not here proves nothing and is not opened', async () => {
  const engine = new FakeEngine('executed', { version: null });
  const proofs = await trial(engine);
  expect(proofs.map(({ outcome, version }) => [outcome, version])).toEqual(Array(4).fill(['not run here', null]));
  expect(engine.opened).toBe(0);
});

test('an engine that breaks is no refusal, and is closed', async () => {
  const engine = new FakeEngine('executed', { breaks: true });
  await expect(trial(engine)).rejects.toThrow('the engine is gone');
  expect([engine.opened, engine.closed]).toEqual([1, 1]);
});

describe('what was answered before', () => {
  test('is not asked again, whether it passed or not', async () => {
    const answers = new Map<string, Answer>();
    const before = await trial(new FakeEngine('executed', { refuses: 'ALTER' }), answers);
    const again = new FakeEngine('executed');
    expect(await trial(again, answers)).toEqual(before);
    expect(again.opened).toBe(0);
  });

  test('is asked again of another version, and of another engine', async () => {
    const answers = new Map<string, Answer>();
    await trial(new FakeEngine('executed'), answers);
    const newer = new FakeEngine('executed', { version: '1.1' });
    await trial(newer, answers);
    expect(newer.given).toHaveLength(8);
  });

  test('only what changed is tried, with the tables that it needs', async () => {
    const answers = new Map<string, Answer>();
    await trial(new FakeEngine('compatible'), answers);
    const engine = new FakeEngine('compatible');
    const changed = specification(person, withItem(address, 'ADDR003A', { name: 'addr_from' }));
    await trial(engine, answers, statements(changed));
    expect(engine.given.map((text) => text.split('\n')[0])).toEqual([
      'CREATE TABLE ssd_person (',
      'CREATE TABLE ssd_address (',
      expect.stringMatching(/^ALTER TABLE ssd_address/),
      expect.stringMatching(/^CREATE INDEX/),
    ]);
    const parser = new FakeEngine('parsed');
    await trial(new FakeEngine('parsed'), answers);
    await trial(parser, answers, statements(changed));
    expect(parser.given.filter((text) => text.startsWith('CREATE TABLE'))).toHaveLength(1);
  });
});
