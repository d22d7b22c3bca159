/** What the statements of a proposal are proved by: only those of objects whose SQL it changes. */
import type { Breathe } from '../ports.js';
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

/** What it takes to try the statements of a review. */
export interface ReviewTrial {
  readonly tiers: readonly Tier[];
  readonly engines: readonly Engine[];
  readonly answers: Answers;
  readonly hash: (text: string) => string;
  /** Between one script and the next. */
  readonly breathe?: Breathe | undefined;
}

/** Takes a review and the specification of its head, gives the proofs; null where no SQL changes. */
export async function proveReview(
  review: Review,
  specification: Specification,
  { tiers, engines, answers, hash, breathe = async () => undefined }: ReviewTrial,
): Promise<ReviewEvidence | null> {
  const changed = review.sql.filter(({ objects }) => objects.length > 0);
  if (changed.length === 0) return null;
  const targets = changed.map(({ target }) => targetNamed(target));
  const parse = needsParser(specification, targets) ? await loadParser() : null;
  const proofs: Proof[] = [];
  for (const [index, target] of targets.entries()) {
    const objects = new Set(changed[index]?.objects.map(({ object }) => object));
    const own = engines.filter(({ database, tier }) => database === target.dialect.database && tiers.includes(tier));
    for (const engine of own) {
      const found = await proofsOf(engine, { specification, target, parse, objects }, { answers, hash });
      proofs.push(...found);
      await breathe();
    }
  }
  const isExecuted = (name: string) => proofs.some(({ target, tier }) => target === name && tier === 'executed');
  const noEngine = tiers.includes('executed')
    ? changed.map(({ target }) => target).filter((name) => !isExecuted(name))
    : [];
  return { tiers, proofs, noEngine, freeSql: freeSqlOf(specification, changed, targets) };
}

interface Script {
  readonly specification: Specification;
  readonly target: Target;
  readonly parse: Parse | null;
  readonly objects: ReadonlySet<string>;
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
function freeSqlOf(specification: Specification, changed: Review['sql'], targets: readonly Target[]): number {
  const found = changed.flatMap(({ objects }, index) => {
    const target = targets[index];
    const names = new Set(objects.map(({ object }) => object));
    const cms = target ? mappingsOf(specification, target) : null;
    const own = cms?.mappings.filter(({ object }) => names.has(object)) ?? [];
    return own.flatMap(({ items, sets }) => [
      ...items.filter(({ source }) => source.kind === 'free').map(({ ref }) => `${target?.cms} ${ref}`),
      ...sets.filter(({ query }) => 'texts' in query).map((set) => `${target?.cms} ${set.name}`),
    ]);
  });
  return new Set(found).size;
}
