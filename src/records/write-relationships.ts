/** `relationships.yml` from the foreign keys. */
import type { DataItem, Relationship, Specification } from '../specification/model.js';
import { yamlScalar } from './yaml-scalar.js';

type Row = Omit<Relationship, 'file' | 'path'>;

/** One row for each foreign key that leads somewhere; `1:1` where the child is its own object's key. */
export function relationshipsOf({ objects }: Specification): Row[] {
  const there = new Set(objects.flatMap(({ name, items }) => items.map((item) => `${name}.${item.name}`)));
  return objects.flatMap(({ items }) => items.filter(({ foreignKey }) => there.has(foreignKey)).flatMap(rowOf));
}

function rowOf({ foreignKey, object, name, primaryKey }: DataItem): Row[] {
  const [parentObject = '', parentKey = ''] = foreignKey.split('.');
  if (parentObject === '' || parentKey === '') return [];
  return [{ parentObject, parentKey, childObject: object, childKey: name, relation: primaryKey ? '1:1' : '1:M' }];
}

/** The file's text: rows that stay keep their order, new ones follow; null when the present file says the same. */
export function writeRelationships(specification: Specification): string | null {
  const present = specification.relationships ?? [];
  const derived = new Map(relationshipsOf(specification).map((row) => [rowKey(row), row]));
  const kept = present.flatMap((row) => {
    const found = derived.get(rowKey(row));
    derived.delete(rowKey(row));
    return found ? [found] : [];
  });
  const rows = [...kept, ...derived.values()];
  return rows.map(rowKey).join() === present.map(rowKey).join() ? null : textOf(rows);
}

function rowKey({ parentObject, parentKey, childObject, childKey, relation }: Row): string {
  return [parentObject, parentKey, childObject, childKey, relation].join(' ');
}

function textOf(rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => [
    `- parent_object: ${yamlScalar(row.parentObject)}`,
    `  parent_key: ${yamlScalar(row.parentKey)}`,
    `  child_object: ${yamlScalar(row.childObject)}`,
    `  child_key: ${yamlScalar(row.childKey)}`,
    `  relation: ${row.relation === '1:1' ? "'1:1'" : row.relation}`,
  ]);
  return `${['---', 'relationships:', ...lines].join('\n')}\n`;
}
