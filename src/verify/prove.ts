/** Tries statements on engines. What an engine answered before under the same circumstances is not asked again. */
import { StewardError } from '../errors.js';
import { fold } from '../sql/names.js';
import type { Engine, Session } from './engine.js';
import type { Answer, Answers } from './evidence-cache.js';
import type { Proof } from './proof.js';
import { rewritten } from './rewrites.js';
import type { TrialStatement } from './trial-statements.js';

/** What a trial needs from outside. */
export interface ProveOptions {
  readonly answers: Answers;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: (text: string) => string;
}

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
  if (version === null) {
    return statements.map((one) => proofOf(one, { outcome: 'not run here', said: '', rewrites: [] }));
  }
  const attempts = attemptsOf(statements, engine, { version, hash: options.hash });
  const fresh = await tryMissing(attempts, engine, options.answers);
  for (const [key, answer] of fresh) options.answers.set(key, answer);
  return attempts.map(({ statement, key, rewrites }) => {
    const answer = fresh.get(key) ?? options.answers.get(key) ?? { outcome: 'refused', said: 'it was not tried' };
    return proofOf(statement, { ...answer, rewrites });
  });
}

/** The answer depends on the tables that have to be there before. */
function attemptsOf(
  statements: readonly TrialStatement[],
  engine: Engine,
  { version, hash }: { version: string; hash: ProveOptions['hash'] },
): readonly Attempt[] {
  const given = statements.map((statement) => ({ statement, ...textsFor(statement, engine) }));
  const tables = new Map(
    given.filter(({ statement }) => makesTable(statement)).map((one) => [tableOf(one.statement), one.texts]),
  );
  return given.map(({ statement, texts, rewrites }) => {
    const required = statement.requires.map((table) => tables.get(table) ?? []);
    return { statement, texts, rewrites, key: hash(JSON.stringify([engine.name, version, texts, required])) };
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
  const { text, bare } = statement;
  if (engine.tier === 'executed') return { texts: [text, text], rewrites: [] };
  if (engine.tier === 'parsed') return { texts: text === bare ? [text] : [text, bare], rewrites: [] };
  const { text: only, rewrites } = rewritten(statement, engine);
  return { texts: [only], rewrites };
}

function makesTable({ element }: TrialStatement): boolean {
  return element === 'create_table';
}

function tableOf({ name }: TrialStatement): string {
  return fold(name);
}

/** A database needs the tables of what is tried, also of those that have their answer; a parser needs none. */
async function tryMissing(
  attempts: readonly Attempt[],
  engine: Engine,
  answers: Answers,
): Promise<ReadonlyMap<string, Answer>> {
  const missing = new Set(attempts.filter(({ key }) => answers.get(key) === undefined));
  const fresh = new Map<string, Answer>();
  if (missing.size === 0) return fresh;
  const needed = new Set([...missing].flatMap(({ statement }) => statement.requires));
  const session = await engine.open();
  try {
    for (const attempt of attempts) {
      const isNeeded =
        engine.tier !== 'parsed' && makesTable(attempt.statement) && needed.has(tableOf(attempt.statement));
      if (missing.has(attempt) || isNeeded) fresh.set(attempt.key, await answerOf(attempt, session));
    }
  } finally {
    await session.close();
  }
  return fresh;
}

async function answerOf({ texts }: Attempt, session: Session): Promise<Answer> {
  try {
    for (const text of texts) await session.run(text);
    return { outcome: 'passed', said: '' };
  } catch (error) {
    if (!(error instanceof StewardError) || error.detail.code !== 'statement-refused') throw error;
    return { outcome: 'refused', said: error.detail.found };
  }
}
