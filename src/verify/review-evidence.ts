/** What the statements of a proposal are proved by: only those of objects whose SQL it changes. */
import type { Proof, Tier } from '../proof.js';
import type { Review, ReviewEvidence } from '../review.js';
import type { Specification } from '../specification/model.js';
import { loadParser, type Parse } from '../sql/expressions/parser.js';
import { mappingsOf, needsParser } from '../sql/render-target.js';
import { type Target, targetNamed } from '../sql/targets.js';
import type { Engine } from './engine.js';
import type { Answers } from './evidence-cache.js';
import { preludeOf } from './prelude.js';
import { prove } from './prove.js';
import { type TrialStatement, trialStatements } from './trial-statements.js';

/** What is asked about a proposal, as plain data that a thread can be sent. */
export interface EvidenceQuestion {
  /** Only scripts that change, with the objects that do. */
  readonly scripts: readonly ChangedScript[];
  /** Of the head. */
  readonly specification: Specification;
}

/** A target by its name, and the objects whose part of its script changes. */
export interface ChangedScript {
  readonly target: string;
  readonly objects: readonly string[];
}

/** What it takes to try the statements of a review. */
export interface ReviewTrial {
  readonly tiers: readonly Tier[];
  readonly engines: readonly Engine[];
  readonly answers: Answers;
  readonly hash: (text: string) => string;
}

/** Takes a review and the specification of its head; null where no SQL changes. */
export function questionOf({ sql }: Pick<Review, 'sql'>, specification: Specification): EvidenceQuestion | null {
  const changed = sql.filter(({ objects }) => objects.length > 0);
  const scripts = changed.map(({ target, objects }) => ({ target, objects: objects.map(({ object }) => object) }));
  return scripts.length === 0 ? null : { scripts, specification };
}

/** Tries the statements of the objects that change, gives a proof of each on each engine of their databases. */
export async function proveReview(
  { scripts, specification }: EvidenceQuestion,
  { tiers, engines, answers, hash }: ReviewTrial,
): Promise<ReviewEvidence> {
  const changed = scripts.map(changedTarget);
  const targets = changed.map(({ target }) => target);
  const parse = needsParser(specification, targets) ? await loadParser() : null;
  const proofs: Proof[] = [];
  for (const { target, objects } of changed) {
    const own = engines.filter(({ database, tier }) => database === target.dialect.database && tiers.includes(tier));
    for (const engine of own) {
      proofs.push(...(await proofsOf(engine, { specification, target, parse, objects }, { answers, hash })));
    }
  }
  const isExecuted = (name: string) => proofs.some(({ target, tier }) => target === name && tier === 'executed');
  const names = targets.map(({ name }) => name);
  return {
    tiers,
    proofs,
    noEngine: tiers.includes('executed') ? names.filter((name) => !isExecuted(name)) : [],
    freeSql: freeSqlOf(specification, changed),
  };
}

/** Says of every object that changes that nothing of it was tried, and why. */
export function unproved(
  { scripts, specification }: EvidenceQuestion,
  tiers: readonly Tier[],
  said: string,
): ReviewEvidence {
  const nothing = { element: '', hash: '', tier: tiers[0] ?? 'parsed', engine: 'every engine', version: null };
  const proofs = scripts.flatMap(({ target, objects }) =>
    objects.map((object): Proof => {
      return { ...nothing, target, object, statement: object, outcome: 'not run here', said, rewrites: [] };
    }),
  );
  return { tiers, proofs, noEngine: [], freeSql: freeSqlOf(specification, scripts.map(changedTarget)) };
}

interface ChangedTarget {
  readonly target: Target;
  readonly objects: ReadonlySet<string>;
}

function changedTarget({ target, objects }: ChangedScript): ChangedTarget {
  return { target: targetNamed(target), objects: new Set(objects) };
}

interface Script extends ChangedTarget {
  readonly specification: Specification;
  readonly parse: Parse | null;
}

/** A database needs the tables of all objects, and sources to load from; a parser needs neither. */
async function proofsOf(
  engine: Engine,
  { specification, target, parse, objects }: Script,
  options: Pick<ReviewTrial, 'answers' | 'hash'>,
): Promise<readonly Proof[]> {
  const isReading = engine.tier === 'parsed' || (await engine.version()) === null;
  if (isReading) return prove(trialStatements(specification, target, parse, objects), engine, options);
  const only = ({ object }: TrialStatement) => objects.has(object);
  const prelude = preludeOf(specification, target, engine);
  return prove(trialStatements(specification, target, parse), engine, { ...options, prelude, only });
}

/** Counted in mappings of changed objects, once for each CMS. */
function freeSqlOf(specification: Specification, changed: readonly ChangedTarget[]): number {
  const found = changed.flatMap(({ target, objects }) => {
    const own = mappingsOf(specification, target)?.mappings.filter(({ object }) => objects.has(object)) ?? [];
    return own.flatMap(({ items, sets }) => [
      ...items.filter(({ source }) => source.kind === 'free').map(({ ref }) => `${target.cms} ${ref}`),
      ...sets.filter(({ query }) => 'texts' in query).map((set) => `${target.cms} ${set.name}`),
    ]);
  });
  return new Set(found).size;
}
