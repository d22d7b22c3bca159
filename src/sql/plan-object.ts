/** A data object -> the statements that create its table, keys and indexes, without any knowledge of a database. */
import type { DataItem, DataObject } from '../specification/model.js';
import { type Catalogue, COHORT_OBJECT } from './catalogue.js';
import { FALLBACK_TYPE, readColumnType } from './column-type.js';
import { type Loading, planLoad } from './loads/plan-load.js';
import { fold, isOurs, nameFault, shown } from './names.js';
import { planForeignKey, planOrphans, removal } from './plan-foreign-key.js';
import {
  type Column,
  type CreateIndex,
  itemOrigin,
  type Origin,
  objectOrigin,
  type PrimaryKey,
  type Remark,
  type RemoveForeignKey,
  type Statement,
} from './statement.js';

/** What is wanted for one object. */
export interface ObjectPlan {
  readonly statements: readonly Statement[];
  /** True where the statements may be shown but never run. */
  readonly withheld: boolean;
}

const PERSON_ID = /(^|_)person_id$/i;

/**
 * Takes an object and the catalogue of its specification, gives its plan; never throws. Without `loading` nothing is
 * said of the CMS.
 */
export function planObject(object: DataObject, catalogue: Catalogue, loading: Loading | null = null): ObjectPlan {
  const refused = refusal(object, catalogue);
  if (refused !== '')
    return { statements: [problem(object, `No table ${shown(object.name)}: ${refused}`)], withheld: false };
  const statements = statementsOf(object, catalogue, loading);
  if (isOurs(object.name)) return { statements, withheld: false };
  const foreign = `Table ${shown(object.name)} is not created: without ssd_ before its name it may be a table of the CMS`;
  return { statements: [problem(object, foreign), ...statements], withheld: true };
}

function refusal(object: DataObject, catalogue: Catalogue): string {
  const fault = nameFault(object.name);
  if (fault !== '') return fault;
  if (catalogue.tables.get(fold(object.name)) !== object) return 'another data object has this name';
  return object.items.length === 0 ? 'it has no items' : '';
}

function statementsOf(object: DataObject, catalogue: Catalogue, loading: Loading | null): Statement[] {
  const load = loading === null ? [] : [planLoad(object, { ...loading, catalogue })];
  const isLoaded = load.some(({ kind }) => kind === 'load');
  const isFilled = loading === null || isLoaded || !fillsPersons(loading);
  const referring = object.items.filter((item) => item.foreignKey !== '');
  const primaryKey = planPrimaryKey(object);
  const keyless = remark(objectOrigin(object), 'no primary key in the specification');
  return [
    {
      kind: 'create-table',
      element: 'create_table',
      origins: [objectOrigin(object)],
      table: object.name,
      members: [...object.items.flatMap(planColumn), ...(primaryKey === null ? [keyless] : [])],
      primaryKey,
    },
    ...(isFilled ? [] : referring.flatMap((item) => planRemoval(item, catalogue))),
    ...load,
    ...referring.map((item) => planForeignKey(item, catalogue, isFilled)),
    ...object.items.filter((item) => needsIndex(item, primaryKey)).map(planIndex),
    ...(isLoaded
      ? object.items.filter((item) => isOrphanable(item, catalogue)).flatMap((item) => planOrphans(item, catalogue))
      : []),
  ];
}

/** Whether the CMS says who is in the extract. */
export function fillsPersons({ cms }: Loading): boolean {
  return cms.mappings.some(({ object, notHeld }) => object === COHORT_OBJECT && notHeld === '');
}

function planRemoval(item: DataItem, catalogue: Catalogue): RemoveForeignKey[] {
  const key = planForeignKey(item, catalogue);
  return key.kind === 'remark' ? [] : [removal(key)];
}

function isOrphanable(item: DataItem, catalogue: Catalogue): boolean {
  return item.foreignKey !== '' && planForeignKey(item, catalogue).kind === 'remark';
}

function planColumn(item: DataItem): (Column | Remark)[] {
  const type = readColumnType(item.type, item.size);
  const column: Column = {
    kind: 'column',
    origins: [itemOrigin(item)],
    name: item.name,
    type: type ?? FALLBACK_TYPE,
    nullable: !(item.primaryKey || item.required),
  };
  return type === null ? [unknownType(item), column] : [column];
}

function planPrimaryKey(object: DataObject): PrimaryKey | null {
  const keys = object.items.filter((item) => item.primaryKey);
  const [first, ...others] = keys.map(itemOrigin);
  if (first === undefined) return null;
  return { name: `pk_${object.name}`, columns: keys.map(({ name }) => name), origins: [first, ...others] };
}

/** Foreign keys and person ids are what extracts join on; a key's first column has the key's own index already. */
function needsIndex(item: DataItem, primaryKey: PrimaryKey | null): boolean {
  return (item.foreignKey !== '' || PERSON_ID.test(item.name)) && primaryKey?.columns[0] !== item.name;
}

function planIndex(item: DataItem): CreateIndex {
  return {
    kind: 'create-index',
    element: 'create_idx',
    origins: [itemOrigin(item)],
    name: `ix_${item.object}_${item.name}`,
    table: item.object,
    column: item.name,
    type: readColumnType(item.type, item.size) ?? FALLBACK_TYPE,
  };
}

function unknownType(item: DataItem): Remark {
  const reason = item.type.trim() === '' ? 'it has no type' : `${shown(item.type)} is not a known type`;
  const text = `Column ${shown(item.name)} is text of any length: ${reason}`;
  return { ...remark(itemOrigin(item), text), problem: true };
}

function problem(object: DataObject, text: string): Remark {
  return { ...remark(objectOrigin(object), text), problem: true };
}

function remark(origin: Origin, text: string): Remark {
  return { kind: 'remark', element: 'create_table', origins: [origin], text, problem: false };
}
