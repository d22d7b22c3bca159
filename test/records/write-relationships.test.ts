import fc from 'fast-check';
import { relationshipsOf, writeRelationships } from '../../src/records/write-relationships.js';
import type { Relationship } from '../../src/specification/model.js';
import { readRelationships } from '../../src/specification/read-relationships.js';
import { readTree } from '../../src/specification/yaml-tree.js';
import { type ItemParts, object, specification } from '../fakes/specification.js';

const FILE = 'spec/relationships.yml';

const PERSON: ItemParts = { ref: 'PERS001A', name: 'pers_id', primaryKey: true };
const SEX: ItemParts = { ref: 'PERS002A', name: 'pers_sex' };
const ADDRESS: ItemParts = { ref: 'ADDR001A', name: 'addr_person', foreignKey: 'ssd_person.pers_id' };
const MOTHER: ItemParts = { ref: 'MOTH001A', name: 'moth_person', foreignKey: 'ssd_person.pers_id', primaryKey: true };

const SPEC = specification([
  object('ssd_person', [PERSON, SEX]),
  object('ssd_address', [ADDRESS]),
  object('ssd_mother', [MOTHER]),
]);

function relationship(child: string, relation: string): Relationship {
  const [childObject = '', childKey = ''] = child.split('.');
  const parent = { parentObject: 'ssd_person', parentKey: 'pers_id' };
  return { file: FILE, path: ['relationships', 0], ...parent, childObject, childKey, relation };
}

const ADDRESS_ROW = relationship('ssd_address.addr_person', '1:M');
const MOTHER_ROW = relationship('ssd_mother.moth_person', '1:1');

test('a row for each foreign key, 1:1 where the child is the key of its object', () => {
  const plain = ({ file: _file, path: _path, ...row }: Relationship) => row;
  expect(relationshipsOf(SPEC)).toEqual([plain(ADDRESS_ROW), plain(MOTHER_ROW)]);
});

test.each([
  'ssd_person',
  'ssd_person.',
  '.pers_id',
  '',
  'ssd_person.pers_name',
  'ssd_nobody.pers_id',
  'ssd_person.pers_id ',
])('%j leads nowhere, and gives no row', (foreignKey) => {
  const objects = [object('ssd_person', [PERSON, SEX]), object('ssd_address', [{ ...ADDRESS, foreignKey }])];
  expect(relationshipsOf(specification(objects))).toEqual([]);
});

test('the file as a whole, new rows behind those that stay', () => {
  expect(writeRelationships({ ...SPEC, relationships: [MOTHER_ROW] })).toBe(
    [
      '---',
      'relationships:',
      '- parent_object: ssd_person',
      '  parent_key: pers_id',
      '  child_object: ssd_mother',
      '  child_key: moth_person',
      "  relation: '1:1'",
      '- parent_object: ssd_person',
      '  parent_key: pers_id',
      '  child_object: ssd_address',
      '  child_key: addr_person',
      '  relation: 1:M',
      '',
    ].join('\n'),
  );
});

test('a file that says the same, in whatever order, is left alone', () => {
  expect(writeRelationships({ ...SPEC, relationships: [ADDRESS_ROW, MOTHER_ROW] })).toBeNull();
  expect(writeRelationships({ ...SPEC, relationships: [MOTHER_ROW, ADDRESS_ROW] })).toBeNull();
});

test.each<[what: string, rows: Relationship[]]>([
  ['a row of a foreign key that is gone', [ADDRESS_ROW, MOTHER_ROW, relationship('ssd_visit.visi_person', '1:M')]],
  ['a row that stands twice', [ADDRESS_ROW, ADDRESS_ROW, MOTHER_ROW]],
  ['another relation', [{ ...ADDRESS_ROW, relation: '1:1' }, MOTHER_ROW]],
  ['another parent', [{ ...ADDRESS_ROW, parentKey: 'pers_sex' }, MOTHER_ROW]],
])('%s is written over', (_, relationships) => {
  const text = writeRelationships({ ...SPEC, relationships });
  expect(text?.match(/- parent_object/g)).toHaveLength(2);
});

test('a specification without foreign keys has a file without rows', () => {
  const text = writeRelationships(specification([object('ssd_person', [PERSON])], { relationships: [ADDRESS_ROW] }));
  expect(text).toBe('---\nrelationships:\n');
});

test('what is written reads back as it is meant, and is not written again', () => {
  const names = fc.oneof(
    fc.constantFrom('pers_id', 'a: b', 'yes', '# x', '12'),
    fc.string({ minLength: 1, maxLength: 6 }),
  );
  const word = names.filter((name) => !name.includes('.'));
  const keys = fc.array(fc.record({ name: word, primaryKey: fc.boolean(), to: fc.nat(4) }), {
    minLength: 1,
    maxLength: 5,
  });
  fc.assert(
    fc.property(word, keys, (parent, all) => {
      const items = all.map(({ name, primaryKey, to }, index) => {
        return { ref: `AAAA00${index}A`, name, primaryKey, foreignKey: `${parent}.${all[to % all.length]?.name}` };
      });
      const spec = specification([object(parent, items)], { relationships: [] });
      const text = writeRelationships(spec) ?? '';
      const relationships = readRelationships(FILE, readTree(text).root, () => undefined);
      const rows = relationships.map(({ file: _file, path: _path, ...row }) => row);
      expect(rows).toHaveLength(new Set(relationshipsOf(spec).map((row) => JSON.stringify(row))).size);
      expect(relationshipsOf(spec)).toEqual(expect.arrayContaining(rows));
      expect(writeRelationships({ ...spec, relationships })).toBeNull();
    }),
    { numRuns: 300 },
  );
});
