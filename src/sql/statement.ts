/**
 * SQL as nodes. They say what is wanted in the standard's words; how a database spells it is the dialects' business.
 * Every node keeps where it comes from, so that every line of SQL can be traced to the data items behind it.
 */
import type { DataItem, DataObject, Spot } from '../specification/model.js';
import type { ColumnType } from './column-type.js';
import type { Load, LoadColumn } from './loads/load.js';

/** A data item, or with an empty `itemRef` a data object, that something was made from. */
export interface Origin extends Spot {
  readonly object: string;
  readonly itemRef: string;
}

/** Something that is made from items or objects. */
export interface Traced {
  /** At least one; the first is the item (or object) itself, others are what it refers to. */
  readonly origins: readonly [Origin, ...Origin[]];
}

/** Which part of an object's script a statement belongs to: the types of the META-ELEMENT tags. */
export type Element = 'create_table' | 'remove_fk' | 'insert_data' | 'create_fk' | 'create_idx' | 'count_orphans';

/** A column with the item it is made from. */
export interface Column extends Traced {
  readonly kind: 'column';
  readonly name: string;
  readonly type: ColumnType;
  readonly nullable: boolean;
}

/** A line of explanation, also left where something could not be emitted. */
export interface Remark extends Traced {
  readonly kind: 'remark';
  readonly element: Element;
  readonly text: string;
  /** Something the contributor has to mend, not only to know. */
  readonly problem: boolean;
}

/** The key of a table. */
export interface PrimaryKey extends Traced {
  /** `''` where the database is to name it. */
  readonly name: string;
  readonly columns: readonly string[];
}

/** A table with its columns and its key. */
export interface CreateTable extends Traced {
  readonly kind: 'create-table';
  readonly element: 'create_table';
  readonly table: string;
  readonly members: readonly (Column | Remark)[];
  readonly primaryKey: PrimaryKey | null;
}

/** A reference that the database enforces. */
export interface AddForeignKey extends Traced {
  readonly kind: 'add-foreign-key';
  readonly element: 'create_fk';
  readonly name: string;
  readonly table: string;
  readonly column: string;
  readonly parentTable: string;
  readonly parentColumn: string;
  readonly type: ColumnType;
}

/**
 * Takes off the key that an earlier script enforced on a table that this one does not fill: its rows stay while those of
 * ssd_person are deleted and come again.
 */
export interface RemoveForeignKey extends Omit<AddForeignKey, 'kind' | 'element'> {
  readonly kind: 'remove-foreign-key';
  readonly element: 'remove_fk';
}

/** An index on the column of a foreign key. */
export interface CreateIndex extends Traced {
  readonly kind: 'create-index';
  readonly element: 'create_idx';
  readonly name: string;
  readonly table: string;
  readonly column: string;
  readonly type: ColumnType;
}

/** A question after the load: how many rows refer to a parent that is not there. */
export interface CountOrphans extends Traced {
  readonly kind: 'count-orphans';
  readonly element: 'count_orphans';
  readonly table: string;
  readonly column: string;
  readonly parentTable: string;
  readonly parentColumn: string;
  readonly type: ColumnType;
}

/** What a script is made of. */
export type Statement = CreateTable | RemoveForeignKey | Load | CountOrphans | AddForeignKey | CreateIndex | Remark;

/** Something that is not emitted, or not as recorded: where, and why, in one plain sentence. */
export interface SqlProblem extends Spot {
  readonly object: string;
  readonly itemRef: string;
  readonly message: string;
}

/** The columns of a table, without the remarks between them. */
export function columnsOf(table: CreateTable): readonly Column[] {
  return table.members.filter((member) => member.kind === 'column');
}

/** What the remarks among the statements ask a contributor to mend. */
export function problemsOf(statements: readonly Statement[]): readonly SqlProblem[] {
  return statements
    .flatMap<Statement | Column | LoadColumn>((statement) => ('members' in statement ? statement.members : [statement]))
    .filter((node) => node.kind === 'remark')
    .filter(({ problem }) => problem)
    .map(({ origins: [origin], text }) => ({ ...origin, message: text }));
}

/** Where a data object stands. */
export function objectOrigin({ name, file, path }: DataObject): Origin {
  return { object: name, itemRef: '', file, path };
}

/** Where a data item stands. */
export function itemOrigin({ object, ref, file, path }: DataItem): Origin {
  return { object, itemRef: ref, file, path };
}
