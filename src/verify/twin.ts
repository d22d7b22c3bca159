/**
 * The same mapping on two products: the script of a target on a compatible engine, and what the mapping gives for
 * PostgreSQL on PostgreSQL, both on the same synthetic sources and the same day. Then the tables are compared,
 * those that were not compared before from the same texts and sources.
 */
import { StewardError } from '../errors.js';
import type { Proof } from '../proof.js';
import type { DataObject, Specification } from '../specification/model.js';
import { fold } from '../sql/names.js';
import type { Target } from '../sql/targets.js';
import type { DatabaseSession, Engine, Row } from './engine.js';
import type { Answer, Answers } from './evidence-cache.js';
import { NO_ROWS } from './evidence-words.js';
import { limitOf } from './limits.js';
import { isLoad, loadBasis, neededBy } from './needed.js';
import { type Prelude, prepare } from './prove.js';
import { rewritten } from './rewrites.js';
import { compareTables } from './tables/compare-tables.js';
import { readTable } from './tables/read-table.js';
import { readableTable } from './tables/readable-table.js';
import type { TrialStatement } from './trial-statements.js';

/** One of the two: what is run, where. */
export interface TwinSide {
  readonly target: Target;
  readonly engine: Engine<DatabaseSession>;
  readonly statements: readonly TrialStatement[];
  readonly prelude: Prelude;
}

/** Tables by folded name, and why others are not there. */
interface Filled {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  readonly refused: ReadonlyMap<string, string>;
}

/** What it takes to compare: the objects, what was answered before, and SHA-256 in hexadecimal digits. */
export interface TwinTrial {
  readonly specification: Specification;
  readonly answers: Answers;
  readonly hash: (text: string) => string;
}

/** Both sides, the target's first. */
export type Twins = readonly [own: TwinSide, twin: TwinSide];

/**
 * Takes both sides, gives a proof for each load. A load that an engine refuses cannot be compared and counts as
 * refused. Where one of the engines is not here, nothing is proved.
 */
export async function proveTwin(twins: Twins, trial: TwinTrial): Promise<readonly Proof[]> {
  const [own, twin] = twins;
  const { answers, hash } = trial;
  const loads = own.statements.filter(isLoad);
  const versions = await Promise.all(twins.map(({ engine }) => engine.version()));
  const isHere = versions.every((version) => version !== null);
  const keys = isHere ? keysOf(loads, twins, { ...trial, versions }) : new Map<TrialStatement, string>();
  const known = (load: TrialStatement) => answers.get(keys.get(load) ?? '');
  const missing = isHere ? loads.filter((load) => known(load) === undefined) : [];
  const fresh = missing.length === 0 ? new Map<TrialStatement, Answer>() : await compared(missing, twins, trial);
  for (const [load, answer] of fresh) answers.set(keys.get(load) ?? '', answer);
  return loads.map(
    (load): Proof => ({
      target: load.target,
      object: load.object,
      element: load.element,
      statement: load.name,
      hash: hash(load.text),
      tier: 'twin',
      engine: `${own.engine.name} and ${twin.engine.name}`,
      version: isHere ? versions.join(' and ') : null,
      rewrites: rewritten(load, own.engine).rewrites,
      ...outcomeOf(load, fresh.get(load) ?? known(load), own.engine),
    }),
  );
}

/** What the rows of both sides depend on, and how they are read. */
function keysOf(
  loads: readonly TrialStatement[],
  twins: Twins,
  { specification, hash, versions }: TwinTrial & { readonly versions: readonly (string | null)[] },
): ReadonlyMap<TrialStatement, string> {
  const objects = objectsOf(specification);
  const bases = twins.map((side, index) =>
    loadBasis({ ...side, version: versions[index] ?? null, script: side.statements, hash, textOf: textFor(side) }),
  );
  const keyOf = (load: TrialStatement) => {
    const items = objects.get(fold(load.object))?.items ?? [];
    const read = items.map(({ name, type, size, primaryKey }) => [name, type, size, primaryKey]);
    const sides = twins.map(({ statements }, index) => bases[index]?.(loadOf(statements, load.object) ?? load));
    return hash(JSON.stringify(['twin', ...sides, read]));
  };
  return new Map(loads.map((load) => [load, keyOf(load)]));
}

function textFor({ engine }: TwinSide): (statement: TrialStatement) => string {
  return (statement) => rewritten(statement, engine).text;
}

function loadOf(statements: readonly TrialStatement[], object: string): TrialStatement | undefined {
  return statements.find((statement) => isLoad(statement) && statement.object === object);
}

function objectsOf({ objects }: Specification): ReadonlyMap<string, DataObject> {
  return new Map(objects.map((object) => [fold(object.name), object]));
}

/** A limit of the engine, and no rows, are no fault of the statement, and prove nothing. */
function outcomeOf(load: TrialStatement, answer: Answer | undefined, engine: Engine): Pick<Proof, 'outcome' | 'said'> {
  if (answer === undefined) return { outcome: 'not run here', said: '' };
  const { outcome, said } = answer;
  const isOwn = said.startsWith(`${engine.name} says: `);
  const reason = said === NO_ROWS ? said : isOwn ? limitOf(load.bare, said, engine) : null;
  return reason === null ? { outcome, said } : { outcome: 'not run here', said: reason };
}

/** Both engines work at the same time. */
async function compared(
  loads: readonly TrialStatement[],
  [own, twin]: Twins,
  { specification }: TwinTrial,
): Promise<ReadonlyMap<TrialStatement, Answer>> {
  const objects = objectsOf(specification);
  const wanted = loads.map(({ object }) => objects.get(fold(object))).filter((object) => object !== undefined);
  const [left, right] = await Promise.all([filled(own, wanted), filled(twin, wanted)]);
  const answers = new Map<TrialStatement, Answer>();
  for (const load of loads) {
    const object = objects.get(fold(load.object));
    if (object === undefined) continue;
    const said = differences(object, [own, left], [twin, right]);
    answers.set(load, { outcome: said === '' ? 'passed' : 'refused', said });
  }
  return answers;
}

async function filled(side: TwinSide, wanted: readonly DataObject[]): Promise<Filled> {
  const { engine, statements, prelude, target } = side;
  const session = await engine.open();
  const refused = new Map<string, string>();
  try {
    const names = new Set(wanted.map(({ name }) => name));
    const needed = neededBy(
      statements.filter((statement) => isLoad(statement) && names.has(statement.object)),
      statements,
    );
    const parts = statements.filter((statement) => needed.has(statement));
    await prepare(session, parts, prelude);
    for (const statement of parts) {
      const said = await refusal(session, textFor(side)(statement));
      if (said !== '') refused.set(fold(statement.object), said);
    }
    const rows = new Map<string, readonly Row[]>();
    for (const object of wanted.filter(({ name }) => !refused.has(fold(name)))) {
      rows.set(fold(object.name), await readTable(session, readableTable(object, target), target.dialect));
    }
    return { rows, refused };
  } finally {
    await session.close();
  }
}

async function refusal(session: DatabaseSession, text: string): Promise<string> {
  try {
    await session.run(text);
    return '';
  } catch (error) {
    if (error instanceof StewardError && error.detail.code === 'statement-refused') return error.detail.found;
    throw error;
  }
}

type Side = readonly [side: TwinSide, filled: Filled];

function differences(object: DataObject, [own, left]: Side, [twin, right]: Side): string {
  const name = fold(object.name);
  const refused = left.refused.get(name) ?? right.refused.get(name);
  if (refused !== undefined) return refused;
  if (left.rows.get(name)?.length === 0 && right.rows.get(name)?.length === 0) return NO_ROWS;
  return compareTables({
    columns: object.items.map((item) => item.name),
    key: object.items.filter(({ primaryKey }) => primaryKey).map((item) => item.name),
    left: { engine: own.engine.name, rows: left.rows.get(name) ?? [] },
    right: { engine: twin.engine.name, rows: right.rows.get(name) ?? [] },
  }).join('; ');
}
