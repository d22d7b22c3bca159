/** Everything that is tried of one script: each statement, the second run of its loads, and its tables beside a twin's. */
import type { Proof, Tier } from '../proof.js';
import type { Specification } from '../specification/model.js';
import { postgres } from '../sql/dialects/postgres.js';
import type { Parse } from '../sql/expressions/parser.js';
import { mappingsOf } from '../sql/render-target.js';
import type { Target } from '../sql/targets.js';
import type { Engine } from './engine.js';
import { compatibleEngine, twinEngine } from './engines.js';
import type { Answers } from './evidence-cache.js';
import { withMadeUpValues } from './made-up-values.js';
import { preludeOf, twinTexts } from './prelude.js';
import { prove } from './prove.js';
import { proveRepeat, type Repeat } from './repeat.js';
import { trialStatements } from './trial-statements.js';
import { proveTwin, type TwinSide } from './twin.js';

/** What scripts are tried with. */
export interface ScriptTrial {
  readonly specification: Specification;
  /** Null where nothing is mapped. */
  readonly parse: Parse | null;
  readonly engines: readonly Engine[];
  readonly tiers: readonly Tier[];
  readonly answers: Answers;
  /** SHA-256 in hexadecimal digits. */
  readonly hash: (text: string) => string;
}

/** What came of a script. */
export interface ScriptProofs {
  readonly proofs: readonly Proof[];
  readonly repeats: readonly Repeat[];
}

/**
 * Takes a target, gives what came of its script on all engines of its database, which work at the same time. Statements
 * are tried as they stand in the script; where tables are looked at, parameters that an authority has to give have
 * values that are made up, so that every table has rows.
 */
export async function proveScript(target: Target, trial: ScriptTrial): Promise<ScriptProofs> {
  const { specification, parse, engines, tiers, answers, hash } = trial;
  const statements = trialStatements(specification, target, parse);
  const own = engines.filter(({ database, tier }) => database === target.dialect.database && tiers.includes(tier));
  const filled = { ...trial, specification: withMadeUpValues(specification) };
  const [found, twins] = await Promise.all([
    Promise.all(
      own.map(async (engine) => {
        const prelude = engine.tier === 'parsed' ? undefined : preludeOf(specification, target, engine);
        const proofs = await prove(statements, engine, { answers, hash, ...(prelude ? { prelude } : {}) });
        return { proofs, repeat: await repeatOn(engine, target, filled) };
      }),
    ),
    tiers.includes('twin') ? twinProofs(target, filled) : [],
  ]);
  return {
    proofs: [...found.flatMap(({ proofs }) => proofs), ...twins],
    repeats: found.flatMap(({ repeat }) => repeat ?? []),
  };
}

async function repeatOn(engine: Engine, target: Target, trial: ScriptTrial): Promise<Repeat | null> {
  if (engine.tier === 'parsed') return null;
  const { specification, parse, answers, hash } = trial;
  const statements = trialStatements(specification, target, parse);
  const prelude = preludeOf(specification, target, engine);
  return proveRepeat(engine, { specification, target, statements, prelude, answers, hash });
}

/** A target of the product itself needs no twin. */
async function twinProofs(target: Target, trial: ScriptTrial): Promise<readonly Proof[]> {
  const { specification, parse } = trial;
  const compatible = compatibleEngine(target.dialect.database);
  if (compatible === null || mappingsOf(specification, target) === null) return [];
  const product = await twinEngine();
  const [ours, theirs] = twinTexts(target);
  const own: TwinSide = {
    target,
    engine: compatible,
    statements: trialStatements(specification, target, parse),
    prelude: preludeOf(specification, target, compatible, ours),
  };
  const other: Target = { ...target, name: `${target.cms}.${postgres.name}`, dialect: postgres };
  const twin: TwinSide = {
    target: other,
    engine: product,
    statements: trialStatements(specification, other, parse),
    prelude: preludeOf(specification, other, product, theirs),
  };
  return proveTwin([own, twin], trial);
}
