/** `steward verify`: every statement of every script, tried on the engines that are here. */
import { join } from 'node:path';
import { StewardError } from '../errors.js';
import { loadLocalSide, sha256 } from '../local/review-local.js';
import type { Specification } from '../specification/model.js';
import { postgres } from '../sql/dialects/postgres.js';
import { loadParser, type Parse } from '../sql/expressions/parser.js';
import { mappingsOf, needsParser } from '../sql/render-target.js';
import { type Target, targetNamed } from '../sql/targets.js';
import { type Engine, TIERS, type Tier } from '../verify/engine.js';
import { connectedEngine } from '../verify/engines/connected.js';
import { compatibleEngine, ENGINES, twinEngine } from '../verify/engines.js';
import { evidenceOf } from '../verify/evidence.js';
import { EvidenceCache } from '../verify/evidence-cache.js';
import { oracleParser } from '../verify/parsers/oracle-parser.js';
import { preludeOf, twinPreludes } from '../verify/prelude.js';
import type { Proof } from '../verify/proof.js';
import { prove } from '../verify/prove.js';
import { remoteEngine } from '../verify/remote/remote-engine.js';
import { type EvidenceFormat, renderEvidence } from '../verify/render-evidence.js';
import { proveRepeat, type Repeat } from '../verify/repeat.js';
import { trialStatements } from '../verify/trial-statements.js';
import { proveTwin } from '../verify/twin.js';
import { FINE, MEND, print, progress } from './output.js';

/** Options of `steward verify`. */
export interface VerifyCommand {
  readonly head: string;
  /** Only the scripts of this CMS. */
  readonly cms?: string;
  /** Only this tier. */
  readonly tier?: Tier;
  readonly format: EvidenceFormat;
  /** Products that are run elsewhere, each as `database=command of its client`. */
  readonly connect: readonly string[];
}

/** Seconds for a grammar of Oracle to read one script: some statements of many nested calls take it minutes. */
const PATIENCE = 90;

/**
 * Exit 1 when an engine refuses a statement, or a second run is not like the first. An engine that is not here refuses
 * nothing, and proves nothing.
 */
export async function verifyCommand(folder: string, command: VerifyCommand): Promise<number> {
  const side = await loadLocalSide(folder, command.head);
  const targets = chosenTargets(side.config.targets, command.cms);
  const parse = needsParser(side.specification, targets) ? await loadParser() : null;
  const tiers = command.tier ? [command.tier] : TIERS;
  const connected = command.connect.map(connectedEngine);
  refuseSharing(targets, connected);
  const engines = [
    ...connected,
    ...ENGINES.map((engine) => (engine === oracleParser ? remoteEngine(engine, PATIENCE) : engine)),
  ];
  const answers = await EvidenceCache.open(join(side.repository.root, '.steward', 'evidence.json'));
  const proofs: Proof[] = [];
  const repeats: Repeat[] = [];
  for (const target of targets) {
    const statements = trialStatements(side.specification, target, parse);
    const own = engines.filter(({ database, tier }) => database === target.dialect.database && tiers.includes(tier));
    for (const engine of own) {
      progress(`${target.name} on ${engine.name}`);
      const prelude = preludeOf(side.specification, target, engine);
      proofs.push(...(await prove(statements, engine, { answers, hash: sha256, prelude })));
      const { specification } = side;
      const trial = { specification, target, statements, prelude, answers, hash: sha256 };
      const repeat = await proveRepeat(engine, trial);
      if (repeat !== null) repeats.push(repeat);
    }
    if (tiers.includes('twin') && parse !== null) proofs.push(...(await twinProofs(side.specification, target, parse)));
    await answers.save();
  }
  progress('');
  const evidence = evidenceOf(proofs, repeats);
  await print(renderEvidence(evidence, command.format, tiers));
  const isSame = repeats.every(({ outcome }) => outcome === 'passed');
  return evidence.refused.length === 0 && isSame ? FINE : MEND;
}

/** A target of the product itself needs no twin. */
async function twinProofs(specification: Specification, target: Target, parse: Parse): Promise<readonly Proof[]> {
  const compatible = compatibleEngine(target.dialect.database);
  if (compatible === null || mappingsOf(specification, target) === null) return [];
  const engine = await twinEngine();
  const other: Target = { ...target, name: `${target.cms}.${postgres.name}`, dialect: postgres };
  const [ours, theirs] = twinPreludes(target);
  const own = {
    target,
    engine: compatible,
    statements: trialStatements(specification, target, parse),
    prelude: preludeOf(specification, target, compatible, ours),
  };
  const twin = {
    target: other,
    engine,
    statements: trialStatements(specification, other, parse),
    prelude: preludeOf(specification, other, engine, theirs),
  };
  return proveTwin([own, twin], specification, { hash: sha256 });
}

/** A script leaves tables that are there as they are: a second one in the same database would prove nothing. */
function refuseSharing(targets: readonly Target[], connected: readonly Engine[]): void {
  for (const { name, database } of connected) {
    const own = targets.filter(({ dialect }) => dialect.database === database);
    if (own.length < 2) continue;
    throw new StewardError({
      code: 'bad-connection',
      place: '',
      found: `${own.length} scripts are for ${name}: ${own.map((target) => target.name).join(', ')}`,
      expected: 'one of them by --cms, and an empty database for each',
    });
  }
}

function chosenTargets(configured: readonly string[], cms: string | undefined): readonly Target[] {
  const targets = configured.map(targetNamed).filter((target) => cms === undefined || target.cms === cms);
  if (targets.length > 0 || cms === undefined) return targets;
  const known = [...new Set(configured.map((name) => targetNamed(name).cms))].join(', ');
  throw new StewardError({
    code: 'unknown-cms',
    place: '',
    found: `no script is generated for ${JSON.stringify(cms)}`,
    expected: `one of ${known}`,
  });
}
