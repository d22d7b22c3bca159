/**
 * What a script leaves as it is: its sources, and its own tables when it is run again. Both are read before and after,
 * and their checksums compared.
 */
import { StewardError } from '../errors.js';
import type { Specification } from '../specification/model.js';
import { fold } from '../sql/names.js';
import type { Target } from '../sql/targets.js';
import type { DatabaseSession, Engine, Session, Tier } from './engine.js';
import type { Answer, Answers } from './evidence-cache.js';
import { repeatSaid } from './evidence-words.js';
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
  /** `refused` where a source or a table is another afterwards. */
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
  const isRead = engine.tier === 'executed' || engine.tier === 'compatible';
  if (version === null || !isRead || !statements.some(isLoad)) return null;
  const parts = statements.filter((statement) => isLoad(statement) || statement.element === 'create_table');
  const texts = parts.map((statement) => textFor(statement, engine));
  const key = hash(JSON.stringify(['repeat', engine.name, version, texts, prelude.settings, [...prelude.sources]]));
  const answer = answers.get(key) ?? (await runTwice(engine, parts, trial));
  if (answer === null) return null;
  answers.set(key, answer);
  return { target: target.name, tier: engine.tier, engine: engine.name, version, ...answer };
}

function isLoad({ element }: TrialStatement): boolean {
  return element === 'insert_data';
}

function textFor(statement: TrialStatement, engine: Engine): string {
  return engine.tier === 'compatible' ? rewritten(statement, engine).text : statement.text;
}

async function runTwice(
  engine: Engine,
  parts: readonly TrialStatement[],
  { specification, target, prelude, hash }: RepeatTrial,
): Promise<Answer | null> {
  const session = await engine.open();
  try {
    if (!holdsTables(session)) return null;
    await prepare(session, parts, prelude);
    const sources = [...(prelude.tables ?? [])]
      .filter(({ name }) => parts.some((part) => part.sources.includes(name)))
      .map(({ name, columns }) => ({ name, table: target.dialect.source(name), columns }));
    const sums = (tables: readonly Named[]) => checksums(session, tables, { target, hash });
    const before = await sums(sources);
    for (const part of parts.filter((one) => !isLoad(one))) await session.run(textFor(part, engine));
    const loads = await loadAll(session, parts.filter(isLoad), engine);
    const objects = specification.objects.filter(({ name }) => loads.some(({ object }) => fold(object) === fold(name)));
    const tables = objects.map((object) => ({ name: object.name, ...readableTable(object, target) }));
    const first = await sums(tables);
    await loadAll(session, loads, engine);
    return answerOf(changes(before, await sums(sources)), changes(first, await sums(tables)));
  } finally {
    await session.close();
  }
}

function holdsTables(session: Session): session is DatabaseSession {
  return 'rows' in session;
}

/** Runs loads as a script does, each after its table is emptied; gives those that the engine takes. */
async function loadAll(
  session: Session,
  loads: readonly TrialStatement[],
  engine: Engine,
): Promise<readonly TrialStatement[]> {
  const taken: TrialStatement[] = [];
  for (const load of loads) {
    try {
      for (const text of [...load.before, textFor(load, engine)]) await session.run(text);
      taken.push(load);
    } catch (error) {
      if (!(error instanceof StewardError) || error.detail.code !== 'statement-refused') throw error;
    }
  }
  return taken;
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

/** How many there are, and which of them are others afterwards. */
interface Changes {
  readonly all: number;
  readonly changed: readonly string[];
}

function changes(before: Sums, after: Sums): Changes {
  return { all: before.size, changed: [...before.keys()].filter((name) => before.get(name) !== after.get(name)) };
}

function answerOf(sources: Changes, tables: Changes): Answer {
  const isSame = sources.changed.length + tables.changed.length === 0;
  return { outcome: isSame ? 'passed' : 'refused', said: repeatSaid(sources, tables) };
}
