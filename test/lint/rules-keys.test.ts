import { findingsOf, item, object, relationship } from './build.js';

const NO_KEY = { primaryKey: false, constraints: [], required: false, unique: false };

describe('the primary key', () => {
  test('is missed, with the item meant where constraints name one', () => {
    const without = {
      ...object('ssd_person', 'pers'),
      items: [item({ ref: 'PERS001A', name: 'pers_id', constraints: ['pk'] })],
    };
    const found = findingsOf({ objects: [without] }, 'primary-key-missing');
    expect(found).toMatchObject([
      { severity: 'error', object: 'ssd_person', itemRef: '', path: ['nodes', 0, 'fields'] },
    ]);
    expect(found[0]?.expected).toBe('primary_key: true on `pers_id`');
  });

  test('is one item', () => {
    const person = object('ssd_person', 'pers', [{ name: 'pers_other', primaryKey: true }]);
    expect(findingsOf({ objects: [person] }, 'primary-key-several')).toMatchObject([
      { message: '2 items of `ssd_person` have primary_key: true: `pers_person_id`, `pers_other`' },
    ]);
  });

  test.each([
    [{ primaryKey: true }, 'primary_key', 'primary_key: true without pk in constraints'],
    [{ constraints: ['pk'] }, 'constraints', 'pk in constraints without primary_key: true'],
  ])('is a key in both flags: %j', (parts, key, message) => {
    const person = object('ssd_person', 'pers', [{ name: 'pers_other', ...parts }]);
    const found = findingsOf({ objects: [person] }, 'primary-key-flag');
    expect(found).toMatchObject([{ severity: 'error', itemRef: 'PERS002A', path: ['nodes', 0, 'fields', 1, key] }]);
    expect(found[0]?.message).toContain(message);
  });

  test('is the same in both flags of the object', () => {
    const items = [
      { ...NO_KEY, primaryKey: true },
      { ...NO_KEY, constraints: ['PK'] },
    ];
    const person = object('ssd_person', 'pers', items);
    const other = { ...person, items: person.items.slice(1) };
    expect(findingsOf({ objects: [other] }, 'primary-key-disagreement')).toMatchObject([
      { message: 'the key of `ssd_person` is `pers_item_1` by primary_key, but `pers_item_2` by constraints' },
    ]);
  });

  test('need not be in constraints where no object has it there', () => {
    const person = object('ssd_person', 'pers');
    const plain = { ...person, items: person.items.map((its) => ({ ...its, constraints: [] })) };
    expect(findingsOf({ objects: [plain] })).toEqual([]);
  });

  test.each([
    [{ required: true }, 'is not unique'],
    [{ unique: true }, 'is not required'],
    [{}, 'is not required and unique'],
  ])('is required and unique: %j', (parts, message) => {
    const person = object('ssd_person', 'pers');
    const items = person.items.map((its) => ({ ...its, required: false, unique: false, ...parts }));
    const found = findingsOf({ objects: [{ ...person, items }] }, 'primary-key-validators');
    expect(found[0]?.message).toContain(message);
  });
});

describe('unique', () => {
  const person = object('ssd_person', 'pers');
  const child = object('ssd_address', 'addr', [
    { name: 'addr_person_id', foreignKey: 'ssd_person.pers_person_id', unique: true },
  ]);
  const objects = [person, child];
  const rows = (relation: string) => [
    relationship('ssd_person.pers_person_id', 'ssd_address.addr_person_id', relation),
  ];

  test('is wrong on a foreign key that repeats', () => {
    expect(findingsOf({ objects, relationships: rows('1:M') }, 'unique-foreign-key')).toMatchObject([
      { severity: 'error', itemRef: 'ADDR002A' },
    ]);
  });

  test('is right on a foreign key that is 1:1, and unknown without relationships', () => {
    expect(findingsOf({ objects, relationships: rows('1:1') }, 'unique-foreign-key')).toEqual([]);
    expect(findingsOf({ objects }, 'unique-foreign-key')).toEqual([]);
  });

  test('is right on a foreign key that is the key', () => {
    const keyed = { ...child, items: child.items.map((its) => ({ ...its, primaryKey: its.foreignKey !== '' })) };
    expect(findingsOf({ objects: [person, keyed], relationships: rows('1:M') }, 'unique-foreign-key')).toEqual([]);
  });

  test('is doubted on an attribute, not on a key', () => {
    const with_upn = object('ssd_person', 'pers', [{ name: 'pers_upn', unique: true }]);
    expect(findingsOf({ objects: [with_upn] }, 'unique-attribute')).toMatchObject([{ itemRef: 'PERS002A' }]);
  });
});
