import type { DataItem } from '../../src/specification/model.js';
import { findingsOf, object } from './build.js';

const PERSON = object('ssd_person', 'pers', [{ name: 'pers_upn' }]);
const EPISODES = object('ssd_episodes', 'epis', [
  { name: 'epis_period_id' },
  { name: 'epis_person_id', foreignKey: 'ssd_person.pers_person_id' },
]);

function of(rule: string, ...items: readonly Partial<DataItem>[]) {
  return findingsOf({ objects: [PERSON, EPISODES, object('ssd_visits', 'visi', items)] }, rule);
}

test('a foreign key is object.item and nothing else', () => {
  expect(of('foreign-key-malformed', { foreignKey: 'ssd_person.pers_person_id (also PK)' })).toMatchObject([
    { severity: 'error', itemRef: 'VISI002A', expected: 'ssd_person.pers_person_id' },
  ]);
  expect(of('foreign-key-malformed', { foreignKey: 'the person' })).toMatchObject([{ expected: 'object.item' }]);
  expect(of('foreign-key-dangling', { foreignKey: 'the person' })).toEqual([]);
});

test.each([
  ['ssd_persons.pers_person_id', 'there is no object `ssd_persons`', 'ssd_person.pers_person_id'],
  ['ssd_person.pers_persn_id', '`ssd_person` has no item `pers_persn_id`', 'ssd_person.pers_person_id'],
  ['ssd_person.prsn_identification', '`ssd_person` has no item', 'ssd_person.pers_person_id'],
  ['ssd_zebra.zebr_id', 'there is no object `ssd_zebra`', 'an item that exists, as `object.item`'],
  ['ssd_person.PERS_UPN', '`ssd_person` has no item `PERS_UPN`', 'ssd_person.pers_upn'],
])('%s dangles, and the likely target is told', (foreignKey, message, expected) => {
  const [finding, ...more] = of('foreign-key-dangling', { foreignKey });
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', value: foreignKey, expected });
  expect(finding?.message).toContain(message);
});

test('the id of a person references the id of a person', () => {
  const wrong = { name: 'visi_person_id', foreignKey: 'ssd_episodes.epis_episodes_id' };
  expect(of('foreign-key-meaning', wrong)).toMatchObject([{ severity: 'error', value: 'EPIS001A' }]);
  expect(of('foreign-key-meaning', { ...wrong, foreignKey: 'ssd_episodes.epis_person_id' })).toEqual([]);
  expect(of('foreign-key-meaning', { ...wrong, name: 'visi_episodes_id' })).toEqual([]);
});

test('a foreign key has the type and the size of its target', () => {
  const foreignKey = 'ssd_person.pers_person_id';
  expect(of('foreign-key-type', { foreignKey, type: 'int', size: null })).toMatchObject([
    { severity: 'error', expected: 'nvarchar' },
  ]);
  expect(of('foreign-key-type', { foreignKey, type: 'NVarChar' })).toEqual([]);
  expect(of('foreign-key-size', { foreignKey, size: 100 })).toMatchObject([{ severity: 'warning', expected: '48' }]);
  expect(of('foreign-key-size', { foreignKey, size: 'max' })).toHaveLength(1);
  expect(of('foreign-key-size', { foreignKey, size: null })).toEqual([]);
});

test('the target of a foreign key is a key', () => {
  expect(of('foreign-key-target-not-key', { foreignKey: 'ssd_episodes.epis_person_id' })).toMatchObject([
    { severity: 'warning', expected: 'a primary key, such as ssd_episodes.epis_episodes_id' },
  ]);
  expect(of('foreign-key-target-not-key', { foreignKey: 'ssd_person.pers_person_id' })).toEqual([]);
});

describe('an id that repeats a key of another object', () => {
  test('lacks its foreign key', () => {
    expect(of('foreign-key-missing', { name: 'visi_person_id' })).toMatchObject([
      { itemRef: 'VISI002A', value: 'PERS001A', expected: 'ssd_person.pers_person_id' },
    ]);
  });

  test('also where the key is one only because others reference it', () => {
    const referenced = { name: 'visi_first_id', foreignKey: 'ssd_episodes.epis_period_id' };
    expect(of('foreign-key-missing', referenced, { name: 'visi_period_id' })).toMatchObject([
      { itemRef: 'VISI003A', expected: 'ssd_episodes.epis_period_id' },
    ]);
    expect(of('foreign-key-missing', { name: 'visi_period_id' })).toEqual([]);
  });

  test.each([
    ['has a foreign key', { name: 'visi_person_id', foreignKey: 'ssd_episodes.epis_person_id' }],
    ['is the key', { name: 'visi_person_id', primaryKey: true }],
    ['has no prefix, so that nobody knows what it repeats', { name: 'person_id' }],
    ['is no id', { name: 'visi_upn' }],
    ['repeats nothing', { name: 'visi_staff_id' }],
  ])('is left alone when it %s', (_, parts) => {
    expect(of('foreign-key-missing', parts)).toEqual([]);
  });

  test('is left alone when several objects have such a key', () => {
    const tables = ['aaaa', 'bbbb'].map((prefix) => {
      const table = object(`ssd_${prefix}`, prefix, []);
      return { ...table, items: table.items.map((its) => ({ ...its, name: `${prefix}_table_id` })) };
    });
    const objects = [...tables, object('ssd_visits', 'visi', [{ name: 'visi_table_id' }])];
    expect(findingsOf({ objects }, 'foreign-key-missing')).toEqual([]);
  });
});
