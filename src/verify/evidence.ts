/** All proofs of a run, counted for people: one row a target, one cell an engine. */
import type { Proof } from '../proof.js';
import { TIERS, type Tier } from '../proof.js';
import type { Repeat } from './repeat.js';
import { GUARD, REWRITES } from './rewrites.js';

/** What one engine makes of one target. */
export interface Cell {
  readonly tier: Tier;
  readonly engine: string;
  readonly version: string | null;
  readonly passed: number;
  readonly all: number;
  /** True where nothing was tried: the engine is not here. */
  readonly isMissing: boolean;
}

/** One target with what its engines make of it, best tier first. */
export interface EvidenceRow {
  readonly target: string;
  readonly statements: number;
  readonly cells: readonly Cell[];
}

/** A kind of rewrite, and in how many statements it was made. */
export interface RewriteCount {
  readonly name: string;
  readonly reason: string;
  readonly statements: number;
}

/** A run as one value; JSON as it is. */
export interface Evidence {
  readonly rows: readonly EvidenceRow[];
  readonly refused: readonly Proof[];
  /** What scripts leave as it is when they are run twice. */
  readonly repeats: readonly Repeat[];
  /** Statements that an engine which is here could prove nothing of. */
  readonly unproved: readonly Proof[];
  readonly rewrites: readonly RewriteCount[];
  /** What was given in place of an authority where tables were looked at. */
  readonly madeUp: readonly MadeUp[];
}

/** Parameters of a CMS that no script has a value for, and that values were made up for. */
export interface MadeUp {
  readonly cms: string;
  readonly parameters: readonly string[];
}

/** Takes the proofs of a run, and what came of running scripts twice and with which values, gives them counted. */
export function evidenceOf(
  proofs: readonly Proof[],
  { repeats = [], madeUp = [] }: Partial<Pick<Evidence, 'repeats' | 'madeUp'>> = {},
): Evidence {
  const targets = grouped(proofs, ({ target }) => target);
  return {
    rows: [...targets].map(([target, own]) => {
      const engines = [...grouped(own, ({ tier, engine }) => `${tier} ${engine}`).values()];
      const cells = engines.map(cellOf).sort((a, b) => TIERS.indexOf(a.tier) - TIERS.indexOf(b.tier));
      return { target, statements: Math.max(...cells.map(({ all }) => all)), cells };
    }),
    refused: proofs.filter(({ outcome }) => outcome === 'refused'),
    repeats,
    unproved: proofs.filter(({ outcome, said }) => outcome === 'not run here' && said !== ''),
    rewrites: [GUARD, ...REWRITES]
      .map(({ name, reason }) => ({
        name,
        reason,
        statements: new Set(proofs.filter(({ rewrites }) => rewrites.includes(name)).map(statementOf)).size,
      }))
      .filter(({ statements }) => statements > 0),
    madeUp,
  };
}

/** The same for every trial of a statement, with the values of the script or with others. */
function statementOf({ target, object, element, statement }: Proof): string {
  return JSON.stringify([target, object, element, statement]);
}

function cellOf(proofs: readonly Proof[]): Cell {
  const [{ tier, engine, version } = { tier: 'parsed' as Tier, engine: '', version: null }] = proofs;
  return {
    tier,
    engine,
    version,
    passed: proofs.filter(({ outcome }) => outcome === 'passed').length,
    all: proofs.length,
    isMissing: proofs.every(({ outcome }) => outcome === 'not run here'),
  };
}

function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
