/** The facts of a script that a summary counts, each under a key that is the same in both revisions. */
import { type Load, loadColumnsOf } from './loads/load.js';
import type { RenderedObject } from './render-object.js';
import { columnsOf, type Origin, type Statement } from './statement.js';

/** An object as rendered in both revisions; null where it does not exist. */
export interface RenderedPair {
  readonly base: RenderedObject | null;
  readonly head: RenderedObject | null;
}

/** One thing that a script creates. */
export interface Fact {
  readonly kind: 'table' | 'column' | 'primary key' | 'foreign key' | 'index' | 'load' | 'source';
  readonly key: string;
  /** Number of the pair whose table it belongs to. */
  readonly pair: number;
  readonly name: string;
  /** The table's own name. */
  readonly table: string;
  /** Of a column: type with size; of a load and its sources what they are; of a foreign key that is taken off so. */
  readonly type: string;
  readonly nullable: boolean;
  readonly itemRef: string;
}

/** The type of a foreign key that a script takes off a deployed table; one that it enforces has none. */
export const TAKEN_OFF = 'taken off';

/** Takes an item's ref and gives the ref the same item had in the base; `''` where there is none. */
export type BaseRefOf = (itemRef: string) => string;

/** Takes the pairs' renderings of one side, gives the facts by kind and key; items without a ref go by table and name. */
export function scriptFacts(
  sides: readonly (RenderedObject | null)[],
  baseRefOf: BaseRefOf,
): ReadonlyMap<string, Fact> {
  const facts = sides.flatMap((side, pair) =>
    (side?.statements ?? []).flatMap((statement) => statementFacts(statement, pair, baseRefOf)),
  );
  const byKey = new Map<string, Fact>();
  for (const fact of facts) {
    const key = `${fact.kind} ${fact.key}`;
    byKey.set(byKey.has(key) ? `${key} of ${fact.pair} ${fact.name}` : key, fact);
  }
  return byKey;
}

function statementFacts(statement: Statement, pair: number, baseRefOf: BaseRefOf): Fact[] {
  if (statement.kind === 'remark' || statement.kind === 'count-orphans') return [];
  const { table } = statement;
  const itemFact = (kind: Fact['kind'], name: string, [origin]: readonly [Origin, ...Origin[]]): Fact => {
    const key = baseRefOf(origin.itemRef) || `${pair} ${name}`;
    return { kind, key, pair, name, table, type: '', nullable: true, itemRef: origin.itemRef };
  };
  if (statement.kind === 'create-index') return [itemFact('index', statement.column, statement.origins)];
  if (statement.kind === 'add-foreign-key') return [itemFact('foreign key', statement.column, statement.origins)];
  if (statement.kind === 'remove-foreign-key') {
    return [{ ...itemFact('foreign key', statement.column, statement.origins), type: TAKEN_OFF }];
  }
  if (statement.kind === 'load') return loadFacts(statement, pair, itemFact);
  const whole = { key: `${pair}`, pair, table, type: '', nullable: true, itemRef: '' };
  const keyRefs = statement.primaryKey?.origins.map(({ itemRef }) => baseRefOf(itemRef)).join(' ') ?? '';
  return [
    { ...whole, kind: 'table', name: table },
    { ...whole, kind: 'primary key', name: keyRefs },
    ...columnsOf(statement).map(({ name, type, nullable, origins }) => ({
      ...itemFact('column', name, origins),
      type: `${type.name} ${type.size}`,
      nullable,
    })),
  ];
}

/** Where rows come from, and where the value of each column does. */
function loadFacts(
  load: Load,
  pair: number,
  itemFact: (kind: Fact['kind'], name: string, origins: readonly [Origin, ...Origin[]]) => Fact,
): Fact[] {
  const { from, joins, where, onePer, guard, order, distinct, sets } = load;
  const sources = loadColumnsOf(load).map(({ name, origins, source }) => ({
    ...itemFact('source', name, origins),
    type: JSON.stringify(source),
  }));
  const conditions = where.map(({ condition }) => condition);
  const type = JSON.stringify([
    from,
    joins,
    conditions,
    onePer,
    guard,
    order,
    distinct,
    sets.map(({ query }) => query),
  ]);
  const { table } = load;
  return [{ kind: 'load', key: `${pair}`, pair, name: table, table, type, nullable: true, itemRef: '' }, ...sources];
}
