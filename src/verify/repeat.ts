/**
 * What a script leaves as it is: its sources, and its own tables when it is run again. Both are read before and after,
 * and their checksums compared, for each load by itself, so that only loads that changed are run again another time.
 */
import { StewardError } from '../errors.js';
import type { Tier } from '../proof.js';
import type { Specification } from '../specification/model.js';
import { fold } from '../sql/names.js';
import type { Target } from '../sql/targets.js';
import { type DatabaseSession, type Engine, runAll, type Session } from './engine.js';
import type { Answer, Answers } from './evidence-cache.js';
import { repeatSaid } from './evidence-words.js';
import { limitOf } from './limits.js';
import { isLoad, loadBasis, makesTable, neededBy } from './needed.js';
import { type Prelude, prepare } from './prove.js';
import { rewritten } from './rewrites.js';
import { checksum, type ReadableTable, readTable } from './tables/read-table.js';
import { readableTable } from './tables/readable-table.js';
import type { TrialStatement } from './trial-statements.js';

/** What came of running the loads of a script twice on one engine; plain data. */
export interface Repeat {
  readonly target: string;
  readonly tier: Tier;
  readonly engine: string;
  readonly version: string;
  /** `refused` where a source or a table is another afterwards, or a load does not run. */
  readonly outcome: Answer['outcome'];
  readonly said: string;
}

/** A script with all it needs. */
export interface RepeatTrial {
  readonly specification: Specification;
  readonly target: Target;
  readonly statements: readonly TrialStatement[];
  readonly prelude: Prelude;
  readonly answers: Answers;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: (text: string) => string;
}

/**
 * Takes an engine and a script, gives what came of running it twice; null where that shows nothing: nothing is loaded,
 * or the engine is not here or holds no tables that could be read.
 */
export async function proveRepeat(engine: Engine, trial: RepeatTrial): Promise<Repeat | null> {
  const { statements, prelude, answers, hash, target } = trial;
  const version = await engine.version();
  const loads = statements.filter(isLoad);
  const isRead = engine.tier === 'executed' || engine.tier === 'compatible';
  if (version === null || !isRead || loads.length === 0) return null;
  const textOf = (statement: TrialStatement) => rewritten(statement, engine).text;
  const basis = loadBasis({ engine, version, script: statements, prelude, hash, textOf });
  const keys = new Map(loads.map((load) => [load, hash(`repeat ${basis(load)}`)]));
  const missing = loads.filter((load) => answers.get(keys.get(load) ?? '') === undefined);
  const fresh = missing.length === 0 ? new Map<TrialStatement, Answer>() : await runTwice(engine, missing, trial);
  if (fresh === null) return null;
  for (const [load, answer] of fresh) answers.set(keys.get(load) ?? '', answer);
  const answered = loads.map((load) => [load, fresh.get(load) ?? answers.get(keys.get(load) ?? '')] as const);
  return { target: target.name, tier: engine.tier, engine: engine.name, version, ...summary(answered, engine) };
}

/** Runs some loads with all that they need, gives an answer for each of them; null where no table can be read. */
async function runTwice(
  engine: Engine,
  wanted: readonly TrialStatement[],
  { specification, target, statements, prelude, hash }: RepeatTrial,
): Promise<ReadonlyMap<TrialStatement, Answer> | null> {
  const session = await engine.open();
  try {
    if (!holdsTables(session)) return null;
    const needed = neededBy(wanted, statements);
    const parts = statements.filter((statement) => needed.has(statement));
    const read = new Set(parts.flatMap(({ sources }) => sources));
    const sources = (prelude.tables ?? [])
      .filter(({ name }) => read.has(name))
      .map(({ name, columns }) => ({ name, table: target.dialect.source(name), columns, isSource: true as const }));
    const sums = (tables: readonly Named[]) => checksums(session, tables, { target, hash });
    await prepare(session, parts, prelude);
    const before = await sums(sources);
    for (const part of parts.filter(makesTable)) await session.run(rewritten(part, engine).text);
    const loads = parts.filter(isLoad);
    const refusals = await loadAll(session, loads, engine);
    const taken = loads.filter((load) => !refusals.has(load));
    const objects = specification.objects.filter(({ name }) => taken.some(({ object }) => fold(object) === fold(name)));
    const tables = objects.map((object) => ({ name: object.name, ...readableTable(object, target) }));
    const first = await sums(tables);
    await loadAll(session, taken, engine);
    const changed = [...changes(before, await sums(sources)), ...changes(first, await sums(tables))];
    return new Map(wanted.map((load) => [load, answerOf(load, refusals.get(load), changed)]));
  } finally {
    await session.close();
  }
}

function holdsTables(session: Session): session is DatabaseSession {
  return 'rows' in session;
}

/** Runs loads as a script does, each after its table is emptied; gives those that the engine refuses, with its words. */
async function loadAll(
  session: Session,
  loads: readonly TrialStatement[],
  engine: Engine,
): Promise<ReadonlyMap<TrialStatement, string>> {
  const refusals = new Map<TrialStatement, string>();
  for (const load of loads) {
    try {
      await runAll(session, [...load.before, rewritten(load, engine).text]);
    } catch (error) {
      if (!(error instanceof StewardError) || error.detail.code !== 'statement-refused') throw error;
      refusals.set(load, error.detail.found);
    }
  }
  return refusals;
}

interface Named extends ReadableTable {
  readonly name: string;
}

type Sums = ReadonlyMap<string, string>;

async function checksums(
  session: DatabaseSession,
  tables: readonly Named[],
  { target, hash }: Pick<RepeatTrial, 'target' | 'hash'>,
): Promise<Sums> {
  const sums = new Map<string, string>();
  for (const table of tables) sums.set(table.name, checksum(await readTable(session, table, target.dialect), hash));
  return sums;
}

function changes(before: Sums, after: Sums): readonly string[] {
  return [...before.keys()].filter((name) => before.get(name) !== after.get(name));
}

/** A load answers for its table, and for the sources that it reads. */
function answerOf(load: TrialStatement, refusal: string | undefined, changed: readonly string[]): Answer {
  if (refusal !== undefined) return { outcome: 'refused', said: refusal };
  const own = changed.filter((name) => name === load.object || load.sources.includes(name));
  return own.length === 0 ? { outcome: 'passed', said: '' } : { outcome: 'refused', said: '', changed: own };
}

type Answered = readonly [load: TrialStatement, answer: Answer | undefined];

/** A load that meets a limit of the engine is in none of the counts; `prove` says why. */
function summary(all: readonly Answered[], engine: Engine): Pick<Repeat, 'outcome' | 'said'> {
  const taken = all.filter(([, answer]) => answer?.said === '');
  const refused = all.filter(
    ([load, answer]) => answer !== undefined && answer.said !== '' && limitOf(load.bare, answer.said, engine) === null,
  );
  const changed = new Set(taken.flatMap(([, answer]) => answer?.changed ?? []));
  const counted = (names: readonly string[]) => ({
    all: names.length,
    changed: names.filter((name) => changed.has(name)),
  });
  const sources = counted([...new Set(taken.flatMap(([load]) => load.sources))]);
  const tables = counted(taken.map(([load]) => load.object));
  const words = refused.map(([load, answer]) => `${load.object}: ${answer?.said}`);
  const isFine = changed.size + refused.length === 0;
  return { outcome: isFine ? 'passed' : 'refused', said: repeatSaid(sources, tables, words) };
}
