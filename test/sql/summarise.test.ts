import type { DataObject, Specification } from '../../src/specification/model.js';
import { diffTargets } from '../../src/sql/diff-targets.js';
import { targetNamed } from '../../src/sql/targets.js';
import { address, config, object, person, specification, withItem, withItems } from './build.js';

const eclipse = targetNamed('eclipse.postgres');

function summary(base: Specification, head: Specification, renumbered: Readonly<Record<string, string>> = {}): string {
  const renumberedRefs = new Map(Object.entries(renumbered));
  const options = { targets: [eclipse], config, causes: () => [], hash: () => 'digest', renumberedRefs };
  return diffTargets(base, head, options)
    .map((target) => target.summary)
    .join();
}

const base = specification(person, address);

describe('the summary counts in words', () => {
  const to = (...objects: DataObject[]) => summary(base, specification(...objects));

  test('a rename is one column renamed, not one gone and one new', () => {
    expect(to(withItem(person, 'PERS002A', { name: 'pers_gender' }), address)).toBe('1 table, 1 column renamed');
  });

  test('columns that come and go, with the keys and indexes they bring', () => {
    const more = withItems(address, { name: 'addr_a', ref: 'ADDR008A' }, { name: 'addr_b', ref: 'ADDR009A' });
    expect(to(person, more)).toBe('1 table, +2 columns');
    const fewer = object('ssd_address', address.items.slice(0, 1));
    expect(to(person, fewer)).toBe('1 table, -2 columns, -1 foreign key, -1 index');
  });

  test('a table that comes or goes counts as one', () => {
    expect(to(person, address, { ...address, ...object('ssd_new', [{ name: 'new_id' }]) })).toBe(
      '1 table, 1 table added',
    );
    expect(to(person)).toBe('1 table, 1 table removed');
  });

  test('a column that moves', () => {
    const [sex] = person.items.slice(1);
    const slim = object('ssd_person', person.items.slice(0, 1));
    expect(to(slim, withItems(address, { ...sex, name: 'pers_sex' }))).toBe(
      '2 tables, 1 column moved to another table',
    );
  });

  test('another type, and the same one longer or shorter', () => {
    const sex = (parts: Parameters<typeof withItem>[2]) => to(withItem(person, 'PERS002A', parts), address);
    expect(sex({ type: 'int', size: null })).toBe('1 table, 1 type changed');
    expect(sex({ size: 2 })).toBe('1 table, 1 column widened');
    const base = specification(withItem(person, 'PERS002A', { type: 'nvarchar', size: 'max' }), address);
    const head = specification(withItem(person, 'PERS002A', { type: 'nvarchar', size: 9 }), address);
    expect(summary(base, head)).toBe('1 table, 1 column narrowed');
  });

  test('required, and the key', () => {
    expect(to(withItem(person, 'PERS002A', { required: true }), address)).toBe('1 table, 1 column made NOT NULL');
    expect(to(person, withItem(address, 'ADDR002A', { required: false }))).toBe('1 table, 1 column made NULL');
    const rekeyed = withItem(address, 'ADDR003A', { primaryKey: true });
    expect(to(person, rekeyed)).toBe('1 table, 1 column made NOT NULL, 1 primary key changed');
  });

  test('order, and what only a comment says', () => {
    const turned = { ...address, items: [...address.items].reverse() };
    expect(to(person, turned)).toBe('1 table, order or comments only');
    const dangling = withItem(address, 'ADDR003A', { foreignKey: 'ssd_gone.x' });
    expect(to(person, dangling)).toBe('1 table, +1 index');
  });

  test('refs that changed are known as the same items when told so', () => {
    const renumbered = withItem(person, 'PERS002A', { ref: 'PERS099A' });
    const told = { PERS099A: 'PERS002A' };
    expect(summary(base, specification(renumbered, address), told)).toBe('1 table, 1 item_ref changed');
    expect(to(renumbered, address)).toBe('1 table, +1 column, -1 column');
  });

  test('a ref that another item took over', () => {
    const [id, sex] = person.items;
    const taken = object('ssd_person', [
      { ...id, name: 'pers_person_id' },
      { ...sex, name: 'pers_sex', ref: 'PERS099A' },
      { name: 'pers_new', ref: 'PERS002A' },
    ]);
    const told = { PERS099A: 'PERS002A' };
    expect(summary(base, specification(taken, address), told)).toBe('1 table, +1 column, 1 item_ref changed');
  });

  test('items without a ref go by their names', () => {
    const bare = specification(
      object('ssd_x', [
        { name: 'a', ref: '' },
        { name: 'b', ref: '' },
      ]),
    );
    const next = specification(
      object('ssd_x', [
        { name: 'a', ref: '', size: 3 },
        { name: 'c', ref: '' },
      ]),
    );
    expect(summary(bare, next)).toBe('1 table, +1 column, -1 column, 1 column narrowed');
  });
});
