/** Rules on types and sizes. */
import type { DataItem } from '../specification/model.js';
import type { DataType, TypeFamily, Vocabulary } from '../specification/vocabulary.js';
import { nearest } from './nearest.js';
import { at, atItem, type Fault, type Rule } from './rule.js';
import { shown } from './shown.js';

/** What a name promises about its values, and the families of types that keep it. */
const PROMISES: readonly { ending: RegExp; kind: string; families: readonly TypeFamily[] }[] = [
  { ending: /(?:^|_)(?:date|datetime|timestamp|dob)$|_at$/i, kind: 'a date', families: ['date'] },
  {
    ending: /_(?:flag|name|code|type|desc|description|status|postcode|json|id)$/i,
    kind: 'no date',
    families: ['text', 'number', 'boolean', 'binary'],
  },
];

export const TYPE_RULES: readonly Rule[] = [
  {
    id: 'unknown-type',
    alone: true,
    severity: 'error',
    checks: 'the type of an item is one of the vocabulary',
    why: 'no column can be made of another',
    *run({ items }, { vocabulary }) {
      const types = typesByName(vocabulary);
      for (const item of items) if (!types.has(item.type.toLowerCase())) yield unknownType(item, vocabulary);
    },
  },
  {
    id: 'type-case',
    alone: true,
    severity: 'warning',
    checks: 'types are written as in the vocabulary, letter case included',
    why: 'tools that compare types letter by letter see two',
    *run({ items }, { vocabulary }) {
      const types = typesByName(vocabulary);
      for (const item of items) {
        const type = types.get(item.type.toLowerCase());
        if (!type || type.name === item.type) continue;
        const message = `the type ${shown(item.type)} of ${shown(item.name)} has other letter case than the rest`;
        yield atItem(item, 'type', { value: item.type, message, expected: type.name });
      }
    },
  },
  {
    id: 'type-suspect',
    alone: true,
    severity: 'warning',
    checks: 'a name that ends like a date has a date type, a flag or a name has none',
    why: 'dates kept as text cannot be compared, and sort wrongly',
    *run({ items }, { vocabulary }) {
      const types = typesByName(vocabulary);
      for (const item of items) {
        const family = types.get(item.type.toLowerCase())?.family;
        const promise = PROMISES.find(({ ending }) => ending.test(item.name));
        if (!family || !promise || promise.families.includes(family)) continue;
        const message = `${shown(item.name)} reads like ${promise.kind}, but its type is ${shown(item.type)}`;
        const expected = promise.families.includes('date') ? 'a date type, or another name' : 'another type or name';
        yield atItem(item, 'type', { value: item.type.toLowerCase(), message, expected });
      }
    },
  },
  {
    id: 'size-on-unsized-type',
    severity: 'info',
    checks: 'only types that have a size are given one',
    why: 'the size has no meaning, and people expect it to',
    *run({ items, specification }, { vocabulary }) {
      const types = typesByName(vocabulary);
      const unsized = (type: string) => types.get(type.toLowerCase())?.sized === false;
      for (const item of items) if (item.size !== null && unsized(item.type)) yield atItem(item, 'size', sized(item));
      for (const row of specification.spreadsheet?.rows ?? []) {
        if (row.size === null || !unsized(row.type)) continue;
        const said = sized({ name: row.fieldName, type: row.type, size: row.size });
        yield { ...at(row, 'max_field_size', said), object: row.objectName, itemRef: row.itemRef };
      }
    },
  },
];

const TYPES = new WeakMap<Vocabulary, ReadonlyMap<string, DataType>>();

function typesByName(vocabulary: Vocabulary): ReadonlyMap<string, DataType> {
  const types = TYPES.get(vocabulary) ?? new Map(vocabulary.types.map((type) => [type.name.toLowerCase(), type]));
  TYPES.set(vocabulary, types);
  return types;
}

function unknownType(item: DataItem, vocabulary: Vocabulary): Fault {
  const names = vocabulary.types.map(({ name }) => name);
  const close = nearest(item.type, names);
  const message = item.type === '' ? `${shown(item.name)} has no type` : `${shown(item.type)} is no type`;
  return atItem(item, 'type', { value: item.type, message, expected: close ?? `one of ${names.join(', ')}` });
}

function sized({ name, type, size }: Pick<DataItem, 'name' | 'type' | 'size'>) {
  const message = `${shown(name)} has the size ${size}, but ${shown(type)} has none`;
  return { value: type.toLowerCase(), message, expected: 'no size' };
}
