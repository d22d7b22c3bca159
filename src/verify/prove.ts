/** Tries statements on engines. What an engine answered before under the same circumstances is not asked again. */
import { StewardError } from '../errors.js';
import type { Proof } from '../proof.js';
import { fold } from '../sql/names.js';
import { type Engine, runAll, type Session } from './engine.js';
import type { Answer, Answers } from './evidence-cache.js';
import { NO_ANSWER } from './evidence-words.js';
import { limitOf } from './limits.js';
import { makesTable, neededBy, sourceHashes } from './needed.js';
import { rewritten } from './rewrites.js';
import type { SyntheticTable } from './synthetic/synthetic-sources.js';
import type { TrialStatement } from './trial-statements.js';

/** What a trial needs from outside. */
export interface ProveOptions {
  readonly answers: Answers;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: (text: string) => string;
  /** What loads need to be there: settings, and synthetic tables of the CMS. */
  readonly prelude?: Prelude;
  /** Which statements are to be proved; the others are run only where these need them. All without it. */
  readonly only?: (statement: TrialStatement) => boolean;
}

/** Statements that are run before the loads, and are no part of what is proved. */
export interface Prelude {
  readonly settings: readonly string[];
  /** By the name of the source. */
  readonly sources: ReadonlyMap<string, readonly string[]>;
  /** The sources themselves, for whoever reads them again. */
  readonly tables?: readonly SyntheticTable[];
}

const NOTHING: Prelude = { settings: [], sources: new Map() };

/** A statement with the texts that the engine is given, one after the other. */
interface Attempt {
  readonly statement: TrialStatement;
  readonly texts: readonly string[];
  readonly rewrites: readonly string[];
  readonly key: string;
}

/**
 * Takes the statements of one target in their order and an engine for its database, gives a proof for each. An engine
 * that is not here proves nothing and says so. Throws `engine-failed` for one that is here and does not work.
 */
export async function prove(
  statements: readonly TrialStatement[],
  engine: Engine,
  options: ProveOptions,
): Promise<readonly Proof[]> {
  const version = await engine.version();
  const proofOf = (
    { target, object, element, name, text }: TrialStatement,
    rest: Pick<Proof, 'outcome' | 'said' | 'rewrites'>,
  ): Proof => ({
    target,
    object,
    element,
    statement: name,
    hash: options.hash(text),
    tier: engine.tier,
    engine: engine.name,
    version,
    ...rest,
  });
  const { only = () => true } = options;
  if (version === null) {
    return statements.filter(only).map((one) => proofOf(one, { outcome: 'not run here', said: '', rewrites: [] }));
  }
  const prelude = options.prelude ?? NOTHING;
  const attempts = attemptsOf(statements, engine, { version, hash: options.hash, prelude });
  const fresh = await tryMissing(attempts, engine, { answers: options.answers, prelude, only });
  for (const [key, answer] of fresh) options.answers.set(key, answer);
  const asked = attempts.filter(({ statement }) => only(statement));
  return asked.map(({ statement, key, rewrites }) => {
    const answer = fresh.get(key) ?? options.answers.get(key);
    if (answer === undefined) return proofOf(statement, { outcome: 'not run here', said: NO_ANSWER, rewrites });
    const limit = answer.outcome === 'refused' ? limitOf(statement.bare, answer.said, engine) : null;
    return proofOf(
      statement,
      limit === null ? { ...answer, rewrites } : { outcome: 'not run here', said: limit, rewrites },
    );
  });
}

/** The answer depends on the tables that have to be there before. */
function attemptsOf(
  statements: readonly TrialStatement[],
  engine: Engine,
  { version, hash, prelude }: { version: string; hash: ProveOptions['hash']; prelude: Prelude },
): readonly Attempt[] {
  const given = statements.map((statement) => ({ statement, ...textsFor(statement, engine) }));
  const tables = new Map(
    given.filter(({ statement }) => makesTable(statement)).map((one) => [tableOf(one.statement), one.texts]),
  );
  const hashes = sourceHashes(prelude, hash);
  return given.map(({ statement, texts, rewrites }) => {
    const required = statement.requires.map((table) => tables.get(table) ?? []);
    const sources = engine.tier === 'parsed' ? [] : statement.sources.map((source) => hashes.get(source));
    const settings = sources.length === 0 ? [] : prelude.settings;
    const key = hash(JSON.stringify([engine.name, version, texts, required, settings, sources]));
    return { statement, texts, rewrites, key };
  });
}

/**
 * On the product a statement is run twice as it stands: that is what it promises. A parser reads it with and without
 * its guard, because a guard may hold it as a text. A compatible engine runs it once, without the guard.
 */
function textsFor(
  statement: TrialStatement,
  engine: Engine,
): { texts: readonly string[]; rewrites: readonly string[] } {
  const { text, bare, before } = statement;
  if (engine.tier === 'parsed') return { texts: text === bare ? [text] : [text, bare], rewrites: [] };
  const { text: given, rewrites } = rewritten(statement, engine);
  const once = [...before, given];
  return { texts: engine.tier === 'executed' ? [...once, ...once] : once, rewrites };
}

function tableOf({ name }: TrialStatement): string {
  return fold(name);
}

/** A database needs the tables of what is tried, also of those that have their answer; a parser needs none. */
async function tryMissing(
  attempts: readonly Attempt[],
  engine: Engine,
  { answers, prelude, only }: { answers: Answers; prelude: Prelude; only: (statement: TrialStatement) => boolean },
): Promise<ReadonlyMap<string, Answer>> {
  const missing = new Set(attempts.filter(({ statement, key }) => only(statement) && answers.get(key) === undefined));
  const fresh = new Map<string, Answer>();
  if (missing.size === 0) return fresh;
  const wanted = [...missing].map(({ statement }) => statement);
  const script = attempts.map(({ statement }) => statement);
  const needed = engine.tier === 'parsed' ? new Set<TrialStatement>() : neededBy(wanted, script);
  const session = await engine.open();
  try {
    if (engine.tier !== 'parsed') await prepare(session, [...wanted, ...needed], prelude);
    for (const attempt of engine.tier === 'parsed' ? shortestFirst(attempts) : attempts) {
      const isRun = missing.has(attempt) || needed.has(attempt.statement);
      if (isRun) fresh.set(attempt.key, await answerOf(attempt, session));
    }
  } catch (error) {
    if (!(error instanceof StewardError) || error.detail.code !== 'no-answer') throw error;
    // What it answered in time holds; for the others it is not waited again.
    const none: Answer = { outcome: 'not run here', said: error.detail.found };
    for (const { key } of missing) if (!fresh.has(key)) fresh.set(key, none);
  } finally {
    await session.close();
  }
  return fresh;
}

/** A parser needs no order, and one that is out of time has answered for most. */
function shortestFirst(attempts: readonly Attempt[]): readonly Attempt[] {
  return [...attempts].sort((a, b) => a.statement.text.length - b.statement.text.length);
}

/** Takes statements and what their loads need, makes it: settings, and those sources that are read. */
export async function prepare(
  session: Session,
  statements: readonly TrialStatement[],
  prelude: Prelude,
): Promise<void> {
  const sources = new Set(statements.flatMap((statement) => statement.sources));
  if (sources.size === 0) return;
  await runAll(session, prelude.settings);
  for (const source of sources) await runAll(session, prelude.sources.get(source) ?? []);
}

async function answerOf({ texts }: Attempt, session: Session): Promise<Answer> {
  try {
    await runAll(session, texts);
    return { outcome: 'passed', said: '' };
  } catch (error) {
    if (!(error instanceof StewardError) || error.detail.code !== 'statement-refused') throw error;
    return { outcome: 'refused', said: error.detail.found };
  }
}
