/** The load of a table as a node: what is taken from where, without any knowledge of a database. */
import type { ColumnType } from '../column-type.js';
import type { Condition, Expression, Join, OrderTerm, Relation } from '../expressions/expression.js';
import type { ReadSet } from '../expressions/names.js';
import type { Origin, Remark, Traced } from '../statement.js';

/** A member of a JSON object; a text is clipped to `max` characters, so that the whole always fits. */
export interface JsonPart {
  readonly key: string;
  readonly value: Expression;
  readonly max: number | null;
}

/** What a column gets. */
export type LoadValue =
  | { readonly kind: 'value'; readonly value: Expression }
  | { readonly kind: 'json'; readonly parts: readonly JsonPart[] };

/** A column with the item that it holds and where its value comes from. */
export interface LoadColumn extends Traced {
  readonly kind: 'load-column';
  readonly name: string;
  readonly type: ColumnType;
  readonly source: LoadValue;
}

/** A condition of the rows, and the items that ask for it; none where the mapping of the object itself does. */
export interface RowCondition {
  readonly condition: Condition;
  readonly origins: readonly Origin[];
}

/** A table filled from the CMS. */
export interface Load extends Traced {
  readonly kind: 'load';
  readonly element: 'insert_data';
  readonly table: string;
  /** Columns, and remarks for the items that get nothing. */
  readonly members: readonly (LoadColumn | Remark)[];
  /** Null where the row is made of constants. */
  readonly from: Relation | null;
  readonly joins: readonly Join[];
  /** All must hold. */
  readonly where: readonly RowCondition[];
  /** Of the rows with the same values here only the first in `order` is taken; empty where all are. */
  readonly onePer: readonly Expression[];
  readonly order: readonly OrderTerm[];
  /** The key, where nothing shows that it comes once: then one row of each value of it is taken as well. */
  readonly guard: readonly Expression[];
  readonly distinct: boolean;
  /** The named selects it reads from, those first that others read from. */
  readonly sets: readonly ReadSet[];
}

/** The columns of a load, without the remarks between them. */
export function loadColumnsOf(load: Load): readonly LoadColumn[] {
  return load.members.filter((member) => member.kind === 'load-column');
}
