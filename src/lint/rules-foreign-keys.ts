/** Rules on foreign keys. */
import type { DataItem } from '../specification/model.js';
import { baseName, type SpecificationIndex, stemOf } from './index-specification.js';
import { isKey } from './keys.js';
import { nearest } from './nearest.js';
import { atItem, type Fault, type Rule } from './rule.js';
import { shown } from './shown.js';

const PLACE = /^(\w+)\.(\w+)$/;
const PERSON_ID = /(?:^|_)person_id$/;

export const FOREIGN_KEY_RULES: readonly Rule[] = [
  {
    id: 'foreign-key-malformed',
    alone: true,
    severity: 'error',
    checks: 'a foreign key is `object.item` and nothing else',
    why: 'words around it make it name nothing',
    *run(index) {
      for (const item of index.items) {
        if (item.foreignKey === '' || PLACE.test(item.foreignKey)) continue;
        const meant = /\w+\.\w+/.exec(item.foreignKey)?.[0] ?? 'object.item';
        const message = `the foreign key ${shown(item.foreignKey)} of ${shown(item.name)} is not \`object.item\``;
        yield atItem(item, 'foreign_key', { value: item.foreignKey, message, expected: meant });
      }
    },
  },
  {
    id: 'foreign-key-dangling',
    severity: 'error',
    checks: 'a foreign key names an item that exists',
    why: 'rows cannot be joined, and the constraint cannot be created',
    *run(index) {
      for (const item of index.items) {
        const [, object, name] = PLACE.exec(item.foreignKey) ?? [];
        if (object && name && !index.itemsByPlace.has(item.foreignKey)) yield* dangling(item, { object, name }, index);
      }
    },
  },
  {
    id: 'foreign-key-meaning',
    severity: 'error',
    checks: "a person's id references a person's id",
    why: 'the join compares people with something else, and finds nobody or the wrong ones',
    *run(index) {
      for (const [item, target] of references(index)) {
        if (!PERSON_ID.test(item.name) || PERSON_ID.test(target.name)) continue;
        const message = `${shown(item.name)} is the id of a person, but references ${shown(item.foreignKey)}`;
        yield atItem(item, 'foreign_key', { value: target.ref, message, expected: 'the id of a person' });
      }
    },
  },
  {
    id: 'foreign-key-type',
    severity: 'error',
    checks: 'a foreign key has the type of its target',
    why: 'databases refuse a constraint between two types',
    *run(index) {
      for (const [item, target] of references(index)) {
        if (item.type === '' || target.type === '' || item.type.toLowerCase() === target.type.toLowerCase()) continue;
        const types = [item, target].map(({ type }) => shown(type));
        const message = `${shown(item.name)} is ${types[0]}, its target ${shown(item.foreignKey)} is ${types[1]}`;
        yield atItem(item, 'type', { value: target.ref, message, expected: target.type });
      }
    },
  },
  {
    id: 'foreign-key-size',
    severity: 'warning',
    checks: 'a foreign key has the size of its target',
    why: 'SQL Server refuses the constraint, and longer values can never match',
    *run(index) {
      for (const [item, target] of references(index)) {
        if (item.size === null || target.size === null || item.size === target.size) continue;
        const other = `its target ${shown(item.foreignKey)} has ${target.size}`;
        const message = `${shown(item.name)} has the size ${item.size}, ${other}`;
        yield atItem(item, 'size', { value: target.ref, message, expected: `${target.size}` });
      }
    },
  },
  {
    id: 'foreign-key-target-not-key',
    severity: 'warning',
    checks: 'the target of a foreign key is the key of its object',
    why: 'a value that repeats in the target means several rows, and no constraint can be created',
    *run(index) {
      for (const [item, target] of references(index)) {
        if (isKey(target)) continue;
        const message = `${shown(item.name)} references ${shown(item.foreignKey)}, which is no primary key`;
        yield atItem(item, 'foreign_key', {
          value: target.ref,
          message,
          expected: `a primary key${keyHint(target, index)}`,
        });
      }
    },
  },
  {
    id: 'foreign-key-missing',
    severity: 'warning',
    checks: "an id that repeats another object's key has a foreign key",
    why: 'the link between the two objects is known to nobody but the reader of names',
    *run(index) {
      for (const item of index.items) yield* missing(item, index);
    },
  },
];

/** Items with a foreign key that can be followed, each with its target. */
function* references({ items, itemsByPlace }: SpecificationIndex): Generator<readonly [DataItem, DataItem]> {
  for (const item of items) {
    const target = item.foreignKey === '' ? undefined : itemsByPlace.get(item.foreignKey);
    if (target) yield [item, target];
  }
}

function* dangling(
  item: DataItem,
  wanted: { object: string; name: string },
  index: SpecificationIndex,
): Generator<Fault> {
  if (index.unread.has(wanted.object)) return;
  const object = index.objectsByName.get(wanted.object);
  if (object && index.unread.has(baseName(object.file))) return;
  const lacks = object
    ? `${shown(wanted.object)} has no item ${shown(wanted.name)}`
    : `there is no object ${shown(wanted.object)}`;
  const message = `${shown(item.name)} references ${shown(item.foreignKey)}, but ${lacks}`;
  const expected = suggestion(wanted, index) ?? 'an item that exists, as `object.item`';
  yield atItem(item, 'foreign_key', { value: item.foreignKey, message, expected });
}

/** The item most likely meant: the nearest name in the nearest object, else that object's key. */
function suggestion(wanted: { object: string; name: string }, index: SpecificationIndex): string | null {
  const object = index.objectsByName.get(nearest(wanted.object, index.objectsByName.keys()) ?? '');
  if (!object) return null;
  const names = object.items.map(({ name }) => name);
  const name = nearest(wanted.name, names) ?? object.items.find(isKey)?.name;
  return name ? `${object.name}.${name}` : null;
}

function keyHint(target: DataItem, { objectsByName }: SpecificationIndex): string {
  const key = objectsByName.get(target.object)?.items.find(isKey);
  return key ? `, such as ${target.object}.${key.name}` : '';
}

function* missing(item: DataItem, { targetsByName }: SpecificationIndex): Generator<Fault> {
  if (item.foreignKey !== '' || isKey(item) || !item.name.endsWith('_id')) return;
  const targets = targetsByName.get(stemOf(item) ?? '')?.filter((target) => target.object !== item.object) ?? [];
  const [target, another] = targets;
  if (!target || another) return;
  const message = `${shown(item.name)} repeats ${shown(`${target.object}.${target.name}`)} without a foreign key`;
  yield atItem(item, 'foreign_key', { value: target.ref, message, expected: `${target.object}.${target.name}` });
}
