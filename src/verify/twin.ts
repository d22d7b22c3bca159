/**
 * The same mapping on two products: the script of a target on a compatible engine, and what the mapping gives for
 * PostgreSQL on PostgreSQL, both on the same synthetic sources and the same day. Then the tables are compared.
 */
import { StewardError } from '../errors.js';
import type { DataObject, Specification } from '../specification/model.js';
import { fold } from '../sql/names.js';
import type { Target } from '../sql/targets.js';
import type { DatabaseSession, Engine, Row } from './engine.js';
import { NO_ROWS } from './evidence-words.js';
import { limitOf } from './limits.js';
import type { Proof } from './proof.js';
import { type Prelude, type ProveOptions, prepare } from './prove.js';
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

/**
 * Takes both sides, the target's first, gives a proof for each load. A load that an engine refuses cannot be compared
 * and counts as refused. Where one of the engines is not here, nothing is proved.
 */
export async function proveTwin(
  [own, twin]: readonly [TwinSide, TwinSide],
  specification: Specification,
  { hash }: Pick<ProveOptions, 'hash'>,
): Promise<readonly Proof[]> {
  const loads = own.statements.filter(({ element }) => element === 'insert_data');
  const versions = [await own.engine.version(), await twin.engine.version()];
  const isHere = versions.every((version) => version !== null);
  const objects = new Map(specification.objects.map((object) => [fold(object.name), object]));
  const [left, right] = isHere ? [await filled(own, loads, objects), await filled(twin, loads, objects)] : [null, null];
  return loads.map((load): Proof => {
    const object = objects.get(fold(load.object));
    const found = left && right && object ? differences(object, [own, left], [twin, right]) : '';
    const limit = limitOf(load.bare, found, own.engine);
    const said = left?.refused.has(fold(load.object)) && limit !== null ? limit : found;
    return {
      target: load.target,
      object: load.object,
      element: load.element,
      statement: load.name,
      hash: hash(load.text),
      tier: 'twin',
      engine: `${own.engine.name} and ${twin.engine.name}`,
      version: isHere ? versions.join(' and ') : null,
      outcome: !isHere || said === NO_ROWS || said === limit ? 'not run here' : said === '' ? 'passed' : 'refused',
      said,
      rewrites: rewritten(load, own.engine).rewrites,
    };
  });
}

async function filled(
  side: TwinSide,
  loads: readonly TrialStatement[],
  objects: ReadonlyMap<string, DataObject>,
): Promise<Filled> {
  const { engine, statements, prelude, target } = side;
  const session = await engine.open();
  const refused = new Map<string, string>();
  try {
    const parts = statements.filter(({ element }) => element === 'create_table' || element === 'insert_data');
    await prepare(session, parts, prelude);
    for (const statement of parts) {
      const { text } = engine.tier === 'compatible' ? rewritten(statement, engine) : statement;
      const said = await refusal(session, text);
      if (said !== '') refused.set(fold(statement.object), said);
    }
    const rows = new Map<string, readonly Row[]>();
    for (const { object: name } of loads) {
      const object = objects.get(fold(name));
      const isRead = object && !refused.has(fold(name));
      if (isRead) rows.set(fold(name), await readTable(session, readableTable(object, target), target.dialect));
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
