/** Which foreign keys the database is asked to enforce, and what is said of the others. */
import type { DataItem } from '../specification/model.js';
import { type Catalogue, COHORT_OBJECT, parentItem, parentName } from './catalogue.js';
import { readColumnType } from './column-type.js';
import { fold } from './names.js';
import { type AddForeignKey, type CountOrphans, itemOrigin, type Remark, type RemoveForeignKey } from './statement.js';

/**
 * Takes an item with a foreign key, and whether its table is filled anew together with ssd_person; gives the statement
 * that enforces it, or a remark that says why it is not.
 */
export function planForeignKey(item: DataItem, catalogue: Catalogue, isFilled = true): AddForeignKey | Remark {
  const parent = parentOf(item, catalogue);
  const type = readColumnType(item.type, item.size);
  const objected = objection(item, catalogue, parent);
  const reason = objected === '' && !isFilled ? FILLED_ELSEWHERE : objected;
  const origins: AddForeignKey['origins'] =
    parent === null ? [itemOrigin(item)] : [itemOrigin(item), itemOrigin(parent)];
  if (reason !== '' || parent === null || type === null) {
    const text = `not enforced: ${item.name} to ${item.foreignKey.trim()}, ${reason}`;
    return { kind: 'remark', element: 'create_fk', origins, text, problem: false };
  }
  return {
    kind: 'add-foreign-key',
    element: 'create_fk',
    origins,
    name: `fk_${item.object}_${item.name}`,
    table: item.object,
    column: item.name,
    parentTable: parent.object,
    parentColumn: parent.name,
    type,
  };
}

/** Takes a key that would be enforced, gives what takes it off where an earlier script did. */
export function removal(key: AddForeignKey): RemoveForeignKey {
  return { ...key, kind: 'remove-foreign-key', element: 'remove_fk' };
}

/** Its rows stay while those of ssd_person are deleted and come again, which an enforced key would forbid. */
const FILLED_ELSEWHERE = 'the extract fills ssd_person anew and not this table';

function parentOf(item: DataItem, catalogue: Catalogue): DataItem | null {
  const name = parentName(item.foreignKey);
  return name === null ? null : parentItem(catalogue, name);
}

/** Why a foreign key is not enforced; `''` when it is. SQL Server refuses one whose two ends differ in length. */
function objection(item: DataItem, catalogue: Catalogue, parent: DataItem | null): string {
  if (parentName(item.foreignKey) === null) return 'this does not read as object.item';
  if (parent === null) return 'the specification has no such item';
  if (fold(parent.object) !== COHORT_OBJECT) return 'an extract keeps six years, so the parent row may be absent';
  if (parent !== catalogue.cohortKey) return `it is not the only key of ${COHORT_OBJECT}`;
  return sameType(item, parent) ? '' : 'the two differ in type or size';
}

function sameType(one: DataItem, other: DataItem): boolean {
  const [left, right] = [one, other].map(({ type, size }) => readColumnType(type, size));
  return left != null && left.name === right?.name && left.size === right.size;
}

/** Takes an item with a foreign key that is not enforced, gives the question how many of its rows have no parent. */
export function planOrphans(item: DataItem, catalogue: Catalogue): CountOrphans[] {
  const parent = parentOf(item, catalogue);
  const type = readColumnType(item.type, item.size);
  if (parent === null || type === null || type.name !== readColumnType(parent.type, parent.size)?.name) return [];
  return [
    {
      kind: 'count-orphans',
      element: 'count_orphans',
      origins: [itemOrigin(item), itemOrigin(parent)],
      table: item.object,
      column: item.name,
      parentTable: parent.object,
      parentColumn: parent.name,
      type,
    },
  ];
}
