import type { Relationship } from '../../src/specification/model.js';
import { findingsOf, object, problem, relationship } from './build.js';

const PERSON = 'ssd_person.pers_person_id';
const CHILD = 'ssd_address.addr_person_id';
const OBJECTS = [
  object('ssd_person', 'pers', [{ name: 'pers_upn' }]),
  object('ssd_address', 'addr', [{ name: 'addr_person_id', foreignKey: PERSON }]),
];

function of(relationships: readonly Relationship[] | null, rule?: string) {
  return findingsOf({ objects: OBJECTS, relationships }, rule);
}

test('relationships in step with the foreign keys are sound', () => {
  expect(of([relationship(PERSON, CHILD)])).toEqual([]);
  expect(of(null)).toEqual([]);
});

test('a foreign key without its row is told at the foreign key', () => {
  expect(of([])).toMatchObject([
    { rule: 'relationship-missing', itemRef: 'ADDR002A', path: ['nodes', 0, 'fields', 1, 'foreign_key'] },
  ]);
  expect(of([relationship('ssd_person.pers_upn', CHILD)], 'relationship-missing')).toHaveLength(1);
});

test('a row without its foreign key is told at the row', () => {
  const extra = relationship(PERSON, 'ssd_address.addr_address_id');
  expect(of([relationship(PERSON, CHILD), extra], 'relationship-extra')).toMatchObject([
    { severity: 'warning', itemRef: 'ADDR001A', path: ['relationships', 0, 'child_key'] },
  ]);
});

test.each([
  ['ssd_persons.pers_person_id', CHILD, 'parent_key', '`ssd_persons.pers_person_id`'],
  ['ssd_person.pers_person_id (both)', CHILD, 'parent_key', '`ssd_person.pers_person_id (both)`'],
  [PERSON, 'ssd_address.gone', 'child_key', '`ssd_address.gone`'],
  ['ssd_a.a', 'ssd_b.b', 'parent_key', '`ssd_a.a` and `ssd_b.b`'],
])('%s to %s leads nowhere', (parent, child, key, message) => {
  const [finding, ...more] = of([relationship(PERSON, CHILD), relationship(parent, child)], 'relationship-dangling');
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ severity: 'error', path: ['relationships', 0, key] });
  expect(finding?.message).toContain(message);
});

test('an end in a file that could not be read is not said to be missing', () => {
  const parts = { objects: OBJECTS.slice(1), relationships: [relationship(PERSON, CHILD)], problems: [problem()] };
  expect(findingsOf(parts, 'relationship-dangling')).toEqual([]);
});

test('one row twice', () => {
  expect(of([relationship(PERSON, CHILD), relationship(PERSON, CHILD)])).toMatchObject([
    { rule: 'relationship-duplicate' },
  ]);
});

test('an unknown relation', () => {
  expect(of([relationship(PERSON, CHILD, '1-M')])).toMatchObject([
    { rule: 'unknown-relation', expected: 'one of 1:1, 1:M' },
  ]);
});

describe('the cardinality', () => {
  const keyed = [OBJECTS[0], OBJECTS[1]]
    .flatMap((each) => (each ? [each] : []))
    .map((each) => ({
      ...each,
      items: each.items.map((its) => (its.foreignKey ? { ...its, constraints: ['pk'] } : its)),
    }));

  test('is 1:1 of a key, by either flag', () => {
    const found = findingsOf(
      { objects: keyed, relationships: [relationship(PERSON, CHILD)] },
      'relationship-cardinality',
    );
    expect(found).toMatchObject([{ itemRef: 'ADDR002A', expected: '1:1' }]);
    const right = [relationship(PERSON, CHILD, '1:1')];
    expect(findingsOf({ objects: keyed, relationships: right }, 'relationship-cardinality')).toEqual([]);
  });

  test('is 1:M of an item that may repeat', () => {
    expect(of([relationship(PERSON, CHILD, '1:1')], 'relationship-cardinality')).toMatchObject([{ expected: '1:M' }]);
  });
});
