/** `from` and `joins` of a mapping -> the tables of its load. */
import type { Mapping } from '../../specification/mapping.js';
import type { Join } from '../expressions/expression.js';
import { MappingFault } from '../expressions/fault.js';
import { readOrderTerms, readTableName, readTest, type Setting } from '../expressions/read-text.js';
import { type InScope, NOTHING_VISIBLE, type Scope } from '../expressions/scope.js';

/** The tables of a load, and what can be named with all of them there. */
export interface Tables {
  readonly first: InScope | null;
  readonly all: readonly InScope[];
  readonly joins: readonly Join[];
  readonly scope: Scope;
}

/**
 * Takes a mapping, gives its tables; throws a `MappingFault`. Joins are read from first to last, so that each sees those
 * before it.
 */
export function readTables({ from, joins, file, path }: Mapping, setting: Setting): Tables {
  if (from === null) {
    const said = {
      code: 'mapping-expression',
      message: 'the mapping has no `from`',
      expected: '`from`, or `not_held`',
    };
    throw new MappingFault({ file, path }, said);
  }
  const first = readTableName(from, { ...setting, scope: NOTHING_VISIBLE });
  let tables: Tables = { first, all: [first], joins: [], scope: scopeOf([first]) };
  for (const join of joins) {
    const added = readTableName(join.table, { ...setting, scope: NOTHING_VISIBLE });
    if (tables.scope.relations.has(added.relation.alias)) {
      const said = { code: 'mapping-expression', message: `two tables are called \`${added.relation.alias}\`` };
      throw new MappingFault(join.table, { ...said, expected: 'names of their own' });
    }
    const all = [...tables.all, added];
    const around = { ...setting, scope: scopeOf(all) };
    const order = join.firstBy === null ? [] : readOrderTerms(join.firstBy, around);
    const read: Join = { kind: join.kind, relation: added.relation, on: readTest(join.on, around), first: order };
    tables = { ...tables, all, joins: [...tables.joins, read], scope: around.scope };
  }
  return tables;
}

function scopeOf(tables: readonly InScope[]): Scope {
  return { relations: new Map(tables.map((table) => [table.relation.alias, table])), outer: null };
}
