/** Keeps of a plan what a database can have; the rest becomes a remark in its place, which is also a problem. */
import type { Path } from '../specification/model.js';
import type { Dialect } from './dialects/dialect.js';
import { keepLoad } from './loads/keep-load.js';
import { fold, nameFault, shown } from './names.js';
import {
  type AddForeignKey,
  type Column,
  type CountOrphans,
  type CreateIndex,
  type CreateTable,
  columnsOf,
  type PrimaryKey,
  type Remark,
  type RemoveForeignKey,
  type Statement,
} from './statement.js';

/** Takes the statements of a plan, gives those that run on the dialect, with remarks in place of the others. */
export function emittable(statements: readonly Statement[], dialect: Dialect): readonly Statement[] {
  const tables = statements.map((statement) =>
    statement.kind === 'create-table' ? keepTable(statement, dialect) : statement,
  );
  const kept = keptPaths(tables.filter((statement) => statement.kind === 'create-table'));
  const needed = neededPaths(statements.filter((statement) => statement.kind === 'create-table'));
  return tables
    .filter((statement) => kept.size > 0 || statement.element === 'create_table')
    .map((statement) => {
      if (statement.kind === 'load') return keepLoad(statement, { dialect, columns: kept, needed });
      return 'column' in statement ? keepColumnStatement(statement, kept, dialect) : statement;
    });
}

/** Paths tell two items of one name apart. */
function keptPaths(tables: readonly CreateTable[]): ReadonlySet<Path> {
  return new Set(tables.flatMap(columnsOf).map(({ origins: [item] }) => item.path));
}

/** Of every column that must not be null. */
function neededPaths(tables: readonly CreateTable[]): ReadonlySet<Path> {
  const columns = tables.flatMap(columnsOf).filter(({ nullable }) => !nullable);
  return new Set(columns.map(({ origins: [item] }) => item.path));
}

function keepTable(statement: CreateTable, dialect: Dialect): CreateTable | Remark {
  const { length } = columnsOf(statement);
  const isTooWide = length > dialect.columnLimit;
  const width = `it has ${length} columns, and ${dialect.title} takes ${dialect.columnLimit} at most`;
  const fault = dialect.nameFault(statement.table) || (isTooWide ? width : '');
  if (fault !== '') return refusal(statement, 'create_table', `No table ${shown(statement.table)}: ${fault}`);
  const table = { ...statement, members: keepColumns(statement.members, dialect) };
  if (columnsOf(table).length === 0) {
    return refusal(statement, 'create_table', `No table ${shown(statement.table)}: no name in it can be a column`);
  }
  return table.primaryKey === null ? table : keepKey(table, table.primaryKey, dialect);
}

function keepColumns(members: CreateTable['members'], dialect: Dialect): CreateTable['members'] {
  const taken = new Set<string>();
  return members.map((member) => {
    if (member.kind === 'remark') return member;
    const repeated = taken.has(fold(member.name)) ? 'another item of the object has this name' : '';
    const fault = anyFault(member.name, dialect) || repeated;
    taken.add(fold(member.name));
    return fault === '' ? member : refusal(member, 'create_table', `No column ${shown(member.name)}: ${fault}`);
  });
}

function keepKey(table: CreateTable, key: PrimaryKey, dialect: Dialect): CreateTable {
  const columns = columnsOf(table).filter((column) => key.origins.some(({ path }) => path === column.origins[0].path));
  const lost = columns.length < key.origins.length ? 'not all of its columns exist' : '';
  const types = columns.map(({ type }) => type);
  const fault = dialect.nameFault(key.name) || lost || dialect.keyFault(types, 'primary key');
  if (fault === '') return table;
  const remark = refusal(key, 'create_table', `No primary key ${shown(key.name)}: ${fault}`);
  return { ...table, members: [...table.members, remark], primaryKey: null };
}

function keepColumnStatement(
  statement: AddForeignKey | RemoveForeignKey | CreateIndex | CountOrphans,
  kept: ReadonlySet<Path>,
  dialect: Dialect,
): typeof statement | Remark {
  const lost = kept.has(statement.origins[0].path) ? '' : 'its column does not exist';
  const parent = 'parentColumn' in statement ? anyFault(statement.parentColumn, dialect) : '';
  if (statement.kind === 'count-orphans') return lost === '' && parent === '' ? statement : noCount(statement);
  const what = statement.kind === 'create-index' ? 'index' : 'foreign key';
  const fault = lost || parent || dialect.nameFault(statement.name) || dialect.keyFault([statement.type], what);
  if (fault === '') return statement;
  // What cannot be there need not be taken off.
  if (statement.kind === 'remove-foreign-key') return noRemoval(statement);
  return refusal(statement, statement.element, `No ${what} ${shown(statement.name)}: ${fault}`);
}

function noRemoval({ origins, element, name }: RemoveForeignKey): Remark {
  return { kind: 'remark', element, origins, text: `nothing to take off: ${shown(name)}`, problem: false };
}

function noCount({ origins, element, table, column }: CountOrphans): Remark {
  return { kind: 'remark', element, origins, text: `not counted: ${shown(`${table}.${column}`)}`, problem: false };
}

function anyFault(name: string, dialect: Dialect): string {
  return nameFault(name) || dialect.nameFault(name);
}

function refusal({ origins }: Pick<Column, 'origins'>, element: Remark['element'], text: string): Remark {
  return { kind: 'remark', element, origins, text, problem: true };
}
