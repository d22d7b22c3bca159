/** Rules on primary keys and on `unique`. */
import type { DataItem, DataObject } from '../specification/model.js';
import type { SpecificationIndex } from './index-specification.js';
import { hasKeyConstraint, isKey } from './keys.js';
import { atItem, atObject, type Fault, type Rule } from './rule.js';
import { shown, shownList } from './shown.js';

export const KEY_RULES: readonly Rule[] = [
  {
    id: 'primary-key-missing',
    alone: true,
    severity: 'error',
    checks: 'an object has an item with primary_key: true',
    why: 'its rows cannot be told apart or referred to',
    *run({ specification }) {
      for (const object of specification.objects) {
        if (object.items.some((item) => item.primaryKey)) continue;
        const meant = object.items.filter(hasKeyConstraint).map(({ name }) => name);
        const message = `no item of ${shown(object.name)} has primary_key: true`;
        const expected =
          meant.length > 0 ? `primary_key: true on ${shownList(meant)}` : 'primary_key: true on one item';
        yield atObject(object, 'fields', { message, expected });
      }
    },
  },
  {
    id: 'primary-key-several',
    alone: true,
    severity: 'error',
    checks: 'an object has one item with primary_key: true',
    why: 'foreign keys refer to one item, so a row needs one key',
    *run({ specification }) {
      for (const object of specification.objects) {
        const keys = object.items.filter((item) => item.primaryKey).map(({ name }) => name);
        if (keys.length < 2) continue;
        const message = `${keys.length} items of ${shown(object.name)} have primary_key: true: ${shownList(keys)}`;
        yield atObject(object, 'fields', { message, expected: 'primary_key: true on one item' });
      }
    },
  },
  {
    id: 'primary-key-disagreement',
    alone: true,
    severity: 'error',
    checks: 'primary_key and constraints name the same items of an object',
    why: 'nobody can tell which of the two is the key',
    *run({ specification }) {
      for (const object of specification.objects) yield* disagreement(object);
    },
  },
  {
    id: 'primary-key-flag',
    severity: 'error',
    checks: 'an item is a key in both of primary_key and constraints, or in neither',
    why: 'tools that read one of them make another table than those that read the other',
    *run(index) {
      if (!usesKeyConstraints(index)) return;
      for (const item of index.items) {
        if (item.primaryKey === hasKeyConstraint(item)) continue;
        const [has, lacks] = item.primaryKey
          ? ['primary_key: true', 'pk in constraints']
          : ['pk in constraints', 'primary_key: true'];
        const message = `${shown(item.name)} has ${has} without ${lacks}`;
        const key = item.primaryKey ? 'primary_key' : 'constraints';
        yield atItem(item, key, { value: key, message, expected: 'both or neither' });
      }
    },
  },
  {
    id: 'primary-key-validators',
    alone: true,
    severity: 'warning',
    checks: 'a primary key is required and unique',
    why: 'extracts are checked by the validators, and an empty or repeated key would pass',
    *run({ items }) {
      for (const item of items) {
        if (!item.primaryKey || (item.required && item.unique)) continue;
        const lacks = [item.required ? '' : 'required', item.unique ? '' : 'unique'].filter(Boolean).join(' and ');
        const message = `the key ${shown(item.name)} is not ${lacks}`;
        yield atItem(item, 'validators', { message, expected: 'required and unique, both enabled' });
      }
    },
  },
  {
    id: 'unique-foreign-key',
    severity: 'error',
    checks: 'a foreign key on the many side of a relationship is not unique',
    why: 'the second row of a person, an episode, ... is refused',
    *run(index) {
      for (const item of index.items) {
        if (!item.unique || item.primaryKey || item.foreignKey === '' || !onManySide(item, index)) continue;
        const message = `${shown(item.name)} is unique, but a foreign key that is 1:M repeats`;
        yield atItem(item, 'validators', { message, expected: 'no unique, or the relation 1:1' });
      }
    },
  },
  {
    id: 'unique-attribute',
    alone: true,
    severity: 'warning',
    checks: 'only keys are unique',
    why: 'values of an attribute repeat in real data, and the rows are refused',
    *run({ items }) {
      for (const item of items) {
        if (!item.unique || isKey(item) || item.foreignKey !== '') continue;
        const message = `${shown(item.name)} is unique, but is no key`;
        yield atItem(item, 'validators', { message, expected: 'no unique' });
      }
    },
  },
];

/** A standard that never writes `pk` in constraints states its keys once: there is nothing to disagree with. */
function usesKeyConstraints({ items }: SpecificationIndex): boolean {
  return items.some(hasKeyConstraint);
}

function onManySide(item: DataItem, { relationshipsByChild }: SpecificationIndex): boolean {
  const relations = relationshipsByChild.get(`${item.object}.${item.name}`) ?? [];
  return relations.some(({ relation }) => relation === '1:M');
}

function* disagreement(object: DataObject): Generator<Fault> {
  const flagged = object.items.filter((item) => item.primaryKey).map(({ name }) => name);
  const constrained = object.items.filter(hasKeyConstraint).map(({ name }) => name);
  if (flagged.length === 0 || constrained.length === 0) return;
  if (flagged.join() === constrained.join()) return;
  const both = `${shownList(flagged)} by primary_key, but ${shownList(constrained)} by constraints`;
  const message = `the key of ${shown(object.name)} is ${both}`;
  yield atObject(object, 'fields', { message, expected: 'the same item in both' });
}
