/** Rules on relationships.yml, which is derived from the foreign keys. */
import type { Relationship } from '../specification/model.js';
import { childPlace, type SpecificationIndex } from './index-specification.js';
import { isKey } from './keys.js';
import { at, atItem, type Fault, type Rule } from './rule.js';
import { shown } from './shown.js';

export const RELATIONSHIP_RULES: readonly Rule[] = [
  {
    id: 'relationship-dangling',
    mendedByRecord: true,
    severity: 'error',
    checks: 'both ends of a relationship exist',
    why: 'diagrams and joins made from it lead nowhere',
    *run(index) {
      for (const relationship of rows(index)) yield* dangling(relationship, index);
    },
  },
  {
    id: 'relationship-missing',
    mendedByRecord: true,
    severity: 'warning',
    checks: 'every foreign key has its relationship',
    why: 'diagrams lack the link',
    *run({ items, itemsByPlace, relationshipsByChild, specification }) {
      if (!specification.relationships) return;
      for (const item of items) {
        const target = itemsByPlace.get(item.foreignKey);
        if (!target) continue;
        const written = relationshipsByChild.get(`${item.object}.${item.name}`) ?? [];
        if (written.some((relationship) => parentPlace(relationship) === item.foreignKey)) continue;
        const message = `the foreign key ${shown(item.foreignKey)} of ${shown(item.name)} is in no relationship`;
        const said = { value: target.ref, message, expected: 'relationships.yml generated anew' };
        yield atItem(item, 'foreign_key', said);
      }
    },
  },
  {
    id: 'relationship-extra',
    mendedByRecord: true,
    severity: 'warning',
    checks: 'every relationship has its foreign key',
    why: 'diagrams show a link that the tables do not have',
    *run(index) {
      for (const relationship of rows(index)) {
        const { child, parent } = ends(relationship, index);
        if (!child || !parent || child.foreignKey === parentPlace(relationship)) continue;
        const message = `${shown(childPlace(relationship))} has no foreign key ${shown(parentPlace(relationship))}`;
        yield ofRow(relationship, 'child_key', { message, expected: 'relationships.yml generated anew', index });
      }
    },
  },
  {
    id: 'relationship-duplicate',
    mendedByRecord: true,
    severity: 'warning',
    checks: 'a relationship stands once',
    why: 'diagrams draw the link twice',
    *run(index) {
      const seen = new Set<string>();
      for (const relationship of rows(index)) {
        const identity = `${parentPlace(relationship)} ${childPlace(relationship)}`;
        const message = `the relationship of ${shown(childPlace(relationship))} stands twice`;
        if (seen.has(identity)) yield ofRow(relationship, 'child_key', { message, expected: 'each row once', index });
        seen.add(identity);
      }
    },
  },
  {
    id: 'unknown-relation',
    severity: 'warning',
    checks: 'a relation is one of the vocabulary',
    why: 'nobody can tell how many rows belong together',
    *run(index, { vocabulary }) {
      for (const relationship of rows(index)) {
        const { relation } = relationship;
        if (vocabulary.relations.includes(relation)) continue;
        const message = `${shown(relation)} of ${shown(childPlace(relationship))} is no relation`;
        yield ofRow(relationship, 'relation', {
          message,
          expected: `one of ${vocabulary.relations.join(', ')}`,
          index,
        });
      }
    },
  },
  {
    id: 'relationship-cardinality',
    mendedByRecord: true,
    severity: 'warning',
    checks: '1:M where the child repeats, 1:1 where it is a key',
    why: 'the stated number of rows is not the one the tables allow',
    *run(index) {
      for (const relationship of rows(index)) yield* cardinality(relationship, index);
    },
  },
];

function rows({ specification }: SpecificationIndex): readonly Relationship[] {
  return specification.relationships ?? [];
}

/** `object.item` of a relationship's parent, as a foreign key says it. */
function parentPlace(relationship: Relationship): string {
  return `${relationship.parentObject}.${relationship.parentKey}`;
}

function ends(relationship: Relationship, { itemsByPlace }: SpecificationIndex) {
  return { child: itemsByPlace.get(childPlace(relationship)), parent: itemsByPlace.get(parentPlace(relationship)) };
}

/** A fault of a row counts as one of the child item, whose foreign key the row repeats. */
function ofRow(
  row: Relationship,
  key: string,
  { index, ...said }: { message: string; expected: string; index: SpecificationIndex },
): Fault {
  const { child, parent } = ends(row, index);
  const value = `${parent?.ref ?? parentPlace(row)} ${child ? '' : childPlace(row)}`.trim();
  const fault = at(row, key, { ...said, value });
  return { ...fault, object: row.childObject, itemRef: child?.ref ?? '' };
}

function* dangling(relationship: Relationship, index: SpecificationIndex): Generator<Fault> {
  const { parentObject, parentKey, childObject, childKey } = relationship;
  const lost = [
    missing(parentObject, parentKey, index) ? parentPlace(relationship) : '',
    missing(childObject, childKey, index) ? childPlace(relationship) : '',
  ].filter((place) => place !== '');
  if (lost.length === 0) return;
  const key = lost[0] === parentPlace(relationship) ? 'parent_key' : 'child_key';
  const message = `the relationship names ${lost.map(shown).join(' and ')}, which does not exist`;
  yield ofRow(relationship, key, {
    message,
    expected: 'relationships.yml generated anew from sound foreign keys',
    index,
  });
}

function missing(object: string, key: string, { itemsByPlace, unread }: SpecificationIndex): boolean {
  return !itemsByPlace.has(`${object}.${key}`) && !unread.has(object);
}

function* cardinality(relationship: Relationship, index: SpecificationIndex): Generator<Fault> {
  const { child } = ends(relationship, index);
  const { relation } = relationship;
  if (!child || (relation !== '1:1' && relation !== '1:M')) return;
  const wrong = relation === '1:M' ? isKey(child) : !isKey(child) && !child.unique;
  if (!wrong) return;
  const reason = relation === '1:M' ? 'is itself a key' : 'is neither a key nor unique';
  const message = `${shown(childPlace(relationship))} ${reason}, but the relation is ${shown(relation)}`;
  yield ofRow(relationship, 'relation', { message, expected: relation === '1:M' ? '1:1' : '1:M', index });
}
