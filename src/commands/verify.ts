/** `steward verify`: every statement of every script, tried on the engines that are here. */
import { join } from 'node:path';
import { StewardError } from '../errors.js';
import { loadLocalSide, sha256 } from '../local/review-local.js';
import type { Proof } from '../proof.js';
import { TIERS, type Tier } from '../proof.js';
import type { Specification } from '../specification/model.js';
import { loadParser } from '../sql/expressions/parser.js';
import { needsParser } from '../sql/render-target.js';
import { type Target, targetNamed } from '../sql/targets.js';
import type { Engine } from '../verify/engine.js';
import { connectedEngine } from '../verify/engines/connected.js';
import { ENGINES } from '../verify/engines.js';
import { evidenceOf, type MadeUp } from '../verify/evidence.js';
import { EvidenceCache } from '../verify/evidence-cache.js';
import { parametersMadeUp } from '../verify/made-up-values.js';
import { proveScript } from '../verify/prove-script.js';
import { remoteEngine } from '../verify/remote/remote-engine.js';
import { type EvidenceFormat, renderEvidence } from '../verify/render-evidence.js';
import type { Repeat } from '../verify/repeat.js';
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

/**
 * Seconds for a parser to read one script: ten times what the longest takes on a slow machine, because a statement that
 * no grammar comes to an end with must not keep the others.
 */
const PATIENCE = 600;

/**
 * Exit 1 when an engine refuses a statement, or a second run is not like the first. An engine that is not here refuses
 * nothing, and proves nothing.
 */
export async function verifyCommand(folder: string, command: VerifyCommand): Promise<number> {
  const { specification, config, repository } = await loadLocalSide(folder, command.head);
  const targets = chosenTargets(config.targets, command.cms);
  const parse = needsParser(specification, targets) ? await loadParser() : null;
  const tiers = command.tier ? [command.tier] : TIERS;
  const connected = command.connect.map(connectedEngine);
  refuseSharing(targets, connected);
  // A parser works on a thread, beside the databases.
  const engines = [...connected, ...ENGINES].map((one) => (one.tier === 'parsed' ? remoteEngine(one, PATIENCE) : one));
  const answers = await EvidenceCache.open(join(repository.root, '.steward', 'evidence.json'));
  const proofs: Proof[] = [];
  const repeats: Repeat[] = [];
  for (const target of targets) {
    progress(target.name);
    const found = await proveScript(target, { specification, parse, engines, tiers, answers, hash: sha256 });
    proofs.push(...found.proofs);
    repeats.push(...found.repeats);
    await answers.save();
  }
  progress('');
  const evidence = evidenceOf(proofs, { repeats, madeUp: madeUpFor(specification, proofs, repeats) });
  await print(renderEvidence(evidence, command.format, tiers));
  const isSame = repeats.every(({ outcome }) => outcome === 'passed');
  return evidence.refused.length === 0 && isSame ? FINE : MEND;
}

/** Said of each CMS whose tables were looked at. */
function madeUpFor({ cms }: Specification, proofs: readonly Proof[], repeats: readonly Repeat[]): readonly MadeUp[] {
  const looked = [...proofs.filter(({ tier, version }) => tier === 'twin' && version !== null), ...repeats];
  const names = new Set(looked.map(({ target }) => targetNamed(target).cms));
  return cms
    .filter((one) => names.has(one.cms))
    .map((one) => ({ cms: one.cms, parameters: parametersMadeUp(one) }))
    .filter(({ parameters }) => parameters.length > 0);
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
